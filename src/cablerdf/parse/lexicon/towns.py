"""Towns and regions that count where the cable names their country.

`towns.txt` says in which countries a town of a name lies; `local_places.txt` has the towns, quarters and regions of
each country that cables name, as they print them.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from cablerdf.parse.lexicon.forms import common, lone_words, plain_country, words_of
from cablerdf.vocab.tables import rows, words

# the Arabic article, but no first half of a short name
_ARTICLE = re.compile(r"(?:al|ad|an|ar|as|ash|at|az|el)[ -](?=[a-z]{4})")


# A folding of its own: whole names of towns, hyphens as blanks; no spelling stands for another, as it does for persons.
def folded(name: str) -> str:
    """A name as the table has it: in lower case without apostrophes, hyphens and an Arabic article.

    >>> folded("Al-Mukalla"), folded("Sa'da")
    ('mukalla', 'sada')
    """
    plain = " ".join(name.lower().replace("'", "").replace("’", "").replace("-", " ").split())
    return _ARTICLE.sub("", plain, count=1)


@cache
def _codes() -> dict[str, str]:
    """Country, as people have it → its code."""
    return {plain_country(row["name"]): row["code"] for row in rows("country_codes")}


@cache
def _towns() -> dict[str, str]:
    """Folded name → codes of countries, with commas."""
    found = dict(line.split(";") for line in words("towns"))
    for line in words("local_places"):
        country, _, names = line.partition(": ")
        code = _codes()[plain_country(country)]
        for name in map(folded, names.split(", ")):
            found[name] = f"{found[name]},{code}" if name in found else code
    return found


@cache
def first_words() -> frozenset[str]:
    """The first words of the names, in lower case, but those that are names of other places or English words."""
    single = {name for name in _towns() if " " not in name}
    longer = {name.partition(" ")[0] for name in _towns() if " " in name}
    known = {word for word, found in lone_words().items() if any(e.kind in ("place", "country") for _x, e in found)}
    return frozenset((single - common()) | longer) - known - words_of("function")


def codes_of(countries: Set[str]) -> frozenset[str]:
    """The codes of countries of which the tables have one."""
    return frozenset(_codes()[country] for country in countries if country in _codes())


def is_town(name: str, codes: Set[str]) -> bool:
    """Whether a town of a name lies in one of the countries.

    >>> is_town("Meissen", codes_of({"Germany"})), is_town("Meissen", codes_of({"Chad"}))
    (True, False)
    """
    known = _towns().get(folded(name))
    return known is not None and any(code in codes for code in known.split(","))


def country_of(name: str, countries: Set[str]) -> str | None:
    """The one of some countries that a town lies in, None where it may lie in several."""
    found = [country for country in countries if is_town(name, codes_of({country}))]
    return found[0] if len(found) == 1 else None


@cache
def lower_ended() -> dict[tuple[str, str], str]:
    """Names of the tables that end in a word in lower case (`Baltic`, `states`) → the name of the place."""
    found = {}
    for row in rows("places"):
        first, _, last = row["name"].rpartition(" ")
        if first and last.isalpha() and last.islower():
            found[first, last] = row["same_as"] or row["name"]
    return found
