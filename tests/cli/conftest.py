"""Telegrams by the number, and the program as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

TELEGRAM = """O {day:02}1530Z MAY 07
FM AMEMBASSY UTOPIA
TO RUEHC/SECSTATE WASHDC IMMEDIATE {number:04}
INFO RUEHAM/AMEMBASSY AMAUROT PRIORITY

C O N F I D E N T I A L UTOPIA {number:06}

SIPDIS

E.O. 12958: DECL: 05/{day:02}/2017
TAGS: PREL, PGOV, SP
SUBJECT: VISIT NUMBER {number} OF THE FOREIGN MINISTER

REF: 06 UTOPIA {number}

Classified By: Ambassador Ralph Robinson, reasons 1.4 (b) and (d).

1. (C) Summary: Foreign Minister Hythloday told the Ambassador on May {day} that the island would
vote for resolution {number}. End summary.

2. (C) He said that {number} ships had come. He asked for help with ports.

3. (C) Comment: The minister is {number} times right. End comment.

ROBINSON
"""

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def telegram(number: int) -> str:
    """A cable in the form of real ones, of its own number."""
    return TELEGRAM.format(number=number, day=number % 28 + 1)


@pytest.fixture(name="telegram")
def telegram_fixture() -> Callable[[int], str]:
    """The function that writes telegrams."""
    return telegram


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder `in` with three telegrams."""
    root = tmp_path / "in"
    root.mkdir()
    for number in (1, 2, 3):
        (root / f"{number}.txt").write_text(telegram(number))
    return root


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A zip archive with 300 telegrams."""
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(300):
            archive.writestr(f"{number:03}.txt", telegram(number + 1))
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `cablerdf ARGUMENTS...` in the temporary folder."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "cablerdf", *map(str, arguments)]
        env = {**os.environ, **environment}
        return subprocess.run(command, input=stdin, cwd=tmp_path, env=env, capture_output=True, timeout=120)

    return call
