"""What the form of a name tells of where its bearer cannot be from: English and Arabic names."""

from __future__ import annotations

import re

from cablerdf.parse.lexicon.forms import family, words_of
from cablerdf.parse.lexicon.nationality import countries_with

_ENGLISH = re.compile(r"(?:Mc|Fitz|O['’])[A-Z]?[a-z]+|[A-Z][a-z]{2,}(?:ton|ley|well|ford|field|worth|land|wood)")
_ARTICLE = re.compile(r"(?:[AaEe]l|[Aa][dnrst]|[Uu]l)-[A-Z]|(?:Abd|Abu)[-a-z]|^(?:[Bb]in|[Ii]bn|Abu|al)$")


def english_family(name: str) -> bool:
    """Whether a word is a family name of English speakers alone, known or by its form: `Harris`, `McAllister`."""
    low = name.lower()
    return low in words_of("english_family") or (low in family() and _ENGLISH.fullmatch(name) is not None)


def is_foreign_name(tokens: tuple[str, ...], host: str | None) -> bool:
    """Whether a name of two words or more is English or Arabic, where the people of a country have no such names.

    >>> is_foreign_name(("Gary", "Doe"), "Spain"), is_foreign_name(("Gary", "Doe"), "Canada")
    (True, False)
    >>> is_foreign_name(("Mohamed", "Roe"), "Spain"), is_foreign_name(("Mohamed", "Roe"), "Egypt")
    (True, False)
    """
    if len(tokens) < 2 or host is None:
        return False
    return _is_english(tokens, host) or (host not in countries_with("Arabic names") and _is_arabic(tokens))


def _is_english(tokens: tuple[str, ...], host: str) -> bool:
    if host in countries_with("english names"):
        return False
    given = tokens[0].lower()
    if given in words_of("english_given") and host not in countries_with("English given names"):
        return True
    known = given in words_of("english_given") or given in words_of("western_given")
    return known and any(map(english_family, tokens[1:]))


def _is_arabic(tokens: tuple[str, ...]) -> bool:
    return any(_ARTICLE.match(token) or token.lower() in words_of("arabic_given") for token in tokens)
