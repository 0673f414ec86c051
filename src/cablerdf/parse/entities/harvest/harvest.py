"""One pass over the text of a cable: the names, bodies, places and abbreviations that its readers find in it."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.entities.bodies.reader import BodyReader
from cablerdf.parse.entities.bodies.series import dated_body, hyphened_body, marking, shown_bodies, small_body
from cablerdf.parse.entities.harvest.gates import IDLE, idle_words, readers_of
from cablerdf.parse.entities.names.reader import NameFound, NameReader
from cablerdf.parse.entities.places.reader import PlaceFound, read_places
from cablerdf.parse.entities.words.run import Run, lone_run, run_of
from cablerdf.parse.entities.words.segments import Labeller, alone
from cablerdf.parse.entities.words.tokens import Token, in_capitals, runs, scan


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
        self._labeller, self._idle = Labeller(), idle_words()
        self._marking = marking()
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
            self._run(run_of(tokens, labeller.run(first, last), capitals))
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
        if label not in IDLE:
            self._run(lone_run(tokens, at, label, entry, capitals))

    def _run(self, run: Run) -> None:
        """Has those read a run who can make something of it."""
        if "A" in run.labels:
            tokens = [run.tokens[segment.first] for segment in run.segments if segment.label == "A"]
            self.acronyms += [(token.text, Span(token.start, token.end)) for token in tokens]
        people, bodies, places = readers_of(self.clean, run)
        if people:
            self._names.read(run, self.names)
        if bodies:
            self.bodies += self._bodies.read(run)
        if places:
            self.places += read_places(self.clean, run)


def _with(read: list[BodyFound], marked: list[BodyFound]) -> list[BodyFound]:
    """Bodies that were read and those that marks show, but what was read within the names of these."""
    marked = [m for m in marked if not any(b.span.start <= m.span.start < b.span.end for b in read)]
    inside = [b for b in read if any(m.span.start <= b.span.start < m.span.end for m in marked)]
    return [b for b in read if b not in inside] + marked


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
