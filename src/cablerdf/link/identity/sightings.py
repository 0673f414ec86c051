"""Everybody whom the cables name, in little room."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from cablerdf.link.identity.roll import Named, Roll
from cablerdf.link.identity.sides import Looks, Sighting, looks


class Sightings:
    """Everybody whom the cables name, the earlier cable first, whatever the order of the rolls.

    What cables say of people comes again and again: all but the cable and the place is kept once for those of whom
    the same is said, and a sighting is made when it is asked for.
    """

    def __init__(self, rolls: Iterable[Roll]) -> None:
        known: dict[Named, Named] = {}
        lean = [bare(roll, known) for roll in rolls if roll.people]
        lean.sort(key=lambda one: (one[0].date or "9999", one[0].cable))
        self.rolls: list[Roll] = []  # without their people
        self.numbers = array("l")  # of the roll of each
        self.said: list[Named] = []  # of each, without cable and place
        self.places: list[str] = []  # of each
        self.looks: list[Looks] = []  # of each
        seen: dict[Looks, Looks] = {}
        for number, (roll, places) in enumerate(lean):
            self.numbers.extend([number] * len(places))
            self.said += roll.people
            self.places += places
            self.rolls.append(roll._replace(people=()))
            found = (looks(Sighting(number, roll.cable, roll.date, roll.post, said)) for said in roll.people)
            self.looks += (seen.setdefault(look, look) for look in found)

    def __len__(self) -> int:
        return len(self.said)

    def __getitem__(self, at: int) -> Sighting:
        number, said = self.numbers[at], self.said[at]
        cable, date, post, _people = self.rolls[number]
        local = cable + said.local if said.local.startswith("-") else said.local
        return Sighting(number, cable, date, post, said._replace(local=local, at=self.places[at]))

    def __iter__(self) -> Iterator[Sighting]:
        return map(self.__getitem__, range(len(self)))

    def lean(self, at: int) -> Sighting:
        """A sighting without what only tells where it is: its person has no IRI and no place."""
        number = self.numbers[at]
        cable, date, post, _people = self.rolls[number]
        return Sighting(number, cable, date, post, self.said[at])


def bare(roll: Roll, known: dict[Named, Named]) -> tuple[Roll, tuple[str, ...]]:
    """A roll whose people are among the known, in order, without cable and place; and their places.

    >>> bare(Roll("05X1", None, None, (Named("05X1-ng", "Ng", at="1:3-5"),)), {})[0].people[0].local
    '-ng'
    """
    people = sorted(roll.people, key=lambda person: person.local)
    start = f"{roll.cable}-"
    said = [
        person._replace(
            local=person.local[len(roll.cable) :] if person.local.startswith(start) else person.local, at=""
        )
        for person in people
    ]
    return roll._replace(people=tuple(known.setdefault(one, one) for one in said)), tuple(one.at for one in people)
