"""What a printed name of a place stands for: the place, or a thing or people called after it."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.lexicon import phrases, words_of

_REACH = 40  # characters before and after a name that are looked at
_NEXT = re.compile(r"\s{1,3}([A-Za-z][\w'’-]*)")
# "Embassy | Ruritanville believes", "Consulates General Stadt and | Dorf": a post by the name of its city
_POST = re.compile(
    r"(?<!U\.S\. )(?<!US )\b(?:Embass(?:y|ies)|Consulates?(?:\s+General)?|Con[Gg]ens?)\s+"
    r"(?:[A-Z]\w+(?:\s[A-Z]\w+)?(?:,|,?\s+and)\s+){0,5}$"
)
_SINCE = re.compile(r"\b[Pp]ost-$")  # post-Kyoto
_ARTICLE = re.compile(r"\b[Tt][Hh][Ee]\s{1,3}(?:[A-Z][\w.]{1,20} and\s)?$")
_AGAINST = re.compile(r"\b(?:anti|pro|non)-$")
_NOUNS = ("tion", "ment", "ity", "ship", "ence", "ance")  # the U.S. occupation; but the U.S. put
_SUFFIX = re.compile(r"-([A-Za-z]\w*)")


def names_post(clean: str, span: Span) -> bool:
    """Whether the name of a city is but that of a post: `Embassy Ruritanville believes`."""
    return _POST.search(clean, max(0, span.start - 2 * _REACH), span.start) is not None


def names_treaty(clean: str, span: Span) -> bool:
    """Whether the name of a city is but that of what was agreed there: `Dakar Accord`, `Doha round`."""
    following = _NEXT.match(clean, span.end, span.end + _REACH)
    word = following[1] if following is not None else ""
    if word.lower() in words_of("treaty") and (word[0].isupper() or word in _LOWER):
        return True
    since = _SINCE.search(clean, max(0, span.start - 6), span.start)
    return since is not None and clean[span.end : span.end + 1] != "-"


_LOWER = frozenset(("consensus", "criteria", "process", "protocol", "round", "treaty"))  # but "the Dakar accord"


def is_adjective(clean: str, span: Span) -> bool:
    """Whether the abbreviation of a country stands before a noun, as an adjective does.

    >>> text = "US officials; pro-UK; the U.S. wants; in the UK; US-Iran talks; US-led; the U.S. Embassy"
    >>> [is_adjective(text, Span(*m.span())) for m in re.finditer(r"U\\.?[SK]\\.?", text)]
    [True, True, False, False, False, True, True]
    """
    suffix = _SUFFIX.match(clean, span.end, span.end + _REACH)
    if suffix is not None:
        return suffix[1].islower() or any(e.kind == "demonym" for _w, _x, e in phrases().get(suffix[1].lower(), ()))
    before = clean[max(0, span.start - _REACH) : span.start]
    if before.endswith("-"):
        return _AGAINST.search(before) is not None
    following = _NEXT.match(clean, span.end, span.end + _REACH)
    if following is None:
        return False
    word = following[1].lower()
    office = word in words_of("org_head") or word in words_of("title_word")
    article = _ARTICLE.search(before) is not None
    if following[1][0].isupper() and article:
        return office or word == "embassy"  # no head of the next sentence
    if word in words_of("function"):
        return False
    return not article or office or word.endswith(_NOUNS)
