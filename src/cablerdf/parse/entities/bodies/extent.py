"""How far the name of a body reaches to the left and right of its head word."""

from __future__ import annotations

import re
from functools import cache

from cablerdf.parse.entities.words.run import RunReader
from cablerdf.parse.entities.words.segments import ADJECTIVES, Segment
from cablerdf.parse.lexicon import forms as lexicon

# the word before a name in running text, where headings have capitals: "by the |"
_RUNS = re.compile(r"(?:\b[a-z]+|[a-z]['’]s|\bThe)\s+[\"“&]?$")
_CALLED_SO = re.compile(rf"\b(?:{'|'.join(sorted(lexicon.words_of('called_body')))}),\s+$")  # his own firm, |
# small words within foreign names: Partido | de | la | Union
FOREIGN_INNER = lexicon.words_of("foreign_inner")
# "... Force (CRF)", "... (PML-N)", "... ("MOFA")", "... Bank's (CRB)"
ABBREVIATION = re.compile(r"(?:['’]s)?\s{0,4}\(\s{0,4}[\"“']?(?:the\s+)?([A-Z][A-Za-z&/-]{1,11})[\"”']?\s*[),;]")
# second heads and what they follow: Directorate | General, University | System
_SECOND_HEADS = {
    "general": frozenset(("directorate", "inspectorate", "secretariat")),
    "headquarters": frozenset(("command", "corps", "force", "forces")),
    "system": frozenset(("university",)),
}
# heads of parts of a body that two regions may name: Near East and South Asia | Bureau
_OF_REGIONS = frozenset(("bureau", "center", "committee", "department", "division", "office", "subcommittee"))
_NGO = frozenset(("ngo", "ngos"))
_OWNERS = frozenset(("embassy", "mission", "government", "ministry", "consulate"))  # the Embassy's | Security Office
# what stands before names rather than opens them: Former | Kabul University
_NOT_FIRST = lexicon.words_of("before_body")
# what a region may go on to: Center for Middle East | Studies
FIELDS = frozenset(("affairs", "cooperation", "development", "industry", "policy", "relations", "research", "studies"))
# "Ministry of Ecology | , Sustainable Development and Sustainable Planning"
_FIELD = r"[A-Z][\w-]+(?:\s{1,2}[A-Z][\w-]+){0,2}"
_OVER_COMMAS = re.compile(rf"(?P<more>(?:,\s{{1,2}}{_FIELD}){{1,4}}),?\s{{1,2}}(?:and|&)\s{{1,2}}(?P<last>{_FIELD})")
_FIELDED = lexicon.words_of("field_head")
_OPENING = frozenset(("of", "for", "on", "against", "de", "del"))  # words that open a complement: Council | of
_INNER = _OPENING | {"and", "&", "the", "in", "to", "la"}


@cache
def _heads() -> frozenset[str]:
    """The words that names of bodies end in or begin with."""
    return lexicon.words_of("org_head") | lexicon.words_of("forward_head")


class BodyExtent(RunReader):
    """Measures names of bodies in the segments of one run."""

    heading = False  # whether the run stands in a heading
    past = 0  # where the last body ends that went on over commas

    def __init__(self, clean: str) -> None:
        super().__init__(clean)
        self.head = lexicon.words_of("org_head")
        self.weak = lexicon.words_of("weak_org_head")
        self.thing = lexicon.words_of("not_org_head")
        self.generic = lexicon.words_of("generic_org_word")
        self.org_word = lexicon.words_of("org_word")
        self.agreed = lexicon.words_of("treaty") | {"memorandum"}
        self.common_bodies = lexicon.words_of("common_body")
        self.foreign = lexicon.words_of("foreign_word")
        self.forward_head = lexicon.words_of("forward_head")
        self.heads = _heads()
        self.called_body = lexicon.words_of("called_body")
        self.month = lexicon.words_of("month")
        self.phrases = lexicon.phrases()

    def thing_follows(self, at: int) -> bool:
        """Whether the word of a plan, a treaty or an event follows, so that no body is named: `Senate | Bill`."""
        return at < len(self.segments) and self.glued(at) and self.segments[at].label in "WX" and self.is_thing(at)

    def is_thing(self, at: int) -> bool:
        """Whether a word is that of a plan, a treaty or an event, and of no body: `Bill`."""
        return self.low(at) in self.thing and self.low(at) not in self.head

    def end(self, at: int) -> int:
        """Where a segment ends in the text."""
        return self.tokens[self.segments[at].last - 1].end

    def start(self, at: int) -> int:
        """Where a segment begins in the text."""
        return self.tokens[self.segments[at].first].start

    def titled_after(self, at: int) -> bool:
        """Whether a title follows a segment: `EAP | Assistant Secretary`."""
        return self.glued(at + 1) and self.segments[at + 1].label == "T"

    def running(self, first: int, last: int) -> bool:
        """Whether a name stands in running text, so that its capitals mean something."""
        if self.capitals or self.heading:
            return False
        start = self.start(first)
        if _RUNS.search(self.clean, max(0, start - 12), start):
            return True
        return self.glued(last) and self.segments[last].label == "T"

    def common_name(self, first: int, last: int) -> bool:
        """Whether words that cables capitalise name no one body: `Working Group`, `Security Forces`."""
        words = [self.tokens[k].low for k in range(self.segments[first].first, self.segments[last - 1].last)]
        if "and" in words:
            words = words[words.index("and") + 1 :]  # Health and Social Services
        return " ".join(words) in self.common_bodies or words[-2:] == ["special", "forces"]

    def leftmost(self, at: int, taken: int) -> int:
        """The first segment of the name that a head word ends."""
        first = at
        while first > taken and self.glued(first) and self._extends_left(first - 1, taken):
            first -= 1
        while first < at and (self.segments[first].label == "j" or self.low(first) in _NOT_FIRST):
            first += 1
        return first

    def _extends_left(self, at: int, taken: int) -> bool:
        segment, word = self.segments[at], self.low(at)
        if segment.label == "j":
            if at == taken or word not in ("and", "&") or self.capitals:
                return False
            around = self.labels[at - 1] + self.labels[at + 1]
            if around == "PP":  # Middle East | and | Torvel Subcommittee
                return self.low(at + 2) in _OF_REGIONS
            return around == "WW" and (self._in_series(at) or self._opens_name(at - 1, taken))
        if segment.label == "T":
            if word in ("prosecutor", "prosecutors", "auditor", "auditors"):
                return self.low(at + 1) == "office"  # Federal Prosecutors | Office
            if self.low(at + 1) in ("association", "federation", "guild", "syndicate", "union", "working"):
                return word.endswith("s")  # Journalists | Association
            return word == "justice" and self.single(at) and self.low(at + 1) in self.head  # Justice | Ministry
        if segment.label not in "WUnNDCPAXO" or (segment.label == "X" and word in self.month):
            return False
        if word.endswith(ADJECTIVES) or word in _NGO:
            return False
        if self.owner(at) and (segment.label in "CPOUNnK" or word in _OWNERS):
            return False
        if self.capitals and segment.label in "Wn" and word not in self.org_word:
            return False
        return not (segment.label == "W" and word.endswith("ly") and len(word) > 5)

    def _in_series(self, at: int) -> bool:
        """Whether `and` joins words of one name: a demonym or body stands before (`Senate Health and Labor ...`)."""
        return any(self.segments[k].label in "DOC" for k in range(max(0, at - 4), at))

    def _opens_name(self, at: int, taken: int) -> bool:
        """Whether common words up to one open a name in running text: `the | Rescue | and Protection Directorate`."""
        ends = (
            self.labels[at + 3 : k + 1] == "W" * (k - at - 2) and self.low(k) in self.head for k in (at + 3, at + 4)
        )
        if self.low(at + 2) in self.head and not any(ends):
            return (
                False  # the Treasury and | Congress, but Trade and | Energy Ministry, and | Power Construction Company
            )
        fields = self.weak & self.org_word  # the | Energy | and Power Construction Company
        while (
            self.labels[at] == "W" and (self.low(at) not in self.head or self.low(at) in fields) and not self.owner(at)
        ):
            if at == taken or not self.glued(at):
                start = self.start(at)
                return self.running(at, at) or _CALLED_SO.search(self.clean, max(0, start - 24), start) is not None
            at -= 1
        proper = self.labels[at] in "UA" and not self.owner(at)  # Korva | Management and Development Company
        return proper or self.low(at) == "the" or self.owner(at)

    def rightmost(self, at: int) -> int:
        """Past the last segment of the name that goes on after a head word, which stands before an index."""
        last = at
        opened = False
        while at < len(self.segments) and self.glued(at) and not self.owner(at - 1):
            segment, word = self.segments[at], self.low(at)
            if segment.label in "jp":
                if word not in _INNER or not self._opens_complement(at, opened, word):
                    break
                opened = opened or word in _OPENING
            elif word in self.month or (opened and last > at - 1 and word in self.agreed):
                break
            elif opened and self._completes(at):
                if self.capitals and segment.label == "W" and word not in self.org_word and word not in self.head:
                    break
                last = at + 1
                if segment.label in "CP" and not (self.glued(at + 1) and self.low(at + 1) in FIELDS):
                    break
            elif not opened and not self.capitals and self._heads_on(at, segment):
                last = at + 1
            else:
                break
            at += 1
        return last

    def forward(self, at: int) -> int:
        """Past the last segment of a name that follows its head: `Partido | Nacional Vasco`, `Radio | Corporacion`."""
        last = at + 1
        while last < len(self.segments) and self.glued(last) and not self.owner(last - 1) and last - at < 6:
            label = self.segments[last].label
            if label not in "WUNnPCDX" and (label not in "jp" or self.low(last) not in FOREIGN_INNER):
                break
            if last == at + 1 and label == "W" and self.low(last) not in self.foreign:
                break
            last += 1
        while self.segments[last - 1].label in "jp":
            last -= 1
        return last

    def fielded(self, first: int, last: int) -> int:
        """Where a ministry ends whose fields go on over commas behind its first; else where that one ends."""
        end = self.end(last - 1)
        if self.capitals or not self.clean.startswith(",", end):
            return end
        fields = _OVER_COMMAS.match(self.clean, end) if not _FIELDED.isdisjoint(self.lows[first:last]) else None
        if fields is None or not (last == first + 1 or "j" in self.labels[first:last]):
            return end
        own = fields["last"].split()
        while own and own[-1].lower().rpartition("-")[2] not in lexicon.common():
            own.pop()  # Ministry of Trade, Crafts and Tourism | Korvin
        words = fields["more"].replace(",", " ").lower().split()
        if not own or any(word in self.head or word not in lexicon.common() for word in words):
            return end
        return fields.start("last") + fields["last"].index(own[-1]) + len(own[-1])

    def _heads_on(self, at: int, segment: Segment) -> bool:
        """Whether a second head goes on after the first: `Research | Institute`, `Directorate | General`."""
        if segment.label == "W" and self.low(at) in self.head:
            return True
        return self.low(at - 1) in _SECOND_HEADS.get(self.low(at), ()) and self.single(at)

    def _completes(self, at: int) -> bool:
        """Whether a segment may stand in the complement of a head word: `Council of | Representatives`."""
        label = self.segments[at].label
        if label == "T":
            office = any(
                self.low(k) == "office" and (k > at - 4 or self.low(k + 2) == "the") for k in range(max(0, at - 6), at)
            )
            return office or (self.single(at) and self.low(at).endswith("s"))
        return label in "WCPDXA" or (label in "UNn" and not self.capitals)

    def _opens_complement(self, at: int, opened: bool, word: str) -> bool:
        """Whether a small word opens the complement of a head word, or goes on in the `opened` one."""
        if not opened:
            return word in _OPENING and at + 1 < len(self.segments)
        if word in ("and", "&"):
            following = self.segments[at + 1].label if at + 1 < len(self.segments) else ""
            return following == "W" and self.segments[at - 1].label == "W"
        return True
