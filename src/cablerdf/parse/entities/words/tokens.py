"""Capitalised words of a text and what stands between them, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.lexicon.forms import given, phrases, words_of

# "U.S.", "U.S.-Japan", "O'Brien", "A/S", "PKK/KGK", "G-20", "D(S)", "People,s", "O,Brien" (a comma for an apostrophe)
_TOKEN = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
    r"(?:(?<=[A-Z])\.(?:[A-Z]\.)+(?:[-/][A-Z][\w'’-]*)?"
    r"|\w*(?:['’/&+-]\w+|,(?:(?<=\b[DNO],)|(?<=\bYar,))[A-Z]\w+)*(?:\([A-Z]\)(?!\w)|,s(?!\w))?)"
)
# "al-Assaf", "d'Affaires": lower case before the capital belongs to the word
_PREFIX = re.compile(r"(?<![\w'’])(?:al|el|ad|ar|as|ash|at|an|az|ul|ur|bin|abu|de|d|l)[-'’]$|(?<![\w'’])[dl],$")
# "by del Ponte", "that bin Laden": a particle opens the name
_PARTICLES = ("bin", "ibn", "bn", "de", "del", "della", "di", "van", "von", "al", "el", "ould", "ter", "den")
_PARTICLE = re.compile(rf"(?<=[\s(“\"])({'|'.join(_PARTICLES)})\s$")
# "anti-Diaz Peronists": the name ends there, what it makes an adjective of goes on
_AGAINST = re.compile(r"\b(?:anti|pro|non)-$")
_REACH = 24  # characters: what stands further apart does not hang together
_BLANK_LINE = re.compile(r"\n {15,}+\n")  # where a page broke
_PAGE = 160  # characters between words of two pages
_APOSTROPHES, _QUOTES = frozenset("'’"), frozenset('"“”')
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "del", "la"})


class Token(NamedTuple):
    """A capitalised word (or a joining word between two of them).

    `text` is without possessive; `low` in lower case; `glue` tells how it follows the token
    before: 2 with blanks alone, 1 after a full stop of an abbreviation, 0 not joined.
    `joiner` marks a preposition, article or particle.
    """

    text: str
    low: str
    start: int
    end: int
    glue: int
    possessive: bool = False
    joiner: bool = False


_token = partial(tuple.__new__, Token)  # at half the price: there are hundreds in a cable


def scan(clean: str, span: Span) -> list[Token]:
    """The tokens of a stretch of text.

    >>> [t.text for t in scan("said the Ministry of Defense's Dr. Al-Rabiah", Span(0, 44))]
    ['Ministry', 'of', 'Defense', 'Dr', 'Al-Rabiah']
    >>> [t.text for t in scan("by del Ponte, al-Assaf and U.S.-Japan", Span(0, 37))]
    ['del', 'Ponte', 'al-Assaf', 'and', 'U.S.-Japan']
    """
    found: list[Token] = []
    before, last, against = span.start, "", False
    for match in _TOKEN.finditer(clean, span.start, span.end):
        start, stop = match.span()
        text, end = match.group(), stop
        left = clean[start - 1] if start > before else " "
        if left != " ":
            if left in "-'’,":
                start, against = _opened(clean, before, start)
                text = clean[start:end]
            elif left.isalnum():
                continue
        possessive, against = against, False
        odd = not text.isalpha()
        if odd and text[-1] in "sS" and len(text) > 2 and text[-2] in "'’,":
            text, end, possessive = text[:-2], end - 2, True
        gap = clean[before:start] if found else ""
        glue = 2 if gap == " " else _hung(clean, gap, start, last, found, text)
        if not glue and clean.endswith(_PARTICLES, start - 8 if start > 8 else 0, start - 1):
            glue = _particle(found, clean, start)
        if odd:
            text = text.replace(",", "'")
        low = text.lower().replace("’", "'") if odd else text.lower()
        if odd and "/" in low and not text.isupper() and low not in phrases():
            before, last = stop, _split(found, text, start, glue)
            continue
        found.append(_token((text, low, start, end, glue, possessive, glue == 2 and low in _SMALL)))
        before, last = stop, "" if possessive else text
    return found if clean.find("XXXX", span.start, span.end) < 0 else [_unredacted(token) for token in found]


def _unredacted(token: Token) -> Token:
    """A token without the marks of a redaction at its end: `TorvelXXXXXXXX`."""
    text, low, start, _end, *rest = token
    name = text.rstrip("X") if text.endswith("XXXX") and text.isalpha() else ""
    return _token((name, low[: len(name)], start, start + len(name), *rest)) if name else token


def _hung(clean: str, gap: str, start: int, last: str, found: list[Token], text: str) -> int:
    """How a word hangs on the token before, if there is one, by what stands between them."""
    if not gap:
        return 0
    if len(gap) <= _REACH:
        return _glue(clean, gap, last, found, text)
    return _over_page(clean, start - len(gap), start, found) if gap[:3].isspace() else 0


def _over_page(clean: str, before: int, start: int, found: list[Token]) -> int:
    """2 where a page breaks between two tokens, and nothing else or joining words stand there."""
    if start - before > _PAGE or _BLANK_LINE.search(clean, before, start) is None:
        return 0
    gap = clean[before:start].strip()
    return _joined(found, f" {gap} ", clean.index(gap, before) - 1) if gap else 2


def _opened(clean: str, before: int, start: int) -> tuple[int, bool]:
    """Where a word behind a hyphen or an apostrophe begins, and whether `anti-` or the like ends the name there."""
    prefix = _PREFIX.search(clean, max(before, start - 5), start)
    if prefix is not None:
        return prefix.start(), False
    return start, _AGAINST.search(clean, max(before, start - 5), start) is not None


def _owns(found: list[Token], gap: str, text: str) -> bool:
    """Whether an apostrophe after a plural joins it to the name of a body: `Workers' | Party`."""
    return gap[1:].isspace() and len(gap) < 4 and found[-1].low.endswith("s") and text.lower() in words_of("org_head")


def _split(found: list[Token], text: str, start: int, glue: int) -> str:
    """Adds the parts of `Cyprus/Papadopolous` as tokens that do not hang together; returns the last."""
    part = ""
    for part in text.split("/"):
        if part[:1].isupper():
            word = part.removesuffix("'s").removesuffix("’s")  # Latvia's/Estonia's
            found.append(Token(word, word.lower(), start, start + len(word), glue, word != part))
        start, glue = start + len(part) + 1, 0
    return part


# Guillermo "Billy" Ford, Jorge "El Zurdo" Paz, William E. ("Kip") Ward: what stands before, and after, a nickname
_BEFORE_NICKNAME, _AFTER_NICKNAME = re.compile(r"\.?\s+\(?[\"“]$"), re.compile(r"[\"”]\)?\s")
_BRACKETED = re.compile(r" \([A-Z]\w+\) (?=[A-Z][a-z])")  # Bjarne (Michael) Roe
_NICKNAME = re.compile(r"\.?\s+\(?[\"“](?:\w+ )?\w+[\"”]\)?\s+(?=[A-Z]|d[aeo]s? |v[ao]n )")


def _glue(clean: str, gap: str, last: str, found: list[Token], text: str) -> int:
    """How a word hangs on the token before, by what stands between them; joining words there become tokens."""
    opens = gap[:1]
    if opens.isspace():
        if gap.isspace():
            return 2 if gap.count("\n") < 2 else 0
        if gap == " (":
            return 2 if text[1:].islower() and text.lower() in given() and _BRACKETED.match(clean, found[-1].end) else 0
        if len(gap) < 16 and gap[-1].isspace() and gap.count("\n") < 2:
            return _joined(found, gap, found[-1].end)
    elif opens == ".":
        if (gap == "." or gap[1:].isspace()) and (len(last) == 1 or last.lower() in words_of("abbreviation_dot")):
            return 1 if gap.count("\n") < 2 else 0
    elif gap == ") ":
        return 2 if found[-1].glue and clean[found[-1].start - 1] == "(" else 0
    elif opens in _QUOTES:
        return _after_nickname(clean, gap, found) if len(gap) < 9 and _AFTER_NICKNAME.match(gap) else 0
    elif opens in _APOSTROPHES and _owns(found, gap, text):
        found[-1] = found[-1]._replace(possessive=True)
        return 2
    if len(gap) < 5 and gap[-1:] in _QUOTES and _BEFORE_NICKNAME.match(gap):
        return 2 if _NICKNAME.match(clean, found[-1].end) else 0
    return 0


def _after_nickname(clean: str, gap: str, found: list[Token]) -> int:
    """How a word hangs on a nickname in quotation marks: `"Billy" | Ford`."""
    bracket = gap[1] == ")"
    if not any(_NICKNAME.match(clean, token.start - 2 - bracket) for token in found[-2:]):
        return 0
    rest = gap[1 + bracket :]
    return 2 if rest.isspace() else _joined(found, rest, found[-1].end + 1 + bracket)


def _joined(found: list[Token], gap: str, at: int) -> int:
    """Adds the joining words of a gap to the tokens; 2 where the gap holds nothing else."""
    if gap.split(None, 1)[0] not in _joining():
        return 0
    words = _joints(gap)
    for word, offset in words:
        found.append(_token((word, word, at + offset, at + offset + len(word), 2, False, True)))
    return 2 if words else 0


@cache
def _joining() -> frozenset[str]:
    """The words that may join two tokens."""
    return words_of("connector") | words_of("particle")


@lru_cache(maxsize=1 << 10)
def _joints(gap: str) -> tuple[tuple[str, int], ...]:
    """The joining words of a gap and where they stand in it; none where it holds anything else."""
    words = gap.split()
    if len(words) > 3 or not _joining().issuperset(words):
        return ()
    found: list[tuple[str, int]] = []
    offset = 0
    for word in words:
        offset = gap.index(word, offset)
        found.append((word, offset))
        offset += len(word)
    return tuple(found)


def _particle(found: list[Token], clean: str, start: int) -> int:
    """Adds the particle that stands alone before a token; 2 where there is one."""
    match = _PARTICLE.search(clean, max(0, start - 8), start)
    if match is None:
        return 0
    found.append(Token(match[1], match[1], match.start(1), match.end(1), 0, False, True))
    return 2


def runs(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """(first, past the last) of each stretch of tokens that hang together."""
    first = 0
    for index, token in enumerate(tokens):
        if not token.glue and index:
            yield first, index
            first = index
    if tokens:
        yield first, len(tokens)


def in_capitals(text: str) -> bool:
    """Whether a text is printed in capitals throughout.

    >>> in_capitals("THE SHAH TOLD HELMS"), in_capitals("The GOI told NATO")
    (True, False)
    """
    large = text.count("E") + text.count("A") + text.count("T")
    return large > text.count("e") * 5 and large > (text.count("e") + text.count("a") + text.count("t")) * 5
