"""Every shape: a good graph passes, and a graph broken in just that way fails for just that reason, in both engines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest

import cablerdf
from cablerdf.check.engines import ENGINES
from cablerdf.check.report import Finding
from cablerdf.check.shapes import ALWAYS, DEEP, background, shapes_text
from cablerdf.link.identity.people import people_of
from cablerdf.model.link import Link
from cablerdf.pipeline.people.rolls import roll_of
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.links import link_quads
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.people import PeopleMapping
from cablerdf.rdf.quads import Literal, Object, Quad
from cablerdf.rdf.terms import (
    CAB,
    DCTERMS,
    DEFAULT_BASE,
    FOAF,
    ITSRDF,
    NIF,
    PROV,
    RDF_TYPE,
    SCHEMA,
    SEMAPV,
    SKOS,
    SSSOM,
    VOCAB,
    XSD,
)

SHAPE = "https://w3id.org/cablerdf/shapes#"
CABLE = """\
R 021500Z MAY 07
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 1234
INFO RUEHCP/AMEMBASSY COPENHAGEN 0042

C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000517

NOFORN
SIPDIS

E.O. 12958: DECL: 05/01/2017
TAGS: PREL, QQZZ, NO
SUBJECT: FISHERIES TALKS

REF: A. COPENHAGEN 301

Classified By: Political Counselor Ann Porter, reasons 1.4 (b) and (d).

THE MEETING
-----------

1. (C) On April 30 Foreign Minister Kari Dahl told Ann Porter that Norway would
raise the quota. (COMMENT: She said so with a smile. END COMMENT.) The
United Nations had asked for it.

2. (U) Participants:

Norway
Foreign Minister Kari Dahl

U.S.
Ann Porter, Political Counselor (notetaker)
PORTER
"""

NOTHING = f"{DEFAULT_BASE}nothing/at-all"
NEGATIVE = Literal("-1", XSD + "integer")


def xsd(lexical: str, kind: str) -> Literal:
    return Literal(lexical, XSD + kind)


class Break(NamedTuple):
    """Take `predicate` away from the first thing of `kind` that has it, and put `values` in its place."""

    shape: str
    kind: str
    predicate: str
    values: tuple[Object, ...] = ()


BREAKS = (
    Break("cable-identifier", "Cable", DCTERMS + "identifier", (Literal("7-OSLO-517"),)),
    Break("cable-identifier-known", "Cable", DCTERMS + "identifier"),
    Break("cable-title", "Cable", DCTERMS + "title", (Literal("FISHERIES\nTALKS"),)),
    Break("cable-title-known", "Cable", DCTERMS + "title"),
    Break("cable-issued", "Cable", DCTERMS + "issued", (Literal("2 May 2007"),)),
    Break("cable-issued-known", "Cable", DCTERMS + "issued"),
    Break("cable-creator", "Cable", DCTERMS + "creator", (NOTHING,)),
    Break("cable-messageNumber", "Cable", CAB + "messageNumber", (Literal("000517"),)),
    Break("cable-classification", "Cable", CAB + "classification", (NOTHING,)),
    Break("cable-classification-known", "Cable", CAB + "classification"),
    Break("cable-caveat", "Cable", CAB + "caveat", (NOTHING,)),
    Break("cable-reason", "Cable", CAB + "classificationReason", (NOTHING,)),
    Break("cable-precedence", "Cable", CAB + "precedence", (NOTHING,)),
    Break("cable-declassifyOn", "Cable", CAB + "declassifyOn", (xsd("20170501", "integer"),)),
    Break("cable-declassified-after-issue", "Cable", CAB + "declassifyOn", (xsd("1997-05-01", "date"),)),
    Break("cable-classifiedBy", "Cable", CAB + "classifiedBy", (NOTHING,)),
    Break("cable-signedBy", "Cable", CAB + "signedBy", (NOTHING,)),
    Break("cable-subject", "Cable", DCTERMS + "subject", (NOTHING,)),
    Break("cable-references", "Cable", DCTERMS + "references", (Literal("07COPENHAGEN301"),)),
    Break("cable-reference", "Cable", CAB + "reference", (NOTHING,)),
    Break("cable-addressee", "Cable", CAB + "addressee", (NOTHING,)),
    Break("cable-reports", "Cable", CAB + "reports", (NOTHING,)),
    Break("cable-source", "Cable", PROV + "wasDerivedFrom"),
    Break("cable-problem", "Cable", CAB + "problem", (NOTHING,)),
    Break("cable-partial", "Cable", CAB + "partial", (Literal("perhaps"),)),
    Break("cable-sectionNumber", "Cable", CAB + "sectionNumber", (xsd("3", "integer"),)),
    Break("heading-text", "Heading", CAB + "printedText"),
    Break("position", "Paragraph", CAB + "position", (NEGATIVE,)),
    Break("paragraph-number", "Paragraph", CAB + "paragraphNumber", (NEGATIVE,)),
    Break("paragraph-marking", "Paragraph", CAB + "portionMarking", (NOTHING,)),
    Break("paragraph-kind", "Paragraph", CAB + "kind", (NOTHING,)),
    Break("paragraph-heading", "Paragraph", CAB + "underHeading", (NOTHING,)),
    Break("paragraph-string", "Paragraph", SCHEMA + "nothing", ()),
    Break("phrase-context", "Mention", NIF + "referenceContext"),
    Break("phrase-begin", "Mention", NIF + "beginIndex", (xsd("9999", "nonNegativeInteger"),)),
    Break("phrase-end", "Passage", NIF + "endIndex"),
    Break("phrase-anchor", "Statement", NIF + "anchorOf"),
    Break("mention-identity", "Mention", ITSRDF + "taIdentRef", (NOTHING,)),
    Break("meeting-date", "Meeting", SCHEMA + "startDate", (xsd("30 April", "date"),)),
    Break("meeting-date-known", "Meeting", SCHEMA + "startDate"),
    Break("meeting-before-its-cable", "Meeting", SCHEMA + "startDate", (xsd("2007-05-30", "date"),)),
    Break("meeting-location", "Meeting", SCHEMA + "location", (NOTHING,)),
    Break("meeting-participation", "Meeting", CAB + "participation", (NOTHING,)),
    Break("meeting-source", "Meeting", PROV + "wasDerivedFrom"),
    Break("method", "Participation", CAB + "method", (NOTHING,)),
    Break("certainty", "Participation", CAB + "certainty", (xsd("1.5", "decimal"),)),
    Break("rule", "Statement", CAB + "rule", (Literal("one"), Literal("two"))),
    Break("person-certainty", "Person", CAB + "certainty", (xsd("1.5", "decimal"),)),
    Break("country-rule", "Person", CAB + "countryRule", (Literal("one"), Literal("two"))),
    Break("body-country-rule", "Organization", CAB + "countryRule", (xsd("3", "integer"),)),
    Break("participation-person", "Participation", CAB + "participant", (NOTHING,)),
    Break("participation-side", "Participation", CAB + "delegation", (NOTHING,)),
    Break("participation-function", "Participation", CAB + "function", (NOTHING,)),
    Break("participation-title", "Participation", CAB + "roleTitle", (Literal("one"), Literal("two"))),
    Break("statement-speaker", "Statement", CAB + "speaker", (NOTHING,)),
    Break("statement-speakerName", "Statement", CAB + "speakerName"),
    Break("statement-speakerKind", "Statement", CAB + "speakerKind", (NOTHING,)),
    Break("statement-verb", "Statement", CAB + "verb"),
    Break("statement-source", "Statement", PROV + "wasDerivedFrom"),
    Break("statement-to", "Statement", CAB + "spokenTo", (NOTHING,)),
    Break("statement-about", "Statement", SCHEMA + "about", (NOTHING,)),
    Break("person-name", "Person", FOAF + "name", (Literal("2. Kari Dahl"),)),
    Break("person-one", "Person", CAB + "person", (NOTHING,)),
    Break("person-title", "Person", CAB + "title", (NOTHING,)),
    Break("title-first", "Title", CAB + "firstGiven", (xsd("1", "integer"),)),
    Break("title-last", "Title", CAB + "lastGiven", (xsd("1", "integer"),)),
    Break("title-cables", "Title", CAB + "cables"),
    Break("entity-country", "Person", CAB + "country", (NOTHING,)),
    Break("entity-label", "Place", SKOS + "prefLabel"),
    Break("place-kind", "Place", CAB + "placeKind"),
    Break("post-code", "Post", SKOS + "notation", (Literal("Oslo"),)),
    Break("post-country", "Post", CAB + "hostCountry", (NOTHING,)),
    Break("addressing-action", "Addressing", CAB + "forAction"),
    Break("addressing-name", "Addressing", CAB + "addresseeName"),
    Break("addressing-recipient", "Addressing", CAB + "recipient", (NOTHING,)),
    Break("addressing-precedence", "Addressing", CAB + "precedence", (NOTHING,)),
    Break("addressing-routing", "Addressing", CAB + "routingIndicator", (Literal("ruehc/"),)),
    Break("reference-text", "Reference", CAB + "printedText"),
    Break("reference-label", "Reference", CAB + "label", (Literal("first of all"),)),
    Break("reference-kind", "Reference", CAB + "referenceKind", (NOTHING,)),
    Break("reference-cites", "Reference", CAB + "cites", (Literal("07COPENHAGEN301"),)),
    Break("source-sha256", "SourceDocument", CAB + "sha256", (Literal("abc"),)),
    Break("source-format", "SourceDocument", CAB + "documentFormat"),
    Break("problem-code", "Problem", CAB + "code", (Literal("Tag Unknown"),)),
    Break("problem-severity", "Problem", CAB + "severity", (NOTHING,)),
    Break("problem-message", "Problem", DCTERMS + "description"),
    Break("problem-line", "Problem", CAB + "line", (NEGATIVE,)),
    Break("link-subject", "Mapping", SSSOM + "subject_id"),
    Break("link-object", "Mapping", SSSOM + "object_id", ("http://www.wikidata.org/entity/Norway",)),
    Break("link-predicate", "Mapping", SSSOM + "predicate_id", (NOTHING,)),
    Break("link-confidence", "Mapping", SSSOM + "confidence", (xsd("95", "decimal"),)),
    Break("link-justification", "Mapping", SSSOM + "mapping_justification", (NOTHING,)),
    Break("link-date", "Mapping", SSSOM + "mapping_date", (Literal("today"),)),
)

# Shapes that a change of one property cannot break alone; their graphs are made by hand below.
BY_HAND = {
    "cable-subject-known", "cable-hasPart", "cable-hasPart-some", "paragraph-cable",
    "meeting-reported", "meeting-paragraph-of-its-cable", "Participation", "participation-meeting", "Person",
    "person-last", "unknown-notation", "unknown-scheme", "quotation-text",
}  # fmt: skip


# What else must fail with it, since two shapes look at the same statement.
BESIDE = {
    "meeting-participation": {"participation-meeting"},
    "cable-reports": {"meeting-reported"},
    "cable-issued": {"meeting-before-its-cable"},  # which compares what is there
    "meeting-date": {"meeting-before-its-cable"},
}


def made(base: str = DEFAULT_BASE) -> list[Quad]:
    """The good graph, its instances under a base of its own."""
    quads = to_quads(cablerdf.parse_text(CABLE), base)
    person = first(quads, "Person")
    link = Link(
        subject=person, target="Q42", predicate=SCHEMA + "sameAs", confidence=0.95, tool="cablerdf",
        tool_version="0", justification=SEMAPV + "CompositeMatching", date="2026-01-01", accepted=True,
    )  # fmt: skip
    people = people_of([roll_of(quads, "07OSLO517")])
    return quads + link_quads([link], base) + PeopleMapping(base).quads(people)


@pytest.fixture(scope="module")
def good() -> list[Quad]:
    return made()


def base_of(row: Break) -> str:
    return f"https://example.org/{row.shape}/"


def broken(row: Break) -> list[Quad]:
    quads = made(base_of(row))
    if row.shape == "paragraph-string":
        subject = first(quads, "Paragraph")
        return [q for q in quads if not (q[0] == subject and q[1] == NIF + "isString")]
    subject = first(quads, row.kind, row.predicate)
    graph = quads[0][3]
    kept = [q for q in quads if not (q[0] == subject and q[1] == row.predicate)]
    return kept + [(subject, row.predicate, value, graph) for value in row.values]


@pytest.fixture(scope="module")
def findings() -> dict[str, tuple[Finding, ...]]:
    """Of each engine, what it finds in all the broken graphs together: their IRIs keep them apart."""
    data = background() + b"".join(serialize(broken(row), "nquads") for row in BREAKS).decode()
    return {engine: run(data, ALWAYS) for engine, run in ENGINES.items()}


def first(quads: Iterable[Quad], kind: str, predicate: str | None = None) -> str:
    quads = list(quads)
    wanted = (SSSOM if kind == "Mapping" else CAB) + kind
    having = {s for s, p, _o, _g in quads if predicate is None or p == predicate}
    found = [s for s, p, o, _g in quads if p == RDF_TYPE and o == wanted]
    return next((s for s in found if s in having), found[0])


def shapes_found(quads: Iterable[Quad], engine: str) -> set[str]:
    return names_of(ENGINES[engine](background() + serialize(quads, "nquads").decode(), DEEP))


def names_of(findings: Iterable[Finding]) -> set[str]:
    return {(finding.shape or "").strip("<>").removeprefix(SHAPE) for finding in findings}


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_good_graph(good: list[Quad], engine: str) -> None:
    assert shapes_found(good, engine) == {"cable-subject-known"}  # QQZZ is in no table


@pytest.mark.parametrize("row", BREAKS, ids=lambda row: row.shape)
def test_broken_graph(findings: dict[str, tuple[Finding, ...]], row: Break) -> None:
    here = {
        engine: {finding for finding in found if finding.focus_node.startswith(f"<{base_of(row)}")}
        for engine, found in findings.items()
    }
    keys = {engine: {finding.key for finding in found} for engine, found in here.items()}
    assert keys["shacl"] == keys["pyshacl"], "the engines disagree"
    shapes = names_of(here["pyshacl"]) - {"cable-subject-known"}
    assert row.shape in shapes
    assert shapes <= {row.shape} | BESIDE.get(row.shape, set())


@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_by_hand(good: list[Quad], engine: str) -> None:
    graph, cable = good[0][3], good[0][0]
    paragraph = first(good, "Paragraph")
    participation, person = first(good, "Participation"), first(good, "Person")
    other = f"{DEFAULT_BASE}cable/07OSLO999"

    def without(predicate: str, subject: str | None = None, value: Object | None = None) -> list[Quad]:
        return [
            q
            for q in good
            if not (q[1] == predicate and (subject is None or q[0] == subject) and (value is None or q[2] == value))
        ]

    def found(quads: list[Quad]) -> set[str]:
        return shapes_found(quads, engine) - {"cable-subject-known"}

    assert found([q for q in good if q[1] != DCTERMS + "hasPart"]) >= {"cable-hasPart-some", "paragraph-cable"}
    assert found([*good, (cable, DCTERMS + "hasPart", NOTHING, graph)]) == {"cable-hasPart"}
    assert found(without(DCTERMS + "hasPart", cable, paragraph)) == {"paragraph-cable"}
    assert found(without(CAB + "reports")) == {"meeting-reported"}
    assert "meeting-paragraph-of-its-cable" in found(
        [
            *without(DCTERMS + "hasPart"),
            *((other, p, o, g) for _s, p, o, g in good if p == DCTERMS + "hasPart"),
        ]
    )
    assert found(without(CAB + "participation")) == {"participation-meeting"}
    nobody = [q for q in good if not (q[0] == participation and q[1] in (CAB + "participant", CAB + "roleTitle"))]
    assert found(nobody) == {"Participation"}
    unknown = first(good, "UnknownTerm")
    assert found(without(SKOS + "notation", unknown)) == {"unknown-notation"}
    assert found(without(SKOS + "inScheme", unknown)) == {"unknown-scheme"}
    mention = first(good, "Mention")
    misquoted = [*without(NIF + "anchorOf", mention), (mention, NIF + "anchorOf", Literal("Somebody"), graph)]
    assert found(misquoted) == {"quotation-text"}
    both = [*good, (person, RDF_TYPE, CAB + "Place", graph)]
    assert "Person" in found(both)
    again = [*good, *((o, p, o, g) for _s, p, o, g in good if p == CAB + "person" and isinstance(o, str))]
    assert found(again) == {"person-last"}


def test_every_shape_has_a_row() -> None:
    named = set(re.findall(r"^shape:([a-z][\w-]+)(?: a sh:NodeShape ;| sh:path)", shapes_text(DEEP), re.M))
    assert named <= {row.shape for row in BREAKS} | BY_HAND
    assert {row.shape for row in BREAKS} | BY_HAND <= named | {"Participation", "Person"}


def test_closed_lists_are_the_vocabularies() -> None:
    from cablerdf.vocab.tables import rows

    listed = set(re.findall(rf"<{re.escape(VOCAB)}([\w-]+)/([\w-]+)>", shapes_text(DEEP)))
    schemes = {scheme for scheme, _notation in listed}
    table = {(row["scheme"], row["notation"]) for row in rows("concepts") if row["scheme"] in schemes}
    assert listed == table
