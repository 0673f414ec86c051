"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import cablerdf.rdf

MODULES = sorted(info.name for info in pkgutil.walk_packages(cablerdf.rdf.__path__, "cablerdf.rdf."))


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
