"""The collection as a dataset: counts, vocabularies, access (VoID, DCAT), for people and for programs."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cablerdf.rdf.dataset import Dataset, dataset_quads
from cablerdf.rdf.formats import serialize
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Wanted

OWN = """CONSTRUCT { ?d ?p ?o . ?part ?q ?v } WHERE {
  ?d a ?class . VALUES ?class { void:Dataset dcat:Dataset } ?d ?p ?o .
  OPTIONAL { ?d ?link ?part . FILTER (ISIRI(?part)) ?part ?q ?v . ?part a ?kind
    VALUES ?kind { void:Dataset void:Linkset dcat:Distribution prov:Activity } } }"""
CLASSES = {"cable": "Cable", "person": "Person", "organization": "Organization", "place": "Place", "post": "Post"}


def about_view(site: Site) -> dict[str, Any]:
    """The values of the page about the collection."""
    return {
        "template": "about.html",
        "title": "About this collection",
        "statements": site.counts["statement"],
        "counts": site.counts,
    }


def dataset(site: Site, request: Request) -> Response:
    """The description in the store, else one made from its counts."""
    import pyoxigraph as ox

    triples = list(site.store.query(OWN))  # type: ignore[arg-type]
    headers = {"content-type": "text/turtle; charset=utf-8", "cache-control": "no-cache"}
    if triples:
        body = ox.serialize(sorted(set(triples), key=str), format=ox.RdfFormat.TURTLE, prefixes=site.prefixes)
        return Response(body, 200, headers)
    about = Dataset(
        title=site.settings.title,
        identifier=site.version,
        triples=site.counts["statement"],
        classes={name: site.counts.get(kind, 0) for kind, name in CLASSES.items()},
        examples=tuple(hit.iri for hit in site.index.cables(Wanted(order="newest"), limit=3)),
        sparql_endpoint="sparql",  # relative to where this is read
    )
    return Response(serialize(dataset_quads(about, site.base), "turtle", site.base), 200, headers)
