"""The office of a participant as text, and the side that it tells."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.meetings.sides import sides_in
from cablerdf.vocab.tables import mapping

# "his Secretary General", "the Ambassador", "and Poloff", "visiting EUR A/S"
_LEAD = re.compile(
    r"(?:(?:his|her|their|its|our|and|as well as|also|both|then|a|an|visiting|newly[- ]appointed"
    r"|the(?! secretary$))\s+)+",
    re.IGNORECASE,
)
_STYLE = re.compile(r"^(?:mr|mrs|ms|miss)\b\.?,?\s*", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:to|for|of|in|at|on|with|from)\s+(?:the\s+)?(?:[^\W\d_][\w.]*\s*(?:,|and|&)\s*)*$", re.IGNORECASE
)
_ASIDE = re.compile(r"^\((.*)\)$", re.DOTALL)


def title_of(text: str, parts: tuple[Span, ...]) -> str | None:
    """The parts of a title as one text: articles and plain styles taken off, "Amb." written out.

    >>> title_of("Amb. Poe, Desk Officer", (Span(0, 4), Span(10, 22)))
    'Ambassador, Desk Officer'
    """
    words: list[str] = []
    for part in parts:
        piece = " ".join(part.of(text).split()).strip(" ,;:-–—")
        piece = _LEAD.sub("", piece, count=1) if _LEAD.match(piece) else piece
        piece = _STYLE.sub("", piece)
        aside = _ASIDE.match(piece)
        if aside:
            piece = aside[1].strip()
        if piece.endswith(("'s", "’s")):
            piece = piece[:-2]
        piece = re.sub(r"\bAmb\b\.?", "Ambassador", piece)
        if piece:
            words.append(piece)
    return ", ".join(words) or None


def side_in_title(title: str, host: str | None = None) -> str | None:
    """The side that an office names before its head: "French DCM"; not "Ambassador to France".

    >>> side_in_title("Syrian Ambassador to the U.S."), side_in_title("Director for Iraq")
    ('Syria', None)
    """
    for start, _, side in sides_in(title, host):
        if not _PREPOSITION.search(title[:start]):
            return side
    return us_side(title)


def us_side(title: str) -> str | None:
    """US for an office that only the United States government has: "NEA A/S", "USAID Director"."""
    words = re.findall(r"[\w/()&.'’-]+", title)
    table = mapping("us_offices", "form", "office")
    return "US" if any(word.casefold().strip(".") in table for word in words) else None
