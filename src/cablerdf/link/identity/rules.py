"""Which people of one country whose family names sound the same are one, by rules in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise

from cablerdf.link.identity.seen import Seen
from cablerdf.link.names.compare import alike, fit
from cablerdf.link.names.nicknames import is_nickname
from cablerdf.link.names.sound import sound
from cablerdf.link.people.mention import country_code
from cablerdf.link.people.offices import TOP, agreement

ABROAD = frozenset({"ambassador", "diplomat"})
SOUND = 0.93  # of the likeness of two words: the same when heard
NEAR = 3  # years between cables that may name one holder of an office

Pair = tuple[str, str, tuple[str, ...]]


def by_name_and_office(everyone: list[Seen]) -> Iterator[Pair]:
    """Full names of one country that fit, whose offices agree within a few years, where only one such is there."""
    groups: dict[tuple[str, str], dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for one in everyone:
        if one.country and len(one.words) > 1:
            groups[one.family, one.country][one.person].append(one)
    yield from pairs_alone(groups.values(), compatible)


def pairs_alone(
    groups: Iterable[dict[str, list[Seen]]], fits: Callable[[list[Seen], list[Seen]], bool]
) -> Iterator[Pair]:
    """Everybody of a group with the other who fits, where only one does."""
    for people in groups:
        for name in sorted(people):
            fitting = [other for other in people if other != name and fits(people[name], people[other])]
            if len(fitting) == 1:
                yield name, fitting[0], (people[name][0].cable, people[fitting[0]][0].cable)


def compatible(mine: list[Seen], theirs: list[Seen]) -> bool:
    """Whether two full names may be one person: the names fit, and an office agrees within a few years."""
    for one in (fit(mine[0].words, theirs[0].words), fit(theirs[0].words, mine[0].words)):
        if one.conflict or one.family < 1.0 or one.given < 0.7:
            return False
    return any(
        agreement(a, b) >= 2 or (a.role in ABROAD and b.role in ABROAD)
        for x in mine
        for y in theirs
        if x.year is not None and y.year is not None and abs(x.year - y.year) <= NEAR
        for a in x.offices
        for b in y.offices
    )


def by_sound(everyone: list[Seen]) -> Iterator[Pair]:
    """Full names of one country that are spelt otherwise but sound the same, of whom no offices speak against it."""
    groups: dict[tuple[str, str, int], dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for one in everyone:
        if one.country and len(one.words) > 1 and all(len(word) > 2 for word in one.words):
            groups[sound(one.family), one.country, len(one.words)][one.person].append(one)
    yield from pairs_alone(groups.values(), heard)


def heard(mine: list[Seen], theirs: list[Seen]) -> bool:
    """Whether two full names sound the same word by word, and the offices of both, where both have any, are akin.

    A short form of a given name needs such an office, or the same post.
    """
    words = list(zip(mine[0].words, theirs[0].words, strict=True))
    if any(alike(*pair) < SOUND for pair in words):
        return False
    offices = [(a, b) for x in mine for y in theirs for a in x.offices for b in y.offices]
    if any(is_nickname(*pair) for pair in words if pair[0] != pair[1]) and not offices:
        return not {one.post for one in mine}.isdisjoint(one.post for one in theirs)
    return not offices or any(agreement(a, b) for a, b in offices)


def by_post_and_month(everyone: list[Seen]) -> Iterator[Pair]:
    """A family name of one cable, where exactly one full name of that country fits in the cables of post and month.

    One that is printed with an office needs that office; one without means who needs none, so that nobody else of the
    name may be known in any cable.
    """
    full: dict[tuple[str, str, str, str], dict[str, Seen]] = defaultdict(dict)
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in everyone:
        if len(one.words) > 1 and one.country:
            known[one.family, one.country].add(one.person)
            if one.post and one.month:
                full[one.post, one.month, one.family, one.country].setdefault(one.person, one)
    for one in everyone:
        if len(one.words) != 1 or not (one.post and one.month and one.country):
            continue
        fitting = list(full.get((one.post, one.month, one.words[0], one.country), {}).values())
        alone = len(known[one.words[0], one.country]) == 1
        ruler = any(held.role in TOP for held in one.offices)  # named everywhere: nobody else may bear the name
        fits = agree(one, fitting[0]) and (alone or not ruler) if one.offices and fitting else alone
        if len(fitting) == 1 and fitting[0].cable != one.cable and fits:
            yield one.person, fitting[0].person, (one.cable, fitting[0].cable)


def by_family_and_office(everyone: list[Seen]) -> Iterator[Pair]:
    """A family name in an office that one holds at a time, within a few years, where one of the name is known."""
    full: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    held: dict[tuple[str, str, str], list[Seen]] = defaultdict(list)
    for one in everyone:
        if one.country and one.year and one.words:
            if len(one.words) > 1:
                full[one.family, one.country].append(one)
            for post in one.posts:
                held[one.family, one.country, post].append(one)
    for (family, country, _post), people in sorted(held.items()):
        if not are_one(full[family, country]):
            continue
        people.sort(key=lambda one: (one.month or "", one.person))
        for one, other in pairwise(people):
            if other.person != one.person and (other.year or 0) - (one.year or 0) <= NEAR:
                yield one.person, other.person, (one.cable, other.cable)


def are_one(people: list[Seen]) -> bool:
    """Whether full names of one family may all be one person's."""
    names = sorted({one.words for one in people})
    country = country_code(people[0].country) if people else None
    fits = (fit(*pair, country) for one, other in combinations(names, 2) for pair in ((one, other), (other, one)))
    return all(one.family > 0 and not one.conflict for one in fits)


def agree(one: Seen, other: Seen) -> bool:
    """Whether an office of the one agrees with one of the other."""
    return any(agreement(a, b) for a in one.offices for b in other.offices)


RULES: tuple[tuple[str, Callable[[list[Seen]], Iterator[Pair]]], ...] = (
    ("full names that fit, one office", by_name_and_office),
    ("full names that sound the same", by_sound),
    ("family name, same post and month", by_post_and_month),
    ("family name, one office", by_family_and_office),
)
