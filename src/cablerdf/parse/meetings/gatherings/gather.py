"""Encounters put together: one gathering for each meeting, with the listed ones."""

from __future__ import annotations

import re
from datetime import date

from cablerdf.model import Participant
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathered, Gathering
from cablerdf.parse.meetings.gatherings.reasons import note_lost
from cablerdf.parse.meetings.offices.titles import once_held
from cablerdf.parse.meetings.sentences.encounters import Encounter
from cablerdf.parse.meetings.sentences.several import by_day, by_opening
from cablerdf.parse.meetings.words.certainty import OFF_LIST, REMARK, TOLD, WEAK

_STRONG = 0.6  # a gathering needs one report of this strength, or stands out otherwise
_EARLY = 3  # paragraphs that say what a cable is about
_OPENING = 2  # paragraphs whose dated meetings are what the cable is about
_NEAR = 3  # paragraphs within which unnamed people are taken for the same
_PAST_DAYS = 75  # an encounter longer before the cable is history
_HEADS = frozenset(("president", "vice president", "secretary", "secretary of state", "secdef"))


def gather(draft: Draft, listed: list[Gathering], found: list[Encounter]) -> list[Gathering]:
    """Every meeting: those of the lists, then those of sentences, in the order of the text."""
    for gathering in listed:
        gathering.persons_listed = _persons_of(draft, gathering)
    gathered = Gathered(listed)
    # one at a time: how an encounter is spread depends on what has been gathered before it
    for encounter in (part for whole in found for single in _apart(whole) for part in _spread(gathered, single)):
        homes = _homes(gathered, encounter)
        lost = _lost(draft, homes, encounter)
        if lost is not None:
            note_lost(draft, encounter, lost)
            continue
        again = homes and homes[0].listed is None and homes[0].date is not None
        if encounter.another and again and not any(g.another for g in homes):
            homes = [gathered.begin(Gathering(date=encounter.date, another=True))]
        if not homes:
            if listed:
                continue
            homes = [gathered.begin(Gathering())]
        for home in homes:
            if home.listed is None:
                gathered.report(home, encounter)
            else:
                _unlisted(home, encounter)
    for gathering in gathered.all:
        if gathering.listed is None and not _stands(draft, gathering):
            note_lost(draft, gathering.reports[0], "too little is told: nobody, nothing but talk, or no time")
    return [g for g in gathered.all if g.listed is not None or _stands(draft, g)]


def _lost(draft: Draft, homes: list[Gathering], encounter: Encounter) -> str | None:
    """Why the report of an encounter counts for nothing; None where it counts."""
    if _history(draft, encounter):
        return f"more than {_PAST_DAYS} days before the cable"
    if _elsewhere(draft, encounter):
        return "our side is somebody in passing, of whom neither subject nor opening tells"
    if homes and _of_another_time(homes[0], encounter):
        return "of another time than the meeting with the same people"
    return None


def _of_another_time(home: Gathering, encounter: Encounter) -> bool:
    """Whether a talk with people who were met is told of in a note, or as what they used to do: "has often met"."""
    if home.listed is not None or home.strength < TOLD:
        return False
    return encounter.strength <= WEAK or (encounter.aside and encounter.kind == "tell")


def _unlisted(home: Gathering, encounter: Encounter) -> None:
    """Takes the day of a listed meeting from a sentence, and whoever speaks there without being on its list."""
    if home.date is None and encounter.kind in ("meet", "noun", "host", "discuss", "occasion"):
        home.date = encounter.date
    if encounter.kind != "tell" or encounter.date is not None or encounter.strength < TOLD:
        return
    for party in encounter.parties:
        if party.person is not None and party.person not in home.persons_listed:
            home.people.setdefault(party.person, party._replace(rule=OFF_LIST))


def _apart(encounter: Encounter) -> list[Encounter]:
    """An encounter, or one for each of those who were met separately."""
    theirs = [p for p in encounter.parties if not p.ours]
    if any(p.person is not None for p in theirs):
        theirs = [p for p in theirs if p.person is not None]
    if not encounter.opens or len(theirs) < 2:
        return [encounter]
    ours = tuple(p for p in encounter.parties if p.ours)
    if encounter.days:
        groups = by_day(theirs, encounter.days)
    else:
        groups = [(group, encounter.date) for group in by_opening(theirs, encounter.opens)]
    return [encounter._replace(parties=(*ours, *group), date=day, single=True) for group, day in groups]


def _spread(gathered: Gathered, encounter: Encounter) -> list[Encounter]:
    """An encounter, or of people who are known to have been met one by one what concerns each: "urged Poe and Roe"."""
    theirs = {p.person for p in encounter.parties if not p.ours and p.person is not None}
    hosts = [g for g in gathered.with_any(theirs) if g.alone & theirs and _same_day(g, encounter)]
    if len(hosts) < 2:
        return [encounter]
    shares = [theirs & g.theirs() for g in hosts]
    if sum(map(len, shares)) != len(set().union(*shares)):
        return [encounter]
    rest = theirs.difference(*shares)
    return [
        encounter._replace(parties=tuple(p for p in encounter.parties if p.ours or p.person in share))
        for share in [*shares, rest]
        if share
    ]


def _same_day(gathering: Gathering, encounter: Encounter) -> bool:
    """Whether nothing tells that a gathering and an encounter are of different days."""
    return gathering.date is None or encounter.date is None or gathering.date.date == encounter.date.date


def _persons_of(draft: Draft, gathering: Gathering) -> dict[int, Participant]:
    """The listed participants by their index in the draft's persons."""
    found: dict[int, Participant] = {}
    assert gathering.listed is not None
    for participant in gathering.listed.participants:
        if participant.name is None:
            continue
        if participant.person is not None:
            found.setdefault(participant.person, participant)
    return found


def _history(draft: Draft, encounter: Encounter) -> bool:
    """Whether an encounter's day is long before the cable."""
    issued = (draft.issued or draft.dtg or "")[:10]
    if encounter.date is None or len(issued) < 10:
        return False
    return (date.fromisoformat(issued) - date.fromisoformat(encounter.date.date)).days > _PAST_DAYS


def _elsewhere(draft: Draft, encounter: Encounter) -> bool:
    """Whether our side is somebody of whom the cable is not about: a head of state or a visitor in passing."""
    ours = [p for p in encounter.parties if p.ours]
    if not ours or any(p.person is None or p.title for p in ours):
        return False
    issued = (draft.issued or draft.dtg or "")[:10]
    if encounter.date is not None and encounter.paragraph < _OPENING and encounter.date.date <= issued:
        return False
    return not any(p.person is not None and _prominent(draft, p.person) for p in ours)


def _prominent(draft: Draft, person: int) -> bool:
    """Whether the subject names a person, or, for those below the heads of state, the opening does."""
    someone = draft.persons[person]
    family = someone.name.split()[-1].lower()
    subject = (draft.subject or "").lower()
    if family in subject and re.search(rf"\b{re.escape(family)}\b", subject):
        return True
    where = [m.paragraph for m in draft.mentions_of(person) if m.paragraph is not None]
    early = any(index < _EARLY for index in where)
    if any(once_held(title) in _HEADS for title in someone.titles):
        return early and len(set(where)) >= _EARLY and any(head in subject for head in _HEADS)
    return early


def _homes(gathered: Gathered, encounter: Encounter) -> list[Gathering]:
    """The gatherings that an encounter belongs to: they share somebody of the other side, and the day."""
    theirs = {p.person for p in encounter.parties if not p.ours and p.person is not None}
    everybody = {p.person for p in encounter.parties if p.person is not None}
    listed = gathered.listing(everybody) if everybody else gathered.first_listed
    if listed:
        return gathered.listing(theirs) or listed[:1]
    offices = {p.title for p in encounter.parties if not p.ours and p.title}
    for gathering in gathered.with_any_or_unnamed(theirs):
        if not _same_day(gathering, encounter):
            continue
        if gathering.with_any(theirs):
            if _by_others(gathering, encounter):
                continue
            return [gathering]
        near = gathering.paragraphs and encounter.paragraph - gathering.paragraphs[-1] < _NEAR
        same_office = offices & {p.title for p in gathering.nameless}
        if _continues(gathering, encounter):
            return [gathering]
        if not theirs and (near or same_office) and not gathering.names_somebody():
            return [gathering]
    return []


def _continues(gathering: Gathering, encounter: Encounter) -> bool:
    """Whether somebody tells us something right after a meeting with people who are not named."""
    told_us = encounter.kind == "tell" and all(p.pronoun for p in encounter.parties if p.ours)
    unnamed = not gathering.names_somebody() and gathering.kinds & {"meet", "noun", "host"}
    return told_us and bool(unnamed) and encounter.date is None and encounter.paragraph == gathering.paragraphs[-1]


def _by_others(gathering: Gathering, encounter: Encounter) -> bool:
    """Whether other officers of ours are told to have met the same people: "in a meeting with Econoffs"."""
    officers = {p.title.lower() for p in encounter.parties if p.ours and p.person is None and p.title}
    if encounter.phoned and gathering.kinds - {"tell"}:  # "the Ambassador called FM Poe" after others had met him
        callers = {p.person for p in encounter.parties if p.ours and p.person is not None}
        return callers.isdisjoint(gathering.people) and officers.isdisjoint(gathering.functions)
    dated = gathering.date is not None or encounter.date is not None
    if encounter.kind != "noun" or dated or gathering.kinds != {"noun"}:
        return False
    named = any(p.ours and p.person is not None for p in encounter.parties) or any(
        p.ours for p in gathering.people.values()
    )
    return not named and bool(officers and gathering.functions) and officers.isdisjoint(gathering.functions)


def _stands(draft: Draft, gathering: Gathering) -> bool:
    """Whether what is known of a gathering is enough to report it."""
    theirs = gathering.theirs()
    if not theirs and not gathering.nameless:
        return False
    if gathering.strength >= TOLD and (gathering.date is not None or gathering.kinds - {"tell"}):
        return True
    words = (draft.subject or "").lower()
    if gathering.strength <= WEAK and gathering.date is None:
        return False  # what somebody used to say, or said long ago
    if gathering.strength >= _STRONG or (theirs and gathering.strength >= REMARK):
        return True
    return any(draft.persons[index].name.split()[-1].lower() in words for index in theirs)
