"""Who is worth comparing: full names that share two words by sound, or a rare one; short names with their bearers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from cablerdf.link.identity.sides import Looks, Words
from cablerdf.link.names.compare import alike
from cablerdf.sound import sound

CROWD = 40  # people of a block beyond whom each is compared with the next ones alone
RARE = 12  # full names: a word that as few have is enough
LONG = 4  # letters of a word that may be rare

Key = tuple[str, ...]


def pairs(names: Mapping[int, Words]) -> Iterator[tuple[int, int]]:
    """Pairs of people whose full names are worth comparing, each once."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, words in names.items():
        for key in keys(words):
            blocks[key].append(number)
    wide = max(names, default=0) + 1
    found: set[int] = set()  # pairs as one number, which takes a third of the room
    for key, block in blocks.items():
        if len(block) == 1 or (len(key) == 1 and len({names[number] for number in block}) > RARE):
            continue
        found.update(one * wide + other for one, other in neighbours(block, names))
    blocks.clear()
    # those of one name after another: what is known of them is at hand then
    for pair in sorted(found, key=lambda pair: (names[pair // wide][-1], pair)):
        yield divmod(pair, wide)


def keys(words: Words) -> set[Key]:
    """The blocks of a full name."""
    heard = {sound(word): word for word in words if len(word) > 1}
    found = {tuple(sorted(pair)) for pair in combinations(heard, 2)}
    found.add((sound("".join(words)), ""))  # Karl-Theodor is Karl Theodor
    return found | {(one,) for one, word in heard.items() if len(word) > LONG}


def neighbours(block: list[int], names: Mapping[int, Words]) -> Iterator[tuple[int, int]]:
    """All pairs of a block; in a crowd those near to one another by name."""
    ordered = sorted(block, key=lambda number: (names[number], number)) if len(block) > CROWD else block
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + CROWD]:
            if akin(names[one], names[other]):
                yield min(one, other), max(one, other)


def akin(one: Words, other: Words) -> bool:
    """Whether two words of one name are like two of the other: seen before the rest is weighed."""
    if len(one) != len(other) and "".join(one) == "".join(other):
        return True
    return sum(any(alike(word, known) > 0 for known in other) for word in one) > 1


class Bearers:
    """Who bears a word, by its sound, in a country."""

    def __init__(self, looks: Iterable[tuple[int, Looks]]) -> None:
        self.by_sound: dict[str, dict[str | None, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, look in looks:
            for one in {sound(word) for word in look.words if len(word) > 1}:
                self.by_sound[one][look.country].append(number)

    def of(self, heard: str, country: str | None) -> list[int]:
        """Those of a country, or of none that is known, who bear a word; all where the country is not known."""
        found = self.by_sound[heard]
        countries = found if country is None else [one for one in (country, None) if one in found]
        return [number for one in countries for number in found[one]]

    def meant(self, short: Iterable[tuple[int, Looks]]) -> Iterator[tuple[list[int], list[int]]]:
        """Short names with those whom they may mean, by their last word: all at once that may mean the same."""
        like: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for number, look in short:
            long = [word for word in look.words if len(word) > 1]
            if long and sound(long[-1]) in self.by_sound:
                like[sound(long[-1]), look.country].append(number)
        for (heard, country), numbers in like.items():
            yield numbers, self.of(heard, country)
