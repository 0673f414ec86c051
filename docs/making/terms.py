"""The ontology and the shapes as their pages need them: classes, and what a thing of each class carries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from rdflib import RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
CAB = Namespace("https://w3id.org/cablerdf/ontology#")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")


class Term(NamedTuple):
    """A class or property of the ontology."""

    name: str  # cab:Cable
    label: str
    definition: str
    example: str
    parents: tuple[str, ...]


class Carried(NamedTuple):
    """A property that things of a class carry: its values, how many, what it says."""

    name: str  # dcterms:hasPart
    values: tuple[str, ...]  # classes or datatypes
    least: int
    most: int | None
    says: str


@cache
def ontology() -> Graph:
    return Graph().parse(ROOT / "ontology" / "cablerdf.ttl")


@cache
def shapes() -> Graph:
    found = Graph()
    for file in sorted((ROOT / "shapes").glob("*.ttl")):
        found.parse(file)
    return found


def short(node: Node | None) -> str:
    """The name of a term with its prefix."""
    for graph in (ontology(), shapes()):
        for prefix, namespace in graph.namespaces():
            if prefix and str(node).startswith(namespace):
                return f"{prefix}:{str(node)[len(namespace) :]}"
    return str(node)


def term(node: Node) -> Term:
    """What the ontology says of a class or property."""
    graph = ontology()
    parents = [*graph.objects(node, RDFS.subClassOf), *graph.objects(node, RDFS.subPropertyOf)]
    label, definition, example = (graph.value(node, p) for p in (RDFS.label, SKOS.definition, SKOS.example))
    return Term(short(node), str(label), str(definition), str(example), tuple(sorted(short(p) for p in parents)))


def classes() -> list[Term]:
    """The classes, by name."""
    return sorted(term(node) for node in ontology().subjects(RDF.type, OWL.Class))


def properties() -> dict[str, Term]:
    """The properties of the ontology itself, by name."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    found = [term(node) for kind in kinds for node in ontology().subjects(RDF.type, kind)]
    return {found.name: found for found in sorted(found)}


def carried(name: str) -> list[Carried]:
    """The properties of a class: those that its shape looks at, and those that the ontology gives it beside."""
    found = {carried.name: carried for carried in shaped(name)}
    for node in [*ontology().subjects(RDFS.domain, iri(name)), *ontology().subjects(SCHEMA.domainIncludes, iri(name))]:
        ranges = [*ontology().objects(node, RDFS.range), *ontology().objects(node, SCHEMA.rangeIncludes)]
        said = term(node)
        known = found.get(said.name, Carried(said.name, (), 0, None, said.definition))
        found[said.name] = known._replace(values=known.values or tuple(sorted(map(short, ranges))))
    return sorted(found.values())


def iri(name: str) -> URIRef:
    return CAB[name.removeprefix("cab:")]


def shaped(name: str) -> list[Carried]:
    """The properties that the shapes of a class look at, what several shapes say of one put together."""
    graph, own = shapes(), properties()
    found: dict[str, Carried] = {}
    for shape in graph.subjects(SH.targetClass, iri(name)):
        for part in graph.objects(shape, SH.property):
            path = graph.value(part, SH.path)
            if isinstance(path, BNode) or graph.value(part, SH.severity) in (SH.Warning, SH.Info):
                continue
            known = found.get(short(path), Carried(short(path), (), 0, None, ""))
            least, most = graph.value(part, SH.minCount), graph.value(part, SH.maxCount)
            says = own[known.name].definition if known.name in own else known.says or str(graph.value(part, SH.message))
            found[known.name] = Carried(
                known.name,
                known.values or values(part),
                known.least if least is None else int(str(least)),
                known.most if most is None else int(str(most)),
                says,
            )
    return list(found.values())


def values(part: Node) -> tuple[str, ...]:
    """The classes or datatypes of the values that a property shape allows."""
    graph = shapes()
    either = graph.value(part, SH["or"])
    nodes = [part, *(Collection(graph, either) if either is not None else [])]
    found = [short(o) for node in nodes for p in (SH["class"], SH.datatype) for o in graph.objects(node, p)]
    if not found and graph.value(part, SH["in"]) is not None:
        return ("skos:Concept",)
    return tuple(found)
