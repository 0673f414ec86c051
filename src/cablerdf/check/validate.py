"""One graph, checked with every shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablerdf.check.engines import ENGINES, default_engine
from cablerdf.check.report import Report
from cablerdf.check.shapes import DEEP, background

if TYPE_CHECKING:
    from rdflib import Dataset, Graph


def validate(data: Graph | Dataset | str, engine: str | None = None) -> Report:
    """What SHACL says of a graph: `.conforms`, `.results`, `.graph`.

    Args:
        data: an rdflib graph or dataset (its named graphs are read as one), or N-Quads text.
        engine: a name in `check.engines.ENGINES`, such as `pyshacl`, the reference; by default the fastest
            that is installed.

    Raises:
        KeyError: there is no such engine.
        MissingExtraError: the engine is not installed.
    """
    text = data if isinstance(data, str) else _nquads(data)
    return Report(ENGINES[engine or default_engine()](background() + text, DEEP))


def _nquads(graph: Graph | Dataset) -> str:
    """The quads of a graph; a plain graph becomes triples."""
    from rdflib import Dataset

    return graph.serialize(format="nquads" if isinstance(graph, Dataset) else "nt")
