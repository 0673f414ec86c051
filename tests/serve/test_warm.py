"""Pages made before anybody asks."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from cablerdf.serve.making.makers import Makers
from cablerdf.serve.making.warm import SHARE, likely, make_ready, warm
from cablerdf.serve.pages import page_request
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_site


def test_likely_pages_come_once_and_in_a_sensible_order(store_folder: Path) -> None:
    site = open_site(Settings(location=str(store_folder)))
    paths = list(likely(site))
    assert paths[0] == "" and len(paths) == len(set(paths)) > 200
    assert paths.index("post/LISBON.html") < paths.index("cable/06LISBON2214")
    site.close()


def test_warming_stops_at_its_share_of_the_room_and_when_told(store_folder: Path) -> None:
    site = open_site(Settings(location=str(store_folder), cached_bytes=400_000))
    makers = Makers(site)
    for path in ("people", "places"):
        make_ready(makers, path, threading.Event())
    held = site.cache.held
    assert held > 0 and makers.ready(page_request("people")) is not None
    stop = threading.Event()
    warming = threading.Thread(target=warm, args=(site, makers, stop))
    warming.start()
    while not makers.full(SHARE):
        time.sleep(0.02)
    stop.set()
    warming.join(10)
    assert not warming.is_alive() and held < site.cache.held <= site.cache.limit
    before = site.cache.held
    make_ready(makers, "about", stop)
    assert site.cache.held == before
    site.close()


def test_the_cache_forgets_what_was_asked_for_longest_ago(store_folder: Path) -> None:
    site = open_site(Settings(location=str(store_folder), cached_bytes=3_000))
    for name in "abc":
        site.cache.put(name, name, 1_000)
    assert site.cache.get("a") == "a"
    site.cache.put("d", "d", 1_000)
    assert [name for name in "abcd" if site.cache.get(name)] == ["a", "c", "d"]
    site.close()
