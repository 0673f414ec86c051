"""Gatherings → meetings, with names in full, offices, sides and places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property

from cablerdf.model import Meeting, Participant, Person, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.lexicon.nationality import demonym_before
from cablerdf.parse.lexicon.offices import in_words, is_person_noun, is_plural
from cablerdf.parse.lexicon.sureness import sureness
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.gatherings.reasons import note_meeting
from cablerdf.parse.meetings.offices.chosen import around, office
from cablerdf.parse.meetings.offices.naming import fuller
from cablerdf.parse.meetings.offices.titles import printed_title
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.words.certainty import HOLDS, INFERRED, OFFICE_ON_LIST
from cablerdf.parse.meetings.words.days import opening_date, said_on, subject_date
from cablerdf.parse.meetings.words.functions import function_of
from cablerdf.parse.meetings.words.title_sides import (
    embassy_side,
    firm_side,
    nameless_side,
    side_in_title,
    watched,
    without_side,
)
from cablerdf.parse.meetings.words.tokens import names_office
from cablerdf.parse.meetings.words.when import Dated

_EARLY = 2
_LONGEST_WORD = 25
_DELEGATIONS = frozenset(("codel", "staffdel"))
_WORD_BEFORE = re.compile(r"(?<!['’])\b(?P<word>[A-Za-z]+)\s+$")  # not of "Charge d'Affaires Poe"
_PARENTHESES = re.compile(r"\([^()]{1,30}\)")  # "Senators Poe (R/AZ), Roe (R/SD)"
_BLACKED_OUT = re.compile(r"[Xx]{3,}")
_ASIDE = re.compile(r"\s*\((?P<note>[^()]{3,30})\)")
# "Poe was the interpreter", "Poe served as notetaker"
_SERVED = re.compile(
    r",?\s+(?:(?:was|were|served as|acted as)\s(?:the\s|an?\s|his\s)?(?P<note>interpreters?|translators?|note-?takers?)"
    r"|(?P<took>took\s+notes))\b"
)


def write(draft: Draft, gatherings: list[Gathering], remarks: list[Gathering]) -> Iterator[Meeting]:
    """The meetings that the gatherings are, in the order of the text, with the talks that undated remarks tell of."""
    opening = _Opening(draft)
    for gathering in gatherings:
        if gathering.date is None and gathering.listed is None:
            gathering.date = _day_elsewhere(draft, gathering, opening, len(gatherings) == 1)
    for gathering in remarks:
        gathering.date = gathering.date or said_on(draft, gathering.theirs())
    for gathering in sorted(gatherings + remarks, key=lambda g: g.span or Span(0, 0)):
        if gathering.listed is not None:
            meeting = _listed(draft, gathering, gathering.listed, opening)
        else:
            meeting = _narrated(draft, gathering)
        if meeting.participants:
            meeting = _nobody_apart(meeting)
            note_meeting(draft, gathering, meeting)
            yield meeting


def _nobody_apart(meeting: Meeting) -> Meeting:
    """A meeting, those of whom nothing is left but that they were there apart from the others."""
    told = (replace(p, title=in_words(p.title)) if p.title else p for p in meeting.participants)
    rows = (replace(p, title=without_side(p.title, p.side)) if p.title and p.side else p for p in told)
    known = tuple(p for p in rows if p.name or p.title or p.note)
    return replace(
        meeting,
        participants=known,
        unnamed=tuple(p.span for p in meeting.participants if not (p.name or p.title or p.note)),
    )


def _narrated(draft: Draft, gathering: Gathering) -> Meeting:
    """The meeting that sentences tell of."""
    rule = gathering.doubted(gathering.rule)
    return Meeting(
        date=gathering.date.date if gathering.date else None,
        time=gathering.setting.time,
        place=gathering.setting.place,
        place_span=gathering.setting.place_span,
        participants=_participants(draft, gathering),
        paragraphs=tuple(sorted(gathering.paragraphs)),
        span=gathering.span or Span(0, 0),
        method="narrative" if gathering.kinds else "inferred",
        rule=rule,
        confidence=sureness("meeting", rule, gathering.strength),
        date_span=gathering.date.span if gathering.date else None,
    )


class _Opening:
    """The days of subject line and opening, looked for once and only when asked for."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    @cached_property
    def subject(self) -> Dated | None:
        return subject_date(self.draft)

    def body(self, people: Collection[int]) -> Dated | None:
        """The day in the opening that no sentence gives to the meeting of others than `people`."""
        return opening_date(self.draft, people)


def _day_elsewhere(draft: Draft, gathering: Gathering, opening: _Opening, alone: bool) -> Dated | None:
    """The day that the subject line or the opening gives to a meeting whose own sentences have none."""
    words = (draft.subject or "").lower()
    named = any(draft.persons[i].name.split()[-1].lower() in words for i in gathering.people)
    found = opening.subject if alone or named else None
    if found is None and gathering.theirs():
        found = said_on(draft, gathering.theirs())
    later = bool(gathering.reports) and gathering.reports[0].another  # "in subsequent talks"
    if found is None and alone and not later and gathering.paragraphs and gathering.paragraphs[0] < _EARLY:
        found = opening.body(gathering.people)
    return found


def _listed(draft: Draft, gathering: Gathering, meeting: Meeting, opening: _Opening) -> Meeting:
    """A listed meeting with its persons found and its day, where its list has none."""
    people = tuple(_resolved(draft, gathering, p) for p in meeting.participants)
    people = tuple(replace(p, confidence=sureness("participant", p.rule, p.confidence)) for p in people)
    named = {p.person for p in people}
    people += tuple(
        replace(_person(draft, party, index, gathering, host_country(draft)), method="inferred")
        for index, party in sorted(gathering.people.items())
        if index not in named
    )
    date, span = meeting.date, meeting.date_span
    if date is None:
        dated = opening.subject or gathering.date or opening.body(())
        date, span = (dated.date, dated.span) if dated else (None, None)
    return replace(meeting, participants=people, date=date, date_span=span)


def _resolved(draft: Draft, gathering: Gathering, participant: Participant) -> Participant:
    """A listed participant with the person's fullest name."""
    for index, listed in gathering.persons_listed.items():
        if listed is participant:
            name = fuller(participant.name or "", draft.persons[index].name)
            return replace(participant, person=index, name=name)
    if participant.name is None and participant.title is not None:
        held = draft.holder(
            participant.title, participant.span.start, side=participant.side, taken=gathering.persons_listed
        )
        if held is not None and held.person not in gathering.persons_listed:
            draft.note_answer(held, participant.title, participant.span)
            name = draft.persons[held.person].name
            return replace(participant, person=held.person, name=name, method="inferred", rule=OFFICE_ON_LIST)
    return participant


def _participants(draft: Draft, gathering: Gathering) -> tuple[Participant, ...]:
    found: list[Participant] = []
    seen: set[int] = set()
    sharing = False  # whether the last one has the title of those listed before him
    host = host_country(draft)
    titles = {p.title.lower() for p in gathering.people.values() if p.title}
    led = titles & _DELEGATIONS  # "CODEL Poe", then "the CODEL"
    forms = [
        f for f in gathering.functions if not (is_plural(f) and any(o.endswith(f" {f}") for o in gathering.functions))
    ]
    spelt = {form.replace(".", ""): gathering.functions[form] for form in forms if form not in led}
    for party in sorted([*spelt.values(), *gathering.people.values()]):
        index = party.person
        if index is None and party.title is not None:
            index = _holding(draft, party, "US", gathering.beside.get(party.title.lower(), ()))
        if index is None:
            found.append(_unnamed(gathering, party, "US", _note(draft, party) or function_of(party.title or "")))
        elif index not in seen:
            seen.add(index)
            own = _person(draft, party, index, gathering, host)
            here = _shared(draft, found[-1] if found else None, own, sharing)
            sharing = here is not own
            found.append(here)
    if not any(p.side != "US" for p in found):
        for party in sorted(gathering.nameless, key=lambda p: p.title is None)[:1]:
            index = _holding(draft, party, party.side, seen) if party.side else None
            party = party if party.title else party._replace(title=_office_of_redacted(draft, party))
            if index is None:
                side = party.side or (nameless_side(draft, party.title, host) if party.title else None)
                party = party if party.title else party._replace(title=_printed(draft, party))
                found.append(_unnamed(gathering, party, side))
            else:
                found.append(_person(draft, party, index, gathering, host))
    return tuple(found)


def _holding(draft: Draft, party: Party, side: str, taken: Collection[int]) -> int | None:
    """Who holds the office by which somebody is told of; noted."""
    held = draft.holder(party.title, party.start, side=side, taken=taken) if party.title else None
    if held is None:
        return None
    draft.note_answer(held, party.title or "", Span(party.start, party.end))
    return held.person


def _office_of_redacted(draft: Draft, party: Party) -> str | None:
    """The office before a name that was struck out: "peace envoy XXXXXXXXXXXX"."""
    here = Span(party.start, party.end)
    opens = draft.clean[max(0, party.start - 3) : party.start].rstrip().endswith(".")  # a sentence
    title = None if opens else printed_title(draft.clean, here, around(draft, here))
    return title if title and any(is_person_noun(word.lower()) for word in title.split()) else None


def _printed(draft: Draft, party: Party) -> str | None:
    """What is printed of somebody without name and office: "the Defense Ministry"; None where it is blacked out."""
    printed = " ".join(draft.clean[party.start : party.end].split())
    return None if _BLACKED_OUT.match(printed) else printed


def _unnamed(gathering: Gathering, party: Party, side: str | None, note: str | None = None) -> Participant:
    """Somebody known by his function alone."""
    rule = gathering.doubted(party.rule)
    return Participant(
        name=None,
        title=party.title,
        side=side,
        note=note,
        span=Span(party.start, party.end),
        method="narrative",
        rule=rule,
        confidence=_sure(gathering, rule),
    )


def _shared(draft: Draft, before: Participant | None, here: Participant, sharing: bool) -> Participant:
    """A participant without a title has that of the one before him: "advisors Ann Poe and Lee Roe"."""
    if here.title is not None or before is None or before.title is None:
        return here
    gap = _PARENTHESES.sub("", draft.clean[before.span.end : here.span.start])
    word = _WORD_BEFORE.search(draft.clean, max(0, before.span.start - _LONGEST_WORD), before.span.start)
    last = word["word"].lower() if word else ""
    plural = (last.endswith("s") and names_office(last[:-1])) or last in ("staff", "members")
    return replace(here, title=before.title) if gap.strip(" ,;\n") in ("", "and") and (sharing or plural) else here


def _person(draft: Draft, party: Party, index: int, gathering: Gathering, host: str | None) -> Participant:
    person = draft.persons[index]
    title = party.office or office(draft, person, party)
    side = party.side or ("US" if party.ours else _side(draft, person, title, host))
    resolved = party.person is None
    rule = HOLDS if resolved else gathering.doubted(party.rule)
    return Participant(
        name=person.name,
        title=title,
        side=side,
        note=_note(draft, party),
        person=index,
        span=Span(party.start, party.end),
        method="inferred" if resolved else "narrative",
        rule=rule,
        confidence=_sure(gathering, rule),
    )


def _sure(gathering: Gathering, rule: str) -> float:
    """How sure it is that somebody took part of whom a rule says so."""
    return sureness("participant", rule, gathering.strength if gathering.listed is None else INFERRED)


def _note(draft: Draft, party: Party) -> str | None:
    """The function in the parentheses behind somebody: "Poloff (notetaker)"."""
    aside = _ASIDE.match(draft.clean, party.end)
    served = _SERVED.match(draft.clean, party.end) if aside is None else None
    if served is not None and served["took"]:
        return "notetaker"
    match = aside or served
    return function_of(match["note"]) if match else None


def _side(draft: Draft, person: Person, title: str | None, host: str | None) -> str | None:
    """The side of somebody who is not ours."""
    told = (demonym_before(title) or embassy_side(title) or firm_side(draft, title)) if title else None
    if told is not None:
        return told
    country = plain_country(person.country) if person.country else None
    if country not in (None, "US") and not (title and country == watched(title)):
        return country
    if title:
        side = side_in_title(title, host)
        if side:
            return side
    return host
