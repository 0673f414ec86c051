"""Who met whom: people are nodes, an edge counts the meetings that both attended on different sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from cablerdf.store.search.find import Index
from cablerdf.store.search.listed import YEAR

CROWD = 60  # a meeting of more people says little about any pair of them
SHARED = 1_000_000  # a meeting's weight, which each person there shares among the others
AROUND = 7  # so many of those whom somebody met are drawn before the next one's
TOGETHER = 24  # at a meeting of more it is not said who of them met whom


class Node(NamedTuple):
    """A person of the network."""

    iri: str
    label: str
    country: str
    meetings: int


class Met(NamedTuple):
    """Somebody who was at meetings of a person: `side` is the country or body (its IRI), "" where none is told.

    `across` is whether they were on different sides at one of them at least: else they are colleagues, or nobody knows.
    """

    iri: str
    label: str
    side: str
    meetings: int
    across: bool


class Edge(NamedTuple):
    """Two people (`a` before `b`) and how often they met, in which cables."""

    a: str
    b: str
    meetings: int
    cables: tuple[str, ...]


class Network(NamedTuple):
    """Nodes sorted by meetings, edges by weight; `cables` and `meetings` are what it was built from."""

    nodes: list[Node]
    edges: list[Edge]
    cables: int
    meetings: int


class Present(NamedTuple):
    """A person at a meeting; the side is empty where it is not known."""

    person: str
    side: str


class Choice(NamedTuple):
    """Which meetings count: those of the years, the post, with the person, with somebody of the country.

    With `within`, pairs of one side count too, and those whose sides are not both known.
    """

    since: str = ""
    until: str = ""
    post: str = ""
    person: str = ""
    country: str = ""
    within: bool = False


def network(index: Index, choice: Choice = Choice(), *, limit: int | None = None) -> Network:  # noqa: B008
    """The network of the chosen meetings; with a `limit`, that many people: who met most, and whom they met."""
    attended: dict[int, list[Present]] = defaultdict(list)
    cable_of: dict[int, str] = {}
    for meeting, person, side, cable in attendance(index, choice):
        attended[meeting].append(Present(person, side))
        cable_of[meeting] = cable
    weights: Counter[tuple[str, str]] = Counter()
    near: Counter[tuple[str, str]] = Counter()
    cables: dict[tuple[str, str], set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for meeting, people in attended.items():
        times.update(present.person for present in people)
        for pair in pairs_of(people, choice.within) if len(people) <= CROWD else ():
            weights[pair] += 1
            near[pair] += SHARED // (len(people) - 1)
            cables[pair].add(cable_of[meeting])
    kept = {person for pair in weights for person in pair}
    if limit is not None and len(kept) > limit:
        kept = central(near, times, limit, choice.person)
    edges = [
        Edge(a, b, n, tuple(sorted(cables[a, b])))
        for (a, b), n in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if a in kept and b in kept
    ]
    kept = {person for edge in edges for person in (edge.a, edge.b)}
    return Network(nodes_of(index, kept, times), edges, len(set(cable_of.values())), len(attended))


def pairs_of(people: list[Present], within: bool) -> Iterator[tuple[str, str]]:
    """The people of a meeting who were there on different sides, two by two; with `within`, all of them."""
    for one, other in combinations(people, 2):
        if within or (one.side and other.side and one.side != other.side):
            yield one.person, other.person


def attendance(index: Index, choice: Choice) -> list[tuple[int, str, str, str]]:
    """Meeting (its number), person, side and cable of everybody at the chosen meetings, by meeting and person."""
    present = "meeting IN (SELECT meeting FROM attendance WHERE {} = ?)"
    tests = {
        f"{YEAR} >= ?": choice.since,
        f"{YEAR} <= ?": choice.until,
        "post = ?": choice.post,
        present.format("person"): choice.person,
        present.format("side"): choice.country,
    }
    asked = {test: value for test, value in tests.items() if value}
    where = " AND ".join(["1", *asked])
    tables = "attendance JOIN meeting ON meeting.number = attendance.meeting"
    sql = f"SELECT meeting, person, side, cable FROM {tables} WHERE {where}"  # tests of ours  # nosec B608
    return index.rows(f"{sql} ORDER BY meeting, person", *asked.values())


def central(near: Counter[tuple[str, str]], times: Counter[str], limit: int, first: str) -> set[str]:
    """So many people: those with most meetings in turn, each with those they were closest to.

    How often two met counts for less the more others were there: else the people of one large
    meeting, all of whom met all, would fill the picture. All whom the `first` met come before anybody else.
    """
    met: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (a, b), closeness in near.items():
        met[a].append((-closeness, b))
        met[b].append((-closeness, a))
    found: set[str] = set()
    for person in sorted(met, key=lambda p: (p != first, -times[p], sum(n for n, _ in met[p]), p)):
        closest = sorted(met[person])
        for other in (person, *(p for _, p in (closest if person == first else closest[:AROUND]))):
            if len(found) < limit:
                found.add(other)
    return found


def nodes_of(index: Index, people: set[str], times: Counter[str]) -> list[Node]:
    """The people with their names, those with most meetings first."""
    rows = index.rows_among("SELECT iri, label, note FROM entity WHERE iri IN", people)
    names = {iri: (label, note) for iri, label, note in rows}
    found = [Node(p, *names.get(p, (p.rpartition("/")[2], "")), times[p]) for p in people]
    return sorted(found, key=lambda node: (-node.meetings, node.iri))


def met_by(index: Index, person: str) -> tuple[list[Met], set[tuple[str, str]]]:
    """Who was at meetings of a person, most often first; pairs of them who were at one, unless many were."""
    attended: dict[int, list[Present]] = defaultdict(list)
    sql = (
        "SELECT meeting, person, side FROM attendance"
        " WHERE meeting IN (SELECT meeting FROM attendance WHERE person = ?) ORDER BY meeting, person"
    )
    for meeting, other, side in index.rows(sql, person):
        attended[meeting].append(Present(other, side))
    times: Counter[str] = Counter()
    sides: dict[str, str] = {}
    across: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for present in attended.values():
        across |= {iri for pair in pairs_of(present, within=False) if person in pair for iri in pair}
        others = [one for one in present if one.person != person]
        times.update(one.person for one in others)
        for one in others:
            sides[one.person] = sides.get(one.person) or one.side
        if len(others) <= TOGETHER:
            pairs |= set(pairs_of(others, within=True))
    names = {node.iri: node.label for node in nodes_of(index, set(times), times)}
    found = [Met(other, names[other], sides[other], n, other in across) for other, n in times.items()]
    return sorted(found, key=lambda met: (-met.meetings, met.label, met.iri)), pairs
