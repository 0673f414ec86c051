"""A meeting: who, when, where, and the paragraphs that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cablerdf.serve.parts.facts import Facts, order
from cablerdf.serve.parts.segments import excerpt
from cablerdf.serve.parts.text import cable_of
from cablerdf.serve.parts.why import Reason, quote
from cablerdf.serve.site import Site
from cablerdf.store.base import value

# What a line of a list shows of a meeting. A query takes as long as it has rows: it asks for what is shown and no more.
LINE = "rdfs:label, schema:startDate, schema:location, cab:placeName, cab:certainty, prov:wasDerivedFrom"
# The meetings that a pattern with ?meeting finds, and those who took part, as facts.
MEETINGS = f"""SELECT DISTINCT ?s ?p ?o WHERE {{
  {{ $which ?meeting a cab:Meeting ; ?p ?o BIND (?meeting AS ?s)
    FILTER (?p IN ({LINE}, cab:participation, cab:method, cab:rule,
      nif:referenceContext, nif:beginIndex, nif:endIndex)) }}
  UNION {{ $which ?meeting a cab:Meeting ; cab:participation ?s . ?s ?p ?o
    FILTER (?p IN (cab:participant, cab:participantName, cab:roleTitle, cab:delegation, cab:function, cab:certainty,
      cab:redacted, cab:rule)) }} }}"""  # constants  # nosec B608
# The same with nothing of those who took part but who they are.
WITH_WHOM = f"""SELECT DISTINCT ?s ?p ?o WHERE {{
  {{ $which ?meeting a cab:Meeting ; ?p ?o BIND (?meeting AS ?s) FILTER (?p IN ({LINE}, cab:participation)) }}
  UNION {{ $which ?meeting a cab:Meeting ; cab:participation ?s . ?s ?p ?o
    FILTER (?p IN (cab:participant, cab:participantName)) }} }}"""  # constants  # nosec B608
# The same without those who took part, for a list of names.
NAMED = f"""SELECT DISTINCT ?s ?p ?o WHERE {{
  $which ?meeting a cab:Meeting ; ?p ?o BIND (?meeting AS ?s) FILTER (?p IN ({LINE})) }}"""  # constants  # nosec B608
QUOTES = """SELECT ?par ?number ?text WHERE {
  $thing prov:wasDerivedFrom ?par . ?par nif:isString ?text . OPTIONAL { ?par cab:paragraphNumber ?number } }
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
    rule: str = ""

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
    rule: str = ""
    name: str = ""  # who with whom, where, when
    stated: tuple[str, int, int] | None = None  # the paragraph and the offsets of the sentence or list that says so
    participants: list[Participant] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    def sides(self) -> list[tuple[str, list[Participant]]]:
        """The participants by side, sides in order of appearance."""
        found: dict[str, list[Participant]] = {}
        for participant in self.participants:
            found.setdefault(participant.side, []).append(participant)
        return list(found.items())


def meetings_of(site: Site, which: str, query: str = MEETINGS) -> list[Meeting]:
    """The meetings that a pattern with `?meeting` finds, by date, each with its participants and evidence."""
    facts = Facts(site, site.select(query, which=which))
    return meetings_in(site, facts, facts.of_kind("meeting"))


def meetings_by_iri(site: Site, iris: list[str], query: str = MEETINGS) -> list[Meeting]:
    """The meetings of those IRIs, in their order; `NAMED` and `WITH_WHOM` find less of each."""
    if not iris:
        return []
    which = f"VALUES ?meeting {{ {' '.join(f'<{iri}>' for iri in iris)} }}"
    found = {meeting.iri: meeting for meeting in meetings_of(site, which, query)}
    return [found[iri] for iri in iris if iri in found]


def meetings_in(site: Site, facts: Facts, meetings: Iterable[str]) -> list[Meeting]:
    """These meetings as facts tell of them, by date, each with its participants and evidence."""
    found = [meeting_in(site, facts, iri) for iri in meetings]
    everybody = [participant for meeting in found for participant in meeting.participants]
    named = [iri for p in everybody for iri in (p.iri, p.side, p.function)] + [meeting.place_iri for meeting in found]
    labels = site.labels(iri for iri in named if iri)
    for meeting in found:
        meeting.place = meeting.place or labels.get(meeting.place_iri, "")
    for participant in everybody:
        participant.name = labels.get(participant.iri, "") or participant.name
        participant.side = labels.get(participant.side, "")
        participant.function = labels.get(participant.function, "")
    return sorted(found, key=lambda meeting: (meeting.date, meeting.cable, order(meeting.iri)))


def meeting_in(site: Site, facts: Facts, iri: str) -> Meeting:
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
            facts.one(part, "rule"),
        )
        for part in facts.numbered(iri, "participation")
    ]
    return Meeting(
        iri,
        cable_of(site, iri),
        date=facts.one(iri, "startDate"),
        place=facts.one(iri, "placeName"),
        place_iri=facts.one(iri, "location"),
        method=facts.one(iri, "method"),
        certainty=facts.one(iri, "certainty"),
        rule=facts.one(iri, "rule"),
        name=facts.one(iri, "label"),
        stated=stated_in(facts, iri),
        participants=people,
        paragraphs=[par for par in facts.numbered(iri, "wasDerivedFrom") if "/paragraph/" in par],
    )


def stated_in(facts: Facts, iri: str) -> tuple[str, int, int] | None:
    """The paragraph and the offsets of what states a meeting; None where the data have none."""
    begin, end = facts.one(iri, "beginIndex"), facts.one(iri, "endIndex")
    context = facts.one(iri, "referenceContext")
    return (context, int(begin), int(end)) if context and begin.isdigit() and end.isdigit() else None


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
    rows = site.select(QUOTES, iri)
    quotes = [
        {
            "iri": row["par"].value,
            "number": value(row, "number"),
            "pieces": excerpt(row["text"].value, names, width=QUOTED),
        }
        for row in rows
    ]
    texts = {row["par"].value: row["text"].value for row in rows}
    card = site.index.cards([meeting.cable]).get(meeting.cable)
    return {
        "template": "meeting.html",
        "iri": iri,
        "title": "Meeting",
        "meeting": meeting,
        "cable": card,
        "quotes": quotes,
        "reasons": reasons_of(meeting, texts),
        "method": site.label(meeting.method) if meeting.method else "",
    }


def reasons_of(meeting: Meeting, texts: dict[str, str]) -> list[Reason]:
    """How the meeting is known, with the sentence or list that states it, and each of those who took part."""
    stated = meeting.stated
    shown = quote(stated[0], texts[stated[0]], *stated[1:]) if stated and stated[0] in texts else None
    found = [Reason("the meeting", meeting.rule, meeting.certainty, 0, shown)]
    told: dict[tuple[str, str], list[str]] = {}
    for person in meeting.participants:
        told.setdefault((person.rule, person.certainty), []).append(person.name or person.title or person.called)
    return found + [Reason(", ".join(who), rule, certainty) for (rule, certainty), who in told.items()]
