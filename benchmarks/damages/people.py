"""Made-up sides of participant lists: people in office, the names and the titles those of keyed cables, mixed anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.vocab.tables import rows

KEYS = Path(__file__).parents[2] / "tests" / "keys" / "development"


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


OURS = _phrases("""
    The Secretary | The Deputy Secretary | The President | DCM | Poloff | Econoff | Control Officer | The DCM | The
    Ambassador | Political Counselor | USAID Mission Director | Interpreter | Notetaker | Emboffs
""")
OUR_TITLES = _phrases("""
    Ambassador | DCM | Charge d'Affaires | CDA | Political Counselor | PolCouns | Poloff | Econoff | EconCouns | U/S |
    A/S | EUR PDAS | NEA DAS | SCA A/S | WHA Acting A/S | Deputy Secretary | Under Secretary | POL/ECON | Assistant
    Secretary | Special Assistant | Desk Officer | EAP/CM Director | NSC Senior Director for Africa | Principal Deputy
    Assistant Secretary of State | Special Envoy for Sudan | Executive Assistant | Staff Assistant | Deputy Chief of
    Mission | Political Officer | Economic Officer | Defense Attache | RSO | Legatt | PAO | USAID Mission Director |
    Public Affairs Officer | Management Counselor | Vice Consul | Consul General | Director of Policy Planning | S/P
    Member | Senior Advisor | Acting Spokesman | Counselor | Chief of Staff | Deputy Assistant Secretary of Defense |
    Naval Attache | ODC Chief | Pol/Mil Officer | Agricultural Attache
""")
OUR_BODIES = _phrases("""
    NSC | EUR/RPM | OSD | Joint Staff | ISN/MTR | L/NESA | Bureau of Political-Military Affairs | DNI | USTR | Embassy
    Paris | U.S. Embassy Tel Aviv | USDA | Department of Energy | Treasury | SCA/PB | CENTCOM | IO | S/CT |
    International Security Affairs | Office of the Legal Adviser | USAID | DHS | Department of State | VCI/SI
""")
THEIR_TITLES = _phrases("""
    Foreign Minister | Prime Minister | President | Minister of Defense | Ambassador | Director General | Director |
    Deputy Foreign Minister | Vice Minister of Trade | Minister of Industry, Trade and Labor | Chief of Staff |
    Advisor | Private Secretary to the Prime Minister | Second Secretary | First Secretary | Counselor | Attache |
    Governor | Minister of Commerce & Tourism | Director of the Minister's Secretariat | Chief of the General Staff |
    Senator | Head of the Americas Department | Deputy Director General for Strategic Affairs | Permanent Secretary |
    Chairman | Political Director | Diplomatic Advisor | Head, Americas Desk | Deputy Head of Mission | Spokesperson |
    MP | National Security Advisor | Protocol Officer | Country Officer | Member of Parliament | Secretary General
""")
THEIR_BODIES = _phrases("""
    MFA | Ministry of Foreign Affairs | MOD | Security Council | Ministry of the Interior | Embassy of {country} |
    Americas Directorate | Presidency | Prime Minister's Office | Central Bank | Ministry of Energy and Mines |
    Department for Security Policy | General Staff | National Assembly | {adjective} Embassy | Cabinet Office
""")
RANKS = _phrases("""
    General | Gen. | Lt. Gen. | Major General | Brig. Gen. | Brigadier General | Colonel | Col. | COL | LTC | Maj. |
    Captain | CAPT | Rear Admiral | RADM | Vice Admiral | Lieutenant Colonel | GEN | Commander
""")
STYLES = ("Mr.", "Ms.", "Mr.", "Ms.", "Dr.", "Mrs.", "Amb.", "Ambassador", "Dr.", "Sir")
NOTES = ("notetaker", "Notetaker", "note taker", "interpreter", "Interpreter")


class Person(NamedTuple):
    """One who takes part: what is printed before and behind the name, the function at the meeting."""

    before: str
    name: str
    after: str
    note: str = ""


class Side(NamedTuple):
    """Those of one country."""

    side: str
    ours: bool
    people: tuple[Person, ...]


@cache
def names() -> dict[str, list[str]]:
    """Country → the whole names of its people in the keys."""
    found: dict[str, list[str]] = {}
    for path in sorted(KEYS.glob("*.json")):
        for person in json.loads(path.read_text(encoding="utf-8"))["persons"]:
            whole = person["name"]
            if " " in whole and not whole.isupper() and whole.isprintable() and "(" not in whole and '"' not in whole:
                found.setdefault(person["country"] or "", []).append(whole)
    return found


@cache
def countries() -> list[tuple[str, str, str]]:
    """The countries that enough people of the keys are from: name, adjective, side."""
    known = {row["name"]: row["adjectives"].split(";")[0] for row in rows("countries")}
    several = [name for name, people in names().items() if len(people) > 4 and known.get(name)]
    return [(name, known[name], plain_country(name)) for name in several]


def _name(draw: Random, country: str) -> str:
    """A name of a country: the given names of one and the family name of another."""
    first, second = draw.choice(names()[country]).split(), draw.choice(names()[country]).split()
    if draw.random() < 0.5 or len(first) != 2 or len(second) != 2:
        return " ".join(first)
    return f"{first[0]} {second[1]}"


def _office(draw: Random, titles: Sequence[str], bodies: Sequence[str], place: dict[str, str]) -> str:
    roll = draw.random()
    if roll < 0.12:
        return draw.choice(bodies).format(**place)
    title = draw.choice(titles)
    return title if roll < 0.62 else f"{title}, {draw.choice(bodies).format(**place)}"


def person(draw: Random, ours: bool, front: float, place: dict[str, str]) -> Person:
    """Somebody of one side; `front` is the chance that the title stands before the name."""
    titles, bodies = (OUR_TITLES, OUR_BODIES) if ours else (THEIR_TITLES, THEIR_BODIES)
    if (ours and draw.random() < 0.05) or (not ours and draw.random() < 0.02):
        return Person(draw.choice(OURS if ours else ("Interpreter", "Notetaker", "The Foreign Minister")), "", "")
    name = _name(draw, "US" if ours else place["country"])
    rank = draw.choice(RANKS + STYLES) if draw.random() < 0.2 else ""
    office = _office(draw, titles, bodies, place)
    if draw.random() < front:
        office = office.split(",")[0] if draw.random() < 0.9 else office
        before, after = (f"{office} {rank}".strip() if not rank or draw.random() < 0.3 else rank), ""
    else:
        before, after = rank, office if draw.random() < 0.93 else ""
    if rank and (before or after) and draw.random() < 0.25:
        name = name.split()[-1]  # "Ambassador Poe"
    return Person(before, name, after, draw.choice(NOTES) if draw.random() < 0.06 else "")


def sides(draw: Random) -> list[Side]:
    """Two sides, seldom one or three, the United States in most of them."""
    count = draw.choice((1, 2, 2, 2, 2, 2, 2, 3))
    abroad = draw.sample(countries(), count)
    front = draw.choice((0.05, 0.15, 0.5, 0.85, 0.95))
    found = []
    for at, (country, adjective, side) in enumerate(abroad):
        ours = at == 0 and draw.random() < 0.95
        place = {"country": "US" if ours else country, "adjective": adjective}
        people = tuple(person(draw, ours, front, place) for _ in range(draw.choice((1, 2, 2, 3, 3, 4, 5, 6, 8))))
        found.append(Side("US" if ours else side, ours, people))
    draw.shuffle(found)
    return found
