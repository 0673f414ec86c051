"""What a printed name of a place stands for: the place, or a thing or people called after it."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.lexicon.forms import Entry, is_known, words_of

_REACH = 40  # characters before and after a name that are looked at
_NEXT = re.compile(r"\s{1,3}[&\"“]?([A-Za-z][\w'’-]*)")
# "Embassy | Ruritanville believes", "Consulates General Stadt and | Dorf": a post by the name of its city
_POST = re.compile(
    r"(?<!U\.S\. )(?<!US )\b(?:Embass(?:y|ies)|Consulates?(?:\s+General)?|Con[Gg]ens?)\s+"
    r"(?:[A-Z]\w+(?:\s[A-Z]\w+)?(?:,|,?\s+and)\s+){0,5}$"
)
# "the DPRK's | Stadt Consulate", "Washington POC is"
_OFFICE = re.compile(r"\s{1,3}(?:Consulate|Embassy|POCs?)\b")
_NAMED_AFTER = ("Operation", "Plan", "Project")  # Operation | Dakar
_SINCE = re.compile(r"\b(?:[Pp]ost|[Tt]rans)-$")  # post-Kyoto, trans-Atlantic
# "the Korva | Political Agreement"
_TREATY = re.compile(r"\s{1,3}(?:(?:Framework|Ministerial|Peace|Political)\s{1,3})?([A-Z]\w+)")
_LOWER = frozenset(("consensus", "criteria", "process", "protocol", "round", "treaty"))  # but "the Dakar accord"
_STREET = re.compile(r"\s{1,3}(?:Avenue|Boulevard|Road|Street)\b")
_NUMBER = re.compile(r"\s\d{3,6}\b")  # REFTEL LONDON | 02582
_WATER = re.compile(r"\s{1,3}[Rr]iver\b")
# "NIO for Africa", "Vice President for Africa and the Indian Ocean", "Joint Secretary (Americas)"
_TITLE = re.compile(
    r"\b(?:NIO|President|Director(?:\s+General)?|Secretary)\s+(?:(?:for|of)\s+(?:the\s+)?(?:[A-Z]\w+(?:,|\s+and)\s+(?:the\s+)?)?|\()$"
)
_TITLE_ENDS = ("for ", "of ", "the ", "and ", ", ", "(")  # how what `_TITLE` finds ends
# "S//REL TO USA, GBR"
_MARKING = re.compile(r"\bREL(?:EASABLE)? TO (?:[A-Z]{3,4}(?:, | AND )){0,8}$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b[Tt][Hh][Ee]\s{1,3}(?:[A-Z][\w.]{1,20} and\s)?$")
_AGAINST = re.compile(r"\b(?:anti|pro|non)-$")
_NOUNS = ("tion", "ment", "ity", "ship", "ence", "ance")  # the U.S. occupation; but the U.S. put
_OTHERS = re.compile(r"\s{1,3}(?:and|or)\s{1,3}other\s{1,3}[a-z]")  # by U.S. or other forces
_SUFFIX = re.compile(r"-([A-Za-z]\w*)")


def names_other(clean: str, span: Span, entry: Entry | None) -> bool:
    """Whether a name of a place is but part of the name of a post, an agreement, an office, a river or a marking."""
    before = clean[max(0, span.start - 2 * _REACH) : span.start]
    if _NUMBER.match(clean, span.end) and span.of(clean).isupper():
        return True  # NK 603
    if entry is not None and entry.kind == "country":
        return ("REL" in before or "Rel" in before) and _MARKING.search(before) is not None
    world = entry is not None and entry.detail == "region" and not entry.country
    if world and before.endswith(_TITLE_ENDS) and _TITLE.search(before):
        return True
    if ("mbass" in before or "onsul" in before or "Gen" in before) and _POST.search(before):
        return True
    if before.endswith("-"):
        return clean[span.end : span.end + 1] != "-" and _SINCE.search(before) is not None
    if not clean[span.end : span.end + 1].isspace():
        return False
    return before.rstrip().endswith(_NAMED_AFTER) or _begins_other(clean, span.end)


def _begins_other(clean: str, end: int) -> bool:
    """Whether what follows makes a name that of a post, a river, a street or what was agreed: `Dakar Accord`."""
    if _OFFICE.match(clean, end) or _WATER.match(clean, end) or _STREET.match(clean, end):
        return True
    following = _NEXT.match(clean, end)
    if following is not None and following[1] in _LOWER:
        return True
    named = _TREATY.match(clean, end)
    return named is not None and named[1].lower() in words_of("treaty")


def is_adjective(clean: str, span: Span) -> bool:
    """Whether the abbreviation of a country stands before a noun, as an adjective does.

    >>> text = "US officials; pro-UK; the U.S. wants; in the UK; US-Iran talks; US-led; the U.S. Embassy"
    >>> [is_adjective(text, Span(*m.span())) for m in re.finditer(r"U\\.?[SK]\\.?", text)]
    [True, True, False, False, False, True, True]
    """
    suffix = _SUFFIX.match(clean, span.end, span.end + _REACH)
    if suffix is not None:
        return suffix[1].islower() or is_known(suffix[1], "demonym")
    before = clean[max(0, span.start - _REACH) : span.start]
    if before.endswith("-"):
        return _AGAINST.search(before) is not None
    following = _NEXT.match(clean, span.end, span.end + _REACH)
    if following is None:
        return False
    if _OTHERS.match(clean, span.end):
        return True
    word = following[1].lower()
    office = word in words_of("org_head") or word in words_of("title_word")
    article = _ARTICLE.search(before) is not None
    if following[1][0].isupper() and article:
        return office or word == "embassy"  # no head of the next sentence
    if word in words_of("function"):
        return False
    return not article or office or word.endswith(_NOUNS)
