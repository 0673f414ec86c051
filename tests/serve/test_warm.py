"""Pages made before anybody asks."""

from __future__ import annotations

import threading
from pathlib import Path

from starlette.requests import Request

from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_site
from cablerdf.serve.warm import likely, warm


def test_likely_pages_come_once_and_in_a_sensible_order(store_folder: Path) -> None:
    site = open_site(Settings(location=str(store_folder)))
    paths = list(likely(site))
    assert paths[0] == "" and len(paths) == len(set(paths)) > 200
    assert paths.index("post/LISBON.html") < paths.index("cable/06LISBON2214")
    site.close()


def test_warming_stops_at_its_share_of_the_cache_and_when_told(store_folder: Path) -> None:
    site = open_site(Settings(location=str(store_folder), cached_bytes=10_000))
    made: list[str] = []

    def make(request: Request) -> None:
        made.append(request.url.path)
        site.cache.put(request.url.path, "page", 1_000)

    warm(site, make, threading.Event())
    assert len(made) == 8  # 7,000 bytes are held after the seventh, more than 70 % after the eighth
    stop = threading.Event()
    stop.set()
    warm(site, make, stop)
    assert len(made) == 8
    site.close()


def test_the_cache_forgets_what_was_asked_for_longest_ago(store_folder: Path) -> None:
    site = open_site(Settings(location=str(store_folder), cached_bytes=3_000))
    for name in "abc":
        site.cache.put(name, name, 1_000)
    assert site.cache.get("a") == "a"
    site.cache.put("d", "d", 1_000)
    assert [name for name in "abcd" if site.cache.get(name)] == ["a", "c", "d"]
    site.close()
