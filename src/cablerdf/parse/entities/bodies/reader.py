"""Organisations: named bodies of the tables, patterns around a head word, defined abbreviations."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.bodies.extent import FIELDS
from cablerdf.parse.entities.bodies.printed import ARMY, STATE_OR_BODY, BodyFound, BodyPrinted
from cablerdf.parse.entities.words.run import Run
from cablerdf.parse.entities.words.segments import Segment
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import Entry

_COMPOUND = re.compile(r"[-/]")
# heads that a demonym alone makes a name: Colombian Congress
_NATIONAL = lexicon.words_of("national_head")
# known bodies that most countries have
_OF_NATIONS = frozenset(("Air Force", "Coast Guard"))
# heads whose body a demonym or a place may name alone: Kenyan Airways, University of Kingston
_OF_A_NATION = lexicon.words_of("nation_named_head")
_OF_A_PLACE = frozenset(("bank", "university", "college", "church"))
# heads of names of parts and of money rather than of bodies, and the words that make them bodies
_NAMED_BY = {
    "department": frozenset(("police",)),
    "fund": frozenset(("development", "investment", "monetary", "pension", "property", "sovereign", "wealth")),
}
_OFFICIAL = re.compile(r"\s{1,2}(?:officials?|spokes(?:man|woman|person))\b")  # Roads Department | spokesman
_FIRM_ENDS = frozenset(("co", "corp", "gmbh", "inc", "llc", "ltd", "plc"))
_FIRM_PLURALS = frozenset(("airlines", "airways", "holdings", "industries"))
_PLAIN = frozenset("WXn")  # labels of words that alone name nothing


class BodyReader(BodyPrinted):
    """Reads organisations in the segments of one run."""

    def read(self, run: Run) -> list[BodyFound]:
        """The organisations of a run, in order."""
        self.turn(run)
        found: list[BodyFound] = []
        if self.start(0) < self.past:
            return found  # within a body that went on over commas
        around = self.labels != "O" and self.shown_around()
        if not (around or "O" in self.labels or self.shown_within()):
            return found
        taken = 0
        for at, segment in enumerate(self.segments):
            if at < taken:
                continue
            extent = self._extent(at, segment, taken, around)
            if extent is None and self.compound and segment.label in "UWA" and _COMPOUND.search(self.lows[at]):
                found += self._parts(segment)
            if extent is not None:
                first, last, entry = extent
                found.append(self.made(first, last, entry))
                taken = last
        return found

    def _parts(self, segment: Segment) -> list[BodyFound]:
        """The bodies of a compound: `Fatah-Hamas`, `NATO-led`, `PUK/KDP`."""
        token = self.tokens[segment.first]
        if "plus" in token.low:
            return []
        found: list[BodyFound] = []
        start = token.start
        letters = "/" not in token.text and token.text.replace("-", "").isupper()
        for part in self.clean[start : token.end].split("-"):
            if letters and not lexicon.is_known(part, *STATE_OR_BODY):
                return []  # CDS-PP, but GOI-NATO
            body = self._part(part, start)
            if body is not None:
                found.append(body)
            elif "/" in part and not lexicon.is_bureau(part.lower()):
                halves = part.split("/")
                bodies = [self._part(half, start + part.index(half)) for half in halves]
                if all(body or lexicon.is_known(half, "country") for body, half in zip(bodies, halves, strict=True)):
                    found += filter(None, bodies)  # U.S./NATO
            start += len(part) + 1
        return found

    def _part(self, part: str, start: int) -> BodyFound | None:
        """The body that one part of a compound names."""
        for words, exact, entry in self.phrases.get(part.lower(), ()):
            if len(words) == 1 and entry.kind == "org" and part[:1].isupper() and exact in ("", part):
                return BodyFound(Span(start, start + len(part)), part, entry)
        return None

    def _extent(self, at: int, segment: Segment, taken: int, around: bool) -> tuple[int, int, Entry | None] | None:
        """(first, past the last, table entry) of the body that a segment is, heads or closes."""
        label, low = segment.label, self.lows[at]
        if label == "O" and not self._head_beyond(at):
            return None if self.is_other(at, segment, taken) else self._known(at, taken)
        if low in self.heads and self.single(at):
            if label in "WUNA" and low in self.forward_head and not self.capitals:
                first, last = self.leftmost(at, taken), self.forward(at)
                if last > at + 1 and not self.labels[first:at].strip("D"):
                    return at, last, None
            if label in "WUXTAO" and low in self.head and not self._head_beyond(at):
                pattern = self._pattern(at, taken)
                return None if pattern is None else (*pattern, None)
        if label == "T":
            return self._defense(at) or self.office_of(at)
        if label == "D" and ARMY.match(self.clean, self.end(at), self.end(at) + 8):
            return at, at + 1, None  # Lebanese army
        if not around:
            return None
        if at == 0 and label in "UNWAn" and not self.capitals:
            firm = self.firm()
            if firm is not None:
                return firm
        if at + 1 < len(self.segments):
            return None
        defined = self.defined(at, taken)
        if defined is None:
            defined = self.called(at, taken)
        if defined is None:
            defined = self.apposed(at, taken)
        return None if defined is None else (defined, at + 1, None)

    def _defense(self, at: int) -> tuple[int, int, Entry | None] | None:
        """The ministry that `MOD` means, but not where a name follows: `MOD Duran` is the minister."""
        if self.low(at) != "mod" or not self.single(at) or self.capitals:
            return None
        if self.labels == "T" and not self.clean.endswith(("the ", "the\n"), 0, self.start(at)):
            return None
        named = self.glued(at + 1) and self.segments[at + 1].label in "NnUKI"
        return None if named else (at, at + 1, lexicon.known_body("ministry of defense"))

    def _known(self, at: int, taken: int) -> tuple[int, int, Entry | None]:
        """The extent of a known body; what stands before or after a common one is part of it: `Spanish | Senate`."""
        if self.glued(at + 1) and self.low(at + 1) == "standing" and self.segments[at + 1].label == "O":
            return at, at + 2, None  # NPC Standing Committee
        if self.assembles(at):
            return at, at + 2, None
        if self.lows[at] in self.head and self.single(at):
            last = self.rightmost(at + 1) if self.glued(at + 1) and self.low(at + 1) == "of" else at + 1
            before = self.segments[at - 1].label if at > taken and self.glued(at) else ""
            if last > at + 1 and any(self.is_thing(k) for k in range(at + 1, last)):
                last = at + 1
            nation = before == "D" or (before == "C" and not self.owner(at - 1) and self.low(at) != "treasury")
            if nation and self.low(at) in _NATIONAL:
                return at - 1, last, None
            first = self.leftmost(at, taken) if before and before in "WU" and not self.thing_follows(last) else at
            if first < at and self.running(first, at):
                return first, last, None
            if last > at + 1:
                return at, last, None
        entry = self.segments[at].entry
        if entry is not None and entry.detail == "party" and self.glued(at + 1) and self.low(at + 1) == "of":
            last = self.rightmost(at + 1)
            if last > at + 1 and self.segments[last - 1].label in "CP":
                return at, last, None  # Democratic Party of Senegal
        if entry is not None and entry.detail == "party" and self._qualified(at, taken):
            return at - 1, at + 1, None
        ministry = entry is not None and entry.name.startswith("Ministry")
        force = entry is not None and entry.name in _OF_NATIONS
        last = at + 3 if ministry and self._two_fields(at) else at + 1
        if (ministry or force) and at > taken and self.glued(at) and not self.capitals:
            label = self.labels[at - 1]
            if label == "D" or (force and label == "C" and not self.owner(at - 1)):
                return at - 1, last, None  # Georgian MFA, Kenya | Air Force
        return at, last, entry if last == at + 1 else None

    def _two_fields(self, at: int) -> bool:
        """Whether a ministry has a second field behind its first: `Ministry of Commerce | and Industry`."""
        if self.label(at + 1) != "j" or self.low(at + 1) != "and" or self.label(at + 2) != "W" or self.capitals:
            return False
        field = self.low(at + 2)
        return (field in self.org_word or field in FIELDS) and self.label(at + 3) in ("", "T", "j")

    def _qualified(self, at: int, taken: int) -> bool:
        """Whether a word before the name of a party makes another one of it: `Revolutionary | Democratic Party`."""
        if at == taken or self.labels[at - 1] not in "WX" or self.single(at) or self.owner(at - 1):
            return False
        if self.labels[at - 1] == "X":
            return self.low(at - 1) not in self.month  # Baloch | Republican Party
        return self.low(at - 1) in self.org_word - self.generic and self.running(at - 1, at + 1)

    def _head_beyond(self, at: int) -> bool:
        """Whether a known body is the first part of a longer name: `Senate | Armed Services Committee`."""
        for step in range(at + 1, min(at + 5, len(self.segments))):
            if self.segments[step].label not in "WUXA" or self.owner(step - 1) or not self.glued(step):
                return False
            if self.low(step) in self.head and (self.low(step) not in self.weak or self._complemented(step)):
                return True
        return False

    def _complemented(self, at: int) -> bool:
        """Whether `of` or `for` goes on from a head word: `Office | of`."""
        return at + 1 < len(self.segments) and self.glued(at + 1) and self.low(at + 1) in ("of", "for")

    def _pattern(self, at: int, taken: int) -> tuple[int, int] | None:
        """First and past-the-last segment of the name around a head word, None where it names nothing."""
        first, last = self.leftmost(at, taken), self.spelt_on(self.rightmost(at + 1), taken)
        if first > taken and self.low(first - 1) == "and":
            first = self.spelt(first, last, taken)
        if self.numbered(at):
            return first, last
        if last - first < 2 or self.thing_follows(last) or (last == at + 1 and self.is_thing(at)):
            return None
        head, own = self.low(at), self.segments[first:at]
        if self.heads_no_body(at, head, own) or self.low(first).startswith("xxxx"):
            return None
        return (first, last) if self._named(at, first, last) else None

    def _named(self, at: int, first: int, last: int) -> bool:
        """Whether the words around a head word make it the name of one body."""
        head, own = self.low(at), self.segments[first:at]
        complement, running = last > at + 1, self.running(first, last)
        proper = any(s.label not in _PLAIN and s.label not in "jD" for s in own)
        if head in self.weak and not proper and not self._told_by_common_words(at, first, last):
            return False
        if own and all(s.label == "D" for s in own) and not complement and head not in _NATIONAL:
            return running and head in _OF_A_NATION
        if head == "administration" and not any(s.label == "W" for s in own):
            return False
        shown = complement or self.abbreviated(last)
        naming = _NAMED_BY.get(head)
        if naming and not (
            shown
            or _OFFICIAL.match(self.clean, self.end(last - 1))
            or any(self.low(k) in naming for k in range(first, at))
        ):
            return False
        if head.endswith("s") and all(s.label in _PLAIN for s in own) and not shown:
            return running and head in _FIRM_PLURALS
        if not own and self.labels[:first].endswith("Wj") and not self.labels[first:last].strip("W"):
            return self.abbreviated(last)  # Infrastructure and | Telecommunications Systems
        if not own and complement and all(s.label in "jCP" for s in self.segments[at + 1 : last]):
            return head in _OF_A_PLACE
        land = self.labels[last - 1] == "P" or self.low(last - 1) == "province"
        if self.of_people(head, own, running) and (land or not self.abbreviated(last)):
            return False
        if own and not (proper or complement) and all(self.low(k) in self.generic for k in range(first, at)):
            return head in ("ministry", "ministries") or (
                running and head not in _FIRM_ENDS and not self.common_name(first, last)
            )
        return True

    def _told_by_common_words(self, at: int, first: int, last: int) -> bool:
        """Whether common words are enough to make a weak head word a name: `Office of Public Works`."""
        head, complement, abbreviated = self.low(at), last > at + 1, self.abbreviated(last)
        named = any(self.low(k) not in self.generic for k in range(first, at)) or (
            complement and head in ("office", "center", "centre", "fund", "board", "court")
        )
        if not (named or abbreviated or self.running(first, last)) or (self.capitals and not complement):
            return False
        if self.heading and not (complement or abbreviated):
            return False
        return not (self.common_name(first, last) and (head == "community" or not abbreviated))
