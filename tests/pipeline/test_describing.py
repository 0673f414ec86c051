"""A run that goes on after a break describes the whole."""

from __future__ import annotations

from pathlib import Path

from cablerdf.pipeline.books import Books
from cablerdf.pipeline.describing import Description
from cablerdf.pipeline.made import Made
from cablerdf.rdf.terms import DEFAULT_BASE


def chunk(*numbers: int) -> list[Made]:
    return [Made(f"{number}.txt", f"07UTOPIA{number}", f"{number:064x}", b"<a> <b> <c> .\n") for number in numbers]


def described(books: Books, path: Path) -> bytes:
    Description(path, "nquads", DEFAULT_BASE, None).write(books)
    return path.read_bytes()


def test_what_an_earlier_run_finished_is_told_of(tmp_path: Path) -> None:
    whole = Books()
    first = whole.enter(chunk(4, 2)).to_json()
    whole.enter(chunk(3, 2, 1))
    resumed = Books()
    resumed.replay(first)
    resumed.enter(chunk(3, 2, 1))
    told = described(whole, tmp_path / "whole.nq")
    assert told == described(resumed, tmp_path / "resumed.nq")
    assert b'entities> "4"^^' in told
    assert [told.count(f"cable/07UTOPIA{number}>".encode()) for number in (4, 2, 3, 1)] == [1, 1, 1, 0]
