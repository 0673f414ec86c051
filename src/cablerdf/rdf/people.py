"""The people of a collection as quads, in a graph of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from cablerdf.rdf.iris import Collection, concept
from cablerdf.rdf.mapping.header import instant
from cablerdf.rdf.quads import TRUE, Quad, integer, plain
from cablerdf.rdf.terms import CAB, DCTERMS, FOAF, OWL, RDF_TYPE, SCHEMA, SKOS, WIKIDATA

PEOPLE = "people"  # the end of the IRI of their graph
COUNTRY_KIND = concept("place-kind", "country")


class Titled(Protocol):
    """A title, the dates of the first and last cable that give it, and how many do."""

    @property
    def text(self) -> str: ...
    @property
    def first(self) -> str | None: ...
    @property
    def last(self) -> str | None: ...
    @property
    def cables(self) -> int: ...


class Person(Protocol):
    """A person of the collection, and the ends of the IRIs of those of cables who are he."""

    @property
    def name(self) -> str: ...
    @property
    def forms(self) -> tuple[str, ...]: ...
    @property
    def country(self) -> str | None: ...
    @property
    def titles(self) -> tuple[Titled, ...]: ...
    @property
    def locals(self) -> tuple[str, ...]: ...
    @property
    def wikidata(self) -> str | None: ...
    @property
    def sure(self) -> bool: ...
    @property
    def iri(self) -> str | None: ...


class PeopleMapping:
    """Maps the people of one collection; their countries are described once."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.mint = Collection(base)
        self.countries: dict[str, str] = {}  # by their IRIs

    def quads(self, people: Iterable[Person]) -> list[Quad]:
        """Some more people, each followed by those of cables who are he."""
        found: list[Quad] = []
        for person in people:
            found += self.person(person)
        return found

    def person(self, person: Person) -> list[Quad]:
        iri, graph = self.iri(person), self.mint.graph
        found: list[Quad] = [
            (iri, RDF_TYPE, CAB + "Person", graph),
            (iri, FOAF + "name", plain(person.name), graph),
            *((iri, SKOS + "altLabel", plain(form), graph) for form in person.forms),
            *((iri, SCHEMA + "jobTitle", plain(title.text), graph) for title in person.titles),
        ]
        country = self.mint.country(person.country) if person.country is not None else None
        if country is not None:
            found.append((iri, CAB + "country", country, graph))
        if person.wikidata is not None:
            same = OWL if person.sure else SCHEMA
            found.append((iri, same + "sameAs", WIKIDATA + person.wikidata, graph))
        spans = [f"{self.base}title/{iri.rpartition('/')[2]}-{n}" for n in range(1, len(person.titles) + 1)]
        found += ((iri, CAB + "title", span, graph) for span in spans)
        for span, title in zip(spans, person.titles, strict=True):
            found += self.title(span, title)
        if country is not None and country not in self.countries:
            self.countries[country] = person.country or ""
            found += self.place(country, self.countries[country])
        local = f"{self.base}person/"
        found += ((local + one, CAB + "person", iri, graph) for one in person.locals)
        return found

    def iri(self, person: Person) -> str:
        """The IRI that the person has, or a new one."""
        return f"{self.base}person/{person.iri}" if person.iri is not None else self.mint.person(person.name)

    def gone(self, iri: str, now: str | None) -> list[Quad]:
        """An IRI (its end) that is nobody's any more: withdrawn, or in favour of another."""
        subject, graph = f"{self.base}person/{iri}", self.mint.graph
        found: list[Quad] = [(subject, OWL + "deprecated", TRUE, graph)]
        if now is not None:
            found.append((subject, DCTERMS + "isReplacedBy", f"{self.base}person/{now}", graph))
        return found

    def title(self, iri: str, title: Titled) -> list[Quad]:
        """A title with the dates of the first and last cable that give it."""
        graph = self.mint.graph
        found: list[Quad] = [
            (iri, RDF_TYPE, CAB + "Title", graph),
            (iri, SKOS + "prefLabel", plain(title.text), graph),
        ]
        for name, date in (("firstGiven", title.first), ("lastGiven", title.last)):
            if date is not None:
                found.append((iri, CAB + name, instant(date), graph))
        found.append((iri, CAB + "cables", integer(title.cables), graph))
        return found

    def places(self) -> list[Quad]:
        """The countries so far, as they were described."""
        return [quad for country in self.countries.items() for quad in self.place(*country)]

    def place(self, iri: str, name: str) -> list[Quad]:
        """A country, so that this graph can be read by itself."""
        graph = self.mint.graph
        return [
            (iri, RDF_TYPE, CAB + "Place", graph),
            (iri, SKOS + "prefLabel", plain(name), graph),
            (iri, CAB + "placeKind", COUNTRY_KIND, graph),
        ]
