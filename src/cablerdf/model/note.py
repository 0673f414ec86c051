"""Why a fact stands: what was decided, by which rule, from which characters."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cablerdf.model.span import Span

NoteKind = Literal[
    "person",
    "mention",
    "office",
    "country",
    "title",
    "organization",
    "place",
    "meeting",
    "participant",
    "side",
    "date",
    "statement",
]


class Note(NamedTuple):
    """One decision of the reading.

    `about` names whom or what it is about ("Kathleen O'Dea"), `value` what was decided ("Canada");
    `rule` is the name of the rule, or of the weights, that decided; `sureness` (0 to 1) the share that is right,
    None where that is not measured.
    `because` holds what it rests on, features with their weights where weights decided; `instead` what was
    considered and lost.
    """

    kind: NoteKind
    about: str
    value: str
    rule: str
    span: Span
    sureness: float | None = 1.0
    because: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
