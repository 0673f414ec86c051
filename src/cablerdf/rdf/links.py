"""Links to Wikidata as SSSOM mappings, in a graph of their own."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from cablerdf.model.link import Link
from cablerdf.rdf.iris import local
from cablerdf.rdf.quads import XSD_DATE, Literal, Quad, decimal
from cablerdf.rdf.terms import DEFAULT_BASE, PROV, RDF_TYPE, RDFS, SSSOM, WIKIDATA

GRAPH = "links"


def links_graph(base: str = DEFAULT_BASE) -> str:
    """The named graph that the links are in."""
    return f"{base}graph/{GRAPH}"


def link_iri(link: Link, base: str = DEFAULT_BASE) -> str:
    """The IRI of a mapping: by subject, relation, target and cable, so that a second run gives the same."""
    key = "\t".join((link.subject, link.predicate, link.target, *((link.cable,) if link.cable else ())))
    return f"{base}link/{local(link.target)}-{sha256(key.encode()).hexdigest()[:12]}"


def link_quads(links: Iterable[Link], base: str = DEFAULT_BASE) -> list[Quad]:
    """Each link as an `sssom:Mapping`, the plain triple beside it where it is accepted."""
    graph = links_graph(base)
    found: list[Quad] = []
    for link in links:
        iri, target = link_iri(link, base), WIKIDATA + local(link.target)
        if link.accepted:
            found.append((link.subject, link.predicate, target, graph))
        found += [
            (iri, RDF_TYPE, SSSOM + "Mapping", graph),
            (iri, SSSOM + "subject_id", link.subject, graph),
            (iri, SSSOM + "predicate_id", link.predicate, graph),
            (iri, SSSOM + "object_id", target, graph),
            (iri, SSSOM + "mapping_justification", link.justification, graph),
            (iri, SSSOM + "confidence", decimal(link.confidence), graph),
        ]
        texts = (
            ("subject_label", link.subject_label),
            ("object_label", link.target_label),
            ("mapping_tool", link.tool),
            ("mapping_tool_version", link.tool_version),
            ("object_source_version", link.source_version),
        )
        found += [(iri, SSSOM + name, Literal(text), graph) for name, text in texts if text is not None]
        if link.date is not None:
            found.append((iri, SSSOM + "mapping_date", Literal(link.date, XSD_DATE), graph))
        if link.cable is not None:
            found.append((iri, PROV + "wasDerivedFrom", link.cable, graph))
        if link.comment is not None:
            found.append((iri, RDFS + "comment", Literal(link.comment), graph))
    return found
