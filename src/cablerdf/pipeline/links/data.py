"""What RDF of ours says that a linker needs: who, by which names and titles, in which cable, of what date and post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from cablerdf.errors import MissingExtraError
from cablerdf.link.people.mention import Mention, mentioned
from cablerdf.rdf.terms import CAB, DCTERMS, FOAF, RDF_TYPE, SCHEMA, SKOS, VOCAB

KINDS = {CAB + name: name for name in ("Cable", "Person", "Organization", "Place", "Post")}
TEXTS = {FOAF + "name", SKOS + "prefLabel", SKOS + "altLabel", SCHEMA + "jobTitle", DCTERMS + "issued"}
LINKS = {CAB + "country", CAB + "placeKind", DCTERMS + "creator", CAB + "signedBy"}
NAMES = SCHEMA + "mentions"
TAG = VOCAB + "tag/"


class ScatteredError(Exception):
    """A graph goes on after another one began: no cable is whole before the end of the data."""


class Where(NamedTuple):
    """A thing in one cable: the IRI, and the cable's key; "" where the data has no graphs and no cable names it."""

    iri: str
    cable: str


class Seen(NamedTuple):
    """A person of one cable: the IRI, the name, the cable's key, and what is asked of the linker."""

    iri: str
    name: str
    cable: str
    mention: Mention


class Data:
    """What was read of one cable or of several, in the order of reading; everything is kept by thing and cable."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.kinds: dict[str, dict[str, None]] = {name: {} for name in KINDS.values()}
        self.values: dict[str, dict[Where, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.cables: dict[str, dict[str, None]] = defaultdict(dict)  # of a thing
        self.tags: dict[str, None] = {}
        self.one: dict[str, str] = {}  # a person of a cable, the person of the collection

    def key(self, iri: str) -> str:
        """The key of the cable in the IRI of its graph, or of a part of it."""
        local = iri[len(self.base) :] if iri.startswith(self.base) else ""
        return local.partition("/")[2].partition("-")[0].partition("/")[0]

    def take(self, subject: str, predicate: str, value: str, cable: str) -> None:
        """Keep what a linker needs of one statement."""
        if predicate == RDF_TYPE:
            if value in KINDS:
                self.kinds[KINDS[value]][subject] = None
                self.cables[subject][cable] = None
        elif predicate in TEXTS or predicate in LINKS:
            self.values[predicate][Where(subject, cable)].append(value)
            if predicate == CAB + "signedBy" and not cable:
                self.cables[value][self.key(subject)] = None
        elif predicate == NAMES and not cable:
            self.cables[value][self.key(subject)] = None
        elif predicate == DCTERMS + "subject" and value.startswith(TAG):
            self.tags[value] = None
        elif predicate == CAB + "person":
            self.one[subject] = value

    def of(self, predicate: str, iri: str, cable: str) -> list[str]:
        """The values of a property of a thing, as this cable has them, or as data without graphs has them."""
        table = self.values[predicate]
        return table.get(Where(iri, cable)) or table.get(Where(iri, "")) or []

    def about(self, cable: str) -> tuple[str | None, str | None, str | None]:
        """Date, post and signer of a cable."""
        iri = f"{self.base}cable/{cable}"
        date = next(iter(self.of(DCTERMS + "issued", iri, cable)), None)
        post = next(iter(self.of(DCTERMS + "creator", iri, cable)), "")
        signer = next(iter(self.of(CAB + "signedBy", iri, cable)), None)
        return date, unquote(post.rpartition("/")[2]) or None, signer

    def country(self, iri: str, cable: str) -> str | None:
        """The name of the country of a thing."""
        for place in self.of(CAB + "country", iri, cable):
            return next(iter(self.of(SKOS + "prefLabel", place, cable)), None)
        return None

    def places(self, kind: str) -> Iterator[tuple[str, str]]:
        """Every thing of a kind in every cable."""
        for iri in self.kinds[kind]:
            cables = [cable for cable in self.cables[iri] if cable]
            for cable in cables or [""]:
                yield iri, cable

    def people(self) -> Iterator[Seen]:
        """Every person of every cable; those of the collection are none of them."""
        together = set(self.one.values())
        for iri, cable in self.places("Person"):
            name = next(iter(self.of(FOAF + "name", iri, cable)), None)
            if name is None or iri in together:
                continue
            date, post, signer = self.about(cable)
            titles = tuple(self.of(SCHEMA + "jobTitle", iri, cable))
            year = int(date[:4]) if date else None
            yield Seen(
                iri, name, cable, mentioned(name, self.country(iri, cable), year, titles, post, signs=signer == iri)
            )


def cables(paths: Iterable[Path], base: str, whole: bool = False) -> Iterator[Data]:
    """What files say, one graph after the other, as `convert` writes them; data without graphs is one.

    Args:
        paths: RDF files.
        base: where the IRIs of the data begin.
        whole: as one, wherever graphs begin and end.

    Raises:
        ScatteredError: a graph begins again.
        MissingExtraError: pyoxigraph is not installed.
        InputError: a file cannot be read.
    """
    data = Data(base)
    begun: set[int] = set()
    for graph, statements in groupby(quads(paths), key=itemgetter(3)):
        if not whole:
            if hash(graph) in begun:
                raise ScatteredError
            begun.add(hash(graph))
            data = Data(base)
        cable = data.key(graph)
        for subject, predicate, value, _graph in statements:
            data.take(subject, predicate, value, cable)
        if not whole:
            yield data
    if whole:
        yield data


def quads(paths: Iterable[Path]) -> Iterator[tuple[str, str, str, str]]:
    """Subject, predicate, object and graph of every statement in files, as plain texts."""
    try:
        import pyoxigraph as ox
    except ImportError as error:
        raise MissingExtraError("pyoxigraph", "store") from error
    from cablerdf.store.staging import find_files, looked, opened, rdf_format, syntax_errors

    for path in find_files(paths):
        kind = rdf_format(path.name)
        with opened(path) as stream, syntax_errors(path, kind):
            for quad in ox.parse(looked(stream, kind), format=kind):
                graph = quad.graph_name
                yield (
                    quad.subject.value,
                    quad.predicate.value,
                    quad.object.value,
                    graph.value if isinstance(graph, ox.NamedNode) else "",
                )
