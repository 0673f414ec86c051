"""How much a word of a Classified By line speaks for a title, and how much for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from cablerdf.parse.header.people_words import common_words, given_names, is_name
from cablerdf.parse.lexicon.forms import family, particles
from cablerdf.vocab.tables import mapping, rows

PARTICLES = particles()
SUFFIXES = frozenset(("JR", "SR", "II", "III", "IV", "ESQ", "PHD", "PH.D"))
SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z&]{1,6})+|[A-Z]{2,5}-[A-Z]{1,4}")
# "PolCouns", "EconMinCouns", "POL/C", "DepPolCouns", "ESTOff", "P/E"
SHORT_OFFICE = re.compile(
    r"(?:A/|Acting|Dep|Amb){0,2}(?:(?:Pol|Econ?|Cons?|Gen|Mil|Min|Mgt|Admi?n?|Ag|Est|Sci|Pub|Pa|Rso|Nas|Labo?r?|Fin|Poli?t|Emb)[/-]?){1,4}"
    r"(?:Couns?|Counselor|Off|Chief|MC|M/C|MinCouns|Officer|Attache|C|Chf|Dir)?s?\.?",
    re.I,
)
INITIAL = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
INNER_CAPITAL = re.compile(r"(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?<!Du)(?<!La)(?<!Le)(?<!Van)(?<=[a-z])[A-Z]")
NAME = re.compile(r"(?:[dl]['’]|[ae]l-)?[A-ZÀ-Þ][\w'’.-]*\"?|\"\w+\"")
REDACTED = re.compile(r"X{3,}", re.I)
# words of names of regions that are not countries
REGIONS = frozenset(
    (
        *("ASIA", "AFRICA", "EUROPE", "GULF", "AMERICA", "AMERICAS", "CAUCASUS", "BALKANS", "MIDDLE", "NEAR", "LATIN"),
        *("NORTH", "SOUTH", "EAST", "WEST", "NORTHERN", "SOUTHERN", "EASTERN", "WESTERN", "SOUTHEAST"),
    )
)
SHORT = 5  # letters: an unknown shorter word may be a symbol
LONG = 7  # letters: a title word of as many may be misspelt


class Weight(NamedTuple):
    """What a word speaks for; `place` is true of what a title may end in: "Counselor for Sudan"."""

    title: float
    name: float
    place: bool = False


def words_of(values: Iterable[str]) -> set[str]:
    return {word.upper().strip(".,()") for value in values for word in re.split(r"[\s]+", value)}


@cache
def title_words() -> frozenset[str]:
    """The words that titles of the Foreign Service are made of, in capitals."""
    found = {row["word"].upper() for row in rows("classifier_words")}
    return frozenset(found | words_of(row["form"] for row in rows("officers")))


@cache
def symbols() -> frozenset[str]:
    """Symbols of agencies and bureaus, which are printed in capitals: DOE, INR."""
    return frozenset(words_of(row["form"] for row in rows("us_offices"))) - title_words()


@cache
def other_titles() -> frozenset[str]:
    """Words of any title, many of which are also names of people: Dean, Judge, Mines, House."""
    kinds = ("abbr", "modifier", "office", "tail")
    return frozenset(words_of(row["title"] for row in rows("titles") if row["kind"] in kinds))


@cache
def office_words() -> frozenset[str]:
    """Words of titles that are offices of their own, not what they are of: Secretary, not Mines."""
    return frozenset(words_of(row["title"] for row in rows("titles") if row["kind"] in ("abbr", "office")))


def ends_title(word: str) -> bool:
    """Whether a title may end in a word: an office, a place."""
    bare = word.strip(".,:;()").upper()
    return bare in title_words() or bare in place_words() or (bare in office_words() and not is_name(bare))


@cache
def place_words() -> frozenset[str]:
    """The words of names of countries and cities with posts; of several words those that are nobody's name."""
    names = [row["name"].upper() for row in rows("countries")] + [row["printed"] for row in rows("posts")]
    names += [row["label"].upper() for row in rows("tags") if row["kind"] in ("country", "region")]
    words = {word for name in names for word in name.split() if " " not in name or not is_name(word)}
    return frozenset(word for word in words if len(word) > 2) | REGIONS


@cache
def cities() -> frozenset[tuple[str, ...]]:
    """The words, in capitals, of the cities that have posts."""
    return frozenset(tuple(printed.split()) for printed in mapping("posts", "printed", "code"))


@lru_cache(maxsize=8192)
def weigh(word: str) -> Weight:
    """What a word speaks for.

    >>> weigh("Counselor").title > 1 > weigh("Counselor").name, weigh("Whitcombe").name > weigh("Whitcombe").title
    (True, True)
    """
    word = word.strip(",:;()")
    bare = word.strip('."').upper().replace("’", "'").replace("`", "'")
    if not bare or REDACTED.fullmatch(bare):
        return Weight(0.0, -9.0)
    if bare in SUFFIXES:
        return Weight(0.2, 1.0)
    if bare in title_words() and len(bare) > 1:
        return Weight(2.0, -1.0)
    if INITIAL.fullmatch(word) is not None:
        return Weight(-0.5, 0.9)
    if word.lower() in PARTICLES:
        return Weight(0.2, 0.3)
    if word[0].islower() or any(letter.isdigit() for letter in bare):
        return Weight(2.0, -4.0)
    return weigh_capitalised(word, bare)


def weigh_capitalised(word: str, bare: str) -> Weight:
    """What a capitalised word that no office has speaks for."""
    place = bare in place_words()
    parts = [part for part in re.split(r"[/-]", bare) if part]
    if len(parts) > 1 and all(part in title_words() or len(part) == 1 for part in parts):
        return Weight(2.0, -1.0)
    if SYMBOL.fullmatch(bare) is not None and "/" in bare:
        return Weight(2.0, -1.0)
    if NAME.fullmatch(word) is None:
        return Weight(1.0, -2.0, place)
    if bare in symbols() and word.isupper():
        return Weight(1.4, 1.2 if is_name(bare) else 0.0)
    known = 1.6 if bare in given_names() else 1.4 if bare.lower() in family() else 0.0
    if len(bare) > 3 and not known and SHORT_OFFICE.fullmatch(bare) is not None:
        return Weight(1.8, 0.0)
    if bare in other_titles():
        return Weight(0.6, known, place) if known else Weight(1.5, 0.3, place)
    if near_title(bare):
        return Weight(0.9, known) if known else Weight(1.8, 0.4)
    if known:
        return Weight(0.2, known, place)
    if INNER_CAPITAL.search(word) is not None:  # "CooQnator"
        return Weight(0.6, 0.2, place)
    if len(bare) < SHORT and word.isupper():
        return Weight(0.5, 0.6, place)
    return Weight(0.6, 0.7, place) if bare.lower() in common_words() else Weight(0.2, 0.9, place)


@lru_cache(maxsize=8192)
def near_title(bare: str, least: int = LONG) -> bool:
    """Whether a long word differs by a letter from a word of titles, or by two from a very long one."""
    if len(bare) < least:
        return False
    most = 1 if len(bare) < 10 else 2
    lengths = range(len(bare) - most, len(bare) + most + 1)
    return any(
        OSA.distance(bare, word, score_cutoff=most) <= most
        for length in lengths
        for word in long_words().get(length, ())
    )


@cache
def long_words() -> dict[int, tuple[str, ...]]:
    """Title words of five letters and more, by length."""
    found: dict[int, list[str]] = {}
    for word in sorted(title_words() | {word for word in other_titles() if len(word) >= LONG and not is_name(word)}):
        found.setdefault(len(word), []).append(word)
    return {length: tuple(words) for length, words in found.items() if length > 4}
