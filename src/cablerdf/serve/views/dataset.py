"""The collection as a dataset: counts, vocabularies, access (VoID, DCAT), for people and for programs."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cablerdf.rdf.terms import CAB
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Wanted

OWN = """CONSTRUCT { ?d ?p ?o . ?part ?q ?v } WHERE {
  ?d a ?class . VALUES ?class { void:Dataset dcat:Dataset } ?d ?p ?o .
  OPTIONAL { ?d ?link ?part . FILTER (ISIRI(?part)) ?part ?q ?v . ?part a ?kind
    VALUES ?kind { void:Dataset void:Linkset dcat:Distribution prov:Activity } } }"""
VOCABULARIES = ("cab", "dcterms", "foaf", "nif", "org", "prov", "schema", "skos", "sssom")


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
    from pyoxigraph import Literal

    triples = list(site.store.query(OWN))  # type: ignore[arg-type]
    headers = {"content-type": "text/turtle; charset=utf-8", "cache-control": "no-cache"}
    if triples:
        body = ox.serialize(sorted(set(triples), key=str), format=ox.RdfFormat.TURTLE, prefixes=site.prefixes)
        return Response(body, 200, headers)
    newest = [hit.iri for hit in site.index.cables(Wanted(order="newest"), limit=3)]
    kinds = {"cable": "Cable", "person": "Person", "organization": "Organization", "place": "Place", "post": "Post"}
    lines = [
        "@prefix dcat: <http://www.w3.org/ns/dcat#> .",
        "@prefix dcterms: <http://purl.org/dc/terms/> .",
        "@prefix void: <http://rdfs.org/ns/void#> .",
        f"<{site.base}> a void:Dataset, dcat:Dataset ;",
        f"  dcterms:title {Literal(site.settings.title)} ;",
        f'  dcterms:identifier "{site.version}" ;',
        f'  void:uriSpace "{site.base}" ;',
        f"  void:triples {site.counts['statement']} ;",
        *(f"  void:vocabulary <{site.prefixes[name]}> ;" for name in VOCABULARIES),
        *(f"  void:exampleResource <{iri}> ;" for iri in newest),
        *(
            f"  void:classPartition [ void:class <{CAB}{name}> ; void:entities {site.counts.get(kind, 0)} ] ;"
            for kind, name in kinds.items()
        ),
        "  void:sparqlEndpoint <sparql> .",
    ]
    return Response("\n".join(lines) + "\n", 200, headers)
