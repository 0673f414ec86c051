"""Stores, filled alike: a folder, an Oxigraph server, a Virtuoso."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")

from tests.conftest import wait_for

from cablerdf.store.base import Store
from cablerdf.store.open import open_store

VIRTUOSO = shutil.which("virtuoso-t")
VIRTUOSO_INI = Path(__file__).with_name("virtuoso.ini")  # of benchmarks/stores.py too


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory, free_port: Callable[[], int]) -> Iterator[str]:
    """The URL of a running Virtuoso, empty at first; its user `dba` has the password `dba`."""
    if VIRTUOSO is None:
        pytest.skip("no Virtuoso: apt-get install virtuoso-opensource-7")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    ini = VIRTUOSO_INI.read_text(encoding="utf-8").format(sql=free_port(), http=http, parameters="")
    (folder / "virtuoso.ini").write_text(ini, encoding="utf-8")
    command = [VIRTUOSO, "+foreground", "+configfile", "virtuoso.ini"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{http}"
    try:
        wait_for(f"{url}/sparql?query=ASK%20%7B%7D", process)
        yield url
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(params=["folder", "endpoint"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens the same store again and again, for writing."""
    location = str(tmp_path / "store") if request.param == "folder" else request.getfixturevalue("server")
    return lambda: open_store(location, read_only=False)
