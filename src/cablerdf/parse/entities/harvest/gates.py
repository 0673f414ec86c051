"""Which runs of words the readers of people, bodies and places are asked about.

Most runs are one word that names nothing, so cheap looks at its label and at what stands about it come before any
pattern. A run that is turned away here reaches no rule of that reader: who writes a rule for one lets it through first.
Two readers look further before they try their rules: bodies.context (`shown_around`, `shown_within`) and places.reader
(`_may_hold`).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cablerdf.parse.entities.bodies.context import PAPERS
from cablerdf.parse.entities.bodies.printed import UNITS
from cablerdf.parse.entities.names.compounds import ERA
from cablerdf.parse.entities.words.run import Run
from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon.forms import words_of

IDLE = frozenset("FXGIjp")  # labels of runs of one segment that nobody reads
# how a word begins that, behind a common one, makes it the name of a body: party, newspaper, daily ...
_CALLED = frozenset(word[:2] for word in ("party", *PAPERS))
_NUMBERED = UNITS | {"group"}  # words of which a number makes a name


class Readers(NamedTuple):
    """Who reads a run."""

    people: bool = False
    bodies: bool = False
    places: bool = False


_NOBODY, _EVERYBODY = Readers(), Readers(people=True, bodies=True, places=True)
# label of a run of one segment → who reads it, where the text about it does not turn it away
_READERS = {
    "T": Readers(people=True),
    "K": Readers(people=True),
    "N": Readers(people=True, bodies=True),
    "O": Readers(bodies=True),
    "D": Readers(bodies=True),
    "W": Readers(bodies=True, places=True),
    "C": Readers(places=True),
    "P": Readers(places=True),
    "U": _EVERYBODY,
    "n": _EVERYBODY,
    "A": _EVERYBODY,
}


@cache
def idle_words() -> frozenset[str]:
    """Words that alone name nothing, in lower case."""
    return words_of("function") | words_of("month")


def readers_of(clean: str, run: Run) -> Readers:
    """Who reads a run: everybody where it has several segments, else who can make something of its label."""
    label = run.labels
    if len(label) > 1:
        return _EVERYBODY
    segment = run.segments[0]
    first, last = run.tokens[segment.first], run.tokens[segment.last - 1]
    readers = _READERS.get(label, _NOBODY)
    if label == "W":
        if _is_dull(clean, first):
            return _NOBODY
        return readers._replace(people=first.low.endswith(ERA))  # the Soto-era
    if label == "A":
        party = clean.startswith("party", first.end + 1)
        return readers if party or run.compound or _is_called(clean, first) else _NOBODY
    if label == "D":
        return readers if "army" in clean[last.end : last.end + 8] else _NOBODY
    if label == "T" and (last.possessive or first.low == "mod"):
        return readers._replace(bodies=True)  # the President's | office
    return readers


def _is_dull(clean: str, token: Token) -> bool:
    """Whether a lone common word names nothing: no abbreviation or `party` follows, it is no compound."""
    following = clean[token.end : token.end + 3]
    if "-" in token.low or "/" in token.low or "(" in following or following[1:] in _CALLED or token.low in _NUMBERED:
        return False
    return not _is_called(clean, token)


def _is_called(clean: str, token: Token) -> bool:
    """Whether the word before a token calls it a firm or a paper: `the daily |`."""
    before = clean[max(0, token.start - 16) : token.start].split()
    return bool(before) and before[-1] in words_of("called_body")
