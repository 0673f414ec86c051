"""A password or token comes from the environment or a file, goes to the server alone, and is shown to nobody."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
SECRET = "open-sesame-4711"


class Refusing(BaseHTTPRequestHandler):
    """A server that wants to know who asks, and lets nobody in."""

    seen: list[str]

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.seen.append(self.headers.get("authorization", ""))
        self.send_response(401)
        self.send_header("www-authenticate", 'Basic realm="x"')
        self.send_header("content-length", "0")
        self.end_headers()

    do_GET = do_POST = answer

    def log_message(self, *_arguments: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Its address, and what it was told."""
    seen: list[str] = []
    found = HTTPServer(("127.0.0.1", 0), type("Handler", (Refusing,), {"seen": seen}))
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}", seen
    found.shutdown()
    found.server_close()


@pytest.mark.parametrize("name", ["CABLERDF_TOKEN", "CABLERDF_PASSWORD"])
@pytest.mark.parametrize("by_file", [True, False])
def test_a_secret_goes_to_the_server_and_nowhere_else(
    run: Run, server: tuple[str, list[str]], tmp_path: Path, name: str, by_file: bool
) -> None:
    url, seen = server
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    given = {f"{name}_FILE": str(tmp_path / "secret")} if by_file else {name: SECRET}
    done = run("query", url, "ASK {}", "--user", "ana", **given)
    assert done.returncode == 3
    assert b"name and password" in done.stderr
    assert SECRET.encode() not in done.stdout + done.stderr
    wanted = f"Bearer {SECRET}" if "TOKEN" in name else "Basic YW5hOm9wZW4tc2VzYW1lLTQ3MTE="
    assert wanted in seen


@pytest.mark.parametrize("command", [["query"], ["load", "x.nq", "--to"], ["serve"]])
def test_a_url_with_a_password_is_refused_and_not_repeated(run: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "x.nq").write_text("<a:a> <a:b> <a:c> <a:g> .\n")
    done = run(*command, f"http://ana:{SECRET}@127.0.0.1:9/", *(["ASK {}"] if command == ["query"] else []))
    assert done.returncode == 2
    assert b"CABLERDF_PASSWORD" in done.stderr and SECRET.encode() not in done.stderr + done.stdout


def test_a_secret_is_no_option_and_a_file_that_is_not_there_is_named(run: Run) -> None:
    assert run("query", "store", "ASK {}", "--password", SECRET).returncode == 2
    done = run("query", "store", "ASK {}", CABLERDF_TOKEN_FILE="absent")
    assert done.returncode == 2 and b"CABLERDF_TOKEN_FILE: absent cannot be read" in done.stderr


def test_what_holds_a_secret_does_not_show_it() -> None:
    from cablerdf.serve.settings import Settings
    from cablerdf.store.access import Access

    shown = repr(Access(password=SECRET, token=SECRET)) + repr(Settings(location="a", password=SECRET, token=SECRET))
    assert SECRET not in shown
