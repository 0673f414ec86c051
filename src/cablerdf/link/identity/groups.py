"""Sets of people of cables who are one (union-find), and what holds between whole sets."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.link.identity.features import closest
from cablerdf.link.identity.sides import Side, Sighting


class Join(NamedTuple):
    """Two sightings, by their numbers, that were found to be one person: by which rule, how probably."""

    one: int
    other: int
    rule: str
    score: float


class Groups:
    """Who is one so far. A group is known by the least number of its sightings."""

    def __init__(self, sightings: list[Sighting]) -> None:
        self.sightings = sightings
        self.parent = list(range(len(sightings)))
        self.members: dict[int, list[int]] = {}  # of groups of several
        self.sides: dict[int, Side] = {}  # of those that were asked for
        self.joins: list[Join] = []

    def root(self, one: int) -> int:
        """The least number of the group of a sighting."""
        parent = self.parent
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    def of(self, root: int) -> list[int]:
        """The sightings of a group."""
        return self.members.get(root) or [root]

    def side(self, root: int) -> Side:
        """What is known of a group."""
        found = self.sides.get(root)
        if found is None:
            first, *others = self.of(root)
            found = self.sides[root] = Side(self.sightings[first])
            for other in others:
                found.take(Side(self.sightings[other]))
        return found

    def join(self, one: int, other: int, rule: str, score: float) -> bool:
        """Make two groups one, unless something speaks against it; whether they are one now."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if self.are_two(a, b):
            return False
        self.put_together(a, b)
        self.joins.append(Join(one, other, rule, score))
        return True

    def put_together(self, a: int, b: int) -> None:
        """Make the groups of two roots one, of which the first stands for both."""
        mine, theirs = self.sides.get(a), self.sides.pop(b, None)
        if mine is not None and theirs is not None:
            mine.take(theirs)
        else:
            self.sides.pop(a, None)
        self.members.setdefault(a, [a]).extend(self.members.pop(b, [b]))
        self.parent[b] = a

    def are_two(self, a: int, b: int) -> bool:
        """Whether two groups cannot be one: one cable names both, links differ, or names exclude one another."""
        mine, theirs = self.side(a), self.side(b)
        if not mine.cables.isdisjoint(theirs.cables):
            return True
        if mine.qids and theirs.qids:
            return mine.qids != theirs.qids
        return closest(mine, theirs) is None
