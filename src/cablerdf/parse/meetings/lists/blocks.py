"""Participant lists in a telegram's body: where each begins and ends, whose side each line is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.meetings.lists.inline import switches
from cablerdf.parse.meetings.lists.labels import (
    LABEL,
    NOUNS,
    NUMBER,
    PARAGRAPH,
    TAIL,
    Label,
    is_rule,
    label_at,
    line_at,
)
from cablerdf.parse.meetings.words.sides import side_of, sides_in
from cablerdf.parse.meetings.words.tokens import is_plain
from cablerdf.parse.text import lowered

_SIDE = re.compile(
    r"(?:for\s++|from\s++)?(?:the\s++)?(?P<side>[^\W\d_][\w.'’ -]{0,38}?)"
    r"(?:\s++(?:side|delegation|delegates|participants?|attendees|team|officials|representatives|members)"
    r"(?:\s++members)?)?[ \t]*+(?:(?P<mark>:|--+|—|[=_]{3,})[ \t]*|$)",
    re.IGNORECASE,
)
# a numbered paragraph that goes on with the list: "77. (SBU) Russian Delegation:"
_DELEGATION = re.compile(r"\b(?:side|delegation|team|members)\s*+(?::\s*+)?$", re.IGNORECASE)
_INK = re.compile(r"\S")
_PAGE = re.compile(r"[A-Z][A-Z ]+ \d{5,8}\s+\d{3}(?:\.\d)? OF \d{3}\s*$|(?:CONFIDENTIAL|SECRET|UNCLASSIFIED)\s*$")
_WORDS = re.compile(r"[^\W\d_]+")
_BULLETS = re.compile(r"(?m)^[ \t]*[-*•]")
_NEXT_SENTENCE = re.compile(r"[a-z]{3}\.\s+[A-Z]")
# a list is read from a sentence rather than from lines when it has one of these verbs
PROSE = re.compile(
    r"\b(?:hosted|included?|accompanied|met|were|was|attended|joined|led|had|told|participated|represented)\b",
    re.IGNORECASE,
)
_LONGEST = 5000  # characters of a list
_HEADS = 160  # of a line that heads two columns
_MOST = 40  # lists in one cable
_WIDEST = 100  # characters of a numbered item
_RUNNING = 150  # characters of a paragraph that is no item of a list
_FEW = 4  # small words, beside those of titles, in a paragraph that is an item of a list
_OF_TITLES = frozenset(("of", "for", "the", "and", "to", "in", "at", "on"))
_RUN_TOGETHER = 70  # a shorter line that begins with a country has one entry

_STOPS = re.compile(
    r"(?:end\s+)?(?:summary|comment|introduction|background|begin summary|key points|note)\b", re.IGNORECASE
)


class Line(NamedTuple):
    """One line of a list, without its label.

    `blank` tells that a blank line stands before it, `deeper` that it is indented further than the others.
    """

    span: Span
    blank: bool
    deeper: bool = False


class Side(NamedTuple):
    """The lines of one side; `side` is None where the list does not say."""

    side: str | None
    lines: list[Line]


class Block(NamedTuple):
    """One list: its label, what its label says it is about, its sides."""

    label: Span
    about: Span | None
    sides: list[Side]
    end: int
    columns: tuple[str, str] | None = None


_ANNOUNCING = ("icipant", "attend", "present:", "present were")  # without one of these no list is announced


def blocks(text: str, body: Span, host: str | None = None) -> list[Block]:
    """The participant lists in the body of a telegram, in order."""
    found: list[Block] = []
    at = body.start
    for noun in _nouns(text, body):
        at = max(at, text.rfind("\n", at, noun) + 1)
        while at < body.end and len(found) < _MOST:
            start, end = line_at(text, at, body.end)
            if start > noun and end > noun + TAIL:
                break
            at = end + 1
            label = label_at(text, start, end, body.end, host) if start < end else None
            if label is not None:
                block = _Reader(text, body, host).read(label)
                if any(side.lines for side in block.sides):
                    found.append(block)
                    at = max(at, block.end)
    return found


def _nouns(text: str, body: Span) -> list[int]:
    """Where the nouns stand that announce a list, in the body or so little before that its first line may end there."""
    low = lowered(text)
    if not any(word in low for word in _ANNOUNCING):
        return []
    return sorted(at for noun in NOUNS for at in _places(low, noun, max(0, body.start - TAIL), body.end))


def _places(low: str, noun: str, start: int, end: int) -> Iterator[int]:
    at = low.find(noun, start, end)
    while at >= 0:
        yield at
        at = low.find(noun, at + 1, end)


def indented(text: str, lines: list[Line]) -> list[Line]:
    r"""The lines, those marked that stand further to the right than the others of their side.

    >>> text = "Ann Poe, Desk\n  Officer"
    >>> [line.deeper for line in indented(text, [Line(Span(0, 13), False), Line(Span(16, 23), False)])]
    [False, True]
    """
    columns = [line.span.start - text.rfind("\n", 0, line.span.start) for line in lines]
    deep = [column > min(columns) + 1 for column in columns]
    if not lines or sum(deep) * 2 > len(lines) or deep[0]:
        return lines
    return [line._replace(deeper=True) if further else line for line, further in zip(lines, deep, strict=True)]


class _Reader:
    """Reads on from a label, line by line, to the list's end."""

    def __init__(self, text: str, body: Span, host: str | None) -> None:
        self.text, self.body, self.host = text, body, host
        self.shouted = text[body.start : body.end].isupper()
        self.sides: list[Side] = []
        self.blank = False
        self.columns: tuple[str, str] | None = None

    def read(self, label: Label) -> Block:
        self.sides.append(Side(label.side, []))
        if self.text[label.rest : label.end].strip():
            self._take(label.rest, label.end)
        at, stop = label.end + 1, label.end
        while at < self.body.end and at - label.end < _LONGEST:
            start, end = line_at(self.text, at, self.body.end)
            if self._ends(start, end):
                break
            self._take(start, end)
            at, stop = end + 1, end
        sides = [Side(s.side, indented(self.text, s.lines)) for s in self.sides if s.lines]
        return Block(label.span, label.about, sides, stop, self.columns)

    def _ends(self, start: int, end: int) -> bool:
        line = self.text[start:end].strip()
        if not line or is_rule(line) or _PAGE.match(line):
            return False
        started = any(side.lines for side in self.sides)
        number = NUMBER.match(self.text, start, end)
        if number is not None and number.end() < end:
            rest = self.text[number.end() : end]
            if _DELEGATION.search(rest) and self._side_line(number.end(), end) is not None:
                return False
            if re.match(r"\d+\s*\.\s*[A-Z]", line) and not line.startswith("¶") and "(" not in rest[:2]:
                return started and (len(rest) > _WIDEST or (self.blank and not self._numbered()))
            return started or label_at(self.text, start, end, self.body.end, self.host) is not None
        if _STOPS.match(line) or (started and self.blank and self._is_running(start)):
            return True
        if label_at(self.text, start, end, self.body.end, self.host) is not None:
            return self._side_line(start, end) is None
        return started and self._heading(line, end)

    def _numbered(self) -> bool:
        """Whether the items of the list are numbered."""
        return any(self.text[line.span.start].isdigit() for side in self.sides for line in side.lines)

    def _is_running(self, start: int) -> bool:
        """Whether a paragraph without a number is running text, which begins behind a list."""
        paragraph = PARAGRAPH.split(self.text[start : min(start + _LONGEST, self.body.end)], maxsplit=1)[0].rstrip()
        if _BULLETS.search(paragraph):
            return False
        told = len(paragraph) > _RUNNING or PROSE.search(paragraph) or _NEXT_SENTENCE.search(paragraph)
        told = told or sum(word.islower() and word not in _OF_TITLES for word in paragraph.split()) > _FEW
        return paragraph.endswith(".") and bool(told)

    def _heading(self, line: str, end: int) -> bool:
        """Whether a line is a section heading or the signer rather than a side or a person."""
        if side_of(line.strip(" :-")) is not None or "(" in line:
            return False
        _, stop = line_at(self.text, end + 1, self.body.end)
        if is_rule(self.text[end + 1 : stop]):
            return self._side_line(end - len(line), end) is None
        if self.shouted or not line.isupper() or any(c.isdigit() for c in line):
            return False
        words = _WORDS.findall(line)
        last = _INK.search(self.text, end, self.body.end) is None
        if len(words) == 1:
            return last and not line.startswith("-")
        return len(words) > 2 or all(map(is_plain, words))

    def _side_line(self, start: int, end: int) -> tuple[str, int] | None:
        """The side that a line names and where the rest of the line begins."""
        begin = start + len(self.text[start:end]) - len(self.text[start:end].lstrip(" \t-–—*"))
        match = _SIDE.match(self.text, begin, end)
        side = side_of(match["side"].strip(), self.host) if match else None
        if match is not None and side is not None:
            return side, match.end()
        label = LABEL.match(self.text, begin, end)
        if label is not None and label["side"] and (label["colon"] or not self.text[label.end() : end].strip()):
            side = side_of(label["side"].strip(), self.host)
            if side is not None:
                return side, label.end()
        return self._run_in(begin, end)

    def _run_in(self, begin: int, end: int) -> tuple[str, int] | None:
        """A side run in before its list: "U.S.: Ann Poe", "AUSTRALIA Prime Minister Lee Roe Ambassador ..."."""
        line = self.text[begin:end]
        named = sides_in(line[:60], self.host)
        if not named or named[0][0] != 0:
            return None
        _, stop, side = named[0]
        name = line[:stop]
        wide = end - self.text.rfind("\n", 0, begin) > _RUN_TOGETHER
        if not wide or not (name.isupper() or side_of(name) == name or side == "US"):
            return None
        return side, begin + stop

    def _take(self, start: int, end: int) -> None:
        line = self.text[start:end]
        if not line.strip() or _PAGE.match(line.strip()):
            self.blank = self.blank or not line.strip()
            return
        if is_rule(line):
            return
        number = NUMBER.match(self.text, start, end)
        if number is not None and (number.group().lstrip().startswith("¶") or "(" in number.group()):
            start = number.end()
        pair = self._pair(start, end)
        if pair is not None:
            self.columns = pair
            return
        found = self._side_line(start, end)
        if found is not None:
            self.sides.append(Side(found[0], []))
            start = found[1]
        end = min(end, start + _LONGEST)
        for switch in list(switches(self.text, Span(start, end), self.sides[-1].side, self.host)):
            self._add(start, switch.start)
            self.sides.append(Side(switch.side, []))
            start = switch.rest
        self._add(start, end)
        self.blank = False

    def _add(self, start: int, end: int) -> None:
        piece = self.text[start:end]
        if piece.strip(" :-.\t"):
            lead = len(piece) - len(piece.lstrip())
            self.sides[-1].lines.append(Line(Span(start + lead, start + len(piece.rstrip())), self.blank))

    def _pair(self, start: int, end: int) -> tuple[str, str] | None:
        """The two sides that head two columns: "U.S.        Moroccan"."""
        line = self.text[start:end]
        named = sides_in(line, self.host) if len(line) < _HEADS else []
        if len(named) != 2 or named[0][2] == named[1][2]:
            return None
        (a, b, first), (c, d, second) = named
        rest = re.sub(
            r"(?i)\b(?:side|delegation|participants|government)\b|[:\s-]", "", line[:a] + line[b:c] + line[d:]
        )
        return None if rest else (first, second)
