"""Countries, regions and cities, by tables and by the cable's date."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.link.gazetteer.build import whole
from cablerdf.vocab.tables import mapping, rows

SURE, RETROSPECTIVE = 0.99, 0.97


class State(NamedTuple):
    """What a name means within its dates. `end` is the end of the state, "" where it goes on."""

    qid: str
    name: str
    kind: str
    country: str
    start: str
    end: str
    post: str


class Found(NamedTuple):
    """A territory with the confidence of the link and its reason."""

    qid: str
    label: str
    confidence: float
    reason: str
    shared: bool = False  # the name, or the IRI that it gives, means something else at another date: no identity

    @property
    def sure(self) -> bool:
        """Whether the name alone tells: no date or neighbour in the cable made it less sure."""
        return self.confidence >= SURE


@cache
def _states() -> Mapping[str, tuple[State, ...]]:
    found: dict[str, tuple[State, ...]] = {}
    for row in rows("links_states"):
        state = State(row["qid"], row["name"], row["kind"], row["country"], row["from"], row["to"], row["post"])
        key = whole(row["name"])
        found[key] = (*found.get(key, ()), state)
    return MappingProxyType(found)


@cache
def _cities() -> Mapping[tuple[str, str | None], str]:
    cities = {(whole(row["name"]), country_of(row["country"])): row["qid"] for row in rows("links_cities")}
    return MappingProxyType(cities)


@lru_cache(maxsize=16_384)
def state(name: str, date: str | None, post: str | None = None) -> Found | None:
    """The state that a name means at a date; None where it means none, or several.

    A name whose state is over means that state still, in retrospect; a name whose state is not there yet means nothing.

    >>> state("Germany", "2009-04-03").qid, state("Germany", "1975-01-01"), state("FRG", "1975-01-01").qid
    ('Q183', None, 'Q713750')
    >>> state("USSR", "2009").reason, state("Zaire", "1966")
    ('a state that ended 1991-12-26, in retrospect', None)
    >>> state("Congo", "2009", "KINSHASA").qid, state("Congo", "2009")
    ('Q974', None)
    """
    best: Found | None = None
    for one in _states().get(whole(name), ()):
        if one.kind != "country" or (one.post and one.post != post) or not begun(one, date):
            continue
        over = bool(one.end and date and date[: len(one.end)] > one.end)
        reason = f"a state that ended {one.end}, in retrospect" if over else "a territory of that name at that date"
        found = Found(one.qid, one.name, RETROSPECTIVE if over else SURE, reason, is_shared(name))
        if not over:
            return found
        best = found
    return best


@lru_cache(maxsize=4096)
def is_shared(name: str) -> bool:
    """Whether a name, or another name of the same country in `countries.csv`, means several states over time.

    >>> is_shared("Germany"), is_shared("Soviet Union")
    (True, False)
    """
    key = whole(name)
    names = _same_country().get(key, frozenset({key}))
    return len({one.qid for other in names for one in _states().get(other, ()) if one.kind == "country"}) > 1


@cache
def _same_country() -> Mapping[str, frozenset[str]]:
    """The other names of the countries that a name may mean, by key."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("countries"):
        group = frozenset(whole(one) for one in (row["name"], *row["aliases"].split(";")) if one)
        for key in group:
            found[key] = found.get(key, frozenset()) | group
    return MappingProxyType(found)


def begun(one: State, date: str | None) -> bool:
    """Whether a state is there already; a date that is only a year counts as its end."""
    if not one.start:
        return True
    return date is not None and (date if len(date) > 4 else f"{date[:4]}-12-31") >= one.start


def country_of(name: str | None) -> str | None:
    """The usual name of a country that the parser names in short."""
    return {"US": "United States", "UK": "United Kingdom"}.get(name or "", name)


@lru_cache(maxsize=16_384)
def region(name: str, country: str | None) -> Found | None:
    """A region by name; its country must agree where one is known.

    >>> region("Bavaria", "Germany").qid, region("Georgia", "US"), region("Punjab", None)
    ('Q980', None, None)
    """
    known = country_of(country)
    found = [
        one
        for one in _states().get(whole(name), ())
        if one.kind == "region" and (known is None or one.country in ("", known))
    ]
    if len(found) != 1:
        return None
    return Found(found[0].qid, found[0].name, SURE if known else 0.95, "a region of that name in that country")


@lru_cache(maxsize=16_384)
def city(name: str, country: str | None) -> Found | None:
    """A city by name and country.

    >>> city("TEHRAN", "Iran").qid, city("Paris", "US"), city("Athens", None)
    ('Q3616', None, None)
    """
    qid = _cities().get((whole(name), country_of(country)))
    return Found(qid, name, SURE, "a city of that name in that country") if qid else None


@lru_cache(maxsize=4096)
def post_city(code: str) -> Found | None:
    """The city in which a post stands, by its code.

    >>> post_city("TOKYO").qid
    'Q1490'
    """
    for row in rows("posts"):
        if row["code"] == code and row["country"]:
            return city(row["name"], row["country"])
    return None


def post_country(code: str | None) -> str | None:
    """The country in which a post stands, by its usual name."""
    return mapping("posts", "code", "country").get(code or "") or None
