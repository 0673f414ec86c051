"""The collection as a dataset: counts, vocabularies, access (VoID, DCAT), for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cablerdf.rdf.dataset import COUNTS, PARTITIONS, Dataset, dataset_iri, dataset_quads
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.quads import XSD_STRING, Literal, Quad
from cablerdf.rdf.terms import CAB, DCAT, RDF_TYPE
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Wanted

OWN = """CONSTRUCT { ?d ?p ?o . ?part ?q ?v } WHERE {
  ?d a dcat:Dataset . ?d ?p ?o .
  OPTIONAL { ?d ?link ?part . FILTER (ISIRI(?part)) ?part ?q ?v . ?part a ?kind VALUES ?kind {
    void:Dataset void:Linkset dcat:Distribution dcterms:PeriodOfTime prov:Activity prov:SoftwareAgent } } }"""
CLASSES = {
    "cable": "Cable", "person": "Person", "organization": "Organization", "place": "Place", "post": "Post",
    "meeting": "Meeting",
}  # fmt: skip


def dataset(site: Site, request: Request) -> Response:
    """What the store says of itself as a dataset, with the counts and the endpoint as they are now."""
    about = Dataset(
        title=site.settings.title,
        identifier=site.version,
        triples=site.counts["triple"],
        classes={CAB + name: site.counts.get(kind, 0) for kind, name in CLASSES.items()},
        examples=tuple(hit.iri for hit in site.index.cables(Wanted(order="newest"), limit=3)),
        sparql_endpoint="sparql",  # relative to where this is read
    )
    now, iri = dataset_quads(about, site.base), dataset_iri(site.base)
    told = [quad for quad in own(site) if quad[1] not in COUNTS]
    if (iri, RDF_TYPE, DCAT + "Dataset", "") in told:
        current = [quad for quad in now if quad[0] != iri or quad[1] in COUNTS or quad[2] == about.sparql_endpoint]
        partitions = tuple(f"{iri}/{part}" for part in PARTITIONS)
        now = [quad for quad in told if not quad[0].startswith(partitions)] + current
    body = serialize(sorted(now, key=lambda quad: quad[0] != iri), "turtle", site.base)
    return Response(body, 200, {"content-type": "text/turtle; charset=utf-8", "cache-control": "no-cache"})


def own(site: Site) -> list[Quad]:
    """What the store says of itself as a dataset, sorted."""
    triples: Iterable[Any] = site.query(OWN)  # type: ignore[assignment]
    return sorted({statement(triple) for triple in triples}, key=str)


def statement(triple: Any) -> Quad:
    """A triple of the store as a quad that can be written."""
    value = triple.object
    if hasattr(value, "datatype"):
        datatype = None if value.language or value.datatype.value == XSD_STRING else value.datatype.value
        return triple.subject.value, triple.predicate.value, Literal(value.value, datatype, value.language), ""
    return triple.subject.value, triple.predicate.value, value.value, ""
