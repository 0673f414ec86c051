"""What people call a meeting: who with whom, where, when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cablerdf.days import date

if TYPE_CHECKING:
    from cablerdf.model.meeting import Meeting, Participant

OWN = "US"  # whose cables these are: named first
DEPARTMENT = (
    r"(?:the )?(?:State|Treasury|Defense|Justice|Interior|Agriculture|Commerce|Labor|Health(?: and Human Services)?|"
    r"HHS|Housing(?: and Urban Development)?|Transportation|Energy|Education|Veterans Affairs|Homeland Security|DHS|"
    r"Navy|Army|Air Force)"
)
HEAD_OF_STATE = r"(?:King|Queen|Emir|Sultan|President)(?: of .+)?"
MISSION = (r"Ambassador(?: to .+)?", r"Charg[eé](?: d['’]affaires)?")


def _kinds(*titles: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(title, re.IGNORECASE) for title in titles)


# Who leads his side wherever he stands, the first kind first; of all others he who is named first.
LEADERS = _kinds(HEAD_OF_STATE, r"(?:Prime Minister|Chancellor)(?: of .+)?", r"Secretary(?: of State)?", *MISSION)
# Of the own side a visitor leads before the chief of mission who brings him along.
OWN_LEADERS = _kinds(
    HEAD_OF_STATE,
    r"Vice President(?:-elect)?",
    rf"(?:the )?(?:{DEPARTMENT} )?Secretary(?: of {DEPARTMENT})?",
    r"(?:General, )?National Security Advis[eo]r",
    rf"(?:{DEPARTMENT} )?Deputy Secretary(?: of {DEPARTMENT})?",
    rf"(?:acting )?(?:{DEPARTMENT} )?(?:acting )?(?:under ?secretary|U/S)(?:,? (?:of|for) .+)?",
    r"(?:(?:House|Senate) .{,60}Chair(?:wo)?man|(?:House |Majority |Minority )?(?:Speaker|Leader))",
    r"(?:Senator|Congress(?:wo)?man|Representative)",
    r"(?:acting )?(?:[\w/]{1,8} (?:- )?)?(?:acting )?(?<!deputy )(?:assistant secretary|A/S)(?:,? .+)?",
    *MISSION,
)
BELOW = {"deputy", "vice", "assistant", "acting"}  # words of a minister's title that lower it
TITLE = 40  # a longer title describes its holder, and is left out


def meeting_name(meeting: Meeting) -> str:
    """A meeting in words; what is unknown is left out.

    "Ambassador Ann Porter with Foreign Minister Kari Dahl and 3 others, Oslo, 8 June 2006": of each side its leader, by
    his title (`LEADERS`, of the own side `OWN_LEADERS`) or because he is named first. Where no two sides are known, the
    first of all; where nobody is named, "Meeting".
    """
    where, when = meeting.place, date(meeting.date) if meeting.date is not None else None
    return ", ".join(filter(None, (_who(meeting), where, when)))


def _who(meeting: Meeting) -> str:
    sides: dict[str, list[Participant]] = {}
    for one in meeting.participants:
        if one.side is not None and one.name is not None:
            sides.setdefault(one.side, []).append(one)
    heads = [min(sides[side], key=_rank) for side in sorted(sides, key=lambda side: side != OWN)]
    heads = heads or [one for one in meeting.participants if one.name is not None][:1]
    if not heads:
        return "Meeting"
    rest = len(meeting.participants) + len(meeting.unnamed) - len(heads)
    more = [f"{rest} other{'s' if rest > 1 else ''}"] if rest else []
    first, *others = map(_called, heads)
    if others:
        return f"{first} with {_listed([*others, *more])}"
    return _listed([first, *more]) if more else f"Meeting of {first}"


def _listed(names: list[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def _rank(one: Participant) -> int:
    """The number of the first kind of leader that the title tells; ministers follow those, all others the ministers."""
    title = one.title or ""
    words = title.lower().split()
    minister = words[-1:] == ["minister"] or words[:2] in (["minister", "of"], ["minister", "for"])
    leaders = OWN_LEADERS if one.side == OWN else LEADERS
    last = len(leaders) + (not minister or not BELOW.isdisjoint(words))
    return next((n for n, kind in enumerate(leaders) if kind.fullmatch(title)), last)


def _called(one: Participant) -> str:
    """A participant by name, with a title that is not too long."""
    return f"{one.title} {one.name}" if one.title and len(one.title) <= TITLE else str(one.name)
