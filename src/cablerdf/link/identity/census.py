"""How many names of a collection have a word, and whom its cables name together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import fsum

from cablerdf.link.identity.sides import Side, Words
from cablerdf.link.names.compare import family_of
from cablerdf.sound import sound, spelt

SPARSE = 2  # consonants that tell little
FEW = 8  # cables that are looked through again
NAMED = 60  # cables of somebody that are looked at for the company kept
HELD = 500  # people whose company is held at a time


class Census:
    """How many names of a collection have a word, by its sound, and whom its cables name.

    Args:
        names: each of them once in each country, which may be unknown.
        company: of each cable, by its number, the names in it.
    """

    def __init__(self, names: Iterable[tuple[Words, str | None]], company: Iterable[Iterable[Words]]) -> None:
        self.sounds: Counter[str] = Counter()
        self.bearers: Counter[str] = Counter()
        self.local: Counter[tuple[str, str | None]] = Counter()  # of a country
        self.names = 0
        for name, country in names:
            self.names += 1
            long = [word for word in name if len(word) > 1]
            self.sounds.update({sound(word) for word in long})
            heard = {heard_as(word) for word in long}
            self.bearers.update(heard)
            self.local.update((word, country) for word in heard)
        self.numbers: dict[str, int] = {}  # of a last word: cables keep these
        self.company = [tuple({self.number(words) for words in found}) for found in company]
        self.cables = Counter(number for numbers in self.company for number in numbers)
        self.held: list[Side] = []  # whose company is known

    def number(self, words: Words) -> int:
        """The number of a name's last word."""
        return self.numbers.setdefault(words[-1] if words else "", len(self.numbers))

    def namesakes(self, words: Words, country: str | None) -> float:
        """How many others would have these words by chance."""
        long = [word for word in words if len(word) > 1]
        if len(long) < 2:
            return 0.0
        family = self.sounds[sound(words[family_of(words, country)])]
        given = min(self.sounds[sound(word)] for word in long)
        return (family - 1) * (given - 1) / self.names if family and given else 0.0

    def bearing(self, words: Words, country: str | None) -> int:
        """How many names of a country have the last word of a short one; of all, where it is not known."""
        last = heard_as(words[-1]) if words else ""
        return self.bearers[last] if country is None else self.local[last, country]

    def beside(self, side: Side) -> frozenset[int]:
        """The names in the cables of somebody."""
        if side.known is not None:
            return side.known
        known = frozenset().union(*(self.company[cable] for cable in sorted(side.cables)[:NAMED]))
        if len(side.cables) > FEW:
            if len(self.held) == HELD:
                for one in self.held:
                    one.known = None
                self.held.clear()
            side.known = known
            self.held.append(side)
        return known

    def shared(self, one: Side, other: Side) -> float:
        """The company that two keep, rare names for more; their own names do not count."""
        both = self.beside(one) & self.beside(other)
        if not both:
            return 0.0
        own = {self.number(words) for side in (one, other) for words in side.names}
        return fsum(1.0 / self.cables[number] for number in both - own)


def heard_as(word: str) -> str:
    """A word by its sound; a short one, by whose consonants many sound alike, by its letters.

    >>> heard_as("kayani"), heard_as("gonzalez"), heard_as("leung")
    ('kayani', 'gnsls', 'lng')
    """
    found = sound(word)
    return found if len(found) > SPARSE else spelt(word)
