"""The words for a query's completion: what the ontology has, what the newest cables use, concepts, posts and places."""

from __future__ import annotations

from collections.abc import Iterator

from cablerdf.rdf.terms import shortened
from cablerdf.serve.site import Site
from cablerdf.store import vocabulary
from cablerdf.store.base import value
from cablerdf.store.search.find import Wanted

Term = tuple[str, str, str]  # as a query has it, what it means, its type
NEWEST = 60
LIMIT = 5_000  # concepts, posts and places
USED = {
    "class": "SELECT DISTINCT ?term { VALUES ?g { $graphs } GRAPH ?g { ?s a ?term } }",
    "property": "SELECT DISTINCT ?term { VALUES ?g { $graphs } GRAPH ?g { ?s ?term ?o } }",
}
DEFINED = """SELECT ?term ?label ?definition ?kind WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty }
  ?term a ?kind . OPTIONAL { ?term rdfs:label ?label } OPTIONAL { ?term skos:definition ?definition } }"""
NAMED = """SELECT value, label, note FROM label
WHERE kind NOT IN ('person', 'organization') ORDER BY value LIMIT ?"""


def terms(site: Site) -> list[Term]:
    """Every word once, sorted; what no prefixed name can be written of is left out."""
    found: dict[str, Term] = {}
    for iri, meaning, kind in (*defined(), *used(site), *named(site)):
        name = shortened(iri, site.prefixes)
        if ":" in name and not name.startswith("<") and "/" not in name:
            found.setdefault(name, (name, meaning, kind))
    return sorted(found.values())


def defined() -> Iterator[Term]:
    """Classes and properties of the ontology with what they mean."""
    for row in vocabulary.select(DEFINED):
        kind = "class" if value(row, "kind").endswith("#Class") else "property"
        yield value(row, "term"), value(row, "definition") or value(row, "label"), kind


def used(site: Site) -> Iterator[Term]:
    """Classes and properties in the graphs of the newest cables, those of other vocabularies too."""
    newest = site.index.cables(Wanted(order="newest"), limit=NEWEST)
    graphs = " ".join(site.graphs(hit.iri) for hit in newest)
    for kind, query in USED.items():
        for row in site.select(query, graphs=graphs) if graphs else []:
            yield row["term"].value, "", kind


def named(site: Site) -> Iterator[Term]:
    """Concepts, posts and places by name."""
    for iri, label, note in site.index.rows(NAMED, LIMIT):
        yield iri, f"{label}: {note}" if note and note != label else label, "constant"
