"""The day of a meeting from the subject line or from the opening of the body."""

from __future__ import annotations

import re
from collections.abc import Collection

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.words.when import DATE, Dated, names_movement, one_day
from cablerdf.parse.text import sentences

_OPENING = 3
_LONGEST = 4000  # characters of a paragraph that are its opening
_VISIT = re.compile(r"\s+(?:[a-z]+\s+)?(?:visit|trip|travel|elections?|summit|speech|statement|announcement|report)\b")
_BEFORE = 30
_AFTER = re.compile(
    r"\b(?:released|published|issued|signed|adopted|announced|submitted)\s+on\s+$"
    r"|\b(?:following|after|since|before|ahead\s+of|prior\s+to|until|week\s+of|that,?|that\s+on)\s+"
    r"(?:the\s+|his\s+|her\s+|an?\s+)?$"
)
_SAID = re.compile(
    r"\s{1,3}(?:(?:also|then|again)\s{1,3})?(?:said|confirmed|noted|explained|stressed|argued|reported|claimed|added|commented"
    r"|predicted|opined|observed|stated|acknowledged|complained|emphasized|insisted|indicated|suggested)\s{1,3}(?:on\s{1,3})?"
)
# what somebody says: "told the DCM that he had done so after their May 3 talk"
_CONTENT = re.compile(r"\b(?:said|told|noted|stated|claimed|explained|informed)\b[^.;]{0,60}\sthat\s")
# "Poe on March 16 flatly refused"
_ON_DAY = re.compile(r",?\s{1,3}on\s{1,3}")
_DID = re.compile(r",?\s{1,3}(?:[a-z]+ly\s{1,3})?(?!visited|arrived|travel|announced)(?:[a-z]+ed|told|said|met|held)\b")
_MEETING = re.compile(
    r"\b(?:meetings?|met|call|lunch|dinner|breakfast|talks|discussed|visit(?:ed)?|brief(?:ed|ing))\b", re.IGNORECASE
)


def subject_date(draft: Draft) -> Dated | None:
    """The day that the subject line names."""
    for span in draft.spans.get("subject", ()):
        match = DATE.search(draft.clean, *span)
        if match:
            return one_day(match, draft.issued or draft.dtg)
    return None


def opening_date(draft: Draft, people: Collection[int] = ()) -> Dated | None:
    """The first day in the first sentences of the body that tell of a meeting.

    With `people`, indices of the draft's persons, a sentence that names only others dates nothing of theirs.
    """
    opening = [p for p in draft.paragraphs if p.kind not in ("participants", "comment", "action")][:_OPENING]
    for n, paragraph in enumerate(opening):
        content = Span(paragraph.content.start, min(paragraph.content.end, paragraph.content.start + _LONGEST))
        for span in sentences(draft.clean, content):
            if n and not _MEETING.search(draft.clean, *span):
                continue
            found = dated_in(draft, span)
            if found is not None and not (people and _of_others(draft, span, people)):
                return found
    return None


def said_on(draft: Draft, people: Collection[int]) -> Dated | None:
    """The one day on which people are told to have said something: "Poe confirmed February 2 that", "on May 3 told"."""
    found: dict[str, Dated] = {}
    for mention in sorted((m for person in people for m in draft.mentions_of(person)), key=lambda m: m.span):
        if mention.paragraph is not None:
            dated = one_day(_day_of_deed(draft.clean, mention.span.end), draft.issued or draft.dtg)
            if dated is not None and not _VISIT.match(draft.clean, dated.span.end):
                found.setdefault(dated.date, dated)
    return next(iter(found.values())) if len(found) == 1 else None


def _day_of_deed(text: str, at: int) -> re.Match[str] | None:
    """The day that stands with what somebody did, right behind his name: "confirmed February 2", "on May 3 told"."""
    said = _SAID.match(text, at)
    if said is not None:
        return DATE.match(text, said.end())
    link = _ON_DAY.match(text, at)
    match = DATE.match(text, link.end()) if link else None
    return match if match is not None and _DID.match(text, match.end()) else None


def _of_others(draft: Draft, span: Span, people: Collection[int]) -> bool:
    """Whether a sentence names persons, none of them of `people`."""
    named = {m.entity for m in draft.mentions if m.kind == "person" and span.start <= m.span.start < span.end}
    return bool(named) and named.isdisjoint(people)


def dated_in(draft: Draft, span: Span) -> Dated | None:
    """The first day in a sentence that is not the day of a visit or speech."""
    for match in DATE.finditer(draft.clean, *span):
        dated = one_day(match, draft.issued or draft.dtg)
        before = draft.clean[max(span.start, match.start() - _BEFORE) : match.start()]
        if (
            dated is None
            or names_movement(draft.clean, match)
            or _CONTENT.search(draft.clean, span.start, match.start())
        ):
            continue
        if not (_VISIT.match(draft.clean, dated.span.end) or _AFTER.search(before)):
            return dated
    return None
