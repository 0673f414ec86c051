"""Documents to checked RDF: what does not conform is marked and reported, what cannot be checked costs itself."""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import re
from pathlib import Path

import pytest

from cablerdf.model import SourceDocument
from cablerdf.pipeline.recipes import ConvertRecipe, shape_of, writer_of
from cablerdf.pipeline.work import checking
from cablerdf.pipeline.work.checking import findings_of
from cablerdf.pipeline.work.converting import Unchecked
from cablerdf.pipeline.work.made import Made
from cablerdf.pipeline.work.worker import run_task
from cablerdf.rdf.quads import XSD_INTEGER, Literal
from cablerdf.rdf.terms import DCTERMS, DEFAULT_BASE
from cablerdf.read import Failure
from cablerdf.read.places import units

EXAMPLES = Path(__file__).parents[2] / "examples"

TEXT = """O 031530Z MAY 07
FM AMEMBASSY UTOPIA
TO RUEHC/SECSTATE WASHDC

UNCLAS UTOPIA {:06}

E.O. 12958: N/A
TAGS: PREL
SUBJECT: A VISIT

1. (U) The minister told the Ambassador that ships had come.
"""


def document(number: int) -> SourceDocument:
    text = TEXT.format(number)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceDocument(name=f"{number}.txt", text=text, format="text", sha256=digest)


def three(maker_format: str, spoil: bool) -> list[Made]:
    """Three cables through the maker; the quads of the second say that its title is a number."""
    maker = ConvertRecipe(maker_format, DEFAULT_BASE)()
    opened = [maker.open(document(number)) for number in (1, 2, 3)]
    if spoil:
        made, quads, _lines = maker.unchecked[id(opened[1][0])]
        subject, _p, _o, graph = quads[0]
        quads.append((subject, DCTERMS + "title", Literal("7", XSD_INTEGER), graph))
        maker.unchecked[id(made)] = Unchecked(made, quads, maker.lines.body(quads).decode())
    return [one for unit in maker.close(opened) for one in unit]


@pytest.mark.parametrize("name", ["nquads", "turtle", "jsonld"])
def test_what_conforms_is_not_marked(name: str) -> None:
    for one in three(name, spoil=False):
        assert one.conforms
        assert b"conforms" not in (one.data or b"")


@pytest.mark.parametrize("name", ["nquads", "turtle", "jsonld"])
def test_what_does_not_conform_is_written_marked_and_reported(name: str) -> None:
    first, second, third = three(name, spoil=True)
    assert (first.conforms, second.conforms, third.conforms) == (True, False, True)
    assert second.data is not None
    assert second.data.count(b"conforms") == 1
    errors = [row for row in second.rows if row.severity == "error"]
    assert {row.code.partition("-")[0] for row in errors} == {"shacl"}
    assert all(row.source == "2.txt" and row.id == "07UTOPIA2" for row in errors)


def test_without_check_nothing_is_kept_for_it() -> None:
    maker = ConvertRecipe("nquads", DEFAULT_BASE, check=False)()
    opened = [maker.open(document(1))]
    assert maker.unchecked == {}
    assert maker.close(opened) == opened


def test_what_cannot_be_read_passes_through() -> None:
    maker = ConvertRecipe("nquads", DEFAULT_BASE)()
    (unit,) = maker.close([maker.open(Failure("x", "unreadable", "gone"))])
    assert unit[0].failed


def test_a_cable_that_cannot_be_checked_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(cables: list[list[object]], nquads: list[str]) -> list[tuple[()]]:
        if "poison" in nquads:
            raise RuntimeError("too much")
        return [() for _ in cables]

    monkeypatch.setattr(checking, "check_batch", check)
    lines = ["fine"] * 13 + ["poison"] + ["fine"] * 9
    found = findings_of([[] for _ in lines], lines)
    assert found == [()] * 13 + ["RuntimeError: too much"] + [()] * 9


def test_two_documents_of_one_id_are_not_mixed_in_the_check() -> None:
    maker = ConvertRecipe("nquads", DEFAULT_BASE)()
    other = dataclasses.replace(document(1), name="other.txt", text=TEXT.format(1).replace("A VISIT", "NO VISIT"))
    answer = maker.close([maker.open(document(1)), maker.open(document(2)), maker.open(other)])
    assert [one.conforms for unit in answer for one in unit] == [True, True, True]
    assert [one.source for unit in answer for one in unit] == ["1.txt", "2.txt", "other.txt"]


@pytest.mark.parametrize("name", ["turtle", "trig"])
def test_turtle_declares_what_cables_can_need_and_no_more(name: str) -> None:
    base = "https://example.org/"
    plain, linked = shape_of(name, base).header.decode(), shape_of(name, base, linked=True).header.decode()
    declared = [set(re.findall(r"@prefix ([\w-]+):", header)) for header in (plain, linked)]
    assert not declared[0] & {"void", "dcat", "sssom", "wd"}
    assert declared[1] - declared[0] == {"link", "owl", "semapv", "sssom", "wd"}
    assert ("graph" in declared[0]) == (name == "trig")
    writer = writer_of(name, base, linked=False)
    link = ("https://example.org/cable/1", "http://www.w3.org/2002/07/owl#sameAs", "https://example.org/link/1", "g:1")
    body = writer.body([link]).decode()
    assert "<http://www.w3.org/2002/07/owl#sameAs> <https://example.org/link/1>" in body


def test_what_a_cable_was_made_of_is_freed_without_the_collector() -> None:
    """A circle would keep the whole cable until the collector comes by, which took a tenth of a run."""
    maker = ConvertRecipe("nquads", DEFAULT_BASE, count=True)()
    cables = list(units([EXAMPLES / "cables"]))
    for _ in range(2):  # what is kept for all cables is made in the first round
        gc.collect()
        gc.disable()
        try:
            run_task(maker, tuple(cables), 0)
            left = gc.collect()
        finally:
            gc.enable()
    assert left == 0
