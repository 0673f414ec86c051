"""How the server starts, or says why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from socket import create_server

import pytest

from cablerdf.errors import StoreError
from cablerdf.serve.run import serve
from cablerdf.serve.settings import Settings


def test_a_port_that_is_taken_is_told_once(store_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        settings = Settings(location=str(store_folder), port=taken.getsockname()[1])
        with pytest.raises(StoreError, match=r"cannot listen on 127\.0\.0\.1:\d+: Address already in use"):
            serve(settings, print)
    assert capfd.readouterr() == ("", "")


def test_a_host_that_is_unknown_is_told(store_folder: Path) -> None:
    settings = Settings(location=str(store_folder), host="no.such.host.invalid", port=0)
    with pytest.raises(StoreError, match=r"cannot listen on no\.such\.host\.invalid:0: .*(not known|resolution)"):
        serve(settings, print)


INTERRUPTED = """
import contextlib, signal, sys
from cablerdf.serve.run import serve
from cablerdf.serve.settings import Settings

def ready(address):
    with contextlib.suppress(KeyboardInterrupt):  # as Python does where it runs a finaliser
        signal.raise_signal(signal.SIGINT)

serve(Settings(location=sys.argv[1], port=0), ready)
"""


def test_an_interrupt_that_python_swallows_as_it_starts_ends_it_all_the_same(store_folder: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(store_folder)]
    assert subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
