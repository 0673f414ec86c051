"""Sides that begin in the middle of a line: `U.S.: Ann Poe; CHILE: Lee Roe`, `... Ann Poe CHILE President Lee Roe`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.lexicon.nationality import demonym_before
from cablerdf.parse.lexicon.offices import is_principal
from cablerdf.parse.meetings.words.sides import sides_in
from cablerdf.parse.meetings.words.tokens import tokens

# what may stand between a side and its colon: "U.S. side:", "Chilean participants were:"
_MARKED = re.compile(
    r"(?:\s+(?:side|delegation|delegates|participants?|attendees|team)(?:\s+(?:members|included|were))?)?[ \t]*:",
    re.IGNORECASE,
)
_ENTRY_OVER = frozenset(".;)")  # the last mark of an entry before a side with a colon
_WORD = re.compile(r"\s*[^\W\d_][\w.'’]*")
_LONGEST_OFFICE = 3


class Switch(NamedTuple):
    """A side that begins within a line: where its name begins, which it is, where its list begins."""

    start: int
    side: str
    rest: int


def switches(text: str, span: Span, side: str | None, host: str | None) -> Iterator[Switch]:
    """The sides that begin within `span` after its first word, `side` being the one that it is on.

    A side is printed with a colon after the end of an entry; or without a mark, where an entry has
    just ended and a country's own name is followed by an office as heads of delegations hold it.
    """
    line = span.of(text)
    for start, end, named in sides_in(line, host):
        marked = _MARKED.match(line, end)
        before = line[:start].rstrip()
        if not before or named == side:
            continue
        if marked is not None:
            if before[-1] in _ENTRY_OVER:
                yield Switch(span.start + start, named, span.start + marked.end())
                side = named
        elif (
            side is not None
            and _names_country(line[start:end])
            and _office_follows(line, end)
            and _ends_entry(text, span, start)
        ):
            yield Switch(span.start + start, named, span.start + end)
            side = named


def _names_country(printed: str) -> bool:
    """Whether a side is printed as the name of its country, not as an adjective or by letters alone."""
    return len(printed) > 3 and (printed.isupper() or demonym_before(printed) is None)


def _ends_entry(text: str, span: Span, start: int) -> bool:
    """Whether the words before a place end with a person."""
    before = tokens(text, span.start, span.start + start)
    return bool(before) and before[-1].kind in ("name", "aside", "redacted")


def _office_follows(line: str, at: int) -> bool:
    """Whether the next words are an office that one person of a country holds: `President`, `Foreign Minister`."""
    words: list[str] = []
    while len(words) < _LONGEST_OFFICE and (match := _WORD.match(line, at)):
        words.append(match.group())
        at = match.end()
        if is_principal("".join(words)):
            return True
    return False
