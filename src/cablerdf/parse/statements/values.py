"""What the reading of a sentence yields: who speaks, by which verb, in what place of the sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cablerdf.parse.statements.subjects import Phrase
from cablerdf.parse.statements.words import Words


class Speaker(NamedTuple):
    """Who speaks: `start` and `end` are offsets of the printed form, -1 where none is printed."""

    name: str
    kind: str  # person, function, body, post
    start: int
    end: int
    person: int | None = None
    plural: bool = False
    inferred: bool = False
    confidence: float = 0.95
    more: tuple[Speaker, ...] = ()  # the others behind "they"


class Attribution(NamedTuple):
    """A verb of saying with its speaker; `first` to `last` are the words of it, `verb` those of the verb.

    `place` is where it stands: main, aside (within or after what is said), joined (a clause
    tied on with a conjunction), subordinate ("While Smith said ..."), relative, participle.
    """

    place: str
    verb: tuple[int, int]
    kind: str
    speaker: Speaker
    first: int


Who = Callable[[Phrase], "Speaker | None"]


class Reading(NamedTuple):
    """A sentence being read: its words, who may speak in it, the attributions found so far."""

    words: Words
    who: Who
    found: list[Attribution]
