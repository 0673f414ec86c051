"""A real SPARQL server on a free port, for the tests of several rooms."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SERVER = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))


def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def free_port() -> Callable[[], int]:
    """The function that finds a port on which nobody listens."""
    return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The URL of a running, empty Oxigraph server."""
    if SERVER is None:
        pytest.skip("no oxigraph server: pip install oxigraph")
    at = port()
    command = [SERVER, "serve", "--location", str(tmp_path / "server"), "--bind", f"127.0.0.1:{at}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{at}"
        wait_for(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(60)


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: int = 60) -> None:
    """Come back once the server answers there."""
    last: OSError | None = None
    for _ in range(seconds * 10):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError as error:
            last = error
            time.sleep(0.1)
    raise RuntimeError(f"the server does not answer: {last}, status {process.poll()}")
