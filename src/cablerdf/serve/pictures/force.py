"""A network laid out: people who met lie near one another. Seeded and rounded, so always the same picture."""

from __future__ import annotations

from collections import defaultdict
from math import cos, pi, sin, sqrt
from typing import NamedTuple

WIDTH, HEIGHT = 960, 640
MARGIN = 40
STEPS = 60
PHONE = 2.7  # times as large are letters on a phone, measured in the picture
TIES = 3_000  # that are drawn: the heaviest


class Person(NamedTuple):
    """A person drawn; `colour` is the number of the country's colour, `named` whether the name is shown.

    `large` is whether it is shown on a phone too, where letters are as large again and more beside the picture.
    """

    iri: str
    label: str
    country: str
    meetings: int
    x: float
    y: float
    radius: float
    colour: int
    named: bool
    large: bool


class Tie(NamedTuple):
    """A line between two people."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Drawing(NamedTuple):
    """The whole picture; `countries` are those with a colour of their own, in order of colour."""

    people: list[Person]
    ties: list[Tie]
    countries: list[str]
    width: int
    height: int

    @property
    def dense(self) -> bool:
        """Whether there are so many lines that each must be faint."""
        return len(self.ties) > 400


def draw(nodes: list[tuple[str, str, str, int]], edges: list[tuple[str, str, int]]) -> Drawing:
    """The picture of nodes (IRI, name, country, meetings) and edges (IRI, IRI, meetings)."""
    order = {iri: n for n, (iri, *_rest) in enumerate(nodes)}
    ties = [(order[a], order[b], weight) for a, b, weight in edges if a in order and b in order]
    places = fitted(spread(len(nodes), ties))
    most = max((meetings for *_rest, meetings in nodes), default=1) or 1
    frequency: dict[str, int] = defaultdict(int)
    for _iri, _name, country, _meetings in nodes:
        if country:
            frequency[country] += 1
    countries = sorted(frequency, key=lambda c: (-frequency[c], c))[:7]
    labels = [(name, *places[n]) for n, (_iri, name, *_rest) in enumerate(nodes)]
    named, large = room_for_names(labels), room_for_names(labels, PHONE)
    people = [
        Person(
            iri,
            name,
            country,
            meetings,
            *places[n],
            round(3.5 + 7 * sqrt(meetings / most), 1),
            countries.index(country) + 1 if country in countries else 0,
            n in named,
            n in large,
        )
        for n, (iri, name, country, meetings) in enumerate(nodes)
    ]
    heaviest = max((weight for *_rest, weight in ties), default=1)
    drawn = [Tie(*places[a], *places[b], round(0.6 + 2.4 * weight / heaviest, 2)) for a, b, weight in ties[:TIES]]
    return Drawing(people, drawn, countries, WIDTH, HEIGHT)


def spread(count: int, ties: list[tuple[int, int, int]]) -> list[list[float]]:
    """Positions by springs along ties and repulsion between neighbours in a grid (Fruchterman and Reingold 1991)."""
    golden = pi * (3 - sqrt(5))
    at = [[0.5 + 0.48 * sqrt((n + 0.5) / max(count, 1)) * cos(n * golden),
           0.5 + 0.48 * sqrt((n + 0.5) / max(count, 1)) * sin(n * golden)] for n in range(count)]  # fmt: skip
    if count < 2:
        return at
    k = 0.9 / sqrt(count)
    degree = [0] * count
    for a, b, _weight in ties:
        degree[a] += 1
        degree[b] += 1
    steps = STEPS if count * len(ties) < 300_000 else 30
    for step in range(steps):
        move = [[0.0, 0.0] for _ in range(count)]
        repel(at, move, k)
        for a, b, weight in ties:
            pull(at, move, (a, b), min(3.0, sqrt(weight)) / (k * sqrt(min(degree[a], degree[b]) or 1)))
        heat = 0.08 * (1 - step / steps) + 0.002
        for n in range(count):
            dx, dy = move[n][0] - (at[n][0] - 0.5) * 1.2, move[n][1] - (at[n][1] - 0.5) * 1.2
            length = sqrt(dx * dx + dy * dy) or 1e-9
            shift = min(length, heat) / length
            at[n][0] += dx * shift
            at[n][1] += dy * shift
    return at


def repel(at: list[list[float]], move: list[list[float]], k: float) -> None:
    """Pushes apart those who lie within two grid cells."""
    cell = 2.2 * k
    grid: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, (x, y) in enumerate(at):
        grid[int(x // cell), int(y // cell)].append(n)
    for (column, row), here in grid.items():
        near = [n for dx in (-1, 0, 1) for dy in (-1, 0, 1) for n in grid.get((column + dx, row + dy), ())]
        for a in here:
            x, y = at[a]
            for b in near:
                if a != b:
                    dx, dy = x - at[b][0], y - at[b][1]
                    square = dx * dx + dy * dy + 1e-6
                    move[a][0] += k * k * dx / square
                    move[a][1] += k * k * dy / square


def pull(at: list[list[float]], move: list[list[float]], tie: tuple[int, int], strength: float) -> None:
    """Draws the two ends of a tie together."""
    a, b = tie
    dx, dy = at[a][0] - at[b][0], at[a][1] - at[b][1]
    force = strength * sqrt(dx * dx + dy * dy)
    move[a][0] -= dx * force
    move[a][1] -= dy * force
    move[b][0] += dx * force
    move[b][1] += dy * force


def room_for_names(people: list[tuple[str, float, float]], size: float = 1.0) -> set[int]:
    """Who is named in the picture, in letters of that size: those first in order whose name overlaps no other name."""
    taken: list[tuple[float, float, float]] = []
    found: set[int] = set()
    for n, (name, x, y) in enumerate(people):
        half = size * (3.4 * len(name) + 4)
        inside = size == 1.0 or half <= x <= WIDTH - half
        if inside and all(abs(y - top) > 15 * size or abs(x - middle) > half + wide for middle, top, wide in taken):
            taken.append((x, y, half))
            found.add(n)
    return found


def fitted(at: list[list[float]]) -> list[tuple[float, float]]:
    """The positions stretched to the picture's size and rounded."""
    if not at:
        return []
    xs, ys = [x for x, _ in at], [y for _, y in at]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    left, top = (0.5, 0.5) if len(at) == 1 else (0.0, 0.0)
    return [
        (
            round(MARGIN + (WIDTH - 2 * MARGIN) * (left + (x - min(xs)) / wide), 1),
            round(MARGIN + (HEIGHT - 2 * MARGIN) * (top + (y - min(ys)) / high), 1),
        )
        for x, y in at
    ]
