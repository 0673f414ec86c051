"""An rdflib graph of quads, lexical forms kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cablerdf.model import Cable
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.quads import Object, Quad
from cablerdf.rdf.terms import DEFAULT_BASE, prefixes

if TYPE_CHECKING:
    import rdflib


def to_graph(cable: Cable, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """What the cable says, as an `rdflib.Graph` with this project's prefixes."""
    return graph_of(to_quads(cable, base), base)


def graph_of(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> rdflib.Graph:
    """The triples of the quads in one `rdflib.Graph`; `2009-04-03T22:17:00Z` stays written like that."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)
    iris: dict[str, rdflib.URIRef] = {}

    def iri(text: str) -> rdflib.URIRef:
        found = iris.get(text)
        if found is None:
            found = iris[text] = rdflib.URIRef(text)
        return found

    def term(value: Object) -> rdflib.URIRef | rdflib.Literal:
        if isinstance(value, str):
            return iri(value)
        datatype = iri(value.datatype) if value.datatype is not None else None
        return rdflib.Literal(value.lexical, lang=value.lang, datatype=datatype, normalize=False)

    for s, p, o, _g in quads:
        graph.add((iri(s), iri(p), term(o)))
    return graph
