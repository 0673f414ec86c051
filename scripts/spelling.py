"""Names as another telegram might print them, for the scripts that make up examples."""

from __future__ import annotations

import random

INITIALS = "ABCDEFGHJKLMPRST"


def misspelt(word: str, chance: random.Random) -> str:
    """A word with one letter changed, doubled or lost."""
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + chance.choice("aeiou") + word[at + 1 :],
        )
    )


def respelt(words: list[str], chance: random.Random, wrong: float, initial: float = 0.0) -> str:
    """A full name, spelt otherwise by what one draw says.

    Below `wrong` a word is misspelt; then, up to 0.4, a middle initial is put in or a middle name left out; of what is
    left, below `initial`, the first word is an initial.
    """
    found, draw = list(words), chance.random()
    if draw < wrong:
        at = chance.randrange(len(found))
        found[at] = misspelt(found[at], chance)
    elif draw < 0.3 and len(found) == 2:
        found.insert(1, chance.choice(INITIALS) + ".")
    elif draw < 0.4 and len(found) > 2:
        del found[1]
    elif draw < initial:
        found[0] = found[0][0] + "."
    return " ".join(found)
