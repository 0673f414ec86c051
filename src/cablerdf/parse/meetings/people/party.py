"""Somebody in a sentence, put together with what stands beside him: his function, an office after a comma."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.lexicon.offices import is_person_noun
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.words.tokens import Token, tokens

# between an officer's function and his name: a blank, or his rank: "Defense Attache Col. Poe"
_RANK = re.compile(r"[ \n.]{1,3}(?:(?:[A-Z][a-z]{1,3}\.|[A-Z]{2,4}|Colonel|Captain|Major|Commander)\s+){0,2}")
_TO_COUNTRY = re.compile(r"\s+(?:to|in)\s+(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z]\w+)?\s+")
# "Poe, Deputy Director", "Poe (PSD), the Governor of", "Poe - a former Peacekeeping Commander"
_APPOSED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|--?|–)\s+(?:(?P<the>the\s+)|an?\s+(?:[a-z]+\s+){0,3})?")
_GOES_ON = re.compile(r"\s+(?:of|for|to|at|in)\b")
# "Minister of Industry, Tourism and Trade Poe"
_FIELDS = re.compile(
    r"\s{1,3}(?:of|for)\s(?:the\s)?[A-Z][\w-]{1,20}(?:,\s{1,3}[A-Z][\w-]{1,20}){1,3},?\s{1,3}and\s{1,3}[A-Z][\w-]{1,20}"
    r"(?:\s{1,3}\([A-Z]{2,8}\))?\s{1,3}"
)
# "Party leader and candidate for Prime Minister Poe"
_RUNS_FOR = re.compile(r"\s{1,3}for\s{1,3}(?:the\s)?(?:[A-Z][\w-]{1,20}\s{1,3}){1,3}")
RUNNING = ("candidate", "nominee", "contender")
_SMALL = frozenset(("of", "for", "the", "and", "in", "&"))
_LONGEST = 110


class Party(NamedTuple):
    """Somebody in a sentence; `person` is an index in the draft's persons, None for a function."""

    start: int
    end: int
    person: int | None
    title: str | None
    ours: bool  # reports to Washington: an officer of the post, a visiting American, "us"
    possessive: bool = False
    pronoun: bool = False
    generic: bool = False  # a noun such as "officials"
    known: bool = True  # the country is known, or it is an officer
    side: str | None = None  # as the sentence has it: "The Polish side included ..."
    abroad: bool = False  # of a country that is neither ours nor that of the post
    office: str | None = None  # told of several at once: "Senators Poe and Roe"
    rule: str = ""  # what shows that he took part
    answer: Answer | None = None  # why an office without a name means him


def together(text: str, found: list[Party], allegiance: Allegiance, host: str | None) -> list[Party]:
    """A function joined to the name after it or before it: "Ambassador Poe", "Lee Roe, Deputy Director"."""
    joined: list[Party] = []
    for party in found:
        while joined and party.person is not None and _entitles(text, joined[-1], party):
            joined.pop()
        last = joined[-1] if joined else None
        if last is not None and _abbreviates(text, last, party):  # "Defense Attache (DATT) Colonel Poe"
            joined[-1] = last._replace(end=party.end + 1)
            continue
        if last is not None and _apposed(text, last, party):
            continue
        if last is not None and last.person is None and last.title is not None and party.person is not None:
            gap = text[last.end : party.start]
            if _RANK.fullmatch(gap) and not last.possessive and not last.generic:
                ours = party.ours or (last.ours and allegiance.may_be_ours(party.person, host))
                known = party.known and ours == party.ours  # ours by nothing but the title
                joined[-1] = party._replace(start=last.start, title=last.title, ours=ours, known=known)
                continue
            if (
                _TO_COUNTRY.fullmatch(gap)
                and (not last.ours or party.known)
                and (not last.generic or "to" not in gap.split())
            ):  # "Kenyan Ambassador to China Ann Poe"
                joined[-1] = party._replace(start=last.start)
                continue
        joined.append(party)
    return joined


def _abbreviates(text: str, last: Party, party: Party) -> bool:
    """Whether a function stands in parentheses right behind the function that it is short for."""
    if party.person is not None or last.person is not None or last.title is None:
        return False
    return text[last.end : party.start].strip() == "(" and text[party.end : party.end + 1] == ")"


def _entitles(text: str, last: Party, party: Party) -> bool:
    """Whether an office without a name is the beginning of the title of the one named next."""
    if last.person is not None or last.title is None or last.ours or last.possessive:
        return False
    gap = text[last.end : party.start]
    if last.generic or not gap.strip():
        runs = last.title.endswith(RUNNING) and _RUNS_FOR.fullmatch(gap)
        return not gap.strip() or bool(runs or _RANK.fullmatch(gap))
    if _FIELDS.fullmatch(gap):
        return True
    if len(gap) > _LONGEST or gap.lstrip().startswith("and") or "," in gap or _RANK.fullmatch(gap):
        return False
    words = tokens(text, last.end, party.start)
    return bool(words) and words[-1].kind in ("role", "prefix", "aside") and all(map(_of_title, words))


def _of_title(word: Token) -> bool:
    return word.text[0].isupper() or word.text in _SMALL or word.kind == "aside" or is_person_noun(word.text)


def _apposed(text: str, last: Party, party: Party) -> bool:
    """Whether an office tells who the one named before is: "Lee Roe, Deputy Director of Customs"."""
    if last.person is None or party.person is not None or party.ours or party.title is None or party.generic:
        return False
    match = _APPOSED.fullmatch(text, last.end, party.start)
    return match is not None and (match["the"] is None or bool(_GOES_ON.match(text, party.end)))
