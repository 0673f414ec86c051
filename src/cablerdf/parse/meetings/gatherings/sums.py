"""Gatherings that sum up others: told of in the opening without names, then one by one."""

from __future__ import annotations

from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering


def summed_up(draft: Draft, gatherings: list[Gathering]) -> list[Gathering]:
    """The gatherings without those that sum up others: "A/S Poe met with senior officials" before he met whom."""
    named = _Named(gatherings)
    sums: set[int] = set()
    for gathering in gatherings:
        if gathering.listed is not None or gathering.names_somebody():
            continue
        fuller = [g for g in named.by_ours(gathering) if _sums_up(draft, gathering, g)]
        if len(fuller) == 1 or (gathering.several and all(g.date is None for g in fuller)):
            for meeting in fuller:
                meeting.date = meeting.date or gathering.date
        if fuller:
            sums.add(id(gathering))
    return [g for g in gatherings if id(g) not in sums]


class _Named:
    """The gatherings that sentences tell of with names, looked up by those of ours."""

    def __init__(self, gatherings: list[Gathering]) -> None:
        self.all = [g for g in gatherings if g.listed is None and g.names_somebody()]
        self.places: dict[int | str, list[int]] = {}  # person or function → places in `all`
        for place, gathering in enumerate(self.all):
            whom: list[int | str] = [*gathering.people, *gathering.functions]
            for who in whom:
                self.places.setdefault(who, []).append(place)

    def by_ours(self, gathering: Gathering) -> list[Gathering]:
        """Those with one of our people or officers at a gathering, in the order of the text."""
        ours: list[int | str] = [*(i for i, p in gathering.people.items() if p.ours), *gathering.functions]
        return [self.all[place] for place in sorted({place for who in ours for place in self.places.get(who, ())})]


def _sums_up(draft: Draft, gathering: Gathering, fuller: Gathering) -> bool:
    """Whether the same people of ours met nobody with a name, on the same day or on one that is not told."""
    ours = {i for i, p in gathering.people.items() if p.ours}
    days = {dated.date for dated in (gathering.date, fuller.date) if dated is not None}
    told = gathering.kinds == {"tell"} and not gathering.functions.keys().isdisjoint(fuller.functions)
    if told and len(days) == 1 and fuller.date is not None and gathering.date is not None:
        return True  # "an official told Polcouns on May 3", then by name
    if told and len(days) < 2 and all(draft.paragraphs[n].kind == "summary" for n in gathering.paragraphs):
        return True  # "a prosecutor told Legatt" in the summary, then by name
    return len(days) < 2 and not ours.isdisjoint(fuller.people)
