"""What a cable is about: kinds that report no meeting whatever they mention, and talks told of in passing."""

from __future__ import annotations

import re

from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.words.certainty import PASSING

# "SCENESETTER FOR CODEL POE", "MEDIA REACTION", "BIOGRAPHIC SKETCHES"
_SUBJECT = re.compile(
    r"\b(?:scene[- ]?setter|setting the scene|media reaction|press (?:summary|reaction|review)|media (?:summary|review)"
    r"|biograph\w+|bios?\b|your (?:visit|trip|meeting)|demarche request|request for (?:guidance|information)"
    r"|talking points|action request|guidance for)",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:this is an action (?:request|message|cable)|action request|posts? (?:is|are) (?:requested|instructed))", re.I
)
_LETTER = re.compile(
    r"\b(?:your (?:visit|trip|upcoming|meeting)|you will (?:be |find|meet|hear|arrive)|welcomes? your)\b", re.IGNORECASE
)
_HEAD = 1500
_OPENING = 3  # paragraphs that say what a cable reports
_SHARE = 3  # one paragraph of so many names somebody whom a cable is about
_VISITORS = ("codel", "staffdel")
_WEAK = {"tell", "deliver", "discuss"}  # a verb of saying, which tells of no meeting by itself


def reports_nothing(draft: Draft) -> bool:
    """Whether a cable sets a scene, instructs posts or sums up the press, and so reports no meeting."""
    subject = draft.subject or ""
    if _SUBJECT.search(subject):
        return True
    start = draft.zones.body.start if draft.zones.body else 0
    head = draft.clean[start : start + _HEAD]
    if (draft.origin or draft.post or "").upper() in ("STATE", "SECSTATE") and _ACTION.search(head):
        return True
    return "you" in head.lower() and len(_LETTER.findall(head)) > 1


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
