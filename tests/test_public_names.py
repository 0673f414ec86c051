"""What `import cablerdf` promises."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import cablerdf

TEXT = "UNCLAS UTOPIA 000012\n\nSUBJECT: A VISIT\n\n1. (U) The minister told the Ambassador that ships had come.\n"


def test_all_is_sorted_and_exact() -> None:
    assert cablerdf.__all__ == sorted(cablerdf.HOMES)
    assert all(callable(getattr(cablerdf, name)) for name in cablerdf.__all__)


def test_rooms_that_are_called_are_rooms_too() -> None:
    import cablerdf.parse.steps as steps
    import cablerdf.read.documents as documents

    assert cablerdf.parse is sys.modules["cablerdf.parse"]
    assert cablerdf.parse.steps is steps
    assert inspect.signature(cablerdf.parse) == inspect.signature(steps.parse)
    assert inspect.signature(cablerdf.read) == inspect.signature(documents.read)
    assert pickle.loads(pickle.dumps(cablerdf.parse)) is cablerdf.parse


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'frobnicate'"):
        cablerdf.frobnicate  # noqa: B018


@pytest.mark.parametrize("statement", ["import cablerdf", "import cablerdf.cli", "from cablerdf import Cable"])
def test_importing_loads_little(statement: str) -> None:
    heavy = ("rdflib", "pyshacl", "lxml", "pyoxigraph", "starlette", "distributed", "cablerdf.parse", "cablerdf.rdf")
    code = f"import sys; {statement}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_line_in_python(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT)
    (document,) = cablerdf.read(tmp_path / "x.txt")
    cable = cablerdf.parse(document)
    assert cable.to_dict()["subject"] == "A VISIT"
    graph = cablerdf.to_graph(cable)
    assert len(graph) > 10
    assert cablerdf.validate(graph).conforms
    assert cablerdf.parse_text("SUBJECT: A VISIT").subject == "A VISIT"


def test_version() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
    assert version("cablerdf") == cablerdf.__version__ == project["version"]
