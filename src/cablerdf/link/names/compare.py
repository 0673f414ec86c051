"""How well a printed name fits a known one, word by word."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from cablerdf.link.names.fold import OPTIONAL
from cablerdf.link.names.nicknames import is_nickname
from cablerdf.sound import sound, spelt

FAMILY_FIRST = frozenset({"cn", "tw", "hk", "kr", "kp", "vn", "vd", "kh", "sg", "mm"})
INNER = 0.93
HEARD = 0.93  # what `alike` gives for a word that sounds the same
FAR = 7  # letters of a word of which three may differ, where it sounds nearly the same
MISTYPED = (0.87, 0.9)  # what `alike` gives for letters that are heard
OTHER, SHORT = 0.6, 5  # then short given names are two: Marcia and Maria
# Where the second word of a name is usually the father's.
PATRONYMIC = frozenset(
    {"ae", "af", "bh", "dz", "eg", "er", "et", "iq", "jo", "kw", "lb", "ly"}
    | {"ma", "mr", "om", "pk", "qa", "sa", "sd", "so", "sy", "tn", "ye"}
)
MIDDLE = frozenset({"us", "ca"})  # where people are told apart by a middle name
TURNS = frozenset({"jp", "hu", "kr"})  # where either order is printed


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


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> float:
    """How alike two folded words of names are: 1 the same, 0 two names.

    Letters that change places count as one edit.

    >>> alike("omert", "olmert"), alike("joe", "joseph"), alike("h", "hamid"), alike("brown", "rice")
    (0.9, 0.95, 0.7, 0.0)
    >>> alike("yamil", "jamil"), alike("akunzda", "akhundzada"), alike("bush", "bass")
    (0.93, 0.87, 0.0)
    """
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.7 if one[:1] == other[:1] else 0.0
    if is_nickname(one, other):
        return 0.95
    if one[0] + other[0] in ("jy", "yj"):
        return min(alike("j" + one[1:], "j" + other[1:]), HEARD)
    shorter = min(len(one), len(other))
    if shorter < 4:
        return 0.0
    edits = OSA.distance(one, other, score_cutoff=3)
    if edits <= 2 and sound(one) == sound(other):
        return 0.95 if edits == 1 else HEARD if shorter > 5 or spelt(one) == spelt(other) else 0.0
    if edits == 1:
        return 0.9
    if edits == 2:
        return 0.87 if shorter >= 8 else 0.0
    return 0.87 if edits == 3 and shorter >= FAR and OSA.distance(sound(one), sound(other), score_cutoff=1) < 2 else 0.0


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
    if printed == known or "".join(printed) == "".join(known) or turned(printed, known, country):
        return Fit(1.0, 1.0, False, True, len(printed) == 1)
    if len(printed) == 1:
        best = max(alike(printed[0], word) for word in known if len(word) > 1 or len(known) == 1) if known else 0.0
        main = alike(printed[0], known[family_of(known, country)])
        if main < best and len(known) > 2 and country not in PATRONYMIC and alike(printed[0], known[-2]) == best:
            main = best * 0.97  # the first of two family names, as in Spanish
        return Fit(main if main >= best - 0.05 else best * 0.9, 0.0, False, False, True)
    return _full_fit(printed, known, country)


def turned(printed: tuple[str, ...], known: tuple[str, ...], country: str | None) -> bool:
    """Whether two names differ only in where the family name stands.

    >>> turned(("aso", "taro"), ("taro", "aso"), "jp"), turned(("abdulaziz", "fahd"), ("fahd", "abdulaziz"), "sa")
    (True, False)
    """
    if country not in TURNS or len(printed) != len(known):
        return False
    return printed[1:] + printed[:1] == known or printed[-1:] + printed[:-1] == known


def _full_fit(printed: tuple[str, ...], known: tuple[str, ...], country: str | None) -> Fit:
    at = family_of(printed, country)
    family, rest = printed[at], [word for i, word in enumerate(printed) if i != at]
    scores = [(alike(family, word), -abs(i - family_of(known, country)), i) for i, word in enumerate(known)]
    best, _near, place = max(scores)
    if best == 0.0 or (best < 1.0 and place < family_of(known, country) - 1):
        return Fit(0.0, 0.0, False, False, False)  # no family name, or what sounds like a given name
    left = [i for i in range(len(known)) if i != place]
    if not left:  # the known name is a family name alone
        return Fit(best, 0.0, False, False, False)
    start, spots, marks = left[0], [], []
    for word in rest:
        mark, spot = max((_given(word, known[i], i != start), -i) for i in left) if left else (0.0, 0)
        if mark > 0:
            left.remove(-spot)
        elif len(word) == 1 and not left:
            continue  # an initial that the known name does not have
        spots.append(-spot if mark > 0 else None)
        marks.append(mark)
    other = marks[1:]
    given = marks[0] if not other else 0.8 * marks[0] + 0.2 * sum(other) / len(other)
    if country in PATRONYMIC and printed != known[-len(printed) :]:
        first = next((i for i in range(len(known)) if i != place and known[i] not in OPTIONAL), start)
        given *= INNER if (spots[0] or 0) > first else 1.0  # the son of somebody so named
    other_initial = bool(left) and any(len(word) == 1 and mark == 0 for word, mark in zip(rest, marks, strict=False))
    father = country in PATRONYMIC and place == 0  # the son, named with the name of him who is known
    return Fit(best, given, father or other_initial or _conflict(rest, known, spots, start), False, False)


def other_middle(printed: tuple[str, ...], names: tuple[tuple[str, ...], ...], country: str | None) -> bool:
    """Whether the first middle name printed is none of those that the known names have.

    >>> other_middle(("george", "herbert", "walker", "hale"), (("george", "hale"), ("george", "w", "hale")), "us")
    True
    """
    if country not in MIDDLE or len(printed) < 3:
        return False
    known = {name[1][0] for name in names if len(name) > 2 and alike(printed[0], name[0]) > 0.9}
    return bool(known) and printed[1][0] not in known


def _given(word: str, other: str, inner: bool) -> float:
    """How alike two given names are; an inner initial agrees with an inner name only."""
    if inner and len(other) == 1 < len(word):
        return 0.0  # `Carol` is not the second initial of `Robert C.`
    if inner and len(word) == 1 and word == other[:1]:
        return 0.95
    found = alike(word, other)
    other_name = found in MISTYPED and min(len(word), len(other)) <= SHORT and sorted(word) != sorted(other)
    return OTHER if other_name else found


def _conflict(rest: list[str], known: tuple[str, ...], spots: list[int | None], start: int) -> bool:
    """Whether given names speak against one person: another first name, or the son's name for the father's."""
    if not spots or (len(rest[0]) == 1 and spots[0] is not None):
        return False
    if spots[0] is None:
        return rest[0] not in OPTIONAL or (start not in spots and known[start] not in OPTIONAL)
    found = [spot for spot in spots if spot is not None]
    return found != sorted(found)
