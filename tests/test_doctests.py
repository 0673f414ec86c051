"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

from cablerdf.errors import MissingExtraError

SOURCE = Path(__file__).parents[1] / "src"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_examples(path: Path) -> None:
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    try:
        module = importlib.import_module(name)
    except (ImportError, MissingExtraError) as error:
        pytest.skip(str(error))
    assert doctest.testmod(module).failed == 0
