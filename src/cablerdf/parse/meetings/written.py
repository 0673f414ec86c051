"""Gatherings → meetings, with names in full, offices, sides and places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property

from cablerdf.model import Meeting, Mention, Participant, Person, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.certainty import INFERRED, MET, RESOLVED, TOLD
from cablerdf.parse.meetings.days import opening_date, said_on, subject_date
from cablerdf.parse.meetings.functions import function_of, is_officer
from cablerdf.parse.meetings.gathering import Gathering
from cablerdf.parse.meetings.naming import fuller, holder
from cablerdf.parse.meetings.party import Party
from cablerdf.parse.meetings.sides import demonym, host_side, plain
from cablerdf.parse.meetings.title_sides import embassy_side, side_in_title, watched
from cablerdf.parse.meetings.titles import (
    apposition,
    described,
    is_style,
    office_before_comma,
    office_before_style,
    printed_title,
    singular,
)
from cablerdf.parse.meetings.tokens import is_head
from cablerdf.parse.meetings.when import Dated

_DELEGATIONS = ("codel", "staffdel", "congressional delegation")
_LONGEST_TITLE = 14
_EARLY = 2
_SHORTENED = re.compile(r"[A-Z]\w{1,3}\.")  # "Gen."
_LISTED = re.compile(r",\s{1,3}(?:the\s{1,3})?(?P<office>[A-Z][\w'/-]*(?:\s[A-Z][\w'/-]*){0,2})(?=,|\s{1,3}and\b)")
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
    for gathering in sorted(gatherings + remarks, key=lambda g: g.span or Span(0, 0)):
        if gathering.listed is not None:
            yield _listed(draft, gathering, gathering.listed, opening)
            continue
        people = _participants(draft, gathering)
        if people:
            yield Meeting(
                date=gathering.date.date if gathering.date else None,
                time=gathering.setting.time,
                place=gathering.setting.place,
                place_span=gathering.setting.place_span,
                participants=people,
                paragraphs=tuple(sorted(gathering.paragraphs)),
                span=gathering.span or Span(0, 0),
                method="narrative" if gathering.kinds else "inferred",
                confidence=gathering.strength,
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
    if found is None and alone and gathering.paragraphs and gathering.paragraphs[0] < _EARLY:
        found = opening.body(gathering.people)
    return found


def _listed(draft: Draft, gathering: Gathering, meeting: Meeting, opening: _Opening) -> Meeting:
    """A listed meeting with its persons found and its day, where its list has none."""
    people = tuple(_resolved(draft, gathering, p) for p in meeting.participants)
    named = {p.person for p in people}
    people += tuple(
        replace(_person(draft, party, index, gathering, host_side(draft.post)), method="inferred", confidence=INFERRED)
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
        held = holder(draft, participant.title, participant.side, gathering.persons_listed)
        if held is not None and held not in gathering.persons_listed:
            return replace(
                participant, person=held, name=draft.persons[held].name, method="inferred", confidence=RESOLVED
            )
    return participant


def _participants(draft: Draft, gathering: Gathering) -> tuple[Participant, ...]:
    found: list[Participant] = []
    seen: set[int] = set()
    sharing = False  # whether the last one has the title of those listed before him
    host = host_side(draft.post)
    for party in sorted([*gathering.functions.values(), *gathering.people.values()]):
        before = found[-1] if found else None
        index = party.person
        if index is None and party.title is not None:
            index = holder(draft, party.title, "US", gathering.beside.get(party.title.lower(), ()))
        if index is not None:
            if index not in seen:
                seen.add(index)
                own = _person(draft, party, index, gathering, host)
                here = _shared(draft, before, own, sharing)
                sharing = here is not own
                found.append(here)
            continue
        found.append(
            Participant(
                name=None,
                title=party.title,
                side="US",
                note=_note(draft, party),
                span=Span(party.start, party.end),
                method="narrative",
                confidence=MET,
            )
        )
    if not any(p.side != "US" for p in found):
        for party in sorted(gathering.nameless, key=lambda p: p.title is None)[:1]:
            index = holder(draft, party.title, party.side, seen) if party.title and party.side else None
            if index is not None:
                found.append(_person(draft, party, index, gathering, host))
                continue
            found.append(
                Participant(
                    name=None,
                    title=party.title,
                    side=party.side,
                    span=Span(party.start, party.end),
                    method="narrative",
                    confidence=TOLD,
                )
            )
    return tuple(found)


def _shared(draft: Draft, before: Participant | None, here: Participant, sharing: bool) -> Participant:
    """A participant without a title has that of the one before him: "advisors Ann Poe and Lee Roe"."""
    if here.title is not None or before is None or before.title is None:
        return here
    gap = draft.clean[before.span.end : here.span.start]
    office = printed_title(draft.clean, before.span, _around(draft, before.span)) or ""
    last = office.split()[-1].lower() if office else ""
    if gap.strip(" ,\n") in ("", "and") and (sharing or last.endswith("s") or last in ("staff", "members")):
        return replace(here, title=before.title)
    return here


def _person(draft: Draft, party: Party, index: int, gathering: Gathering, host: str | None) -> Participant:
    person = draft.persons[index]
    title = party.office or _title(draft, person, party)
    side = party.side or ("US" if party.ours else _side(person, title, host))
    resolved = party.person is None
    return Participant(
        name=person.name,
        title=title,
        side=side,
        note=_note(draft, party),
        person=index,
        span=Span(party.start, party.end),
        method="inferred" if resolved else "narrative",
        confidence=RESOLVED if resolved else gathering.strength,
    )


def _note(draft: Draft, party: Party) -> str | None:
    """The function in the parentheses behind somebody: "Poloff (notetaker)"."""
    aside = _ASIDE.match(draft.clean, party.end)
    served = _SERVED.match(draft.clean, party.end) if aside is None else None
    if served is not None and served["took"]:
        return "notetaker"
    match = aside or served
    return function_of(match["note"]) if match else None


def _title(draft: Draft, person: Person, party: Party) -> str | None:
    """The fullest office that the cable gives a person, of those not absurdly long."""
    forms = [title for title in person.titles if len(title.split()) <= _LONGEST_TITLE and _is_office(title)]
    listed = _LISTED.match(draft.clean, party.end)
    if listed is not None and is_officer(listed["office"]):  # "RADM Poe, Ambassador, and DCM": one more participant
        forms = [form for form in forms if form != " ".join(listed["office"].split())]
    if party.title is not None:  # what is printed before somebody else: "S/E Roe and Ambassador Poe"
        forms = [form for form in forms if f" and {party.title}" not in form]
    if party.person is None:
        return max(forms, key=len) if forms else party.title
    here = Span(party.start, party.end)
    printed = printed_title(draft.clean, here, _around(draft, here))
    if printed and is_style(printed):
        styled = printed
        forms = [form for form in forms if not is_style(form) and not form.lower().endswith(styled.lower().strip("."))]
        printed = office_before_style(draft.clean, here, _around(draft, here)) or (None if forms else styled)
    if party.title is not None and (printed is None or party.title.lower() not in printed.lower()):
        printed = f"{printed} {party.title}" if printed else party.title
    if printed and forms and printed.lower() in _DELEGATIONS:
        printed = None  # "CODEL Poe": he is a Senator
    fuller_forms = [form for form in forms if printed and form.lower().endswith(f" {printed.lower()}")]
    if printed and fuller_forms:  # "Green Party MP" of "Party MP"
        printed = min(fuller_forms, key=len)
    if printed and (not forms or len(printed.split()) > 1 or all(printed.lower() not in f.lower() for f in forms)):
        return singular(printed)
    if printed:
        forms.append(printed)
    if not forms:
        office = office_before_comma(draft.clean, here, _around(draft, here))
        forms = [office] if office else []
    if not forms:
        mentions = [m for m in draft.mentions if _of(m, party.person)]
        found = (apposition(draft.clean, m.span, _around(draft, m.span)) for m in mentions)
        forms = [form for form in found if form][:1]
        forms = forms or [form for form in (described(draft.clean, m.span) for m in mentions) if form][:1]
    if not forms:
        return None
    return singular(max(forms, key=len))


def _is_office(title: str) -> bool:
    """Whether a title has the noun of an office or an abbreviation: not "former" alone."""
    return any(is_head(word) or word.isupper() or "/" in word or _SHORTENED.fullmatch(word) for word in title.split())


def _of(mention: Mention, person: int | None) -> bool:
    return mention.kind == "person" and mention.entity == person


def _around(draft: Draft, span: Span) -> Span:
    """The paragraph that a span stands in."""
    for paragraph in draft.paragraphs:
        if paragraph.content.start <= span.start < paragraph.content.end:
            return paragraph.content
    return span


def _side(person: Person, title: str | None, host: str | None) -> str | None:
    """The side of somebody who is not ours."""
    told = (demonym(title) or embassy_side(title)) if title else None
    if told is not None:
        return told
    country = plain(person.country) if person.country else None
    if country not in (None, "US") and not (title and country == watched(title)):
        return country
    if title:
        side = side_in_title(title, host)
        if side:
            return side
    return host
