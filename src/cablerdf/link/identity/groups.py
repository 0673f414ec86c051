"""Sets of people of cables who are one (union-find), and what holds between whole sets."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, MutableSequence
from typing import NamedTuple

from cablerdf.link.identity.features import closest
from cablerdf.link.identity.sides import Side
from cablerdf.link.identity.sightings import Sightings

KEPT, FEW = 20_000, 4  # groups of which is kept what is known of them; beyond, of those of more sightings than a few
LIVED = 70 * 12  # months in which cables may name somebody


class Join(NamedTuple):
    """What was judged of two sightings, by their numbers: by which rule, how probably, by which steps (packed)."""

    one: int
    other: int
    rule: str
    score: float
    steps: bytes = b""
    same: bool = True  # they were joined; else it was not sure enough


class Groups:
    """Who is one so far. A group is known by the least number of its sightings.

    Args:
        sightings: whom the cables name.
        apart: pairs of them that are different people, whatever speaks for one.
        reasons: whether to keep what joined them.
    """

    def __init__(self, sightings: Sightings, apart: Iterable[tuple[int, int]] = (), reasons: bool = True) -> None:
        self.sightings = sightings
        self.apart: dict[int, set[int]] = {}  # of a group, those that it may not be joined with
        for one, other in apart:
            self.apart.setdefault(one, set()).add(other)
            self.apart.setdefault(other, set()).add(one)
        self.parent = array("l", range(len(sightings)))
        self.members: dict[int, list[int]] = {}  # of groups of several
        self.sides: dict[int, Side] = {}  # of those that were asked for
        self.room = KEPT  # for so many of them
        self.joins: MutableSequence[Join] = [] if reasons else deque(maxlen=0)

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
            found = self.sides[root] = self.alone(first)
            for other in others:
                found.take(self.alone(other))
            if len(self.sides) > self.room:
                self.sides = {one: side for one, side in self.sides.items() if len(self.of(one)) > FEW}
                self.room = KEPT + len(self.sides)
        return found

    def alone(self, one: int) -> Side:
        """What is known of a sighting."""
        return Side(self.sightings.lean(one), self.sightings.looks[one])

    def join(self, join: Join) -> None:
        """Make two groups one, unless something speaks against it."""
        a, b = sorted((self.root(join.one), self.root(join.other)))
        if a != b and not self.are_two(a, b):
            self.put_together(a, b)
            self.joins.append(join)

    def must(self, join: Join) -> None:
        """Make two groups one, whatever else speaks against it than that they are told to be different."""
        a, b = sorted((self.root(join.one), self.root(join.other)))
        if a != b and b not in self.apart.get(a, ()):
            self.put_together(a, b)
            self.joins.append(join)

    def put_together(self, a: int, b: int) -> None:
        """Make the groups of two roots one, of which the first stands for both."""
        mine, theirs = self.sides.get(a), self.sides.pop(b, None)
        if mine is not None and theirs is not None:
            mine.take(theirs)
        else:
            self.sides.pop(a, None)
        self.members.setdefault(a, [a]).extend(self.members.pop(b, [b]))
        for other in self.apart.pop(b, ()):
            self.apart[other].remove(b)
            self.apart[other].add(a)
            self.apart.setdefault(a, set()).add(other)
        self.parent[b] = a

    def are_two(self, a: int, b: int) -> bool:
        """Whether two groups cannot be one: told, in one cable, linked to two items, a life apart, of other names."""
        if b in self.apart.get(a, ()):
            return True
        mine, theirs = self.side(a), self.side(b)
        if not mine.cables.isdisjoint(theirs.cables):
            return True
        if mine.qids and theirs.qids:
            return mine.qids != theirs.qids
        if outlived(mine, theirs):
            return True
        return closest(mine, theirs) is None


def outlived(mine: Side, theirs: Side) -> bool:
    """Whether the months of two groups are farther apart than one person's may be."""
    ends = (*mine.span, *theirs.span)
    return bool(ends) and max(ends) - min(ends) > LIVED
