"""What programs that walk the web are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from httpx import Client
from tests.serve.conftest import running

from cablerdf.errors import OptionError
from cablerdf.serve.app import create_app
from cablerdf.serve.programs.sitemap import addresses, parts
from cablerdf.serve.run import serve
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site

PUBLIC = "https://example.org/cables"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def public(site: Site) -> Iterator[Client]:
    """A client of a server whose owner says where it is public."""
    app = create_app(Site(replace(site.settings, public_url=PUBLIC), site.store, site.index))
    with running(app) as at, Client(base_url=at, timeout=300) as client:
        yield client


def listed(client: Client, address: str) -> list[str]:
    """The addresses in a sitemap, as paths of the server."""
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml")
    found = [element.text or "" for element in ElementTree.fromstring(answer.content).iter(LOC)]
    assert found and all(text.startswith(f"{PUBLIC}/") for text in found)
    return [text.removeprefix(PUBLIC) for text in found]


def test_every_part_is_listed_and_every_address_answers(public: Client, site: Site) -> None:
    found: dict[str, list[str]] = {part: listed(public, part) for part in listed(public, "/sitemap.xml")}
    everything = [path for paths in found.values() for path in paths]
    assert len(everything) == len(set(everything))
    assert sum(path.startswith("/cable/") for path in everything) == site.counts["cable"]
    for paths in found.values():
        for path in paths[:3]:
            answer = public.get(path, headers={"accept": "text/html"})
            assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8"), path


def test_parts_of_any_size_hold_each_page_once(site: Site) -> None:
    of_seven = [path for part in parts(site, 7) for path in addresses(site, part, 7)]
    assert of_seven == [path for part in parts(site) for path in addresses(site, part)]
    assert len(parts(site, 7)) > len(parts(site))


@pytest.mark.parametrize("part", ["cable-0", "cable-99999", "cable-", "nobody-1", "cable-1 OR 1", "cable-²", "-"])
def test_there_is_no_other_part(public: Client, part: str) -> None:
    assert public.get("/sitemap.xml", params={"part": part}).status_code == 404


def robots(client: Client) -> RobotFileParser:
    found = RobotFileParser()
    found.parse(client.get("/robots.txt").text.splitlines())
    return found


def test_robots_may_read_the_pages_of_a_public_site_and_ask_no_queries(public: Client) -> None:
    told = robots(public)
    assert told.can_fetch("any", f"{PUBLIC}/cable/06LISBON2214") and told.can_fetch("any", f"{PUBLIC}/")
    assert not told.can_fetch("any", f"{PUBLIC}/sparql?query=x") and not told.can_fetch("any", f"{PUBLIC}/search?q=x")
    assert told.site_maps() == [f"{PUBLIC}/sitemap.xml"]


def test_a_site_whose_owner_has_said_nothing_is_not_walked(client: Client) -> None:
    assert not robots(client).can_fetch("any", "/cable/06LISBON2214")
    assert client.get("/sitemap.xml").status_code == 404


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://example.org/?a", "https://"])
def test_what_is_no_public_address_is_refused_before_the_store_is_opened(tmp_path: Path, address: str) -> None:
    with pytest.raises(OptionError, match="expected an address such as https"):
        serve(Settings(location=str(tmp_path / "none"), public_url=address), print)
