"""A meeting: who, when, where, and the paragraphs that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cablerdf.serve.facts import Facts, order
from cablerdf.serve.segments import excerpt
from cablerdf.serve.site import Site
from cablerdf.store.base import value

MEETINGS = """SELECT ?meeting ?cable ?date ?where ?place ?method ?certainty WHERE {
  $which ?meeting a cab:Meeting . OPTIONAL { ?cable cab:reports ?meeting }
  OPTIONAL { ?meeting schema:startDate ?date } OPTIONAL { ?meeting schema:location ?where }
  OPTIONAL { ?meeting cab:placeName ?place } OPTIONAL { ?meeting cab:method ?method }
  OPTIONAL { ?meeting cab:certainty ?certainty } } ORDER BY ?date ?meeting"""
PARTICIPANTS = """SELECT ?meeting ?part ?person ?name ?title ?side ?function ?certainty ?redacted WHERE {
  $which ?meeting cab:participation ?part . OPTIONAL { ?part cab:participant ?person }
  OPTIONAL { ?part cab:participantName ?name } OPTIONAL { ?part cab:roleTitle ?title }
  OPTIONAL { ?part cab:delegation ?side } OPTIONAL { ?part cab:function ?function }
  OPTIONAL { ?part cab:certainty ?certainty } OPTIONAL { ?part cab:redacted ?redacted } }"""
EVIDENCE = """SELECT ?meeting ?par WHERE { $which ?meeting prov:wasDerivedFrom ?par . ?par a cab:Paragraph }"""
QUOTES = """SELECT ?par ?number ?text WHERE {
  $meeting prov:wasDerivedFrom ?par . ?par nif:isString ?text . OPTIONAL { ?par cab:paragraphNumber ?number } }
  ORDER BY ?number ?par"""


QUOTED = 900  # characters of a paragraph that are quoted


@dataclass(slots=True)
class Participant:
    """Somebody at a meeting; `iri` is "" for one known by function alone, or whose name the source leaves out."""

    iri: str
    name: str
    title: str
    side: str
    function: str
    certainty: str = ""
    redacted: bool = False

    @property
    def called(self) -> str:
        """The name, or what stands for it."""
        return self.name or ("name removed" if self.redacted else "not named")


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
    rows = sorted(site.select(PARTICIPANTS, which=which), key=lambda r: order(r["part"].value))
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
        meeting.participants.append(
            Participant(person, name, value(row, "title"), side, function, value(row, "certainty"), "redacted" in row)
        )
    for row in site.select(EVIDENCE, which=which):
        meeting = found.get(row["meeting"].value)
        if meeting is not None and row["par"].value not in meeting.paragraphs:
            meeting.paragraphs.append(row["par"].value)
    places = site.labels([m.place_iri for m in found.values() if m.place_iri])
    for meeting in found.values():
        meeting.paragraphs.sort(key=order)
        meeting.place = meeting.place or places.get(meeting.place_iri, "")
    return list(found.values())


def meetings_in(site: Site, facts: Facts, cable: str) -> list[Meeting]:
    """The meetings that a cable reports, by date, each with its participants and evidence."""
    found = [meeting_in(facts, iri, cable) for iri in facts.numbered(cable, "reports")]
    concepts = {v for m in found for p in m.participants for v in (p.side, p.function) if v}
    people = {p.iri for m in found for p in m.participants if p.iri}
    labels = site.labels([*concepts, *people, *(m.place_iri for m in found if m.place_iri)])
    for meeting in found:
        meeting.place = meeting.place or labels.get(meeting.place_iri, "")
        for participant in meeting.participants:
            participant.name = labels.get(participant.iri, "") or participant.name
            participant.side = labels.get(participant.side, "")
            participant.function = labels.get(participant.function, "")
    return sorted(found, key=lambda m: m.date)


def meeting_in(facts: Facts, iri: str, cable: str) -> Meeting:
    """A meeting as the facts have it: sides and functions still by their IRIs."""
    people = [
        Participant(
            facts.one(part, "participant"),
            facts.one(part, "participantName"),
            facts.one(part, "roleTitle"),
            facts.one(part, "delegation"),
            facts.one(part, "function"),
            facts.one(part, "certainty"),
            bool(facts.one(part, "redacted")),
        )
        for part in facts.numbered(iri, "participation")
    ]
    return Meeting(
        iri,
        cable,
        date=facts.one(iri, "startDate"),
        place=facts.one(iri, "placeName"),
        place_iri=facts.one(iri, "location"),
        method=facts.one(iri, "method"),
        certainty=facts.one(iri, "certainty"),
        participants=people,
        paragraphs=[par for par in facts.numbered(iri, "wasDerivedFrom") if "/paragraph/" in par],
    )


def names_to_mark(meeting: Meeting) -> list[str]:
    """The names by which a text may call those who met: whole, and the last word of each."""
    names = [participant.name for participant in meeting.participants if participant.name]
    return list(dict.fromkeys([*names, *(name.split()[-1] for name in names)]))


def meeting_view(site: Site, iri: str) -> dict[str, Any] | None:
    """The values of a meeting's page."""
    found = meetings_of(site, f"VALUES ?meeting {{ <{iri}> }}")
    if not found:
        return None
    meeting = found[0]
    names = names_to_mark(meeting)
    quotes = [
        {
            "iri": row["par"].value,
            "number": value(row, "number"),
            "pieces": excerpt(row["text"].value, names, width=QUOTED),
        }
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
