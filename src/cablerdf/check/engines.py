"""SHACL engines, behind one function each.

Measured on 2 × 50 cables of a real collection, CPU time a cable: see `benchmarks/`. pySHACL is
the reference implementation; `shacl` is some fifty times as fast. Two rules keep them in step:
dates are compared as strings (xsd:date has no order in SPARQL 1.1, 17.3), and concepts are
in the data graph itself.
"""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cablerdf.check.report import SH, Finding, in_order
from cablerdf.check.shapes import ALWAYS, shapes_text
from cablerdf.errors import MissingExtraError, install_command

if TYPE_CHECKING:
    from rdflib import Graph

Engine = Callable[[str, tuple[str, ...]], tuple[Finding, ...]]


def by_shacl(data: str, names: tuple[str, ...] = ALWAYS) -> tuple[Finding, ...]:
    """Findings of the `shacl` package (Rust) on N-Quads or N-Triples, which it reads as one graph."""
    report = _compiled(names).validate_text(data, format="nquads")
    return in_order(
        Finding(r.focus_node, r.path, r.value, r.component, r.severity, r.message or "", r.root_shape)
        for r in report.results
    )


@cache
def _compiled(names: tuple[str, ...]) -> Any:
    try:
        import shacl
    except ImportError as error:
        raise MissingExtraError("shacl") from error
    return shacl.Shapes.from_text(shapes_text(names), format="turtle")


def by_pyshacl(data: str, names: tuple[str, ...] = ALWAYS) -> tuple[Finding, ...]:
    """Findings of pySHACL, the reference, on N-Quads or N-Triples, read as one graph."""
    import pyshacl
    from rdflib import Graph

    shapes = _shapes_graph(names)
    _conforms, report, _text = pyshacl.validate(_one_graph(data), shacl_graph=shapes, inference="none", advanced=True)
    if not isinstance(report, Graph):
        raise report
    return in_order(_findings(report, shapes))


@cache
def _shapes_graph(names: tuple[str, ...]) -> Graph:
    from rdflib import Graph

    return Graph().parse(data=shapes_text(names), format="turtle")


def _one_graph(data: str) -> Graph:
    """All quads of a text in one graph."""
    from rdflib import Dataset, Graph

    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, of its Dataset's parse
        dataset.parse(data=data, format="nquads")
    graph = Graph()
    for subject, predicate, value, _graph in dataset.quads():
        graph.add((subject, predicate, value))
    return graph


def _findings(report: Graph, shapes: Graph) -> list[Finding]:
    from rdflib import RDF, BNode, Namespace, URIRef

    sh = Namespace(SH)
    found = []
    for node in report.subjects(RDF.type, sh.ValidationResult):
        shape = report.value(node, sh.sourceShape)
        path = report.value(node, sh.resultPath)
        if isinstance(path, BNode):
            path = report.value(path, sh.inversePath)
            printed = f"^{path.n3()}" if isinstance(path, URIRef) else None
        else:
            printed = path.n3() if path is not None else None
        value = report.value(node, sh.value)
        message = report.value(node, sh.resultMessage)
        found.append(
            Finding(
                _term(report.value(node, sh.focusNode)) or "",
                printed,
                _term(value),
                str(report.value(node, sh.sourceConstraintComponent)).removeprefix(SH),
                str(report.value(node, sh.resultSeverity)).removeprefix(SH),
                str(message) if message is not None else "",
                shape.n3() if isinstance(shape, URIRef) else None,
            )
        )
    return found


def _term(term: Any) -> str | None:
    return None if term is None else str(term.n3())


ENGINES: Mapping[str, Engine] = MappingProxyType({"pyshacl": by_pyshacl, "shacl": by_shacl})


def default_engine() -> str:
    """The name of the fastest engine that is installed."""
    return "shacl" if importlib.util.find_spec("shacl") is not None else "pyshacl"


def slowness(engine: str | None = None) -> str | None:
    """What to tell who gets the slow engine without having asked for it; None for others."""
    if engine is not None or default_engine() != "pyshacl":
        return None
    return f"checking with pySHACL, fifty times slower than the package shacl: {install_command('shacl')}"
