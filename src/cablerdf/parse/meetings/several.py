"""Where a sentence tells of several meetings at once: "met with Poe and subsequently with Roe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cablerdf.parse.meetings.party import Party
from cablerdf.parse.meetings.when import Dated

# who came with the one named before: no meeting of his own
_COMPANY = re.compile(
    r"\b(?:accompanied|joined|flanked|assisted|supported|attended)\s+by\b|\b(?:along|together)\s+with\b|\bas\s+did\b"
    r"|\b(?:and|with)\s+(?:his|her|their)\b"
)
_THEN = re.compile(
    r"(?:\band|,)\s+(?:then|subsequently|later|afterwards?|immediately\s+after(?:wards?)?|separately|thereafter)\b"
    r"|\bfollowed\s+by\b"
)


def openings(low: str, theirs: Sequence[Party], each: bool) -> frozenset[int]:
    """Where those begin with whom another meeting begins: with `each` of them, or with him whom "then" leads to.

    >>> met = [Party(9, 12, 0, None, False), Party(30, 33, 1, None, False)]
    >>> openings("met with poe and subsequently roe", met, each=False)
    frozenset({30})
    """
    named = [p for p in theirs if p.person is not None] or list(theirs)
    found: set[int] = set()
    for before, party in pairwise(named):
        gap = low[before.end : party.start]
        if not _COMPANY.search(gap) and (each or _THEN.search(gap)):
            found.add(party.start)
    return frozenset(found)


def by_opening(theirs: Sequence[Party], opens: frozenset[int]) -> list[list[Party]]:
    """Those of each meeting, a new one where somebody of `opens` begins."""
    groups: list[list[Party]] = []
    for party in theirs:
        if not groups or party.start in opens:
            groups.append([])
        groups[-1].append(party)
    return groups


def by_day(theirs: Sequence[Party], days: Sequence[Dated | None]) -> list[tuple[list[Party], Dated | None]]:
    """Those of each day: "Poe on May 3 and Roe and Lee on May 4"; who comes after the last day belongs to it."""
    found: list[tuple[list[Party], Dated | None]] = []
    waiting: list[Party] = []
    for party, day in zip(theirs, days, strict=True):
        waiting.append(party)
        if day is not None:
            found.append((waiting, day))
            waiting = []
    if waiting and found:
        found[-1] = ([*found[-1][0], *waiting], found[-1][1])
    return found
