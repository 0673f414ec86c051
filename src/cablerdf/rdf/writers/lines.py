"""N-Triples and N-Quads: one statement a line (W3C RDF 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from cablerdf.rdf.quads import Literal, Quad
from cablerdf.rdf.writers.base import CACHE_LIMIT, check_iri, quoted, utf8

GRAPH = itemgetter(3)


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
        quads = quads if isinstance(quads, Sequence) else tuple(quads)
        return self.joined(quads, self.triples(quads))

    def triples(self, quads: Iterable[Quad]) -> list[str]:
        """The triple of each quad as it stands in its line, without the graph and the end of the line."""
        iris, typed = self._iris, self._typed
        for cache in (iris, typed):
            if len(cache) > CACHE_LIMIT:
                cache.clear()
        lines: list[str] = []
        add = lines.append
        subject, start = None, ""
        for s, p, o, _graph in quads:
            if s is not subject:
                subject, start = s, iris[s]
            if isinstance(o, str):
                add(f"{start} {iris[p]} {iris[o]}")
            elif o[1] is not None:
                add(f"{start} {iris[p]} {typed[o]}")
            elif o[2] is not None:
                add(f"{start} {iris[p]} {quoted(o[0])}@{o[2]}")
            else:
                add(f"{start} {iris[p]} {quoted(o[0])}")
        return lines

    def joined(self, quads: Sequence[Quad], triples: Sequence[str]) -> bytes:
        """The lines of quads whose `triples` are written already."""
        if not self._graphs:
            return ended(triples)
        parts, start = [], 0
        for graph, run in groupby(map(GRAPH, quads)):  # mostly one: the cable's own
            stop = start + len(list(run))
            parts.append(ended(triples[start:stop], f" {self._iris[graph]} .\n"))
            start = stop
        return b"".join(parts)


def ended(triples: Iterable[str], end: str = " .\n") -> bytes:
    """Triples as lines, each with this end.

    >>> ended(["<urn:a> <urn:b> <urn:c>"])
    b'<urn:a> <urn:b> <urn:c> .\\n'
    """
    text = end.join(triples)
    return utf8(text + end) if text else b""
