"""How much speaks for one person behind two groups, and the steps that make it, for who wants to add them up."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from math import exp, log, log1p
from typing import NamedTuple

from cablerdf.link.identity.census import Census
from cablerdf.link.identity.features import NAMES, apart, closest, values
from cablerdf.link.identity.groups import Join
from cablerdf.link.identity.sides import Side, is_full
from cablerdf.link.weights import Weights

NEVER = -99.0  # log odds of what is excluded
DOUBT = 1.0  # log odds that two countries must be surer; without the office a life between, a misspelling, no country
LIFE = 15 * 12  # months after which a name without the office may be somebody else's
HEARD = 0.93  # of a family name's likeness: the same when heard
OFFICE, COUNTRY_OTHER, COUNTRY_UNKNOWN = map(NAMES.index, ("office", "country_other", "country_unknown"))
STEPS = (*NAMES, "doubt", "rivals")  # of which the log of the odds is made, behind the bias


class Weighed(NamedTuple):
    """How much speaks for one person: the log of the odds, the features, what the doubt has taken off."""

    odds: float
    values: tuple[float, ...] = ()
    doubt: float = 0.0

    def steps(self, rivals: float = 0.0) -> bytes:
        """The values by STEPS, packed: features, and what doubt and others who may be meant take off."""
        return packed((*self.values, self.doubt, rivals)) if self.values else b""


def packed(values: tuple[float, ...]) -> bytes:
    """Values in little room.

    >>> unpacked(packed((0.0, 1.5)))
    (0.0, 1.5)
    """
    return array("f", values).tobytes()


def unpacked(values: bytes) -> tuple[float, ...]:
    """What `packed` made small."""
    return tuple(array("f", values))


def weighed(mine: Side, theirs: Side, census: Census, model: Weights) -> Weighed:
    """What speaks for one person behind two groups."""
    likeness = closest(mine, theirs)
    if likeness is None:
        return Weighed(NEVER)
    found = values(mine, theirs, likeness, census)
    known = likeness.short and any(map(is_full, theirs.names))
    unlike = likeness.family < (1.0 if known else HEARD) or apart(mine.months, theirs.months) > LIFE
    doubtful = found[COUNTRY_OTHER] or ((unlike or found[COUNTRY_UNKNOWN]) and not found[OFFICE])
    doubt = -DOUBT if doubtful else 0.0
    return Weighed(model.score(found) + doubt, found, doubt)


def rivals(odds: Iterable[float]) -> float:
    """What is taken off the log of the odds of somebody, beside whom others of these may be meant."""
    return -log1p(sum(map(exp, odds)))


def evidence(join: Join, model: Weights) -> str:
    """The steps of a join in a line."""
    return "; ".join(f"{name} {part:+.2f}" for name, part in waterfall(join, model))


def waterfall(join: Join, model: Weights) -> list[tuple[str, float]]:
    """The steps of a join, two digits each: they add up to the log of the odds of its score.

    First is the bias, then what is not 0, the weightiest first, last what calibration and rounding add. There is none
    where nothing was weighed.
    """
    if not join.steps:
        return []
    weights = (*model.by_feature, *(1.0,) * (len(STEPS) - len(NAMES)))
    found = ((name, round(w * v, 2)) for name, w, v in zip(STEPS, weights, unpacked(join.steps), strict=True))
    parts = sorted((one for one in found if one[1]), key=lambda part: (-abs(part[1]), part[0]))
    steps = [("bias", round(model.bias, 2)), *parts]
    rest = round(log(join.score / (1 - join.score)) - sum(part for _name, part in steps), 2)
    return [*steps, ("calibration", rest)] if rest else steps
