"""The server's bounds on what clients send, and how fast: raw bytes on a socket."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from httpx import Client

from cablerdf.serve import wire

HEAD = b"GET /about HTTP/1.1\r\nHost: a\r\n"


@pytest.fixture
def connection(address: str) -> Iterator[socket.socket]:
    """A connection to the running server, with a time-out that no test should need."""
    at = urlsplit(address)
    with socket.create_connection((at.hostname or "", at.port or 0), timeout=60) as found:
        yield found


def rest(connection: socket.socket) -> bytes:
    """What the server sends until it ends the connection."""
    pieces = []
    try:
        while piece := connection.recv(65536):
            pieces.append(piece)
    except ConnectionError:
        pass
    return b"".join(pieces)


def send(connection: socket.socket, *pieces: bytes) -> None:
    """Sends pieces as long as the server takes them."""
    try:
        for piece in pieces:
            connection.sendall(piece)
    except OSError:
        return


@pytest.mark.parametrize("start", [b"", HEAD, b"\r\n", b"GET /ab"])
def test_a_head_that_never_ends_is_not_waited_for(address: str, start: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "HEAD_SECONDS", 0.2)
    at = urlsplit(address)
    with socket.create_connection((at.hostname or "", at.port or 0), timeout=60) as slow:
        send(slow, start)
        assert rest(slow) == b""


def test_a_body_that_never_ends_is_not_waited_for(connection: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "BODY_SECONDS", 0.2)
    head = b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\n"
    send(connection, head, b"ASK")
    assert rest(connection) == b""


def test_who_does_not_read_is_left(connection: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    left = threading.Event()
    monkeypatch.setattr(wire, "READING_SECONDS", 0.2)
    lost = wire.BoundedProtocol.connection_lost

    def seen(protocol: wire.BoundedProtocol, error: Exception | None) -> None:
        lost(protocol, error)
        left.set()

    monkeypatch.setattr(wire.BoundedProtocol, "connection_lost", seen)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    send(connection, b"GET /static/vendor/codemirror.js HTTP/1.1\r\nHost: a\r\n\r\n" * 50)
    assert left.wait(60)


@pytest.mark.parametrize(
    "pieces",
    [
        [HEAD, b"X: " + b"a" * 40_000 + b"\r\n\r\n"],
        [HEAD, *[b"X: " + b"a" * 1_000 + b"\r\n" for _ in range(40)], b"\r\n"],
        [HEAD, *[b"A: b\r\n" for _ in range(400_000)]],
        [b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"],
        [b"GET /" + b"a" * 40_000],
    ],
    ids=["one header", "many headers", "endless headers", "address", "endless address"],
)
def test_a_head_of_many_bytes_is_refused(connection: socket.socket, pieces: list[bytes]) -> None:
    send(connection, b"".join(pieces))
    assert rest(connection).startswith((b"HTTP/1.1 431 ", b""))
    send(connection, b"GET /about HTTP/1.1\r\nHost: a\r\n\r\n")
    assert rest(connection) == b""


@pytest.mark.parametrize("path", [b"/sparql", b"/about", b"/cable/x"])
@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_of_many_bytes_is_not_read_to_its_end(connection: socket.socket, path: bytes, chunked: bool) -> None:
    length = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: 100000000"
    kind = b"Content-Type: application/sparql-query"
    head = b"POST " + path + b" HTTP/1.1\r\nHost: a\r\n" + kind + b"\r\n" + length + b"\r\n\r\n"
    piece = b"f4240\r\n" + b"#" * 1_000_000 + b"\r\n" if chunked else b"#" * 1_000_000
    taken = 0
    try:
        connection.sendall(head)
        for _ in range(100):
            connection.sendall(piece)
            taken += 1
    except OSError:
        pass
    assert taken < 50


def test_requests_within_the_bounds_are_answered(client: Client) -> None:
    assert client.get("/about", headers={"x": "a" * 20_000}).status_code == 200
    assert client.get("/about?" + "a" * 20_000).status_code == 200
    assert client.post("/sparql", data={"query": "ASK {}" + " " * 15_000}).status_code == 200


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET http://evil.example/people HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET /people HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n\r\n",
        b"GET //evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /person/ana-reis HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n\r\n",
        b"GET /static HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
def test_no_lie_about_the_host_comes_back_as_an_address(connection: socket.socket, head: bytes) -> None:
    send(connection, head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    answer = rest(connection)
    assert answer.startswith(b"HTTP/1.1 ")
    assert b"evil.example" not in answer.partition(b"<main")[0].partition(b"<input")[0]
