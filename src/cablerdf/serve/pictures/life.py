"""A person's years: titles as lines from the first to the last cable that gives them, meetings as dots below."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from cablerdf.days import date as in_words
from cablerdf.serve.pictures.bars import bulk, years_between

WIDTH, LEFT, RIGHT, ROW, TOP = 640, 12, 12, 34, 20
MOST = 8
LETTER, LONGEST = 9.0, 44  # the widest a letter gets, and how much of a title is shown


class Span(NamedTuple):
    """A title's line; `label_x` and `anchor` place its name so that it stays inside."""

    title: str
    tip: str
    x1: float
    x2: float
    y: float
    label_x: float
    anchor: str


class Dot(NamedTuple):
    """A meeting."""

    iri: str
    tip: str
    x: float
    y: float


class Life(NamedTuple):
    """The picture; `ticks` are years and their places, `outside` the few meetings far from everything else."""

    spans: list[Span]
    dots: list[Dot]
    ticks: list[tuple[str, float]]
    width: int
    height: int
    outside: list[tuple[str, str]]


def life(titles: list[tuple[str, str, str]], meetings: list[tuple[str, str]]) -> Life | None:
    """The picture of titles (name, first date, last date) and meetings (IRI, date); None where nothing has a date."""
    spans = [(title, decimal(first), decimal(last), first, last) for title, first, last in titles[:MOST]]
    known = [(name, a, b, first, last) for name, a, b, first, last in spans if a is not None and b is not None]
    held = [(iri, when, day) for iri, day in meetings if (when := decimal(day)) is not None]
    moments = [t for _, a, b, _, _ in known for t in (a, b)] + [when for _, when, _ in held]
    if not moments:
        return None
    first_year, last_year = bulk(Counter(int(moment) for moment in moments))
    last_year += 1
    scale = (WIDTH - LEFT - RIGHT) / (last_year - first_year)
    outside = [(iri, day) for iri, when, day in held if not first_year <= when < last_year]
    held = [(iri, when, day) for iri, when, day in held if first_year <= when < last_year]
    known = [entry for entry in known if entry[1] < last_year and entry[2] >= first_year]

    def x(moment: float) -> float:
        return round(LEFT + (min(max(moment, first_year), last_year) - first_year) * scale, 1)

    drawn = []
    for row, (name, a, b, first, last) in enumerate(known):
        x1, x2 = x(a), max(x(b), x(a) + 4)
        wide = LETTER * min(len(name), LONGEST)
        at, side = (x1, "start") if x1 + wide < WIDTH else (x2, "end") if x2 > wide else (WIDTH - RIGHT, "end")
        tip = f"{name}: {in_words(first)}" + (f" to {in_words(last)}" if last != first else "")
        drawn.append(Span(name, tip, x1, x2, TOP + row * ROW, at, side))
    below = TOP + len(known) * ROW
    dots = [Dot(iri, f"Meeting of {in_words(day)}", x(when), below) for iri, when, day in held]
    every = years_between(scale, 44)
    ticks = [(str(year), x(year)) for year in range(first_year, last_year + 1) if year % every == 0]
    return Life(drawn, dots, ticks, WIDTH, below + 44, outside)


def decimal(day: str) -> float | None:
    """A date as a number of years.

    >>> decimal("2005-07-01"), decimal("2005"), decimal("")
    (2005.5, 2005.0, None)
    """
    parts = day[:10].split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return None
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 1
    number = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else 1
    return round(int(parts[0]) + (month - 1) / 12 + (number - 1) / 372, 4)
