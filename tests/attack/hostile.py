"""Inputs made out of a pattern's own structure, to keep it busy for as long as it can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

RUNS = (
    "a",
    "A",
    "Aa ",
    "A ",
    "1",
    "1 ",
    " ",
    "\n",
    " \n",
    "-",
    "- ",
    ".",
    ". ",
    "A.",
    "A. ",
    '"',
    "'",
    "(",
    ")",
    "(A",
    ",",
    ", A",
    "/",
    "//",
    "XXXX",
    "X ",
    "¶",
    "1. ",
    "A\n",
    "\n1. ",
    "<",
    "<a ",
    "&",
    "\t",
    ":",
    "é",
    "_",
)
ENDS = ("\x00", "", "\n!")
CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "A",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: " ",
}
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
MANY = 16  # a repeat of fewer than this cannot be pumped
MOST_BRANCHES = 6  # branches of a long list of words are alike

Plan = tuple[str, str]  # what stands before, what is repeated


def _one_of(members: list[tuple[object, object]], choice: int) -> str:
    """A character of a class: another one for each `choice`."""
    if members[0][0] is sre.NEGATE:
        return ("a", "A", " ", "1", "\n")[choice % 5]
    found = []
    for kind, value in members:
        if kind is sre.LITERAL:
            found.append(chr(value))  # type: ignore[arg-type]
        elif kind is sre.RANGE:
            found.append(chr(value[0]))  # type: ignore[index]
        elif kind is sre.CATEGORY:
            found.append(CATEGORIES[value])
    return found[choice % len(found)]


def sample(nodes: object, choice: int) -> str:
    """A text that the pattern very likely matches, as short as it can be."""
    return "".join(_sample(kind, value, choice) for kind, value in nodes)  # type: ignore[attr-defined]


def _sample(kind: object, value: object, choice: int) -> str:
    match kind:
        case sre.LITERAL:
            return chr(value)  # type: ignore[arg-type]
        case sre.NOT_LITERAL | sre.ANY:
            return ("a", "A", " ")[choice % 3]
        case sre.IN:
            return _one_of(value, choice)  # type: ignore[arg-type]
        case sre.BRANCH:
            branches = value[1]  # type: ignore[index]
            return sample(branches[choice % len(branches)], choice)
        case sre.SUBPATTERN | sre.ATOMIC_GROUP:
            return sample(inner(kind, value), choice)
        case _ if kind in REPEATS:
            return sample(value[2], choice) * max(1, value[0])  # type: ignore[index]
    return ""  # an assertion, or a group met before


def inner(kind: object, value: object) -> object:
    """The nodes within a group."""
    return value[3] if kind is sre.SUBPATTERN else value  # type: ignore[index]


def plans(nodes: object, choice: int, before: str = "") -> Iterator[Plan]:
    """For each repeat of a pattern: what leads to it, and what to repeat there."""
    for kind, value in nodes:  # type: ignore[attr-defined]
        if kind in REPEATS:
            pump = sample(value[2], choice)
            if value[1] is sre.MAXREPEAT or value[1] >= MANY:
                yield before, pump
            yield from plans(value[2], choice, before)
        elif kind is sre.BRANCH:
            for branch in value[1][:MOST_BRANCHES]:
                yield from plans(branch, choice, before)
        elif kind in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
            yield from plans(inner(kind, value), choice, before)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from plans(value[1], choice, before)
        before += _sample(kind, value, choice)


def shapes(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """Each hostile shape for a pattern: what stands first, what is repeated, what ends it so that it cannot match."""
    nodes = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    found: dict[tuple[str, str, str], None] = {}
    for choice in (0, 1):
        whole = sample(nodes, choice)
        for before, pump in dict.fromkeys(plans(nodes, choice)):
            found.setdefault((before, pump, ENDS[0]))
            found.setdefault(("", before + pump, ENDS[0]))
            found.setdefault(("", pump + " ", ENDS[0]))
        found.setdefault(("", whole, ENDS[0]))
        found.setdefault(("", whole[:-1], ENDS[0]))
    for run in RUNS:
        found.setdefault(("", run, ENDS[0]))
    return [shape for shape in found if shape[1]]


def written(shape: tuple[str, str, str], size: int) -> str:
    """A text of about `size` characters in a hostile shape."""
    before, pump, end = shape
    return before + pump * (size // len(pump)) + end
