"""An office that the text tells, read word by word: `head of the council`, `Minister of Culture, Media and Sport`."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.offices import is_head, never, within

REACH = 150  # characters that an office may take
_LONGEST = 14  # words of an office
_ALSO_FIRST = frozenset(("deputy", "lady", "secretary", "vice"))  # first | Deputy Prime Minister
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "then", "now", "currently", "also"))
PREPOSITIONS = frozenset(("of", "for", "at", "in", "to", "with", "on"))
_OF_NAMES = frozenset(("of", "for"))  # what follows them is small or not
# nouns that are no office by themselves, and officers of a post, who are listed beside others
_BARE = frozenset(("member", "head", "founder", "figure", "part", "general", "officer", "official", "leader"))
_POST = frozenset(("ambassador", "charge", "counselor", "officer", "consul", "poloff", "econoff", "attache", "dcm"))
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
    r"(?:,\s++[A-Z]\w++(?:\s++[A-Z]\w++){0,2}){1,3}+,?\s++and\s++(?:the\s++)?[A-Z]\w++(?:\s++[A-Z]\w++){0,2}+(?!\s++[A-Z])"
)
_FIRST = re.compile(r"(?:,|\band)\s++(?:the\s++)?(?!(?:and|the)\b)(\w++)")


class OfficeReader:
    """Reads offices word by word.

    `names` are the indices where names of people begin and where they end.
    """

    def __init__(self, clean: str, names: dict[int, int]) -> None:
        self.clean, self.names = clean, names
        self.until = -1  # where the name before which an office is looked for stands

    def series(self, at: int, whole: bool, alone: bool = False) -> list[Span]:
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
        return _WORD.match(self.clean, at, at + REACH)

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
        joined = following is not None and following["word"] in ("and", "who", *PREPOSITIONS)
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
            if text.lower() in PREPOSITIONS or text in ("and", "who"):
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
        if word is None or word["word"] not in PREPOSITIONS or _CLOSED.match(self.clean, at):
            return at
        personal = False
        for count in range(_LONGEST):
            low = word["word"].lower()
            begin = word.start("word")
            if (begin in self.names or begin == self.until) and before not in PREPOSITIONS and not personal:
                return end if before == "and" or begin == self.until else None
            if low in PREPOSITIONS:
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
        listed = _FIELDS.match(self.clean, end, self.until if self.until > 0 else len(self.clean))
        if listed is None or any(start in self.names for start in range(end, listed.end())):
            return end
        regional = lexicon.words_of("direction") | lexicon.words_of("field_opening")
        opening = [word for word in _FIRST.findall(listed.group()) if word.lower() not in regional]
        if not all(_is_field(word.lower()) or lexicon.is_known(word, "place", "org", "country") for word in opening):
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
            if low in never() or low in PREPOSITIONS or is_head(word["word"]):
                return False
            if _CLOSED.match(self.clean, word.end()):
                return True
            fields = fields and _is_field(low)
            at = word.end()
        return False


def _is_field(low: str) -> bool:
    """Whether a word, in lower case, is one of those that ministries are of: `energy`."""
    return low in lexicon.words_of("org_word") or low in lexicon.titles("modifier")
