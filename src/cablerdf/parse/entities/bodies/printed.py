"""What the text about the words of a body adds to its name: numbers, small words, a slash, letters in parentheses."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities.bodies.context import LOWER_OFFICE, PARTY, BodyContext
from cablerdf.parse.entities.bodies.extent import ABBREVIATION
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import Entry

_NUMBERED = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th)\s+$")  # 24th MEU
UNITS = frozenset(("fleet", "meu", "brigade", "division", "corps", "regiment", "battalion", "squadron", "wing"))
_OF_NUMBER = re.compile(r"\s{1,2}of\s{1,2}\d{1,3}\b(?![.,]\d)")  # Group | of 77
_CHANNEL = re.compile(r"\s\d{1,3}\b(?![-.,:]\d|\s(?:percent|[bm]illion))")  # Talk Radio | 702
_CHANNELS = frozenset(("radio", "television", "tv"))
_FIRST = re.compile(r"\b([A-Z][A-Za-z&/-]{1,9})\s\((?:the\s)?$")
# Union for a | Popular Movement
_FOR_A = re.compile(r"\b(?:Alliance|Campaign|Center|Coalition|Front|Movement|Party|Union)\s{1,2}for\s{1,2}an?\s{1,2}$")
_BESIDE = re.compile(r"(?<![\w/])([A-Z][A-Za-z.]{1,14})/$")  # the | U.S./ | Ruritania Joint Task Force
_ARMED = re.compile(r"/(?:Army|Force)\b")  # Liberation Movement | /Army
_MOVEMENTS = frozenset(("front", "movement", "party", "union"))
_FIRM = re.compile(r"\.?,?\s{1,2}(?:Inc|Limited|LLC|Ltd)\b")  # Torvel Trading Co | ., Ltd
_FIRMS = frozenset(("co", "company", "corp", "corporation"))
ARMY = re.compile(r"\s+army\b")
STATE_OR_BODY = ("org", "government", "country")


class BodyFound(NamedTuple):
    """A printed form of an organisation: its span, its name there, and what the tables know.

    `abbreviation` is the one printed in parentheses just after it, with `abbreviation_span`.
    """

    span: Span
    name: str
    entry: Entry | None = None
    abbreviation: str | None = None
    abbreviation_span: Span | None = None


class BodyPrinted(BodyContext):
    """Makes a body of its segments and of what the text prints about them."""

    def numbered(self, at: int) -> bool:
        """Whether a number makes a name of a unit or a group: `5th | Fleet`, `Group | of 77`."""
        if self.low(at) == "group":
            return _OF_NUMBER.match(self.clean, self.end(at)) is not None
        start = self.start(at)
        return self.low(at) in UNITS and _NUMBERED.search(self.clean, max(0, start - 8), start) is not None

    def made(self, first: int, last: int, entry: Entry | None) -> BodyFound:
        """The body of some segments, with what the text about them adds: `24th`, `party`, `(ABC)`."""
        end = self.fielded(first, last)
        if end > self.end(last - 1):
            self.past, entry = end, None
        start, end = self._begun(first, last), self._ended(first, last, end, entry)
        name = " ".join(self.clean[start:end].split())
        if "," in name:
            name = re.sub(r",s\b", "'s", name).replace(" d,", " d'")  # telegrams garble the apostrophe
        match = ABBREVIATION.match(self.clean, end)
        if match is None and self.clean[end : end + 1] == ")":
            match = _FIRST.search(self.clean, max(0, start - 18), start)  # PDCI (Parti Democratique ...)
        if name[-1:].isdigit():
            entry = lexicon.known_body(name)
        if match is None or not (_initial(match[1], name) or _is_letters(match[1])):
            return BodyFound(Span(start, end), name, entry)
        return BodyFound(Span(start, end), name, entry, match[1], Span(*match.span(1)))

    def _begun(self, first: int, last: int) -> int:
        """Where a body of some segments begins, with what the text before them adds: `24th |`, `Union for a |`."""
        start = self.start(first)
        numbered = _NUMBERED.search(self.clean, max(0, start - 8), start) if self.low(last - 1) in UNITS else None
        if numbered is not None:
            start = numbered.start()
        if self.labels[first] == "C" and self.clean[start - 1 : start] == "/":
            return self._beside(start)
        before = max(0, start - 24)
        longer = _FOR_A.search(self.clean, before, start) if "for" in self.clean[before:start] else None
        return start if longer is None else longer.start()

    def _beside(self, start: int) -> int:
        """Where a body begins whose second country stands at a position: `the | U.S./Ruritania Joint Task Force`."""
        match = _BESIDE.search(self.clean, max(0, start - 16), start)
        return match.start() if match is not None and lexicon.is_known(match[1], "country") else start

    def _ended(self, first: int, last: int, end: int, entry: Entry | None) -> int:
        """Where a body goes on to by what stands behind its segments: `'s office`, `army`, `party`, `702`."""
        label, word = self.labels[last - 1], self.tokens[self.segments[last - 1].last - 1].low
        if entry is not None and entry.name.endswith("'s") and self.owner(last - 1):
            return end + 2  # Standard & Poor | 's
        if word in _MOVEMENTS and (armed := _ARMED.match(self.clean, end)):
            self.past = armed.end()
            return self.past
        if word in _FIRMS and (firm := _FIRM.match(self.clean, end)):
            self.past = firm.end()
            return self.past
        if word == "group" or word in _CHANNELS:
            number = (_OF_NUMBER if word == "group" else _CHANNEL).match(self.clean, end)
            return end if number is None else number.end()
        small = LOWER_OFFICE if label == "T" else ARMY if label == "D" else None
        match = None if small is None else small.match(self.clean, end)
        end = end if match is None else match.end()
        shouted = entry is not None and self.clean[self.start(first) : end].isupper()
        named = entry is None or (entry.detail == "party" and not shouted)  # the MAS | party
        party = PARTY.match(self.clean, end) if named else None
        return end if party is None else party.end()


def _is_large(text: str) -> bool:
    """Whether a word has several capitals: `KfW`."""
    return sum(map(str.isupper, text)) > 1


def _is_letters(text: str) -> bool:
    """Whether capitals in parentheses can be the abbreviation of the body before them."""
    return lexicon.is_abbreviation(text) or (_is_large(text) and lexicon.is_known(text, *STATE_OR_BODY))


def _initial(abbreviation: str, name: str) -> bool:
    """Whether an abbreviation begins as one of the words of the name does."""
    return _is_large(abbreviation) and any(
        word[0].upper() == abbreviation[0] for word in re.split(r"[\s-]+", name) if word
    )
