"""Which country, post or body a printed name means, by the tables; None where they do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.vocab.bodies import bare, is_generic, one_form
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
    known = _bodies()
    return known.get(bare(name).casefold().removeprefix("the ")) or known.get(one_form(name))


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


HEADS = ("ministry of ", "department of ")
SMALL = frozenset(("and", "for", "in", "of", "on"))


@cache
def _ways(whose: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before and behind the name of a body to tell that it is of a country, the longest first."""
    for row in rows("countries"):
        if row["name"] == whose:
            names = [name.casefold() for name in (whose, *row["aliases"].split(";")) if name]
            before = [*names, *row["adjectives"].casefold().split(";")]
            behind = [f" of {the}{name}" for name in names for the in ("", "the ")]
            return tuple(sorted((f"{form} " for form in before if form), key=len, reverse=True)), tuple(behind)
    return (), ()


@lru_cache(maxsize=16_384)
def at_home(name: str, whose: str) -> str:
    """The name of a body as its own country uses it.

    >>> at_home("Turkish MFA", "Turkey"), at_home("National Assembly of Pakistan", "Pakistan"), at_home("MFA", "Iran")
    ('MFA', 'National Assembly', 'MFA')
    """
    name = bare(name).removeprefix("the ")
    folded = name.casefold()
    before, behind = _ways(country(whose) or whose)
    for form in before:
        if folded.startswith(form):
            return name[len(form) :]
    return next((name[: -len(form)] for form in behind if folded.endswith(form)), name)


@lru_cache(maxsize=16_384)
def body_label(name: str, whose: str | None) -> str:
    """How a body is called in a collection; what many countries have with its country.

    >>> body_label("Turkish Foreign Ministry", "Turkey"), body_label("Senate", None), body_label("IMF", None)
    ('Ministry of Foreign Affairs (Turkey)', 'Senate', 'International Monetary Fund')
    """
    home = bare(name) if whose is None else at_home(name, whose)
    known = body(home)
    if whose is None or not is_generic(known or home):
        return known or bare(name)
    plain = one_form(home)
    label = known or (titled(plain) if plain.startswith(HEADS) else home[:1].upper() + home[1:])
    return f"{label} ({country(whose) or whose})"


def titled(folded: str) -> str:
    """A folded name with capitals."""
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in folded.split())
