"""For whom the people of a telegram act: which of them for the United States, and where they are named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from cablerdf.model import Mention, Person, Span
from cablerdf.parse.entities.register.answers import Answer
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.meetings.words.sides import side_of, sides_in
from cablerdf.parse.meetings.words.title_sides import us_side
from cablerdf.parse.text import lowered

_AMERICAN = re.compile(
    r"\b(?:Department of State|State Department|Homeland Security|CODEL|Staffdel|SecState"
    r"|Secretary of State Legal Advis[eo]r|Deputy Assistant to the (?:Vice )?President|White House"
    r"|Overseas Private Investment Corporation|Peace Corps|Millennium Challenge|Drug Enforcement Administration"
    r"|Federal Bureau of Investigation|Immigration and Customs Enforcement|Federal Aviation Administration"
    r"|Transportation Security Administration|Defense Threat Reduction Agency|National Counterterrorism Center"
    r"|Director of National Intelligence|(?:European|Africa|Pacific) Command|Coast Guard District"
    r"|Deputy Attorney General for the Criminal Division)\b",
    re.IGNORECASE,
)
# words of titles that only Americans bear: "U.S. Africa Command Commander General", "S/CT Coordinator"
_AMERICAN_WORDS = frozenset(
    word
    for words in (
        "U.S. US American AFRICOM CENTCOM USCENTCOM EUCOM PACOM SOUTHCOM NORTHCOM STRATCOM SOCOM AFCENT",
        "USAFCENT CODEL CODELs CODELS Codel STAFFDEL Staffdel DAS PDAS A/S U/S USAID USDP DASD ASD SRAP NSC CJCS",
        "Congressman Congressmen Congresswoman Poloff PolOff PolCouns Polcouns DCM Emboff EmbOff Econoff EconOff",
        "EUR NEA WHA EAP SCA ISN INL VCI DRL OES EEB",
    )
    for word in words.split()
)
_AMERICAN_PAIRS = frozenset(("State Department", "Senate staff", "Senate Staff", "House staff"))
# "Poe (D-MA)", "Poe, staff member of the Senate Foreign Relations Committee"
_STATE = re.compile(
    r"\s*\([RDI][-/ ][A-Z]{2}\)"
    r"|,\s(?:(?!with\b|to\b|met\b|told\b)[\w.'’&/-]{1,20}\s){0,8}"
    r"(?:U\.S\. Senate|Senate Foreign Relations|Senate Armed Services|House Foreign Affairs|State Department"
    r"|Department of State|U\.S\. Department|U\.S\. Embassy|U\.S\. \w+ Command|Homeland Security)\b"
)
_BUREAU = re.compile(r"\s*\((?P<office>[A-Z][A-Za-z/&.() -]{1,30})\)")  # "Poe (S/WCI)"
# "MFA's Ambassador Poe", "EU Ambassador Poe"
_OTHERS_BEFORE = re.compile(
    r"\b(?:MFA|FCO|MOFA|Foreign\s+(?:Ministry|Office)|EU|European\s+Union|Commission|UN(?!VIE|CLAS)[A-Z]{2,7}|OSCE|ICRC"
    r"|Ministry\s+of\s+[A-Z][\w'’-]+(?:\s+(?:and\s+)?[A-Z][\w'’-]+){0,3})(?:['’]s?)?\s+"
    r"(?:(?:\([A-Z]{2,8}\)|[A-Z][\w/-]*|of|for|the|mission|deputy|head|desk|officer|director|\w*chief)\s+){1,6}$"
)
# "Polish Embassy Commercial Counselor Poe"
_EMBASSY_BEFORE = re.compile(
    r"(?<![\w.])(?P<country>[A-Z][\w.]*+)\s++(?:Embassy|Consulate)(?:['’]s?)?\s++(?:[A-Z][\w/-]*+\s++){0,5}$"
)
# "Poe, the head of the Iraqi MFA's division", "Poe, third ranking diplomat at the MFA"
_APPOSED = re.compile(
    r"\s*,\s+(?=[a-z])(?:(?:the|an?)\s+)?(?P<office>(?:(?!who\b|and\b|met\b|to\b|of\b|for\b|at\b)[\w'-]+\s+){1,5}"
    r"(?:of|for|at)\s+(?:the\s+)?[\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3})"
)
_OTHERS = re.compile(
    r"\b(?:MFA|MOFA|FCO|Foreign (?:Ministry|Office)|Ministry of Foreign Affairs|EU|European Commission)\b"
)
_SMALL = frozenset(("of", "for", "the", "and", "led", "by", "staff"))
# small words that a title may end in, besides those in "chief"
_ENDS_TITLE = _SMALL | {"mission", "deputy", "head", "desk", "officer", "director"}
# words that end a title in a subject line, which is in capitals throughout
_NO_TITLE = frozenset(
    word
    for words in (
        "with and to on in by from at over meets meet meeting meetings met tells told discuss discusses discussed",
        "presses urges visit visits visiting call calls lunch dinner conversation conversations talks briefs hosts",
    )
    for word in words.split()
)
_NOT_OURS_AFTER = frozenset(("to", "in", "of", "with", "the"))
_BREAK = re.compile(r"\n\s*\n|¶|[a-z)]\.\s|[;:]\s")
_DEPARTMENTS = frozenset(
    ("State", "Defense", "Energy", "Commerce", "Treasury", "Agriculture", "Labor", "Transportation")
)
# "STAFFDEL POE"
_VISITOR = re.compile(r"\b(?:codels?|staffdels?)\s(?P<family>[A-Za-z][\w'-]{2,20})", re.IGNORECASE)
# "Fred Poe has cleared this message"
_CLEARED = re.compile(
    r"\b(?P<family>[A-Z][\w'-]{2,20})\s(?:(?:has|have|had|did|not|the|an|reviewed|and|opportunity|to)\s){0,7}clear(?:ed)?\s"
    r"(?:on\s)?this\s(?:message|cable|telegram|report)"
)
# "American Airlines": a company
_COMPANIES = ("Airlines", "Express", "Chamber", "University", "School", "Bank", "Tower", "International", "Tobacco")
_BEFORE_CLEARED = 100  # characters from a name to "cleared", and to the end of "this message"
_SEEN = 3  # mentions of a person looked at for an American title


def families_of_ours(text: str) -> set[str]:
    """Family names, in small letters, of those whom a text shows to be Americans: CODELs, who cleared it.

    >>> sorted(families_of_ours("CODEL Poe left. Under Secretary Ann Roe has cleared this message."))
    ['poe', 'roe']
    """
    low = lowered(text)
    visited = "codel" in low or "staffdel" in low
    found = {match["family"].lower() for match in _VISITOR.finditer(text)} if visited else set()
    at = text.find("clear")
    while at >= 0:
        match = _CLEARED.search(text, max(0, at - _BEFORE_CLEARED), at + _BEFORE_CLEARED)
        if match is not None:
            found.add(match["family"].lower())
        at = text.find("clear", at + 5)
    return found


class Allegiance:
    """For whom each person of a draft acts, and the mentions of people in a stretch of text."""

    def __init__(
        self,
        text: str,
        persons: tuple[Person, ...],
        mentions: tuple[Mention, ...],
        holder: Callable[[str, int], Answer | None] = lambda office, position: None,
    ) -> None:
        self.persons = persons
        self.holder = holder  # who is meant by an office without a name, at a place
        self.host: str | None = None  # the country of the post
        self.first_person: dict[int, str] = {}  # where "I" stands → the writer's office
        self.visited = False  # whether a delegation of ours is told of
        self.mentions = sorted((m for m in mentions if m.kind == "person"), key=lambda m: m.span)
        self.starts = [m.span.start for m in self.mentions]
        visitors = families_of_ours(text)
        self.american = [is_american(p) or p.name.split()[-1].lower() in visitors for p in persons]
        self.foreign = [False] * len(persons)
        self.sides: dict[int, str] = {}  # by person: of whose embassy he is
        self._by_title(text)
        self.known = [
            p.country is not None or ours or theirs
            for p, ours, theirs in zip(persons, self.american, self.foreign, strict=True)
        ]

    def _by_title(self, text: str) -> None:
        """Takes those for Americans whom a title beside one of their first mentions shows to be."""
        seen: dict[int, int] = {}
        last = 0
        for mention in self.mentions:
            index, begin, last = mention.entity, max(last, mention.span.start - 90, 0), mention.span.end
            if seen.get(index, 0) >= _SEEN:
                continue
            before = _phrase_before(text, mention.span, begin)
            if self.american[index]:
                if self.persons[index].method != "header" and _named_by_others(text, mention.span, begin, before):
                    self.american[index], self.foreign[index] = False, True
                    side = _embassy(text, mention.span, begin)
                    if side is not None:
                        self.sides[index] = side
                continue
            seen[index] = seen.get(index, 0) + 1
            aside = _BUREAU.match(text, mention.span.end)
            if (
                _STATE.match(text, mention.span.end)
                or _leads_to(before)
                or (aside is not None and us_side(aside["office"]))
            ):
                self.american[index] = True
            elif _of_others(text, mention.span, begin, before):
                self.foreign[index] = True

    def is_abroad(self, index: int) -> bool:
        """Whether a person is known to be of a country that is neither ours nor that of the post."""
        country = self.persons[index].country
        return country is not None and not self.american[index] and plain_country(country) not in ("US", self.host)

    def may_be_ours(self, index: int, host: str | None) -> bool:
        """Whether a person with an officer's function is ours: of unknown country, or of the host's by default."""
        if self.foreign[index] and not self.american[index]:
            return False
        country = self.persons[index].country
        return country is None or plain_country(country) == host

    def within(self, span: Span) -> list[Mention]:
        """The mentions that begin in a stretch of text."""
        return self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def _phrase_before(text: str, name: Span, begin: int) -> str:
    """What stands before a name up to the last break; "" where it ends in a small word that ends no title."""
    before = text[begin : name.start]
    last = "".join(before.rsplit(None, 1)[-1:])
    if last.isalpha() and last.islower() and last not in _ENDS_TITLE and not last.endswith("chief"):
        return ""
    broken = "." in before or ";" in before or ":" in before or "¶" in before or before.count("\n") > 1
    return _BREAK.split(before)[-1] if broken else before


def _named_by_others(text: str, name: Span, begin: int, before: str) -> bool:
    """Whether another government's or body's office stands right before a name: "MFA DG for North America Poe"."""
    if before and _OTHERS_BEFORE.search(before.rpartition(",")[2]):
        return True
    return _embassy(text, name, begin) not in (None, "US")


def _embassy(text: str, name: Span, begin: int) -> str | None:
    """Of whose embassy somebody is: "Polish Embassy Counselor Poe"."""
    if text.find("Embassy", begin, name.start) < 0 and text.find("Consul", begin, name.start) < 0:
        return None
    match = _EMBASSY_BEFORE.search(text, begin, name.start)
    return side_of(match["country"]) if match is not None else None


def _of_others(text: str, name: Span, begin: int, before: str) -> bool:
    """Whether what is printed beside a name is another government's or body's: "Poe, head of the Iraqi MFA's ..."."""
    if _named_by_others(text, name, begin, before):
        return True
    after = _APPOSED.match(text, name.end)
    if after is None:
        return False
    sides = {side for _, _, side in sides_in(after["office"])}
    return "US" not in sides and bool(sides or _OTHERS.search(after["office"]))


def _leads_to(before: str) -> bool:
    """Whether a text ends in an American title, so that the name after it is an American's."""
    words = before.split()
    for n in range(len(words) - 1, -1, -1):
        word = words[n]
        if word.isupper() and word.lower() in _NO_TITLE:
            return False
        pair = " ".join(words[n : n + 2])
        if pair.startswith("of ") and word == "of" and n and _of_department(words[:n], pair):
            return True
        if word == "American" and words[n + 1 : n + 2] and words[n + 1].startswith(_COMPANIES):
            return False
        ours = word in _AMERICAN_WORDS or word.split("/")[0] in _AMERICAN_WORDS or pair in _AMERICAN_PAIRS
        if ours or (word.startswith("S/") and word[2:].isalpha() and word[2:] not in ("NF", "REL", "Rel")):
            if n and words[n - 1].lower() in ("the", "to") and n > 1 and words[n - 2].lower() in _NOT_OURS_AFTER:
                return False  # "Ambassador to the U.S. Poe"
            return not any(side != "US" for _, _, side in sides_in(" ".join(words[max(0, n - 2) :])))
        if not (word[0].isupper() or word[0] in "(/&" or word in _SMALL):
            return False
    return False


def _of_department(before: list[str], pair: str) -> bool:
    """Whether "of State" follows an American office: other countries too have Secretaries and Ministers of State."""
    if pair == "of State" and before[-1] in ("Department", "Dept"):
        return True
    if pair.removeprefix("of ").strip(",") not in _DEPARTMENTS or before[-1] != "Secretary" or len(before) < 2:
        return False
    return before[-2] in ("Assistant", "Deputy", "Under") and not sides_in(" ".join(before[-5:-2]))


@lru_cache(maxsize=1 << 12)
def _says_american(title: str) -> bool:
    """Whether a title names the Department or a delegation of Congress, whatever the country of who bears it."""
    return _AMERICAN.search(title) is not None


def is_american(person: Person) -> bool:
    """Whether a person acts for the United States, by country or office."""
    if person.country in ("US", "United States") or any(_says_american(title) for title in person.titles):
        return True
    return person.country is None and any(us_side(title) for title in person.titles)
