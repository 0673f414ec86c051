"""International organisations and agencies, by table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.link.gazetteer.build import whole
from cablerdf.link.tables.territories import SURE, Found
from cablerdf.vocab.tables import rows

# Ministry of Foreign Affairs (MFA)
ABBREVIATION = re.compile(r"(?<!\s)\s*+\(([A-Za-z0-9&./-]{2,12})\)$")
# British and American spelling, and the two ways to name the United Nations.
SPELLINGS = (
    ("organisation", "organization"), ("programme", "program"), ("labour", "labor"), ("defence", "defense"),
    ("co operation", "cooperation"), ("united nations ", "un "), ("u s ", "us "), ("united states ", "us "),
)  # fmt: skip
PROBABLE = 0.95


class Body(NamedTuple):
    """A body of the table: `country` is the one whose it is, `beside` what must be named with it."""

    qid: str
    label: str
    country: str
    beside: str
    start: str
    end: str


@lru_cache(maxsize=16_384)
def key(name: str) -> str:
    """A body's name as one key.

    >>> key("the International Labour Organisation"), key("United Nations Security Council"), key("U.N.")
    ('international labor organization', 'un security council', 'un')
    """
    folded = whole(name)
    for old, new in SPELLINGS:
        if old in folded:
            folded = folded.replace(old, new)
    return folded


@cache
def _bodies() -> Mapping[str, tuple[Body, ...]]:
    found: dict[str, tuple[Body, ...]] = {}
    for row in rows("links_organizations"):
        body = Body(row["qid"], row["name"], row["country"], row["beside"], row["from"], row["to"])
        for name in dict.fromkeys(key(n) for n in (row["name"], *row["aliases"].split(";")) if n):
            found[name] = (*found.get(name, ()), body)
    return MappingProxyType(found)


def printed_names(name: str, aliases: Iterable[str] = ()) -> tuple[str, ...]:
    """The names that may be looked up: where the first is written out, an abbreviation alone proves nothing.

    >>> printed_names("Ministry of Interior (MOI)", ["MOI"]), printed_names("UN", ["United Nations"])
    (('Ministry of Interior',), ('UN', 'United Nations'))
    """
    bare = ABBREVIATION.sub("", " ".join(name.split())) or name
    written = len(bare.split()) > 1
    others = (alias for alias in aliases if not written or " " in alias)
    return tuple(dict.fromkeys((bare, *others)))


def body(names: tuple[str, ...], country: str | None, date: str | None, others: frozenset[str]) -> Found | None:
    """The body of the table that the names of one organisation mean; None where they mean none, or two.

    Args:
        names: its printed names.
        country: whose it is, where that is known.
        date: the cable's.
        others: keys of all bodies that the cable names.

    >>> body(("IAEA",), None, "2009", frozenset()).qid, body(("General Assembly",), None, "2009", frozenset())
    ('Q41984', None)
    >>> body(("General Assembly",), None, "2009", frozenset({"un"})).qid
    'Q47423'
    """
    found = {
        one.qid: one
        for name in names
        for one in _bodies().get(key(name), ())
        if fits(one, country, date) and (not one.beside or any(o == "un" or o.startswith("un ") for o in others))
    }
    if len(found) != 1:
        return None
    (one,) = found.values()
    sure = PROBABLE if one.beside else SURE
    return Found(one.qid, one.label, sure, "a body of that name in the table")


def fits(one: Body, country: str | None, date: str | None) -> bool:
    """Whether country and date allow a body."""
    if country not in (None, "", one.country) and not (country in ("UN", "EU", "NATO") and not one.country):
        return False
    return not (one.start and date and date[:10] < one.start[: len(date)])
