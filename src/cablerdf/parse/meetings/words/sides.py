"""Which country or organisation a word of a label or title stands for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.vocab.tables import rows

# "U.S.", "United Kingdom", "French", "GOJ", "EU": up to four words, longest first
_WORD = re.compile(r"[^\W\d_](?:[\w.'’]*\w)?\.?")
_LONGEST = 4
_CONTINENTS = frozenset(("north", "south", "central", "latin", "ibero", "inter"))
_CONTINENTAL = frozenset(("America",))  # "Americas Director"
_SHORT_WORDS = frozenset(
    ("chad", "cuba", "fiji", "iran", "iraq", "lao", "laos", "mali", "oman", "peru", "thai", "togo")
)


def _key(form: str) -> str:
    return form.casefold().replace(".", "").replace("’", "'").strip()


@cache
def _forms() -> tuple[dict[str, str], dict[str, list[str]]]:
    """Printed form → side; government abbreviation → the sides that it may mean."""
    certain: dict[str, str] = {}
    governments: dict[str, list[str]] = {}
    for row in rows("sides"):
        certain[_key(row["form"])] = row["side"]
    for row in rows("countries"):
        side = plain_country(row["name"])
        for form in filter(None, (row["name"], *row["aliases"].split(";"), *row["adjectives"].split(";"))):
            certain.setdefault(_key(form), side)
            if len(form) > 4 and form not in _CONTINENTAL:
                certain.setdefault(_key(form) + "s", side)
        for form in filter(None, row["governments"].split(";")):
            governments.setdefault(form.upper(), []).append(side)
    return certain, governments


@cache
def _first_words() -> frozenset[str]:
    """The words, as `_key` has them, that a form of two words or more begins with, and all of one word."""
    certain, governments = _forms()
    return frozenset(key.split()[0] for key in certain) | {_key(form) for form in governments}


@lru_cache(maxsize=1 << 13)
def _may_begin(word: str) -> bool:
    """Whether a word, or what it is the possessive or plural of, begins a form."""
    key, first = _key(word), _first_words()
    return key in first or key.removesuffix("'s") in first or key.rstrip("s'") in first


def side_of(word: str, host: str | None = None) -> str | None:
    """The side that a word or phrase names, None where it names none.

    `host`, the side of the post's own country, decides between governments that share an
    abbreviation (GOT: Turkey, Thailand, Tunisia).

    >>> side_of("French"), side_of("U.S."), side_of("Director")
    ('France', 'US', None)
    """
    if not word[:1].isupper():
        return None
    certain, governments = _forms()
    key = _key(word)
    short = len(key) < 5
    if not (short and key.isalpha() and word.istitle() and "." not in word) or key in _SHORT_WORDS:
        found = certain.get(key)
        if found is not None:
            return found
    meant = governments.get(word.replace(".", "").upper(), ()) if word[1:2].isupper() or word.startswith("Go") else ()
    if len(meant) == 1:
        return meant[0]
    return host if host in meant else None


def sides_in(text: str, host: str | None = None) -> list[tuple[int, int, str]]:
    """Every (start, end, side) named in a text, longest forms first, in order.

    >>> sides_in("UK DCM in South Korea")
    [(0, 2, 'United Kingdom'), (10, 21, 'South Korea')]
    """
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int, str]] = []
    onward = 0
    for at in [at for at, word in enumerate(words) if _may_begin(word.group())]:
        if at < onward:
            continue
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + length - 1].end()
            if not text[start].isupper():
                break
            form = " ".join(text[start:end].split())
            side = side_of(form, host) or side_of(form.removesuffix("'s").removesuffix("’s"), host)
            if side == "US" and at and words[at - 1].group().casefold() in _CONTINENTS:
                break  # "North American"
            if side is not None:
                found.append((start, end, side))
                onward = at + length
                break
    return found
