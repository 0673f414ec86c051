"""How the offices that a cable prints agree with those that somebody held."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cablerdf.link.gazetteer.reader import Entity, Tenure
from cablerdf.link.names.fold import plain
from cablerdf.link.people.mention import Mention
from cablerdf.link.people.offices import TOP, Office, agreement

MANY = frozenset({"legislator", "senator", "judge", "commander", "director", "advisor"})  # held by many at a time
SEATS = frozenset({"legislator", "senator", "speaker", None})
MILITARY = frozenset({"commander", "military-chief"})
SLACK = 1  # years around a tenure: telegrams name those just gone and just named
LONG_AGO = 40  # years after which a telegram no longer names somebody by an office
AHEAD = 6  # years that a gazetteer may lack at the beginning of an office
TO = re.compile(r"\bto (?:the )?(?P<place>.+)$")
# Where missions and letters stand for bodies and states: 5 FAH-2, names of posts.
PLACES = (
    ("usnato", "nato"), ("useu", "european union"), ("usun", "united nations"), ("un", "united nations"),
    ("eu", "european union"), ("u s", "united states"), ("us", "united states"), ("uk", "united kingdom"),
)  # fmt: skip


class Held(NamedTuple):
    """The best agreement (3 with portfolio, 2, 1, 0) of printed offices with those of one person.

    `now` of offices in force that few hold at a time, `many` of those that many hold, `other` of another time; `past`
    whether a first office, or one with its portfolio, was held at another time; `kin` whether both are military ranks;
    `rules` whether the person is in a first office at the date, `top` whether the name goes with that; `posted` whether
    it is the ambassador to that country.
    """

    now: int = 0
    many: int = 0
    other: int = 0
    past: bool = False
    kin: bool = False
    top: bool = False
    posted: bool = False
    rules: bool = False


def active(tenure: Tenure, year: int | None) -> bool:
    """Whether a tenure is in force in a year."""
    return year is not None and tenure.start - SLACK <= year <= tenure.end + SLACK and tenure.start > 0


def held(entity: Entity, offices: tuple[Office, ...], mention: Mention) -> Held:
    """How the printed offices agree with those that a person held."""
    now = many = other = 0
    past = kin = top = posted = False
    for tenure in entity.tenures:
        in_force = active(tenure, mention.year)
        top = top or (in_force and tenure.office.role in TOP)
        for office in offices:
            level = agreement(office, tenure.office)
            if level >= 2 and office.role == "ambassador":
                level = accredited(tenure, mention)
                posted = posted or (level == 3 and in_force)
            if not in_force or office.former:
                other = max(other, level)
                ruled = level == 1 and office.role in TOP and tenure.office.role in TOP
                past = past or ((level >= 2 or ruled) and telling(office, tenure, mention.year))
            elif office.role in MANY and not (level == 3 and office.of & tenure.office.of):
                many = max(many, level)
                kin = kin or (level >= 1 and office.role in MILITARY and tenure.office.role in MILITARY)
            else:
                now = max(now, level)
    return Held(now, many, other, past, kin, top, posted, top)


def telling(office: Office, tenure: Tenure, year: int | None) -> bool:
    """Whether an office of another time tells who is meant, not long ago.

    That is a first one, one with its portfolio, or one that is said to be over.
    """
    if year is None or not tenure.start or year > tenure.end + LONG_AGO:
        return False
    if office.role in TOP:  # of a ruler's house others may have ruled before
        return year >= tenure.start
    portfolio = office.portfolio is not None and office.portfolio == tenure.office.portfolio
    return (portfolio and year >= tenure.start - AHEAD) or (office.former and year >= tenure.end)


def accredited(tenure: Tenure, mention: Mention) -> int:
    """How far an ambassador's tenure agrees with the place that a title names, or that the cable was written in."""
    place = destination(tenure.title)
    printed = [spelt_out(title) for title in mention.titles]
    if place and any(f" {place} " in f" {title} " for title in printed):
        return 3
    if any(destination(title) for title in mention.titles):
        return 1
    if mention.host is None:
        return 2
    return 3 if any(host in plain(tenure.title) for host in mention.host.split("|")) else 1


@lru_cache(maxsize=16_384)
def destination(title: str) -> str | None:
    """Where an ambassador goes, by the title.

    >>> destination("U.S. Ambassador to the UK"), destination("Ambassador")
    ('united kingdom', None)
    """
    found = TO.search(spelt_out(title))
    return found["place"] if found else None


@lru_cache(maxsize=16_384)
def spelt_out(title: str) -> str:
    """A folded title, missions and letters written out.

    >>> spelt_out("USNATO Ambassador")
    'nato ambassador'
    """
    text = f" {' '.join(plain(title).replace(',', ' ').split())} "
    for short, long in PLACES:
        text = text.replace(f" {short} ", f" {long} ")
    return text.strip()
