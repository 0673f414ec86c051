"""Where a cable gives another's words at length: a letter, a declaration, points to be made to somebody."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.text import lowered

# "Begin informal translation of the letter:", "End text"; a heading "Text of the declaration"
_BEGIN_TEXT = re.compile(r"begin[ \w'’-]{0,40}? (?:text|translation|letter|nonpaper)\b")
_END_TEXT = re.compile(r"end[ \w'’-]{0,40}? (?:text|translation|letter|nonpaper)\b")
_ADDRESSED = re.compile(r"\byour?\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:points|message)\b", re.IGNORECASE)  # "the following talking points:"
_TEXT_OF = re.compile(r"(?:(?:full|unofficial|informal) )?(?:text|translation)\b", re.IGNORECASE)


def foreign_texts(draft: Draft) -> tuple[Span, ...]:
    """Where another's text stands in a cable: after "Begin text", under the heading "Text of the declaration"."""
    clean = draft.clean
    found = []
    low = lowered(clean)
    at = low.find("begin ")
    while at >= 0:
        begun = _BEGIN_TEXT.match(low, at)
        if begun is not None:
            end = _END_TEXT.search(low, begun.end())
            found.append(Span(begun.end(), end.start() if end else len(clean)))
        at = low.find("begin ", at + 1)
    for n, heading in enumerate(draft.headings):
        if _TEXT_OF.match(heading.text):
            following = draft.headings[n + 1 : n + 2]
            found.append(Span(heading.span.end, following[0].span.start if following else len(clean)))
    for n, paragraph in enumerate(draft.paragraphs):
        if _TEXT_OF.match(clean, *paragraph.content):
            numbered = (p.span.start for p in draft.paragraphs[n + 1 :] if p.number is not None)
            found.append(Span(paragraph.span.start, next(numbered, len(clean))))
    return tuple(found)


def among_points(draft: Draft, start: int) -> bool:
    """Whether a sentence goes on with a point to be made to somebody: "-- We thank you. We hope that ..."."""
    if draft.clean.rfind("\n--", 0, start) < 0:
        return False
    begun = max((p.span.start for p in draft.paragraphs if p.span.start <= start), default=start)
    lead, _, points = draft.clean[begun:start].partition("\n--")
    return _ADDRESSED.search(points) is not None and _POINTS.search(lead) is not None
