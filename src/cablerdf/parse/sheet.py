"""The sheet of a cable: its words, made once, and the notes that the layers of the reading add.

A *token* is a word or a mark with what can be seen of it: where it stands, its lower case, its shape, what stands
behind it. Tokens lie in parallel sequences, so that a layer asks for what it needs at the speed of an index.
A *note* (`cablerdf.model.Note`) is what a rule has decided; layers add notes and never take one away.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from cablerdf.model import Note, Span

_WORD = (
    r"[A-Za-z]+(?=\s)|(?:[^\W\d_]\.){2,}(?:[-/][^\W_]+)*"  # "U.S.", "U.S.-Japan"
    r"|[^\W\d_](?:\w|['’/&+-](?=\w)|\.(?=[^\W\d_]{2}))*"  # "O'Dea", "POL/ECON", "al-Assaf", "E.Jones"
    r"|\d(?:\w|[.,:/-](?=\d))*"  # "1.4", "12:30", "2009"
    r"|--+|\S"
)
_PIECE = re.compile(rf"(?:{_WORD})\s*+")
_LEADING = re.compile(r"\s*")
_MARKS = {"[": "(", "]": ")", "{": "(", "}": ")", "“": '"', "”": '"', "–": "-", "—": "-", "!": ".", "?": "."}
_MOST_REMEMBERED = 60_000


class Token(NamedTuple):
    """A word or a mark of a cable, as one value."""

    text: str
    low: str
    start: int
    end: int
    shape: str
    gap: int


class _Seen(NamedTuple):
    text: str
    low: str
    shape: str
    gap: int


class _Pieces(dict[str, _Seen]):
    """A printed word with the blanks behind it → what can be seen of it; remembered for the next time."""

    def __missing__(self, piece: str) -> _Seen:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        text = piece.rstrip()
        breaks = piece.count("\n", len(text))
        gap = min(breaks + 1, 3) if len(text) < len(piece) else 0
        seen = self[piece] = _Seen(text, text.lower().replace("’", "'"), shape(text), gap)
        return seen


_pieces = _Pieces()


def shape(text: str) -> str:
    """One letter for how a word is printed.

    `a` small letters, `C` a capital first, `A` capitals throughout, `I` an initial, `M` capitals within,
    `9` opening with a digit, `X` redacted; a mark stands for itself (all quotation marks as `"`,
    dashes as `-`, brackets as parentheses, what ends a sentence as `.`).

    >>> "".join(map(shape, ("said", "Nishida", "NATO", "J", "McGee", "1.4", "XXXXXXXX", "—", "”")))
    'aCAIM9X-"'
    """
    first = text[0]
    if first.isdigit():
        return "9"
    if not first.isalpha():
        return _MARKS.get(first, first)
    if len(text) == 1:
        return "I" if first.isupper() else "a"
    if len(text) > 3 and not text.strip("xX"):
        return "X"
    if text.isupper():
        return "A"
    rest = text[1:]
    if first.isupper():
        return "C" if rest == rest.lower() else "M"
    return "a" if rest == rest.lower() else "M"


class Sheet:
    """The tokens of a text in parallel sequences, and the notes of its reading.

    `gaps` tells what stands behind a token: 0 nothing, 1 blanks, 2 the end of a line, 3 an empty line.

    >>> sheet = Sheet("O'Dea said:\\nno U.S. sales.")
    >>> [sheet.texts[i] for i in range(len(sheet))]
    ["O'Dea", 'said', ':', 'no', 'U.S.', 'sales', '.']
    >>> sheet.shapes, sheet.gaps[2], sheet.span(0, 2).of("O'Dea said:")
    ('Ma:aAa.', 2, "O'Dea said")
    """

    __slots__ = ("ends", "gaps", "lows", "notes", "shapes", "starts", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[Note] = []
        begin = _LEADING.match(text).end()  # type: ignore[union-attr]
        pieces = _PIECE.findall(text, begin)
        seen = list(map(_pieces.__getitem__, pieces))
        texts, lows, shapes, gaps = zip(*seen, strict=True) if seen else ((), (), (), ())
        self.texts: tuple[str, ...] = texts
        self.lows: tuple[str, ...] = lows
        self.shapes = "".join(shapes)
        self.gaps: tuple[int, ...] = gaps
        self.starts = list(accumulate(map(len, pieces), initial=begin))[:-1]
        self.ends = [start + len(word) for start, word in zip(self.starts, texts, strict=True)]

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, at: int) -> Token:
        return Token(self.texts[at], self.lows[at], self.starts[at], self.ends[at], self.shapes[at], self.gaps[at])

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last` (past the end)."""
        return Span(self.starts[first], self.ends[last - 1])

    def within(self, span: Span) -> range:
        """The indices of the tokens that begin within a stretch of the text."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def at(self, position: int) -> int:
        """The index of the token that a character belongs to, or of the one before it; -1 before the first."""
        return bisect_right(self.starts, position) - 1

    def add(self, note: Note) -> None:
        """Adds what a rule has decided."""
        self.notes.append(note)

    def about(self, name: str) -> Iterator[Note]:
        """The notes about somebody or something, by any part of the name, in the order in which they were made."""
        wanted = name.casefold()
        return (note for note in self.notes if wanted in note.about.casefold() or wanted in note.value.casefold())
