"""Offices that the text tells beside a name: `X, head of the council`, `the head of the council, X`, `X was named`."""

from __future__ import annotations

import re
from itertools import chain

from cablerdf.model import Span
from cablerdf.parse.entities.names.someone import Someone
from cablerdf.parse.entities.register.offices_in_text import PREPOSITIONS, REACH, OfficeReader
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import functions
from cablerdf.parse.lexicon.offices import bodies, heads, is_head
from cablerdf.parse.lexicon.styles import before_names, stands_before_names

_NEAR = 80  # characters before a name where `of` must stand
# what stands between a name and the office told behind it
_BEHIND = re.compile(
    r"(?:\s?\([^()]{1,40}\))?\s*+(?:,(?!s\s)|--?(?=\s)|\()\s*+(?:(?:who|and)\s++(?:is|was)\s++(?:also\s++)?)?"
)
_IS = re.compile(
    r"\s++(?:is|was|will\s++be|(?:has|had)\s++been|became)\s++"
    r"(?:(?:also|currently|now|then|recently|subsequently|later)\s++)?"
    r"(?:(?:appointed|named|elected|re-elected|nominated|promoted\s++to|confirmed)\s++(?:as\s++)?|(?=the\s|[A-Z]))"
    r"|\s++(?:serves|acts|will\s++serve)\s++as\s++"
)
_VERBS = frozenset(("is", "wa", "wi", "ha", "be", "se", "ac"))
# the blanks behind which an office that stands before a name may begin
_LEAD = re.compile(
    r"^|(?=\s)(?:(?<=[.;:,(])|(?<=\b(?P<the>the))|(?<=\b(?:his|her|its))|(?<=\ba)|(?<=\ban)|(?<=\btheir)|(?<=['’]s)"
    r"|(?<=\b(?P<former>former))|(?-i:(?<=[a-z)])(?=\s[A-Z])|(?<=[a-z])(?=\s\s[A-Z])))\s++",
    re.IGNORECASE,
)
_REGIONS = frozenset(("africa", "america", "americas", "asia", "caribbean", "east", "europe", "pacific"))
_DEPUTY = re.compile(r"\b(?:(?:[Ff]irst\s++)?(?:[Dd]eputy|[Vv]ice)[\s-]PM|DPM)$")  # "Deputy PM | and FM Soto"
_AFTER_NAME = re.compile(r"\s?\(|[.;:)]|,(?!\s++(?:and\b|[A-Z]))")


def add_titles_from_text(people: Register, begin: int) -> None:
    """Gives everybody the offices that the text from an index on tells beside his or her names."""
    reader = _TitleReader(people.clean, dict(chain.from_iterable(someone.mentions for someone in people.people)))
    borne = {start: (end, someone) for someone in people.people for start, end in someone.title_spans}
    for someone in people.people:
        reader.titles = {end: start for start, end in someone.title_spans}
        for start, end in someone.mentions:
            if start >= begin:
                for office in reader.beside(start, end):
                    last, bearer = borne.get(office.start, (0, someone))
                    if bearer is someone or last < office.end:  # not the title of the next one
                        _give(someone, people.clean, office)


class _TitleReader:
    """Finds the offices beside a name.

    `titles` are the indices where the titles of the one looked at end and where they begin.
    """

    def __init__(self, clean: str, names: dict[int, int]) -> None:
        self.clean, self.offices = clean, OfficeReader(clean, names)
        self.titles: dict[int, int] = {}

    def beside(self, start: int, end: int) -> list[Span]:
        """The offices told beside the name at a span."""
        clean = self.clean
        before, following = _before(clean, start), clean[end : end + 5].lstrip()
        before -= clean[before - 1] == "." and before - 1 in self.titles  # Dr. | Ana Soto
        left = clean[before - 1 : before]
        found: list[Span] = []
        if left in ("l", "L") and clean.endswith(("odel", "ODEL"), 0, start - 1):
            return found  # CODEL Soto, the Prime Minister's chief of staff and others
        if following[:1] in (",", "(", "-"):
            opening = _BEHIND.match(clean, end)
            found = self.offices.series(opening.end(), False) if opening else []
        elif following[:2] in _VERBS:
            verb = _IS.match(clean, end, end + 60)
            found = self.offices.series(verb.end(), True) if verb else []
        if before in self.titles:
            title = self._first_title(before)
            if clean.endswith(" and ", 0, title):
                return found + self._joined(title - 5)
            if stands_before_names(clean[title:before]):
                start, before = title, _before(clean, title)
                left = clean[before - 1 : before]
        if left == ",":
            found += self._ending(clean.rfind(",", 0, start)) if _AFTER_NAME.match(clean, end, end + 40) else []
        elif left.isalnum() and (of := self._of_what(start)):
            self.offices.until = start
            offices = self._ending(start)
            found += offices if offices and of in offices[-1].of(clean).split() else []
            self.offices.until = -1
        return found

    def _of_what(self, start: int) -> str:
        """The word that an office must have which ends before a name, "" where none does: `for Asia and Africa |`."""
        near = self.clean[max(0, start - _NEAR) : start]
        if " of " in near and self._body_before(start):
            return "of"
        region = near.rsplit(None, 1)[-1].lower() in _REGIONS
        return "and" if region and "for" in near.split() else ""

    def _first_title(self, end: int) -> int:
        """Where the titles before a name begin, of which the last ends at an index."""
        begin = self.titles[end]
        while (before := self.titles.get(_before(self.clean, begin))) is not None:
            begin = before
        return begin

    def _joined(self, end: int) -> list[Span]:
        """The offices that end at an index before `and` and a title, looked for only where one may end."""
        words = self.clean[max(0, end - _NEAR) : end].split()
        if (deputy := _DEPUTY.search(self.clean, max(0, end - _NEAR), end)) is not None:
            return _one_of_two(self.clean, Span(*deputy.span()))
        likely = bool(words) and (is_head(words[-1]) or "of" in words or "for" in words)
        return self._ending(end, True) if likely else []

    def _body_before(self, at: int) -> bool:
        """Whether the word before a name ends what an office is of: `... of the Duma Defense | Committee`."""
        words = self.clean[at - 30 if at > 30 else 0 : at].rsplit(None, 1)
        word = words[-1] if words else ""
        low = word.lower()
        if low in bodies() or lexicon.is_known(word, "org", "country", "government"):
            return True
        return word.isupper() and word.isalpha() and low not in before_names()

    def _ending(self, end: int, joined: bool = False) -> list[Span]:
        """The offices of which the last ends where a name, or a comma or `and` (`joined`) before it, stands."""
        clean, begin = self.clean, max(0, end - REACH)
        begin = max(begin, clean.rfind("\n\n", begin, end), clean.rfind(". ", begin, end - 12))
        if heads().isdisjoint(clean[begin:end].lower().replace("-", " ").split()):
            return []
        for lead in _LEAD.finditer(clean, begin, end):
            alone = lead["the"] is not None and not clean.endswith("of ", 0, lead.start("the"))
            at = lead.start("former") if lead["former"] else lead.end()
            offices = self.offices.series(at, False, alone)  # not "the office of the President, X"
            if offices and offices[-1].end <= end and not clean[offices[-1].end : end].strip():
                return _one_of_two(clean, offices[-1]) if joined else offices
        return []


def _one_of_two(clean: str, office: Span) -> list[Span]:
    """An office before `and` and another one, where one may have both; `the King and Foreign Minister X` are two."""
    two = clean[max(0, office.start - 8) : office.start].rstrip().lower().endswith("the") or " to " in office.of(clean)
    return [] if two else [office]


def _before(clean: str, at: int) -> int:
    """The index past the last word before the blanks at an index."""
    near = len(clean[at - 4 : at].rstrip()) if at > 4 else 0
    return at - 4 + near if near else len(clean[:at].rstrip())


def _give(someone: Someone, clean: str, span: Span) -> None:
    """Notes an office, in the place of one that is cut short in the midst of what it is of."""
    title = " ".join(span.of(clean).split())
    low = title.lower()
    if low in functions():
        return  # what somebody does at a meeting is no office
    if any(known.lower().startswith(low) or known.lower().endswith(" " + low) for known in someone.titles):
        return
    for at, known in enumerate(someone.titles):
        cut = low.startswith(known.lower() + " ") and low.split()[len(known.split())] not in PREPOSITIONS
        cut = cut or low.startswith(known.lower() + ", ")
        if cut and not is_head(known.split()[-1]):
            someone.titles[at] = title
            return
    someone.add_title(title, "told in the sentence")
