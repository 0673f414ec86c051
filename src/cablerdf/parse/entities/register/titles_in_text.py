"""Offices that the text tells beside a name: `X, head of the council`, `the head of the council, X`, `X was named`."""

from __future__ import annotations

import re
from itertools import chain

from cablerdf.model import Span
from cablerdf.parse.entities.names.someone import Someone
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import functions
from cablerdf.parse.lexicon.offices import bodies, heads, is_head, never, within
from cablerdf.parse.lexicon.styles import before_names, stands_before_names

_REACH = 150  # characters that an office may take
_LONGEST = 14  # words of an office
_NEAR = 80  # characters before a name where `of` must stand
_ALSO_FIRST = frozenset(("deputy", "lady", "secretary", "vice"))  # first | Deputy Prime Minister
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "then", "now", "currently", "also"))
_PREPOSITIONS = frozenset(("of", "for", "at", "in", "to", "with", "on"))
_OF_NAMES = frozenset(("of", "for"))  # what follows them is small or not
# nouns that are no office by themselves, and officers of a post, who are listed beside others
_BARE = frozenset(("member", "head", "founder", "figure", "part", "general", "officer", "official", "leader"))
_POST = frozenset(("ambassador", "charge", "counselor", "officer", "consul", "poloff", "econoff", "attache", "dcm"))
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
_WORD = re.compile(
    r"\s*+(?P<all>[\"“]?+(?P<word>(?:[A-Z]\.){2,}|[\w&][\w'’&/-]*+(?:\.(?=\w)[\w'’&/-]*+)*)(?:,s(?=\s))?+[\"”]?+)"
)
_CLOSED = re.compile(r"\s*+(?:,(?!s\s)|[;:()]|--|-\s|\.|$)")
_ARTICLE = re.compile(r"\s++the\b")
_LETTERS = re.compile(r"\s++\([A-Z][\w&/-]{1,9}\)")  # "the Bank's (NBT) | Director"
_NEXT = re.compile(r"\s++\([^()]{1,30}\)\s++[A-Z]")  # "Secretary of Defense (SECDEF) Ana Soto": the next of a list
_LISTED = re.compile(r",\s++(?:and|the)\b|\s++(?:and\s++)?the\b|\s++\([^()]{1,30}\)\s++[A-Z]")
# ", Media and Sport", ", Fisheries, and Rural Affairs"
_FIELDS = re.compile(
    r"(?:,\s++[A-Z]\w++(?:\s++[A-Z]\w++){0,2}){1,3}+,?\s++and\s++[A-Z]\w++(?:\s++[A-Z]\w++){0,2}+(?!\s++[A-Z])"
)
_FIRST = re.compile(r"(?:,|\band)\s++(?!and\b)(\w++)")
# the blanks behind which an office that stands before a name may begin
_LEAD = re.compile(
    r"^|(?=\s)(?:(?<=[.;:,(])|(?<=\b(?P<the>the))|(?<=\b(?:his|her|its))|(?<=\ba)|(?<=\ban)|(?<=\btheir)|(?<=['’]s)"
    r"|(?<=\b(?P<former>former))|(?-i:(?<=[a-z)])(?=\s[A-Z])|(?<=[a-z])(?=\s\s[A-Z])))\s++",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s?\(|[.;:)]|,(?!\s++(?:and\b|[A-Z]))")


def add_titles_from_text(people: Register, begin: int) -> None:
    """Gives everybody the offices that the text from an index on tells beside his or her names."""
    reader = _OfficeReader(people.clean, dict(chain.from_iterable(someone.mentions for someone in people.people)))
    borne = {start: (end, someone) for someone in people.people for start, end in someone.title_spans}
    for someone in people.people:
        reader.titles = {end: start for start, end in someone.title_spans}
        for start, end in someone.mentions:
            if start >= begin:
                for office in reader.beside(start, end):
                    last, bearer = borne.get(office.start, (0, someone))
                    if bearer is someone or last < office.end:  # not the title of the next one
                        _give(someone, people.clean, office)


class _OfficeReader:
    """Reads offices word by word.

    `names` are the indices where names of people begin and where they end, `titles` where the titles of the one looked
    at end and where they begin.
    """

    def __init__(self, clean: str, names: dict[int, int]) -> None:
        self.clean, self.names = clean, names
        self.titles: dict[int, int] = {}
        self.until = -1  # where the name before which an office is looked for stands

    def beside(self, start: int, end: int) -> list[Span]:
        """The offices told beside the name at a span."""
        clean = self.clean
        before, following = _before(clean, start), clean[end : end + 5].lstrip()
        left = clean[before - 1 : before]
        found: list[Span] = []
        if left in ("l", "L") and clean.endswith(("odel", "ODEL"), 0, start - 1):
            return found  # CODEL Soto, the Prime Minister's chief of staff and others
        if following[:1] in (",", "(", "-"):
            opening = _BEHIND.match(clean, end)
            found = self._series(opening.end(), False) if opening else []
        elif following[:2] in _VERBS:
            verb = _IS.match(clean, end, end + 60)
            found = self._series(verb.end(), True) if verb else []
        if before in self.titles:
            title = self._first_title(before)
            if clean.endswith(" and ", 0, title):
                return found + self._joined(title - 5)
            if stands_before_names(clean[title:before]):
                start, before = title, _before(clean, title)
                left = clean[before - 1 : before]
        if left == ",":
            found += self._ending(clean.rfind(",", 0, start)) if _AFTER_NAME.match(clean, end, end + 40) else []
        elif left.isalnum() and clean.find(" of ", max(0, start - _NEAR), start) > 0 and self._body_before(start):
            self.until = start
            offices = self._ending(start)
            found += offices if offices and " of " in offices[-1].of(clean) else []
            self.until = -1
        return found

    def _first_title(self, end: int) -> int:
        """Where the titles before a name begin, of which the last ends at an index."""
        begin = self.titles[end]
        while (before := self.titles.get(_before(self.clean, begin))) is not None:
            begin = before
        return begin

    def _joined(self, end: int) -> list[Span]:
        """The offices that end at an index before `and` and a title, looked for only where one may end."""
        words = self.clean[max(0, end - _NEAR) : end].split()
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
        clean, begin = self.clean, max(0, end - _REACH)
        begin = max(begin, clean.rfind("\n\n", begin, end), clean.rfind(". ", begin, end - 12))
        if heads().isdisjoint(clean[begin:end].lower().replace("-", " ").split()):
            return []
        for lead in _LEAD.finditer(clean, begin, end):
            alone = lead["the"] is not None and not clean.endswith("of ", 0, lead.start("the"))
            at = lead.start("former") if lead["former"] else lead.end()
            offices = self._series(at, False, alone)  # not "the office of the President, X"
            if offices and offices[-1].end <= end and not clean[offices[-1].end : end].strip():
                return _one_of_two(clean, offices[-1]) if joined else offices
        return []

    def _series(self, at: int, whole: bool, alone: bool = False) -> list[Span]:
        """The offices that begin at an index, joined by `and`; a capitalised noun `alone` may be one."""
        found = []
        while (office := self._office(at, whole, alone)) is not None:
            found.append(office)
            joint = self._word(office.end)
            if joint is None or joint["word"] != "and":
                break
            at = joint.end()
        return found

    def _word(self, at: int) -> re.Match[str] | None:
        return _WORD.match(self.clean, at, at + _REACH)

    def _office(self, at: int, whole: bool, alone: bool) -> Span | None:
        """The office that begins at an index; with `whole` one that says what it is the office of."""
        word = self._word(at)
        while word is not None and (word["word"].lower() in _DETERMINERS or word["word"] in lexicon.words_of("praise")):
            word = self._word(word.end())
        if word is None or word["all"][0] in '"“':
            return None
        last = self._noun(word)
        if last is None:
            return None
        begin = self._begun(word, last)
        begin = max(begin, self.clean.rfind(",s ", begin, last.start()) + 3)  # a damaged apostrophe
        end = self._complement(last.end())
        if end is None or end > last.end():
            if end is None:
                return None
            place = self.clean.find(" in ", last.end(), end) if begin > word.start("all") else -1
            return Span(begin, end if place < 0 else place)  # first ... Minister of Trade | in Portugal
        bare = last["word"].lower() in _BARE or last["word"].lower() in _POST
        bare = bare or (last["word"][0].isupper() and not alone)
        if whole or (last.start("all") == word.start("all") and bare):
            return None
        if last["word"][0].isupper() and _LISTED.match(self.clean, last.end()):
            return None
        following = self._word(last.end())
        joined = following is not None and following["word"] in ("and", "who", *_PREPOSITIONS)
        return Span(begin, last.end()) if joined or _CLOSED.match(self.clean, last.end()) else None

    def _begun(self, word: re.Match[str], last: re.Match[str]) -> int:
        """Where the office with a capitalised noun begins, behind what describes it: `first civilian | Minister`."""
        begin = word.start("all")
        while last["word"][0].isupper() and word.start() < last.start():
            text, following = word["word"], self._word(word.end())
            if following is None:
                break
            ordinal = text == "first" and following["word"].lower() not in _ALSO_FIRST
            if ordinal or (text.islower() and text not in lexicon.titles("modifier") and not _is_field(text)):
                begin = following.start("all")
            word = following
        return begin

    def _noun(self, word: re.Match[str]) -> re.Match[str] | None:
        """The noun of an office that begins with a word, the last of its words before `of` or a comma."""
        last = None
        for _ in range(_LONGEST):
            text = word["word"]
            if text.lower() in _PREPOSITIONS or text in ("and", "who"):
                break
            end = self.names.get(word.start("word"))
            if not within(text) or (end is not None and not self.clean.startswith(("'", "’"), end)):
                return None
            letters = _LETTERS.match(self.clean, word.end()) if text.endswith(("'s", "’s")) else None
            last, following = word, self._word(letters.end() if letters else word.end())
            if following is None or (letters is None and _CLOSED.match(self.clean, word.end())):
                break
            word = following
        return last if last is not None and is_head(last["word"]) else None

    def _complement(self, at: int) -> int | None:
        """The index past what the office whose noun ends at an index is of; the same index where nothing is.

        None where somebody else's name ends it: `Minister of Finance Ana Soto`.
        """
        end, before, word = at, "", self._word(at)
        if word is None or word["word"] not in _PREPOSITIONS or _CLOSED.match(self.clean, at):
            return at
        personal = False
        for count in range(_LONGEST):
            low = word["word"].lower()
            begin = word.start("word")
            if (begin in self.names or begin == self.until) and before not in _PREPOSITIONS and not personal:
                return end if before == "and" or begin == self.until else None
            if low in _PREPOSITIONS:
                personal = low == "to" and not _ARTICLE.match(self.clean, word.end())
                if not self._object(word.end(), low in _OF_NAMES or not (count or low == "to")):
                    return end
            elif low == "and":
                if not self._pair(end, word.end()):
                    return end
            elif (low in never() and low != "the") or (low.endswith("ed") and not within(word["word"])):
                return end
            elif low not in _DETERMINERS:
                end = word.end()
                if _CLOSED.match(self.clean, end):
                    cut = low in lexicon.words_of("abbreviation_dot") or _NEXT.match(self.clean, end)
                    return None if cut else self._listed(end)
            following = self._word(word.end())
            if following is None:
                return end
            before, word = low, following
        return at

    def _listed(self, end: int) -> int:
        """The index past the fields that go on over commas: `Minister of Culture|, Media and Sport`."""
        listed = _FIELDS.match(self.clean, end)
        if listed is None or any(start in self.names for start in range(end, listed.end())):
            return end
        opening = _FIRST.findall(listed.group())
        if not all(_is_field(word.lower()) or lexicon.is_known(word, "place", "org") for word in opening):
            return end
        return self._complement(listed.end()) or listed.end()

    def _object(self, at: int, small: bool) -> bool:
        """Whether the words behind a preposition tell what an office is of; they may be in small letters or not."""
        word = self._word(at)
        the = word is not None and word["word"] == "the"
        if word is not None and the:
            word = self._word(word.end())
        barred = lexicon.words_of("no_definite_object" if the else "no_object")
        if word is None or word["word"].lower() in barred or word["word"][0].isdigit():
            return False
        return word["word"].lower() not in lexicon.words_of("month") and (small or word["word"][0].isupper())

    def _pair(self, end: int, at: int) -> bool:
        """Whether `and` stands between two words of what an office is of: `health | and | planning`."""
        capital = self.clean[max(self.clean.rfind(" ", 0, end), self.clean.rfind("\n", 0, end)) + 1].isupper()
        fields = capital
        for count in range(4):
            word = self._word(at)
            if word is None or word.start("word") in self.names:
                return False
            low = word["word"].lower()
            if word["word"][0].isupper() != capital:
                return count > 0 and fields and low in never()  # Water and Energy | from 2004
            if low in never() or low in _PREPOSITIONS or is_head(word["word"]):
                return False
            if _CLOSED.match(self.clean, word.end()):
                return True
            fields = fields and _is_field(low)
            at = word.end()
        return False


def _is_field(low: str) -> bool:
    """Whether a word, in lower case, is one of those that ministries are of: `energy`."""
    return low in lexicon.words_of("org_word") or low in lexicon.titles("modifier")


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
        cut = low.startswith(known.lower() + " ") and low.split()[len(known.split())] not in _PREPOSITIONS
        cut = cut or low.startswith(known.lower() + ", ")
        if cut and not is_head(known.split()[-1]):
            someone.titles[at] = title
            return
    someone.add_title(title, "told in the sentence")
