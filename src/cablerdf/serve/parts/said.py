"""Statements as lists show them: who is reported to have said what, and the place in the text that shows it."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.serve.parts.text import cable_of
from cablerdf.serve.site import Site
from cablerdf.store.base import value

STATEMENTS = """SELECT ?s ?par ?verb ?said ?located ?name ?speaker ?certainty WHERE {
  VALUES ?s { $statements } ?s cab:verb ?verb ; prov:wasDerivedFrom ?par .
  OPTIONAL { ?s cab:said ?said } OPTIONAL { ?s nif:beginIndex ?located }
  OPTIONAL { ?s cab:speakerName ?name } OPTIONAL { ?s cab:speaker ?speaker }
  OPTIONAL { ?s cab:certainty ?certainty } }"""


class Said(NamedTuple):
    """A statement: `speaker` is the person of the collection, "" where nobody known by name speaks."""

    iri: str
    speaker: str
    name: str
    verb: str
    text: str
    cable: str
    paragraph: str
    located: bool
    certainty: str

    @property
    def evidence(self) -> str:
        """What shows it on the page of the cable: the sentence itself, else its paragraph."""
        return self.iri if self.located else self.paragraph


def said_in(site: Site, statements: list[str]) -> list[Said]:
    """The statements of those IRIs, in their order."""
    rows = site.select(STATEMENTS, statements=" ".join(f"<{iri}>" for iri in statements)) if statements else []
    one = site.index.people({value(row, "speaker") for row in rows})
    found: dict[str, Said] = {}
    for row in sorted(rows, key=str):
        speaker = value(row, "speaker")
        entry = Said(
            iri=row["s"].value,
            speaker=one.get(speaker, speaker),
            name=value(row, "name"),
            verb=row["verb"].value,
            text=" ".join(value(row, "said").split()),
            cable=cable_of(site, row["par"].value),
            paragraph=row["par"].value,
            located=bool(value(row, "located")),
            certainty=value(row, "certainty"),
        )
        found.setdefault(entry.iri, entry)
    labels = site.labels({entry.speaker for entry in found.values() if entry.speaker})
    named = {
        iri: entry._replace(name=entry.name or labels.get(entry.speaker, "Not named")) for iri, entry in found.items()
    }
    return [named[iri] for iri in statements if iri in named]
