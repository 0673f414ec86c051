"""How the server starts, or says why not."""

from __future__ import annotations

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
