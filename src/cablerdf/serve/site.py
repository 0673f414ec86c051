"""What every page shares: the store, its index, names and addresses of things, the cache."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from cablerdf.errors import MissingExtraError
from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.terms import CAB, VOCAB
from cablerdf.serve.settings import Settings
from cablerdf.store.base import Answer, Row, Store, rows
from cablerdf.store.open import open_store
from cablerdf.store.prefixes import prefixes
from cablerdf.store.search.build import ensure_index
from cablerdf.store.search.find import Index

ONTOLOGY = CAB.rstrip("#")
HOLE = re.compile(r"\$(\w+)")


class Cache:
    """What was asked for most recently, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.held = 0
        self.pages: OrderedDict[object, tuple[Any, int]] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: object) -> Any | None:
        with self.lock:
            found = self.pages.get(key)
            if found is None:
                return None
            self.pages.move_to_end(key)
            return found[0]

    def put(self, key: object, page: Any, size: int) -> None:
        with self.lock:
            if key not in self.pages:
                self.pages[key] = (page, size)
                self.held += size
            while self.held > self.limit and self.pages:
                self.held -= self.pages.popitem(last=False)[1][1]

    def clear(self) -> None:
        with self.lock:
            self.pages.clear()
            self.held = 0


class Site:
    """One store with its pages."""

    def __init__(self, settings: Settings, store: Store, index: Index) -> None:
        self.settings = settings
        self.base = settings.base
        self.prefixes = prefixes(settings.base)
        self.cache = Cache(settings.cached_bytes)
        self.become(store, index)

    def become(self, store: Store, index: Index) -> None:
        """Shows another store, or the same as it is now. Who still reads the old one may finish."""
        self.store = store
        self.index = index
        self.counts = index.counts()
        self.version = store.version()

    def close(self) -> None:
        self.index.close()
        self.store.close()

    def path(self, iri: str) -> str | None:
        """Where the site shows a thing, relative to its root; None where it is not ours."""
        if iri.startswith(self.base):
            return iri[len(self.base) :]
        if iri.startswith(VOCAB):
            return "vocab/" + iri[len(VOCAB) :]
        if iri == ONTOLOGY or iri.startswith(CAB):
            return "ontology" + iri[len(ONTOLOGY) :]
        return None

    def iri(self, path: str) -> str:
        """The IRI of the thing that lies at a path."""
        if path.startswith("vocab/"):
            return VOCAB + path[len("vocab/") :]
        return ONTOLOGY if path == "ontology" else self.base + path

    def kind(self, iri: str) -> str:
        """The kind of thing by its IRI: `cable`, `person`, `tag` ...; "" where it is not ours."""
        for start in (self.base, VOCAB):
            if iri.startswith(start):
                return iri[len(start) :].partition("/")[0]
        return ""

    def graph(self, cable: str) -> str:
        """The IRI of the named graph of a cable, by its IRI or its key."""
        return f"{self.base}graph/{cable.rpartition('/')[2]}"

    def graphs(self, cable: str) -> str:
        """The graphs of a cable, that of its mentions too, as a query has them."""
        return f"<{self.graph(cable)}> <{self.graph(cable)}{MENTIONS}>"

    def query(self, query: str, thing: str = "", **pieces: str) -> Answer:
        """The answer to a query: `$thing` is the thing, `$graph` its named graph, `$graphs` this and that of mentions.

        Another `$name` is a piece of SPARQL.
        """
        known = {"thing": f"<{thing}>", "graph": f"<{self.graph(thing)}>", "graphs": self.graphs(thing), **pieces}
        text = HOLE.sub(lambda match: known.get(match[1], match[0]), query)
        return self.store.query(text, timeout=self.settings.query_seconds)

    def select(self, query: str, thing: str = "", **pieces: str) -> list[Row]:
        """The rows of such a query."""
        return rows(self.query(query, thing, **pieces))

    def properties(self, query: str, thing: str) -> dict[str, list[str]]:
        """The values of a query's ?o by the last part of the name of its ?p."""
        found: dict[str, list[str]] = {}
        for row in self.select(query, thing):
            found.setdefault(tail(row["p"].value), []).append(row["o"].value)
        return found

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """IRI to name, for every IRI given; what has none is called by the end of its IRI."""
        wanted = list(iris)
        known = self.index.labels(wanted)
        return {iri: known.get(iri) or tail(iri) for iri in wanted}

    def label(self, iri: str) -> str:
        """What a thing is called."""
        return self.labels([iri])[iri]


def tail(iri: str) -> str:
    """The last part of an IRI, in place of a name.

    >>> tail("https://w3id.org/cablerdf/vocab/tag/PREL")
    'PREL'
    """
    return unquote(iri.rstrip("/#").replace("#", "/").rpartition("/")[2]) or iri


def open_store_and_index(settings: Settings) -> tuple[Store, Index]:
    """The store and its search index, which is made first where there is none.

    Raises:
        StoreError: the store cannot be opened.
    """
    store = open_store(settings.location, settings.access)
    return store, Index(ensure_index(store))


def open_site(settings: Settings) -> Site:
    """The site of a store.

    Raises:
        StoreError: the store cannot be opened.
        MissingExtraError: the packages of the extra `serve` are not installed.
    """
    try:
        import jinja2  # noqa: F401
        import starlette  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(error.name or "starlette", "serve") from error
    return Site(settings, *open_store_and_index(settings))
