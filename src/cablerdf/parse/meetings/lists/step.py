"""Participant lists → meetings with their participants named, titled and sided."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from cablerdf.model import Meeting, Participant, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.meetings.lists.blocks import PROSE, Block, blocks
from cablerdf.parse.meetings.lists.columns import columns
from cablerdf.parse.meetings.lists.items import entries
from cablerdf.parse.meetings.lists.roster import Entry
from cablerdf.parse.meetings.offices.titles import title_of
from cablerdf.parse.meetings.words.certainty import LISTED, LISTED_UNNAMED, ON_LIST
from cablerdf.parse.meetings.words.sides import side_of
from cablerdf.parse.meetings.words.title_sides import side_in_title
from cablerdf.parse.meetings.words.tokens import is_plain
from cablerdf.parse.meetings.words.when import DATE, TIME, read_date, read_time

_NEAR = 250  # characters between two lists of one meeting
_WHEN_WITHIN = 700
_WHEN_LONGEST = 160
_BLANK = re.compile(r"\n[ \t]*\n|\n[ \t]*¶|\n(?=[ \t]*(?:participants|\d{1,2}\.))", re.IGNORECASE)
# "¶1. (SBU) May 30, 2009; ...", "Date: May 30"
_WHEN_LINE = re.compile(
    r"(?m)^(?P<lead>[ \t]*+(?:¶\s*+)?(?:\d{1,2}\s*+\.\s*+)?(?:\([^()\n]{1,14}\)\s*+)?"
    r"(?:(?:meeting[ \t]++)?date(?:[ \t]*+(?:/|and|&)[ \t]*+time)?|when|time)?[ \t]*+(?::[ \t]*+)?)"
    r"(?=(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,2}\s+[A-Z][a-z]{2}))",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?m)^(?P<place>[A-Z][^\n\d:;]{2,60}), (?P<date>[A-Z][a-z]+ \d{1,2}, (?:18|19|20)\d\d)"
    r"(?:(?:, |—)\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?|noon))?$"
)
# ", 1500-1600": hours without a word for it, after a date
_CLOCK = re.compile(
    r"(?<=[,;\s])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:[ \t]*-[ \t]*\d{4})?(?=[ \t]*(?:[,;.\n]|$))"
)
_LABEL = re.compile(
    r"(?m)^[ \t]*+(?:(?:¶[ \t]*+)?\d{1,2}[ \t]*+\.[ \t]*+)?(?:\([^()\n]{1,14}\)[ \t]*+)?"
    r"(?:meeting[ \t]++)?(?:place|location|venue|where)[ \t]*+:[ \t]*(?P<place>[^\n;]{3,80})",
    re.IGNORECASE,
)


def parse_participant_lists(draft: Draft) -> None:
    """Sets `draft.meetings` from the participant lists of the body."""
    text = draft.clean
    body = draft.zones.body or Span(0, len(text))
    found = blocks(text, body, host_country(draft))
    meetings: list[Meeting] = []
    shouted = text[body.start : body.end].isupper()
    host = host_country(draft)
    for block in found:
        people = tuple(p for sided in _sides(text, block, shouted) for p in _participants(sided, host))
        if not people:
            continue
        before = meetings[-1] if meetings else None
        if before is not None and _same(before, block, people):
            meetings[-1] = _joined(before, people, block)
        else:
            meetings.append(_meeting(draft, block, people))
    draft.meetings = tuple(meetings)


class _Sided(NamedTuple):
    """The entries of one side; `origin` turns a span of `text` into one of the telegram."""

    side: str | None
    entries: list[Entry]
    text: str
    origin: Callable[[Span], Span]


def _sides(text: str, block: Block, shouted: bool) -> list[_Sided]:
    if block.columns is not None:
        lines = [line for side in block.sides for line in side.lines]
        both = zip(block.columns, columns(text, lines, shouted), strict=True)
        return [_Sided(name, entries(c.text, c.lines, shouted, True), c.text, c.origin) for name, c in both]
    return [
        _Sided(side.side, entries(text, side.lines, shouted), text, lambda span: span)
        for side in block.sides
        if side.lines and not PROSE.search(text, side.lines[0].span.start, side.lines[-1].span.end)
    ]


def _participants(sided: _Sided, host: str | None) -> list[Participant]:
    found = []
    for entry in sided.entries:
        title = title_of(sided.text, entry.title)
        if entry.name is None and title is None and entry.note is None and not entry.redacted:
            continue
        name = None if entry.name is None else " ".join(entry.name.of(sided.text).split())
        if name is not None and not _is_somebody(sided.text, name, title):
            continue
        found.append(
            Participant(
                name=name,
                title=title,
                side=sided.side or (side_in_title(title, host) if title else None),
                note=entry.note,
                span=sided.origin(entry.name or entry.span),
                method="list",
                rule=ON_LIST,
                confidence=LISTED if name else LISTED_UNNAMED,
            )
        )
    return found


def _is_somebody(text: str, name: str, title: str | None) -> bool:
    """Whether what looks like a name is one: no words of the language, nor a word alone that nothing else bears out."""
    words = name.split()
    if all(map(is_plain, words)):
        return False
    return len(words) > 1 or title is not None or text.count(name) > 1


def _same(before: Meeting, block: Block, people: tuple[Participant, ...]) -> bool:
    """Whether a list goes on with the meeting of the list before it: another side of it."""
    if block.label.start - before.span.end > _NEAR or (block.about is not None and block.sides[0].side is None):
        return False
    known = {p.name for p in before.participants if p.name}
    return not any(p.name in known for p in people)


def _joined(before: Meeting, people: tuple[Participant, ...], block: Block) -> Meeting:
    return replace(before, participants=before.participants + people, span=Span(before.span.start, block.end))


def _meeting(draft: Draft, block: Block, people: tuple[Participant, ...]) -> Meeting:
    when = _when(draft, block)
    place = labelled_place(draft.clean, Span(max(0, block.label.start - _WHEN_WITHIN), block.end))
    if place is None and when.rest is not None:
        place = place_after(draft.clean, when.rest)
    span = Span(block.label.start, block.end)
    return Meeting(
        date=when.date,
        time=when.time,
        place=place[0] if place else None,
        participants=people,
        paragraphs=tuple(
            i for i, p in enumerate(draft.paragraphs) if p.span.start < span.end and span.start < p.span.end
        ),
        span=span,
        method="list",
        rule=ON_LIST,
        confidence=LISTED,
        date_span=when.span,
        place_span=place[1] if place else None,
    )


class _When(NamedTuple):
    date: str | None = None
    time: str | None = None
    span: Span | None = None
    rest: Span | None = None


def _when(draft: Draft, block: Block) -> _When:
    """Date, hour and the rest of the line that opens with them: "¶1. (U) March 28, 2009; 8:30 am; Vina del Mar"."""
    text, start = draft.clean, max(0, block.label.start - _WHEN_WITHIN)
    for match in _WHEN_LINE.finditer(text, start, block.end):
        end = _paragraph_end(text, match.end())
        dated = DATE.search(text, match.end("lead"), end)
        if dated is None or end - match.end("lead") > _WHEN_LONGEST:
            continue
        found = read_date(dated, draft.issued or draft.dtg)
        line = Span(match.end("lead"), end)
        hour = TIME.search(text, dated.end(), end) or _CLOCK.search(text, dated.end(), end)
        last = hour.end() if hour else dated.end()
        return _When(
            found.date if found else None, _hour(text, line, hour), found.span if found else None, Span(last, end)
        )
    return _dateline(text, Span(start, block.label.start))


def _dateline(text: str, span: Span) -> _When:
    """Place, date and hour of a line that has nothing else: "White House, Washington, May 13, 1958, 5:50 p.m."."""
    for match in _DATELINE.finditer(text, *span):
        dated = DATE.match(text, match.start("date"), match.end())
        found = read_date(dated, None) if dated is not None else None
        if found is not None:
            place = Span(*match.span("place"))
            return _When(found.date, read_time(text, Span(found.span.end, match.end())), found.span, place)
    return _When()


def _hour(text: str, line: Span, hour: re.Match[str] | None) -> str | None:
    """The time of day as HH:MM, as `TIME` or `_CLOCK` found it."""
    if hour is not None and hour.re is _CLOCK:
        return f"{hour['hour']}:{hour['minute']}"
    return read_time(text, line)


def _paragraph_end(text: str, at: int) -> int:
    blank = _BLANK.search(text, at)
    return blank.start() if blank else len(text)


def place_after(text: str, span: Span) -> tuple[str, Span] | None:
    """The place in what follows date and hour on their line: "; St. Regis Hotel,\\nBeijing."

    A country after its city is left out.

    >>> place_after("; Vina del Mar, Chile.", Span(0, 22))[0]
    'Vina del Mar'
    """
    piece = span.of(text)
    begin = len(piece) - len(piece.lstrip(" \t\n,;.:-(")) + span.start
    end = span.start + len(piece.rstrip().rstrip(" .;)"))
    if end <= begin or end - begin > 90:
        return None
    parts = [p.strip() for p in re.split(r"[,;]\s*", " ".join(text[begin:end].split())) if p.strip()]
    if not parts or not (parts[0][0].isupper() or parts[0][0].isdigit()):
        return None
    if len(parts) == 2 and side_of(parts[1]) is not None and side_of(parts[0]) is None and not _built(parts[0]):
        parts = parts[:1]
    return ", ".join(parts), Span(begin, end)


def _built(name: str) -> bool:
    """Whether a place is a building, which needs its city or country beside it."""
    return bool(
        re.search(r"(?i)\b(?:palace|hotel|embassy|ministry|office|residence|house|club|hall|room|building)\b", name)
    )


def labelled_place(text: str, span: Span) -> tuple[str, Span] | None:
    """The place after a label of its own: "Place: Blue Palace"."""
    match = _LABEL.search(text, *span)
    return None if match is None else (" ".join(match["place"].split()).rstrip(". "), Span(*match.span("place")))
