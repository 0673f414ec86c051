"""One gathering that was several meetings: told of together, then one by one."""

from __future__ import annotations

from collections.abc import Iterable

from cablerdf.parse.meetings.encounters import Encounter
from cablerdf.parse.meetings.gathering import Gathering

_FEWEST = 2  # of the other side, each with a meeting of his own


def parted(gatherings: Iterable[Gathering]) -> list[Gathering]:
    """The gatherings, those with several people who are told to have been met alone as one with each."""
    return [part for gathering in gatherings for part in _parts(gathering)]


def _parts(gathering: Gathering) -> list[Gathering]:
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
    together = [{p.person for p in report.parties} & theirs for report in reports if report.kind != "tell"]
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
