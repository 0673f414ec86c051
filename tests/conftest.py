"""A real SPARQL server on a free port, for the tests of several rooms."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import time
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
        wait_for_port(at, process)
        yield f"http://127.0.0.1:{at}"
    finally:
        process.terminate()
        process.wait(60)


def wait_for_port(at: int, process: subprocess.Popen[bytes], seconds: int = 60) -> None:
    """Come back once somebody listens there; a busy machine may take long to get to it."""
    ends = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < ends:
        with contextlib.suppress(OSError):
            return socket.create_connection(("127.0.0.1", at), timeout=1).close()
        time.sleep(0.05)
    raise RuntimeError(f"nobody listens at port {at}: status {process.poll()}")
