"""Who writes a telegram in the first person: "I met with President Poe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.people.officers import sender

_CHIEFS = re.compile(r"^(?:ambassador|amb\.?|charg[eé]|cda)\b", re.IGNORECASE)
_I = re.compile(
    r"(?<![-–)])(?<![-–)]\s)(?<!Tier\s)(?<!Phase\s)\bI(?=\s{1,3}[a-z])|\bme(?=\s{1,3}(?:that|to|he|she|and)\b|[.,])"
)
# the last form is what a damaged copy makes of quotation marks: "&as I said8"
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)|&[^&8\n]{1,300}8\b")
_EARLY = 2  # paragraphs that one who writes himself begins with "I" in
_SAID = (" I ", "\nI ", " I\n", " me ", " me,", " me.")
_OFTEN = 3  # so many times "I", outside quotations, tells that the telegram is written by one


def first_person(draft: Draft) -> dict[int, str]:
    """Where a telegram written by one says "I" → the writer's office; empty for the others."""
    opening = draft.paragraphs[:_EARLY]
    if not any(_says_i(draft.clean, paragraph.content) for paragraph in opening):
        return {}
    office = _office(draft)
    places = list(_places(draft)) if office is not None else []
    if office is None or len(places) < _OFTEN or places[0] >= opening[-1].span.end:
        return {}
    return dict.fromkeys(places, office)


def _says_i(text: str, span: Span) -> bool:
    return any(text.find(form, *span) >= 0 for form in _SAID)


def _office(draft: Draft) -> str | None:
    from_whom = sender(draft)
    if from_whom is not None:
        return from_whom.office
    title = draft.classified_by.title if draft.classified_by is not None else None
    match = _CHIEFS.match(title or "")
    if match is None:
        return None
    return "Ambassador" if match.group().lower().startswith("amb") else "Charge"


def _places(draft: Draft) -> Iterator[int]:
    """Where "I" and "me" stand outside quotations."""
    for paragraph in draft.paragraphs:
        if not _says_i(draft.clean, paragraph.content):
            continue
        quoted = [match.span() for match in _QUOTED.finditer(draft.clean, *paragraph.content)]
        for match in _I.finditer(draft.clean, *paragraph.content):
            if not any(start <= match.start() < end for start, end in quoted):
                yield match.start()
