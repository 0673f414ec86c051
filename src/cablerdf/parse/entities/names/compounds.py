"""People whom words with a hyphen name: `the Yeltsin-era ministers`, `the Soto-Duran meeting`."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.words.segments import alone
from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.nationality import figures

# compounds that name the person who made an age or a set
ERA = ("-era", "-led", "-style", "-appointed", "-backed")
# what two people have with each other
_TOGETHER = re.compile(
    r"\s+(?:(?:bilateral|phone|telephone|joint) )?(?:meetings?|dialogue|delegation|talks|summit|dinner|lunch|breakfast"
    r"|conversation|(?:phone )?calls?|relationship|tandem|axis|rivalry|duo|alliance|visit|communique|agreement|deal"
    r"|era|crisis|feud|dispute|rift|stand-?off|split|tensions|debate|race)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.?\s$")


def named_within(clean: str, token: Token, capitals: bool) -> list[Span]:
    """Where a word with a hyphen names people: whose age it is, or the two who meet; nowhere in other words.

    >>> text = "before the Merkel-Soto talks"
    >>> [span.of(text) for span in named_within(text, Token("Merkel-Soto", "merkel-soto", 11, 22, 0), False)]
    ['Merkel', 'Soto']
    """
    head, _hyphen, rest = token.text.partition("-")
    parts = [Span(token.start, token.start + len(head)), Span(token.start + len(head) + 1, token.end)]
    if token.low.endswith(ERA):
        return parts[:1] if head.lower() in figures() else []
    if token.possessive or figures().keys().isdisjoint((head.lower(), rest.lower())):
        return []
    if not all(_is_name(part, capitals) for part in (head, rest)) or _is_one(clean, token.text):
        return []
    return parts if _TOGETHER.match(clean, token.end, token.end + 40) else []


def _is_one(clean: str, compound: str) -> bool:
    """Whether somebody alone has both names: a capitalised word stands before them (`Minister Soto-Duran`)."""
    at = clean.find(compound)
    while at >= 0:
        before = _WORD_BEFORE.search(clean, max(0, at - 20), at)
        if before is not None and before[1].lower() not in lexicon.words_of("function"):
            return True
        at = clean.find(compound, at + 1)
    return False


def _is_name(word: str, capitals: bool) -> bool:
    """Whether a part of such a word may be the family name of somebody."""
    low = word.lower()
    if len(word) < 3 or not word[0].isupper() or lexicon.is_known(word, "demonym", "country", "org"):
        return False
    if any(name[-1].lower() == low for name, _country in figures().get(low, ())):
        return True
    return low not in lexicon.given() and (low in lexicon.family() or alone(word, low, capitals)[0] == "U")
