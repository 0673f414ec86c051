"""Makes the likeliest pages while nobody waits, so that a first reader need not."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

from cablerdf.serve.making.makers import Makers
from cablerdf.serve.pages import page_request
from cablerdf.serve.site import Site

SHARE = 0.7  # of the room: the rest is for what readers ask for
REST = 0.002
ENTITIES = """SELECT iri FROM entity WHERE cables > 0
ORDER BY kind = 'post' DESC, cables DESC, iri LIMIT 200000"""
CABLES = "SELECT iri FROM cable ORDER BY issued DESC, number DESC LIMIT 200000"
FIRST = 2_000  # things in most cables come before any cable


def likely(site: Site) -> Iterator[str]:
    """Paths in the order in which they are made: the start page, things in most cables, newest cables, the rest."""
    yield from ("", "search", "network", "people", "posts", "topics", "places", "organizations", "meetings")
    things = [iri for (iri,) in site.index.rows(ENTITIES)]
    cables = [iri for (iri,) in site.index.rows(CABLES)]
    for iri in (*things[:FIRST], *cables, *things[FIRST:]):
        path = site.path(iri)
        if path is not None:
            yield path if site.kind(iri) == "cable" else f"{path}.html"


def warm(site: Site, makers: Makers, stop: threading.Event, told: Callable[[], None] = lambda: None) -> None:
    """Makes pages until told to stop, and again after the store has changed; `told` is called whenever all are made."""
    while not stop.is_set():
        version = site.version
        shared = (makers, version, likely(site), threading.Lock(), stop)
        threads = [threading.Thread(target=make_all, args=shared, daemon=True) for _ in range(makers.count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if not stop.is_set() and version == site.version:
            told()
        while version == site.version and not stop.wait(1.0):
            pass


def make_all(makers: Makers, version: str, paths: Iterator[str], lock: threading.Lock, stop: threading.Event) -> None:
    """Makes the pages at these paths, which several threads share, while there is room and the store is as it was."""
    while not stop.is_set() and version == makers.site.version and not makers.full(SHARE):
        with lock:
            path = next(paths, None)
        if path is None:
            return
        make_ready(makers, path, stop)


def make_ready(makers: Makers, path: str, stop: threading.Event) -> None:
    """Makes one page where it is not there; waits while readers wait."""
    request = page_request(path)
    if makers.has(request):
        return
    while makers.waiting and not stop.is_set():
        time.sleep(0.02)
    if not stop.is_set():
        makers.make(request)
        time.sleep(REST)
