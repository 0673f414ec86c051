"""What speaks for and against a candidate, as numbers."""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from cablerdf.link.gazetteer.reader import ALWAYS, Entity
from cablerdf.link.names.compare import Fit
from cablerdf.link.people.candidates import Candidate, Found
from cablerdf.link.people.mention import Mention
from cablerdf.link.people.offices import Office
from cablerdf.link.people.tenures import SEATS, SLACK, Held, held

OFFICIALS = frozenset({"diplomat", "assistant-secretary", "ambassador", "commander"})
PEOPLE = 4000  # of a country in a gazetteer, roughly: how many bear two words by chance
SAME = 0.95  # of given names' likeness: short forms and transliterations
LETTER = 0.95  # of a family name's likeness: one letter that is not heard
FIRST = 0.97  # of a family name's likeness: the first of two
CLOSE = 0.93  # of a family name's likeness: another transliteration, no other name
NAMES = (
    "exact", "inside", "misspelt", "spelt_rival", "given", "initial", "conflict", "seats_exact", "seats_inside",
    "seats_near", "namesakes", "short", "short_rare", "short_seats", "short_namesakes",
    "office", "office_full", "office_of_many", "office_kin", "office_other_time", "office_none", "office_clash",
    "top", "top_untitled", "short_office", "short_past",
    "country", "country_unknown", "active", "years_before", "years_after",
)  # fmt: skip


class Evidence(NamedTuple):
    """The features of one candidate, by NAMES, and what decides whether a family name alone may be linked."""

    values: tuple[float, ...]
    held: Held
    country: bool
    rare: bool  # nobody else of the gazetteers bears the family name
    elsewhere: bool  # sits in a parliament at the date, while the titles are those of an official
    seats: bool  # all that is known of the person are seats in parliaments
    clash: bool  # an office is printed, and none that the person ever held is akin to it
    before: int  # years before anything is known of the person
    active: bool  # known to be so at the date

    @property
    def office(self) -> int:
        """The best agreement of an office in force: 3 with portfolio, 2, 1, 0."""
        return max(self.held.now, self.held.many)

    @property
    def standing(self) -> tuple[int, ...]:
        """How far offices tell namesakes apart, for comparing."""
        one = self.held
        return (max(one.now, 2) if one.top and one.now != 1 else one.now, one.many, one.past, one.kin)


def evidence(mention: Mention, candidate: Candidate, found: Found) -> Evidence:
    """The features of a candidate."""
    entity, fit, year = candidate.entity, candidate.fit, mention.year
    offices = mention.offices
    known = bool(mention.country) and bool(entity.country)
    same = known and mention.country == entity.country
    mine = held(entity, offices, mention)
    mine = mine._replace(top=mine.top and same and not fit.conflict and fit.family >= CLOSE)
    seats = all(tenure.office.role in SEATS for tenure in entity.tenures)
    before, after = gap(entity, year)
    past = fit.short and mine.past
    values = (
        *name_values(fit, found, seats),
        *office_values(mine, offices, fit),
        float(same),
        float(not known),
        float(before == 0 and after == 0 and year is not None),
        0.0 if past else log1p(before),
        0.0 if past else log1p(after),
    )
    apart = mine.now == 0 and mine.many == 0 and elsewhere(entity, offices, year)
    rare = fit.family == 1.0 and found.bearers <= 1
    told = any(tenure.office.role for tenure in entity.tenures)
    clash = bool(offices) and told and mine.now == mine.many == mine.other == 0
    return Evidence(values, mine, same, rare, apart, seats, clash, before, before == 0 and after == 0)


def name_values(fit: Fit, found: Found, seats: bool) -> tuple[float, ...]:
    """How the name speaks, and how many bear it; `seats` whether seats in parliaments are all that is known."""
    full = not fit.exact and not fit.short
    inside = full and not fit.conflict and fit.family >= LETTER and fit.given >= SAME  # each word is one of the name's
    exact = fit.exact and not fit.short
    rare = fit.short and fit.family == 1.0 and found.bearers <= 1
    return (
        float(exact),
        float(inside),
        1.0 - fit.family,
        float(fit.family < FIRST and found.spelt),
        fit.given,
        float(full and 0 < fit.given < 0.85),
        float(fit.conflict or (full and fit.given == 0)),
        float(seats and exact),
        float(seats and inside),
        float(seats and full and not inside),
        0.0 if fit.short else log1p(found.family * found.given / PEOPLE),
        float(fit.short),
        float(rare),
        float(fit.short and seats),
        log1p(found.family) if fit.short else 0.0,
    )


def office_values(mine: Held, offices: tuple[Office, ...], fit: Fit) -> tuple[float, ...]:
    """How the printed offices speak for one who held these."""
    best, agreed = max(mine.now, mine.many), not fit.conflict
    return (
        float(mine.now >= 2 and agreed),
        float(mine.now == 3 and agreed),
        float(mine.now < 2 and mine.many >= 2 and agreed),
        float(best == 1 and agreed),
        float(best == 0 and mine.other >= 2 and agreed),
        float(not offices),
        float(any(one.role != "royal" for one in offices) and best == 0 and mine.other == 0),
        float(mine.top),
        float(mine.top and not offices),
        float(fit.short and mine.now >= 2),
        float(fit.short and mine.past),
    )


def elsewhere(entity: Entity, offices: tuple[Office, ...], year: int | None) -> bool:
    """Whether all that is printed is an official's office while the person held a seat only."""
    if not offices or any(office.role not in OFFICIALS for office in offices):
        return False
    roles = {tenure.office.role for tenure in entity.tenures if year is not None and tenure.start <= year <= tenure.end}
    return bool(roles) and roles <= SEATS


def gap(entity: Entity, year: int | None) -> tuple[int, int]:
    """Years between a date and somebody's active years: how long before they begin, how long after they end."""
    if year is None:
        return 0, 0
    before = max(0, entity.first - year - SLACK) if entity.first else 0
    return before, max(0, year - entity.last - SLACK) if 0 < entity.last < ALWAYS else 0
