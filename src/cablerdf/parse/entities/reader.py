"""What the readers of names, titles and bodies share: the run that they stand in."""

from __future__ import annotations

from cablerdf.parse.entities.segments import Segment
from cablerdf.parse.entities.tokens import Token


class RunReader:
    """Stands in one run of segments at a time; `turn` moves it to another."""

    clean: str
    tokens: list[Token]
    segments: list[Segment]
    capitals: bool

    def __init__(self, clean: str) -> None:
        self.clean = clean

    def turn(self, tokens: list[Token], segments: list[Segment], capitals: bool) -> None:
        """Moves to another run."""
        self.tokens, self.segments, self.capitals = tokens, segments, capitals

    def low(self, at: int) -> str:
        """The first word of a segment, in lower case."""
        return self.tokens[self.segments[at].first].low

    def glued(self, at: int) -> bool:
        """Whether there is a segment at an index that hangs on the one before."""
        return at < len(self.segments) and self.tokens[self.segments[at].first].glue > 0

    def single(self, at: int) -> bool:
        """Whether a segment is one token."""
        return self.segments[at].last - self.segments[at].first == 1

    def owner(self, at: int) -> bool:
        """Whether a segment ends in a possessive."""
        return self.tokens[self.segments[at].last - 1].possessive
