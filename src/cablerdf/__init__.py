"""Diplomatic cables as linked data: read them, parse them, map them to RDF, check them with SHACL.

    for document in cablerdf.read("cablegate.zip"):    # SourceDocument
        cable = cablerdf.parse(document)               # Cable
        graph = cablerdf.to_graph(cable)               # rdflib.Graph
        report = cablerdf.validate(graph)              # .conforms, .results, .graph

Importing the package loads nothing else: each name is fetched when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from cablerdf.errors import CablerdfError, FormatError, InputError
    from cablerdf.model import Cable, Problem, SourceDocument, Span
    from cablerdf.parse.steps import parse, parse_text
    from cablerdf.pipeline.graphs import to_graph, validate
    from cablerdf.read.documents import read

__all__ = [
    "Cable",
    "CablerdfError",
    "FormatError",
    "InputError",
    "Problem",
    "SourceDocument",
    "Span",
    "parse",
    "parse_text",
    "read",
    "to_graph",
    "validate",
]

HOMES = {
    "Cable": "cablerdf.model",
    "CablerdfError": "cablerdf.errors",
    "FormatError": "cablerdf.errors",
    "InputError": "cablerdf.errors",
    "Problem": "cablerdf.model",
    "SourceDocument": "cablerdf.model",
    "Span": "cablerdf.model",
    "parse": "cablerdf.parse.steps",
    "parse_text": "cablerdf.parse.steps",
    "read": "cablerdf.read.documents",
    "to_graph": "cablerdf.pipeline.graphs",
    "validate": "cablerdf.pipeline.graphs",
}


class Package(ModuleType):
    """This package: its functions `read` and `parse` have the names of the rooms that they come from, and win.

    The import system binds a sub-package to its name here, which would hide the function.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("cablerdf")
    if name not in HOMES:
        raise AttributeError(f"module 'cablerdf' has no attribute {name!r}")
    value = getattr(import_module(HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])


sys.modules[__name__].__class__ = Package
