"""The draft of version 1.0 of the Reconciliation API, and the Wikibase API, each against a local HTTP server.

Neither could be run against Wikidata itself: the servers answer in the published shapes.
"""

from __future__ import annotations

import json
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from cablerdf.errors import LinkError
from cablerdf.link.linker import Linker
from cablerdf.link.online.cache import Cache
from cablerdf.link.online.client import FAILURES, Client
from cablerdf.link.online.entities import Entities
from cablerdf.link.online.harvest import Online, harvest
from cablerdf.link.online.reconcile import Service
from cablerdf.link.people.mention import Mention

pytest.importorskip("httpx")
# What a scripted reply is: a status, headers, and a body.
Reply = tuple[int, dict[str, str], Any]
MAXLAG: Reply = (
    200,
    {"Retry-After": "5", "X-Database-Lag": "6"},
    {"error": {"code": "maxlag", "info": "Waiting for db9: 6.3 seconds lagged.", "lag": 6.3, "type": "db"}},
)


def statement(value: dict[str, Any], **qualifiers: str) -> dict[str, Any]:
    dates = {name: [{"datavalue": {"value": {"time": time, "precision": 11}}}] for name, time in qualifiers.items()}
    return {"mainsnak": {"datavalue": {"value": value}}, "rank": "normal", "qualifiers": dates}


MINISTER = statement({"id": "Q700002"}, P580="+2006-05-17T00:00:00Z", P582="+2010-02-01T00:00:00Z")
ITEMS: dict[str, dict[str, Any]] = {
    "Q700001": {
        "id": "Q700001",
        "labels": {"en": {"language": "en", "value": "Livia Moravec"}},
        "aliases": {"en": [{"language": "en", "value": "L. Moravec"}]},
        "claims": {"P31": [statement({"id": "Q5"})], "P27": [statement({"id": "Q38"})], "P39": [MINISTER]},
    },
    "Q700002": {"id": "Q700002", "labels": {"en": {"language": "en", "value": "Minister of Foreign Affairs"}}},
}


class Handler(BaseHTTPRequestHandler):
    """A reconciliation service of the draft, and a Wikibase; what the script says comes first."""

    server: Any

    def do_GET(self) -> None:
        path, _mark, query = self.path.partition("?")
        asked = {key: values[0] for key, values in urllib.parse.parse_qs(query).items()}
        self.server.asked.append(asked)
        self.answer(self.wikibase(asked) if path == "/w/api.php" else self.server.manifest)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, "type": self.headers["Content-Type"], **body})
        self.answer({"results": [self.matched(query) for query in body["queries"]]})

    def matched(self, query: dict[str, Any]) -> dict[str, Any]:
        (name,) = (one["propertyValue"] for one in query["conditions"] if one["matchType"] == "name")
        found = [one for one in ITEMS.values() if one["labels"]["en"]["value"] == name]
        return {"candidates": [{"id": one["id"], "name": name, "score": 0.9, "match": True} for one in found]}

    def wikibase(self, asked: dict[str, str]) -> dict[str, Any]:
        if asked["action"] == "wbgetentities":
            return {"entities": {q: ITEMS.get(q, {"id": q, "missing": ""}) for q in asked["ids"].split("|")}}
        if asked["action"] == "wbsearchentities":
            names = {one["labels"]["en"]["value"]: qid for qid, one in ITEMS.items()}
            found = [{"id": q, "label": n} for n, q in names.items() if n.startswith(asked["search"])]
            return {"searchinfo": {"search": asked["search"]}, "search": found, "success": 1}
        words = set(asked["srsearch"].split())
        found = [{"ns": 0, "title": "Q700001"}] if {"Moravec", "haswbstatement:P31=Q5"} <= words else []
        return {"batchcomplete": "", "query": {"search": found}}

    def answer(self, value: Any) -> None:
        self.server.agents.append(self.headers["User-Agent"])
        status, headers, body = self.server.script.pop(0) if self.server.script else (200, {}, value)
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_what: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Any]:
    found: Any = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.script, found.asked, found.agents = [], [], []
    found.manifest = {"name": "People", "versions": ["0.2", "1.0-draft"], "batchSize": 2, "standardizedScore": True}
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture
def client() -> Iterator[Callable[[Callable[[float], None]], Client]]:
    made: list[Client] = []

    def make(sleep: Callable[[float], None] = lambda _seconds: None) -> Client:
        made.append(Client("tests@example.org", sleep))
        return made[-1]

    yield make
    for one in made:
        one.close()


def address(server: Any, path: str = "/en") -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


def test_the_draft(server: Any, client: Any, tmp_path: Path) -> None:
    service = Service(address(server), client(), Cache(tmp_path / "c.sqlite"), draft=True)
    assert service.manifest()["name"] == "People"
    found = dict(service.candidates(["Livia Moravec", "Nobody", "Nor He"], "Q5"))
    assert [one.id for one in found["Livia Moravec"]] == ["Q700001"] and found["Nobody"] == ()
    posts = server.asked[1:]
    assert [len(post["queries"]) for post in posts] == [2, 1]  # as many as the manifest allows
    assert {post["path"] for post in posts} == {"/en/match"} and "json" in posts[0]["type"]
    query = posts[0]["queries"][0]
    assert query["type"] == "Q5" and query["conditions"][0]["matchType"] == "name"
    before = len(server.asked)
    assert dict(service.candidates(["Nobody"], "Q5")) == {"Nobody": ()} and len(server.asked) == before


def test_a_service_of_another_version(server: Any, client: Any, tmp_path: Path) -> None:
    server.manifest = {"name": "People", "versions": ["0.2"]}
    with pytest.raises(LinkError, match=r"speaks 0\.2; 1\.0-draft or 1\.0 is needed"):
        Service(address(server), client(), Cache(tmp_path / "c.sqlite"), draft=True).manifest()


def test_a_reply_of_another_length(server: Any, client: Any, tmp_path: Path) -> None:
    service = Service(address(server), client(), Cache(tmp_path / "c.sqlite"), draft=True)
    server.script = [(200, {}, {"results": []})]
    with pytest.raises(LinkError, match="answers 1 queries with 0 results"):
        list(service.candidates(["Livia Moravec"]))


@pytest.mark.parametrize("draft", [True, False], ids=["draft and api", "api alone"])
def test_from_a_name_to_a_link(server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draft: bool) -> None:
    monkeypatch.setenv("CABLERDF_CACHE", str(tmp_path))
    service = address(server) if draft else None
    online = Online("tests@example.org", service, address(server, "/w/api.php"), draft)
    gazetteer = harvest(["Livia Moravec"], online, lambda _text: None)
    decision = Linker.open([gazetteer]).decide(Mention("Moravec", "it", 2008, ("Foreign Minister",)))
    assert decision.qid == "Q700001"
    assert all("tests@example.org" in agent for agent in server.agents)
    api = [asked for asked in server.asked if "action" in asked]
    assert api and all(asked["maxlag"] == "5" and asked["format"] == "json" for asked in api)
    before = len(server.asked)
    assert harvest(["Livia Moravec"], online, lambda _text: None) == gazetteer and len(server.asked) == before


def test_a_name_that_no_label_begins_with(server: Any, client: Any, tmp_path: Path) -> None:
    entities = Entities(client(), Cache(tmp_path / "c.sqlite"), address(server, "/w/api.php"))
    assert [one.id for one in entities.named("Signora Moravec")] == ["Q700001"]
    assert [asked["action"] for asked in server.asked] == ["wbsearchentities", "query"]
    assert entities.named("Nobody") == ()


BUSY: list[tuple[list[Reply], float]] = [
    ([(429, {"Retry-After": "7"}, {})], 7.0),
    ([(503, {"Retry-After": formatdate(usegmt=True)}, {})], 2.0),
    ([MAXLAG, MAXLAG], 5.0),
]


@pytest.mark.parametrize(("script", "seconds"), BUSY, ids=["429", "503 and a date", "maxlag"])
def test_a_wikibase_that_is_busy(server: Any, client: Any, tmp_path: Path, script: list[Reply], seconds: float) -> None:
    server.script = list(script)
    slept: list[float] = []
    entities = Entities(client(slept.append), Cache(tmp_path / "c.sqlite"), address(server, "/w/api.php"))
    assert [entity["id"] for entity in entities.get(["Q700001"], "labels")] == ["Q700001"]
    assert slept.count(seconds) >= len(script) and len(server.asked) == len(script) + 1


def test_a_wikibase_that_stays_busy_is_left_in_peace(server: Any, client: Any, tmp_path: Path) -> None:
    server.script = [MAXLAG] * 20
    entities = Entities(client(), Cache(tmp_path / "c.sqlite"), address(server, "/w/api.php"))
    with pytest.raises(LinkError, match="does not answer: maxlag"):
        list(entities.get(["Q700001"], "labels"))
    with pytest.raises(LinkError, match="giving up"):
        list(entities.get(["Q700001"], "labels"))
    assert len(server.asked) == FAILURES
    server.script = []
    again = Entities(client(), Cache(tmp_path / "c.sqlite"), address(server, "/w/api.php"))
    assert len(list(again.get(["Q700001"], "labels"))) == 1  # nothing of it was kept


def test_an_error_that_lasts(server: Any, client: Any, tmp_path: Path) -> None:
    server.script = [(200, {}, {"error": {"code": "no-such-entity", "info": "Could not find an entity."}})]
    entities = Entities(client(), Cache(tmp_path / "c.sqlite"), address(server, "/w/api.php"))
    with pytest.raises(LinkError, match="Could not find an entity"):
        list(entities.get(["Q1"], "labels"))
    assert len(server.asked) == 1


def test_what_is_missing_is_not_asked_again(server: Any, client: Any, tmp_path: Path) -> None:
    entities = Entities(client(), Cache(tmp_path / "c.sqlite"), address(server, "/w/api.php"))
    assert list(entities.get(["Q699999"], "labels")) == []
    assert list(entities.get(["Q699999"], "labels")) == [] and len(server.asked) == 1
