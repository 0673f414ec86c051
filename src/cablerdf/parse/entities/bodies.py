"""Organisations: named bodies of the tables, patterns around a head word, defined abbreviations."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.body_extent import BodyExtent
from cablerdf.parse.entities.lexicon import Entry
from cablerdf.parse.entities.segments import Segment

# "... Force (CRF)", "... (PML-N)", "... ("MOFA")"
_ABBREVIATION = re.compile(r"\s*\(\s*[\"“']?(?:the\s+)?([A-Z][A-Za-z&/-]{1,11})[\"”']?\s*[),;]")
_PARTY = re.compile(r"[ \n]+party\b")
# "front company X", "daily X"
FIRMS = frozenset(
    ("company", "firm", "newspaper", "daily", "weekly", "magazine", "airline", "broadcaster", "conglomerate", "ngo",
     "think-tank", "manufacturer", "consultancy", "contractor", "subsidiary")
)  # fmt: skip
_LOWER_OFFICE = re.compile(r"['’]s\s+office\b(?!\s+(?:director|chief|manager))")
_OFFICE_HOLDERS = frozenset(("prime", "pm", "attorney", "prosecutor", "ombudsman", "president", "vice", "chief"))
_OFFICES = frozenset(("office", "chancellery"))
# heads that a demonym alone makes a name: Colombian Congress
_NATIONAL = frozenset(
    ("police", "army", "navy", "senate", "congress", "parliament", "ministry", "legislature", "treasury")
)
_PLAIN = frozenset("WXn")  # labels of words that alone name nothing


class BodyFound(NamedTuple):
    """A printed form of an organisation: its span, its name there, and what the tables know.

    `abbreviation` is the one printed in parentheses just after it, with `abbreviation_span`.
    """

    span: Span
    name: str
    entry: Entry | None = None
    abbreviation: str | None = None
    abbreviation_span: Span | None = None


class BodyReader(BodyExtent):
    """Reads organisations in the segments of one run."""

    def read(self) -> list[BodyFound]:
        """The organisations of the run, in order."""
        found: list[BodyFound] = []
        taken = 0
        for at, segment in enumerate(self.segments):
            if at < taken:
                continue
            extent = self._extent(at, segment, taken)
            if extent is None and segment.label in "UWA" and "-" in self.tokens[segment.first].text:
                found += self._parts(segment)
            if extent is not None:
                first, last, entry = extent
                found.append(self._made(first, last, entry))
                taken = last
        return found

    def _parts(self, segment: Segment) -> list[BodyFound]:
        """The bodies of a compound: `Fatah-Hamas`, `NATO-led`."""
        token = self.tokens[segment.first]
        found: list[BodyFound] = []
        start = token.start
        if "plus" in token.low:
            return found
        for part in self.clean[token.start : token.end].split("-"):
            for words, exact, entry in self.phrases.get(part.lower(), ()):
                if len(words) == 1 and entry.kind == "org" and part[:1].isupper() and exact in ("", part):
                    found.append(BodyFound(Span(start, start + len(part)), part, entry))
                    break
            start += len(part) + 1
        return found

    def _extent(self, at: int, segment: Segment, taken: int) -> tuple[int, int, Entry | None] | None:
        """(first, past the last, table entry) of the body that a segment is, heads or closes."""
        if segment.label == "O" and not self._head_beyond(at):
            if self.thing_follows(at + 1) and segment.entry is not None and segment.entry.detail == "company":
                return None
            if self.titled_after(at) and lexicon.is_bureau(self.low(at)):
                return None
            national = (
                at > taken and self.glued(at) and self.segments[at - 1].label == "D" and self.low(at) in _NATIONAL
            )
            return (at - 1, at + 1, None) if national and self.single(at) else (at, at + 1, segment.entry)
        if self.single(at) and segment.label in "WUXTAO" and self.low(at) in self.head:
            pattern = self._pattern(at, taken)
            return None if pattern is None else (*pattern, None)
        if segment.label == "T":
            return self._office_of(at)
        if at == 0 and segment.label in "UNWn" and not self.capitals:
            firm = self._firm()
            if firm is not None:
                return firm
        defined = self._defined(at, taken)
        return None if defined is None else (defined, at + 1, None)

    def end(self, at: int) -> int:
        """Where a segment ends in the text."""
        return self.tokens[self.segments[at].last - 1].end

    def titled_after(self, at: int) -> bool:
        """Whether a title follows a segment: `EAP | Assistant Secretary`."""
        return self.glued(at + 1) and self.segments[at + 1].label == "T"

    def _office_of(self, at: int) -> tuple[int, int, None] | None:
        """`Prime Minister's Chancellery`, `Prime Minister's office`: an office named by whose it is."""
        if not self.owner(at):
            return None
        if self.low(at) in _OFFICE_HOLDERS and _LOWER_OFFICE.match(self.clean, self.end(at)):
            return at, at + 1, None
        if not self.glued(at + 1) or self.low(at + 1) not in _OFFICES or self.titled_after(at + 1):
            return None
        return at, at + 2, None

    def _firm(self) -> tuple[int, int, None] | None:
        """`the Iranian firm Shahin Sefid`: what a lower-case word calls a firm, a paper or a body."""
        start = self.tokens[self.segments[0].first].start
        before = self.clean[max(0, start - 16) : start].split()
        if not before or before[-1].lower() not in FIRMS or self.clean[start - 1 : start] == ".":
            return None
        last = 0
        while last < len(self.segments) and self.segments[last].label in "UNnWAPC" and (not last or self.glued(last)):
            last += 1
            if self.owner(last - 1):
                break
        proper = any(s.label in "UA" for s in self.segments[:last])
        return (0, last, None) if last and proper else None

    def _head_beyond(self, at: int) -> bool:
        """Whether a known body is the first part of a longer name: `Senate | Armed Services Committee`."""
        for step in range(at + 1, min(at + 5, len(self.segments))):
            if self.segments[step].label not in "WUXA" or self.owner(step - 1) or not self.glued(step):
                return False
            if self.low(step) in self.head and self.low(step) not in self.weak:
                return True
        return False

    def _pattern(self, at: int, taken: int) -> tuple[int, int] | None:
        """First and past-the-last segment of the name around a head word, None where it names nothing."""
        first, last = self.leftmost(at, taken), self.rightmost(at + 1)
        if self._title_takes(last, at):
            last -= 1
        if last - first < 2 or self.thing_follows(last) or (last == at + 1 and self.is_thing(at)):
            return None
        head, own = self.low(at), self.segments[first:at]
        proper = any(s.label not in _PLAIN and s.label not in "jD" for s in own)
        complement = last > at + 1
        if head in self.weak and not proper:
            named = any(self.low(k) not in self.generic for k in range(first, at)) or (
                complement and head in ("office", "center", "centre", "fund", "board", "court")
            )
            if (self.capitals and not complement) or not (named or self._abbreviated(last)):
                return None
        if own and all(s.label == "D" for s in own) and not complement and head not in _NATIONAL:
            return None
        if head == "administration" and not any(s.label == "W" for s in own):
            return None
        if head.endswith("s") and all(s.label in _PLAIN for s in own) and not (complement or self._abbreviated(last)):
            return None
        if not own and complement and all(s.label in "jCP" for s in self.segments[at + 1 : last]):
            return None
        generic = head not in ("ministry", "ministries")
        if (
            generic
            and own
            and not proper
            and not complement
            and all(self.low(k) in self.generic for k in range(first, at))
        ):
            return None
        return first, last

    def _title_takes(self, last: int, head: int) -> bool:
        """Whether the last word belongs to a title that follows: `Ministry of Defense | Parliamentary Secretary`."""
        if last <= head + 2 or not self.glued(last) or self.segments[last].label != "T":
            return False
        words = self.segments[last - 1].label == "W" and self.segments[last - 2].label == "W"
        return words and self.low(last - 1) in self.modifier

    def _abbreviated(self, last: int) -> bool:
        return _ABBREVIATION.match(self.clean, self.tokens[self.segments[last - 1].last - 1].end) is not None

    def _defined(self, at: int, taken: int) -> int | None:
        """First segment of a name whose abbreviation follows in parentheses, by its initials."""
        segment = self.segments[at]
        if segment.label not in "WUNnXDA" or (at + 1 < len(self.segments) and self.glued(at + 1)):
            return None
        end = self.tokens[segment.last - 1].end
        following = self.clean[end : end + 8].lstrip()
        if following.startswith("party"):
            return self._lower_party(at, end)
        match = _ABBREVIATION.match(self.clean, end) if following[:1] == "(" else None
        if match is None:
            return None
        if self.is_thing(at) or not sum(map(str.isupper, match[1])) > 1:
            return None
        known = any(
            words == (match[1].lower(),) and e.kind == "org" for words, _x, e in self.phrases.get(match[1].lower(), ())
        )
        first = self._by_initials(at, taken, [c for c in match[1].upper() if c.isalpha()])
        if first is None or not (known or any(s.label in "UN" for s in self.segments[first : at + 1])):
            return None
        barred = self.low(first) in ("government", "republic", "kingdom") or self.is_thing(first)
        return None if barred else first

    def _lower_party(self, at: int, end: int) -> int | None:
        """`Conservative party`: a capitalised adjective before a lower-case `party`."""
        segment = self.segments[at]
        plain = segment.label in "WU" and (self.low(at) in self.org_word or segment.label == "U")
        return at if plain and _PARTY.match(self.clean, end) and not self.owner(at) else None

    def _by_initials(self, at: int, taken: int, letters: list[str]) -> int | None:
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

    def _made(self, first: int, last: int, entry: Entry | None) -> BodyFound:
        start = self.tokens[self.segments[first].first].start
        end = self.end(last - 1)
        office = _LOWER_OFFICE.match(self.clean, end) if self.segments[last - 1].label == "T" else None
        if office is not None:
            end = office.end()
        party = _PARTY.match(self.clean, end) if entry is None or entry.detail == "party" else None
        if party is not None:
            end = party.end()
        name = " ".join(self.clean[start:end].split())
        match = _ABBREVIATION.match(self.clean, end)
        if match is None or not (_initial(match[1], name) or lexicon.is_abbreviation(match[1])):
            return BodyFound(Span(start, end), name, entry)
        return BodyFound(Span(start, end), name, entry, match[1], Span(*match.span(1)))


def _initial(abbreviation: str, name: str) -> bool:
    """Whether an abbreviation begins as one of the words of the name does."""
    if sum(map(str.isupper, abbreviation)) < 2:
        return False
    return any(word[0].upper() == abbreviation[0] for word in re.split(r"[\s-]+", name) if word)
