"""What speaks for and against one person behind two names, as numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import product
from math import log1p
from typing import NamedTuple

from cablerdf.link.identity.sides import Side, Words, is_full
from cablerdf.link.names.compare import INNER, PATRONYMIC, alike, family_of, fit, other_middle
from cablerdf.link.people.offices import TOP, Office, agreement
from cablerdf.sound import sound, spelt

WEIGHTS = "identity_weights.json"
NAMES = (
    "exact", "fuller", "misspelt", "given", "initial", "namesakes", "short", "short_first", "short_bearers",
    "office", "office_full", "office_kin", "office_clash", "office_none", "office_years", "office_alone",
    "short_office", "short_alone", "short_none",
    "country_unknown", "country_other", "post", "company", "years", "short_named",
    "clash_minor", "alone_years", "short_posts",
)  # fmt: skip
SAME = 0.95  # of given names' likeness: short forms and transliterations
LEAST, LEAST_GIVEN = 0.87, 0.6  # of family and given names: below, they are two
NEAR, LONG = 36, 60  # months within which offices exclude one another, and may be one that is held on
POSTED = frozenset({"ambassador", "diplomat"})  # offices at one post, of which there are many
YEAR = 12
LATE = 4  # years beyond which it matters no more
SPARSE = 2  # consonants that tell little
FEW = 8  # months that are compared one by one, cables that are looked through again
NAMED = 60  # cables of somebody that are looked at for the company kept
HELD = 500  # people whose company is held at a time


class Likeness(NamedTuple):
    """How alike two names are: the family names, the given names, whether all words agree, whether one is short."""

    family: float
    given: float
    exact: bool
    fuller: bool
    short: bool


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
        known = frozenset(number for cable in sorted(side.cables)[:NAMED] for number in self.company[cable])
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
        return sum(1.0 / self.cables[number] for number in both - own)


def heard_as(word: str) -> str:
    """A word by its sound; a short one, by whose consonants many sound alike, by its letters.

    >>> heard_as("kayani"), heard_as("gonzalez"), heard_as("leung")
    ('kayani', 'gnsls', 'lng')
    """
    found = sound(word)
    return found if len(found) > SPARSE else spelt(word)


def likeness(one: Words, other: Words, country: str | None) -> Likeness | None:
    """How alike two names are; None where they cannot be one person's.

    >>> likeness(("nestor", "kirchner"), ("cristina", "kirchner"), "ar") is None
    True
    >>> likeness(("bashar", "asad"), ("bashar", "assad"), "sy").given
    1.0
    >>> likeness(("asad",), ("bashar", "asad"), "sy").short
    True
    """
    shorter, longer = sorted((one, other), key=lambda words: (len(words), words))
    found = fit(shorter, longer, country)
    if found.exact and len(shorter) > 1:
        return Likeness(1.0, 1.0, True, False, False)
    if len(shorter) == 1:
        if len(longer) > 2 and found.family < INNER and not alike(shorter[0], longer[0]):
            return None  # nobody goes by a name in the middle
        return Likeness(found.family, 0.0, len(longer) == 1, False, True) if found.family >= LEAST else None
    back = fit(longer, shorter, country) if len(longer) == len(shorter) else found
    family, given = min(found.family, back.family), min(found.given, back.given)
    conflict = found.conflict or back.conflict or other_middle(longer, (shorter,), country)
    if conflict or family < LEAST or given < LEAST_GIVEN:
        return None
    fuller = len(longer) > len(shorter)
    son = country in PATRONYMIC and not alike(shorter[0], longer[0])
    if fuller and (son or (given < SAME and (country in PATRONYMIC or is_full(shorter)))):
        return None  # the son of somebody so named
    return Likeness(family, given, False, fuller, not is_full(shorter))


def closest(one: Side, other: Side) -> Likeness | None:
    """The best likeness of their names; None where two of their full names cannot be one person's."""
    country = one.country or other.country
    best: Likeness | None = None
    for mine, theirs in product(one.names, other.names):
        found = likeness(mine, theirs, country)
        if found is None:
            if len(mine) > 1 and len(theirs) > 1:
                return None
            continue
        if best is None or (found.family + found.given, not found.short) > (best.family + best.given, not best.short):
            best = found
    return best


class Held(NamedTuple):
    """How two people's offices agree: the best level (3 to 0), the months between, whether one alone holds it."""

    level: int = 0
    months: int = 0
    alone: bool = False
    clash: bool = False
    minor: bool = False  # none of the offices that clash is a high one


def offices_of(one: Side, other: Side) -> Held:
    """How the offices of two agree within a few years."""
    best = Held()
    near = False
    for mine, when in one.offices.items():
        for theirs, then in other.offices.items():
            months = apart(when, then)
            level = agreement(mine, theirs)
            if months > (LONG if level > 1 else NEAR) and not (mine.former or theirs.former):
                continue
            near = near or months <= NEAR
            if mine.role in POSTED and theirs.role in POSTED and one.posts.isdisjoint(other.posts):
                level = min(level, 1)
            if level == 3 and mine.former != theirs.former:
                level = 2
            held = Held(level, months, level == 3 and is_alone(mine))
            best = max(best, held, key=lambda held: (held.level, held.alone, -held.months))
    clash = near and best.level == 0
    return best._replace(clash=clash, minor=clash and not any(map(is_high, (*one.offices, *other.offices))))


def is_high(office: Office) -> bool:
    """Whether an office is a first one of a state, or a minister's, which are told apart by all who name them."""
    return office.role in TOP or office.role == "royal" or office.portfolio is not None


def is_alone(office: Office) -> bool:
    """Whether one person at a time holds such an office of a country or of a body that is named."""
    return office.role in TOP or office.role == "royal" or office.portfolio is not None or bool(office.of)


def apart(some: Collection[int], others: Collection[int]) -> int:
    """The least months between some of them and others; where none is known they are near."""
    if not some or not others:
        return 0
    few, many = sorted((some, others), key=len)
    if len(many) > FEW:
        line = sorted(many)
        spots = ((month, bisect_left(line, month)) for month in few)
        return min(abs(month - other) for month, at in spots for other in line[max(at - 1, 0) : at + 1])
    return min(abs(a - b) for a, b in product(few, many))


def is_of_one_side(one: Side, other: Side) -> bool:
    """Whether the one stands for the country of the other, or both for one.

    It speaks for one person alone: a lawyer of a firm stands for a country that is not his.
    """
    mine, theirs = (side.stands_for | {side.country} for side in (one, other))
    return not (mine & theirs) <= {None}


def values(one: Side, other: Side, like: Likeness, census: Census) -> tuple[float, ...]:
    """The features of two people, by NAMES; of a short name the first."""
    held = offices_of(one, other)
    none = not (one.offices and other.offices)
    country = one.country, other.country
    short = float(like.short)
    named = sum(n for month, n in other.months.items() if apart((month,), one.months) <= YEAR) if like.short else 0
    chance = 0.0 if like.short else census.namesakes(min(one.fullest, other.fullest, key=len), country[0])
    return (
        float(like.exact and not like.short),
        float(like.fuller and not like.short),
        1.0 - like.family,
        like.given,
        float(0 < like.given < SAME),
        log1p(chance),
        short,
        float(like.short and like.family == 0.9),
        log1p(census.bearing(min(one.fullest, other.fullest, key=len), country[0])) if like.short else 0.0,
        float(held.level >= 2),
        float(held.level == 3),
        float(held.level == 1),
        float(held.clash),
        float(none),
        log1p(held.months / YEAR) if held.level >= 2 else 0.0,
        float(held.alone),
        float(like.short and held.level >= 2),
        float(like.short and held.alone),
        float(like.short and none),
        float(None in country and not is_of_one_side(one, other)),
        float(None not in country and country[0] != country[1]),
        float(not one.posts.isdisjoint(other.posts)),
        log1p(10 * census.shared(one, other)),
        log1p(apart(one.months, other.months) / YEAR),
        log1p(named),
        float(held.minor),
        min(held.months / YEAR, LATE) if held.alone else 0.0,
        log1p(len(other.posts)) if like.short else 0.0,
    )
