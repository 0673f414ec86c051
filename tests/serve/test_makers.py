"""Pages made by processes, kept on disk, and made anew after the store has changed."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cablerdf.serve.making.makers import Makers
from cablerdf.serve.making.refresh import refresh, watch
from cablerdf.serve.pages import page_request
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site, open_site
from cablerdf.store.oxigraph import OxigraphStore

NEW = """\
@prefix cab: <https://w3id.org/cablerdf/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://w3id.org/cablerdf/id/graph/07NEW1> { <https://w3id.org/cablerdf/id/cable/07NEW1> a cab:Cable ;
  dcterms:identifier "07NEW1" ; dcterms:title "LOADED LATER" . }
"""


@pytest.fixture
def own_folder(store_folder: Path, tmp_path: Path) -> Path:
    """A store of the test's own, to change."""
    return Path(shutil.copytree(store_folder, tmp_path / "store", ignore=shutil.ignore_patterns("*.pages*")))


@pytest.fixture
def own_site(own_folder: Path) -> Iterator[Site]:
    found = open_site(Settings(location=str(own_folder), kept_bytes=5_000_000))
    yield found
    found.close()


def load(folder: Path, text: str, data: Path) -> None:
    data.write_text(text, encoding="utf-8")
    with OxigraphStore(folder, read_only=False) as store:
        store.load([data])


def text_of(makers: Makers, path: str) -> str:
    request = page_request(path)
    return bytes((makers.ready(request) or makers.make(request)).body).decode()


def test_processes_make_the_same_pages(own_site: Site) -> None:
    threads = Makers(own_site)
    processes = Makers(Site(replace(own_site.settings, workers=1, kept_bytes=0), own_site.store, own_site.index))
    try:
        for path in ("", "cable/06LISBON2214", "post/LISBON.html", "cable/06LISBON2214.ttl", "cable/99NO1"):
            here, there = threads.make(page_request(path)), processes.make(page_request(path))
            assert (there.status_code, there.body) == (here.status_code, here.body)
            assert there.raw_headers == here.raw_headers
    finally:
        threads.close()
        processes.close()


def test_a_page_is_there_after_a_new_start_but_not_under_another_title(own_folder: Path) -> None:
    settings = Settings(location=str(own_folder), kept_bytes=5_000_000)
    for title, kept in (("One", False), ("One", True), ("Two", False)):
        site = open_site(replace(settings, title=title))
        makers = Makers(site)
        found = makers.ready(page_request("post/LISBON.html"))
        assert (found is not None) == kept
        assert f"· {title}</title>" in text_of(makers, "post/LISBON.html")
        makers.close()
        site.close()


def test_the_page_cache_takes_no_more_than_its_room_and_no_queries(own_site: Site) -> None:
    makers = Makers(own_site)
    assert makers.on_disk is not None
    makers.make(page_request("people", b"name=ana"))
    assert makers.on_disk.held == 0
    makers.make(page_request("people"))
    makers.on_disk.limit = makers.on_disk.held
    makers.make(page_request("places"))
    assert makers.on_disk.held == makers.on_disk.limit
    assert makers.ready(page_request("places")) is not None  # kept in memory then
    makers.close()


def test_a_broken_page_cache_is_made_anew(own_folder: Path, own_site: Site) -> None:
    pages = own_site.index.path.with_name(own_site.index.path.name + ".pages")
    pages.write_bytes(b"no database" * 1000)
    makers = Makers(own_site)
    assert makers.on_disk is not None and "Lisbon" in text_of(makers, "post/LISBON.html")
    makers.close()
    with closing(sqlite3.connect(pages)) as base:
        assert base.execute("SELECT count(*) FROM page").fetchone()[0] == 1


def test_a_load_shows_without_a_new_start(own_folder: Path, own_site: Site, tmp_path: Path) -> None:
    makers = Makers(own_site)
    assert "Nothing here" in text_of(makers, "cable/07NEW1")
    start, etag = text_of(makers, ""), makers.make(page_request("post/LISBON.html")).headers["etag"]
    assert not refresh(own_site)
    stop = threading.Event()
    watching = threading.Thread(target=watch, args=(own_site, stop, [makers.renew], 0.05))
    watching.start()
    load(own_folder, NEW, tmp_path / "new.trig")
    ends = time.monotonic() + 30
    while "LOADED LATER" not in text_of(makers, "cable/07NEW1") and time.monotonic() < ends:
        time.sleep(0.1)
    stop.set()
    watching.join(10)
    assert "LOADED LATER" in text_of(makers, "cable/07NEW1")
    assert text_of(makers, "") != start
    assert makers.make(page_request("post/LISBON.html")).headers["etag"] != etag
    makers.close()
