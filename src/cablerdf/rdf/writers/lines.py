"""N-Triples and N-Quads: one statement a line (W3C RDF 1.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

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


class Triples(NamedTuple):
    """Triples without the end of their lines, and from which line on each graph is that of the quads."""

    lines: list[str]
    runs: list[tuple[int, str]]


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
        return self.joined(self.triples(quads))

    def triples(self, quads: Iterable[Quad]) -> Triples:
        """The triple of each quad as it stands in its line, and the graphs apart."""
        iris, typed = self._iris, self._typed
        for cache in (iris, typed):
            if len(cache) > CACHE_LIMIT:
                cache.clear()
        lines: list[str] = []
        runs: list[tuple[int, str]] = []
        add = lines.append
        subject = graph = None
        start = ""
        for s, p, o, g in quads:
            if s is not subject:
                subject, start = s, iris[s]
            if g is not graph:
                graph = g
                runs.append((len(lines), g))
            if isinstance(o, str):
                add(f"{start} {iris[p]} {iris[o]}")
            elif o[1] is not None:
                add(f"{start} {iris[p]} {typed[o]}")
            elif o[2] is not None:
                add(f"{start} {iris[p]} {quoted(o[0])}@{o[2]}")
            else:
                add(f"{start} {iris[p]} {quoted(o[0])}")
        return Triples(lines, runs)

    def joined(self, triples: Triples) -> bytes:
        """Quads as lines, of what is written of them already."""
        if not self._graphs:
            return utf8(ended(triples.lines))
        stops = [*(start for start, _graph in triples.runs[1:]), len(triples.lines)]
        parts = [
            ended(triples.lines[start:stop], f" {self._iris[graph]} .\n")
            for (start, graph), stop in zip(triples.runs, stops, strict=False)
        ]
        return utf8("".join(parts))


def ended(lines: Iterable[str], end: str = " .\n") -> str:
    """Lines, each with this end.

    >>> ended(["<urn:a> <urn:b> <urn:c>"])
    '<urn:a> <urn:b> <urn:c> .\\n'
    """
    return end.join([*lines, ""])  # the empty one gives the last line its end
