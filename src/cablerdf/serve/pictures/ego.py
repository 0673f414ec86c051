"""A person in the middle of those whom they met."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

SIZE = 420
REACH = 170


class Dot(NamedTuple):
    """A person drawn; the one in the middle has no IRI."""

    iri: str
    label: str
    times: int
    x: float
    y: float
    radius: float
    anchor: str


class Line(NamedTuple):
    """Two people who met, from dot to dot."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Ego(NamedTuple):
    """The picture: `spokes` lead from the middle, `chords` join others who also met one another."""

    dots: list[Dot]
    spokes: list[Line]
    chords: list[Line]
    width: int
    height: int


def ego(others: list[tuple[str, str, int]], pairs: set[tuple[str, str]]) -> Ego | None:
    """The picture of somebody among the `others` (IRI, name, times met); None where there are none."""
    if not others:
        return None
    width, height = SIZE + 260, SIZE
    cx, cy = width / 2, height / 2
    most = max(times for _, _, times in others)
    ranked = sorted(others, key=lambda o: (o[1].split()[-1:], o[0]))
    right = (len(ranked) + 1) // 2
    at: dict[str, tuple[float, float]] = {}
    dots: list[Dot] = []
    spokes: list[Line] = []
    for n, (iri, name, times) in enumerate(ranked):
        # round an ellipse, evenly spaced in height so that no name covers another: down on the right, up on the left
        row, rows = (n, right) if n < right else (len(ranked) - 1 - n, len(ranked) - right)
        up = (2 * row + 1) / rows - 1
        y = round(cy + 0.45 * SIZE * up, 1)
        x = round(cx + (1 if n < right else -1) * REACH * sqrt(1 - 0.9 * up * up), 1)
        at[iri] = (x, y)
        dots.append(Dot(iri, name, times, x, y, round(4 + 4 * sqrt(times / most), 1), "start" if n < right else "end"))
        spokes.append(Line(cx, cy, x, y, round(0.8 + 3 * times / most, 2)))
    chords = [Line(*at[a], *at[b], 0.6) for a, b in sorted(pairs) if a in at and b in at]
    return Ego(dots, spokes, chords if len(chords) <= 150 else [], width, height)
