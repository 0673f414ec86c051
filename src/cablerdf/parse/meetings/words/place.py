"""Where a meeting was held, as far as the text says."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.meetings.words.sides import side_of

_LABEL = re.compile(
    r"(?m)^[ \t]*+(?:(?:¶[ \t]*+)?\d{1,2}[ \t]*+\.[ \t]*+)?(?:\([^()\n]{1,14}\)[ \t]*+)?"
    r"(?:meeting[ \t]++)?(?:place|location|venue|where)[ \t]*+:[ \t]*(?P<place>[^\n;]{3,80})",
    re.IGNORECASE,
)


def place_after(text: str, span: Span) -> tuple[str, Span] | None:
    """The place in what follows date and hour on their line: "; St. Regis Hotel,\\nBeijing."

    A country after its city is left out.

    >>> place_after("; Vina del Mar, Chile.", Span(0, 22))[0]
    'Vina del Mar'
    """
    piece = span.of(text)
    begin = len(piece) - len(piece.lstrip(" \t\n,;.:-(")) + span.start
    end = span.start + len(piece.rstrip().rstrip(" .;)"))
    if end <= begin or end - begin > 90:
        return None
    parts = [p.strip() for p in re.split(r"[,;]\s*", " ".join(text[begin:end].split())) if p.strip()]
    if not parts or not (parts[0][0].isupper() or parts[0][0].isdigit()):
        return None
    if len(parts) == 2 and side_of(parts[1]) is not None and side_of(parts[0]) is None and not _built(parts[0]):
        parts = parts[:1]
    return ", ".join(parts), Span(begin, end)


def _built(name: str) -> bool:
    """Whether a place is a building, which needs its city or country beside it."""
    return bool(
        re.search(r"(?i)\b(?:palace|hotel|embassy|ministry|office|residence|house|club|hall|room|building)\b", name)
    )


def labelled_place(text: str, span: Span) -> tuple[str, Span] | None:
    """The place after a label of its own: "Place: Blue Palace"."""
    match = _LABEL.search(text, *span)
    return None if match is None else (" ".join(match["place"].split()).rstrip(". "), Span(*match.span("place")))
