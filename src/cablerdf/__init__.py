"""Diplomatic cables as linked data: read them, parse them, map them to RDF, check them with SHACL.

    for document in cablerdf.read("cablegate.zip"):    # SourceDocument
        cable = cablerdf.parse(document)               # Cable
        graph = cablerdf.to_graph(cable)               # rdflib.Graph
        report = cablerdf.validate(graph)              # .conforms, .results, .graph

Importing the package loads nothing else: each name is fetched when it is first used. `read` and `parse` are rooms
that may be called (`callable_room.py`), so that `import cablerdf.parse.steps` works beside `cablerdf.parse(document)`.
"""

from __future__ import annotations

from importlib import import_module
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
    "parse": "cablerdf.parse",
    "parse_text": "cablerdf.parse.steps",
    "read": "cablerdf.read",
    "to_graph": "cablerdf.pipeline.graphs",
    "validate": "cablerdf.pipeline.graphs",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("cablerdf")
    if name not in HOMES:
        raise AttributeError(f"module 'cablerdf' has no attribute {name!r}")
    home = import_module(HOMES[name])
    value = home if home.__name__ == f"cablerdf.{name}" else getattr(home, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])
