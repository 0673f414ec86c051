"""The places of a cable, from the forms that name them."""

from __future__ import annotations

from bisect import bisect_right

from cablerdf.model import Place, Span
from cablerdf.model.entity import PlaceKind
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.bodies import keys as body_keys
from cablerdf.parse.entities.places.reader import PlaceFound
from cablerdf.parse.entities.places.use import is_adjective, names_other
from cablerdf.parse.entities.settling.mentions import Spans
from cablerdf.parse.entities.settling.taken import Taken
from cablerdf.parse.lexicon.forms import Entry
from cablerdf.parse.lexicon.sureness import sureness


def settle_places(draft: Draft, taken: Taken, found: list[PlaceFound], bodies: Spans) -> Spans:
    """Sets `Draft.places`; returns where each is mentioned.

    What is but a part of the name of a body is no place: `Quetta` in `Quetta Shura`.
    """
    groups: dict[str, list[PlaceFound]] = {}
    within = _Stretches([span for _kind, _index, span in bodies])
    titles = [span for someone in taken.people.people for span in someone.title_spans]
    offices = _Stretches([*titles, *(p.span for m in draft.meetings for p in m.participants)])
    for place in found:
        if taken.overlaps(place.span) or within.has(place.span):
            continue
        entry = place.entry
        world = entry is not None and entry.detail == "region" and not entry.country
        if world and offices.has(place.span):
            continue  # Director for the Middle East
        if names_other(draft.clean, place.span, entry):
            continue
        key = body_keys.fold(place.entry.name if place.entry else place.name)
        groups.setdefault(key, []).append(place)
    mentions: Spans = []
    places: list[Place] = []
    for forms in groups.values():
        entry = next((form.entry for form in forms if form.entry), None)
        if entry is None or entry.kind == "place":
            forms = [form for form in forms if not taken.claims(form.name, form.span)]
        if not forms or all(_is_short(form.name) and is_adjective(draft.clean, form.span) for form in forms):
            continue
        mentions += [("place", len(places), form.span) for form in forms]
        places.append(_place(forms))
        rule = "a cue in the sentence" if entry is None else f"the tables have this {entry.detail or entry.kind}"
        draft.note("place", places[-1].name, places[-1].kind, rule, forms[0].span, sureness=sureness("place", rule))
    draft.places = tuple(places)
    return mentions


def _is_short(name: str) -> bool:
    """Whether a name is an abbreviation: `U.S.`, `UAE`."""
    return name.isupper() and len(name.replace(".", "")) < 4


class _Stretches:
    """Stretches of text, which may be asked what begins within one."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def has(self, span: Span) -> bool:
        """Whether a span begins within the last stretch that begins no later."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and span.start < self.spans[at].end


def _kind(entry: Entry | None) -> PlaceKind:
    """What kind of place the tables have; a `place` where they do not know it."""
    if entry is None:
        return "place"
    if entry.detail == "region":
        return "region"
    return "country" if entry.kind == "country" else "city"


def _place(forms: list[PlaceFound]) -> Place:
    names = [f.name.removeprefix("the ") for f in forms]
    printed = list(dict.fromkeys(names))
    entry = next((form.entry for form in forms if form.entry), None)
    official = entry.name if entry else ""
    best = max(printed, key=lambda n: (n == official, n != "America", names.count(n))) if printed[1:] else names[0]
    kind = _kind(entry)
    country = None if entry is None or entry.kind == "country" else entry.country
    return Place(
        name=best,
        kind=kind,
        aliases=tuple(n for n in printed if n != best),
        country=country,
        span=forms[0].span,
        confidence=0.95 if entry else 0.7,
    )
