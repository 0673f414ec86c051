"""Which country, post or body a printed name means, by the tables; None where they do not say."""

from __future__ import annotations

import re
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


# First word of a post's name as an addressee (5 FAH-2).
POST_WORDS = frozenset({"AMEMBASSY", "AMCONSUL", "AMCONGEN", "AMCONSULATE", "USMISSION", "USINT", "USLO"})


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
    if is_post(name):
        whole = " ".join(words[1:])
        words = words[1:]
        if whole in spellings:
            return spellings[whole]
    code = "".join(words)
    return code if code in _posts() else None


def is_post(name: str) -> bool:
    """Whether an addressee's name says that it is a post, known or not.

    >>> is_post("AMEMBASSY ATLANTIS"), is_post("NSC WASHDC")
    (True, False)
    """
    return name.upper().split(" ", 1)[0] in POST_WORDS


def office(name: str) -> str:
    """An addressee that is no post, with the usual variants of Washington and Department made one.

    >>> office("DEPT OF ENERGY WASHINGTON DC")
    'DEPARTMENT OF ENERGY WASHDC'
    """
    words = " ".join(name.upper().replace(",", " ").replace(".", "").split())
    return OFFICE_VARIANTS.sub(lambda match: "WASHDC" if match[0].startswith("WASH") else "DEPARTMENT", words)


# WASHINGTON DC, DEPT OF STATE
OFFICE_VARIANTS = re.compile(r"\b(?:WASHINGTON D ?C|WASH DC|DEPT)\b")


@cache
def _bodies() -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for row in rows("organizations"):
        for name in (row["name"], row["abbreviation"], *row["aliases"].split(";")):
            if name:
                found.setdefault(name.casefold(), set()).add(row["name"])
    return MappingProxyType({name: next(iter(bodies)) for name, bodies in found.items() if len(bodies) == 1})


@lru_cache(maxsize=16_384)
def body(name: str) -> str | None:
    """The usual name of a body that the tables know under one of its names or its abbreviation.

    >>> body("UNSC"), body("Council of Elders")
    ('UN Security Council', None)
    """
    return _bodies().get(bare(name).casefold().removeprefix("the "))


# International Monetary Fund (IMF)
ABBREVIATION = re.compile(r"(?<!\s)\s*+\([A-Za-z0-9&./-]{2,12}\)$")


def bare(name: str) -> str:
    """A body's name on one line, without its abbreviation in parentheses.

    >>> bare("Ministry of Foreign Affairs (MFA)")
    'Ministry of Foreign Affairs'
    """
    return ABBREVIATION.sub("", " ".join(name.split())) or name


@cache
def _places() -> Mapping[str, str]:
    return MappingProxyType(
        {row["name"].casefold(): row["name"] for table in ("cities", "places") for row in rows(table)}
    )


def place_label(name: str) -> str:
    """A country by its usual name, a place that is printed in capitals as the tables write it.

    >>> place_label("MOSCOW"), place_label("ROK"), place_label("Atlantis")
    ('Moscow', 'South Korea', 'Atlantis')
    """
    return country(name) or _places().get(name.casefold()) or name


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
