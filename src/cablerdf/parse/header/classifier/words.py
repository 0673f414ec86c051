"""Which words belong to the title of an official, and which to a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from cablerdf.vocab.tables import rows

SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z&]{1,6})+|[A-Z]{2,5}-[A-Z]{1,4}")
# "PolCouns", "EconMinCouns", "POL/C", "DepPolCouns", "ESTOff", "P/E"
SHORT_OFFICE = re.compile(
    r"(?:A/|Acting|Dep|Amb){0,2}(?:(?:Pol|Econ?|Cons?|Gen|Mil|Min|Mgt|Admi?n?|Ag|Est|Sci|Pub|Pa|Rso|Nas|Labo?r?|Fin|Poli?t|Emb)[/-]?){1,4}"
    r"(?:Couns?|Counselor|Off|Chief|MC|M/C|MinCouns|Officer|Attache|C|Chf|Dir)?s?\.?",
    re.I,
)


@cache
def title_words() -> frozenset[str]:
    """Every word that titles of officials are made of, in capitals, without its last point."""
    found = {row["word"].upper() for row in rows("classifier_words")}
    for row in rows("titles"):
        if row["kind"] in ("abbr", "modifier", "office", "tail"):
            found |= {word.upper().strip(".,") for word in row["title"].split()}
    for row in rows("officers"):
        found |= {word.upper().strip(".,") for word in row["form"].split()}
    return frozenset(found)


@cache
def modifiers() -> frozenset[str]:
    """Words that only modify titles, among them some family names."""
    kinds: dict[str, set[str]] = {}
    for row in rows("titles"):
        for word in row["title"].split():
            kinds.setdefault(word.upper().strip(".,"), set()).add(row["kind"])
    return frozenset(word for word, found in kinds.items() if found == {"modifier"})


@cache
def given_names() -> frozenset[str]:
    return frozenset(row["name"].upper() for row in rows("given_names"))


@cache
def cities() -> frozenset[tuple[str, ...]]:
    """The words, in capitals, of the cities that have posts."""
    return frozenset(tuple(row["printed"].split()) for row in rows("posts"))


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a word belongs to a title rather than to a name."""
    bare = word.strip(".,:;()").upper().replace("’", "'").replace("`", "'")
    if re.fullmatch(r"[A-Z]\.", word) is not None:
        return False
    if not any(letter.isalpha() for letter in bare) or known_title(bare):
        return True
    parts = [part for part in re.split(r"[/-]", bare) if part]
    if len(parts) > 1 and all(known_title(part) or len(part) == 1 for part in parts):
        return True
    if "/" in bare and SYMBOL.fullmatch(bare) is not None:
        return True
    return len(bare) > 3 and SHORT_OFFICE.fullmatch(bare) is not None


def known_title(bare: str) -> bool:
    """Whether the tables have a word, or one that differs by a letter from a long one."""
    if bare in title_words():
        return True
    return len(bare) >= 7 and any(
        OSA.distance(bare, word, score_cutoff=1) <= 1
        for length in range(-1, 2)
        for word in long_words().get(len(bare) + length, ())
    )


@cache
def long_words() -> dict[int, tuple[str, ...]]:
    """Title words of six letters and more, by length."""
    found: dict[int, list[str]] = {}
    for word in title_words():
        if len(word) >= 6:
            found.setdefault(len(word), []).append(word)
    return {length: tuple(words) for length, words in found.items()}
