"""IRIs of people are minted once: who has which of those that earlier runs gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cablerdf.link.identity.sides import Sighting


class Member(NamedTuple):
    """Somebody of a cable who is under an IRI (its end): the key of the mention, the runs that made and ended it."""

    iri: str
    cable: str
    name: str
    span: str
    made: str
    ended: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two rows say the same, whichever run made them."""
        return self[:-2]


class Carried(NamedTuple):
    """The IRIs of people, by their numbers, and those that are nobody's any more: of whom they speak now, if of one."""

    iris: dict[int, str]
    gone: dict[str, int | None]


def carried(people: Iterable[Iterable[Sighting]], members: list[Member]) -> Carried:
    """Who keeps which IRI.

    An IRI goes where most of its members are. Where several come together the eldest stays and the others speak of the
    same person; where one comes apart the larger part keeps it.
    """
    by_name, by_span = places(people)
    homes: dict[str, Counter[int]] = {}
    last: dict[str, Counter[int]] = {}  # of members that have left
    for member in members:
        number = by_name.get((member.cable, member.name), by_span.get((member.cable, member.span)))
        found = (last if member.ended else homes).setdefault(member.iri, Counter())
        last.setdefault(member.iri, Counter())
        if number is not None:
            found[number] += 1
    iris: dict[int, str] = {}
    gone: dict[str, int | None] = {}
    for iri, left in last.items():
        votes = homes.get(iri) or left
        home = min(votes, key=lambda number: (-votes[number], number), default=None)
        if home is None or home in iris or iri not in homes:
            gone[iri] = home
        else:
            iris[home] = iri
    return Carried(iris, gone)


def places(people: Iterable[Iterable[Sighting]]) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """Which person a mention belongs to: by cable and name, and by cable and place of the name."""
    by_name: dict[tuple[str, str], int] = {}
    by_span: dict[tuple[str, str], int] = {}
    for number, sightings in enumerate(people):
        for sighting in sightings:
            by_name.setdefault((sighting.cable, sighting.person.name), number)
            if sighting.person.at:
                by_span.setdefault((sighting.cable, sighting.person.at), number)
    return by_name, by_span
