"""What speaks for and against a candidate, as numbers."""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from cablerdf.link.gazetteer.reader import ALWAYS, Entity, Tenure
from cablerdf.link.names.fold import plain
from cablerdf.link.people.candidates import Candidate, Found
from cablerdf.link.people.mention import Mention
from cablerdf.link.people.offices import TOP, Office, agreement

MANY = frozenset({"legislator", "senator", "judge", "commander", "director", "advisor"})  # held by many at a time
SEATS = frozenset({"legislator", "senator", "speaker", None})
OFFICIALS = frozenset({"diplomat", "assistant-secretary", "deputy-minister", "ambassador", "commander", "director"})
PEOPLE = 4000  # of a country in a gazetteer, roughly: how many bear two words by chance
SLACK = 1  # years around a tenure: telegrams name those just gone and just named
NAMES = (
    "exact", "misspelt", "given", "initial", "conflict", "short", "short_office", "short_top", "country",
    "country_unknown", "office", "office_full", "office_of_many", "office_kin", "office_other_time", "office_none",
    "office_clash", "top", "active", "years_before", "years_after", "namesakes", "short_namesakes",
)  # fmt: skip


class Evidence(NamedTuple):
    """The features of one candidate, by NAMES, and what decides whether a family name alone may be linked."""

    values: tuple[float, ...]
    office: int  # best agreement of an office in force: 3 with portfolio, 2, 1, 0
    top: bool  # holds one of the first offices at the date
    country: bool
    other: int  # best agreement of an office of another time
    elsewhere: bool  # sits in a parliament at the date, while the titles are those of an official


def active(tenure: Tenure, year: int | None) -> bool:
    """Whether a tenure is in force in a year."""
    return year is not None and tenure.start - SLACK <= year <= tenure.end + SLACK and tenure.start > 0


def evidence(mention: Mention, candidate: Candidate, found: Found) -> Evidence:
    """The features of a candidate."""
    entity, fit, year = candidate.entity, candidate.fit, mention.year
    offices = mention.offices
    now, other, top = offices_of(entity, offices, mention)
    many = all(one.role in MANY for one in offices)
    known = bool(mention.country) and bool(entity.country)
    same = known and mention.country == entity.country
    before, after = gap(entity, year)
    crowd = found.family * found.given / PEOPLE
    full = not fit.exact and not fit.short
    values = (
        float(fit.exact and not fit.short),
        1.0 - fit.family,
        fit.given,
        float(full and 0 < fit.given < 0.85),
        float(fit.conflict or (full and fit.given == 0)),
        float(fit.short),
        float(fit.short and now >= 2),
        float(fit.short and top and not offices),
        float(same),
        float(not known),
        float(now >= 2 and not many),
        float(now == 3 and not many),
        float(now >= 2 and many),
        float(now == 1),
        float(now == 0 and other >= 2),
        float(not offices),
        float(bool(offices) and now == 0 and other == 0),
        float(top),
        float(before == 0 and after == 0 and year is not None),
        log1p(before),
        log1p(after),
        0.0 if fit.short else log1p(crowd),
        log1p(found.family) if fit.short else 0.0,
    )
    return Evidence(values, now, top, same, other, now == 0 and elsewhere(entity, offices, year))


def elsewhere(entity: Entity, offices: tuple[Office, ...], year: int | None) -> bool:
    """Whether all that is printed is an official's office while the one person held a seat only."""
    if not offices or any(office.role not in OFFICIALS for office in offices):
        return False
    held = {tenure.office.role for tenure in entity.tenures if year is not None and tenure.start <= year <= tenure.end}
    return bool(held) and held <= SEATS


def gap(entity: Entity, year: int | None) -> tuple[int, int]:
    """Years between a date and somebody's active years: how long before they begin, how long after they end."""
    if year is None:
        return 0, 0
    before = max(0, entity.first - year - SLACK) if entity.first else 0
    return before, max(0, year - entity.last - SLACK) if 0 < entity.last < ALWAYS else 0


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
