"""Makes the likeliest pages while nobody waits, so that a first reader need not."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

from starlette.requests import Request

from cablerdf.serve.site import Site

SHARE = 0.7  # of the cache: the rest is for what readers ask for
REST = 0.002
ENTITIES = """SELECT iri FROM entity WHERE cables > 0
ORDER BY kind = 'post' DESC, cables DESC, iri LIMIT 3000"""
CABLES = "SELECT iri FROM cable ORDER BY issued DESC, number DESC LIMIT 20000"


def likely(site: Site) -> Iterator[str]:
    """Paths in the order in which they are made: the start page, things in most cables, newest cables."""
    yield from ("", "search", "network", "people", "posts", "topics")
    for sql in (ENTITIES, CABLES):
        for (iri,) in site.index.rows(sql):
            path = site.path(iri)
            if path is not None:
                yield path if site.kind(iri) == "cable" else f"{path}.html"


def warm(site: Site, make: Callable[[Request], object], stop: threading.Event) -> None:
    """Makes pages until the cache has its share or there are no more; waits while readers wait."""
    for path in likely(site):
        while site.waiting and not stop.is_set():
            time.sleep(0.05)
        if stop.is_set() or site.cache.held > SHARE * site.cache.limit:
            return
        make(page_request(path))
        time.sleep(REST)


def page_request(path: str) -> Request:
    """The request that a browser would send for a page."""
    raw = f"/{path}"
    scope = {
        "type": "http",
        "method": "GET",
        "path": raw,
        "raw_path": raw.encode("ascii", "ignore"),
        "query_string": b"",
        "headers": [(b"accept", b"text/html")],
        "server": ("127.0.0.1", 80),
        "scheme": "http",
    }
    return Request(scope)
