"""Organisations: named bodies of the tables, patterns around a head word, defined abbreviations."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.lexicon import Entry
from cablerdf.parse.entities.segments import Segment
from cablerdf.parse.entities.tokens import Token

# "... Force (CRF)", "... (PML-N)", "... (\"MOFA\")"
_ABBREVIATION = re.compile(r"\s*\(\s*[\"“']?([A-Z][A-Za-z&/.-]{1,11}[A-Z0-9])[\"”']?\s*[),;]")


class BodyFound(NamedTuple):
    """A printed form of an organisation: its span, its name there, and what the tables know.

    `abbreviation` is the one printed in parentheses just after it, with `abbreviation_span`.
    """

    span: Span
    name: str
    entry: Entry | None = None
    abbreviation: str | None = None
    abbreviation_span: Span | None = None


class BodyReader:
    """Reads organisations in the segments of one run."""

    def __init__(self, clean: str, tokens: list[Token], segments: list[Segment], capitals: bool) -> None:
        self.clean, self.tokens, self.segments, self.capitals = clean, tokens, segments, capitals
        self.head = lexicon.words_of("org_head")
        self.weak = lexicon.words_of("weak_org_head")
        self.thing = lexicon.words_of("not_org_head")
        self.said = lexicon.words_of("said")

    def low(self, at: int) -> str:
        return self.tokens[self.segments[at].first].low

    def read(self) -> list[BodyFound]:
        """The organisations of the run, in order."""
        found: list[BodyFound] = []
        taken = 0
        for at, segment in enumerate(self.segments):
            if at < taken:
                continue
            if segment.label == "O" and not self._head_beyond(at):
                found.append(self._made(at, at + 1, segment.entry))
                taken = at + 1
            elif segment.last - segment.first == 1 and segment.label in "WUXTAO" and self.low(at) in self.head:
                pattern = self._pattern(at, taken)
                if pattern is not None:
                    found.append(self._made(*pattern, None))
                    taken = pattern[1]
            elif segment.label != "T":
                defined = self._defined(at, taken)
                if defined is not None:
                    found.append(self._made(defined, at + 1, None))
                    taken = at + 1
        return found

    def _head_beyond(self, at: int) -> bool:
        """Whether the known body is the first part of a longer name: `Senate | Armed Services Committee`."""
        for step in range(at + 1, min(at + 5, len(self.segments))):
            if self.segments[step].label not in "WUXA" or self.tokens[self.segments[step - 1].last - 1].possessive:
                return False
            if self.low(step) in self.head and self.low(step) not in self.weak:
                return True
        return False

    def _pattern(self, at: int, taken: int) -> tuple[int, int] | None:
        """First and past-the-last segment of the name around a head word."""
        first = self._leftmost(at, taken)
        last = self._rightmost(at + 1)
        labels = [s.label for s in self.segments[first:last]]
        head = self.low(at)
        if last < len(self.segments) and self.tokens[self.segments[last].first].glue and self._thing_at(last):
            return None
        if last - first < 2 or (self.low(last - 1) in self.thing and self.low(last - 1) not in self.head):
            return None
        if first == at and last == at + 1:
            return None
        own = [s for s in self.segments[first:at]]
        if head in self.weak and first == at:
            return None
        if (
            own
            and all(s.label == "D" for s in own)
            and (
                head in self.weak
                or head
                in (
                    "party",
                    "group",
                    "court",
                    "company",
                    "union",
                    "committee",
                    "commission",
                    "police",
                    "press",
                    "ministry",
                    "agency",
                    "mission",
                    "delegation",
                    "council",
                )
            )
        ):
            return None if head not in ("police", "council") else (first, last)
        if first == at and self.low(at + 1) in ("and", "on"):
            return None
        if self.capitals and not any(label in "DCPOUNA" for label in labels) and head in self.weak:
            return None
        return first, last

    def _thing_at(self, at: int) -> bool:
        return self.segments[at].label in "WX" and self.low(at) in self.thing and self.low(at) not in self.head

    def _leftmost(self, at: int, taken: int) -> int:
        first = at
        while first > taken:
            before = self.segments[first - 1]
            word = self.low(first - 1)
            if not self.tokens[self.segments[first].first].glue:
                break
            if before.label == "j":
                inner = (
                    word in ("and", "&", "of", "for")
                    and first - 2 >= taken
                    and self.segments[first - 2].label in "WUA"
                    and first - 1 > taken
                )
                if not (inner and word in ("and", "&") and self._plain_pair(first)):
                    break
            elif (
                before.label not in "WUnNDCPAXO"
                or (self.capitals and word in self.said)
                or (before.label in "X" and word in lexicon.words_of("month"))
                or (before.last - before.first == 1 and self.tokens[before.first].possessive and before.label in "CP")
            ):
                break
            first -= 1
        while first < at and self.segments[first].label in "j":
            first += 1
        return first

    def _plain_pair(self, first: int) -> bool:
        """Whether `and` joins two words of one name (`Narcotics and Law Enforcement Bureau`)."""
        return all(s.label == "W" for s in self.segments[first - 2 : first - 1])

    def _rightmost(self, at: int) -> int:
        last = at
        while at < len(self.segments) and self.tokens[self.segments[at].first].glue:
            if self.tokens[self.segments[at - 1].last - 1].possessive:
                break
            segment, word = self.segments[at], self.low(at)
            if segment.label == "j":
                if word not in ("of", "for", "and", "&", "on", "the", "in", "to", "against", "de", "del", "la"):
                    break
                if last == at and word in ("and", "&", "in", "to", "the"):
                    if not (last > 1 and self.segments[last - 1].label == "W" and self._and_goes_on(at)):
                        break
            elif segment.label in "pj":
                pass
            elif last == at and segment.label in "WUNnDCPAXOT" and at == last and not self._after_joiner(at):
                if not (segment.label == "W" and word in self.head):
                    break
                last = at + 1
            elif segment.label in "WCPDXUNnAO":
                last = at + 1
                if segment.label in "CP" and not self._more_words(at + 1):
                    return last
            else:
                break
            at += 1
        return last

    def _after_joiner(self, at: int) -> bool:
        return self.segments[at - 1].label in "jp" or self._joined_earlier

    _joined_earlier = False

    def _and_goes_on(self, at: int) -> bool:
        return at + 1 < len(self.segments) and self.segments[at + 1].label == "W" and self._complement_open(at)

    def _complement_open(self, at: int) -> bool:
        """Whether an `of` or `for` stands before the `and`, so that it may join two matters of a ministry."""
        return any(
            self.segments[k].label == "j" and self.low(k) in ("of", "for", "on") for k in range(max(0, at - 4), at)
        )

    def _more_words(self, at: int) -> bool:
        return (
            at < len(self.segments)
            and self.segments[at].label == "W"
            and bool(self.tokens[self.segments[at].first].glue)
        )

    def _defined(self, at: int, taken: int) -> int | None:
        """First segment of a name whose abbreviation follows in parentheses, by its initials."""
        segment = self.segments[at]
        if segment.label not in "WUNnXCPD" or (
            at + 1 < len(self.segments)
            and self.tokens[self.segments[at + 1].first].gap.find("(") < 0
            and self.tokens[self.segments[at + 1].first].glue
        ):
            return None
        match = _ABBREVIATION.match(self.clean, self.tokens[segment.last - 1].end)
        if match is None or self.low(at) in self.thing:
            return None
        letters = [c for c in match[1].upper() if c.isalpha()]
        words = 0
        first = at
        while first >= taken and letters:
            part = self.segments[first]
            if part.label in "FT" or (first < at and not self.tokens[self.segments[first + 1].first].glue):
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

    def _made(self, first: int, last: int, entry: Entry | None) -> BodyFound:
        start = self.tokens[self.segments[first].first].start
        end = self.tokens[self.segments[last - 1].last - 1].end
        name = " ".join(self.clean[start:end].split())
        match = _ABBREVIATION.match(self.clean, end)
        if match is None:
            return BodyFound(Span(start, end), name, entry)
        return BodyFound(Span(start, end), name, entry, match[1], Span(*match.span(1)))
