"""Gatherings that sum up others: told of in the opening without names, then one by one."""

from __future__ import annotations

from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering


def summed_up(draft: Draft, gatherings: list[Gathering]) -> list[Gathering]:
    """The gatherings without those that sum up others: "A/S Poe met with senior officials" before he met whom."""
    kept = [g for g in gatherings if g.listed is not None or g.theirs()]
    for gathering in gatherings:
        if gathering in kept:
            continue
        fuller = [g for g in gatherings if g.listed is None and g.theirs() and _sums_up(draft, gathering, g)]
        if len(fuller) == 1 or (gathering.several and all(g.date is None for g in fuller)):
            for meeting in fuller:
                meeting.date = meeting.date or gathering.date
        if not fuller:
            kept.append(gathering)
    return [g for g in gatherings if any(g is k for k in kept)]


def _sums_up(draft: Draft, gathering: Gathering, fuller: Gathering) -> bool:
    """Whether the same people of ours met nobody with a name, on the same day or on one that is not told."""
    ours = {i for i, p in gathering.people.items() if p.ours}
    days = {dated.date for dated in (gathering.date, fuller.date) if dated is not None}
    told = gathering.kinds == {"tell"} and bool(set(gathering.functions) & set(fuller.functions))
    if told and len(days) == 1 and fuller.date is not None and gathering.date is not None:
        return True  # "an official told Polcouns on May 3", then by name
    if told and len(days) < 2 and all(draft.paragraphs[n].kind == "summary" for n in gathering.paragraphs):
        return True  # "a prosecutor told Legatt" in the summary, then by name
    return len(days) < 2 and bool(ours & set(fuller.people))
