"""What the readers of names, titles and bodies share: the run that they stand in."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from cablerdf.parse.entities.words.segments import Segment
from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon.forms import Entry

_LAST_WORD = re.compile(r"([A-Za-z'-]{1,30}+)[,:]?\s++[(“\"]?$")


def word_before(clean: str, start: int, reach: int) -> re.Match[str] | None:
    """The word before a place, at most so many characters away; blanks, a mark and a quote may stand between.

    >>> text = "the poet, Ana Doe; in 2009 Jo Roe"
    >>> word_before(text, 10, 30)[1], word_before(text, 27, 30)
    ('poet', None)
    """
    far = max(0, start - reach)
    near = clean.rfind(" ", far, start - 2) + 1
    return _LAST_WORD.search(clean, far if near <= far or clean[near].isspace() else near, start)


class Run(NamedTuple):
    """Segments that hang together.

    `labels` has a letter for each, `lows` the first word of each in lower case; `compound` tells that one of these
    has a hyphen or a slash. `tokens` are those of the whole stretch of text, which is printed in `capitals` or not.
    """

    tokens: list[Token]
    segments: list[Segment]
    labels: str
    lows: list[str]
    compound: bool
    capitals: bool


_segment, _run = partial(tuple.__new__, Segment), partial(tuple.__new__, Run)  # at half the price


def run_of(tokens: list[Token], segments: list[Segment], capitals: bool) -> Run:
    """The run that some segments of a stretch of text make up."""
    labels = "".join([segment.label for segment in segments])
    lows = [tokens[segment.first].low for segment in segments]
    words = " ".join(lows)
    return _run((tokens, segments, labels, lows, "-" in words or "/" in words, capitals))


def lone_run(tokens: list[Token], at: int, label: str, entry: Entry | None, capitals: bool) -> Run:
    """The run that one word of a stretch of text makes up, by its label and what the tables know it as."""
    low = tokens[at].low
    return _run((tokens, [_segment((label, at, at + 1, entry))], label, [low], "-" in low or "/" in low, capitals))


class RunReader:
    """Stands in one run of segments at a time; `turn` moves it to another."""

    clean: str
    tokens: list[Token]
    segments: list[Segment]
    labels: str
    lows: list[str]
    compound: bool
    capitals: bool

    def __init__(self, clean: str) -> None:
        self.clean = clean

    def turn(self, run: Run) -> None:
        """Moves to another run."""
        self.tokens, self.segments, self.labels, self.lows, self.compound, self.capitals = run

    def low(self, at: int) -> str:
        """The first word of a segment, in lower case."""
        return self.lows[at]

    def glued(self, at: int) -> bool:
        """Whether there is a segment at an index that hangs on the one before."""
        return 0 < at < len(self.lows)

    def label(self, at: int) -> str:
        """The label of the segment at an index that hangs on the one before; "" where there is none."""
        return self.labels[at] if 0 < at < len(self.lows) else ""

    def single(self, at: int) -> bool:
        """Whether a segment is one token."""
        return self.segments[at].last - self.segments[at].first == 1

    def owner(self, at: int) -> bool:
        """Whether a segment ends in a possessive."""
        return self.tokens[self.segments[at].last - 1].possessive
