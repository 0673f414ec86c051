"""Meetings that a cable reports."""

from __future__ import annotations

from dataclasses import dataclass

from cablerdf.model.entity import Method
from cablerdf.model.meeting_name import meeting_name
from cablerdf.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who took part; `name` is None for one known only by a function ("Poloff").

    `person` is the index in `Cable.persons`; `side` the country or organisation
    represented, as a short plain name; `note` the function at the meeting
    (`notetaker`, `interpreter`, ...). `rule` is what shows that he took part, `confidence`
    (0 to 1) the share of what it shows that is right.
    """

    name: str | None
    title: str | None = None
    side: str | None = None
    note: str | None = None
    person: int | None = None
    span: Span
    method: Method = "list"
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An encounter that the cable reports, as far as the text states it.

    `date` is ISO 8601 (its year may be inferred from the cable's own), `time` is HH:MM
    local, `paragraphs` are indices in `Cable.paragraphs`, `span` is the evidence,
    `rule` what shows that there was a meeting. `unnamed` are the blacked-out names of those
    who took part and of whose office nothing is left either.
    """

    date: str | None = None
    time: str | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    paragraphs: tuple[int, ...] = ()
    span: Span
    method: Method = "list"
    rule: str = ""
    confidence: float = 1.0
    unnamed: tuple[Span, ...] = ()
    date_span: Span | None = None
    place_span: Span | None = None

    @property
    def name(self) -> str:
        """What people call it: "Ambassador Ann Porter with Foreign Minister Kari Dahl, Oslo, 8 June 2006"."""
        return meeting_name(self)
