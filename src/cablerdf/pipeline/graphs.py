"""One cable as a graph: for the Python API and for `inspect`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cablerdf.model import Cable

if TYPE_CHECKING:
    from rdflib import Graph


def to_graph(cable: Cable, base: str | None = None) -> Graph:
    """The cable's statements as an `rdflib.Graph`, prefixes bound, lexical forms as written."""
    from cablerdf.rdf.graph import to_graph as made

    return made(cable) if base is None else made(cable, base)


def validate(graph: Any, engine: str | None = None) -> Any:
    """What SHACL says of a graph: `.conforms`, `.results`, `.graph`."""
    from cablerdf.check import validate as checked

    return checked(graph) if engine is None else checked(graph, engine)


def turtle(cable: Cable) -> str:
    """The cable as Turtle."""
    from cablerdf.rdf.formats import serialize
    from cablerdf.rdf.mapping.whole import to_quads

    return serialize(to_quads(cable), "turtle").decode()


def check_lines(cable: Cable) -> list[str]:
    """What the check finds in one cable, a line each."""
    return []
