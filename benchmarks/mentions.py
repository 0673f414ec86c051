"""Whom each cable of an output of `convert` names, and how a name of a key is found among them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from cablerdf.link.names.fold import words
from cablerdf.pipeline.links.data import quads
from cablerdf.rdf.people import PEOPLE
from cablerdf.rdf.terms import CAB, FOAF, OWL, SCHEMA, SKOS


class Named(NamedTuple):
    """A person of one cable: the IRI, the names, the fullest first, and the titles."""

    iri: str
    names: list[str]
    titles: list[str]


class Collection:
    """Whom each cable names, and the person of the collection behind each."""

    def __init__(self, path: Path) -> None:
        self.cables: dict[str, dict[str, Named]] = defaultdict(dict)
        self.one: dict[str, str] = {}
        self.items: dict[str, str] = {}  # of Wikidata
        for subject, predicate, value, graph in quads([path]):
            if "/person/" not in subject:
                continue
            cable = graph.rpartition("/")[2]
            if predicate in (OWL + "sameAs", SCHEMA + "sameAs"):
                self.items[subject] = value
            elif cable != PEOPLE:
                self.take(cable, subject, predicate, value)
            elif predicate == CAB + "person":
                self.one[subject] = value

    def take(self, cable: str, iri: str, predicate: str, value: str) -> None:
        """Keep a name or a title of a person of a cable."""
        if predicate not in (FOAF + "name", SKOS + "altLabel", SCHEMA + "jobTitle"):
            return
        person = self.cables[cable].setdefault(iri, Named(iri, [], []))
        if predicate == FOAF + "name":
            person.names.insert(0, value)
        else:
            (person.names if predicate == SKOS + "altLabel" else person.titles).append(value)

    def find(self, cable: str, name: str, title: str = "") -> str | None:
        """The one person of a cable whom a key names: as printed, else by the words, else by some of the words.

        The title chooses among several of one name; without it, they are not found.
        """
        for alike in (as_printed, same_letters, part_of):
            found = [one for one in self.cables[cable].values() if one.names and alike(one, name)]
            if len(found) > 1:
                found = [one for one in found if title and any(title.lower() in text.lower() for text in one.titles)]
            if len(found) == 1:
                return found[0].iri
        return None

    def who(self, iri: str) -> str:
        """The person of the collection, or the cable's where there is none."""
        return self.one.get(iri, iri)


def as_printed(person: Named, name: str) -> bool:
    """The fullest name is this one, capitals aside."""
    return person.names[0].casefold() == name.casefold()


def same_letters(person: Named, name: str) -> bool:
    """One of the names has the letters of this one, accents, particles and spaces aside."""
    return "".join(words(name)) in {"".join(words(form)) for form in person.names}


def part_of(person: Named, name: str) -> bool:
    """The words of the fullest name are all in this one, or the other way round."""
    one, other = set(words(person.names[0])), set(words(name))
    return one <= other or other <= one
