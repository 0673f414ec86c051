"""Fills in `Draft.persons`, `orgs`, `places` and `mentions`."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies import BodyFound, BodyReader
from cablerdf.parse.entities.gather import gather_people
from cablerdf.parse.entities.names import NameFound, Names, in_capitals
from cablerdf.parse.entities.places import PlaceFound, read_places
from cablerdf.parse.entities.segments import Labeller
from cablerdf.parse.entities.settle import settle_bodies, settle_mentions, settle_places
from cablerdf.parse.entities.tokens import runs, scan


class Harvest:
    """What one reading of the text brought in, before anything is joined or refused."""

    def __init__(self) -> None:
        self.names: list[NameFound] = []
        self.bodies: list[BodyFound] = []
        self.places: list[PlaceFound] = []
        self.acronyms: list[tuple[str, Span]] = []


def harvest(clean: str, stretches: list[Span]) -> Harvest:
    """One pass over the stretches of text that make up a body."""
    found = Harvest()
    for span in stretches:
        text = clean[span.start : span.end]
        capitals = in_capitals(text)
        tokens = scan(clean, span)
        labeller = Labeller(tokens, capitals)
        for first, last in runs(tokens):
            segments = labeller.run(first, last)
            found.acronyms += [
                (t.text, Span(t.start, t.end)) for s in segments if s.label == "A" for t in tokens[s.first : s.last]
            ]
            Names(clean, tokens, segments, capitals).read(found.names)
            found.bodies += BodyReader(clean, tokens, segments, capitals).read()
            found.places += read_places(clean, tokens, segments, capitals)
    return found


def stretches(draft: Draft) -> list[Span]:
    """The parts of the body that are running text or headings, in order."""
    if draft.paragraphs:
        parts = [p.content for p in draft.paragraphs] + [h.span for h in draft.headings]
        return sorted(parts)
    if draft.zones.body is not None:
        return [draft.zones.body]
    return [] if draft.zones.labels or draft.zones.routing else [Span(0, len(draft.clean))]


def read_entities(draft: Draft) -> None:
    """Names the people, organisations and places of a cable, and where each is mentioned."""
    found = harvest(draft.clean, stretches(draft))
    gather_people(draft, found)
    others = settle_bodies(draft, found.bodies, found.acronyms)
    others += settle_places(draft, found.places)
    settle_mentions(draft, others)
