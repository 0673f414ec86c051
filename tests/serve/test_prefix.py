"""Behind a proxy, under a path prefix that it takes off or leaves on."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from httpx import ASGITransport, AsyncClient, Client, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from tests.serve.conftest import running

from cablerdf.serve.app import create_app
from cablerdf.serve.site import Site

PREFIX = "/archive/cables"
PATHS = ["", "search?q=agreement", "cable/06LISBON2214", "person/chen-adler-us.html", "network", "sparql", "about"]
LINK = re.compile(r'(?:href|src|action|data-elements)="([^"#]+)')
BROWSER = {"accept": "text/html"}


class Proxy:
    """What a proxy at `PREFIX` does: it passes on what is under it, with or without the prefix, and nothing else."""

    def __init__(self, app: ASGIApp, *, takes_off: bool) -> None:
        self.app = app
        self.takes_off = takes_off

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            assert scope["path"].startswith(PREFIX), scope["path"]
            if self.takes_off:
                raw = scope["raw_path"].removeprefix(PREFIX.encode())
                headers = [*scope["headers"], (b"x-forwarded-prefix", PREFIX.encode())]
                scope = {**scope, "path": scope["path"].removeprefix(PREFIX), "raw_path": raw, "headers": headers}
        await self.app(scope, receive, send)


@pytest.fixture(scope="module", params=["taken off", "left on", "told by the server"])
def client(request: pytest.FixtureRequest, site: Site) -> Iterator[Client]:
    left_on = Site(replace(site.settings, root_path=PREFIX + "/"), site.store, site.index)
    apps = {
        "taken off": (Proxy(create_app(site), takes_off=True), ""),
        "left on": (Proxy(create_app(left_on), takes_off=False), ""),
        "told by the server": (create_app(site), PREFIX),
    }
    app, root_path = apps[request.param]
    # uvicorn puts its own prefix before every path
    outside = "" if root_path else PREFIX
    with running(app, root_path) as at, Client(base_url=f"{at}{outside}/", timeout=300) as found:
        yield found


@pytest.mark.parametrize("path", PATHS)
def test_links_and_assets_stay_under_the_prefix(client: Client, path: str) -> None:
    page = client.get(path, headers=BROWSER)
    assert page.status_code == 200
    links = {link.replace("&amp;", "&") for link in LINK.findall(page.text)}
    inside = sorted(link for link in links if not link.startswith("http"))
    assert any("static/site.css" in link for link in inside)
    for link in inside[:25]:
        target = page.url.join(link)
        assert target.path.startswith(urlsplit(str(client.base_url)).path), link
        assert client.get(target).status_code in {200, 303}, link


def test_redirects_stay_under_the_prefix(client: Client) -> None:
    thing = client.get("post/LISBON", headers=BROWSER)
    assert (thing.status_code, client.get(thing.url.join(thing.headers["location"])).status_code) == (303, 200)
    typed = client.get("search", params={"q": "06LISBON2214"})
    assert (typed.status_code, client.get(typed.url.join(typed.headers["location"])).status_code) == (303, 200)
    part = client.get("paragraph/06LISBON2214-2", headers=BROWSER)
    assert (part.status_code, client.get(part.url.join(part.headers["location"])).status_code) == (303, 200)


def test_the_prefix_without_its_slash_leads_on(site: Site) -> None:
    app = create_app(Site(replace(site.settings, root_path=PREFIX), site.store, site.index))

    async def ask(path: str) -> Response:
        async with AsyncClient(transport=ASGITransport(app), base_url="http://inside") as inside:
            return await inside.get(path)

    answer = asyncio.run(ask(PREFIX))
    assert (answer.status_code, answer.headers["location"]) == (308, "cables/")
    assert asyncio.run(ask("/archive/other")).status_code == 404
