"""The kinds of table: which question gives the rows, and what each column holds.

A question is asked graph by graph, some hundreds of cables at a time; it binds `?fact`, the thing that a row is about
and by whose IRI a curator corrects it, and a variable for every column.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["iri", "text", "code", "number"]


class Column(NamedTuple):
    """A column: `code` is the last part of an IRI, `many` joins the values that a fact has several of."""

    name: str
    kind: Kind = "text"
    many: bool = False


class Sheet(NamedTuple):
    """A kind of table: one row a fact."""

    name: str
    title: str
    columns: tuple[Column, ...]
    pattern: str

    def query(self, graphs: list[str]) -> str:
        """The question for the cables of some graphs."""
        names = " ".join(f"?{column.name}" for column in self.columns)
        values = " ".join(f"<{graph}>" for graph in graphs)
        return f"SELECT {names} WHERE {{ VALUES ?g {{ {values} }} GRAPH ?g {{ {self.pattern} }} }}"


FACT, CABLE, PARAGRAPH = Column("fact", "iri"), Column("cable", "iri"), Column("paragraph", "iri", many=True)
CERTAIN = (Column("method", "code"), Column("certainty", "number"))


def optional(thing: str, /, **paths: str) -> str:
    """OPTIONAL patterns for variables and the properties of a thing that bind them."""
    return " ".join(f"OPTIONAL {{ ?{thing} {path} ?{name} }}" for name, path in paths.items()) + " "


SURE = optional("fact", method="cab:method", certainty="cab:certainty")

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "cables",
        "The header of each cable",
        (
            FACT, Column("id"), Column("issued"), Column("post", "code"), Column("classification", "code"),
            Column("caveats", "code", many=True), Column("declassify_on"), Column("tags", "code", many=True),
            Column("subject"), Column("signature"), Column("conforms"),
        ),
        "?fact a cab:Cable . "
        + optional(
            "fact", id="dcterms:identifier", issued="dcterms:issued", post="dcterms:creator",
            classification="cab:classification", caveats="cab:caveat", declassify_on="cab:declassifyOn",
            tags="dcterms:subject", subject="dcterms:title", signature="cab:signature", conforms="cab:conforms",
        ),
    ),
    Sheet(
        "people",
        "Each person in each cable that names him",
        (
            FACT, CABLE, Column("name"), Column("other_names", many=True), Column("title", many=True),
            Column("country", "code", many=True), Column("collection_person", "iri"), Column("rule"),
            Column("country_rule"), Column("certainty", "number"),
        ),
        "?cable a cab:Cable . ?fact a cab:Person . "
        + optional(
            "fact", name="foaf:name", other_names="skos:altLabel", title="schema:jobTitle", country="cab:country",
            collection_person="cab:person", rule="cab:rule", country_rule="cab:countryRule", certainty="cab:certainty",
        ),
    ),
    Sheet(
        "meetings",
        "Each participation of somebody in a meeting",
        (
            FACT, CABLE, PARAGRAPH, Column("meeting", "iri"), Column("date"), Column("place"), Column("person", "iri"),
            Column("name"), Column("title"), Column("delegation", "code"), Column("function", "code", many=True),
            *CERTAIN, Column("rule"), Column("meeting_name"),
        ),
        "?cable cab:reports ?meeting . ?meeting cab:participation ?fact . "
        + optional(
            "meeting", date="schema:startDate", place="schema:location", paragraph="prov:wasDerivedFrom",
            meeting_name="rdfs:label",
        )
        + optional(
            "fact", person="cab:participant", name="cab:participantName", title="cab:roleTitle",
            delegation="cab:delegation", function="cab:function", rule="cab:rule",
        )
        + SURE,
    ),
    Sheet(
        "statements",
        "Each statement, with who made it",
        (
            FACT, CABLE, PARAGRAPH, Column("speaker", "iri"), Column("speaker_name"), Column("speaker_kind", "code"),
            Column("verb"), Column("sentence"), Column("said"), Column("about", "code", many=True), *CERTAIN,
            Column("rule"),
        ),
        "?cable a cab:Cable . ?fact a cab:Statement . "
        + optional(
            "fact", paragraph="prov:wasDerivedFrom", speaker="cab:speaker", speaker_name="cab:speakerName",
            speaker_kind="cab:speakerKind", verb="cab:verb", sentence="nif:anchorOf", said="cab:said",
            about="schema:about", rule="cab:rule",
        )
        + SURE,
    ),
    Sheet(
        "references",
        "Each reference to another cable or paper",
        (FACT, CABLE, Column("label"), Column("text"), Column("kind", "code"), Column("cites", "iri")),
        "?cable cab:reference ?fact . "
        + optional("fact", label="cab:label", text="cab:printedText", kind="cab:referenceKind", cites="cab:cites"),
    ),
)  # fmt: skip
NAMES = (*(sheet.name for sheet in SHEETS), "all")
