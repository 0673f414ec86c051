"""The example cables, read, parsed and mapped: what every cable's quads have in common."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest

import cablerdf
from cablerdf.model import Cable
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import DEFAULT_BASE, NIF, PROV, RDF_TYPE, SKOS_CONCEPT, VOCAB
from cablerdf.rdf.vocabularies import vocabulary_quads

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "cables").glob("*.txt"))
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@cache
def mapped(path: Path) -> tuple[Cable, list[Quad]]:
    (document,) = cablerdf.read(path)
    cable = cablerdf.parse(document)
    return cable, to_quads(cable)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 6


@each_example
def test_subjects_stand_together_and_nothing_is_said_twice(path: Path) -> None:
    _cable, quads = mapped(path)
    runs = [s for n, (s, *_) in enumerate(quads) if n == 0 or quads[n - 1][0] != s]
    assert len(runs) == len(set(runs))
    assert len(quads) == len(set(quads))


@each_example
def test_everything_that_is_named_is_described(path: Path) -> None:
    _cable, quads = mapped(path)
    subjects = {s for s, *_ in quads}
    named = {o for *_, o, _ in quads if isinstance(o, str) and o.startswith(DEFAULT_BASE)}
    assert {iri for iri in named - subjects if "/cable/" not in iri} == set()
    concepts = subjects | {s for s, p, o, _ in vocabulary_quads() if p == RDF_TYPE and o == SKOS_CONCEPT}
    assert {o for *_, o, _ in quads if isinstance(o, str) and o.startswith(VOCAB) and o.count("/") > 5} <= concepts


@each_example
def test_offsets_slice_to_the_anchor(path: Path) -> None:
    cable, quads = mapped(path)
    about: dict[str, dict[str, str]] = defaultdict(dict)
    for s, p, o, _ in quads:
        if p.startswith(NIF):
            about[s][p.removeprefix(NIF)] = o if isinstance(o, str) else o.lexical
    phrases = {s: found for s, found in about.items() if "beginIndex" in found}
    assert phrases != {}
    paragraphs = {s: o for s, p, o, _ in quads if p == PROV + "wasDerivedFrom"}  # of statements
    for iri, found in phrases.items():
        text = about[found.get("referenceContext") or str(paragraphs[iri])]["isString"]
        assert text in cable.document.text
        assert text[int(found["beginIndex"]) : int(found["endIndex"])] == found["anchorOf"]


@each_example
def test_turtle_and_nquads_say_the_same(path: Path) -> None:
    _cable, quads = mapped(path)
    lines = pyoxigraph.parse(serialize(quads, "nquads"), format=pyoxigraph.RdfFormat.N_QUADS)
    turtle = pyoxigraph.parse(serialize(quads, "turtle"), format=pyoxigraph.RdfFormat.TURTLE)
    assert {quad.triple for quad in lines} == {quad.triple for quad in turtle}
