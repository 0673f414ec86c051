"""Two kinds of store, filled alike: a folder, and a real SPARQL server on a free port."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")

from cablerdf.store.base import Store
from cablerdf.store.open import open_store

SERVER = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The URL of a running, empty Oxigraph server."""
    if SERVER is None:
        pytest.skip("no oxigraph server: pip install oxigraph")
    port = free_port()
    command = [SERVER, "serve", "--location", str(tmp_path / "server"), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=0.1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(params=["folder", "endpoint"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens the same store again and again, for writing."""
    location = str(tmp_path / "store") if request.param == "folder" else request.getfixturevalue("server")
    return lambda: open_store(location, read_only=False)
