"""What the mapping of one cable shares: the names of its things, and the quads so far."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from cablerdf.model import Cable, Span
from cablerdf.rdf import gazetteer
from cablerdf.rdf.iris import Iris, concept
from cablerdf.rdf.quads import Object, Quad, plain
from cablerdf.rdf.terms import RDF_TYPE
from cablerdf.vocab.tables import rows


class Context(NamedTuple):
    """A paragraph as the frame of offsets."""

    iri: str
    start: int
    end: int


class Scope:
    """One cable on its way to quads: IRIs are minted once, here, in the cable's own order."""

    def __init__(self, cable: Cable, base: str) -> None:
        self.cable = cable
        self.iris = Iris(cable, base)
        self.graph = self.iris.graph
        self.text = cable.document.text
        self.quads: list[Quad] = []
        self.contexts = [
            Context(iri, *paragraph.content)
            for iri, paragraph in zip(self.iris.paragraphs(cable), cable.paragraphs, strict=True)
        ]
        self.persons = [self.iris.person(p.name) for p in cable.persons]
        self.orgs = [self.iris.organization(o.name, o.country) for o in cable.orgs]
        self.places = [self.iris.place(p.name, p.country) for p in cable.places]
        self.references = (*cable.references, *cable.inline_references)
        self.forms: dict[str, dict[str, None]] = {}  # an entity's IRI, its printed forms in order
        self.countries: dict[str, str] = {}
        self.posts: dict[str, str] = {}
        self.bodies: dict[str, str] = {}
        self.unknown: dict[str, tuple[str, str]] = {}
        self.extra_persons: dict[str, str] = {}

    def add(self, subject: str, predicate: str, value: Object) -> None:
        """One quad in the cable's graph."""
        self.quads.append((subject, predicate, value, self.graph))

    def add_type(self, subject: str, *classes: str) -> None:
        """What a thing is."""
        self.quads += [(subject, RDF_TYPE, name, self.graph) for name in classes]

    def add_text(self, subject: str, predicate: str, value: str | None) -> None:
        """A plain text, unless it is absent."""
        if value is not None:
            self.quads.append((subject, predicate, plain(value), self.graph))

    def add_all(self, subject: str, predicate: str, values: Iterable[Object]) -> None:
        """One quad for each different value, in order."""
        self.quads += [(subject, predicate, value, self.graph) for value in dict.fromkeys(values)]

    def country(self, name: str) -> str:
        """The IRI of a country; the country is described with the places."""
        known = gazetteer.country(name) or name
        iri = self.countries.get(known)
        if iri is None:
            iri = self.countries[known] = self.iris.place(known)
        return iri

    def post(self, code: str) -> str:
        """The IRI of a post; the post is described after the places."""
        iri = self.posts.get(code)
        if iri is None:
            iri = self.posts[code] = self.iris.post(code)
        return iri

    def side(self, name: str) -> str:
        """The IRI of the country or body that somebody represents."""
        if gazetteer.country(name) is not None:
            return self.country(name)
        iri = self.iris.organization(name, None)
        self.bodies.setdefault(iri, gazetteer.body(name) or name)
        return iri

    def office(self, name: str) -> str:
        """The IRI of an addressee that is no post; it is described with the organisations."""
        iri = self.iris.office(name)
        self.bodies.setdefault(iri, gazetteer.office(name))
        return iri

    def term(self, scheme: str, notation: str) -> str:
        """The IRI of a concept; one that no table has is described as unknown at the end."""
        notation, iri, known = _term(scheme, notation)
        if not known:
            self.unknown[iri] = (scheme, notation)
        return iri

    def paragraph_of(self, span: Span) -> str | None:
        """The IRI of the paragraph in which a span lies."""
        return next((iri for iri, start, end in self.contexts if start <= span.start and span.end <= end), None)

    def within(self, span: Span, paragraph: int) -> tuple[int, int] | None:
        """Offsets of a span relative to a paragraph's text; None where it does not lie in it."""
        _iri, start, end = self.contexts[paragraph]
        if start <= span.start and span.end <= end:
            return span.start - start, span.end - start
        return None


@lru_cache(maxsize=4096)
def _term(scheme: str, notation: str) -> tuple[str, str, bool]:
    """A notation as the tables write it, its IRI, and whether a table has it."""
    if scheme == "portion-marking":
        notation = notation.upper().replace("//", "/")
    iri = concept(scheme, notation)
    return notation, iri, iri in known_concepts()


@cache
def known_concepts() -> frozenset[str]:
    """The IRI of every concept that the tables define."""
    tags = {concept("tag", row["code"]) for row in rows("tags")}
    return frozenset(tags | {concept(row["scheme"], row["notation"]) for row in rows("concepts")})
