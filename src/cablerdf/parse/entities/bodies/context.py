"""Names of bodies shown by what stands at them: `the firm |`, `| newspaper`, `| (ABC)`, `Prime Minister's |`."""

from __future__ import annotations

import re

from cablerdf.parse.entities.bodies.extent import ABBREVIATION, FOREIGN_INNER, BodyExtent
from cablerdf.parse.entities.words.segments import ADJECTIVES, Segment
from cablerdf.parse.lexicon import forms as lexicon

PARTY = re.compile(r"[ \n]+party\b")
_MODEL = re.compile(r"\s(?:\d{3}|\d\ds\b|(?:[A-Z]{2}|A)-?\d)")  # Boeing 727, Pan Am 103, Sukhoi 30s, Airbus A-380
_OF_A_BRANCH = re.compile(r"\s+(?:branch|cell|committee|headquarters|school)\b")
_FIGURE = re.compile(r"\s\d")
# "the Guardian newspaper", "the Soto coal company"
PAPERS = frozenset(("newspaper", "daily", "weekly", "magazine"))
_CALLED = re.compile(
    r"\s(?:\s|[a-z]{2,18}+\s+)?(newspaper|daily|weekly|magazine|airline|company|firm|club|militia|consortium|conglomerate"
    r"|website|bank|television|radio|agency|(?:crime|criminal|extremist|militant|rebel|terrorist)\sgroup(?!\s[A-Z]))\b"
)
# what a name of a body may be told by: "X (ABC)", "X party", "X newspaper", "X, an electricity ..."
_MARK = re.compile(rf"\s{{0,4}}\(|,\s{{1,3}}(?:an?|the|[A-Z][a-z]+['’]s)\s|\s+(?:army|party)\b|{_CALLED.pattern}")
# "Kartet, an electricity company,"; "Edison, a French firm with"
_APPOSED = re.compile(
    r"(?:\s{1,3}\([A-Z][\w&-]{1,10}\))?,\s{1,3}(?:an?|the|[A-Z][a-z]+['’]s)\s{1,3}"
    r"(?:(?!(?:of|for|with|in|by|to|at|from)\s)[\w-]{1,20}\s{1,3}){0,6}"
    r"(?:airline|association|bank|broadcaster|coalition|company|conglomerate|consortium|contractor|daily|faction|firm|insurer|magazine"
    r"|manufacturer|militia|monopoly|newspaper|ngo|NGO|party|retailer|subsidiary|think[ -]tank|utility|website|weekly"
    r"|(?:consumers?|criminal|extremist|insurgent|militant|opposition|rebel|rights|separatist|terrorist|trade)\sgroup"
    r"|(?:TV|radio|television)\s(?:channel|network|station)|news\sagency)"
    r"(?:[,.;)]|\s{1,3}(?:based|controlled|headquartered|of|owned|run|that|to|which|with|he|she|they)\b)"
)
# bodies of which every country has one: the Senate President, the Navy Chief
_OF_AN_OFFICE = frozenset(("air force", "army", "cabinet", "congress", "navy", "senate", "treasury"))
LOWER_OFFICE = re.compile(r"['’]s\s+office\b(?!\s+(?:director|chief|manager))")
_OFFICE_HOLDERS = frozenset(("prime", "pm", "attorney", "prosecutor", "ombudsman", "president", "vice", "chief"))
_TREATIES = frozenset(("charter", "convention", "covenant", "declaration", "protocol", "treaty"))
_FEASTS = frozenset(("halloween", "christmas", "easter", "birthday", "thanksgiving", "cocktail", "dinner"))
_OFFICES = frozenset(("office", "chancellery"))
_UNSHOUTED = frozenset(("command", "partners", "squadron"))  # heads that in a heading name no body


class BodyContext(BodyExtent):
    """Finds names of bodies in the segments of one run by their surroundings."""

    def shown_around(self) -> bool:
        """Whether the text before or behind the run may tell that a body is named there.

        Only then are `firm`, `called`, `apposed` and `defined` asked, so `_MARK` has what any of them begins with.
        """
        if _MARK.match(self.clean, self.end(-1)):
            return True
        return not self.capitals and self.labels[0] in "UNWAn" and self._firm_before()

    def shown_within(self) -> bool:
        """Whether one of the words may head a name, be put together of names, or make one of a title.

        A run that is neither `shown_within` nor `shown_around`, and has no known body, is not read: most are people and
        places.
        """
        if self.compound or not self.heads.isdisjoint(self.lows):
            return True
        return "mod" in self.lows or any(self.owner(at) for at, label in enumerate(self.labels) if label == "T")

    def _firm_before(self) -> bool:
        """Whether the word before the run calls what follows a firm, a paper or a body."""
        start = self.start(0)
        before = self.clean[max(0, start - 16) : start].split()
        if not before or self.clean[start - 1 : start] == ".":
            return False
        return before[-1].lower() in self.called_body

    def office_of(self, at: int) -> tuple[int, int, None] | None:
        """`Prime Minister's Chancellery`, `Prime Minister's office`: an office named by whose it is."""
        if not self.owner(at):
            return None
        general = at > 0 and self.low(at) == "general" and self.low(at - 1) in ("attorney", "prosecutor")
        first = at - 1 if general and self.glued(at) else at
        if self.low(first) in _OFFICE_HOLDERS and LOWER_OFFICE.match(self.clean, self.end(at)):
            return first, at + 1, None
        if not self.glued(at + 1) or self.low(at + 1) not in _OFFICES or self.titled_after(at + 1):
            return None
        return first, at + 2, None

    def is_other(self, at: int, segment: Segment, taken: int) -> bool:
        """Whether a known body names an aircraft, a treaty or the like here, or but begins a title."""
        company = segment.entry is not None and segment.entry.detail == "company"
        if company and (self.thing_follows(at + 1) or self._model(at)):
            return True
        if self.of_the_title(at, taken) or self.of_a_treaty(at):
            return True
        if self.label(at) and self.lows[at] == "congress" and self._party(at - 1):
            return True  # the 17th Party | Congress
        if lexicon.is_bureau(self.lows[at]) and _FIGURE.match(self.clean, self.end(at)):
            return True  # EUR | 60
        nation = at > taken and self.labels[at - 1] in "DCO"
        return self.lows[at] == "parliament" and not self.running(at - nation, at + 1)

    def _party(self, at: int) -> bool:
        """Whether a segment ends in `Party`."""
        return self.tokens[self.segments[at].last - 1].low == "party"

    def _model(self, at: int) -> bool:
        """Whether a number makes of a firm what it has built: `Sukhoi | 30s`."""
        end = self.end(at)
        return _MODEL.match(self.clean, end, end + 5) is not None

    def of_the_title(self, at: int, taken: int) -> bool:
        """Whether a body but makes up the title behind it: `Treasury | Secretary`; `John Doe, NEA | Director`."""
        if not self.titled_after(at):
            return False
        segment = self.segments[at]
        if " ".join(token.low for token in self.tokens[segment.first : segment.last]) in _OF_AN_OFFICE:
            return at == taken or not self.glued(at) or self.segments[at - 1].label == "D"
        if not lexicon.is_bureau(self.low(at)):
            return False
        start = self.start(at)
        before = self.clean[max(0, start - 4) : start].rstrip(" ")
        return before.endswith((",", "\n"))

    def assembles(self, at: int) -> bool:
        """Whether a General Assembly follows the name of its body: `OAS | General Assembly`."""
        if not self.glued(at + 1) or self.low(at + 1) != "general" or self.labels[at + 1] != "O":
            return False
        return self.tokens[self.segments[at + 1].last - 1].low == "assembly"

    def of_a_treaty(self, at: int) -> bool:
        """Whether a body but opens the name of what was agreed there: `UN | Framework Convention`."""
        for step in range(at + 1, min(at + 4, len(self.segments))):
            if self.segments[step].label != "W" or not self.glued(step) or self.owner(step - 1):
                return False
            if self.low(step) in _TREATIES:
                return True
        return False

    def heads_no_body(self, at: int, head: str, own: list[Segment]) -> bool:
        """Whether a head word heads no body here: `Isa Air | Base`, `Renewable | Energy`, `Khyber | Agency`."""
        if head == "energy":
            return self.glued(at + 1) or not any(s.label in "UN" for s in own)  # Soto Energy, no Renewable Energy
        if head == "air":
            return self.glued(at + 1)
        if head == "party" and len(own) == 1 and own[0].label in "UP":
            return _OF_A_BRANCH.match(self.clean, self.end(at)) is not None  # Torvel Party | headquarters
        if self.capitals and head in _UNSHOUTED:
            return not any(s.label in "UP" for s in own)  # COMMAND OF THE NORTH
        return head == "agency" and bool(own) and all(s.label == "P" for s in own)

    def of_people(self, head: str, own: list[Segment], running: bool) -> bool:
        """Whether a community or division is one of people or of land: `Ismaili Community`, `Magway Division`."""
        if head == "community":
            return not running or not any(s.label in "WC" for s in own)
        return head == "division" and bool(own) and all(s.label in "UPN" for s in own)

    def firm(self) -> tuple[int, int, None] | None:
        """`the Iranian firm Shahin Sefid`: what a lower-case word calls a firm, a paper or a body."""
        if not self._firm_before():
            return None
        last = 0
        while last < len(self.segments) and (not last or self.glued(last)):
            if self.segments[last].label not in "UNnWAPC" and (not last or self.low(last) not in FOREIGN_INNER):
                break
            last += 1
            if self.owner(last - 1):
                break
        while last and self.segments[last - 1].label in "jp":
            last -= 1
        word = last == 1 and self.segments[0].label == "W" and not self.glued(1) and self.low(0) not in self.head
        proper = (
            word
            or any(s.label in "UA" or self.low(k).startswith("al-") for k, s in enumerate(self.segments[:last]))
            or all(self.low(k) in self.foreign or self.segments[k].label in "jp" for k in range(last))
        )
        return (0, last, None) if last and proper else None

    def called(self, at: int, taken: int) -> int | None:
        """First segment of a name that the words after it call a firm, a paper or a club: `Soto coal company`."""
        end = self.end(at)
        if (
            self.capitals
            or self.segments[at].label not in "UNAWn"
            or not self.clean[end + 1 : end + 3].lstrip()[:1].islower()
        ):
            return None
        match = _CALLED.match(self.clean, end, end + 36)
        text = self.tokens[self.segments[at].first].text
        if match is None or self.owner(at) or ("-" in text and text[0].isupper() and text.endswith(ADJECTIVES)):
            return None
        if self.segments[at].label == "W":
            return at if match[1] in PAPERS and self.running(at, at + 1) else None
        first = at
        while first > taken and self.glued(first) and self.segments[first - 1].label in "UNn":
            first -= 1
        return first if self.running(first, at + 1) else None

    def apposed(self, at: int, taken: int) -> int | None:
        """First segment of a name that a comma and what it is follow: `Soto Alumbrera, a large mining firm,`."""
        end = self.end(at)
        if not self.clean.startswith((",", " ("), end) or self.capitals or self.heading or self.owner(at):
            return None
        if self.segments[at].label not in "UNAWn" or (at == taken and self.glued(at)):
            return None
        if _APPOSED.match(self.clean, end, end + 160) is None:
            return None
        first = at
        while first > taken and self.glued(first) and self.segments[first - 1].label in "UNWAn":
            first -= 1
        named = any(s.label in "UA" for s in self.segments[first : at + 1]) or self.segments[at].label == "N"
        return first if named else None

    def abbreviated(self, last: int) -> bool:
        """Whether an abbreviation in parentheses follows the segment before an index."""
        return ABBREVIATION.match(self.clean, self.end(last - 1)) is not None

    def defined(self, at: int, taken: int) -> int | None:
        """First segment of a name whose abbreviation follows in parentheses, by its initials."""
        segment = self.segments[at]
        if segment.label not in "WUNnXDA" or (at + 1 < len(self.segments) and self.glued(at + 1)):
            return None
        end = self.end(at)
        following = self.clean[end : end + 8].lstrip()
        if following.startswith("party"):
            return self._lower_party(at, end)
        match = ABBREVIATION.match(self.clean, end) if following[:1] == "(" else None
        if match is None:
            return None
        if self.is_thing(at) or not sum(map(str.isupper, match[1])) > 1:
            return None
        known = lexicon.is_known(match[1], "org")
        first = self._by_initials(at, taken, [c for c in match[1].upper() if c.isalpha()])
        if first is None or not (known or any(s.label in "UN" for s in self.segments[first : at + 1])):
            return None
        barred = self.low(first) in ("government", "republic", "kingdom") or self.is_thing(first)
        return None if barred else first

    def spelt(self, first: int, last: int, taken: int) -> int:
        """Where a name begins by the letters behind it: `Joint Coordination and | Monitoring Board (JCMB)`."""
        found = self._spelling(last - 1, taken)
        return first if found is None or self.segments[found].label in "jp" else min(first, found)

    def spelt_on(self, last: int, taken: int) -> int:
        """Where a name ends by the letters behind one more word: `Learning Institute | Associates (LIA)`."""
        named = self.label(last) == "W" and not self.is_thing(last) and self._spelling(last, taken) is not None
        return last + 1 if named else last

    def _spelling(self, at: int, taken: int) -> int | None:
        """First segment of the words up to one whose initials the letters in parentheses behind it are."""
        match = ABBREVIATION.match(self.clean, self.end(at))
        return None if match is None else self._by_initials(at, taken, [c for c in match[1] if c.isupper()])

    def _lower_party(self, at: int, end: int) -> int | None:
        """`Conservative party`: a capitalised adjective before a lower-case `party`."""
        segment = self.segments[at]
        plain = segment.label in "UA" or (segment.label == "W" and self.low(at) in self.org_word)
        plain = plain and self.low(at) not in _FEASTS
        return at if plain and PARTY.match(self.clean, end) and not self.owner(at) else None

    def _by_initials(self, at: int, taken: int, letters: list[str]) -> int | None:
        """First segment of the words up to one whose initials some letters are, None where there are none."""
        words = 0
        first = at
        while first >= taken and letters:
            part = self.segments[first]
            if part.label in "FT" or (first < at and not self.glued(first + 1)):
                break
            for index in range(part.last - 1, part.first - 1, -1):
                token = self.tokens[index]
                for piece in reversed(token.low.split("-")):
                    if piece and letters and piece[0].upper() == letters[-1]:
                        letters.pop()
                        words += not token.joiner
            if not letters:
                return first if words > 1 else None
            first -= 1
        return None
