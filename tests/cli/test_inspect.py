"""`cablerdf inspect` shows each stage of one document."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        ("source", "    6  C O N F I D E N T I A L UTOPIA 000001"),
        ("zones", '"PREL"'),
        ("zones", "paragraph 2"),
        ("graph", "cable:07UTOPIA1 a cab:Cable"),
        ("report", "conforms"),
    ],
)
def test_stages(run: Run, folder: Path, stage: str, shown: str) -> None:
    done = run("inspect", "in/1.txt", "--stage", stage)
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout.decode()


def test_offsets_of_zones_are_offsets_into_the_text(run: Run, folder: Path) -> None:
    text = (folder / "1.txt").read_text()
    lines = run("inspect", "in/1.txt", "--stage", "zones").stdout.decode().splitlines()
    (subject,) = [line for line in lines if line.startswith("subject ")]
    start, end = subject.split()[3].split("-")
    assert text[int(start) : int(end)] == "VISIT NUMBER 1 OF THE FOREIGN MINISTER"


def test_the_cable_is_what_parse_prints(run: Run, folder: Path) -> None:
    shown = json.loads(run("inspect", "in/1.txt").stdout)
    assert shown == json.loads(run("parse", "in/1.txt").stdout)


def test_one_of_many(run: Run, archive: Path) -> None:
    shown = json.loads(run("inspect", archive, "--id", "007").stdout)
    assert shown["source"] == "in.zip!/007.txt"
    assert json.loads(run("inspect", archive).stdout)["source"] == "in.zip!/000.txt"
    missing = run("inspect", archive, "--id", "nobody")
    assert missing.returncode == 3
    assert b"no document 'nobody'" in missing.stderr


def test_why_tells_the_rule_and_the_evidence() -> None:
    example = Path(__file__).parents[2] / "examples" / "cables" / "09HALIFAX44.txt"
    command = [sys.executable, "-m", "cablerdf", "inspect", str(example), "--stage", "why", "--about", "O'Dea"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    (at,) = [n for n, line in enumerate(lines) if line.startswith("country      Kathleen O'Dea: Canada")]
    assert lines[at + 1].split("; ")[0].strip().startswith("by ")
    assert '"Kathleen O\'Dea"' in lines[at + 1]


def test_about_goes_with_why(run: Run, folder: Path) -> None:
    done = run("inspect", "in/1.txt", "--stage", "cable", "--about", "Doe")
    assert done.returncode == 2
    assert b"--stage why" in done.stderr
