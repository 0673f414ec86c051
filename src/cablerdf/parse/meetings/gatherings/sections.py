"""One meeting for each section that is headed by the person whom the visitors saw."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.sentences.encounters import Encounter
from cablerdf.parse.meetings.words.certainty import TOLD
from cablerdf.parse.meetings.words.tokens import names_office

_SUBJECT = re.compile(r"\b(?:codel|staffdel|visits?|meets?|meetings?|met|calls? on)\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\s+(?:also |then |further )?(?:said|noted|added|argued|stressed|explained|told|gave|opined|claimed|commented"
    r"|replied|responded|observed|agreed|emphasized|suggested|described|asserted|advocated|confirmed|praised)\b"
)
_FEWEST = 2  # headings with a person make a cable of sections


def by_section(draft: Draft, allegiance: Allegiance, low: str, members: dict[int, Party]) -> list[Encounter]:
    """An encounter of the delegation with each person who heads a section and speaks in it."""
    if not members or not _SUBJECT.search(draft.subject or ""):
        return []
    found: list[Encounter] = []
    for number, heading in enumerate(draft.headings):
        index = _whose(draft, heading.span)
        if index is None or index in members:
            continue
        for at, paragraph in enumerate(draft.paragraphs):
            if paragraph.heading != number or not _speaks(allegiance, low, index, paragraph.content):
                continue
            mention = next(m for m in allegiance.within(paragraph.content) if m.entity == index)
            person = Party(*mention.span, index, None, False)
            found.append(Encounter((*members.values(), person), None, TOLD, "section", at, paragraph.content))
            break
    return found if len(found) >= _FEWEST else []


def _speaks(allegiance: Allegiance, low: str, index: int, span: Span) -> bool:
    return any(m.entity == index and _SPEAKS.match(low, m.span.end) for m in allegiance.within(span))


def _whose(draft: Draft, heading: Span) -> int | None:
    """The person whom a heading names with no more than his title."""
    words = heading.of(draft.clean).lower().strip(" -:\n").split()
    while len(words) > 1 and names_office(words[0]):
        words = words[1:]  # "President Poe"
    fitting = [i for i, person in enumerate(draft.persons) if person.name.lower().split() == words]
    return fitting[0] if len(fitting) == 1 else None
