"""Every format says the same, read back by two parsers that know nothing of each other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from cablerdf.errors import OutputError
from cablerdf.model import Cable
from cablerdf.rdf.formats import BY_NAME, FORMATS, Format, format_of, serialize
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import XSD_STRING, Literal, Quad
from cablerdf.rdf.terms import CAB, DCTERMS, DEFAULT_BASE
from cablerdf.rdf.writers.rdfxml import NOT_XML

RDFLIB = {"jsonld": "json-ld", "ntriples": "nt", "rdfxml": "xml"}
OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
# rdflib's own parsers use what rdflib deprecates.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
Row = tuple[str, ...]
each_format = pytest.mark.parametrize("row", FORMATS, ids=[row.name for row in FORMATS])


@pytest.fixture(autouse=True)
def lexical_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib shall not rewrite what it reads."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def rows(quads: Iterable[Quad], graphs: bool) -> set[Row]:
    found = set()
    for s, p, o, g in quads:
        term = ("iri", o) if isinstance(o, str) else ("text", o.lexical, o.datatype or "", o.lang or "")
        found.add((s, p, *term, g if graphs else ""))
    return found


def by_oxigraph(data: bytes, row: Format) -> set[Row]:
    found = set()
    for quad in pyoxigraph.parse(data, format=OXIGRAPH[row.name]):
        o = quad.object
        if isinstance(o, pyoxigraph.Literal):
            plain = o.datatype.value == XSD_STRING or o.language is not None
            term: tuple[str, ...] = ("text", o.value, "" if plain else o.datatype.value, o.language or "")
        else:
            assert isinstance(o, pyoxigraph.NamedNode)
            term = ("iri", o.value)
        graph = quad.graph_name.value if isinstance(quad.graph_name, pyoxigraph.NamedNode) else ""
        assert isinstance(quad.subject, pyoxigraph.NamedNode)
        found.add((quad.subject.value, quad.predicate.value, *term, graph))
    return found


def by_rdflib(data: bytes, row: Format) -> set[Row]:
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=RDFLIB.get(row.name, row.name))
    found = set()
    for s, p, o, g in dataset.quads():
        if isinstance(o, rdflib.Literal):
            datatype = "" if o.datatype is None or str(o.datatype) == XSD_STRING else str(o.datatype)
            term: tuple[str, ...] = ("text", str(o), datatype, o.language or "")
        else:
            assert isinstance(o, rdflib.URIRef)
            term = ("iri", str(o))
        found.add((str(s), str(p), *term, str(g) if row.graphs else ""))
    return found


@each_format
def test_two_parsers_read_what_was_meant(row: Format, quads: list[Quad]) -> None:
    data = serialize(quads, row.name)
    expected = rows(quads, row.graphs)
    assert by_oxigraph(data, row) == expected
    assert by_rdflib(data, row) == expected


@each_format
def test_bodies_can_be_joined(row: Format, cable: Cable) -> None:
    cables = [cable, replace(cable, id="09LISBON918"), replace(cable, id=None)]
    parts = [to_quads(one) for one in cables]
    here, there = row.writer(DEFAULT_BASE), row.writer(DEFAULT_BASE)
    bodies = here.body(parts[0]) + there.body([*parts[1], *parts[2]])
    joined = here.header() + bodies + there.footer()
    expected = rows([quad for part in parts for quad in part], row.graphs)
    assert by_oxigraph(joined, row) == expected
    assert by_rdflib(joined, row) == expected


@each_format
def test_nothing_at_all_is_a_document(row: Format) -> None:
    data = serialize([], row.name)
    assert by_oxigraph(data, row) == set()
    assert by_rdflib(data, row) == set()


@each_format
def test_another_base(row: Format, cable: Cable) -> None:
    base = "http://localhost:8000/cables/"
    quads = to_quads(cable, base)
    data = serialize(quads, row.name, base)
    assert by_oxigraph(data, row) == rows(quads, row.graphs)
    assert DEFAULT_BASE.encode() not in data


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@each_format
@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_any_text_survives(row: Format, text: str) -> None:
    literals = (Literal(text), Literal(text, None, "en"), Literal(text, CAB + "code"), Literal(text + '"'))
    quads: list[Quad] = [(CAB + "s", CAB + "p", value, CAB + "g") for value in literals]
    data = serialize(quads, row.name)
    if row.name == "rdfxml":  # XML has no way at all to write some characters
        quads = [(s, p, o._replace(lexical=NOT_XML.sub("\ufffd", o.lexical)), g) for s, p, o, g in quads]  # type: ignore[union-attr]
    assert by_oxigraph(data, row) == rows(quads, row.graphs)


HARD = ("\\", '"', '""', '"""', '""""', "a\nb", "a\r\nb", '\n"', '\n"""\n', "\\u0041", "\t", "é\u2028𝄞", " ", "\n\\")


@each_format
@pytest.mark.parametrize("text", HARD)
def test_texts_that_are_hard_to_quote(row: Format, text: str) -> None:
    quads: list[Quad] = [(CAB + "s", CAB + "p", Literal(text), CAB + "g")]
    data = serialize(quads, row.name)
    assert by_oxigraph(data, row) == rows(quads, row.graphs)
    assert by_rdflib(data, row) == rows(quads, row.graphs)


@each_format
def test_half_a_surrogate_pair_stops_nothing(row: Format) -> None:
    data = serialize([(CAB + "s", CAB + "p", Literal("a\ud800b"), CAB + "g")], row.name)
    assert len(by_oxigraph(data, row)) == 1


@each_format
@pytest.mark.parametrize("bad", ["http://x.org/a b", "http://x.org/<", "", "http://x.org/\n"])
def test_an_iri_that_is_none_is_refused(row: Format, bad: str) -> None:
    with pytest.raises(OutputError, match="not an IRI"):
        serialize([(bad, DCTERMS + "title", Literal("x"), CAB + "g")], row.name)


def test_rdfxml_refuses_a_property_that_no_element_can_name() -> None:
    with pytest.raises(OutputError, match="cannot name"):
        serialize([(CAB + "s", "http://x.org/1", Literal("x"), CAB + "g")], "rdfxml")


def test_lexical_forms_are_kept(quads: list[Quad]) -> None:
    assert b'"2009-04-03T04:17:00Z"^^xsd:dateTime' in serialize(quads, "turtle")


def test_turtle_is_grouped_and_readable(quads: list[Quad]) -> None:
    text = serialize(quads, "turtle").decode()
    prefixes = [line.split(":")[0] for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert "@prefix dcat:" not in text, "a prefix that is not used"
    assert "\n\nparagraph:09LISBON917-1 a cab:Paragraph ;\n    cab:paragraphNumber 1 ;\n" in text
    assert "dcterms:subject tag:PREL, tag:KNNP, tag:PO, tag:JA, tag:QQXX, person:09LISBON917-jane-doe ;\n" in text
    assert 'nif:isString """Summary: Foreign Minister Rui Alves told the Ambassador\non April 2' in text
    assert text.index("\ncable:") < text.index("\nparagraph:") < text.index("\nmeeting:") < text.index("\nperson:")
    assert text.index("\nperson:") < text.index("\nmention:")


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.ttl", "turtle"), ("b/c.NQ.gz", "nquads"), ("x.jsonld.zst", "jsonld"), ("x.txt", None), ("nt", None)],
)
def test_format_of_a_file_name(path: str, name: str | None) -> None:
    found = format_of(path)
    assert (found.name if found is not None else None) == name


def test_the_table_has_no_doubles() -> None:
    for column in ("media_types", "extensions"):
        values = [value for row in FORMATS for value in getattr(row, column)]
        assert len(values) == len(set(values))
    assert len(BY_NAME) == len(FORMATS)


SCRIPT = """
import sys
sys.path.insert(0, {here!r})
from lisbon_cable import full_cable
from cablerdf.rdf.formats import FORMATS, serialize
from cablerdf.rdf.mapping.whole import to_quads
for row in FORMATS:
    sys.stdout.buffer.write(serialize(to_quads(full_cable()), row.name))
"""


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    script = SCRIPT.format(here=str(Path(__file__).parent))
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed, "TZ": zone}, capture_output=True, check=True
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("4711", "America/Lima"))
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 100_000
