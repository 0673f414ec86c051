"""What a user is told when something is not as it should be: one plain sentence each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[bytes]]
SHOPPING = "Milk\nBread\n2 apples\n"


def test_what_is_no_cable_is_counted_named_and_not_written(
    tmp_path: Path, telegram: Callable[[int], str], run: Run
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.txt").write_text(telegram(1))
    (tmp_path / "in" / "list.txt").write_text(SHOPPING)
    done = run("parse", "in", "--report", "report.jsonl")
    assert done.returncode == 3
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["07UTOPIA1"]
    assert b"2 documents: 1 written, 1 not a cable\n" in done.stderr
    assert b"  in/list.txt: none of a telegram's marks" in done.stderr
    last = json.loads((tmp_path / "report.jsonl").read_text().splitlines()[-1])
    assert (last["source"], last["code"], last["severity"]) == ("in/list.txt", "not-a-cable", "error")
    assert run("parse", "in", "--input-format", "text", "-q").stdout.count(b"\n") == 2


def test_an_empty_folder_says_so(tmp_path: Path, run: Run) -> None:
    (tmp_path / "in").mkdir()
    done = run("convert", "in")
    assert done.returncode == 3
    assert (
        done.stderr
        == b"""1 document: 0 written, 1 could not be read
problems, most frequent first:
         1  error      nothing-there
not written:
  in: there is no document in it [nothing-there]
"""
    )


def test_a_url_is_to_be_fetched_first(run: Run) -> None:
    done = run("parse", "https://127.0.0.1/cables.zip", "-q")
    assert done.returncode == 3
    assert done.stderr == b"https://127.0.0.1/cables.zip: a URL: fetch it first, and name the file [unreadable]\n"
