"""One cable as a graph: for the Python API and for `inspect`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablerdf.model import Cable

if TYPE_CHECKING:
    from rdflib import Dataset, Graph

    from cablerdf.check import Report


def to_graph(cable: Cable, base: str | None = None) -> Graph:
    """The cable's statements as an `rdflib.Graph`, prefixes bound, lexical forms as written."""
    from cablerdf.rdf.graph import to_graph as graph_of_cable
    from cablerdf.rdf.terms import DEFAULT_BASE

    return graph_of_cable(cable, base or DEFAULT_BASE)


def validate(graph: Graph | Dataset | str, engine: str | None = None) -> Report:
    """What SHACL says of a graph: `.conforms`, `.results`, `.graph`.

    Args:
        graph: an rdflib graph or dataset, or N-Quads text.
        engine: a name in the table of engines, such as `pyshacl`, the reference; by default the fastest that is
            installed.
    """
    from cablerdf.check.validate import validate as check

    return check(graph, engine)


def turtle(cable: Cable) -> str:
    """The cable as Turtle."""
    from cablerdf.rdf.formats import serialize
    from cablerdf.rdf.mapping.whole import to_quads

    return serialize(to_quads(cable), "turtle").decode()


def check_text(cable: Cable) -> str:
    """What the check finds in one cable, for a reader."""
    from cablerdf.rdf.formats import serialize
    from cablerdf.rdf.mapping.whole import to_quads

    lines = serialize(to_quads(cable), "nquads").decode()
    return validate(lines).text()
