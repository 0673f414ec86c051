"""The one door of this room: a parsed cable in, the same with QIDs out, and every decision behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from cablerdf.link.gazetteer.build import whole
from cablerdf.link.gazetteer.reader import Gazetteer
from cablerdf.link.names.fold import plain
from cablerdf.link.people.decide import Decision, decide
from cablerdf.link.people.mention import Mention, mentioned
from cablerdf.link.tables import bodies, territories
from cablerdf.link.tables.territories import Found
from cablerdf.model import Cable
from cablerdf.model.entity import Organization, Person, Place

Thing = TypeVar("Thing", Organization, Place)
REMEMBERED = 30_000  # decisions about equal mentions
ORGANISATIONS = ("organisation", "organization")


@dataclass(frozen=True)
class Linked:
    """A cable with its links. The lists run beside those of the cable: one entry an entity, None for no link."""

    cable: Cable
    people: tuple[Decision | None, ...]
    orgs: tuple[Found | None, ...]
    places: tuple[Found | None, ...]


@dataclass
class Linker:
    """Links cables against the shipped tables and any number of gazetteers.

    Equal mentions, (name, country, year, titles, ...), are decided once.
    """

    gazetteers: tuple[Gazetteer, ...] = ()

    def __post_init__(self) -> None:
        self.decide = lru_cache(REMEMBERED)(lambda mention: decide(mention, self.gazetteers).brief())

    @classmethod
    def open(cls, paths: Sequence[Path]) -> Linker:
        """A linker over gazetteer files.

        Raises:
            LinkError: one of them cannot be read.
        """
        return cls(tuple(Gazetteer(path) for path in paths))

    def link(self, cable: Cable) -> Linked:
        """The cable with its people, organisations and places linked."""
        people = tuple(self.person(person, cable) for person in cable.persons)
        others = frozenset(bodies.key(name) for org in cable.orgs for name in (org.name, *org.aliases))
        orgs = tuple(self.org(org, cable, others) for org in cable.orgs)
        places = tuple(self.place(place, cable) for place in cable.places)
        linked = replace(
            cable,
            persons=tuple(with_decision(p, d) for p, d in zip(cable.persons, people, strict=True)),
            orgs=tuple(with_found(o, f) for o, f in zip(cable.orgs, orgs, strict=True)),
            places=tuple(with_found(p, f) for p, f in zip(cable.places, places, strict=True)),
        )
        return Linked(linked, people, orgs, places)

    def person(self, person: Person, cable: Cable) -> Decision | None:
        """The decision about a person; None without a gazetteer of people."""
        return self.decide(mention_of(person, cable)) if self.gazetteers else None

    def org(self, org: Organization, cable: Cable, others: frozenset[str]) -> Found | None:
        """The body of the table or a gazetteer that an organisation is."""
        names = (org.name, *((org.abbreviation,) if org.abbreviation else ()), *org.aliases)
        return self.body(names, org.country, cable.issued, others)

    def body(self, names: Sequence[str], country: str | None, date: str | None, others: frozenset[str]) -> Found | None:
        """The body that has all of these printed names; `others` are the keys of all bodies named beside it."""
        printed = bodies.printed_names(names[0], names[1:])
        found = bodies.body(printed, country, date, others)
        if found is not None or country is not None:
            return found
        return self.listed(printed, ORGANISATIONS)

    def place(self, place: Place, cable: Cable) -> Found | None:
        """The territory or city that a place is."""
        return territory((place.name, *place.aliases), place.kind, place.country, cable.issued, cable.origin)

    def listed(self, names: tuple[str, ...], types: tuple[str, ...]) -> Found | None:
        """An entity of a gazetteer by a whole name that is written out and means one only."""
        found = {
            entity.qid: entity
            for name in names
            if len(name.split()) > 2
            for gazetteer in self.gazetteers
            for entity in gazetteer.named(whole(name), types)
            if len(name.split()) > 3 or whole(entity.label) == whole(name)
        }
        if len(found) != 1:
            return None
        (entity,) = found.values()
        return Found(entity.qid, entity.label, bodies.PROBABLE, "the only one of that name in the gazetteer")


def territory(names: Sequence[str], kind: str, country: str | None, date: str | None, post: str | None) -> Found | None:
    """The territory or city that has one of these names, by its kind, the country it lies in, date and post."""
    for name in names:
        if kind == "city":
            found = territories.city(name, country)
        elif kind == "country":
            found = territories.state(name, date, post)
        else:
            found = territories.region(name, country) or (territories.state(name, date) if country is None else None)
        if found is not None:
            return found
    return None


def mention_of(person: Person, cable: Cable) -> Mention:
    """What a cable shows of a person, for the decision."""
    year = int(cable.issued[:4]) if cable.issued else None
    titles = tuple(title for title in person.titles if title)
    signs = cable.signer is not None and same(cable.signer, person.name)
    return mentioned(person.name, person.country, year, titles, cable.origin, signs)


def same(one: str, other: str) -> bool:
    """Whether two printed forms are one name, but for case."""
    return one.casefold() == other.casefold() or plain(one).split()[-1:] == plain(other).split()


def with_decision(person: Person, decision: Decision | None) -> Person:
    """The person with the link, where one was made."""
    if decision is None or decision.qid is None:
        return person
    return replace(person, wikidata=decision.qid, link_confidence=decision.confidence)


def with_found(thing: Thing, found: Found | None) -> Thing:
    """The organisation or place with the link, where one was made."""
    return thing if found is None else replace(thing, wikidata=found.qid, link_confidence=found.confidence)
