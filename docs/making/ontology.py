"""The page of the ontology: every class with what its things carry, every vocabulary with its concepts."""

from __future__ import annotations

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from making.terms import CAB, ROOT, Carried, Term, carried, classes, properties

INTRODUCTION = f"""The namespace is `{CAB}`, for which this page and the data write `cab:`. The ontology itself
is [cablerdf.ttl](../ontology/cablerdf.ttl) (OWL 2, CC0), what must hold is in the [shapes](../shapes/cable.ttl)
(SHACL), and `cablerdf serve` shows each term at its address. Why the model is as it is, tells [The model](model.md).

[![The classes and the properties that lead from one to another](assets/ontology.svg)](assets/ontology.svg)

Terms without `cab:` are of other vocabularies: `dcterms` (Dublin Core), `foaf`, `schema` (schema.org), `prov` (where
something comes from), `skos` (concepts and names), `nif` and `itsrdf` (places in a text), `sssom` (mappings). In the
tables, *1* is exactly one, *0–1* at most one, *1–n* at least one."""
FEW = 16  # concepts: vocabularies with more are told of by their number


def ontology_page() -> str:
    """The page as Markdown, without its title."""
    parts = [INTRODUCTION, "## Classes", *map(of_class, classes()), "## Properties of the ontology", all_properties()]
    return "\n\n".join([*parts, "## Vocabularies", VOCABULARIES, *map(vocabulary, schemes())])


def of_class(term: Term) -> str:
    """A class: what it is, what it is a kind of, what its things carry."""
    kind = f"A kind of {', '.join(f'`{parent}`' for parent in term.parents)}."
    rows = carried(term.name)
    table = (
        "\n".join(["| property | how many | value | what it says |", "|---|---|---|---|", *map(row, rows)])
        if rows
        else ""
    )
    return "\n\n".join(filter(None, [f"### {term.name}", f"{term.definition} {kind}", table]))


def row(property_: Carried) -> str:
    values = ", ".join(f"`{value}`" for value in property_.values) or "an IRI"
    return f"| `{property_.name}` | {how_many(property_)} | {values} | {property_.says} |"


def how_many(property_: Carried) -> str:
    """How many values a thing has.

    >>> how_many(Carried("", (), 0, 1, "")), how_many(Carried("", (), 1, None, "")), how_many(Carried("", (), 1, 1, ""))
    ('0–1', '1–n', '1')
    """
    if (property_.least, property_.most) == (0, None):
        return "any"
    if property_.least == property_.most:
        return str(property_.least)
    return f"{property_.least}–{'n' if property_.most is None else property_.most}"


def all_properties() -> str:
    """Every property of the ontology with its definition and an example."""
    rows = [f"| `{term.name}` | {term.definition} | `{term.example}` |" for term in properties().values()]
    return "\n".join(["| property | what it says | example |", "|---|---|---|", *rows])


VOCABULARIES = """What is one of a closed list is a concept of SKOS, `https://w3id.org/cablerdf/vocab/SCHEME/CODE`, with
its code, its name, and where it comes from. All are in [vocabularies.ttl](../ontology/vocabularies.ttl)."""


def vocabularies() -> Graph:
    return Graph().parse(ROOT / "ontology" / "vocabularies.ttl")


def schemes() -> list[tuple[Graph, Node]]:
    """The concept schemes, by IRI."""
    graph = vocabularies()
    return [(graph, scheme) for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme))]


def vocabulary(found: tuple[Graph, Node]) -> str:
    """A vocabulary: what it is for, and its concepts where they are few."""
    graph, scheme = found
    concepts = sorted(graph.subjects(SKOS.inScheme, scheme))
    told = f"### {graph.value(scheme, SKOS.prefLabel)}\n\n{graph.value(scheme, SKOS.definition)} `{scheme}`, "
    if len(concepts) > FEW:
        return f"{told}{len(concepts):,} concepts."
    meant = {c: graph.value(c, SKOS.definition) or graph.value(c, SKOS.prefLabel) for c in concepts}
    rows = [f"| `{str(concept).rpartition('/')[2]}` | {text} |" for concept, text in meant.items()]
    return "\n".join([f"{told}{len(concepts)} concepts:\n", "| code | what it means |", "|---|---|", *rows])
