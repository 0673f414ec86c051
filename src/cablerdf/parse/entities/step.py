"""Fills in `Draft.persons`, `orgs`, `places` and `mentions`."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies import BodyFound, BodyReader
from cablerdf.parse.entities.gather import gather_people
from cablerdf.parse.entities.names import NameFound, NameReader, in_capitals
from cablerdf.parse.entities.places import PlaceFound, read_places
from cablerdf.parse.entities.segments import Labeller
from cablerdf.parse.entities.settle import Taken, settle_bodies, settle_mentions, settle_places
from cablerdf.parse.entities.tokens import runs, scan


class Harvest:
    """What one reading of the text brought in, before anything is joined or refused."""

    def __init__(self) -> None:
        self.names: list[NameFound] = []
        self.bodies: list[BodyFound] = []
        self.places: list[PlaceFound] = []
        self.acronyms: list[tuple[str, Span]] = []
        self.words: list[tuple[str, Span]] = []  # capitalised common words: Brown, Rice


def harvest(clean: str, stretches: list[tuple[Span, bool]]) -> Harvest:
    """One pass over the stretches of text that make up a body."""
    found = Harvest()
    labeller, names, bodies = Labeller(), NameReader(clean), BodyReader(clean)
    idle = labeller.function | labeller.month
    for span, heading in stretches:
        begun = len(found.names)
        capitals = in_capitals(clean[span.start : span.end])
        tokens = scan(clean, span)
        labeller.turn(tokens, capitals)
        for first, last in runs(tokens):
            if last - first == 1 and tokens[first].low in idle:
                continue
            if not (capitals or heading) and last - first < 4:
                found.words += [(t.low, Span(t.start, t.end)) for t in tokens[first:last] if t.low in labeller.family]
            segments = labeller.run(first, last)
            labels = segments[0].label if len(segments) == 1 else "".join([segment.label for segment in segments])
            if labels in _IDLE:
                continue
            if "A" in labels:
                found.acronyms += [
                    (t.text, Span(t.start, t.end)) for s in segments if s.label == "A" for t in tokens[s.first : s.last]
                ]
            if labels not in _BODILY:
                names.turn(tokens, segments, capitals)
                names.read(found.names)
            if labels not in _BODILESS:
                bodies.turn(tokens, segments, capitals)
                found.bodies += bodies.read()
            if labels not in _PLACELESS:
                found.places += read_places(clean, tokens, segments, capitals)
        if heading:
            found.names[begun:] = [_in_heading(name) for name in found.names[begun:]]
    return found


def _in_heading(name: NameFound) -> NameFound:
    """A candidate of a heading, whose words are capitalised all: it makes nobody new unless it is sure."""
    sure = name.strength == "known" or (name.strength in ("title", "full") and not name.plain)
    return name if sure else name._replace(strength="heading")


# labels of runs of one word that name nothing, or no people, no bodies, no places
_IDLE = frozenset("FXDGIjpA")
_BODILY = frozenset("OWCP")
_BODILESS = frozenset("TCPK")
_PLACELESS = frozenset("OTKN")


def stretches(draft: Draft) -> list[tuple[Span, bool]]:
    """The parts of the body in order, and whether each is a heading."""
    if draft.paragraphs:
        return sorted([(p.content, False) for p in draft.paragraphs] + [(h.span, True) for h in draft.headings])
    if draft.zones.body is not None:
        return [(draft.zones.body, False)]
    return [] if draft.zones.labels or draft.zones.routing else [(Span(0, len(draft.clean)), False)]


def read_entities(draft: Draft) -> None:
    """Names the people, organisations and places of a cable, and where each is mentioned."""
    found = harvest(draft.clean, stretches(draft))
    gather_people(draft, found)
    taken = Taken(draft)
    others = settle_bodies(draft, taken, found.bodies, found.acronyms)
    others += settle_places(draft, taken, found.places)
    settle_mentions(draft, others)
