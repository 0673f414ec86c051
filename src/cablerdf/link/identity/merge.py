"""Who is one person, and what speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from cablerdf.link.identity.overrides import Overrides
from cablerdf.link.identity.rules import RULES
from cablerdf.link.identity.sightings import Fact, Sightings

LISTED, LINKED = "listed by hand", "linked to one entity"


class Merge(NamedTuple):
    """`alias` is the same person as `person`, by a rule, on the evidence of some cables."""

    alias: str
    person: str
    rule: str
    evidence: tuple[str, ...]


def merges(sightings: Sightings, overrides: Overrides) -> list[Merge]:
    """What may be merged, sorted; nothing that the list of overrides, or two different links, speak against."""
    groups = Groups(sightings.fact, overrides)
    for alias, person in overrides.same:
        groups.join(alias, person, LISTED, ())
    first: dict[str, tuple[str, str]] = {}
    for person, cable, qid in sightings.linked():
        other, earlier = first.setdefault(qid, (person, cable))
        if other != person:
            groups.join(person, other, LINKED, (cable, earlier))
    for block in sightings.blocks():
        for rule, pairs in RULES:
            for alias, person, evidence in pairs(block):
                groups.join(alias, person, rule, evidence)
    return groups.merges()


class Groups:
    """Sets of IRIs that are one person (union-find), with what may not be joined."""

    def __init__(self, facts: Callable[[str], Fact], overrides: Overrides) -> None:
        self.parent: dict[str, str] = {}
        self.why: dict[str, list[tuple[str, str, str, tuple[str, ...]]]] = defaultdict(list)
        self.members: dict[str, set[str]] = {}
        self.qids: dict[str, frozenset[str]] = {}
        self.facts = facts
        self.different = overrides.different

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
        pairs = ((x, y) for x in mine for y in theirs) if self.different else ()
        apart = any(pair in self.different or pair[::-1] in self.different for pair in pairs)
        linked, other_linked = self.linked(a), self.linked(b)
        clash = linked and other_linked and linked != other_linked
        if apart or (clash and rule != LISTED):
            return
        self.parent[b] = a
        mine |= theirs
        self.qids[a] = linked | other_linked
        self.why[a] += [*self.why.pop(b, []), (one, other, rule, evidence)]

    def linked(self, root: str) -> frozenset[str]:
        """What a group is linked to."""
        return self.qids[root] if root in self.qids else self.facts(root).qids

    def merges(self) -> list[Merge]:
        """Every alias with the IRI that stands for the group: of the fullest name, in most cables, then by order."""
        found = []
        for root, group in self.members.items():
            if self.root(root) != root or len(group) < 2:
                continue
            first = min(group, key=self.standing)
            reasons: dict[str, tuple[str, tuple[str, ...]]] = {}
            for one, other, rule, evidence in self.why[root]:
                reasons.setdefault(one, (rule, evidence))
                reasons.setdefault(other, (rule, evidence))
            found += [Merge(iri, first, *reasons[iri]) for iri in group if iri != first]
        return sorted(found)

    def standing(self, iri: str) -> tuple[int, int, str]:
        """By which of a group's IRIs stands for it: the least."""
        known = self.facts(iri)
        return -min(known.words, 2), -known.cables, iri
