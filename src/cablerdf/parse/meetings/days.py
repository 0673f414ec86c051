"""The day of a meeting from the subject line or from the opening of the body."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.when import DATE, Dated, dates, read_date
from cablerdf.parse.text import sentences

_OPENING = 3
_LONGEST = 4000  # characters of a paragraph that are its opening
_VISIT = re.compile(r"\s+(?:[a-z]+\s+)?(?:visit|trip|travel|elections?|summit|speech|statement|announcement|report)\b")
_MEETING = re.compile(
    r"\b(?:meetings?|met|call|lunch|dinner|breakfast|talks|discussed|visit(?:ed)?|brief(?:ed|ing))\b", re.IGNORECASE
)


def subject_date(draft: Draft) -> Dated | None:
    """The day that the subject line names."""
    for span in draft.spans.get("subject", ()):
        match = DATE.search(draft.clean, *span)
        if match:
            return read_date(match, draft.issued or draft.dtg)
    return None


def opening_date(draft: Draft) -> Dated | None:
    """The first day in the first sentences of the body that tell of a meeting."""
    opening = [p for p in draft.paragraphs if p.kind not in ("participants", "comment", "action")][:_OPENING]
    for n, paragraph in enumerate(opening):
        content = Span(paragraph.content.start, min(paragraph.content.end, paragraph.content.start + _LONGEST))
        for span in sentences(draft.clean, content):
            if n and not _MEETING.search(draft.clean, *span):
                continue
            found = dated_in(draft, span)
            if found is not None:
                return found
    return None


def dated_in(draft: Draft, span: Span) -> Dated | None:
    """The first day in a sentence that is not the day of a visit or speech."""
    found = dates(draft.clean, span, draft.issued or draft.dtg)
    return next((dated for dated in found if not _VISIT.match(draft.clean, dated.span.end)), None)
