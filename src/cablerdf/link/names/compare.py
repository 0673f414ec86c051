"""How well a printed name fits a known one, word by word."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cablerdf.errors import MissingExtraError
from cablerdf.link.names.nicknames import is_nickname
from cablerdf.link.names.sound import sound

try:
    from rapidfuzz.distance import JaroWinkler
except ImportError as error:  # pragma: no cover - the extra is part of a full installation
    raise MissingExtraError("rapidfuzz", "link") from error

FAMILY_FIRST = frozenset({"cn", "tw", "hk", "kr", "kp", "vn", "vd", "kh", "sg", "mm"})
CLOSE = 0.87  # below this two words are two names


class Fit(NamedTuple):
    """How a printed name fits a known one, each from 0 to 1.

    `family` the family name, `given` the given names (0 where one is missing), `conflict` whether both have a given
    name and those differ, `exact` whether all words agree, `short` whether the printed name is a family name alone.
    """

    family: float
    given: float
    conflict: bool
    exact: bool
    short: bool

    @property
    def total(self) -> float:
        """One number for ranking."""
        return self.family * (0.6 + 0.4 * self.given) * (0.3 if self.conflict else 1.0) + 0.05 * self.exact


@lru_cache(maxsize=262_144)
def alike(one: str, other: str) -> float:
    """How alike two folded words of names are: 1 the same, 0 two names.

    >>> alike("omert", "olmert") > 0.9, alike("joe", "joseph"), alike("h", "hamid"), alike("brown", "rice")
    (True, 0.95, 0.7, 0.0)
    """
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.7 if one[:1] == other[:1] else 0.0
    if is_nickname(one, other):
        return 0.95
    similar = float(JaroWinkler.similarity(one, other))
    if min(len(one), len(other)) > 3 and sound(one) == sound(other) and similar > 0.75:
        return max(0.93, similar)
    return similar if similar >= CLOSE and min(len(one), len(other)) > 3 else 0.0


def family_of(words: tuple[str, ...], country: str | None) -> int:
    """Which word is the family name: the first in East Asia, else the last."""
    if country in FAMILY_FIRST and len(words) > 1 and len(words[0]) > 1:
        return 0
    return len(words) - 1


def fit(printed: tuple[str, ...], known: tuple[str, ...], country: str | None = None) -> Fit:
    """How a printed name fits a known one.

    >>> fit(("tsuneo", "nishida"), ("tsuneo", "nishida")).exact
    True
    >>> fit(("rice",), ("condoleezza", "rice"))
    Fit(family=1.0, given=0.0, conflict=False, exact=False, short=True)
    >>> fit(("susan", "rice"), ("condoleezza", "rice")).conflict
    True
    """
    if not printed or not known:
        return Fit(0.0, 0.0, False, False, True)
    if sorted(printed) == sorted(known) or "".join(printed) == "".join(known):
        return Fit(1.0, 1.0, False, True, len(printed) == 1)
    if len(printed) == 1:
        best = max(alike(printed[0], word) for word in known if len(word) > 1 or len(known) == 1) if known else 0.0
        main = alike(printed[0], known[family_of(known, country)])
        if main < best and len(known) > 2 and alike(printed[0], known[-2]) == best:
            main = best * 0.97  # the first of two family names, as in Spanish
        return Fit(main if main >= best - 0.05 else best * 0.9, 0.0, False, False, True)
    return _full_fit(printed, known, country)


def _full_fit(printed: tuple[str, ...], known: tuple[str, ...], country: str | None) -> Fit:
    at = family_of(printed, country)
    family, rest = printed[at], [word for i, word in enumerate(printed) if i != at]
    left = list(known)
    scores = [(alike(family, word), -abs(i - family_of(known, country)), i) for i, word in enumerate(left)]
    best, _near, place = max(scores)
    if best == 0.0:
        return Fit(0.0, 0.0, False, False, False)
    del left[place]
    given = []
    for word in rest:
        marks = [(alike(word, other), i) for i, other in enumerate(left)]
        mark, spot = max(marks, default=(0.0, -1))
        given.append(mark)
        if mark > 0:
            del left[spot]
    real = [mark for mark, word in zip(given, rest, strict=True) if len(word) > 1]
    marks_of = real or given
    first = given[0] if at else (given[0] if given else 0.0)
    conflict = bool(left or max(given, default=0.0) > 0) and first == 0.0 and max(marks_of, default=0.0) < 0.9
    lone = not left and max(given, default=0.0) == 0.0  # the known name has a family name alone
    return Fit(best, 0.0 if lone else sum(given) / len(given), conflict and not lone, False, False)
