"""Portion markings: `(C)`, `(S/NF)`, `(C//NF)`, `(SBU)`, `(S//REL TO USA, FVEY)`, spelt out, broken."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.vocab.tables import rows

_LEVELS = "|".join(
    re.escape(level) for level in sorted((row["marking"] for row in rows("markings")), key=lambda m: (-len(m), m))
)
# "(C)", "( c )", "(S//NF)", "(C - ENTIRE TEXT)"; broken: "C)", "{C)", "(S/NF]", "(SBU Text"
_REST = r"(?:\s?[/,-]+\s?[A-Z][A-Z0-9 ,&/\n]{0,90})?"
_MARKING = re.compile(
    rf"[(\[{{]?\s?(?P<whole>(?:{_LEVELS}){_REST})\s?[)\]}}]|\((?P<open>{_LEVELS})(?:[ :]|\.\s)(?=\s?[A-Z])",
    re.IGNORECASE,
)


def marking_at(clean: str, at: int) -> tuple[str, Span] | None:
    """The portion marking printed at `at`, as within its parentheses, and its span with them.

    >>> marking_at("(S/NF) Brown said", 0)
    ('S/NF', Span(start=0, end=6))
    """
    found = _MARKING.match(clean, at)
    if found is None:
        return None
    text = found["whole"] or found["open"]
    return " ".join(text.split()), Span(at, found.end())
