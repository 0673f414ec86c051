"""What the collection as a whole is: VoID and DCAT, in a graph of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cablerdf.rdf.formats import FORMATS
from cablerdf.rdf.quads import Literal, Object, Quad, integer
from cablerdf.rdf.terms import CAB, DCAT, DCTERMS, DEFAULT_BASE, FOAF, RDF_TYPE, RDFS, REUSED, VOCAB, VOID

VOCABULARIES = ("cab", "dcterms", "foaf", "itsrdf", "nif", "prov", "schema", "skos")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What to tell of a collection.

    `classes` counts instances by the local name of their class (`Cable`, `Person`);
    `license` and `publisher` are IRIs, as are `examples`, things worth showing; `issued` is
    ISO 8601 and comes from the user.
    """

    title: str = "Diplomatic cables as linked data"
    description: str | None = None
    identifier: str | None = None
    license: str | None = None
    publisher: str | None = None
    issued: str | None = None
    triples: int | None = None
    classes: Mapping[str, int] = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    sparql_endpoint: str | None = None
    tool: str | None = None


def dataset_iri(base: str = DEFAULT_BASE) -> str:
    """The IRI of the collection."""
    return f"{base}dataset"


def dataset_quads(about: Dataset, base: str = DEFAULT_BASE) -> list[Quad]:
    """The description of the collection; class counts are partitions with IRIs of their own."""
    iri, graph = dataset_iri(base), f"{base}graph/dataset"
    found: list[Quad] = []

    def add(subject: str, predicate: str, value: Object | None) -> None:
        if value is not None:
            found.append((subject, predicate, value, graph))

    def text(value: str | None) -> Literal | None:
        return None if value is None else Literal(value)

    for name in (VOID + "Dataset", DCAT + "Dataset"):
        add(iri, RDF_TYPE, name)
    add(iri, DCTERMS + "title", Literal(about.title, lang="en"))
    add(iri, DCTERMS + "description", text(about.description))
    add(iri, DCTERMS + "identifier", text(about.identifier))
    add(iri, DCTERMS + "license", about.license)
    add(iri, DCTERMS + "publisher", about.publisher)
    add(iri, DCTERMS + "issued", text(about.issued))
    add(iri, DCTERMS + "conformsTo", CAB.removesuffix("#"))
    add(iri, RDFS + "comment", None if about.tool is None else Literal(f"Made by {about.tool}.", lang="en"))
    add(iri, FOAF + "homepage", base)
    add(iri, VOID + "uriSpace", Literal(base))
    add(iri, VOID + "sparqlEndpoint", about.sparql_endpoint)
    for prefix in VOCABULARIES:
        add(iri, VOID + "vocabulary", REUSED[prefix])
    add(iri, VOID + "vocabulary", VOCAB)
    for row in FORMATS:
        add(iri, VOID + "feature", f"http://www.w3.org/ns/formats/{FEATURES[row.name]}")
    for example in about.examples:
        add(iri, VOID + "exampleResource", example)
    add(iri, VOID + "triples", None if about.triples is None else integer(about.triples))
    parts = {name: f"{iri}/class/{name}" for name in sorted(about.classes)}
    for part in parts.values():
        add(iri, VOID + "classPartition", part)
    for name, part in parts.items():
        add(part, RDF_TYPE, VOID + "Dataset")
        add(part, VOID + "class", CAB + name)
        add(part, VOID + "entities", integer(about.classes[name]))
    return found


# https://www.w3.org/ns/formats/
FEATURES = {
    "jsonld": "JSON-LD",
    "nquads": "N-Quads",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
    "trig": "TriG",
    "turtle": "Turtle",
}
