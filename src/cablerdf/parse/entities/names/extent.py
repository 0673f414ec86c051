"""How far a name reaches: which labelled words can open one, which can go on."""

from __future__ import annotations

import re

from cablerdf.parse.entities.words.run import RunReader
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.offices import is_plural

LONGEST = 7  # segments
_WORDS = frozenset("WFA")  # labels of words that open no name but by a title or as a family name
_NAMES = frozenset("NnU")  # labels of words that are names
# titles that stand between given and family name as well: Jaime Mayor Oreja
_MIDDLE_NAMES = frozenset(("mayor", "rector", "pastor"))
# they open a family name after a title, whatever its last word is: Minister of Trade | al Soto
_ARTICLES = frozenset(("al", "el", "bin", "ben"))
_ALSO_NAMES = frozenset(("cable", "ramadan"))  # words of a calendar or of cables that are family names too
_MONTHS = frozenset(("jan", "jun"))  # short names of months that are given names too
# what stands before places rather than people
_WHERE = frozenset(("across", "around", "at", "in", "near", "outside", "throughout", "within"))
# ends of words for acts and qualities
_ABSTRACT = ("tion", "tions", "sion", "ment", "ments", "ities", "ology")
_ACRONYMS = frozenset(("ngo", "do", "ho", "ai", "an", "im", "mp", "son", "he"))  # in capitals no Asian family names
# "ref A. Smith said", "¶E. Overarching Issues": letters that are no initials
_REFERENCE = re.compile(r"(?:\b(?:ref|refs|reftel|reftels|para|annex|tab)\s+|¶\s?)$", re.IGNORECASE)
_RULE = frozenset(("government", "administration", "regime", "cabinet", "presidency", "era"))  # the Zapatero Government
# a given name of two syllables, as Korean and Chinese ones are spelt; no `Kong-based`
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,6}-(?!(?:based|born|bound|held|led|owned|ruled|run|style|wide)$)[a-z]{1,6}")


class NameExtent(RunReader):
    """Measures names in the segments of one run."""

    titled = False  # whether a title stands before the name being measured

    def __init__(self, clean: str) -> None:
        super().__init__(clean)
        self.org_head = lexicon.words_of("org_head")
        self.thing = lexicon.words_of("not_org_head")
        self.place_head = lexicon.words_of("place_head")
        self.said = lexicon.words_of("said")
        self.surname_first = lexicon.surname_first()
        self.modifier = lexicon.titles("modifier")
        self.family = lexicon.family()
        self.given = lexicon.given()
        self.doubtful = lexicon.doubtful_given()
        self.caps_given = lexicon.words_of("caps_given")
        self.suffix = lexicon.words_of("suffix")
        self.name_title = lexicon.words_of("name_title")
        self.no_surname = lexicon.words_of("no_surname")
        self.before_place_name = lexicon.words_of("before_place_name")
        self.memorial = lexicon.words_of("memorial")

    def end(self, at: int, titled: bool) -> int | None:
        """Index past the name that begins at a segment, None where none does.

        Args:
            at: index of the segment.
            titled: whether a title stands just before it, so that common words may be names.
        """
        labels = self.labels
        if at >= len(labels) or not self._opens(at, titled):
            return None
        self.titled = titled
        end, limit = at + 1, min(len(labels), at + LONGEST)
        while end < limit and not self.owner(end - 1) and self._goes_on(at, end):
            end += 1
        if end < len(labels) and self._memorial(end):
            return None
        end = max(at + 1, at + len(labels[at:end].rstrip("pjI")))
        if end - at == 1 and labels[at] in "Ip":
            return None
        if end == len(labels):
            return end
        sure = self.low(at) in self.family and end == at + 1 and self.capitals  # A/S WELCH VISIT
        weak = not titled or (not labels[at:end].strip("W") and not sure)
        return None if weak and self._is_thing(end) else end

    def _memorial(self, end: int) -> bool:
        """Whether a house that bears a name goes on: `King Juan Carlos | Center`, `Mohammed V | Military Hospital`."""
        if self.owner(end - 1):
            return False
        for at in range(end, min(end + 3, len(self.labels))):
            if self.labels[at] not in "WX":
                return False
            if self.lows[at] in self.memorial:
                return True
        return False

    def _opens(self, at: int, titled: bool) -> bool:
        """Whether a name begins at a segment, with a title before it (`titled`) or without."""
        label, low = self.labels[at], self.lows[at]
        if label in _WORDS and not (titled or low in self.surname_first or low == "will"):
            return False
        if label == "K":
            return True
        if label in "NU":
            return (low not in self.org_head or titled) and low not in self.suffix
        following = self.label(at + 1)
        if label == "n" and self.capitals:
            return (titled and low not in self.said) or (low in self.caps_given and following in ("U", "N", "I"))
        if label == "n":
            return True
        if label == "I":
            return (
                bool(following)
                and following in "UNnIW"
                and not _REFERENCE.search(self.clean, max(0, self.start(at) - 8), self.start(at))
                and (low != "u" or self.tokens[self.segments[at].last].glue == 1)
            )
        if label == "p":
            before = self.labels[at - 1] if at else "j"
            inner = before in "UPNnWO" and not (titled and low in _ARTICLES and before in "WP")
            inner = inner or (not titled and at > 0 and self.low(at - 1) == "general")  # Fiscalia General de
            return bool(following) and following in "UN" and low not in ("la", "le", "e", "y", "und") and not inner
        if label == "F" and low == "will" and following in ("U", "N"):  # Will Smith, but no "Will Iran ..."
            return titled or (not self.capitals and self._mid_sentence(at))
        if label in "FWA" and low in self.surname_first and following in ("U", "N"):
            return (
                low not in _ACRONYMS
                if label == "A"
                else label == "W" or (not self.capitals and (titled or self._mid_sentence(at)))
            )
        return self._opens_as_name(at, titled, following)

    def _opens_as_name(self, at: int, titled: bool, following: str) -> bool:
        """Whether a place, body, demonym or word opens a name: `Mercedes Soto`, `Ambassador German Duran`."""
        label, low = self.labels[at], self.lows[at]
        if label == "P" and titled and self.single(at) and not following:
            return low in self.surname_first or low in self.family or self._office_before(at) in self.before_place_name
        if label in "PCX":
            family = following in ("U", "N", "I") or (following == "n" and not self.capitals)
            named = titled or (low in self.given and not self._is_where(at)) or low in _MONTHS
            return self.single(at) and family and named
        if label == "O":  # Mercedes Cabrera
            word = self.tokens[self.segments[at].first].text
            branded = titled and low in self.family and not following  # DAS McDonald
            named = low in self.given and following in ("U", "N") and word[1:].islower()
            return self.single(at) and (branded or named)
        if not titled:
            return False
        if label == "D":  # Ambassador German Sanchez
            return low in self.given and following in ("U", "N") and not self.capitals
        if label == "A":
            return len(low) > 3 and low.isalpha() and low not in self.modifier
        return label == "W" and self._surname(at)

    def _is_where(self, at: int) -> bool:
        """Whether a place that is a given name too stands by itself: `in London | Soto`, `for Africa | Ann Soto`."""
        if self.lows[at] in self.doubtful:
            return True
        start = self.start(at)
        before = self.clean[max(0, start - 10) : start].rpartition("\n\n")[2].split()
        whole = self.labels[at + 1 : at + 3] in ("NU", "NN") and self.glued(at + 2)
        return bool(before) and (before[-1] in _WHERE or (whole and before[-1] == "for"))

    def _office_before(self, at: int) -> str:
        """The last word of the title before a segment, without what follows `of`: `Minister of Defense |`."""
        for before in range(at - 1, max(-1, at - 5), -1):
            if self.labels[before] == "T":
                first, last = self.tokens[self.segments[before].first], self.tokens[self.segments[before].last - 1]
                return last.low if first.low != "chief" else ""  # Chief Minister Punjab
        return ""

    def start(self, at: int) -> int:
        """Where a segment begins in the text."""
        return self.tokens[self.segments[at].first].start

    def _mid_sentence(self, at: int) -> bool:
        start = self.start(at)
        before = self.clean[max(0, start - 3) : start].rstrip()
        return bool(before) and (before[-1].isalpha() or before[-1] in ",(")

    def _surname(self, at: int, given: bool = False) -> bool:
        """Whether a common word may be the family name after a title or given name."""
        low = self.low(at)
        barred = low in self.modifier or low in self.org_head or low in self.said or low in self.place_head
        barred = barred or (
            low not in self.family and (low in self.no_surname or self._abstract(low) or self._acts(at, low))
        )
        if barred or "-" in low or "/" in low:
            return False
        if len(low) < 3:
            return low in self.surname_first
        if self.capitals:
            return low in self.family or (given and not self.glued(at + 1) and low not in self.thing)
        return low not in self.thing or (low in self.family and not (self._headed(at + 1) or self._of_many(at)))

    def _abstract(self, low: str) -> bool:
        """Whether a word is that of an act or quality: `General | Authorization`."""
        return low.endswith(_ABSTRACT) and low in lexicon.common()

    def _acts(self, at: int, low: str) -> bool:
        """Whether a common word behind one name is a verb or a plural: `Soto | Rejects`, but no `Ana Soto Vivas`.

        A participle is none behind any: `Li Peng | Appointed`.
        """
        if low.endswith("ed") and (low[:-2] in lexicon.common() or low[:-1] in lexicon.common()):
            return True
        if self.titled or not low.endswith("s") or low[:-1] not in lexicon.common():
            return False
        return at < 2 or self.labels[at - 2] not in _NAMES

    def _of_many(self, at: int) -> bool:
        """Whether a lone word stands behind a title in the plural: `the bank's Members | Day`."""
        return at > 0 and self.labels[at - 1] == "T" and not self.label(at + 1) and is_plural(self.lows[at - 1])

    def _headed(self, at: int) -> bool:
        """Whether words go on so that the one before them is no family name: `Megan Law | on ...`."""
        return self.glued(at) and (self.labels[at] != "j" or self.low(at) in ("of", "on"))

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether the segment at an index continues the name begun at `first`."""
        label, low, previous = self.labels[at], self.lows[at], self.labels[at - 1]
        if label in "UN":
            return label == "N" or not (low in self.org_head or low in self.place_head)
        if label == "n":
            return not (self.capitals and (low in self.said or low not in self.family))
        if label in "I" or low in self.suffix:
            return True
        if label == "p":
            ahead = self.label(at + 1)
            return bool(ahead) and ahead in "UNnpWPT" and low != "to"
        if label == "W":
            return self._common_goes_on(first, at, previous)
        if label in "PC":
            asian = at - first == 1 and self.low(first) in self.surname_first
            if label == "C":  # Representative Steve Israel
                return self.single(at) and self.titled and previous == "N" and not self.capitals
            family = previous == "U" and at - first > 1 and self.labels[first] == "N"  # Samuel Duran Medina
            return self.single(at) and (asian or family or previous in "NIp") and not self.capitals
        if label == "T":
            if low in _MIDDLE_NAMES and previous == "N" and at - first == 1 and self._name_after(at + 1):
                return not self.capitals
            return (previous == "p" or low in self.name_title) and self.single(at) and not self._name_after(at + 1)
        if label == "A":
            whole = low.isalpha() or low.startswith(("al-", "el-"))
            return whole and len(low) > 3 and previous in "NnI" and not self.capitals
        if label == "O":  # Alfredo Rada
            word = self.tokens[self.segments[at].first].text
            plain = word[1:].islower() or low in self.family  # Ann McDonald
            return self.single(at) and previous == "N" and at - first == 1 and plain
        if label == "D":  # Yusuf Danish
            return previous == "N" and at - first == 1 and not self.glued(at + 1) and not self.capitals
        if label == "X":  # Hana Ramadan, Vince Cable
            return low in _ALSO_NAMES and previous == "N" and at - first == 1 and not self.capitals
        return label == "K" and previous in "NnUI"

    def _common_goes_on(self, first: int, at: int, previous: str) -> bool:
        word = self.tokens[self.segments[at].first].text
        if at - first == 1 and self.low(first) in self.surname_first and _SYLLABLES.fullmatch(word):  # Yoon Sang-min
            return True
        end = self.tokens[self.segments[at].first].end
        chinese = self.titled and at - first == 1 and self.low(first) in self.surname_first
        chinese = chinese and self.clean[end : end + 1] in (".", ",", ";")
        if not self._surname(at, given=previous == "N" or chinese):
            return False
        if self.capitals:
            return (previous in "NnI" or chinese) and at - first <= 2
        asian = self.low(first) in self.surname_first and at - first <= 2
        return previous in "NnIp" or (at - first == 1 and previous in "UP") or asian

    def _name_after(self, at: int) -> bool:
        return self.label(at) in _NAMES

    def _is_thing(self, end: int) -> bool:
        """Whether what follows makes the words before it the name of a body, place, plan or ship."""
        if not self.glued(end) or self.labels[end] not in "WX" or not self.single(end) or self.owner(end - 1):
            return False
        low = self.low(end)
        if low in _RULE:
            return False
        one = low.removesuffix("s")
        return any(low in words or one in words for words in (self.org_head, self.thing, self.place_head))
