"""The printed lines of a span, as the body's readers look at them."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span

# "--------", "------- ---", "- - - - -", "=====", "*****", "_____"
_RULE = re.compile(r"[-=*_~–—. ]++")
_THREE_MARKS = re.compile(r"(?:[-=*_~–—] ?){3}")
_RULE_MARKS = frozenset("-=*_~–—")
# a heading within a line, behind a sentence: "... left. ------- TRADE ------- 3. (C) He"; what it is framed with
_DASHES = r"(?:[-=_*]{3,}|(?:-\s){2,}-)"
_FRAMED = re.compile(
    rf"(?<=[.?!:)\"”])\s+(?P<over>{_DASHES})\s+(?P<text>(?:(?!---|===)[^\n]){{2,80}}?)\s+(?P<under>{_DASHES})(?=\s|$)"
)
_FRAMES = ("---", "===", "- - ")
_TEXT = re.compile(r"\S[^\n]*")
_BLANKED = re.compile(r"\n {20,}\n")
_LONGEST_GAP = 20  # blanks in the gap that blank lines alone make
PAGE_BREAK = 2  # `Line.gap` where the gap is what a page-break line left behind


class Line(NamedTuple):
    """One printed line without the blanks around it.

    `gap` is 0 where the line before is printed directly above, 1 after a blank line,
    `PAGE_BREAK` after a page-break line; `rule` is true of a line of dashes.
    """

    start: int
    end: int
    gap: int
    rule: bool

    def of(self, clean: str) -> str:
        """The line's text."""
        return clean[self.start : self.end]


def cut(clean: str, span: Span) -> list[Line]:
    """The lines of `span` that are not blank.

    >>> [line.gap for line in cut("IRAN\\n----\\n\\nBrown left.", Span(0, 22))]
    [0, 0, 1]
    """
    found: list[Line] = []
    last = span.start
    dashes = [marks for marks in _FRAMES if clean.find(marks, span.start, span.end) >= 0]
    for match in _TEXT.finditer(clean, span.start, span.end):
        start, stop = match.span()
        while clean[stop - 1].isspace():
            stop -= 1
        gap = 0
        if start - last > 1 and found and clean.count("\n", last, start) > 1:
            gap = PAGE_BREAK if start - last > _LONGEST_GAP and _BLANKED.search(clean, last, start) else 1
        rule = clean[start] in _RULE_MARKS and _is_rule(clean, start, stop)
        found.append(Line(start, stop, gap, rule))
        last = stop
        if dashes and not rule and any(clean.find(marks, start, stop) > 0 for marks in dashes):
            found[-1:] = _without_frames(clean, found[-1])
    return _without_trailing(clean, found)


def _without_frames(clean: str, line: Line) -> list[Line]:
    """The line, cut where a heading between dashes stands within it."""
    found = [line]
    for framed in _FRAMED.finditer(clean, line.start, line.end):
        before = found.pop()
        cuts = [(before.start, framed.start(), before.gap, False)]
        cuts += [(*framed.span("over"), 0, True), (*framed.span("text"), 0, False), (*framed.span("under"), 0, True)]
        rest = framed.end() + len(clean[framed.end() : line.end]) - len(clean[framed.end() : line.end].lstrip())
        found += [Line(*cut) for cut in (*cuts, (rest, line.end, 0, False)) if cut[0] < cut[1]]
    return found


def _without_trailing(clean: str, lines: list[Line]) -> list[Line]:
    """The lines, the dashes over a heading apart that stand at the end of the line before it."""
    for at in range(len(lines) - 3, -1, -1):
        line = lines[at]
        if line.rule or not lines[at + 2].rule or lines[at + 1].rule or not clean.endswith("---", line.start, line.end):
            continue
        text = clean[line.start : line.end].rstrip("-=_* ")
        if text.endswith((".", "?", "!", ")", '"', "”")):
            end = line.start + len(text)
            lines[at : at + 1] = [Line(line.start, end, line.gap, False), Line(end + 1, line.end, 0, True)]
    return lines


def _is_rule(clean: str, start: int, stop: int) -> bool:
    """Whether a line is drawn, not written: three marks or more, or one or two dashes alone."""
    if clean[start:stop] in ("-", "--"):
        return True
    drawn = _RULE.fullmatch(clean, start, stop) is not None
    return drawn and _THREE_MARKS.search(clean, start, stop) is not None
