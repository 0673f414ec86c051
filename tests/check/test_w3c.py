"""The W3C's SHACL test cases for the features that our shapes use, with both engines.

`w3c/` holds a selection of the data-shapes test suite, unchanged; its README names the origin and the licence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, BNode, Graph, Namespace
from rdflib.term import Node

CASES = sorted((Path(__file__).parent / "w3c").glob("*.ttl"))
SH = Namespace("http://www.w3.org/ns/shacl#")
PARTS = (SH.focusNode, SH.value, SH.resultPath, SH.resultSeverity, SH.sourceConstraintComponent)
Result = tuple[str, ...]


@pytest.fixture(autouse=True)
def lexical_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib shall not rewrite what it reads."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def term(graph: Graph, node: Node | None) -> str:
    """A term so that two graphs can be compared: a blank node by what it is, an inverse path by its property."""
    if isinstance(node, BNode):
        inverse = graph.value(node, SH.inversePath)
        return "a blank node" if inverse is None else f"^{term(graph, inverse)}"
    return "" if node is None else node.n3()


def results(graph: Graph) -> list[Result]:
    """The results of the report in a graph, sorted."""
    nodes = graph.objects(graph.value(None, RDF.type, SH.ValidationReport), SH.result)
    rows = ([term(graph, graph.value(node, part)) for part in PARTS] for node in nodes)
    return sorted((*row[:3], *(iri.rpartition("#")[2].rstrip(">") for iri in row[3:])) for row in rows)


def by_pyshacl(text: str) -> list[Result]:
    graph = Graph().parse(data=text, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=graph, inference="none", advanced=True)
    assert isinstance(report, Graph)
    return results(report)


def by_shacl(text: str) -> list[Result]:
    shacl = pytest.importorskip("shacl", reason="the extra 'fast' is not installed")
    report = shacl.Shapes.from_text(text, format="turtle").validate_text(text, format="turtle")
    return sorted(
        tuple("a blank node" if part.startswith("_:") else part for part in parts)
        for r in report.results
        for parts in [(r.focus_node, r.value or "", r.path or "", r.severity, r.component)]
    )


@pytest.mark.parametrize("engine", [by_pyshacl, by_shacl])
@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_report_is_the_one_that_the_suite_wants(path: Path, engine: Callable[[str], list[Result]]) -> None:
    text = path.read_text(encoding="utf-8")
    wanted = results(Graph().parse(data=text, format="turtle"))  # first: pySHACL turns rdflib's rewriting on again
    assert engine(text) == wanted
