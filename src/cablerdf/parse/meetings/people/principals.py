"""Heads of states, ministries and bodies who are told of by their office alone: "the Prime Minister", "the Amir"."""

from __future__ import annotations

import re

from cablerdf.parse.entities.register.holders import SHORT
from cablerdf.parse.lexicon.offices import is_person_noun
from cablerdf.parse.meetings.people.allegiance import Allegiance
from cablerdf.parse.meetings.people.party import Party

_TITLE_ON = re.compile(r"\s*(?:[A-Z(/&][\w.()/&’'-]*\s+|(?:of|for|the|and|former|deputy|senior|acting)\s+)*")
_IN_ASIDE = 90
PRINCIPALS = frozenset(
    word
    for words in (
        "Minister President Premier King Amir Emir Sultan Prince Queen Pope Governor Mayor FM PM DFM Director",
        "Chairman Commissioner Chancellor Secretary General Senator Congressman Commander Counselor Advisor",
        "Adviser Judge Speaker",
    )
    for word in words.split()
)
_NOT_ALONE = frozenset(
    ("President", "Secretary", "General", "Vice President", "Deputy Secretary", "Secretary General", "King")
)
# offices of visitors from Washington, where no country stands before them
_VISITING = ("Deputy Secretary", "Under Secretary", "Assistant Secretary")
_GOING_ON = (*_VISITING, "Secretary")
_BEHIND_NAME = re.compile(r",\s+(?:the\s+)?$")
_GOES_ON = re.compile(r"\s+(?P<link>of|for)\s+(?:the\s+)?(?P<office>[A-Z][\w-]+)")
_NEVER_AMERICAN = frozenset((
    "Minister", "Premier", "King", "Amir", "Emir", "Sultan", "Prince", "Queen", "Pope", "FM", "PM", "DFM",
    "Chancellor",
))  # fmt: skip


def principal(text: str, words: list[re.Match[str]], at: int, starts: set[int], allegiance: Allegiance) -> Party | None:
    """ "the Prime Minister", "the Amir" without a name: the person who bears the title, where the cable says so."""
    end = words[at].end()
    possessive = words[at].group()[-2:] in ("'s", "’s")
    following = min((start for start in starts if start >= end), default=None)
    if following is not None and following - end < 80 and _TITLE_ON.fullmatch(text, end, following):
        return None  # a part of the title of him who is named next
    first = _first_word(words, at)
    raw = " ".join(text[words[first].start() : end].removesuffix("'s").removesuffix("’s").split())
    raw = raw.removeprefix("The ")
    if first > 2 and [w.group() for w in words[first - 2 : first]] in (["to", "the"], ["of", "the"], ["for", "the"]):
        held = words[first - 3].group()  # "Assistant to the President", "Office of the Prime Minister"
        if held[0].isupper() or is_person_noun(held):
            return None
    opened = text.rfind("(", max(words[0].start(), end - _IN_ASIDE), end)
    if opened >= 0 and ")" not in text[opened:end]:
        return None  # who the one named before is: "Poe (Deputy Minister of Trade)"
    answer = allegiance.holder(raw, words[first].start())
    index = None if answer is None else answer.person
    if index is not None and allegiance.american[index] and (raw == "President" or raw.split()[-1] in _NEVER_AMERICAN):
        index = None  # that of another country rather
    on = _GOES_ON.match(text, end)
    if raw in _VISITING and on is None and (index is None or not allegiance.american[index]):
        return Party(words[first].start(), end, None, raw, True, possessive)
    if on is not None and raw in _GOING_ON and not _has_office(allegiance, index, on["office"]):
        return None  # "Assistant Secretary of Defense ... Poe" is not the Assistant Secretary
    if _goes_on(text, words[first].start(), raw, on) and on and not _has_office(allegiance, index, on["office"]):
        index = None  # "Minister for Security" is not the Minister of Trade
    if answer is not None and answer.rule in SHORT and on is not None:
        apposed = _BEHIND_NAME.search(text, max(0, words[first].start() - 8), words[first].start()) is not None
        if apposed or f"{raw}{on.group()}" not in _titles(allegiance, index):
            index = None  # "Poe, the Norwegian Director of Ports": of whom is named next to it
    if index is None:
        if raw in _NOT_ALONE:
            return None
        return Party(words[first].start(), end, None, raw, False, possessive)
    ours, known = allegiance.american[index], allegiance.known[index]
    return Party(words[first].start(), end, index, None, ours, possessive, known=known, answer=answer)


def _first_word(words: list[re.Match[str]], at: int) -> int:
    """The index of the first of the words with capitals, five at most, that end in the one at `at`."""
    first = at
    while (
        first
        and at - first < 4
        and words[first - 1].group()[0].isupper()
        and words[first].start() - words[first - 1].end() == 1
    ):
        first -= 1
    return first


def _goes_on(text: str, start: int, raw: str, on: re.Match[str] | None) -> bool:
    """Whether an office goes on with its field, no thanks: "Minister of Trade", not "thanked the Minister for help"."""
    if on is None or raw not in ("Minister", "Director"):
        return False
    return on["link"] == "of" or not text.endswith("the ", 0, start)


def _has_office(allegiance: Allegiance, index: int | None, field: str) -> bool:
    """Whether a title of somebody has the word that an office goes on with."""
    return any(field in title for title in _titles(allegiance, index))


def _titles(allegiance: Allegiance, index: int | None) -> tuple[str, ...]:
    return () if index is None else allegiance.persons[index].titles
