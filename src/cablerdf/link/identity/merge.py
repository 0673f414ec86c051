"""Who is one person: by link, by name and office, by family name within post and month, or in one office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from cablerdf.link.identity.overrides import Overrides
from cablerdf.link.names.compare import alike, family_of, fit
from cablerdf.link.names.fold import words
from cablerdf.link.names.nicknames import is_nickname
from cablerdf.link.names.sound import sound
from cablerdf.link.people.mention import country_code
from cablerdf.link.people.offices import TOP, Office, agreement, office

LISTED = "listed by hand"
HOME = "United States"  # whose posts write the cables
ABROAD = frozenset({"ambassador", "diplomat"})
SOUND = 0.93  # of the likeness of two words: the same when heard
NEAR = 3  # years between cables that may name one holder of an office


class Seen(NamedTuple):
    """A person in one cable: `person` is the IRI, `month` is `2009-04`, `qid` the accepted link."""

    person: str
    name: str
    country: str | None
    titles: tuple[str, ...]
    month: str | None
    post: str | None
    cable: str
    qid: str | None = None
    surest: bool = False
    signs: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name that identify."""
        return words(self.name)

    @property
    def family(self) -> str:
        """The family name, folded."""
        found = self.words
        return found[family_of(found, country_code(self.country))] if found else ""

    @property
    def year(self) -> int | None:
        """The year of the cable."""
        return int(self.month[:4]) if self.month else None

    @property
    def offices(self) -> tuple[Office, ...]:
        """The kinds of office that the titles name."""
        return tuple(one for title in self.titles if (one := office(title)).role is not None)

    @property
    def posts(self) -> frozenset[str]:
        """The offices that tell one of a family name: of a state, of a body that is named, at the head of a post."""
        found = {key for one in self.offices if (key := one_holder(one)) is not None}
        heads = self.signs or any(one.role == "ambassador" for one in self.offices)
        return frozenset(found | {f"head of {self.post}"} if heads and self.country == HOME else found)


def one_holder(one: Office) -> str | None:
    """An office that one person of a family name holds, as a key: in a state, or in a body or place that is named."""
    if one.former:
        return None
    if one.role in TOP or one.portfolio is not None:
        return f"{one.role} {one.portfolio or ''}"
    return f"{one.role} {' '.join(sorted(one.of))}" if one.of else None


class Merge(NamedTuple):
    """`alias` is the same person as `person`, by a rule, on the evidence of some cables."""

    alias: str
    person: str
    rule: str
    evidence: tuple[str, ...]


Pair = tuple[str, str, tuple[str, ...]]


def merges(seen: Iterable[Seen], overrides: Overrides) -> list[Merge]:
    """What may be merged, sorted; nothing that the list of overrides, or two different links, speak against."""
    everyone = sorted(seen, key=lambda one: (one.person, one.cable))
    groups = Groups(everyone, overrides)
    for alias, person in overrides.same:
        groups.join(alias, person, LISTED, ())
    for rule, pairs in RULES:
        for alias, person, evidence in pairs(everyone):
            groups.join(alias, person, rule, evidence)
    return groups.merges()


class Groups:
    """Sets of IRIs that are one person (union-find), with what may not be joined."""

    def __init__(self, everyone: list[Seen], overrides: Overrides) -> None:
        self.parent: dict[str, str] = {}
        self.why: dict[str, list[tuple[str, str, str, tuple[str, ...]]]] = defaultdict(list)
        self.members: dict[str, set[str]] = {}
        self.qids: dict[str, set[str]] = defaultdict(set)
        self.cables: dict[str, set[str]] = defaultdict(set)
        self.different = overrides.different
        self.length = {one.person: len(one.words) for one in everyone}
        for one in everyone:
            self.cables[one.person].add(one.cable)
            if one.qid is not None:
                self.qids[one.person].add(one.qid)

    def root(self, one: str) -> str:
        """The IRI that a group is known by while it grows."""
        while self.parent.get(one, one) != one:
            one = self.parent[one]
        return one

    def group(self, root: str) -> set[str]:
        """The IRIs of a group."""
        return self.members.setdefault(root, {root})

    def join(self, one: str, other: str, rule: str, evidence: tuple[str, ...]) -> None:
        """Make two one, unless something speaks against it."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return
        mine, theirs = self.group(a), self.group(b)
        apart = any((x, y) in self.different or (y, x) in self.different for x in mine for y in theirs)
        clash = self.qids[a] and self.qids[b] and self.qids[a] != self.qids[b]
        if apart or (clash and rule != LISTED):
            return
        self.parent[b] = a
        mine |= theirs
        self.qids[a] |= self.qids[b]
        self.why[a] += [*self.why.pop(b, []), (one, other, rule, evidence)]

    def merges(self) -> list[Merge]:
        """Every alias with the IRI that stands for the group: of the fullest name, in most cables, then by order."""
        found = []
        for root, group in self.members.items():
            if self.root(root) != root or len(group) < 2:
                continue
            first = min(group, key=lambda iri: (-min(self.length.get(iri, 0), 2), -len(self.cables[iri]), iri))
            reasons: dict[str, tuple[str, tuple[str, ...]]] = {}
            for one, other, rule, evidence in self.why[root]:
                reasons.setdefault(one, (rule, evidence))
                reasons.setdefault(other, (rule, evidence))
            found += [Merge(iri, first, *reasons[iri]) for iri in group if iri != first]
        return sorted(found)


def by_link(everyone: list[Seen]) -> Iterator[Pair]:
    """People who are linked to one Wikidata entity."""
    first: dict[str, Seen] = {}
    for one in everyone:
        if one.qid is not None:
            other = first.setdefault(one.qid, one)
            if other.person != one.person:
                yield one.person, other.person, (one.cable, other.cable)


def by_name_and_office(everyone: list[Seen]) -> Iterator[Pair]:
    """Full names of one country that fit, whose offices agree within a few years, where only one such is there."""
    groups: dict[tuple[str, str], dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for one in everyone:
        if one.country and len(one.words) > 1:
            groups[one.family, one.country][one.person].append(one)
    for people in groups.values():
        names = sorted(people)
        for name in names:
            fitting = [other for other in names if other != name and compatible(people[name], people[other])]
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
    for people in groups.values():
        names = sorted(people)
        for name in names:
            fitting = [other for other in names if other != name and heard(people[name], people[other])]
            if len(fitting) == 1:
                yield name, fitting[0], (people[name][0].cable, people[fitting[0]][0].cable)


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
    ("linked to one entity", by_link),
    ("full names that fit, one office", by_name_and_office),
    ("full names that sound the same", by_sound),
    ("family name, same post and month", by_post_and_month),
    ("family name, one office", by_family_and_office),
)
