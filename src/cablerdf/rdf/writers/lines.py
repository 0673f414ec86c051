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


class Literals(dict[Literal, str]):
    """A typed literal as it stands in a line; they recur, offsets above all."""

    def __init__(self, iris: Brackets) -> None:
        super().__init__()
        self._iris = iris

    def __missing__(self, value: Literal) -> str:
        found = self[value] = f"{quoted(value.lexical)}^^{self._iris[value.datatype or '']}"
        return found


class LineWriter:
    """Writes N-Quads, or N-Triples without the graphs."""

    def __init__(self, graphs: bool) -> None:
        self._graphs = graphs
        self._iris = Brackets()
        self._typed = Literals(self._iris)

    def header(self) -> bytes:
        return b""

    def footer(self) -> bytes:
        return b""

    def body(self, quads: Iterable[Quad]) -> bytes:
        iris, typed = self._iris, self._typed
        for cache in (iris, typed):
            if len(cache) > CACHE_LIMIT:
                cache.clear()
        lines: list[str] = []
        add = lines.append
        subject = graph = None
        start, end = "", " .\n"
        for s, p, o, g in quads:
            if s is not subject:
                subject, start = s, iris[s]
            if g is not graph and self._graphs:
                graph, end = g, f" {iris[g]} .\n"
            if isinstance(o, str):
                add(f"{start} {iris[p]} {iris[o]}{end}")
            elif o[1] is not None:
                add(f"{start} {iris[p]} {typed[o]}{end}")
            elif o[2] is not None:
                add(f"{start} {iris[p]} {quoted(o[0])}@{o[2]}{end}")
            else:
                add(f"{start} {iris[p]} {quoted(o[0])}{end}")
        return utf8("".join(lines))
