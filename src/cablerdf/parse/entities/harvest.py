"""One pass over the text of a cable: the names, bodies, places and abbreviations that its readers find in it."""

from __future__ import annotations

from functools import cache

from cablerdf.model import Span
from cablerdf.parse.entities.bodies.reader import BodyFound, BodyReader
from cablerdf.parse.entities.bodies.series import dated_body, hyphened_body, marking, shown_bodies, small_body
from cablerdf.parse.entities.people.names import ERA, NameFound, NameReader, in_capitals
from cablerdf.parse.entities.places.reader import PlaceFound, read_places
from cablerdf.parse.entities.words.lexicon import words_of
from cablerdf.parse.entities.words.run import Run, lone_run, run_of
from cablerdf.parse.entities.words.segments import Labeller, alone
from cablerdf.parse.entities.words.tokens import Token, runs, scan

# how what may follow a common word that names a body begins: party, newspaper, daily, weekly, magazine
_CALLED = frozenset(("pa", "ne", "da", "we", "ma"))
# labels of runs of one segment that name nothing, or no people, no bodies, no places
_IDLE = frozenset("FXGIjp")
_PLACED = frozenset("CP")  # labels of lone words that are places and nothing else
_PEOPLELESS = frozenset("OWCP")
_BODILESS = frozenset("TCPK")
_PLACELESS = frozenset("OTKN")


@cache
def _idle_words() -> frozenset[str]:
    """Words that name nothing by themselves."""
    return words_of("function") | words_of("month")


class Harvest:
    """What one reading of the text brings in, before anything is joined or refused."""

    def __init__(self, clean: str) -> None:
        self.clean = clean
        self.names: list[NameFound] = []
        self.bodies: list[BodyFound] = []
        self.places: list[PlaceFound] = []
        self.acronyms: list[tuple[str, Span]] = []
        self.words: list[tuple[str, Span]] = []  # capitalised common words: Brown, Rice
        self.tokens: list[list[Token]] = []  # of the stretches that are not in capitals
        self._labeller, self._idle = Labeller(), _idle_words()
        self._marking, self._calling = marking(), words_of("called_body")
        self._names, self._bodies = NameReader(clean), BodyReader(clean)

    def read(self, span: Span, heading: bool) -> None:
        """Reads one stretch of text, a paragraph or a heading."""
        begun, bodies = len(self.names), len(self.bodies)
        capitals = in_capitals(self.clean[span.start : span.end])
        tokens = scan(self.clean, span)
        labeller, self._bodies.heading = self._labeller, heading
        labeller.turn(tokens, capitals)
        if not capitals:
            self.tokens.append(tokens)
        family, searched = labeller.family, not (capitals or heading)
        marked: list[BodyFound] = []
        for first, last in runs(tokens):
            end = tokens[last - 1].low
            if end in self._marking:
                marked += self._marked_by_what_follows(tokens[first:last])
            elif last - first > 1 and "-" in end:
                marked += filter(None, [hyphened_body(self.clean, tokens[first:last])])
            if last - first == 1:
                self._word(tokens, first, capitals, searched)
                continue
            if searched and last - first < 4:
                for word in tokens[first:last]:
                    if word.low in family:
                        self.words.append((word.low, Span(word.start, word.end)))
            run = run_of(tokens, labeller.run(first, last), capitals)
            if len(run.segments) > 1:
                self._run(run)
            else:
                self._lone(run)
        marked += shown_bodies(self.clean, span)
        if marked:
            self.bodies[bodies:] = _with(self.bodies[bodies:], marked)
        if heading:
            self.names[begun:] = [_in_heading(name) for name in self.names[begun:]]

    def _marked_by_what_follows(self, words: list[Token]) -> list[BodyFound]:
        """The body that the text behind a run makes of it: `March | 14 leader`, `Haqqani | network`."""
        word = words[-1]
        month = word.low in self._labeller.month
        body = dated_body(self.clean, Span(word.start, word.end)) if month else small_body(self.clean, words)
        return [] if body is None else [body]

    def _word(self, tokens: list[Token], at: int, capitals: bool, searched: bool) -> None:
        """Reads a run of one word, which most often is one that names nothing."""
        text, low, start, end, _glue, _possessive, joiner = tokens[at]
        if joiner or (low in self._idle and (capitals or text[1:] == low[1:])):
            return  # but WHO
        if searched and low in self._labeller.family:
            self.words.append((low, Span(start, end)))
        label, entry = alone(text, low, capitals)
        if label in _PLACED:
            self.places.append(PlaceFound(Span(start, end), text, entry))
        elif label not in _IDLE:
            self._lone(lone_run(tokens, at, label, entry, capitals))

    def _lone(self, run: Run) -> None:
        """Reads a run of one segment, unless it names nothing."""
        label, segment = run.labels, run.segments[0]
        if label == "D":
            end = run.tokens[segment.last - 1].end
            idle = "army" not in self.clean[end : end + 8]
        else:
            idle = label in _IDLE or (label == "W" and self._dull(run.tokens[segment.first]))
        if not idle:
            self._run(run)

    def _dull(self, token: Token) -> bool:
        """Whether a lone common word names nothing: no abbreviation or `party` follows, it is no compound."""
        following = self.clean[token.end : token.end + 3]
        if "-" in token.low or "/" in token.low or "(" in following or following[1:] in _CALLED or token.low == "fleet":
            return False
        return not self._called(token)

    def _called(self, token: Token) -> bool:
        """Whether the word before a token calls it a firm or a paper: `the daily |`."""
        before = self.clean[max(0, token.start - 16) : token.start].split()
        return bool(before) and before[-1] in self._calling

    def _run(self, run: Run) -> None:
        """Has the readers read one run, as far as its labels let them find anything."""
        tokens, segments, labels, lows, compound, _capitals = run
        if "A" in labels:
            for segment in segments:
                if segment.label == "A":
                    token = tokens[segment.first]
                    self.acronyms.append((token.text, Span(token.start, token.end)))
            token = tokens[segments[0].first]
            party = self.clean[token.end + 1 : token.end + 6] == "party"
            if labels == "A" and not party and not compound and not self._called(token):
                return
        if labels not in _PEOPLELESS or (labels == "W" and lows[0].endswith(ERA)):
            self._names.read(run, self.names)
        owner = labels == "T" and (tokens[segments[0].last - 1].possessive or tokens[segments[0].first].low == "mod")
        if labels not in _BODILESS or owner:
            self.bodies += self._bodies.read(run)
        if labels not in _PLACELESS:
            self.places += read_places(self.clean, run)


def _with(read: list[BodyFound], marked: list[BodyFound]) -> list[BodyFound]:
    """Bodies that were read and those that marks show, but what was read within the names of these."""
    marked = [_spelt(m, read) for m in marked if not any(b.span.start <= m.span.start < b.span.end for b in read)]
    inside = [b for b in read if any(m.span.start <= b.span.start < m.span.end for m in marked)]
    return [b for b in read if b not in inside] + marked


def _spelt(marked: BodyFound, read: list[BodyFound]) -> BodyFound:
    """A body with the abbreviation of what was read within its name: `Social | Democratic party (SPD)`."""
    for body in read:
        if body.abbreviation and marked.span.start <= body.span.start and body.span.end == marked.span.end:
            return marked._replace(abbreviation=body.abbreviation, abbreviation_span=body.abbreviation_span)
    return marked


def _in_heading(name: NameFound) -> NameFound:
    """A candidate of a heading, whose words are capitalised all: it makes nobody new unless it is sure."""
    sure = name.strength == "known" or (name.strength in ("title", "full") and not name.plain)
    return name if sure else name._replace(strength="heading")


def harvest(clean: str, stretches: list[tuple[Span, bool]]) -> Harvest:
    """One pass over the stretches of text that make up a body."""
    found = Harvest(clean)
    for span, heading in stretches:
        found.read(span, heading)
    return found
