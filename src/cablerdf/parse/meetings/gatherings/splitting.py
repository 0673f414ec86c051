"""One gathering that was several meetings: told of together, then one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings.gatherings.gathering import Gathering
from cablerdf.parse.meetings.sentences.encounters import Encounter

_VISIT = re.compile(r"\b(?:visits?|visiting|trip|travels?|codel|staffdel|meetings|consultations)\b", re.IGNORECASE)
_COMPANY = re.compile(r"\b(?:accompanied|joined|assisted)\s+by\b|\b(?:along|together)\s+with\b|\b(?:his|her|their)\b")
_ONE_BODY = re.compile(r"\b(?:compris(?:ing|ed of)|consisting of|composed of|made up of)\b")
_ROUND = 3  # of the other side, met one after the other
_FEWEST = 2  # of the other side, each with a meeting of his own


def parted(draft: Draft, gatherings: Iterable[Gathering]) -> list[Gathering]:
    """The gatherings, those with several people who are told to have been met alone as one with each."""
    visit = bool(_VISIT.search(draft.subject or ""))
    found: list[Gathering] = []
    for gathering in gatherings:
        for report in gathering.reports if visit and gathering.listed is None else ():
            gathering.alone |= _round(draft, report)
        found += _parts(gathering)
    return found


def _round(draft: Draft, report: Encounter) -> set[int]:
    """Those whom a visitor is told to have met, each with an office of his own, on no day that is told."""
    theirs = [p for p in report.parties if not p.ours and p.person is not None]
    visitors = any(p.ours and p.person is not None for p in report.parties)
    if report.kind != "meet" or report.date is not None or len(theirs) < _ROUND or not visitors:
        return set()
    last = max((p.end for p in report.parties if p.ours and p.end <= theirs[0].start), default=theirs[0].start)
    if _ONE_BODY.search(draft.clean, last, theirs[0].start):
        return set()
    for before, party in pairwise(theirs):
        between = draft.clean[before.end : party.start]
        if _COMPANY.search(between) or not any(word[:1].isupper() for word in between.split()):
            return set()
    return {p.person for p in theirs if p.person is not None}


def taken_in(gatherings: list[Gathering]) -> list[Gathering]:
    """The gatherings, without talk of which nothing says when with those who came along to one of the others."""
    kept: list[Gathering] = []
    met: dict[int, list[tuple[set[int], Gathering]]] = {}  # who was met → with whom, at which meeting
    for gathering in gatherings:
        if gathering.listed is None and gathering.kinds - {"tell"}:
            theirs = gathering.theirs()
            for index in theirs:
                met.setdefault(index, []).append((theirs, gathering))
    for gathering in gatherings:
        talk = gathering.kinds == {"tell"} and gathering.date is None
        theirs = gathering.theirs() if talk else set()
        meetings = met.get(min(theirs), []) if theirs else []
        homes = [g for others, g in meetings if theirs <= others and _same_hosts(g, gathering)]
        if len(homes) == 1:  # everybody there is at the meeting
            homes[0].paragraphs += [n for n in gathering.paragraphs if n not in homes[0].paragraphs]
        else:
            kept.append(gathering)
    return kept


def _same_hosts(meeting: Gathering, talk: Gathering) -> bool:
    """Whether those of ours who heard a talk were at a meeting."""
    ours = {index for index, party in talk.people.items() if party.ours}
    return ours <= meeting.people.keys() and talk.functions.keys() <= meeting.functions.keys()


def _parts(gathering: Gathering) -> list[Gathering]:
    """A gathering as one meeting with each who was met alone, and with those who came along to his."""
    theirs = gathering.theirs()
    alone = gathering.alone & theirs
    if gathering.listed is not None or len(alone) < _FEWEST:
        return [gathering]
    groups = {index: {index} for index in sorted(alone)}
    for index in sorted(theirs - alone):
        hosts = [host for host in groups if _comes_with(gathering.reports, index, host, theirs)]
        if len(hosts) == 1:
            groups[hosts[0]].add(index)
        else:
            groups[index] = {index}
    return [_only(gathering, group) for group in groups.values()]


def _comes_with(reports: list[Encounter], index: int, host: int, theirs: set[int]) -> bool:
    """Whether a sentence tells of one person with another of the same side, and of nobody else there."""
    together = [{p.person for p in report.parties} & theirs for report in reports]
    return {index, host} in together


def _only(gathering: Gathering, group: set[int]) -> Gathering:
    """What is told of a gathering of which only some of the other side were part."""
    part = Gathering(another=gathering.another, several=True)
    for report in gathering.reports:
        named = {p.person for p in report.parties if p.person is not None and not p.ours}
        if not named & group:
            continue
        kept = tuple(p for p in report.parties if p.ours or p.person in group)
        part.report(report._replace(parties=kept))
    return part


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
