"""Whose side they are on who are listed with one of ours."""

from __future__ import annotations

import re

from cablerdf.parse.meetings.people.party import Party
from cablerdf.parse.meetings.people.phrases import Sentence
from cablerdf.parse.meetings.words.sides import sides_in

_CUT = re.compile(r"[,;)]")
_JOINED = re.compile(r"\b(?:accompanied|joined)\s+by\b")
_FOREIGN = re.compile(
    r"\b(?:minister|president|premier|king|queen|prince|princess|fm|pm|dfm|mod|mp|mfa|sheikh|emir|amir|sultan|crown|royal"
    r"|parliament|party|prime|ministry|provincial (?:council|director|governor|police|secretary)"
    r"|state (?:(?!acting|assistant|deputy|under)[a-z]{1,20} )?(?:governor|prosecutor|secretary))\b",
    re.IGNORECASE,
)


def one_side(sentence: Sentence, group: list[Party]) -> list[Party]:
    """Where one of a group is ours, the others are too unless a title says otherwise."""
    if not any(p.ours and not p.pronoun for p in group):
        return group
    found: list[Party] = []
    for party in group:
        joined = found and party.known and _JOINED.search(sentence.low, found[-1].end, party.start)
        foreign = party.person is None or party.abroad or bool(joined) or foreign_title(sentence, party)
        found.append(party if party.ours or foreign else party._replace(ours=True))
    return found


def foreign_title(sentence: Sentence, party: Party) -> bool:
    """Whether what stands before a name tells of another country: "Czech Secretary Poe", "FM Poe"."""
    before = sentence.text[max(sentence.span.start, party.start - 60) : party.start].rpartition(" and ")[2]
    title = _CUT.split(before)[-1]
    return bool(_FOREIGN.search(title)) or any(side != "US" for _, _, side in sides_in(title))


def with_staff(sentence: Sentence, group: list[Party]) -> list[Party]:
    """Those who met others: whoever is listed without a name behind one of ours came with him."""
    ours = bool(group) and group[0].ours and not group[0].pronoun
    if not ours:
        return group
    staff = [p for p in group[1:] if p.generic and p.person is None and not sides_in(sentence.text[p.start : p.end])]
    return [p._replace(ours=True) if p in staff else p for p in group]
