"""Participant lists in two columns, side by side."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.lists.blocks import Line, indented
from cablerdf.parse.meetings.words.tokens import Token, tokens

_GAP = re.compile(r"\S(?P<gap>[ \t]{2,})\S")


def columns(text: str, lines: list[Line], shouted: bool) -> tuple[Column, Column]:
    """The left and the right column.

    Where the blanks between the columns were kept they tell them apart; where they were
    squeezed, the left column is what ends with the first whole name of a line.
    """
    pairs = _by_gap(text, lines) or _by_names(text, lines, shouted)
    left, right = [p[0] for p in pairs if p[0]], [p[1] for p in pairs if p[1]]
    return _column(text, left), _column(text, right)


Pair = tuple[Span | None, Span | None]


def _by_gap(text: str, lines: list[Line]) -> list[Pair]:
    """Each line cut at the widest gap, if most lines have one; the others where the right column begins."""
    gaps = [max(_GAP.finditer(text, *line.span), key=lambda m: len(m["gap"]), default=None) for line in lines]
    cut = [gap.end("gap") - _line_start(text, line) for line, gap in zip(lines, gaps, strict=True) if gap]
    if len(cut) < 2 or len(cut) * 2 < len(lines):
        return []
    column = Counter(cut).most_common(1)[0][0]
    return [_cut(text, line, gap, column) for line, gap in zip(lines, gaps, strict=True)]


def _line_start(text: str, line: Line) -> int:
    return text.rfind("\n", 0, line.span.start) + 1


def _cut(text: str, line: Line, gap: re.Match[str] | None, column: int) -> Pair:
    """The left and right part of a line, the right column beginning at a place in most lines."""
    begin, end = line.span
    if gap is not None:
        return Span(begin, gap.start("gap")), Span(gap.end("gap"), end)
    at = _line_start(text, line) + column
    if begin >= at:
        return None, line.span
    if at < end and text[at - 1] == " " and text[at] != " ":
        return Span(begin, len(text[begin:at].rstrip()) + begin), Span(at, end)
    return line.span, None


def _by_names(text: str, lines: list[Line], shouted: bool) -> list[Pair]:
    pairs: list[Pair] = []
    for line in lines:
        found = tokens(text, *line.span, shouted)
        cut = _name_end(found)
        if cut is None or cut == len(found):
            pairs.append((line.span, None))
        else:
            pairs.append((Span(found[0].start, found[cut - 1].end), Span(found[cut].start, found[-1].end)))
    return pairs


def _name_end(found: list[Token]) -> int | None:
    """The index after the first whole name: given name, initials, family name."""
    begin = next((i for i, t in enumerate(found) if t.kind == "name"), None)
    if begin is None:
        return None
    full, i = 0, begin
    while i < len(found) and found[i].kind == "name":
        full += len(found[i].text.replace(".", "")) > 1
        i += 1
        if full == 2:
            return i
    return i if full == 2 else None


class Column(NamedTuple):
    """The text of one column on its own, and where its lines stand in the telegram."""

    text: str
    lines: list[Line]
    printed: list[Span]

    def origin(self, span: Span) -> Span:
        """The stretch of the telegram that holds `span` of the column."""
        inside = [
            (line.span, real)
            for line, real in zip(self.lines, self.printed, strict=True)
            if line.span.start < span.end and span.start < line.span.end
        ]
        (first, begin), (last, end) = inside[0], inside[-1]
        return Span(begin.start + max(0, span.start - first.start), end.start + min(span.end, last.end) - last.start)


def _column(text: str, spans: list[Span]) -> Column:
    lines, at = [], 0
    for line in indented(text, [Line(span, False) for span in spans]):
        size = line.span.end - line.span.start
        lines.append(Line(Span(at, at + size), False, line.deeper))
        at += size + 1
    return Column("\n".join(span.of(text) for span in spans), lines, spans)
