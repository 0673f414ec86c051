"""What the collection as a whole is: VoID and DCAT, in a graph of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cablerdf.rdf.formats import BY_NAME, FORMATS
from cablerdf.rdf.quads import XSD_GYEAR, Literal, Object, Quad, integer
from cablerdf.rdf.terms import CAB, DCAT, DCTERMS, DEFAULT_BASE, FOAF, PROV, RDF_TYPE, RDFS, REUSED, VOCAB, VOID

VOCABULARIES = ("cab", "dcterms", "foaf", "itsrdf", "nif", "prov", "schema", "skos")
MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
PACKINGS = {".gz": "application/gzip", ".zst": "application/zstd"}
# What changes with the data: counts, and the partitions that hold more of them.
COUNTS = frozenset(
    VOID + name for name in ("triples", "entities", "classes", "properties", "classPartition", "propertyPartition")
)
PARTITIONS = ("class/", "property/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What to tell of a collection.

    `classes` and `properties` count things and statements by the IRI of their class and
    property; `license` and `publisher` are IRIs, as are `examples`, things worth showing;
    `issued` is ISO 8601 and comes from the user; `first` and `last` are the years of the
    cables; `file` is the name of the file with the data and `file_format` the name of its format.
    """

    title: str = "Diplomatic cables as linked data"
    description: str | None = None
    identifier: str | None = None
    license: str | None = None
    publisher: str | None = None
    issued: str | None = None
    triples: int | None = None
    entities: int | None = None
    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)
    first: str | None = None
    last: str | None = None
    examples: tuple[str, ...] = ()
    file: str | None = None
    file_format: str | None = None
    sparql_endpoint: str | None = None
    tool: str | None = None


def dataset_iri(base: str = DEFAULT_BASE) -> str:
    """The IRI of the collection."""
    return f"{base}dataset"


def dataset_quads(about: Dataset, base: str = DEFAULT_BASE) -> list[Quad]:
    """The description of the collection; what hangs on it (partitions, the file) has IRIs of its own."""
    return Describer(about, base).quads()


def short_name(iri: str) -> str:
    """A term as the last segment of an IRI.

    >>> short_name(CAB + "Cable"), short_name(DCTERMS + "title")
    ('Cable', 'dcterms-title')
    """
    if iri.startswith(CAB):
        return iri.removeprefix(CAB)
    prefix, namespace = next(((p, n) for p, n in REUSED.items() if iri.startswith(n)), ("", ""))
    return f"{prefix}-{iri.removeprefix(namespace)}" if prefix else iri.rpartition("/")[2].rpartition("#")[2]


class Describer:
    """Puts the quads of a description together."""

    def __init__(self, about: Dataset, base: str) -> None:
        self.about, self.base = about, base
        self.iri, self.graph = dataset_iri(base), f"{base}graph/dataset"
        self.found: list[Quad] = []

    def quads(self) -> list[Quad]:
        """All of them."""
        self.titles()
        self.vocabularies()
        self.period()
        self.file()
        self.tool()
        self.counts()
        own = [quad for quad in self.found if quad[0] == self.iri]
        return own + [quad for quad in self.found if quad[0] != self.iri]

    def add(self, subject: str, predicate: str, value: Object | None) -> None:
        if value is not None:
            self.found.append((subject, predicate, value, self.graph))

    def number(self, subject: str, predicate: str, value: int | None) -> None:
        self.add(subject, predicate, None if value is None else integer(value))

    def text(self, predicate: str, value: str | None) -> None:
        self.add(self.iri, predicate, None if value is None else Literal(value))

    def titles(self) -> None:
        """What it is, whose, under which licence."""
        iri, about = self.iri, self.about
        for name in (VOID + "Dataset", DCAT + "Dataset"):
            self.add(iri, RDF_TYPE, name)
        self.add(iri, DCTERMS + "title", Literal(about.title, lang="en"))
        self.text(DCTERMS + "description", about.description)
        self.text(DCTERMS + "identifier", about.identifier)
        self.add(iri, DCTERMS + "license", about.license)
        self.add(iri, DCTERMS + "publisher", about.publisher)
        self.text(DCTERMS + "issued", about.issued)
        self.add(iri, DCTERMS + "conformsTo", CAB.removesuffix("#"))
        self.add(iri, FOAF + "homepage", self.base)
        self.text(VOID + "uriSpace", self.base)
        self.add(iri, VOID + "sparqlEndpoint", about.sparql_endpoint)

    def vocabularies(self) -> None:
        """Which words it uses, in which formats it comes, what is worth showing."""
        for prefix in VOCABULARIES:
            self.add(self.iri, VOID + "vocabulary", REUSED[prefix])
        self.add(self.iri, VOID + "vocabulary", VOCAB)
        for row in FORMATS:
            self.add(self.iri, VOID + "feature", f"http://www.w3.org/ns/formats/{row.feature}")
        for example in self.about.examples:
            self.add(self.iri, VOID + "exampleResource", example)

    def counts(self) -> None:
        """How much there is, as a whole, of each class and of each property."""
        about = self.about
        self.number(self.iri, VOID + "triples", about.triples)
        self.number(self.iri, VOID + "entities", about.entities)
        if about.properties:
            self.number(self.iri, VOID + "classes", len(about.classes))
            self.number(self.iri, VOID + "properties", len(about.properties))
        for name, number in sorted(about.classes.items()):
            part = self.part(VOID + "classPartition", f"class/{short_name(name)}", VOID + "class", name)
            self.number(part, VOID + "entities", number)
        for name, number in sorted(about.properties.items()):
            part = self.part(VOID + "propertyPartition", f"property/{short_name(name)}", VOID + "property", name)
            self.number(part, VOID + "triples", number)

    def part(self, link: str, suffix: str, predicate: str, term: str) -> str:
        """The IRI of a partition by a class or a property."""
        part = f"{self.iri}/{suffix}"
        self.add(self.iri, link, part)
        self.add(part, RDF_TYPE, VOID + "Dataset")
        self.add(part, predicate, term)
        return part

    def period(self) -> None:
        """From which year to which."""
        if self.about.first is not None and self.about.last is not None:
            period = f"{self.iri}/period"
            self.add(self.iri, DCTERMS + "temporal", period)
            self.add(period, RDF_TYPE, DCTERMS + "PeriodOfTime")
            self.add(period, DCAT + "startDate", Literal(self.about.first, XSD_GYEAR))
            self.add(period, DCAT + "endDate", Literal(self.about.last, XSD_GYEAR))

    def file(self) -> None:
        """The file with the data."""
        about = self.about
        if about.file is None or about.file_format is None:
            return
        part = f"{self.iri}/distribution/{about.file_format}"
        self.add(self.iri, DCAT + "distribution", part)
        self.add(part, RDF_TYPE, DCAT + "Distribution")
        self.add(part, DCTERMS + "title", Literal(about.file))
        self.add(part, DCAT + "mediaType", MEDIA_TYPE + BY_NAME[about.file_format].media_types[0])
        packed = next((kind for ending, kind in PACKINGS.items() if about.file.lower().endswith(ending)), None)
        self.add(part, DCAT + "compressFormat", None if packed is None else MEDIA_TYPE + packed)

    def tool(self) -> None:
        """What made it."""
        if self.about.tool is None:
            return
        activity, agent = f"{self.iri}/conversion", f"{self.iri}/software"
        self.add(self.iri, PROV + "wasGeneratedBy", activity)
        self.add(activity, RDF_TYPE, PROV + "Activity")
        self.add(activity, RDFS + "label", Literal("Conversion of the cables", lang="en"))
        self.add(activity, PROV + "wasAssociatedWith", agent)
        self.add(self.iri, PROV + "wasAttributedTo", agent)
        self.add(agent, RDF_TYPE, PROV + "SoftwareAgent")
        self.add(agent, FOAF + "name", Literal(self.about.tool))
