"""What a run counts: exactly what the data hold, and the same after a break."""

from __future__ import annotations

from pathlib import Path

from cablerdf import parse_text
from cablerdf.pipeline.runs.books import Books
from cablerdf.pipeline.runs.describing import Description, beside
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.made import Made, Shared
from cablerdf.rdf.iris import cable_key
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import DEFAULT_BASE, RDF_TYPE

CABLE = """\
O 031530Z MAY 0{number}
FM AMEMBASSY UTOPIA
TO SECSTATE WASHDC
C O N F I D E N T I A L UTOPIA 00000{number}
SUBJECT: MEETING WITH THE FOREIGN MINISTER
1. (C) The Ambassador met Utopian Foreign Minister Raphael Hythloday on May 3. Hythloday spoke of Country {number}
and of Portugal.
"""


def quads_of(number: int) -> tuple[str, list[Quad]]:
    cable = parse_text(CABLE.format(number=number), id=f"07UTOPIA{number}")
    return cable_key(cable), to_quads(cable)


def chunk(*numbers: int) -> list[Made]:
    made = []
    for number in numbers:
        key, quads = quads_of(number)
        made.append(Made(f"{number}.txt", key, f"{number:064x}", b"<a> <b> <c> .\n", counts=Counts.of(quads, key)))
    return made


def described(books: Books, path: Path) -> bytes:
    return Description(path, DEFAULT_BASE).bytes(books)


def test_what_an_earlier_run_finished_is_told_of(tmp_path: Path) -> None:
    whole = Books()
    first = whole.enter(chunk(4, 2)).to_json()
    whole.enter(chunk(3, 2, 1))
    resumed = Books()
    resumed.replay(first)
    resumed.enter(chunk(3, 2, 1))
    told = described(whole, tmp_path / "whole.nq")
    assert told == described(resumed, tmp_path / "resumed.nq")
    assert b'class/Cable> <http://rdfs.org/ns/void#entities> "4"^^' in told
    assert [told.count(f"cable/07UTOPIA{number}>".encode()) for number in (4, 2, 3, 1)] == [1, 1, 1, 0]


def test_what_documents_share_is_written_with_the_first_of_them_and_after_an_earlier_run_not_again() -> None:
    shared = (Shared(7, b" NATO", Counts()), Shared(8, b" OSCE", Counts()))
    one, two = (Made(name, name, "ab" * 32, name.encode(), shared=shared[:n]) for n, name in ((1, "a"), (2, "b")))
    whole, resumed = Books(), Books()
    first = whole.enter([one])
    resumed.replay(first.to_json())
    assert first.data == [b"a NATO"]
    assert whole.enter([two]).data == resumed.enter([two]).data == [b"b OSCE"]


def test_counts_are_those_of_the_data() -> None:
    books = Books()
    books.enter(chunk(1, 2))
    books.enter(chunk(3))
    quads = [quad for number in (1, 2, 3) for quad in quads_of(number)[1]]
    typed = {(subject, kind) for subject, predicate, kind, _graph in quads if predicate == RDF_TYPE}
    assert books.counts.statements == len(quads)
    assert books.counts.entities == len({subject for subject, _kind in typed})
    kinds = {kind for _subject, kind in typed}
    assert books.counts.by_class() == {k: sum(kind == k for _subject, kind in typed) for k in kinds}  # type: ignore[misc]
    assert (books.counts.first, books.counts.last) == ("2001", "2003")


def test_names_beside_the_data() -> None:
    names = ("cables.nq", "cables.ttl.gz", "my.cables.NT.zst", "cables", ".nq")
    assert [beside(name) for name in names] == [
        "cables.void.ttl", "cables.void.ttl", "my.cables.void.ttl", "cables.void.ttl", ".nq.void.ttl",
    ]  # fmt: skip
