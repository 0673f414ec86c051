"""Weights of features, out of files that a person can read: who of a gazetteer is meant, who is one in two cables."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from cablerdf.errors import TableError


class Weights(NamedTuple):
    """A logistic model and its calibration: pairs of a raw probability and the share that was right there."""

    bias: float
    by_feature: tuple[float, ...]
    calibration: tuple[tuple[float, float], ...]
    link: float  # probability from which a link is made
    review: float  # and from which a person should look
    margin: float  # by which the best must be ahead of the second

    def score(self, values: tuple[float, ...]) -> float:
        """The log of the odds of a candidate against nobody."""
        return self.bias + sum(w * v for w, v in zip(self.by_feature, values, strict=True))

    def probabilities(self, scores: list[float]) -> list[float]:
        """The share of each candidate beside the others and nobody, calibrated."""
        top = max(0.0, *scores) if scores else 0.0
        odds = [exp(score - top) for score in scores]
        whole = exp(-top) + sum(odds)
        return [self.calibrated(one / whole) for one in odds]

    def calibrated(self, raw: float) -> float:
        """The share of links of such a raw probability that are right, by linear interpolation between the bins."""
        points = self.calibration
        if not points:
            return raw
        at = bisect_right([x for x, _y in points], raw)
        if at == 0:
            return points[0][1] * raw / points[0][0] if points[0][0] else points[0][1]
        if at == len(points):
            return points[-1][1]
        (x0, y0), (x1, y1) = points[at - 1], points[at]
        return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)


@cache
def weights(file: str, names: tuple[str, ...]) -> Weights:
    """The shipped weights of a file, in the order of the names of their features.

    Raises:
        TableError: the file does not name every feature.
    """
    data = json.loads((files("cablerdf.vocab") / "data" / file).read_text(encoding="utf-8"))
    missing = set(names) ^ set(data["weights"])
    if missing:
        raise TableError(f"vocab/data/{file}: weights and features differ in {', '.join(sorted(missing))}")
    points = tuple((float(x), float(y)) for x, y in data["calibration"])
    by_feature = tuple(float(data["weights"][name]) for name in names)
    limits = data["thresholds"]
    return Weights(float(data["bias"]), by_feature, points, limits["link"], limits["review"], limits["margin"])
