"""Where a sentence tells of several meetings at once: "met with Poe and subsequently with Roe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence
from cablerdf.parse.meetings.words.cues import Cue
from cablerdf.parse.meetings.words.sides import sides_in
from cablerdf.parse.meetings.words.when import Dated

# who came with the one named before: no meeting of his own
_COMPANY = re.compile(
    r"\b(?:accompanied|joined|flanked|assisted|supported|attended)\s+by\b|\b(?:along|together)\s+with\b|\bas\s+did\b"
    r"|\b(?:and|with)\s+(?:his|her|their)\b"
)
_THEN = re.compile(
    r"(?:\band|,)\s+(?:then|subsequently|later|afterwards?|immediately\s+after(?:wards?)?|separately|thereafter)\b"
    r"|\bfollowed\s+by\b"
)

PLURAL = ("meetings", "conversations")  # with several people: one with each
_SEPARATE = re.compile(
    r"\W*(?:[a-z]+[:.] )?(?:in|during|at)\s+(?:\w+\s+)?(?:separate|respective)\s+(?:[\w-]+\s+){0,3}"
    r"(?:meetings|talks|calls)\b"
)
_IN_SEPARATE = re.compile(r"\s{1,3}(?:in|during|at)\s{1,3}separate\s{1,3}(?:meetings|conversations|talks|calls)\b")


def one_by_one(sentence: Sentence, cue: Cue, theirs: Sequence[Party], before: str, last: int) -> bool:
    """Whether a sentence tells that those met were met separately.

    `before` is what stands before the cue, `last` is where the last of those who took part ends.
    """
    low = sentence.low
    several = cue.form.startswith("meetings")
    return (
        "separately" in before[-25:] + low[cue.start : cue.end + 20]
        or ("separate" in before and cue.form.split()[0].endswith("s"))
        or (several and ("series of" in before or _of_several_sides(sentence, theirs)))
        or (cue.form.startswith(PLURAL) and _row(sentence, cue, theirs))
        or bool(_SEPARATE.match(low, sentence.span.start, cue.start) or _IN_SEPARATE.match(low, last))
    )


def _row(sentence: Sentence, cue: Cue, theirs: Sequence[Party]) -> bool:
    """Whether all of the other side, nobody of ours among them, are listed behind a cue."""
    last = max(p.end for p in theirs)
    return all(p.start >= cue.end for p in theirs) and not any(
        p.ours and cue.end <= p.start < last for p in sentence.parties
    )


def _of_several_sides(sentence: Sentence, theirs: Sequence[Party]) -> bool:
    """Whether titles tell that people are of different countries: "meetings with Czech FM Poe and Polish MOD Roe"."""
    named = [p for p in theirs if p.person is not None]
    edges = [sentence.span.start, *(p.end for p in named)]
    sides = [sides_in(sentence.text[max(edge, p.start - 90) : p.start]) for edge, p in zip(edges, named, strict=False)]
    return len(named) > 1 and all(sides) and len({found[-1][2] for found in sides if found}) > 1


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
