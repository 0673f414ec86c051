"""Titles before and after a name: where they begin, where they end."""

from __future__ import annotations

from functools import cache

from cablerdf.model import Span
from cablerdf.parse.entities.words.run import RunReader
from cablerdf.parse.entities.words.segments import Segment
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.nationality import figures
from cablerdf.parse.lexicon.styles import before_names, is_rank, stands_before_names

_SENT = frozenset(
    ("ambassador", "representative", "envoy", "adviser", "advisor", "assistant", "secretary", "counselor")
)

_OF_REGIONS = frozenset(
    word
    for words in (
        "affairs director officer desk analyst department division bureau",
        "committee subcommittee chairman chairwoman coordinator",
    )
    for word in words.split()
)
_OF_PLACES = ("ian", "ean")  # endings of adjectives made of names of places
_DISTRICTS = frozenset(("district", "province", "region", "county", "state", "township"))
# what "General" behind it is the rank of: Chief of Staff | General
_COMMANDS = frozenset(("chief", "staff", "commander", "minister", "adviser", "advisor", "head", "attache", "general"))
# bodies of which ranks and styles tell an office: High Court | Judge, Army | Sergeant
_RANKED = frozenset(("army", "command", "corps", "court", "force", "forces", "guard", "navy", "police", "university"))
# ranks that end titles of offices as well: Prosecutor General, Chief Justice
_NO_ADDRESSES = frozenset(("general", "chief", "marshal", "major", "commander", "justice", "judge"))


class TitleReader(RunReader):
    """Reads titles in the segments of one run."""

    def __init__(self, clean: str) -> None:
        super().__init__(clean)
        self.modifier = lexicon.titles("modifier")
        self.org_word = lexicon.words_of("org_word")
        self.org_head = lexicon.words_of("org_head")
        self.field_opening = lexicon.words_of("field_opening")
        self.no_opening = lexicon.words_of("opens_no_title")
        self.family = lexicon.family()
        self.given = lexicon.given()

    def at(self, index: int) -> int | None:
        """Index past the title that begins at a segment; None where none begins there.

        Modifiers, demonyms, acronyms and names of bodies may stand before the head (`Acting
        EAP A/S`, `French Foreign Minister`); `of ...`, `for ...` may follow it.
        """
        segments = self.segments
        at, end = index, None
        limit = len(segments)
        while at < limit:
            segment = segments[at]
            label = segment.label
            if at > index and not self._joined(segment):
                break
            if label == "T":
                if self._body_follows(at) or (self._word(segment) == "general" and self._in_general(at, index)):
                    return end
                at = end = at + 1
                continue
            if end is not None:
                onward = self._onward(at)
                if onward is None:
                    return end
                at, end = onward, onward if label == "j" else end
                continue
            if label == "j":
                if at == index or not self._links(at) or self._named(index, at):
                    return None
            elif not self._leads(at, index):
                return None
            at += 1
        return end

    def _onward(self, at: int) -> int | None:
        """Index past what goes on a title behind its head: `of Trade`, a word before its next head; None where none."""
        segment = self.segments[at]
        if segment.label != "j":
            goes_on = (self._is_modifier(segment) and self._head_ahead(at)) or self._within(at)
            return at + 1 if goes_on else None
        served = self._served(at)
        if served is not None:
            return served
        complement = self._complement(at)
        another = complement is not None and self._word(segment) == "to" and self._title_at(complement)
        return None if another else complement

    def _leads(self, at: int, index: int) -> bool:
        """Whether a segment may stand before the head of the title that begins at an index."""
        segment = self.segments[at]
        label = segment.label
        return (
            label in "DCAOPG"
            or self._is_modifier(segment)
            or (label == "W" and self._head_ahead(at) and self._may_modify(at))
            or (label == "X" and self._opens(segment) and self._head_ahead(at))
            or (label == "U" and at == index and self._of_place(at))
        )

    def _opens(self, segment: Segment) -> bool:
        """Whether a word that is no name may stand in a title: `Presidency | Minister`, `North | Africa Director`."""
        word = self._word(segment)
        if word in self.field_opening:
            return True
        plain = segment.entry is not None and segment.last - segment.first == 1 and not self.capitals
        return plain and word not in self.no_opening and not word.endswith("s")

    def _of_place(self, at: int) -> bool:
        """Whether an unknown word names the place of an office: `Torvel | District Governor`, `Lusatian | Duke`."""
        following = self.segments[at + 1 : at + 3]
        if self.capitals or not following or not self._joined(following[0]):
            return False
        if following[0].label == "T":
            return self._word(self.segments[at]).endswith(_OF_PLACES)
        return len(following) > 1 and self._word(following[0]) in _DISTRICTS and following[1].label == "T"

    def _may_modify(self, at: int) -> bool:
        """Whether a common word may stand in a title; where all is in capitals, only one that often does."""
        word = self._word(self.segments[at])
        return word in self.org_word if self.capitals else not word.endswith("ing")

    def _within(self, at: int) -> bool:
        """Whether a word stands between two words of one title: `Chief | Privacy | Officer`, `Deputy | FDP | Chair`."""
        segment = self.segments[at]
        if segment.label in "DO" and self.lows[at - 1] == "deputy":
            return self._title_at(at + 1)
        if self.capitals or segment.label != "W" or self._word(segment) in self.family:
            return False
        return self.tokens[segment.first].glue == 2 and self._title_at(at + 1)

    def _title_at(self, at: int) -> bool:
        """Whether another title goes on there: `Private Secretary to | Development Secretary Alexander`."""
        return at < len(self.segments) and self.segments[at].label == "T" and self._joined(self.segments[at])

    def _links(self, at: int) -> bool:
        """Whether a joining word stands within the name of an office or body: `Ministry | of | Defense Spokesman`."""
        word, before = self._word(self.segments[at]), self.segments[at - 1]
        if word == "the":
            return self._word(before) == "of"
        if word == "of":
            return before.label == "W" and self._word(before) in self.org_head
        if before.label == "W" and self._word(before) in self.org_head and self._title_at(at + 1):
            return False  # the Health Ministry and | President Soto
        return word in ("and", "&") and (before.label == "W" or self._regions(at))

    def _regions(self, at: int) -> bool:
        """Whether `and` stands between the regions that one office is for: `East Asian | and | Pacific Affairs`."""
        following = self.segments[at + 1 : at + 4]
        if self.segments[at - 1].label not in "DPC" or not following or following[0].label not in "DPCWX":
            return False
        return any(self._word(segment) in _OF_REGIONS for segment in following[1:])

    def _named(self, index: int, at: int) -> bool:
        """Whether a family name alone stands before `and`: `Gates | and National Security Advisor`."""
        word = self._word(self.segments[index])
        return at == index + 1 and word in self.family and word not in self.org_word and word not in self.modifier

    def _joined(self, segment: Segment) -> bool:
        token = self.tokens[segment.first]
        return token.glue > 0

    def _word(self, segment: Segment) -> str:
        return self.tokens[segment.first].low

    def _is_modifier(self, segment: Segment) -> bool:
        return segment.last - segment.first == 1 and self._word(segment) in self.modifier

    def _in_general(self, at: int, index: int) -> bool:
        """Whether `General` is no rank: `in General`, `Procuracion | General`."""
        if at == 0:
            return False
        foreign = at == index and self.segments[at - 1].label == "U" and self.tokens[self.segments[at].first].glue == 2
        return (foreign and not self.capitals) or self._word(self.segments[at - 1]) == "in"

    def _body_follows(self, at: int) -> bool:
        """Whether the title at a segment is part of the name of a body: `Prime Minister's Office`."""
        if at + 1 >= len(self.segments):
            return False
        following = self.segments[at + 1]
        return following.label in "WUX" and self._word(following) in self.org_head and self._joined(following)

    def _head_ahead(self, at: int) -> bool:
        """Whether a title follows within six segments, with nothing but title words between."""
        for segment in self.segments[at + 1 : at + 7]:
            if segment.label == "T":
                return True
            known = segment.label in "WDCAOP" or self._is_modifier(segment)
            known = known or (segment.label == "X" and self._opens(segment))
            if not known and self._word(segment) not in ("and", "&", "of", "the"):
                return False
        return False

    def _complement(self, at: int) -> int | None:
        """Index past `of Foreign Affairs`, `for Political Affairs`, `to the United States`."""
        segments, tokens = self.segments, self.tokens
        word = self._word(segments[at])
        if word not in ("of", "for", "to", "in", "on", "de"):
            return None
        if word == "to" and self.capitals and self._word(segments[at - 1]) not in _SENT:
            return None  # a headline: CHIEF TO DELEGATION
        at += 1
        while at < len(segments) and segments[at].label == "j" and self._word(segments[at]) == "the":
            at += 1
        end = None
        while at < len(segments):
            segment = segments[at]
            if end is None and word in ("of", "for") and self._seat(at):
                return at + 1
            if not tokens[segment.first].glue or (segment.label in "NUIpnTKF" and self._word(segment) != "justice"):
                break
            if segment.label == "j":
                following = segments[at + 1] if at + 1 < len(segments) else None
                if following is None or following.label not in "WCPDOAX":
                    break
            elif segment.label in "CP" and end is not None and self._name_like(at + 1):
                return end if segment.last - segment.first == 1 and self._word(segment) in self.given else at + 1
            elif segment.label == "P" and end is not None and self._word(segment) in figures():
                return end  # Minister of Defense | Duran
            else:
                end = at + 1
            at += 1
        return end

    def _seat(self, at: int) -> bool:
        """Whether an unknown word is the place of an office, a given and a family name behind it: `MP for | Torvel`."""
        names = self.labels[at : at + 3]
        return names in ("UNU", "UNn", "UNN") and all(map(self.glued, range(at + 1, at + 3))) and not self.capitals

    def _served(self, at: int) -> int | None:
        """Index past those whom somebody serves and his subject: `Adviser | to the President on Petroleum Matters`."""
        sent = self.tokens[self.segments[at - 1].last - 1].low in _SENT
        if not sent or self.lows[at : at + 2] != ["to", "the"] or not self._title_at(at + 2):
            return None
        end = at + 3
        subject = end + 1 < len(self.segments) and self.lows[end] in ("on", "for")
        return (self._complement(end) if subject else end) or end

    def _name_like(self, at: int) -> bool:
        return at < len(self.segments) and self.segments[at].label in "NUIK"

    def parted(self, at: int, end: int, title: Span) -> tuple[Span, ...]:
        """A title, the form of address at its end apart: `Minister of Health | Dr`."""
        if (end - at == 2 and self.owner(at) and is_rank(self.low(at + 1))) or self._beside_body(at, end - 1):
            title = Span(self.tokens[self.segments[end - 1].first].start, title.end)  # "XYZ's | General Soto"
        spans, last = [title], end - 1
        while any(segment.label == "T" for segment in self.segments[at:last]) and self._is_address(last):
            before, address = self.tokens[self.segments[last - 1].last - 1], self.tokens[self.segments[last].first]
            spans[:1] = [Span(title.start, before.end), Span(address.start, spans[0].end)]
            last -= 1
        return tuple(spans)

    def _beside_body(self, at: int, last: int) -> bool:
        """Whether the name of a body, and no office, stands before a rank or style: `Harvest Party | General Soto`."""
        body = self.tokens[self.segments[last - 1].last - 1].low if last > at else ""
        if "T" in self.labels[at:last] or body not in self.org_head or body in _RANKED or not self.single(last):
            return False
        return stands_before_names(self.lows[last])

    def _is_address(self, at: int) -> bool:
        """Whether a form of address or rank stands at a segment after an office: `Chief of Staff | General`."""
        before = self.segments[at - 1]
        if before.label == "j":
            return False
        if self.lows[at] == "general":
            return before.label != "T" or self.tokens[before.last - 1].low in _COMMANDS
        return self.lows[at] in _addresses()


@cache
def _addresses() -> frozenset[str]:
    """Forms of address and ranks that stand by themselves between an office and a name, in lower case."""
    return (before_names() | {"u"}) - _NO_ADDRESSES
