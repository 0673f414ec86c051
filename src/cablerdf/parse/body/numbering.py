"""Which of the printed numbers begin a paragraph, and which number each truly is.

A telegram numbers its paragraphs from 1. What stands in print may be a list item, a year that
a web edition took for a paragraph, a pilcrow read as 1 (`11.` for ¶1, `123.` for ¶23) or a
number that the post itself printed twice: the most plausible sequence wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.body.labels import marking_at_label
from cablerdf.parse.body.lines import Line
from cablerdf.parse.body.markings import marking_at

# "¶1.", "¶ 12.", "1.", "18," at a line's start
_NUMBER = re.compile(r"¶?[ \t]?(\d{1,4})[ \t]?([.,:;)]?)[ \t]*(?!\d)")
_PILCROW = re.compile(r"¶[ \t]?(?=\d)")
# "... agreed.  4. (C) Brown said", "XXXXXXXXXXXX10. (C)", "(11. (C) Comment:" in the middle of a line
_BRACKET = re.compile(r"\((?=[CSUTFLcsutfl])")
_INLINE = re.compile(r"(?<![\d¶.])(?<!¶[ \t])\d{1,3}[ \t]?[.,][ \t]{0,3}$")
_WINDOW = 40  # candidates looked back over for the paragraph before
_LEAST_AGAIN = 5  # an unmarked number below this is a list item, if it does not go on from the one before
_ITEM = 1.0  # weight of "1) (S)"
_SURE = 4.0  # weight of a candidate that needs no comparison
_MOST = 600  # candidates weighed; more are no telegram


class Start(NamedTuple):
    """One place where a paragraph begins: the printed and the true number, marking, text."""

    at: int
    printed: int
    number: int
    marking: str | None
    content: int
    pilcrow: bool
    weight: float


class Numbering(NamedTuple):
    """The starts of the paragraphs, in order, and the pilcrows that begin none."""

    starts: tuple[Start, ...]
    false: tuple[Start, ...]


def number_paragraphs(clean: str, lines: Sequence[Line], span: Span, whole: bool = False) -> Numbering:
    """The paragraphs' starts in `span`, of which `lines` are the lines.

    `whole` says that a header stands before them, so that the first is hardly number 11.

    >>> from cablerdf.parse.body.lines import cut
    >>> text = "11. (C) Brown came.\\n\\n12. (C) He left.\\n\\n13. (C) End.\\n\\n4. (C) Yes."
    >>> [s.number for s in number_paragraphs(text, cut(text, Span(0, len(text))), Span(0, len(text))).starts]
    [1, 2, 3, 4]
    """
    found = _candidates(clean, lines, span)
    if all(start.weight >= _SURE and start.printed == n for n, start in enumerate(found, 1)):
        chosen = found
    else:
        chosen = _solve(found, whole)
    kept = {start.at for start in chosen}
    for before, start in pairwise(found):  # "10." of a list whose "9." was no paragraph is none either
        unmarked = start.marking is None and before.marking is None
        if unmarked and start.at in kept and before.at not in kept and start.printed == before.printed + 1:
            kept.discard(start.at)
    starts = tuple(start for start in chosen if start.at in kept)
    return Numbering(starts, tuple(s for s in found if s.pilcrow and s.at not in kept))


def _candidates(clean: str, lines: Sequence[Line], span: Span) -> list[Start]:
    """Everything that may begin a paragraph, in order."""
    found: dict[int, Start] = {}
    for line in lines:
        if clean[line.start] == "¶" or clean[line.start].isdigit():
            _add(found, clean, line.start, line)
    if clean.count("¶", span.start, span.end) > len(found):
        for match in _PILCROW.finditer(clean, span.start, span.end):
            _add(found, clean, match.start(), None)
    for match in _BRACKET.finditer(clean, span.start, span.end):
        before = _INLINE.search(clean, max(span.start, match.start() - 9), match.start())
        at = match.start() if before is None else before.start()
        if before is not None and at not in found and (at == span.start or clean[at - 1] in " \t(Xx"):
            _add(found, clean, at, None)
    starts = [found[at] for at in sorted(found)][:_MOST]
    if any(s.pilcrow for s in starts):  # lists within paragraphs are numbered without a pilcrow
        marked = sum(s.pilcrow and s.marking is not None for s in starts)
        plain = 1.5 if marked * 2 > sum(s.pilcrow for s in starts) else 3.0
        return [
            s._replace(weight=plain if s.pilcrow and s.marking is None else s.weight if s.pilcrow else s.weight - 1.5)
            for s in starts
            if s.pilcrow or s.weight > 1.5
        ]
    if sum(s.weight >= _SURE for s in starts) > 1:  # "1)" is an item where "1." is a paragraph
        return [s for s in starts if s.weight != _ITEM]
    return starts


def _add(found: dict[int, Start], clean: str, at: int, line: Line | None) -> None:
    match = _NUMBER.match(clean, at)
    if match is None:
        return
    number, sign, content = int(match[1]), match[2], match.end()
    if clean.startswith(f"{match[1]}. ", content):  # "¶1. 1. Summary"
        content += len(match[1]) + 2
    pilcrow = clean[at] == "¶"
    marking = marking_at(clean, content)
    if marking is not None:
        content = marking[1].end
        content += len(clean[content : content + 9]) - len(clean[content : content + 9].lstrip(" \t.:"))
    weight = _weight(pilcrow, sign, marking is not None, line)
    if weight > 0 and number > 0:
        text = marking[0] if marking is not None else marking_at_label(clean, content, content + 80)
        found[at] = Start(at, number, number, text, content, pilcrow, weight)


def _weight(pilcrow: bool, sign: str, marked: bool, line: Line | None) -> float:
    """How much a number with these surroundings looks like a paragraph's."""
    if pilcrow:
        return 7.0 if marked else 3.0
    if sign in (")", ":", ";", ""):
        return _ITEM if marked and sign == ")" and line is not None else 0.0
    if line is None:
        return 2.5 if marked else 0.0
    if marked:
        return 6.0 if line.gap else 5.0
    if sign == ",":
        return 0.0
    return 2.5 if line.gap else 0.6


class _Node(NamedTuple):
    score: float
    start: Start
    stripped: bool
    before: int  # index of the node before, -1 for none


def _readings(start: Start, damaged: bool) -> list[tuple[int, bool]]:
    """The numbers that a printed number may stand for."""
    readings = [(start.printed, False)]
    if damaged and start.printed > 10 and str(start.printed)[0] == "1" and int(str(start.printed)[1:]) > 0:
        readings.append((int(str(start.printed)[1:]), True))
    return readings


def _solve(found: Sequence[Start], whole: bool) -> list[Start]:
    """The most plausible sequence among the candidates, each with its true number."""
    damaged = not any(start.pilcrow for start in found)
    nodes: list[_Node] = []
    for start in found:
        ahead = nodes[-_WINDOW:]
        first = len(nodes) - len(ahead)
        for number, stripped in _readings(start, damaged):
            begin = 1.0 if number == 1 else -4.0 if whole and damaged and number > 10 else -1.0
            best, before = (begin - 2.0 if stripped else begin), -1
            for i, node in enumerate(ahead, first):
                if node.start.at == start.at:
                    break
                score = node.score + _step(node, number, start)
                if node.stripped != stripped:
                    score -= 2.0
                if score > best:
                    best, before = score, i
            nodes.append(_Node(best + start.weight, start._replace(number=number), stripped, before))
    chosen: list[Start] = []
    index = max(range(len(nodes)), key=lambda i: nodes[i].score, default=-1)
    while index >= 0:
        chosen.append(nodes[index].start)
        index = nodes[index].before
    return chosen[::-1]


def _step(node: _Node, number: int, start: Start) -> float:
    """How plausible it is that paragraph `number` follows the node's."""
    jump = number - node.start.number
    if jump == 1:
        return 1.0
    marked = start.marking is not None
    if jump > 10:
        return -9.0
    if jump > 1:
        return -1.5 - 0.15 * jump
    if jump == 0:
        return -2.0 if marked else -2.5 if node.start.marking is None else -50.0
    if not marked and (number < _LEAST_AGAIN or jump < -_LEAST_AGAIN):
        return -50.0  # a list within a paragraph starts again at 1
    return -5.0 if number == 1 else -6.0
