"""What kind of office a printed title or a gazetteer's position is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.link.names.fold import plain
from cablerdf.vocab.tables import rows

POSSESSIVE = re.compile(r"['’]s?(?=\s)")
TOKEN = re.compile(r"[a-z0-9/]+|[,;:()]")
LONGEST = 9  # words of the longest phrase in the table
TOP = frozenset({"head-of-state", "head-of-government"})  # telegrams name who is in these without the office
FILLER = "filler"
OTHER_HEAD = "other-head"  # who presides over a body or a region
PLACED = frozenset({"director", "governor", "mayor", "minister", "deputy-minister", "advisor", "judge", OTHER_HEAD})
LINKS = frozenset(
    {"of", "for", "in", "at", "on", "and", "under", "from", "with"}
    | {"de", "du", "des", "di", "del", "della", ",", ";", ":", "(", ")"}
)
NATIONAL = re.compile(r"(?:republic|government|union|council of ministers|nation|state)(?: of (?:the )?(?P<what>.+))?$")
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
        ("assistant-secretary", "director"),
        ("commander", "director"), ("commander", "military-chief"), ("military-chief", "head-of-state"),
        ("judge", "chief-justice"), ("judge", "attorney-general"), ("cleric", "head-of-state"),
        ("diplomat", "deputy-minister"), ("advisor", "ambassador"), ("minister", "party-leader"),
        (OTHER_HEAD, "director"), (OTHER_HEAD, "governor"), (OTHER_HEAD, "speaker"), (OTHER_HEAD, "party-leader"),
        (OTHER_HEAD, "head-of-state"), (OTHER_HEAD, "head-of-government"), ("director", "spy-chief"),
        ("commander", "spy-chief"), ("director", "military-chief"),
    )
)  # fmt: skip


class Office(NamedTuple):
    """A kind of office: who one is, of what, whether it is said to be over, and the words that name body or place."""

    role: str | None
    portfolio: str | None = None
    former: bool = False
    of: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """A phrase of the table within a title, or a word that is none."""

    text: str
    kinds: tuple[tuple[str, str], ...]
    size: int
    clause: int  # how many linking words stand before it
    owner: bool  # whether it follows `to`: advisor to the President


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("link_offices"):
        if row["kind"] == FILLER:
            continue
        found[row["words"]] = (*found.get(row["words"], ()), (row["kind"], row["value"]))
    return MappingProxyType(found)


@cache
def _fillers() -> frozenset[str]:
    """Words that say neither which office, nor of which body or place."""
    return frozenset(row["words"] for row in rows("link_offices") if row["kind"] == FILLER)


@cache
def _countries() -> frozenset[str]:
    """Names, adjectives and governments of countries, folded."""
    columns = ("name", "aliases", "adjectives", "governments")
    return frozenset(plain(one) for row in rows("countries") for name in columns for one in row[name].split(";") if one)


@lru_cache(maxsize=65_536)
def office(title: str) -> Office:
    """The kind of office that a title names.

    The role is that of the first clause that has one: there the longest phrase of the table wins, then the last, and a
    rank or style gives way to any other. Names that sources give their files (`finance_minister`) are no titles.

    >>> office("Iranian FM")[:2] == office("Minister of Foreign Affairs")[:2], office("Minister of Foreign Affairs")[:2]
    (True, ('minister', 'foreign'))
    >>> office("Vice Premier of the State Council").role, office("former Prime Minister")[:3]
    ('deputy-head', ('head-of-government', None, True))
    >>> office("Deputy Secretary of State").role, office("ambassador to Canada").role, office("driver").role
    ('deputy-minister', 'ambassador', None)
    >>> office("Justice Minister")[:2], office("friend to the President").role, office("Club President").role
    (('minister', 'justice'), None, 'other-head')
    """
    if "_" in title:
        return Office(None)
    pieces = cut(plain(POSSESSIVE.sub(" ", title)).replace("-", " "))
    chosen = role_of(pieces)
    portfolio = next((v for p in pieces if not p.owner for k, v in p.kinds if k == "portfolio"), None)
    former = any(kind == "time" for p in pieces for kind, _value in p.kinds)
    if chosen is None:
        role = "minister" if portfolio is not None and sum(p.size for p in pieces) <= 2 else None
        return Office(role, portfolio, former)
    at, role = chosen
    if role in TOP and not is_national(pieces, at):
        role = OTHER_HEAD
    return Office(role, portfolio, former, named(pieces, at))


def cut(text: str) -> list[Piece]:
    """A folded title as phrases of the table and single words."""
    tokens, phrases = TOKEN.findall(text), _phrases()
    found: list[Piece] = []
    at = clause = 0
    owner = False
    while at < len(tokens):
        for length in range(min(LONGEST, len(tokens) - at), 0, -1):
            words = " ".join(tokens[at : at + length])
            if words in phrases or length == 1:
                break
        kinds = phrases.get(words, ())
        if not kinds:
            clause += words in LINKS
            owner = words == "to" or (owner and words not in ",;:()")
        found.append(Piece(words, kinds, length, clause, owner))
        at += length
    return found


def role_of(pieces: list[Piece]) -> tuple[int, str] | None:
    """Which piece names the role, and the role."""
    ranked = [
        ((kind == "rank", piece.clause, -piece.size, -at), at, value)
        for at, piece in enumerate(pieces)
        if not piece.owner
        for kind, value in piece.kinds
        if kind in ("role", "rank")
    ]
    if not ranked:
        return None
    _order, at, role = min(ranked)
    return at, role


def is_national(pieces: list[Piece], at: int) -> bool:
    """Whether a president or premier is that of a country: nothing says of what else."""
    before = [p.text for p in pieces[:at] if not p.kinds and p.clause == pieces[at].clause and p.text not in LINKS]
    if (
        any(word not in _fillers() and word not in _countries() for word in before)
        and " ".join(before) not in _countries()
    ):
        return False
    rest = [p.text for p in pieces[at + 1 :]]
    if rest[:1] != ["of"]:
        return True
    what = " ".join(rest[1:]).partition(" ,")[0].removeprefix("the ").partition(" and ")[0]
    state = NATIONAL.match(what)
    return what in _countries() or (state is not None and (state["what"] is None or state["what"] in _countries()))


def named(pieces: list[Piece], at: int) -> frozenset[str]:
    """The words that tell of which body or place an office is."""
    return frozenset(
        word
        for piece in pieces[:at] + pieces[at + 1 :]
        if not any(kind in ("role", "rank", "time") for kind, _value in piece.kinds)
        for word in piece.text.split()
        if word not in LINKS and word not in _fillers() and word not in _countries() and word != "to"
    )


def agreement(printed: Office, known: Office) -> int:
    """How far two offices agree: 3 role and portfolio, 2 role, 1 kindred roles, 0 not at all.

    >>> agreement(office("Foreign Minister"), office("Minister of Foreign Affairs"))
    3
    >>> agreement(office("President"), office("Prime Minister")), agreement(office("King"), office("Mayor"))
    (1, 0)
    >>> [agreement(office("Lima Mayor"), office(f"Mayor of {city}")) for city in ("Lima", "Cusco")]
    [3, 1]
    """
    if printed.role is None or known.role is None:
        return 0
    if printed.role != known.role:
        return 1 if frozenset((printed.role, known.role)) in KIN else 0
    if printed.portfolio != known.portfolio:
        return 2 if printed.portfolio is None or known.portfolio is None else 1
    if printed.portfolio is not None or printed.role not in PLACED:
        return 3
    if printed.of & known.of or not (printed.of or known.of):
        return 3
    return 2 if not (printed.of and known.of) or printed.role == "minister" else 1
