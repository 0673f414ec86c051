"""What the store says of one thing, as triples in any RDF form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablerdf.rdf.terms import VOCAB
from cablerdf.serve.negotiate import Form
from cablerdf.serve.site import ONTOLOGY, Site
from cablerdf.store.answers import used
from cablerdf.store.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode, Quad, Triple

OF_CABLE = "SELECT ?g ?s ?p ?o WHERE { VALUES ?g { $graphs } GRAPH ?g { ?s ?p ?o } }"
OF_GRAPH = "SELECT ?g ?s ?p ?o WHERE { VALUES ?g { $thing } GRAPH ?g { ?s ?p ?o } }"
ABOUT = "CONSTRUCT { $thing ?p ?o } WHERE { $thing ?p ?o }"
PARTS = "CONSTRUCT { ?part ?p ?o } WHERE { $thing cab:participation ?part . ?part ?p ?o }"
TITLES = "CONSTRUCT { ?title ?p ?o } WHERE { $thing cab:title ?title . ?title ?p ?o }"
ABOUT_IN = "SELECT ?g ?p ?o WHERE { GRAPH ?g { $thing ?p ?o } }"
BACK_IN = "SELECT ?g ?s ?p WHERE { GRAPH ?g { ?s ?p $thing } } ORDER BY ?g ?s ?p LIMIT 2000"
BACK = "CONSTRUCT { ?s ?p $thing } WHERE { { SELECT ?s ?p WHERE { ?s ?p $thing } ORDER BY ?s ?p LIMIT 2000 } }"

EACH = {"meeting": (PARTS,), "person": (TITLES,)}  # what stands around a thing of a kind


def describe(site: Site, iri: str) -> list[Triple]:
    """Every statement of the cable's graphs, or for any other thing those that it is subject or object of."""
    if iri == ONTOLOGY:
        return ontology()
    found: set[Triple] = set()
    kind = site.kind(iri)
    if kind == "cable":
        found |= {quad.triple for quad in whole(site, OF_CABLE, iri)}
    if kind == "graph":
        return sorted({quad.triple for quad in whole(site, OF_GRAPH, iri)}, key=str)
    queries = [BACK, *([ABOUT] if not found else []), *EACH.get(kind, ())]
    for query in queries:
        found |= construct(site, query, iri)
    if iri.startswith(VOCAB):
        found |= shipped(iri)
    return sorted(found, key=str)


def describe_graphs(site: Site, iri: str) -> list[Quad]:
    """The same statements with the named graphs that make them: of a cable its own graphs alone."""
    import pyoxigraph as ox

    if site.kind(iri) in {"cable", "graph"}:
        return sorted(whole(site, OF_CABLE if site.kind(iri) == "cable" else OF_GRAPH, iri), key=str)
    if iri == ONTOLOGY or iri.startswith(VOCAB):
        name = ox.NamedNode(f"{site.base}graph/{'ontology' if iri == ONTOLOGY else 'vocabulary'}")
        return [in_graph(triple, name) for triple in describe(site, iri)]
    thing = ox.NamedNode(iri)
    found = {ox.Quad(thing, row["p"], row["o"], row["g"]) for row in site.select(ABOUT_IN, iri)}
    found |= {ox.Quad(row["s"], row["p"], thing, row["g"]) for row in site.select(BACK_IN, iri)}
    return sorted(found, key=str)


def in_graph(triple: Triple, graph: NamedNode) -> Quad:
    """A triple with the named graph that it stands in."""
    from pyoxigraph import Quad

    return Quad(triple.subject, triple.predicate, triple.object, graph)


def whole(site: Site, query: str, iri: str) -> set[Quad]:
    """All that some named graphs say."""
    from pyoxigraph import Quad

    return {Quad(row["s"], row["p"], row["o"], row["g"]) for row in site.select(query, iri)}


def construct(site: Site, query: str, iri: str) -> set[Triple]:
    return set(site.query(query, iri))  # type: ignore[arg-type]


def shipped(iri: str) -> set[Triple]:
    """What the vocabularies of the project say of a concept or scheme."""
    from pyoxigraph import NamedNode

    node = NamedNode(iri)
    store = vocabulary()
    found = {quad.triple for quad in store.quads_for_pattern(node, None, None)}
    return found | {quad.triple for quad in store.quads_for_pattern(None, None, node)}


def ontology() -> list[Triple]:
    """The ontology: what is not a concept of a vocabulary."""
    triples = (quad.triple for quad in vocabulary())
    return sorted((t for t in triples if str(t.subject).startswith(f"<{ONTOLOGY}")), key=str)


def serialize(site: Site, statements: Sequence[Triple] | Sequence[Quad], form: Form) -> bytes:
    """The statements in a form; only those prefixes that are used."""
    import pyoxigraph as ox

    kind = ox.RdfFormat.from_media_type(form.media_type)
    return ox.serialize(statements, format=kind, prefixes=used(statements, site.prefixes)) or b""
