"""The real server under every attack at once: an honest reader gets each page, and then all is at rest."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("psutil", reason="nothing tells what processes use")
SCRIPT = Path(__file__).parents[2] / "benchmarks" / "siege.py"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The benchmark, where the processes that it starts find it too."""
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    spec = importlib.util.spec_from_file_location("siege", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "siege", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.platform == "win32", reason="the server ends otherwise there")
def test_an_honest_reader_gets_every_page_and_then_all_is_at_rest(script: ModuleType, store_folder: Path) -> None:
    with script.served(str(store_folder), "--query-seconds", "2", "--query-mb", "300") as (where, pid):
        paths = script.plain_pages(where)
        assert len(paths) > 20
        waited, family, rest = script.siege(where, pid, "all at once", 6, paths)
        assert waited.failed == 0 and waited.times
        assert family.most < 2_000_000_000
        assert rest < 120
