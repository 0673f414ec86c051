"""A conditional logit and its calibration, for the scripts that fit the weights of `cablerdf.link`.

Each example has candidates, of whom one is right or nobody. The model is fitted on half of the examples and calibrated
(isotonic) on a quarter; the last quarter tells how well (`bins`).
"""

from __future__ import annotations

import json
import math
import random
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cablerdf.link.weights import Weights

EPOCHS = 15
RATE, SHRINK = 0.15, 2e-4
BINS = (0.0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 1.01)


class Example(NamedTuple):
    """Feature values of each candidate, and which of them is right (None: nobody)."""

    values: list[tuple[float, ...]]
    right: int | None


def shares(weights: list[float], example: Example) -> list[float]:
    """The probability of each candidate."""
    scores = [sum(w * v for w, v in zip(weights, (1.0, *values), strict=True)) for values in example.values]
    top = max(0.0, *scores)
    odds = [math.exp(score - top) for score in scores]
    whole = math.exp(-top) + sum(odds)
    return [one / whole for one in odds]


def fit(data: list[Example], chance: random.Random) -> list[float]:
    """Weights by AdaGrad on the conditional likelihood; the first is the bias."""
    size = len(data[0].values[0]) + 1
    weights, squares = [0.0] * size, [1e-6] * size
    for _epoch in range(EPOCHS):
        chance.shuffle(data)
        for example in data:
            slope = [SHRINK * w for w in weights]
            for place, (values, share) in enumerate(zip(example.values, shares(weights, example), strict=True)):
                error = share - (place == example.right)
                if abs(error) > 1e-4:
                    for i, value in enumerate((1.0, *values)):
                        slope[i] += error * value
            for i, step in enumerate(slope):
                squares[i] += step * step
                weights[i] -= RATE * step / math.sqrt(squares[i])
    return weights


def outcomes(weights: list[float], data: list[Example]) -> list[tuple[float, float]]:
    """The probability of each candidate that is worth a look, and whether it was right, sorted."""
    return sorted(
        (share, float(i == e.right)) for e in data for i, share in enumerate(shares(weights, e)) if share > 0.02
    )


def calibration(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Isotonic points: a raw probability, and the share that was right there."""
    blocks: list[list[float]] = []  # sum of shares, sum of rights, count
    size = max(40, len(pairs) // 25)
    for start in range(0, len(pairs), size):
        part = pairs[start : start + size]
        blocks.append([sum(s for s, _r in part), sum(r for _s, r in part), len(part)])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] > blocks[-1][1] / blocks[-1][2]:
            late = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], late, strict=True)]
    return [(round(s / n, 4), round(min(r / n, 0.998), 4)) for s, r, n in blocks]


def bins(model: Weights, pairs: list[tuple[float, float]]) -> list[dict[str, float]]:
    """How often candidates of a calibrated probability were right."""
    told = [(model.calibrated(share), right) for share, right in pairs]
    found = []
    for low, high in pairwise(BINS):
        part = [(share, right) for share, right in told if low <= share < high]
        if part:
            mean, right = sum(s for s, _ in part) / len(part), sum(r for _, r in part) / len(part)
            found.append({"from": low, "mean": round(mean, 3), "right": round(right, 3), "count": len(part)})
    return found


def write_fitted(data: list[Example], names: tuple[str, ...], about: str, limits: dict[str, float], out: Path) -> None:
    """Fit, calibrate, tell how well, and write a file that `cablerdf.link.weights` reads."""
    chance = random.Random(len(data))
    fitted, calibrated = len(data) // 2, len(data) * 3 // 4
    weights = fit(data[:fitted], chance)
    points = calibration(outcomes(weights, data[fitted:calibrated]))
    told = bins(Weights(0.0, (), tuple(points), 0.0, 0.0, 0.0), outcomes(weights, data[calibrated:]))
    written = {
        "about": about,
        "bias": round(weights[0], 3),
        "weights": {name: round(w, 3) for name, w in zip(names, weights[1:], strict=True)},
        "calibration": points,
        "bins": told,
        "thresholds": limits,
    }
    for one in told:
        line = f"from {one['from']:.2f}  mean {one['mean']:.3f}  right {one['right']:.3f}  {one['count']:,} candidates"
        sys.stdout.write(line + "\n")
    out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
