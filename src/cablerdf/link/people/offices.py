"""What kind of office a printed title or a gazetteer's position is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.link.names.fold import plain
from cablerdf.vocab.tables import rows

WORDS = re.compile(r"[a-z0-9/]+")
LONGEST = 7  # words of the longest phrase in the table
TOP = frozenset({"head-of-state", "head-of-government"})  # telegrams name who is in these without the office
# Roles that one office may be called by either of.
KIN = frozenset(
    frozenset(pair)
    for pair in (
        ("head-of-state", "royal"), ("head-of-state", "head-of-government"), ("ambassador", "diplomat"),
        ("senator", "legislator"),
        ("commander", "head-of-state"), ("director", "minister"), ("director", "deputy-minister"),
        ("deputy-minister", "minister"), ("party-leader", "legislator"), ("party-leader", "head-of-state"),
        ("advisor", "security-advisor"), ("advisor", "chief-of-staff-politician"), ("speaker", "legislator"),
        ("deputy-head", "minister"), ("state-councilor", "party-leader"), ("governor", "party-leader"),
        ("assistant-secretary", "deputy-minister"), ("assistant-secretary", "ambassador"),
        ("commander", "director"), ("commander", "military-chief"), ("military-chief", "head-of-state"),
        ("judge", "chief-justice"), ("judge", "attorney-general"), ("cleric", "head-of-state"),
        ("diplomat", "deputy-minister"), ("advisor", "ambassador"), ("minister", "party-leader"),
    )
)  # fmt: skip


class Office(NamedTuple):
    """A kind of office: who one is, of what, and whether it is said to be over."""

    role: str | None
    portfolio: str | None = None
    former: bool = False


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("link_offices"):
        found[row["words"]] = (*found.get(row["words"], ()), (row["kind"], row["value"]))
    return MappingProxyType(found)


@lru_cache(maxsize=65_536)
def office(title: str) -> Office:
    """The kind of office that a title names; the longest phrase of the table wins, then the last of equals.

    >>> office("Iranian FM") == office("Minister of Foreign Affairs"), office("Minister of Foreign Affairs")
    (True, Office(role='minister', portfolio='foreign', former=False))
    >>> office("Vice Premier of the State Council").role, office("former Prime Minister")
    ('deputy-head', Office(role='head-of-government', portfolio=None, former=True))
    >>> office("Deputy Secretary of State").role, office("ambassador to Canada").role, office("driver").role
    ('deputy-minister', 'ambassador', None)
    """
    words = WORDS.findall(plain(title).replace("-", " "))
    role, size, portfolio, former = None, 0, None, False
    at = 0
    phrases = _phrases()
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            kinds = phrases.get(" ".join(words[at : at + length]))
            if kinds is not None:
                for kind, value in kinds:
                    if kind == "role" and length > size:
                        role, size = value, length
                    elif kind == "portfolio":
                        portfolio = portfolio or value
                    elif kind == "time":
                        former = True
                break
        else:
            length = 1
        at += length
    if role is None and portfolio is not None:
        role = "minister" if len(words) <= 2 else None
    return Office(role, portfolio, former)


def agreement(printed: Office, known: Office) -> int:
    """How far two offices agree: 3 role and portfolio, 2 role, 1 kindred roles, 0 not at all.

    >>> agreement(office("Foreign Minister"), office("Minister of Foreign Affairs"))
    3
    >>> agreement(office("President"), office("Prime Minister")), agreement(office("King"), office("Mayor"))
    (1, 0)
    """
    if printed.role is None or known.role is None:
        return 0
    if printed.role == known.role:
        if printed.portfolio == known.portfolio:
            return 3
        if printed.portfolio is None or known.portfolio is None:
            return 2
        return 1
    return 1 if frozenset((printed.role, known.role)) in KIN else 0
