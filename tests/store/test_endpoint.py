"""What is true of a server alone: methods, logins, retries, errors. Each against a real HTTP server."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from cablerdf.errors import StoreError
from cablerdf.store.access import Access
from cablerdf.store.base import LoadOptions
from cablerdf.store.client import Client
from cablerdf.store.endpoint import EndpointStore
from cablerdf.store.layouts import BY_NAME, recognise, services

LINES = "".join(
    f'<http://example.org/{n % 7}> <http://example.org/p> "{n}" <http://example.org/g{n % 3}> .\n' for n in range(300)
)


@pytest.mark.parametrize("method", ["update", "graph-store"])
def test_both_methods_leave_the_same(server: str, tmp_path: Path, method: str) -> None:
    data = tmp_path / "a.nq"
    data.write_text(LINES)
    options = Access(method=method, batch=2)  # type: ignore[arg-type]
    with EndpointStore(server, options) as store:
        loaded = store.load([data])
        assert (loaded.graphs, loaded.statements, loaded.stored) == (3, 300, 300)
        data.write_text(LINES.replace('"17"', '"seventeen"'))
        again = store.load([data])
        assert (again.changed, again.added, again.removed) == (1, 1, 1)
        assert len(store.select("SELECT ?o { ?s ?p ?o }")) == 300
        assert not store.select('SELECT ?s { ?s ?p "17" }')
        gone = store.load([], LoadOptions(drop=frozenset({"http://example.org/g1"})))
        assert (gone.dropped, gone.removed, gone.complete) == (1, 100, True)
        assert len(store.select("SELECT ?o { ?s ?p ?o }")) == store.count() == 200


def test_a_query_service_itself_may_be_named(server: str) -> None:
    with EndpointStore(f"{server}/query", Access()) as store:
        assert store.services.update == f"{server}/update"
        assert store.count() == 0


def test_nobody_there() -> None:
    with (
        EndpointStore("http://127.0.0.1:9", Access()) as store,
        pytest.raises(StoreError, match="cannot reach"),
    ):
        store.count()


@pytest.mark.parametrize(
    ("url", "server", "name", "update"),
    [
        ("http://h:7878/", "Oxigraph/0.5.13", "oxigraph", "http://h:7878/update"),
        ("http://h:3030/ds", "Apache Jena Fuseki (5.1.0)", "fuseki", "http://h:3030/ds/update"),
        ("http://h:7200/repositories/cables", "GraphDB/10.8", "rdf4j", "http://h:7200/repositories/cables/statements"),
        ("http://h:8890/sparql", "Virtuoso/07.20.3240 (Linux)", "virtuoso", "http://h:8890/sparql-auth"),
        ("http://h:7019", "", "plain", "http://h:7019"),
    ],
)
def test_layouts(url: str, server: str, name: str, update: str) -> None:
    layout = recognise(url, server) or BY_NAME["plain"]
    assert layout.name == name
    assert services(url, layout).update == update


Reply = Callable[[BaseHTTPRequestHandler], tuple[int, dict[str, str], bytes]]


@contextmanager
def listening(reply: Reply) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """A little HTTP server that answers as told and keeps the requests it saw."""
    seen: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            seen.append(self)
            status, headers, body = reply(self)
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            return

    http = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_port}", seen
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def post(url: str, access: Access, body: bytes = b"x") -> int:
    client = Client(access)
    try:
        return client.send("POST", url, headers={}, body=body).status_code
    finally:
        client.close()


def test_basic_login_is_answered_when_asked() -> None:
    wanted = "Basic " + base64.b64encode(b"ana:secret").decode()

    def reply(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        if request.headers.get("authorization") == wanted:
            return 204, {}, b""
        return 401, {"www-authenticate": 'Basic realm="store"'}, b""

    with listening(reply) as (url, _):
        assert post(url, Access(user="ana", password="secret")) == 204
        with pytest.raises(StoreError, match="name and password"):
            post(url, Access(user="ana", password="wrong"))
        with pytest.raises(StoreError, match="name and password"):
            post(url, Access())


def test_digest_login_is_answered_when_asked() -> None:
    def md5(text: str) -> str:
        return hashlib.md5(text.encode()).hexdigest()

    def reply(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        given = request.headers.get("authorization", "")
        fields = dict(part.split("=", 1) for part in given.removeprefix("Digest ").split(", ") if "=" in part)
        bare = {name: value.strip('"') for name, value in fields.items()}
        if bare:
            middle = ":".join(bare[name] for name in ("nonce", "nc", "cnonce", "qop"))
            if bare["response"] == md5(f"{md5('ana:store:secret')}:{middle}:{md5('POST:/')}"):
                return 204, {}, b""
        return 401, {"www-authenticate": 'Digest realm="store", nonce="abc", qop="auth", algorithm=MD5'}, b""

    with listening(reply) as (url, _):
        assert post(url + "/", Access(user="ana", password="secret")) == 204


def test_a_token_goes_along() -> None:
    with listening(lambda r: (204 if r.headers["authorization"] == "Bearer t0k" else 401, {}, b"")) as (url, _):
        assert post(url, Access(token="t0k")) == 204


def test_a_busy_server_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablerdf.store.client.PAUSE", 0.01)
    with listening(lambda _: (503 if len(seen) < 3 else 204, {}, b"")) as (url, seen):
        assert post(url, Access()) == 204
        assert len(seen) == 3


def test_a_server_that_is_silent_is_not_asked_again() -> None:
    gone = threading.Event()

    def reply(_request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        gone.wait(10)
        return 204, {}, b""

    with listening(reply) as (url, seen):
        with pytest.raises(StoreError, match=r"no answer from .* in time"):
            post(url, Access(timeout=0.2))
        gone.set()
        assert len(seen) == 1


def test_gzip_is_given_up_where_it_is_not_understood() -> None:
    def reply(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        return (415 if request.headers.get("content-encoding") else 204), {}, b""

    with listening(reply) as (url, seen):
        assert post(url, Access(), b"x" * 10_000) == 204
        assert [request.headers.get("content-encoding") for request in seen] == ["gzip", None]


@pytest.mark.parametrize(
    ("status", "words"), [(405, "read-only"), (403, "read-only"), (404, "check the URL"), (413, "batch")]
)
def test_refusals_say_what_to_do(status: int, words: str) -> None:
    with listening(lambda _: (status, {}, b"")) as (url, _), pytest.raises(StoreError, match=words):
        post(url, Access())


def test_a_page_for_browsers_is_not_quoted() -> None:
    page = (501, {"content-type": "text/html"}, b"<h1>Unsupported</h1>")
    with listening(lambda _: page) as (url, _), pytest.raises(StoreError, match=r"answered 501: Not Implemented$"):
        post(url, Access())
