"""Where the SPARQL servers in use put their services: one row a product."""

from __future__ import annotations

import re
from typing import NamedTuple


class Layout(NamedTuple):
    """URL templates of one product (`{}` is the URL that the user gave).

    `union` tells whether its default graph is the union of all named graphs by itself.
    """

    name: str
    server: str  # how its `Server` header or its URL is known
    query: str
    update: str
    graphs: str | None
    union: bool


LAYOUTS = (
    Layout("oxigraph", r"^oxigraph", "{}/query", "{}/update", "{}/store", False),
    Layout("fuseki", r"jena|fuseki", "{}/query", "{}/update", "{}/data", False),
    Layout("rdf4j", r"graphdb|rdf4j|/repositories/[^/]+$", "{}", "{}/statements", "{}/rdf-graphs/service", True),
    Layout("virtuoso", r"virtuoso", "{}/sparql", "{}/sparql-auth", "{}/sparql-graph-crud-auth", True),
    Layout("qlever", r"qlever", "{}", "{}", None, True),
    Layout("plain", r"^$", "{}", "{}", None, False),
)
BY_NAME = {layout.name: layout for layout in LAYOUTS}
TAIL = re.compile(r"/(?:sparql(?:-auth)?|query|update|store|data)/?$")


class Services(NamedTuple):
    """The URLs of one server's services."""

    query: str
    update: str
    graphs: str | None
    union: bool
    product: str


def services(url: str, layout: Layout) -> Services:
    """The services of the server at `url`; a URL that already ends in a service's name is cut first."""
    base = url.rstrip("/")
    if layout.query != "{}":
        base = TAIL.sub("", base)
    graphs = None if layout.graphs is None else layout.graphs.format(base)
    return Services(layout.query.format(base), layout.update.format(base), graphs, layout.union, layout.name)


def recognise(url: str, server: str) -> Layout | None:
    """The layout that a `Server` header or the URL's own form tells, else None."""
    for layout in LAYOUTS[:-1]:
        if re.search(layout.server, server, re.IGNORECASE) or re.search(layout.server, url):
            return layout
    return None
