"""Lists of people of whom the text tells beforehand for whom they came: `The French were represented by X, Y and Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Span
from cablerdf.parse.lexicon.forms import words_of
from cablerdf.parse.lexicon.nationality import country_in, demonym_in, is_us_title

_HEAD = r"\b((?:[A-Z][\w./'’-]{0,30} ){1,2}?)"
_COMPOSED = (
    r"(?:consisting of|composed of|comprising|included|includes|consisted of|comprised|was composed of"
    r"|(?:was|were) represented(?: [^.,;()]{1,40})? by)"
)
# "The French were represented at the talks by X", "the Turkish delegation consisted of X"
_LISTED = re.compile(
    _HEAD
    + r"(?:(?:delegation|team|side|party|attendees|participants|representatives|representation) (?:that |which )?)?"
    + _COMPOSED
    + r":?\s"
)
# "accompanied by the Ambassador, X and Y": the people of the post
_WITH_US = re.compile(
    r"((?:accompanied|joined) by )(?:the )?(?:U\.S\. )?"
    r"(?:Ambassador|Charge|DCM|Emboffs?|Poloffs?|PolCouns|EconCouns),?\s"
)
# "the Turkish delegation, led by X": one alone
_LED = re.compile(_HEAD + r"(?:delegation|team|side),? (?:was |which was |is )?(?:led|headed|chaired) by\s")
_OVER = re.compile(
    r"[.?!]\s|;\s(?!(?:and )?[A-Z])|\n\s*\n"
    r"|\b(?:whom?|met|told|discussed|called|traveled|arrived|visited|held|briefed|asked|raised|where)\b"
)


# a word that tells of a list, the whole of what opens it, and how many characters it may have
_CUES = (
    *((cue, _LISTED, 400) for cue in ("consist", "compos", "compris", " includ", " represented")),
    *((cue, _LED, 60) for cue in (" led by ", "headed by ", "chaired by ")),
    *((cue, _WITH_US, 250) for cue in ("accompanied by ", "joined by ")),
)
_REACH = 60  # characters around a cue


def delegations(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """The stretches of text that list people of one country, and the country.

    >>> text = "The French were represented at the talks by Ana Doe, an envoy, and Bo Roe, who met us."
    >>> [(span.of(text), country) for span, country in delegations(text, Span(0, len(text)))]
    [('Ana Doe, an envoy, and Bo Roe, ', 'France')]
    """
    yield from _opened(clean, whole)
    yield from _bracketed(clean, whole)
    yield from _for_example(clean, whole)


def _opened(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """Those whom a verb opens: `The Turkish delegation consisted of |`."""
    for cue, pattern, longest in _CUES:
        for at in _places(clean, cue, whole):
            opening = pattern.search(clean, max(whole.start, at - _REACH), min(whole.end, at + _REACH))
            country = _country(opening[1]) if opening is not None and opening.end() > at else None
            if opening is not None and country is not None:
                end = min(whole.end, opening.end() + longest)
                over = _OVER.search(clean, opening.end(), end)
                yield Span(opening.end(), over.start() if over else min(end, opening.end() + _REACH)), country


def _bracketed(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """Those in parentheses: `Turkish officials (|)`."""
    for at in _places(clean, "s (", whole):
        before = clean[max(whole.start, at - _REACH) : at + 1].split()
        closing = clean.find(")", at, at + 500)
        if closing > 0 and _names_people(before):
            country = _country(" ".join(before[-3:-1]) if before[:-2] and before[-3][0].isupper() else before[-2])
            if country is not None:
                yield Span(at + 3, closing), country


def _for_example(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """Some of many: `Turkish officials, including |`."""
    for cue in ("including ", "such as "):
        for at in _places(clean, cue, whole):
            before = clean[max(whole.start, at - _REACH) : at].rstrip(" \n,").split()
            country = demonym_in(before[-2]) if _names_people(before) else None
            if country is not None:
                end = min(whole.end, at + 250)
                over = _OVER.search(clean, at + len(cue), end)
                yield Span(at + len(cue), over.start() if over is not None else end), country


def _names_people(words: list[str]) -> bool:
    """Whether words end with people whom a list may name, something capitalised before them: `Turkish officials`."""
    return len(words) > 1 and words[-1] in words_of("listed_people") and words[-2][0].isupper()


def _places(clean: str, cue: str, whole: Span) -> Iterator[int]:
    """Where a cue stands in a stretch of text."""
    at = clean.find(cue, whole.start, whole.end)
    while at >= 0:
        yield at
        at = clean.find(cue, at + len(cue), whole.end)


def _country(words: str) -> str | None:
    """The country of the last demonym, government or body of the United States among the words, ours after `by`."""
    if words.endswith(" by "):
        return "US"
    last = words.split()[-1].removesuffix("'s").removesuffix("’s")
    if is_us_title(last):
        return "US"
    return demonym_in(words) or country_in(last)
