"""Fits the weights of `cablerdf.link.identity` on pairs made up out of people whom cables name, and writes them.

    cablerdf convert CABLES -o OUT.nq --link --gazetteer PEOPLE.sqlite --manifest RUN.jsonl
    python scripts/fit_identity_weights.py RUN.jsonl.people.gz

No annotated text is used. Who is linked to one Wikidata item is one person; of him a cable is drawn, and some of the
others. The name is printed as another cable might: misspelt, with an initial or a middle name, as a family name or,
of rulers, a first name alone; title and country are there, or lost. Two people are made up by lending somebody else
the name, mostly of the same country, and the oftener the more common the name: what cables say of him stays his. A
short name has candidates: the one who is meant or not, and namesakes. `fitting.py` has the model.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

from fitting import Example, write_fitted
from spelling import respelt

from cablerdf.link.identity.census import Census
from cablerdf.link.identity.features import NAMES, closest, is_alone, values
from cablerdf.link.identity.roll import Roll
from cablerdf.link.identity.sides import Side, Sighting, Words, is_full, looks
from cablerdf.link.identity.sightings import Sightings
from cablerdf.link.people.offices import Office
from cablerdf.pipeline.people.kept import read_rolls

SEED, EXAMPLES = 20, 16000
LOST = 0.3  # how often a title is not printed
NAMESAKES = (0.005, 0.06, 0.3)  # how often two are meant by a full name, one that is spelt otherwise, with an initial
COMMON = 0.5  # how much more often those of common names are two
SUCCESSORS = 0.3  # of namesakes, how many have held the same office
STRANGERS = 0.25  # cables that name somebody else of a family name, for each full name that has it


class Maker:
    """Makes up examples out of the sightings of linked people."""

    def __init__(self, sightings: Sightings, chance: random.Random) -> None:
        self.chance = chance
        company: dict[int, list[Words]] = defaultdict(list)
        self.people: dict[str, list[Sighting]] = defaultdict(list)
        full: set[tuple[Words, str | None]] = set()
        for sighting in sightings:
            words, country, _offices = looks(sighting)
            company[sighting.number].append(words)
            full |= {(words, country)} if is_full(words) else set()
            if sighting.person.wikidata is not None:
                self.people[sighting.person.wikidata].append(sighting)
        self.census = Census(full, (company[number] for number in sorted(company)))
        self.names = {qid: self.fullest(found) for qid, found in self.people.items()}
        self.all = sorted(qid for qid, name in self.names.items() if len(name.split()) > 1)
        self.by_country: dict[str | None, list[str]] = defaultdict(list)
        self.held: dict[Office, list[str]] = defaultdict(list)
        for qid in self.all:
            self.by_country[self.people[qid][0].person.country].append(qid)
            for office in {office for one in self.people[qid] for office in looks(one).offices if is_alone(office)}:
                self.held[office].append(qid)

    def fullest(self, found: list[Sighting]) -> str:
        return max((one.person.name for one in found), key=lambda name: (len(name.split()), name))

    def printed(self, sighting: Sighting, name: str) -> Sighting:
        """The person of a cable under a name, with what may be lost."""
        person, chance = sighting.person, self.chance
        draw = chance.random()
        country = person.country if draw < 0.93 else None if draw < 0.98 else "Norway"
        titles = person.titles if chance.random() > LOST else ()
        return sighting._replace(person=person._replace(name=name, titles=titles, country=country, wikidata=None))

    def side(self, found: list[Sighting], name: str, spare: int) -> Side | None:
        """Some of the cables of somebody, but not that one, under a name or what they print."""
        others = [one for one in found if one.number != spare]
        if not others:
            return None
        chosen = self.chance.sample(others, min(len(others), self.chance.choice((1, 2, 4, 30, 200))))
        whole = known_of(self.printed(chosen[0], name))
        for one in chosen[1:]:
            whole.take(known_of(self.printed(one, name)))
        return whole

    def example(self) -> Example | None:
        """One example, or None where nothing comes of a draw."""
        qid = self.chance.choice(self.all)
        if self.chance.random() < 0.25:  # those whom many cables name are there more often
            qid = max([qid, *self.chance.choices(self.all, k=2)], key=lambda one: len(self.people[one]))
        return self.full(qid) if self.chance.random() < 0.4 else self.short(qid)

    def other(self, qid: str) -> str:
        """Somebody else, mostly of the same country."""
        country = self.people[qid][0].person.country
        return self.chance.choice(self.by_country[country] if self.chance.random() < 0.75 else self.all)

    def successor(self, qid: str) -> str:
        """Somebody else of the country who has held an office that this one held; anybody where there is none."""
        country = self.people[qid][0].person.country
        offices = {office for one in self.people[qid] for office in looks(one).offices if is_alone(office)}
        found = {other for office in offices for other in self.held[office] if other != qid}
        near = sorted(other for other in found if self.people[other][0].person.country == country)
        return self.chance.choice(near) if near else self.other(qid)

    def full(self, qid: str) -> Example | None:
        """Two full names: of one person, or of two who share it."""
        one = self.chance.choice(self.people[qid])
        name = self.names[qid]
        rate = self.census.namesakes(looks(one._replace(person=one.person._replace(name=name))).words, None)
        printed = respelt(name.split(), self.chance, 0.2, 0.45)
        level = 2 if printed[1:2] == "." != name[1:2] else int(printed != name)
        two = self.chance.random() < min(0.5, NAMESAKES[level] + COMMON * rate)
        owner = self.other(qid) if two else qid
        if two and owner == qid:
            return None
        known = self.side(self.people[owner], name, one.number)
        return self.compared(known_of(self.printed(one, printed)), [known], None if two else 0)

    def short(self, qid: str) -> Example | None:
        """A short name: of one of the candidates, or of nobody among them."""
        chance, name = self.chance, self.names[qid]
        words = name.split()
        first = chance.random() < 0.08
        alone = chance.random() < 0.12  # nobody is known by more than the family name
        told, given = (words[0] if first else words[-1]), words[:-1]
        strangers = STRANGERS * self.census.bearing((words[-1].casefold(),), looks(self.people[qid][0]).country)
        meant = chance.random() * (len(self.people[qid]) + strangers) > strangers
        owner = qid if meant else self.other(qid)
        if owner == qid and not meant:
            return None
        one = chance.choice(self.people[owner])
        candidates: list[Side | None] = [self.side(self.people[qid], told if alone else name, one.number)]
        while chance.random() < 0.3 and not alone:
            rival = self.successor(qid) if chance.random() < SUCCESSORS else self.other(qid)
            lent = self.names[rival].split()
            if rival in (qid, owner) or lent[0] == given[0]:
                continue
            candidates.append(self.side(self.people[rival], " ".join([lent[0], words[-1]]), one.number))
        return self.compared(known_of(self.printed(one, told)), candidates, 0 if meant else None)

    def compared(self, one: Side, candidates: list[Side | None], right: int | None) -> Example | None:
        """The features of each candidate."""
        if candidates[0] is None:
            return None
        found = []
        for place, other in enumerate(candidates):
            alike = closest(one, other) if other is not None else None
            if other is None or alike is None:
                if place == 0:
                    return None
                continue
            found.append(values(one, other, alike, self.census))
        return Example(found, right)


def known_of(sighting: Sighting) -> Side:
    """What is known of a sighting."""
    return Side(sighting, looks(sighting))


def main() -> None:
    """Read the rolls, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rolls", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/cablerdf/vocab/data/identity_weights.json"))
    asked = parser.parse_args()
    maker = Maker(Sightings(map(Roll.from_json, read_rolls(asked.rolls))), random.Random(SEED))
    data: list[Example] = []
    while len(data) < EXAMPLES:
        found = maker.example()
        data += [found] if found is not None else []
    about = "Conditional logit over cablerdf.link.identity.features; made by scripts/fit_identity_weights.py."
    write_fitted(data, NAMES, about, {"link": 0.7, "review": 0.4, "margin": 0.3}, asked.out)


if __name__ == "__main__":
    main()
