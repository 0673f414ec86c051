"""The people of a collection, out of the rolls of its cables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cablerdf.link.identity.groups import Groups
from cablerdf.link.identity.joining import NOTHING, Joining, Verdicts
from cablerdf.link.identity.roll import Named, Roll
from cablerdf.link.identity.sides import Sighting, is_full
from cablerdf.link.identity.sightings import Sightings
from cablerdf.link.names.fold import words


class Title(NamedTuple):
    """A title that cables give somebody: the dates of the first and the last of them, and how many they are."""

    text: str
    first: str | None
    last: str | None
    cables: int


class Someone(NamedTuple):
    """A person of the collection: the people of cables that are he, and what they say together.

    `wikidata` is the QID that most of them have, `sure` whether for one of them it is beyond doubt; `iri` is the end of
    the IRI that an earlier run gave.
    """

    name: str
    forms: tuple[str, ...]
    country: str | None
    titles: tuple[Title, ...]
    sightings: tuple[Sighting, ...]
    wikidata: str | None
    sure: bool
    iri: str | None = None

    @property
    def locals(self) -> tuple[str, ...]:
        """The ends of the IRIs of the people of cables."""
        return tuple(sighting.person.local for sighting in self.sightings)


def people_of(rolls: Iterable[Roll], told: Verdicts = NOTHING) -> Iterator[Someone]:
    """The people of the cables, in the order of the first cable that names each."""
    return people_in(joined(rolls, told, reasons=False).groups)


def joined(rolls: Iterable[Roll], told: Verdicts = NOTHING, reasons: bool = True) -> Joining:
    """The joins between whom the cables name, done; with what speaks for each where the reasons are asked for."""
    joining = Joining(Sightings(rolls), told, reasons)
    joining.run()
    return joining


def people_in(groups: Groups) -> Iterator[Someone]:
    """The people of groups, in the order of the first cable that names each."""
    for number in range(len(groups.sightings)):
        if groups.root(number) == number:
            yield together([groups.sightings[one] for one in sorted(groups.of(number))])


def together(group: list[Sighting]) -> Someone:
    """What the people of cables who are one say together."""
    people = [sighting.person for sighting in group]
    names = Counter(person.name for person in people)
    name = min(names, key=lambda name: (not is_full(words(name)), -names[name], -len(words(name)), -len(name), name))
    countries = Counter(person.country for person in people if person.country is not None)
    qids = Counter(person.wikidata for person in people if person.wikidata is not None)
    qid = min(qids, key=lambda qid: (-qids[qid], qid), default=None)
    return Someone(
        name,
        forms_of(name, people),
        min(countries, key=lambda country: (-countries[country], country), default=None),
        titles_of(group),
        tuple(group),
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
    for sighting in group:
        for text in sighting.person.titles:
            known = found.get(text.casefold(), Title(text, sighting.date, sighting.date, 0))
            found[text.casefold()] = known._replace(last=sighting.date or known.last, cables=known.cables + 1)
    return tuple(found.values())
