"""The printed lines of a span, as the body's readers look at them."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span

# "--------", "------- ---", "- - - - -", "=====", "*****", "_____"
_RULE = re.compile(r"[-=*_~–—. ]*(?:[-=*_~–—] ?){3}[-=*_~–—. ]*")
_RULE_MARKS = frozenset("-=*_~–—")
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
    at, gap = span.start, 0
    for raw in clean[span.start : span.end].split("\n"):
        text = raw.strip()
        if text:
            start = at + raw.index(text[0])
            rule = text[0] in _RULE_MARKS and _RULE.fullmatch(text) is not None
            found.append(Line(start, start + len(text), gap, rule))
            gap = 0
        elif len(raw) > 20:
            gap = PAGE_BREAK
        elif not gap:
            gap = 1
        at += len(raw) + 1
    return found
