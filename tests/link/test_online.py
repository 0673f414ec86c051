"""Online sources: a real reconciliation server where one is installed, and a local HTTP server that misbehaves."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import threading
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.conftest import wait_for

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.reader import Gazetteer
from cablerdf.link.linker import Linker
from cablerdf.link.online.cache import DAY, Cache
from cablerdf.link.online.client import Client
from cablerdf.link.online.harvest import Online, harvest
from cablerdf.link.online.reconcile import Service
from cablerdf.link.people.mention import Mention

pytest.importorskip("httpx")
DATASETTE = os.environ.get("CABLERDF_DATASETTE") or shutil.which("datasette")
PEOPLE = [("Q800001", "Aldo Ferrando"), ("Q800002", "Maria Keller"), ("Q800003", "Maria Kellermann")]


CLIENTS: list[Client] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    while CLIENTS:
        CLIENTS.pop().close()


def quick(url: str, cache: Path, sleep: Callable[[float], None] = lambda _seconds: None) -> Service:
    CLIENTS.append(Client("tests@example.org", sleep))
    return Service(url, CLIENTS[-1], Cache(cache))


@pytest.fixture
def datasette(tmp_path: Path) -> Iterator[str]:
    """The URL of a datasette-reconcile service over a few people."""
    if DATASETTE is None:
        pytest.skip("datasette is not installed: pip install datasette-reconcile, or name it in CABLERDF_DATASETTE")
    with sqlite3.connect(tmp_path / "wd.db") as base:
        base.execute("CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT)")
        base.executemany("INSERT INTO people VALUES (?, ?)", PEOPLE)
        base.execute("CREATE VIRTUAL TABLE people_fts USING fts5(name, content='people')")
        base.execute("INSERT INTO people_fts (people_fts) VALUES ('rebuild')")
    base.close()
    plugin = {"id_field": "id", "name_field": "name", "fts_table": "people_fts", "max_limit": 10}
    tables = {"people": {"plugins": {"datasette-reconcile": plugin}}}
    (tmp_path / "metadata.json").write_text(json.dumps({"databases": {"wd": {"tables": tables}}}), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [DATASETTE, str(tmp_path / "wd.db"), "-m", str(tmp_path / "metadata.json"), "-p", str(port)]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/wd/people/-/reconcile"
    try:
        wait_for(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(60)


def test_a_real_server(datasette: str, tmp_path: Path) -> None:
    service = quick(datasette, tmp_path / "cache.sqlite")
    assert "name" in service.manifest()
    found = dict(service.candidates(["Maria Keller", "Nobody At All", ""]))
    assert [one.id for one in found["Maria Keller"]] == ["Q800002"]
    assert found["Nobody At All"] == () and "" not in found


def test_what_a_server_said_outlives_it(datasette: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLERDF_CACHE", str(tmp_path / "cache"))
    online = Online("tests@example.org", datasette, api=None)
    said: list[str] = []
    first = harvest(["Aldo Ferrando", "Maria Keller"], online, said.append)
    assert Gazetteer(first).meta["entities"] == "2" and "2 names" in said[0]
    offline = quick(datasette, tmp_path / "cache" / "online.sqlite")
    offline.client.http.close()  # nothing may go out any more
    assert {name for name, _found in offline.candidates(["Aldo Ferrando", "Maria Keller"])} == {
        "Aldo Ferrando",
        "Maria Keller",
    }
    decision = Linker.open([first]).decide(Mention("Aldo Ferrando", "it", 2008))
    assert decision.best is not None and decision.best.entity.qid == "Q800001"


class Handler(BaseHTTPRequestHandler):
    """Answers as its server's script says: a status for each request, then properly."""

    def do_GET(self) -> None:
        self.answer({"name": "Test", "versions": ["0.1", "0.2"]})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        queries = json.loads(urllib.parse.parse_qs(body)["queries"][0])
        self.server.sizes.append(len(queries))  # type: ignore[attr-defined]
        if len(queries) > self.server.most:  # type: ignore[attr-defined]
            self.send_error(413)
            return
        self.answer(
            {key: {"result": [{"id": "Q17", "name": query["query"], "score": 9}]} for key, query in queries.items()}
        )

    def answer(self, value: object) -> None:
        self.server.agents.append(self.headers["User-Agent"])  # type: ignore[attr-defined]
        script = self.server.script  # type: ignore[attr-defined]
        if script:
            self.send_response(script.pop(0))
            self.send_header("Retry-After", "7")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_what: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.script, found.sizes, found.agents, found.most = [], [], [], 100  # type: ignore[attr-defined]
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


def address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}/"


def test_a_busy_service_is_given_its_time(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    server.script = [429, 503]  # type: ignore[attr-defined]
    slept: list[float] = []
    service = quick(address(server), tmp_path / "c.sqlite", slept.append)
    assert service.manifest()["name"] == "Test"
    assert slept.count(7.0) == 2
    assert all("tests@example.org" in agent for agent in server.agents)  # type: ignore[attr-defined]


def test_a_batch_that_is_too_large_is_halved(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    server.most = 3  # type: ignore[attr-defined]
    service = quick(address(server), tmp_path / "c.sqlite")
    names = [f"Name {n}" for n in range(10)]
    assert [name for name, _found in service.candidates(names)] == names
    assert server.sizes[:3] == [10, 5, 2]  # type: ignore[attr-defined]


def test_a_service_that_is_down_ends_the_run_and_keeps_what_there_is(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    service = quick(address(server), tmp_path / "c.sqlite")
    dict(service.candidates(["A B"]))
    server.script = [503] * 50  # type: ignore[attr-defined]
    with pytest.raises(LinkError, match="does not answer"):
        list(service.candidates(["A B", "C D"]))
    with pytest.raises(LinkError, match="giving up"):
        list(service.candidates(["E F"]))
    asked = len(server.agents)  # type: ignore[attr-defined]
    assert [name for name, _found in quick(address(server), tmp_path / "c.sqlite").candidates(["A B"])] == ["A B"]
    assert len(server.agents) == asked  # type: ignore[attr-defined]


def test_replies_grow_old(tmp_path: Path) -> None:
    clock = [0.0]
    cache = Cache(tmp_path / "c.sqlite", now=lambda: clock[0])
    cache.put("x", "full", [1])
    cache.put("x", "empty", [])
    clock[0] = 8 * DAY
    assert cache.get("x", "full") == [1] and cache.get("x", "empty") is None
    clock[0] = 31 * DAY
    assert cache.get("x", "full") is None


def test_no_service(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match="does not answer"):
        quick("http://127.0.0.1:9/", tmp_path / "c.sqlite").manifest()
