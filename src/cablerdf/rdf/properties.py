"""Which attribute of a cable becomes which predicate.

Kinds: `text`, `date` (xsd:date where it is one, else text), `instant` (as much of a date as is known),
`flag` (written only where true), `concept` (of the scheme named beside it), `nodes` (things of their
own, which `mapping/` describes; the predicate leads to them, or from them to the cable).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from cablerdf.rdf.terms import CAB, DCTERMS, NIF, OWL, PROV, SCHEMA

Kind = Literal["text", "date", "instant", "flag", "concept", "nodes"]


class Property(NamedTuple):
    """An attribute of `Cable`, the predicate that it becomes, how its value is written."""

    field: str
    predicate: str
    kind: Kind
    scheme: str = ""


PROPERTIES: tuple[Property, ...] = (
    Property("id", DCTERMS + "identifier", "text"),
    Property("same_as", OWL + "sameAs", "nodes"),
    Property("subject", DCTERMS + "title", "text"),
    Property("subject_marking", CAB + "subjectMarking", "concept", "portion-marking"),
    Property("message_number", CAB + "messageNumber", "text"),
    Property("issued", DCTERMS + "issued", "instant"),
    Property("dtg", CAB + "dateTimeGroup", "nodes"),
    Property("origin", DCTERMS + "creator", "nodes"),
    Property("post", CAB + "postName", "text"),
    Property("section", CAB + "sectionNumber", "nodes"),
    Property("precedence", CAB + "precedence", "concept", "precedence"),
    Property("classification", CAB + "classification", "concept", "classification"),
    Property("caveats", CAB + "caveat", "concept", "caveat"),
    Property("captions", CAB + "caption", "text"),
    Property("executive_order", CAB + "executiveOrder", "text"),
    Property("declassify_on", CAB + "declassifyOn", "date"),
    Property("classified_by", CAB + "classifiedBy", "nodes"),
    Property("co_classified_by", CAB + "classifiedBy", "nodes"),
    Property("tags", DCTERMS + "subject", "nodes"),
    Property("references", CAB + "reference", "nodes"),
    Property("inline_references", CAB + "reference", "nodes"),
    Property("addressees", CAB + "addressee", "nodes"),
    Property("signer", CAB + "signature", "text"),
    Property("partial", CAB + "partial", "flag"),
    Property("corrected_copy", CAB + "correctedCopy", "flag"),
    Property("document", PROV + "wasDerivedFrom", "nodes"),
    Property("paragraphs", DCTERMS + "hasPart", "nodes"),
    Property("headings", DCTERMS + "hasPart", "nodes"),
    Property("meetings", CAB + "reports", "nodes"),
    Property("persons", SCHEMA + "mentions", "nodes"),
    Property("orgs", SCHEMA + "mentions", "nodes"),
    Property("places", SCHEMA + "mentions", "nodes"),
    Property("mentions", NIF + "referenceContext", "nodes"),
    Property("statements", PROV + "wasDerivedFrom", "nodes"),
    Property("problems", CAB + "problem", "nodes"),
)

# Attributes that become no triple of their own: where each value stands is told by its mention or statement.
UNMAPPED = frozenset({"spans"})

# The rows that the table alone maps.
PLAIN = tuple(row for row in PROPERTIES if row.kind != "nodes")
