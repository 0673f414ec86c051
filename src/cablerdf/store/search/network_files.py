"""A network as a file for other programs: GraphML, GEXF or CSV, by the file's name."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from cablerdf.errors import MissingExtraError, OptionError
from cablerdf.store.answers import sheet
from cablerdf.store.search.network import Network

FORMATS = (".graphml", ".gexf", ".csv")


def network_bytes(network: Network, name: str) -> bytes:
    """The network in the format that the end of `name` tells; Gephi opens all three.

    Nodes carry `label`, `country` and `meetings`; edges `weight` (meetings) and `cables`.

    Raises:
        OptionError: the name tells no such format.
        MissingExtraError: networkx is not installed (CSV needs none).
    """
    ending = ending_of(name)
    if ending == ".csv":
        return edges_csv(network).encode()
    try:
        nx = import_module("networkx")
    except ImportError as error:
        raise MissingExtraError("networkx", "network") from error
    graph = to_networkx(network, nx)
    if ending == ".graphml":
        return "\n".join(nx.generate_graphml(graph, named_key_ids=True)).encode() + b"\n"
    lines = "\n".join(nx.generate_gexf(graph, version="1.2draft")).encode() + b"\n"
    return without_clock(lines)


def ending_of(name: str) -> str:
    """Which of FORMATS a file's name tells.

    Raises:
        OptionError: it tells none.
    """
    ending = next((known for known in FORMATS if name.lower().endswith(known)), None)
    if ending is None:
        raise OptionError(f"{name}: expected a name that ends with {', '.join(FORMATS)}")
    return ending


def to_networkx(network: Network, nx: Any) -> Any:
    """The network as a `networkx.Graph`, nodes and edges in their order."""
    graph = nx.Graph()
    for node in network.nodes:
        graph.add_node(node.iri, label=node.label, country=node.country, meetings=node.meetings)
    for edge in network.edges:
        cables = " ".join(cable.rpartition("/")[2] for cable in edge.cables)
        graph.add_edge(edge.a, edge.b, weight=edge.meetings, cables=cables)
    return graph


def edges_csv(network: Network) -> str:
    """One row an edge, in the columns that Gephi knows (Source, Target, Weight), then names, countries, cables."""
    nodes = {node.iri: node for node in network.nodes}
    head = ["Source", "Target", "Type", "Weight", "source_name", "source_country", "target_name", "target_country"]
    rows = []
    for edge in network.edges:
        a, b = nodes[edge.a], nodes[edge.b]
        cells = [a.iri, b.iri, "Undirected", str(edge.meetings), a.label, a.country, b.label, b.country]
        rows.append([*cells, " ".join(cable.rpartition("/")[2] for cable in edge.cables)])
    return sheet([*head, "cables"], rows)


def without_clock(gexf: bytes) -> bytes:
    """GEXF without the day on which it was written, so that the same network gives the same bytes."""
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", gexf)
