"""Columns by year."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

WIDTH, HEIGHT, FOOT, SIDE = 640, 120, 24, 16
GAP, FEW = 5, 0.05  # years without anything before which at most this share of all is left out of an axis


class Bar(NamedTuple):
    """One column; `label` is its year where there is room for it, else ""."""

    year: str
    cables: int
    x: float
    y: float
    width: float
    height: float
    label: str


class Bars(NamedTuple):
    """A chart of columns, `width` by `height` units; `outside` are the few that lie far from all others."""

    bars: list[Bar]
    width: int
    height: int
    highest: int
    outside: list[tuple[str, int]]

    @property
    def ground(self) -> int:
        """Where the columns stand; the years are below."""
        return self.height - FOOT

    @property
    def summary(self) -> str:
        """The chart in words."""
        busiest = max(self.bars, key=lambda bar: bar.cables)
        return (
            f"Cables by year, {self.bars[0].year} to {self.bars[-1].year}; most in {busiest.year}: {busiest.cables:,}"
        )

    @property
    def end(self) -> float:
        """Where the axis ends: behind the last column."""
        return min(self.width, self.bars[-1].x + self.bars[-1].width + SIDE)

    @property
    def reach(self) -> tuple[str, str]:
        """The first and the last year of all, those outside included."""
        years = sorted([bar.year for bar in self.bars] + [year for year, _ in self.outside])
        return years[0], years[-1]

    @property
    def rest(self) -> str:
        """Those outside in words; "" where there are none."""
        return ", ".join(f"{count:,} of {year}" for year, count in self.outside)


def years_between(step: float, room: float) -> int:
    """How many years, `step` wide each, a label that needs so much room stands for.

    >>> years_between(100, 36), years_between(12, 36), years_between(0.06, 36)
    (1, 5, 1000)
    """
    return next(years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if step * years >= room)


def bulk(counts: Mapping[int, int]) -> tuple[int, int]:
    """The first and the last year of an axis: a few that lie far before or behind all others do not stretch it.

    >>> bulk({1972: 1, 2004: 40, 2005: 60}), bulk({1972: 10, 2005: 60})
    ((2004, 2005), (1972, 2005))
    >>> bulk({1966: 1, 1972: 1, 2004: 40, 2005: 60})
    (2004, 2005)
    """
    years = sorted(counts)
    spare = FEW * sum(counts.values())
    for ends in (years, years[::-1]):
        taken = cut = left_out = 0
        for at, (year, following) in enumerate(pairwise(ends), 1):
            taken += counts[year]
            if taken > spare:
                break
            if abs(following - year) > GAP:
                cut, left_out = at, taken
        spare -= left_out
        years = [kept for kept in years if kept in ends[cut:]]
    return years[0], years[-1]


def by_year(counts: Mapping[str, int]) -> Bars | None:
    """Columns from the first year of the bulk to its last, years without a cable included; None for no year at all.

    >>> [(bar.year, bar.cables) for bar in by_year({"2004": 2, "2006": 1}).bars]
    [('2004', 2), ('2005', 0), ('2006', 1)]
    """
    known = {int(year): count for year, count in counts.items() if year.isdigit()}
    if not known:
        return None
    first, last = bulk(known)
    years = range(first, last + 1)
    highest = max(known[year] for year in known if first <= year <= last)
    step = (WIDTH - 2 * SIDE) / max(len(years), 8)
    every = years_between(step, 44)
    bars = []
    for n, year in enumerate(years):
        count = known.get(year, 0)
        height = round((HEIGHT - 8) * count / highest, 2)
        label = f"{year:04}" if year % every == 0 else ""
        width = round(min(step * 0.82, 46), 2)
        bars.append(
            Bar(f"{year:04}", count, round(SIDE + n * step, 2), round(HEIGHT - height, 2), width, height, label)
        )
    outside = [(f"{year:04}", count) for year, count in sorted(known.items()) if not first <= year <= last]
    return Bars(bars, WIDTH, HEIGHT + FOOT, highest, outside)
