"""Talks told of in passing: what a contact once said, within a cable that is about something else."""

from __future__ import annotations

from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.words.certainty import PASSING

_OPENING = 3  # paragraphs that say what a cable reports
_SHARE = 3  # one paragraph of so many names somebody whom a cable is about
_VISITORS = ("codel", "staffdel")
_WEAK = {"tell", "deliver", "discuss"}  # a verb of saying, which tells of no meeting by itself


def doubt_passing(draft: Draft, gatherings: list[Gathering]) -> None:
    """Makes the gatherings less sure where nothing but talks in passing is told, lists apart.

    Readers differ on them: some take every talk of an officer for an encounter that the cable reports.
    """
    told = [g for g in gatherings if g.listed is None]
    if all(_in_passing(draft, gathering) for gathering in told):
        for gathering in told:
            gathering.strength = min(gathering.strength, PASSING)


def is_source(draft: Draft, gathering: Gathering) -> bool:
    """Whether a cable is about what somebody said: its subject names him, or much of it."""
    subject = (draft.subject or "").lower()
    theirs = gathering.theirs()
    if any(function in subject for function in gathering.functions if function in _VISITORS):
        return True
    if any(draft.persons[index].name.split()[-1].lower() in subject for index in gathering.people):
        return True
    return bool(theirs) and all(_pervades(draft, index) for index in theirs)


def _pervades(draft: Draft, person: int) -> bool:
    """Whether a good part of the paragraphs name a person."""
    named = {m.paragraph for m in draft.mentions_of(person)} - {None}
    return len(named) * _SHARE >= len(draft.paragraphs)


def _in_passing(draft: Draft, gathering: Gathering) -> bool:
    """Whether it is told late, and only by what somebody said or without a name."""
    weak = gathering.kinds <= _WEAK
    opening = _OPENING - 1 if weak and gathering.date is None else _OPENING
    if min(gathering.paragraphs, default=0) < opening or is_source(draft, gathering):
        return False
    return weak or not gathering.theirs()
