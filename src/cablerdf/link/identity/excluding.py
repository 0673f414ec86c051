"""What excludes that a short name is somebody: ranks of a ruling house, first offices, an office that changed hands."""

from __future__ import annotations

from cablerdf.link.identity.features import is_alone
from cablerdf.link.identity.sides import PRINCE, Side, is_full
from cablerdf.link.names.compare import alike
from cablerdf.link.people.offices import TOP, Office, agreement

OFTEN = 3  # months in which somebody is told to hold an office, so that it is no slip


def excluded(short: Side, known: Side) -> bool:
    """Whether a short name is printed as the head of a state, and somebody is told to be something else.

    Who is a king goes by the first name: he is not the son of somebody so named, and no commoner.
    """
    if short.royal:
        firsts = {name[0] for name in known.names if is_full(name)}
        first = any(alike(name[-1], one) for name in short.names for one in firsts)
        if firsts and not (first and is_rank_of(known, short.royal)):
            return True
    tops = [office for office in short.offices if office.role in TOP]
    return bool(known.offices) and any(not any(agreement(top, one) for one in known.offices) for top in tops)


def is_rank_of(known: Side, ranks: frozenset[str]) -> bool:
    """Whether somebody has one of some ranks of a ruling house: who is heir to one may come to have it."""
    return not known.royal.isdisjoint(ranks) or bool(known.royal and PRINCE in known.royal | ranks)


def handed_on(short: Side, known: Side, others: list[Side]) -> bool:
    """Whether one of the others who may be meant is told to hold the office between a short name and somebody.

    Two presidents of one family name are told apart so, as long as the second did not come back.
    """
    for office, when in short.offices.items():
        if office.former or not is_alone(office) or not when:
            continue
        month = min(when)
        held = min((month - one for one in holding(office, known)), key=abs, default=0)
        for other in others if held else ():
            months = holding(office, other)
            if other is not known and len(months) >= OFTEN and any(0 <= (month - one) / held < 1 for one in months):
                return True
    return False


def holding(office: Office, side: Side) -> set[int]:
    """The months in which somebody is told to hold an office."""
    return {month for held, months in side.offices.items() if agreement(office, held) == 3 for month in months}
