"""What speaks for and against a candidate, as numbers."""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from cablerdf.link.gazetteer.reader import ALWAYS, Entity, Tenure
from cablerdf.link.names.fold import plain
from cablerdf.link.people.candidates import Candidate, Found
from cablerdf.link.people.mention import Mention
from cablerdf.link.people.offices import TOP, Office, agreement

SLACK = 1  # years around a tenure: telegrams name those just gone and just named
NAMES = (
    "exact", "family", "given", "initial", "conflict", "short", "country", "country_unknown", "country_conflict",
    "office", "office_kin", "office_other_time", "office_none", "office_clash", "top", "active", "years_before",
    "years_after", "namesakes", "rivals",
)  # fmt: skip


class Evidence(NamedTuple):
    """The features of one candidate, by NAMES, and what decides whether a family name alone may be linked."""

    values: tuple[float, ...]
    office: int  # best agreement of an office in force: 3 with portfolio, 2, 1, 0
    top: bool  # holds one of the first offices at the date
    country: bool


def active(tenure: Tenure, year: int | None) -> bool:
    """Whether a tenure is in force in a year."""
    return year is not None and tenure.start - SLACK <= year <= tenure.end + SLACK and tenure.start > 0


def evidence(mention: Mention, candidate: Candidate, found: Found) -> Evidence:
    """The features of a candidate."""
    entity, fit, year = candidate.entity, candidate.fit, mention.year
    offices = mention.offices
    now, other, top = offices_of(entity, offices, mention)
    known = bool(mention.country) and bool(entity.country)
    same = known and mention.country == entity.country
    before, after = gap(entity, year)
    rivals = sum(other.fit.total > fit.total - 0.08 for other in found.candidates) - 1
    crowd = found.family if fit.short else found.family * found.given / 4000
    full = not fit.exact and not fit.short
    values = (
        float(fit.exact and not fit.short),
        fit.family,
        fit.given,
        float(full and 0 < fit.given < 0.85),
        float(fit.conflict or (full and fit.given == 0)),
        float(fit.short),
        float(same),
        float(not known),
        float(known and not same),
        float(now >= 2),
        float(now == 1),
        float(now == 0 and other >= 2),
        float(not offices),
        float(bool(offices) and now == 0 and other == 0),
        float(top),
        float(before == 0 and after == 0 and year is not None),
        log1p(before),
        log1p(after),
        log1p(crowd),
        log1p(rivals),
    )
    return Evidence(values, now, top, same)


def gap(entity: Entity, year: int | None) -> tuple[int, int]:
    """Years between a date and somebody's active years: how long before they begin, how long after they end."""
    if year is None or not entity.first:
        return 0, 0
    return max(0, entity.first - year - SLACK), max(0, year - entity.last - SLACK) if entity.last < ALWAYS else 0


def offices_of(entity: Entity, offices: tuple[Office, ...], mention: Mention) -> tuple[int, int, bool]:
    """The best agreement of a printed office with one in force, with one of another time; whether in a first office."""
    now = other = 0
    top = False
    for tenure in entity.tenures:
        in_force = active(tenure, mention.year)
        if in_force and tenure.office.role in TOP:
            top = True
        for office in offices:
            level = agreement(office, tenure.office)
            if level >= 2 and office.role == "ambassador":
                level = accredited(tenure, mention)
            if in_force and not office.former:
                now = max(now, level)
            else:
                other = max(other, level)
    return now, other, top


def accredited(tenure: Tenure, mention: Mention) -> int:
    """How far an ambassador's tenure agrees with the country in which the cable was written."""
    if mention.host is None:
        return 2
    return 3 if mention.host in plain(tenure.title) else 1
