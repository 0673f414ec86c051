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
_POINTS = re.compile(r"\b(?:points|messages?|objectives?)\b", re.IGNORECASE)  # "the following talking points:"
# "Begin talking points:", "Points for Oral Presentation:", "Talking points (S)", "Background and Objective:"
_LABELLED = re.compile(
    r"(?:[\w/]+\s+){0,4}(?:talking points|points (?:for|to)|objectives?)\b[\w\s]{0,40}[:(-]", re.IGNORECASE
)
_LABEL = 80  # characters of a label that opens a paragraph
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
    """Whether a sentence is of points to be made to somebody: under "Talking points", "Objective:", after a dash."""
    numbered = [p for p in draft.paragraphs if p.span.start <= start and p.number is not None]
    if not numbered:
        return False
    text = draft.clean[numbered[-1].content.start : max(start, numbered[-1].content.start + _LABEL)]
    lead, dash, points = text.partition("\n-")
    return _LABELLED.match(text) is not None or bool(dash and _POINTS.search(lead) and _ADDRESSED.search(points))
