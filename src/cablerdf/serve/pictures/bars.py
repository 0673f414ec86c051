"""Columns by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

WIDTH, HEIGHT, FOOT, SIDE = 640, 120, 18, 16


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
    """A chart of columns, `width` by `height` units."""

    bars: list[Bar]
    width: int
    height: int
    highest: int

    @property
    def summary(self) -> str:
        """The chart in words."""
        busiest = max(self.bars, key=lambda bar: bar.cables)
        return (
            f"Cables by year, {self.bars[0].year} to {self.bars[-1].year}; most in {busiest.year}: {busiest.cables:,}"
        )


def by_year(counts: Mapping[str, int]) -> Bars | None:
    """Columns from the first year to the last, years without a cable included; None for no year at all.

    >>> [(bar.year, bar.cables) for bar in by_year({"2004": 2, "2006": 1}).bars]
    [('2004', 2), ('2005', 0), ('2006', 1)]
    """
    known = sorted(int(year) for year in counts if year.isdigit())
    if not known:
        return None
    years = range(known[0], known[-1] + 1)
    highest = max(counts.values())
    step = (WIDTH - 2 * SIDE) / max(len(years), 8)
    every = next(n for n in (1, 2, 5, 10, 20, 50) if step * n >= 36)
    bars = []
    for n, year in enumerate(years):
        count = counts.get(str(year), 0)
        height = round((HEIGHT - 8) * count / highest, 2)
        label = str(year) if year % every == 0 else ""
        width = round(min(step * 0.82, 46), 2)
        bars.append(Bar(str(year), count, round(SIDE + n * step, 2), round(HEIGHT - height, 2), width, height, label))
    return Bars(bars, WIDTH, HEIGHT + FOOT, highest)
