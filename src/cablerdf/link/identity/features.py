"""What speaks for and against one person behind two names, as numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from functools import lru_cache
from itertools import product
from math import log1p
from typing import NamedTuple

from cablerdf.link.identity.census import Census
from cablerdf.link.identity.sides import Side, Words, is_full
from cablerdf.link.names.compare import INNER, PATRONYMIC, alike, fit, other_middle
from cablerdf.link.people.offices import TOP, Office, agreement

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
FEW = 8  # months that are compared one by one


class Likeness(NamedTuple):
    """How alike two names are: the family names, the given names, whether all words agree, whether one is short."""

    family: float
    given: float
    exact: bool
    fuller: bool
    short: bool


@lru_cache(maxsize=65_536)
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
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    if len(many) > FEW:
        line = sorted(many)
        spots = ((month, bisect_left(line, month)) for month in few)
        return min(abs(month - other) for month, at in spots for other in line[max(at - 1, 0) : at + 1])
    return min([abs(a - b) for a in few for b in many])


def is_of_one_side(one: Side, other: Side) -> bool:
    """Whether the one stands for the country of the other, or both for one.

    It speaks for one person alone: a lawyer of a firm stands for a country that is not his.
    """
    mine, theirs = (side.stands_for | {side.country} for side in (one, other))
    return not (mine & theirs) <= {None}


def named_about(months: Collection[int], other: Side) -> int:
    """How often somebody is named within a year of some months."""
    near = {about for month in months for about in range(month - YEAR, month + YEAR + 1)}
    return sum([n for month, n in other.months.items() if month in near or not near])


def values(one: Side, other: Side, like: Likeness, census: Census) -> tuple[float, ...]:
    """The features of two people, by NAMES; of a short name the first."""
    held = offices_of(one, other)
    none = not (one.offices and other.offices)
    country = one.country, other.country
    short = float(like.short)
    least = min(one.fullest, other.fullest, key=len)
    return (
        float(like.exact and not like.short),
        float(like.fuller and not like.short),
        1.0 - like.family,
        like.given,
        float(0 < like.given < SAME),
        0.0 if like.short else log1p(census.namesakes(least, country[0])),
        short,
        float(like.short and like.family == 0.9),
        log1p(census.bearing(least, country[0])) if like.short else 0.0,
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
        log1p(named_about(one.months, other)) if like.short else 0.0,
        float(held.minor),
        min(held.months / YEAR, LATE) if held.alone else 0.0,
        log1p(len(other.posts)) if like.short else 0.0,
    )
