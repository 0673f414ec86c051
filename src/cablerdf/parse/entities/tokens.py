"""Capitalised words of a text and what stands between them, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities.lexicon import words_of

# "U.S.", "Al-Faisal", "al-Assaf", "bin"-less "O'Brien", "A/S", "PKK/KGK", "G-20", "d'Affaires"
_TOKEN = re.compile(
    r"(?<![\w'’])"
    r"(?:(?:[A-Z]\.){2,}(?:[-/][A-Z][\w'’-]*)?"
    r"|(?:(?:al|el|ad|ar|as|ash|at|an|az|ul|ur|bin|abu|de|d|l)[-'’])?[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w]|['’/&+-](?=\w))*(?:\([A-Z]\)(?!\w))?)"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class Token(NamedTuple):
    """A capitalised word (or a joining word between two of them).

    `text` is without possessive; `low` in lower case; `glue` tells how it follows the token
    before: 2 with blanks alone, 1 after a full stop of an abbreviation, 0 not joined.
    `gap` is what stands between the two.
    """

    text: str
    low: str
    start: int
    end: int
    glue: int
    gap: str
    possessive: bool = False
    joiner: bool = False


def scan(clean: str, span: Span) -> list[Token]:
    """The tokens of a stretch of text.

    >>> [t.text for t in scan("said the Ministry of Defense's Dr. Al-Rabiah", Span(0, 44))]
    ['Ministry', 'of', 'Defense', 'Dr', 'Al-Rabiah']
    """
    found: list[Token] = []
    before = span.start
    dotted = words_of("abbreviation_dot")
    joiners = words_of("connector") | words_of("particle")
    last = ""
    for match in _TOKEN.finditer(clean, span.start, span.end):
        start, end = match.span()
        text = match.group()
        possessive = False
        if len(text) > 2 and text[-1] in "sS" and text[-2] in "'’`":
            text, end, possessive = text[:-2], end - 2, True
        gap = clean[before:start]
        glue = 0
        if found:
            glue, gap = _glue(gap, last, dotted)
            if not glue and len(gap) < 16:
                glue = _joined(found, gap, before, joiners)
            if not glue:
                glue = _particle(found, clean, start)
        low = text.lower().replace("’", "'")
        found.append(Token(text, low, start, end, glue, gap, possessive, glue == 2 and low in _SMALL))
        before, last = match.end(), text if not possessive else ""
    return found


_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "del", "la"})


def _glue(gap: str, last: str, dotted: frozenset[str]) -> tuple[int, str]:
    """How two tokens hang together, by what stands between them."""
    if gap.isspace():
        return (0 if len(gap) > 1 and gap.count("\n") > 1 else 2), gap
    if gap[:1] == "." and gap[1:].isspace() and gap.count("\n") < 2 and (len(last) == 1 or last.lower() in dotted):
        return 1, gap
    if gap == "." and len(last) == 1:
        return 1, gap
    return 0, gap


def _joined(found: list[Token], gap: str, at: int, joiners: frozenset[str]) -> int:
    """Adds joining words of the gap to the tokens; 2 where the gap held nothing else."""
    if not gap[:1].isspace() or not gap[-1:].isspace() or "\n\n" in gap:
        return 0
    words = gap.split()
    if not words or len(words) > 3 or not all(word in joiners for word in words):
        return 0
    offset = 0
    for word in words:
        offset = gap.index(word, offset)
        found.append(Token(word, word, at + offset, at + offset + len(word), 2, " ", False, True))
        offset += len(word)
    return 2


# "by del Ponte", "that bin Laden": a particle opens the name
_PARTICLE = re.compile(r"(?<=[\s(“\"])(bin|ibn|de|del|della|di|van|von|al|el|ould|ter|den)(\s+)$")


def _particle(found: list[Token], clean: str, start: int) -> int:
    """Adds the particle that stands alone before a token; 2 where there is one."""
    if not clean[max(0, start - 2) : start - 1].isalpha():
        return 0
    match = _PARTICLE.search(clean, max(0, start - 8), start)
    if match is None:
        return 0
    found.append(Token(match[1], match[1], match.start(1), match.end(1), 0, "", False, True))
    return 2


def runs(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """(first, past the last) of each stretch of tokens that hang together."""
    first = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or not tokens[index].glue:
            yield first, index
            first = index
