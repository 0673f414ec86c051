"""What is written, read by programs of others: any graph comes back, PyLD and Jena find what the N-Quads have.

Jena's `riot` is asked where there is one: on the PATH, or by the command in `CABLERDF_RIOT`.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lisbon_cable import full_cable

from cablerdf.rdf.context import coercions
from cablerdf.rdf.formats import FORMATS, Format, serialize
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import XSD_STRING, Literal, Quad
from cablerdf.rdf.terms import CAB, DCTERMS, DEFAULT_BASE, RDF_TYPE, SKOS, XSD, prefixes
from cablerdf.rdf.writers.rdfxml import NOT_XML

RIOT = shlex.split(os.environ.get("CABLERDF_RIOT", "")) or [found for found in [shutil.which("riot")] if found]
# rdflib's own parsers use what rdflib deprecates.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
each_format = pytest.mark.parametrize("row", FORMATS, ids=[row.name for row in FORMATS])
Row = tuple[str, ...]

NAMESPACES = sorted({*prefixes(DEFAULT_BASE).values(), "http://a.example/", "urn:x:", "http://a.example/#"})
LOCAL = st.one_of(
    st.from_regex(r"[A-Za-z0-9._~:/?#@!$&'()*+,;=-]{0,12}", fullmatch=True),
    st.from_regex(r"(?:%[0-9A-F]{2}|[a-zé\u4e2d\U0001d11e.-]){0,6}", fullmatch=True),
    st.sampled_from(["", "1", "-", ".", "a.", ".a", "a:b", "%41", "a/b", "a#b", "a'b", "a\u00b7", "_", "true"]),
)
IRIS = st.builds("{}{}".format, st.sampled_from(NAMESPACES), LOCAL).filter(lambda iri: iri.count("#") < 2)
PROPERTIES = st.sampled_from(
    [*sorted(coercions()), RDF_TYPE, DCTERMS + "title", SKOS + "prefLabel", CAB + "a-b"],
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DATATYPES = st.sampled_from([XSD + name for name in ("integer", "decimal", "boolean", "date", "double", "string")])
LEXICAL = st.sampled_from(
    ["1", "01", "+1", "1.0", "1.", ".5", "1e3", "true", "false", "TRUE", "2005-01-02", "", "9" * 30]
)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.tuples(st.one_of(TEXTS, LEXICAL), st.one_of(DATATYPES, IRIS)).map(lambda parts: Literal(*parts)),
    st.tuples(TEXTS, st.none(), st.sampled_from(["en", "pt-br", "de-ch-1996"])).map(lambda parts: Literal(*parts)),
)
QUADS = st.lists(st.tuples(IRIS, PROPERTIES, st.one_of(IRIS, LITERALS), IRIS), max_size=6)


def meant(quads: list[Quad], row: Format) -> set[Row]:
    """The quads as a format can hold them: it may have no graphs, and XML no way at all to write some characters."""
    found = set()
    for s, p, o, g in quads:
        if isinstance(o, str):
            term: Row = ("iri", o)
        else:
            lexical = NOT_XML.sub("\ufffd", o.lexical) if row.name == "rdfxml" else o.lexical
            term = (
                "text",
                lexical,
                XSD_STRING if o.datatype is None and o.lang is None else o.datatype or "",
                o.lang or "",
            )
        found.add((s, p, *term, g if row.graphs else ""))
    return found


def read(data: bytes, row: Format) -> set[Row]:
    """What Oxigraph reads."""
    kind = ox.RdfFormat.from_extension(row.extensions[0][1:])
    found = set()
    for quad in ox.parse(data, format=kind):
        o = quad.object
        term: Row = ("iri", str(o.value))
        if isinstance(o, ox.Literal):
            term = ("text", o.value, "" if o.language else o.datatype.value, o.language or "")
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        found.add((quad.subject.value, quad.predicate.value, *term, graph))
    return found


@each_format
@given(quads=QUADS)
@settings(max_examples=150, deadline=None)
def test_any_graph_comes_back_from_its_file(row: Format, quads: list[Quad]) -> None:
    assert read(serialize(quads, row.name), row) == meant(quads, row)


def canonical(lines: bytes) -> set[str]:
    """N-Quads as a set of lines that do not depend on who wrote them."""
    return {str(quad) for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)}


@given(quads=QUADS)
@settings(max_examples=100, deadline=None)
def test_pyld_finds_in_json_ld_what_the_n_triples_have(quads: list[Quad]) -> None:
    assert by_value(by_pyld(serialize(quads, "jsonld"))) == by_value(serialize(quads, "ntriples"))


def by_value(lines: bytes) -> set[str]:
    """N-Quads as a set of lines, doubles by their value: PyLD writes them anew (0 as 0.0E0)."""
    found = set()
    for s, p, o, g in ox.parse(lines, format=ox.RdfFormat.N_QUADS):
        if isinstance(o, ox.Literal) and o.datatype.value == XSD + "double":
            with suppress(ValueError):  # no number
                o = ox.Literal(f"{float(o.value):.15E}", datatype=o.datatype)
        found.add(str(ox.Quad(s, p, o, g)))
    return found


def by_pyld(data: bytes) -> bytes:
    """What PyLD makes of a document; it may fetch nothing."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed")

    def none(url: str, _options: object) -> None:
        raise AssertionError(f"{url} was asked for")

    lines = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads", "documentLoader": none})
    return bytes(lines.encode())


def test_pyld_reads_a_whole_cable() -> None:
    quads = to_quads(full_cable())
    assert canonical(by_pyld(serialize(quads, "jsonld"))) == canonical(serialize(quads, "ntriples"))


@pytest.fixture(scope="module")
def riot() -> list[str]:
    """The command that runs `riot`."""
    if not RIOT:
        pytest.skip("Jena's riot is not here")
    return RIOT


@each_format
def test_riot_reads_a_whole_cable_without_a_word(row: Format, riot: list[str], tmp_path: Path) -> None:
    empty = tmp_path / f"empty{row.extensions[0]}"
    empty.write_bytes(serialize([], row.name))
    if subprocess.run([*riot, "--validate", str(empty)], capture_output=True, check=False).returncode != 0:
        pytest.skip(f"this riot reads no {row.label}")
    path = tmp_path / f"cable{row.extensions[0]}"
    quads = to_quads(full_cable())
    path.write_bytes(serialize(quads, row.name))
    done = subprocess.run(
        [*riot, "--check", "--strict", "--output=nquads", str(path)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert canonical(done.stdout) == canonical(serialize(quads, "nquads" if row.graphs else "ntriples"))
