"""N-Triples and N-Quads: one statement a line (W3C RDF 1.1)."""

from __future__ import annotations

from collections.abc import Iterable

from cablerdf.rdf.quads import Literal, Quad
from cablerdf.rdf.writers.base import CACHE_LIMIT, check_iri, quoted, utf8


class Brackets(dict[str, str]):
    """An IRI as it stands in a line; each is checked once."""

    def __missing__(self, iri: str) -> str:
        found = self[iri] = f"<{check_iri(iri)}>"
        return found


def literal(value: Literal, iris: Brackets) -> str:
    """A literal as it stands in a line."""
    lexical, datatype, lang = value
    if datatype is not None:
        return f"{quoted(lexical)}^^{iris[datatype]}"
    return quoted(lexical) if lang is None else f"{quoted(lexical)}@{lang}"


class LineWriter:
    """Writes N-Quads, or N-Triples without the graphs."""

    def __init__(self, graphs: bool) -> None:
        self._graphs = graphs
        self._iris = Brackets()

    def header(self) -> bytes:
        return b""

    def footer(self) -> bytes:
        return b""

    def body(self, quads: Iterable[Quad]) -> bytes:
        iris = self._iris
        if len(iris) > CACHE_LIMIT:
            iris.clear()
        lines: list[str] = []
        graph, end = "", " .\n"
        for s, p, o, g in quads:
            if g is not graph and self._graphs:
                graph, end = g, f" {iris[g]} .\n"
            lines.append(f"{iris[s]} {iris[p]} {iris[o] if isinstance(o, str) else literal(o, iris)}{end}")
        return utf8("".join(lines))
