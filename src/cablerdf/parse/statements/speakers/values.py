"""What the reading of a sentence yields: who speaks, by which verb, in what place of the sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from cablerdf.parse.statements.grammar.phrases import Phrase
from cablerdf.parse.statements.grammar.words import Words

POST = "POST"  # the name of the embassy or office that reports
INITIALS = 0.65  # confidence of somebody or something known by initials alone
INWARD = frozenset(("want", "state"))  # kinds of verbs that may only be part of what another says


class Speaker(NamedTuple):
    """Who speaks: `start` and `end` are offsets of the printed form, -1 where none is printed.

    `confidence` says how sure the speaker is:

        0.95  a person whom the cable names, a redacted name
        0.9   a function, a body among the cable's organisations and places
        0.85  a body by its noun ("the ministry"), "we" of the post
        0.8   a pronoun, a group by quantity, a noun in -er or -ist
        0.75  the holder of an office that the cable names elsewhere
        0.7   a name that is not among the cable's people; one of "they"
        0.65  initials, the one person whom the sentence names
        0.6   "it" for the body that spoke last, a name after an opening phrase
        0.5   a name that stands only at the beginning of a sentence or in capitals
    """

    name: str
    kind: str  # person, function, body, post
    start: int
    end: int
    person: int | None = None
    plural: bool = False
    inferred: bool = False
    confidence: float = 0.95
    more: tuple[Speaker, ...] = ()  # the others behind "they"
    rule: str = ""  # why words mean him that do not give the name
    instead: tuple[str, ...] = ()  # who else they might mean


def because(rule: str, speaker: Speaker | None) -> Speaker | None:
    """The speaker with the rule by which words mean him."""
    return None if speaker is None else speaker._replace(rule=rule)


_PEOPLES = ("s", "ish", "ese", "ench", "utch")


def is_people(speaker: Speaker) -> bool:
    """Whether a body is a people or its leaders: "the Turks"."""
    return speaker.kind == "body" and speaker.plural and speaker.name.endswith(_PEOPLES)


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


Resolve = Callable[[Phrase], "Speaker | None"]


class Resolver(Protocol):
    """Names the speakers of phrases."""

    def resolve(self, phrase: Phrase) -> Speaker | None:
        """The speaker that the phrase names, None where it names none."""
        ...


class Reading(NamedTuple):
    """A sentence being read: its words, who may speak in it, the attributions found so far."""

    words: Words
    resolve: Resolve
    found: list[Attribution]
