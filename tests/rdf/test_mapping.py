"""What a cable becomes, told in triples."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import groupby

import pytest

from cablerdf.model import Cable, Person, SourceDocument, Span
from cablerdf.rdf.graph import to_graph
from cablerdf.rdf.mapping.header import instant
from cablerdf.rdf.mapping.whole import mark_nonconforming, to_quads
from cablerdf.rdf.properties import PROPERTIES
from cablerdf.rdf.quads import XSD_DATE, XSD_DATETIME, XSD_GYEAR, Literal, Quad
from cablerdf.rdf.terms import CAB, DEFAULT_BASE, NIF, PROV, RDF_TYPE, VOCAB, prefixes

NAMESPACES = prefixes()


def full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return NAMESPACES[prefix] + local


def objects(quads: list[Quad], subject: str, predicate: str) -> list[str]:
    """The objects as texts, IRIs without their namespace."""
    s, p = full(subject), full(predicate)
    found = [o for s_, p_, o, _ in quads if s_ == s and p_ == p]
    return [o.rpartition("/")[2] if isinstance(o, str) else o.lexical for o in found]


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        ("cable:09LISBON917", "dcterms:identifier", ["09LISBON917"]),
        ("cable:09LISBON917", "dcterms:creator", ["LISBON"]),
        ("cable:09LISBON917", "dcterms:references", ["09STATE1234", "09LISBON900", "08TOKYO1", "08TOKYO2"]),
        ("cable:09LISBON917", "cab:classifiedBy", ["09LISBON917-jane-doe", "09LISBON917-john-roe"]),
        ("cable:09LISBON917", "cab:classificationReason", ["1.4-b", "1.4-d"]),
        ("cable:09LISBON917", "cab:signedBy", ["09LISBON917-jane-doe"]),
        ("cable:09LISBON917", "cab:dateTimeGroup", ["O 030417Z APR 09"]),
        ("cable:09LISBON917", "dcterms:subject", ["PREL", "KNNP", "PO", "JA", "QQXX", "09LISBON917-jane-doe"]),
        ("cable:09LISBON917", "cab:personalTag", ["DOE, JANE"]),
        ("cable:09LISBON917", "cab:reports", ["09LISBON917-1"]),
        ("paragraph:09LISBON917-1", "cab:portionMarking", ["S-NF"]),
        ("paragraph:09LISBON917-2", "cab:underHeading", ["09LISBON917-1"]),
        ("paragraph:09LISBON917-2-2", "cab:paragraphNumber", ["2"]),
        ("passage:09LISBON917-1", "nif:anchorOf", ["[Comment: He seemed sure. End comment.]"]),
        ("addressing:09LISBON917-1", "cab:recipient", ["STATE"]),
        ("addressing:09LISBON917-2", "cab:recipient", []),
        ("addressing:09LISBON917-3", "cab:recipient", ["secdef-washdc"]),
        ("reference:09LISBON917-3", "cab:referenceKind", ["email"]),
        ("reference:09LISBON917-3", "cab:inline", []),
        ("reference:09LISBON917-4", "cab:inline", ["true"]),
        ("reference:09LISBON917-4", "prov:wasDerivedFrom", ["09LISBON917-2-2"]),
        ("reference:09LISBON917-5", "prov:wasDerivedFrom", []),
        ("meeting:09LISBON917-1", "schema:startDate", ["2009-04-02T10:30:00"]),
        ("meeting:09LISBON917-1", "schema:location", ["lisbon-pt"]),
        ("meeting:09LISBON917-1", "prov:wasDerivedFrom", ["09LISBON917-1", "09LISBON917-2"]),
        ("participation:09LISBON917-1-2", "cab:delegation", ["united-states"]),
        ("participation:09LISBON917-1-2", "cab:certainty", ["0.7"]),
        ("participation:09LISBON917-1-3", "cab:participant", []),
        ("participation:09LISBON917-1-3", "cab:delegation", ["european-union"]),
        ("participation:09LISBON917-1-3", "cab:function", ["notetaker"]),
        ("participation:09LISBON917-1-4", "cab:redacted", []),
        ("participation:09LISBON917-1-6", "cab:redacted", ["true"]),
        ("participation:09LISBON917-1-6", "cab:roleTitle", []),
        ("participation:09LISBON917-1-5", "cab:roleTitle", ["the IMO"]),
        ("statement:09LISBON917-1", "cab:speaker", ["09LISBON917-rui-alves"]),
        ("statement:09LISBON917-1", "schema:about", ["portugal"]),
        ("statement:09LISBON917-1", "cab:said", ['Portugal "would wait"']),
        ("statement:09LISBON917-2", "cab:speaker", ["international-maritime-organization"]),
        ("statement:09LISBON917-3", "cab:speaker", ["LISBON"]),
        ("statement:09LISBON917-4", "cab:speaker", []),
        ("statement:09LISBON917-4", "cab:speakerName", ["Poloff"]),
        ("person:09LISBON917-rui-alves", "schema:jobTitle", ["Foreign Minister", "FM"]),
        ("person:09LISBON917-rui-alves", "skos:altLabel", ["Alves"]),
        ("post:LISBON", "skos:prefLabel", ["Embassy Lisbon"]),
        ("place:lisbon-pt", "cab:country", ["portugal"]),
        ("place:united-states", "skos:prefLabel", ["United States"]),
        ("problem:09LISBON917-1", "cab:line", ["8"]),
        ("tag:QQXX", "skos:notation", ["QQXX"]),
        ("tag:PREL", "skos:notation", []),
        ("portion-marking:C-QQ", "skos:broader", ["C"]),
        ("addressing:09LISBON917-4", "cab:recipient", []),
        ("organization:international-maritime-organization", "skos:altLabel", ["IMO", "I.M.O."]),
    ],
)
def test_what_is_written(quads: list[Quad], subject: str, predicate: str, expected: list[str]) -> None:
    assert objects(quads, subject, predicate) == expected


def test_unknown_codes_are_said_to_be_unknown(quads: list[Quad]) -> None:
    unknown = {s.removeprefix(VOCAB) for s, p, o, _ in quads if p == RDF_TYPE and o == CAB + "UnknownTerm"}
    assert unknown == {"tag/QQXX", "portion-marking/C-QQ", "function/pours-tea"}


def test_no_blank_nodes_one_graph_no_doubles(quads: list[Quad]) -> None:
    graph = DEFAULT_BASE + "graph/09LISBON917"
    assert [g for g, _ in groupby(g for *_, g in quads)] == [graph, graph + "/mentions"]
    assert {s for s, *_, g in quads if g != graph} == {s for s, *_ in quads if "/mention/" in s}
    iris = [t for s, p, o, g in quads for t in (s, p, o, g) if isinstance(t, str)]
    assert all(iri.startswith(("https://", "http://")) for iri in iris)
    assert len(quads) == len(set(quads))


def test_each_subject_stands_in_one_run(quads: list[Quad]) -> None:
    runs = [s for n, (s, *_) in enumerate(quads) if n == 0 or quads[n - 1][0] != s]
    assert len(runs) == len(set(runs))


def test_everything_that_is_named_is_described(quads: list[Quad]) -> None:
    """An IRI under the base is a subject here, but for the cables that are cited."""
    subjects = {s for s, *_ in quads}
    named = {o for *_, o, _ in quads if isinstance(o, str) and o.startswith(DEFAULT_BASE)}
    assert {iri for iri in named - subjects if "/cable/" not in iri} == set()


def test_offsets_slice_to_the_anchor(quads: list[Quad], cable: Cable) -> None:
    about: dict[str, dict[str, str]] = defaultdict(dict)
    for s, p, o, _ in quads:
        if p.startswith(NIF):
            about[s][p.removeprefix(NIF)] = o if isinstance(o, str) else o.lexical
    phrases = {s: found for s, found in about.items() if "beginIndex" in found}
    paragraphs = {s: o for s, p, o, _ in quads if p == PROV + "wasDerivedFrom"}  # of statements
    for iri, found in phrases.items():
        text = about[found.get("referenceContext") or str(paragraphs[iri])]["isString"]
        assert text in cable.document.text
        assert text[int(found["beginIndex"]) : int(found["endIndex"])] == found["anchorOf"]
    kinds = [s.removeprefix(DEFAULT_BASE).partition("/")[0] for s in phrases]
    assert (kinds.count("mention"), kinds.count("statement"), kinds.count("passage")) == (7, 4, 1)


def test_a_mention_outside_its_paragraph_gets_no_node(cable: Cable) -> None:
    bad = replace(cable, mentions=(cable.mentions[1]._replace(span=Span(0, 5)),))
    assert not any("/mention/" in s for s, *_ in to_quads(bad))


def test_an_empty_cable_says_what_it_is_and_where_it_came_from() -> None:
    cable = Cable(id=None, document=SourceDocument(name="x", text="", format="text"))
    quads = to_quads(cable)
    assert len({s for s, *_ in quads}) == 2
    assert "identifier" not in " ".join(p for _, p, *_ in quads)


@pytest.mark.parametrize("row", PROPERTIES, ids=lambda row: row.field)
def test_every_row_is_written(quads: list[Quad], row: object) -> None:
    assert any(p == row.predicate for _, p, *_ in quads)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "lexical", "datatype"),
    [
        ("2009-04-03T22:17Z", "2009-04-03T22:17:00Z", XSD_DATETIME),
        ("2009-04-03T22:17:05Z", "2009-04-03T22:17:05Z", XSD_DATETIME),
        ("2009-04-03T10:30", "2009-04-03T10:30:00", XSD_DATETIME),
        ("2009-04-03", "2009-04-03", XSD_DATE),
        ("2009", "2009", XSD_GYEAR),
        ("2009-02-31", "2009-02-31", None),
        ("2009-02-31T10:00Z", "2009-02-31T10:00Z", None),
        ("2009-04-03T24:17Z", "2009-04-03T24:17Z", None),
        ("spring", "spring", None),
    ],
)
def test_instant(text: str, lexical: str, datatype: str | None) -> None:
    assert instant(text) == Literal(lexical, datatype)


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Lisboa", ["lisbon-pt"]), ("Ajuda Palace, Lisbon", ["lisbon-pt"]), ("Ajuda Palace", []), (None, [])],
)
def test_a_meeting_in_a_house_is_in_its_city(cable: Cable, place: str | None, expected: list[str]) -> None:
    there = replace(cable, meetings=(replace(cable.meetings[0], place=place),))
    assert objects(to_quads(there), "meeting:09LISBON917-1", "schema:location") == expected


def test_a_meeting_that_no_paragraph_reports_comes_from_the_cable(cable: Cable) -> None:
    subject = replace(cable.meetings[0], paragraphs=(), span=cable.addressees[0].span)
    told = replace(subject, span=cable.statements[2].said)
    quads = to_quads(replace(cable, meetings=(subject, told)))
    assert objects(quads, "meeting:09LISBON917-1", "prov:wasDerivedFrom") == ["09LISBON917"]
    assert objects(quads, "meeting:09LISBON917-2", "prov:wasDerivedFrom") == ["09LISBON917-2-2"]


def test_a_signer_whom_two_may_be_is_nobody(cable: Cable) -> None:
    namesakes = tuple(Person(name=name, country="US", span=Span(0, 0)) for name in ("Jane Doe", "Mary Doe"))
    bare = replace(cable, persons=namesakes, mentions=(), statements=(), meetings=(), spans={})
    assert objects(to_quads(bare), "cable:09LISBON917", "cab:signedBy") == []
    one = replace(bare, persons=namesakes[:1])
    assert objects(to_quads(one), "cable:09LISBON917", "cab:signedBy") == ["09LISBON917-jane-doe"]


def test_a_cable_does_not_reference_itself(cable: Cable) -> None:
    own = replace(cable, references=(replace(cable.references[0], id=cable.id),), inline_references=())
    assert objects(to_quads(own), "cable:09LISBON917", "dcterms:references") == []


def test_a_page_break_is_no_part_of_what_is_said(cable: Cable) -> None:
    broken = replace(cable, statements=(replace(cable.statements[0], readable_said="Portugal would wait"),))
    assert objects(to_quads(broken), "statement:09LISBON917-1", "cab:said") == ["Portugal would wait"]


def test_nonconforming_is_said_of_the_cable(quads: list[Quad]) -> None:
    marked = mark_nonconforming(quads)
    assert objects(marked, "cable:09LISBON917", "cab:conforms") == ["false"]
    assert len(marked) == len(quads) + 1


def test_to_graph_keeps_lexical_forms(cable: Cable, quads: list[Quad]) -> None:
    import rdflib

    graph = to_graph(cable)
    assert len(graph) == len(quads)
    issued = graph.value(rdflib.URIRef(full("cable:09LISBON917")), rdflib.URIRef(full("dcterms:issued")))
    assert str(issued) == "2009-04-03T04:17:00Z"
    assert graph.namespace_manager.normalizeUri(full("cable:09LISBON917")) == "cable:09LISBON917"


def test_a_readable_text_stands_beside_the_printed_one_only_where_words_differ(cable: Cable) -> None:
    first, *others = cable.paragraphs
    printed = first.content.of(cable.document.text)
    for text, expected in (("  ".join(printed.split()), []), ("Summary: cut.", ["Summary: cut."])):
        quads = to_quads(replace(cable, paragraphs=(replace(first, text=text), *others)))
        assert objects(quads, "paragraph:09LISBON917-1", "schema:text") == expected


def test_a_cable_of_a_post_of_two_names_is_the_other(quads: list[Quad]) -> None:
    same = {(s, o) for s, p, o, _ in quads if p == "http://www.w3.org/2002/07/owl#sameAs"}
    cable = DEFAULT_BASE + "cable/"
    assert same == {(cable + "09LISBON917", cable + "09LISBOA917"), (cable + "09LISBON900", cable + "09LISBOA900")}
