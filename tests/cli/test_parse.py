"""`cablerdf parse` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]


def test_json_lines(run: Run, folder: Path) -> None:
    done = run("parse", "in")
    assert done.returncode == 0
    cables = [json.loads(line) for line in done.stdout.splitlines()]
    assert [cable["source"] for cable in cables] == ["in/1.txt", "in/2.txt", "in/3.txt"]
    assert [cable["id"] for cable in cables] == ["07UTOPIA1", "07UTOPIA2", "07UTOPIA3"]
    assert b"3 documents: 3 written" in done.stderr


def test_json_array(run: Run, folder: Path) -> None:
    lines = run("parse", "in").stdout.splitlines()
    assert json.loads(run("parse", "in", "-f", "json").stdout) == [json.loads(line) for line in lines]


def test_stdin(run: Run, telegram: Callable[[int], str]) -> None:
    done = run("parse", "-", stdin=telegram(7).encode())
    assert json.loads(done.stdout)["id"] == "07UTOPIA7"


def test_empty_input_is_an_empty_array(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert json.loads(run("parse", "none", "-f", "json").stdout) == []


@pytest.mark.parametrize("array", [False, True])
def test_array_over_many_chunks(run: Run, archive: Path, array: bool) -> None:
    done = run("parse", archive, "-f", "json" if array else "jsonl", "-q")
    assert done.stderr == b""
    cables = json.loads(done.stdout) if array else [json.loads(line) for line in done.stdout.splitlines()]
    assert [cable["source"] for cable in cables] == [f"in.zip!/{n:03}.txt" for n in range(300)]
