"""Fills in `Draft.persons`, `orgs`, `places` and `mentions`."""

from __future__ import annotations

from itertools import pairwise

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies.acronyms import astray, lettered_bodies
from cablerdf.parse.entities.countries.host import host_country
from cablerdf.parse.entities.harvest.harvest import harvest
from cablerdf.parse.entities.people.gather import gather_people
from cablerdf.parse.entities.places.context import ContextReader
from cablerdf.parse.entities.settling.bodies import settle_bodies
from cablerdf.parse.entities.settling.mentions import settle_mentions
from cablerdf.parse.entities.settling.places import settle_places
from cablerdf.parse.entities.settling.taken import Taken


def stretches(draft: Draft) -> list[tuple[Span, bool]]:
    """The parts of the body in order, and whether each is a heading."""
    if draft.paragraphs:
        entries = sorted({participant.span.start for m in draft.meetings for participant in m.participants})
        texts = [(part, False) for p in draft.paragraphs for part in _cut(p.content, entries)]
        return sorted(texts + [(h.span, True) for h in draft.headings])
    if draft.zones.body is not None:
        return [(draft.zones.body, False)]
    return [] if draft.zones.labels or draft.zones.routing else [(Span(0, len(draft.clean)), False)]


def _cut(span: Span, places: list[int]) -> list[Span]:
    """A paragraph in parts: where an entry of a participants list begins, no name goes on."""
    bounds = [span.start, *(place for place in places if span.start < place < span.end), span.end]
    return [Span(start, end) for start, end in pairwise(bounds)]


def read_entities(draft: Draft) -> None:
    """Names the people, organisations and places of a cable, and where each is mentioned."""
    found = harvest(draft.clean, stretches(draft))
    gather_people(draft, found)
    taken = Taken(draft)
    host = host_country(draft)
    countries = {place.entry.country for place in found.places if place.entry is not None} | {host}
    strays = astray(draft.clean, found.bodies, countries)
    if strays:
        found.bodies = [body for body in found.bodies if body.name not in strays]
    found.bodies += lettered_bodies(draft.clean, found.acronyms, found.bodies)
    others = settle_bodies(draft, taken, found.bodies, found.acronyms)
    spans = [*taken.spans, *(span for _kind, _index, span in others)]
    left = ContextReader(draft.clean, found.places, spans, host).read(found.tokens)
    others += settle_places(draft, taken, sorted([*found.places, *left], key=lambda place: place.span), others)
    settle_mentions(draft, others)
