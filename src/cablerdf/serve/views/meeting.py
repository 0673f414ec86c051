"""A meeting: who, when, where, and the paragraphs that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cablerdf.serve.site import Site
from cablerdf.store.base import Row

MEETINGS = """SELECT ?meeting ?cable ?date ?where ?place ?method ?certainty WHERE {
  $which ?meeting a cab:Meeting . OPTIONAL { ?cable cab:reports ?meeting }
  OPTIONAL { ?meeting schema:startDate ?date } OPTIONAL { ?meeting schema:location ?where }
  OPTIONAL { ?meeting cab:placeName ?place } OPTIONAL { ?meeting cab:method ?method }
  OPTIONAL { ?meeting cab:certainty ?certainty } } ORDER BY ?date ?meeting"""
PARTICIPANTS = """SELECT ?meeting ?part ?person ?name ?title ?side ?function ?certainty WHERE {
  $which ?meeting cab:participation ?part . OPTIONAL { ?part cab:participant ?person }
  OPTIONAL { ?part cab:participantName ?name } OPTIONAL { ?part cab:roleTitle ?title }
  OPTIONAL { ?part cab:delegation ?side } OPTIONAL { ?part cab:function ?function }
  OPTIONAL { ?part cab:certainty ?certainty } }"""
EVIDENCE = """SELECT ?meeting ?par WHERE { $which ?meeting prov:wasDerivedFrom ?par . ?par a cab:Paragraph }"""
QUOTES = """SELECT ?par ?number ?text WHERE {
  $meeting prov:wasDerivedFrom ?par . ?par nif:isString ?text . OPTIONAL { ?par cab:paragraphNumber ?number } }
  ORDER BY ?number ?par"""


@dataclass(slots=True)
class Participant:
    """Somebody at a meeting; `iri` is "" for one known by function alone."""

    iri: str
    name: str
    title: str
    side: str
    function: str


@dataclass(slots=True)
class Meeting:
    """A meeting as its tables show it."""

    iri: str
    cable: str
    date: str
    place: str
    place_iri: str
    method: str
    certainty: str
    participants: list[Participant] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    def sides(self) -> list[tuple[str, list[Participant]]]:
        """The participants by side, sides in order of appearance."""
        found: dict[str, list[Participant]] = {}
        for participant in self.participants:
            found.setdefault(participant.side, []).append(participant)
        return list(found.items())


def meetings_of(site: Site, which: str) -> list[Meeting]:
    """The meetings that a pattern with `?meeting` finds, by date, each with its participants and evidence."""
    found: dict[str, Meeting] = {}
    for row in site.select(MEETINGS, which=which):
        iri = row["meeting"].value
        where, place = value(row, "where"), value(row, "place")
        if iri not in found:
            found[iri] = Meeting(
                iri,
                value(row, "cable"),
                value(row, "date"),
                place,
                where,
                value(row, "method"),
                value(row, "certainty"),
            )
    if not found:
        return []
    rows = sorted(site.select(PARTICIPANTS, which=which), key=lambda r: position(r["part"].value))
    concepts = site.labels([v for row in rows for v in (value(row, "side"), value(row, "function")) if v])
    people = site.labels([value(row, "person") for row in rows if "person" in row])
    seen: set[str] = set()
    for row in rows:
        meeting, part = found.get(row["meeting"].value), row["part"].value
        if meeting is None or part in seen:
            continue
        seen.add(part)
        person = value(row, "person")
        name = people.get(person, "") or value(row, "name")
        side, function = concepts.get(value(row, "side"), ""), concepts.get(value(row, "function"), "")
        meeting.participants.append(Participant(person, name, value(row, "title"), side, function))
    for row in site.select(EVIDENCE, which=which):
        meeting = found.get(row["meeting"].value)
        if meeting is not None and row["par"].value not in meeting.paragraphs:
            meeting.paragraphs.append(row["par"].value)
    places = site.labels([m.place_iri for m in found.values() if m.place_iri])
    for meeting in found.values():
        meeting.paragraphs.sort(key=position)
        meeting.place = meeting.place or places.get(meeting.place_iri, "")
    return list(found.values())


def position(iri: str) -> tuple[int, ...]:
    """The numbers at the end of an IRI, for sorting: `participation/05TOKYO1349-1-10` comes after `-9`."""
    return tuple(int(part) if part.isdigit() else 0 for part in iri.rpartition("/")[2].split("-")[1:])


def value(row: Row, name: str) -> str:
    term = row.get(name)
    return "" if term is None else str(term.value)


def meeting_view(site: Site, iri: str) -> dict[str, Any] | None:
    """The values of a meeting's page."""
    found = meetings_of(site, f"VALUES ?meeting {{ <{iri}> }}")
    if not found:
        return None
    meeting = found[0]
    quotes = [
        {"iri": row["par"].value, "number": value(row, "number"), "text": " ".join(row["text"].value.split())}
        for row in site.select(QUOTES, meeting=f"<{iri}>")
    ]
    card = site.index.cards([meeting.cable]).get(meeting.cable)
    return {
        "template": "meeting.html",
        "iri": iri,
        "title": "Meeting",
        "meeting": meeting,
        "cable": card,
        "quotes": quotes,
        "method": site.label(meeting.method) if meeting.method else "",
    }
