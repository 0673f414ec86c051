"""Which country, post or body a printed name means, by the tables; None where they do not say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.vocab.tables import mapping, rows


class Post(NamedTuple):
    """A diplomatic post: its code, how it is called, the country it stands in."""

    code: str
    label: str
    country: str | None


@cache
def _countries() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row["name"], *row["aliases"].split(";")):
            if name:
                found.setdefault(name.casefold(), row["name"])
    return MappingProxyType(found)


@lru_cache(maxsize=4096)
def country(name: str) -> str | None:
    """The usual name of a country.

    >>> country("US"), country("ROK"), country("Atlantis")
    ('United States', 'South Korea', None)
    """
    return _countries().get(" ".join(name.split()).casefold())


def country_code(name: str) -> str | None:
    """The ISO 3166 code of a country, in lower case.

    >>> country_code("Japan")
    'jp'
    """
    return mapping("country_codes", "name", "code").get(name)


@cache
def _posts() -> Mapping[str, Post]:
    found: dict[str, Post] = {}
    for row in rows("posts"):
        kind = "" if row["kind"] in ("mission", "office", "department") else row["kind"].capitalize() + " "
        label = row["name"] if row["code"] != "STATE" else "Department of State"
        found[row["code"]] = Post(row["code"], kind + label, country(row["country"]))
    return MappingProxyType(found)


def post(code: str) -> Post:
    """A post by its code; a code that no table has is its own label.

    >>> post("TOKYO")
    Post(code='TOKYO', label='Embassy Tokyo', country='Japan')
    """
    return _posts().get(code) or Post(code, code, None)


PREFIXES = frozenset({"AMEMBASSY", "AMCONSUL", "AMCONGEN", "USMISSION", "USINT", "AMCONSULATE"})


@lru_cache(maxsize=4096)
def post_code(name: str) -> str | None:
    """The code of the post that an addressee's name means, None where it means no post.

    >>> post_code("AMEMBASSY TOKYO"), post_code("SECSTATE WASHDC"), post_code("EU MEMBER STATES COLLECTIVE")
    ('TOKYO', 'STATE', None)
    """
    words = name.upper().split()
    spellings = mapping("post_spellings", "printed", "code")
    whole = " ".join(words)
    if whole in spellings:
        return spellings[whole]
    if len(words) > 1 and words[0] in PREFIXES:
        place = " ".join(words[1:])
        return spellings.get(place) or place.replace(" ", "")
    code = "".join(words)
    return code if code in _posts() else None


@cache
def _generic() -> tuple[frozenset[str], frozenset[str]]:
    words = [row["word"] for row in rows("generic_bodies")]
    return frozenset(words), frozenset(word for word in words if " " not in word)


def is_generic(name: str) -> bool:
    """Whether a body's name is one that many countries have, so that it needs the country to mean anything.

    >>> is_generic("Ministry of Finance"), is_generic("the MFA"), is_generic("IMF")
    (True, True, False)
    """
    folded = name.casefold().removeprefix("the ")
    phrases, words = _generic()
    return folded in phrases or folded.split(" ", 1)[0] in words
