"""The tokens of a piece of a reference line, and what they may be: numbers, years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cablerdf.parse.header.citations.tokens import Token
from cablerdf.parse.header.dtg import century
from cablerdf.vocab.tables import mapping

BRACKETS = {"(": ")", "[": "]"}
SEPARATORS = frozenset((",", "AND", "&", ";", "/", "+", "OR", "-"))
# what may stand, bracketed or not, between a number and the next
NOTES = frozenset(("NOTAL", "PREVIOUS", "EXDIS", "NODIS", "LIMDIS", "NOFORN"))
EARLIEST, LATEST = 1960, 2015  # telegrams of this form


class Item(NamedTuple):
    """One cable: its post's code, number, year as printed (None: that of the citing cable)."""

    code: str
    number: str
    year: int | None
    start: int
    end: int
    respelt: bool = False
    doubtful: bool = False


class Citing(NamedTuple):
    """The cable that cites: its year and post, as far as they are known; the item before, whose post goes on."""

    year: int | None = None
    post: str | None = None
    before: Item | None = None


@cache
def kinds() -> dict[str, str]:
    """The words beside references that tell what is no cable, or stand before a number, to their kind."""
    return dict(mapping("reference_kinds", "word", "kind"))


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a piece; misprints are mended only in a reference line, not in running text."""

    tokens: list[Token]
    citing: Citing
    mend: bool

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].glued

    def is_number(self, at: int) -> bool:
        """Whether a number of a cable stands there: no part of a date, and no letters stick to it."""
        digits = self.text(at)
        if not digits.isdecimal() or not int(digits) or len(digits) > 7:
            return False
        if self.glued(at + 1) and self.tokens[at + 1].word:
            return len(self.text(at + 1)) == 1 and self.text(at + 2) in (".", ")")
        dated = self.text(at + 1) in ("/", "-") and self.text(at + 2).isdecimal() and self.glued(at + 3)
        return not (dated and self.text(at + 3) == self.text(at + 1))

    def possible(self, digits: str, within: int = 50) -> int | None:
        """The year that digits stand for, if a citing cable may name it; the last `within` years are looked at."""
        if not (digits.isdecimal() and len(digits) in (2, 4)):
            return None
        year = century(digits)
        latest = self.citing.year or LATEST
        return year if max(EARLIEST, latest - within) <= year <= latest else None
