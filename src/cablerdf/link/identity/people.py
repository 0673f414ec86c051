"""The people of a collection, out of the rolls of its cables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cablerdf.link.identity.roll import Named, Roll
from cablerdf.link.names.fold import words


class Title(NamedTuple):
    """A title that cables give somebody: the dates of the first and the last of them, and how many they are."""

    text: str
    first: str | None
    last: str | None
    cables: int


class Someone(NamedTuple):
    """A person of the collection: the people of cables that are he, and what they say together.

    `wikidata` is the QID that most of them have, `sure` whether for one of them it is beyond doubt.
    """

    name: str
    forms: tuple[str, ...]
    country: str | None
    titles: tuple[Title, ...]
    locals: tuple[str, ...]
    wikidata: str | None
    sure: bool


class Sighting(NamedTuple):
    """A person of a cable with the cable's key and date."""

    date: str
    cable: str
    person: Named


def people_of(rolls: Iterable[Roll]) -> Iterator[Someone]:
    """The people of the cables, in the order of the first cable that names each."""
    groups: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
    for roll in rolls:
        for person in roll.people:
            groups[key_of(person)].append(Sighting(roll.date or "9999", roll.cable, person))
    for group in groups.values():
        group.sort(key=order)
    for group in sorted(groups.values(), key=lambda group: order(group[0])):
        yield together(group)


def key_of(person: Named) -> tuple[object, ...]:
    """What makes two people of cables one: full name and country; somebody known by less is one alone."""
    found = words(person.name)
    if person.country is None or sum(len(word) > 1 for word in found) < 2:
        return (person.local,)
    return (found, person.country)


def order(sighting: Sighting) -> tuple[str, str, str]:
    """The earlier cable first."""
    return sighting.date, sighting.cable, sighting.person.local


def together(group: list[Sighting]) -> Someone:
    """What the people of cables who are one say together."""
    people = [sighting.person for sighting in group]
    names = Counter(person.name for person in people)
    name = min(names, key=lambda name: (-len(words(name)), -names[name], name))
    countries = Counter(person.country for person in people if person.country is not None)
    qids = Counter(person.wikidata for person in people if person.wikidata is not None)
    qid = min(qids, key=lambda qid: (-qids[qid], qid), default=None)
    return Someone(
        name,
        forms_of(name, people),
        min(countries, key=lambda country: (-countries[country], country), default=None),
        titles_of(group),
        tuple(person.local for person in people),
        qid,
        any(person.sure and person.wikidata == qid for person in people),
    )


def forms_of(name: str, people: list[Named]) -> tuple[str, ...]:
    """The other printed forms; capitals alone make no other form."""
    found: dict[str, str] = {}
    for person in people:
        for form in (person.name, *person.forms):
            found.setdefault(form.casefold(), form)
    found.pop(name.casefold(), None)
    return tuple(sorted(found.values()))


def titles_of(group: list[Sighting]) -> tuple[Title, ...]:
    """The titles, each once, in the order of the first cable that gives it."""
    found: dict[str, Title] = {}
    for date, _cable, person in group:
        day = None if date == "9999" else date
        for text in person.titles:
            known = found.get(text.casefold(), Title(text, day, day, 0))
            found[text.casefold()] = known._replace(last=day or known.last, cables=known.cables + 1)
    return tuple(found.values())
