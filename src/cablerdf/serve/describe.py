"""What the store says of one thing, as triples in any RDF form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablerdf.rdf.terms import VOCAB
from cablerdf.serve.negotiate import Form
from cablerdf.serve.site import ONTOLOGY, Site
from cablerdf.store.answers import used
from cablerdf.store.vocabulary import vocabulary

if TYPE_CHECKING:
    from pyoxigraph import Triple

GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH $graph { ?s ?p ?o } }"
ABOUT = "CONSTRUCT { $thing ?p ?o } WHERE { $thing ?p ?o }"
PARTS = "CONSTRUCT { ?part ?p ?o } WHERE { $thing cab:participation ?part . ?part ?p ?o }"
TITLES = "CONSTRUCT { ?title ?p ?o } WHERE { $thing cab:title ?title . ?title ?p ?o }"
BACK = "CONSTRUCT { ?s ?p $thing } WHERE { { SELECT ?s ?p WHERE { ?s ?p $thing } ORDER BY ?s ?p LIMIT 2000 } }"

EACH = {"meeting": (PARTS,), "person": (TITLES,)}  # what stands around a thing of a kind


def describe(site: Site, iri: str) -> list[Triple]:
    """Every statement of the cable's graph, or for any other thing those that it is subject or object of."""
    if iri == ONTOLOGY:
        return ontology()
    found: set[Triple] = set()
    kind = site.kind(iri)
    if kind == "cable":
        found |= construct(site, GRAPH, iri)
    if kind == "graph":
        return sorted(construct(site, GRAPH, iri), key=str)
    queries = [BACK, *([ABOUT] if not found else []), *EACH.get(kind, ())]
    for query in queries:
        found |= construct(site, query, iri)
    if iri.startswith(VOCAB):
        found |= shipped(iri)
    return sorted(found, key=str)


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


def serialize(site: Site, triples: list[Triple], form: Form) -> bytes:
    """The triples in a form; only those prefixes that are used."""
    import pyoxigraph as ox

    kind = ox.RdfFormat.from_media_type(form.media_type)
    return ox.serialize(triples, format=kind, prefixes=used(triples, site.prefixes)) or b""
