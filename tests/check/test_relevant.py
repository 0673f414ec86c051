"""What is left out of the checked text is what no shape can look at: the findings are the same without it."""

from __future__ import annotations

import re
from itertools import compress

from rdflib import RDF, Graph, URIRef

import cablerdf
from cablerdf.check import check_batch, seen
from cablerdf.check.relevant import named_terms
from cablerdf.check.shapes import ALWAYS, DEEP, shapes_text
from cablerdf.model import Cable
from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Literal, Quad
from cablerdf.rdf.terms import CAB, DCTERMS, ITSRDF, NIF, RDF_TYPE, SCHEMA, SKOS
from cablerdf.rdf.writers.lines import LineWriter, ended

CABLE = """\
C O N F I D E N T I A L OSLO 000517

SIPDIS

TAGS: PREL, QQZZ, NO
SUBJECT: FISHERIES TALKS

1. (C) On April 30 Foreign Minister Kari Dahl told Ambassador Ann Porter that Norway
would raise the quota.
PORTER
"""


def test_every_term_of_the_shapes_is_named() -> None:
    for names in (ALWAYS, DEEP):
        graph = Graph().parse(data=shapes_text(names), format="turtle")
        used = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
        lists = {str(RDF.first), str(RDF.rest), str(RDF.nil)}  # Turtle writes ( ... ), data has none
        assert used - lists <= named_terms(names)


def test_terms_within_sparql_are_named() -> None:
    assert {DCTERMS + "hasPart", NIF + "isString", NIF + "beginIndex"} <= named_terms(DEEP)


def test_no_shape_looks_at_predicates_that_it_does_not_name() -> None:
    text = shapes_text(DEEP)
    assert "sh:closed" not in text
    for query in re.findall(r'sh:select """(.*?)"""', text, re.S):
        where = re.sub(r"FILTER.*|BIND.*", "", query)
        assert not re.search(r"[{.;]\s*(?:[?$]\w+\s+)?\?\w+\s+[?$]\w+\s*[.;}]", where), "a variable as predicate"


def broken() -> list[list[Quad]]:
    """A good cable, and one for each predicate and class that it uses, without that; one with nonsense in its place."""
    found = []
    for n, used in enumerate({(q[1], q[2] if q[1] == RDF_TYPE else None): None for q in to_quads(parsed(1))}):
        quads = to_quads(parsed(n))
        hit = [q[1] == used[0] and (used[1] is None or q[2] == used[1]) for q in quads]
        found.append([q for q, gone in zip(quads, hit, strict=True) if not gone])
        nonsense = to_quads(parsed(1000 + n))
        found.append(
            [(s, p, Literal("") if gone else o, g) for (s, p, o, g), gone in zip(nonsense, hit, strict=True)]
            if used[1] is None
            else nonsense
        )
    return found


def parsed(number: int) -> Cable:
    return cablerdf.parse_text(CABLE.replace("000517", f"{number + 1:06}"))


def test_findings_are_the_same() -> None:
    writer, cables = LineWriter(False), broken()
    whole = [ended(writer.triples(quads).lines) for quads in cables]
    cut = [ended(compress(writer.triples(quads).lines, seen(quads))) for quads in cables]
    assert sum(map(len, cut)) < 0.9 * sum(map(len, whole))
    findings = [check_batch([quads], [text]) for quads, text in zip(cables, whole, strict=True)]
    assert [check_batch([quads], [text]) for quads, text in zip(cables, cut, strict=True)] == findings
    assert len({finding.shape for one in findings for found in one for finding in found}) > 20


def test_what_is_left_out() -> None:
    subject, graph = "urn:s", "urn:g"
    quads: list[Quad] = [
        (subject, RDF_TYPE, CAB + "Mention", graph),
        (subject, RDF_TYPE, CAB + "Post", graph),
        (subject, RDF_TYPE, NIF + "Phrase", graph),
        (subject, ITSRDF + "taIdentRef", "urn:o", graph),
        (subject, SCHEMA + "text", Literal("text"), graph),
        (subject, SKOS + "altLabel", Literal("name"), graph),
    ]
    assert seen(quads) == [True, True, False, True, False, False]


def test_mentions_are_left_out_where_that_is_asked() -> None:
    quads = to_quads(parsed(1))
    rest = [not graph.endswith(MENTIONS) for *_, graph in quads]
    assert not all(rest)
    assert seen(quads, mentions=False) == [one and other for one, other in zip(seen(quads), rest, strict=True)]
