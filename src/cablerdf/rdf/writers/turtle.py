"""Turtle and TriG for people to read: grouped by subject, prefixes sorted, texts over several lines as printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from cablerdf.rdf.quads import XSD_BOOLEAN, XSD_DECIMAL, XSD_INTEGER, Object, Quad
from cablerdf.rdf.terms import RDF_TYPE, prefixes
from cablerdf.rdf.writers.base import CACHE_LIMIT, check_iri, harmless, quoted, utf8

# Turtle 6.5: a local name that needs no escape.
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
# Turtle 2.5: numbers and booleans that may be written bare.
BARE = {
    XSD_INTEGER: re.compile(r"[+-]?[0-9]++"),
    XSD_DECIMAL: re.compile(r"[+-]?[0-9]*+\.[0-9]++"),
    XSD_BOOLEAN: re.compile(r"true|false"),
}
SUBJECT, PREDICATE, GRAPH = itemgetter(0), itemgetter(1), itemgetter(3)
WIDTH = 110


class Names(dict[str, str]):
    """An IRI as a prefixed name, or in brackets where no prefix fits; each is checked once."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        super().__init__()
        self.namespaces = namespaces
        self.by_namespace = {namespace: prefix for prefix, namespace in namespaces.items()}
        self.used: set[str] = set()

    def __missing__(self, iri: str) -> str:
        check_iri(iri)
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self.by_namespace.get(iri[:cut])
        if prefix is not None and LOCAL.fullmatch(iri, cut):
            self.used.add(prefix)
            found = f"{prefix}:{iri[cut:]}"
        else:
            found = f"<{iri}>"
        self[iri] = found
        return found


def long_quoted(text: str) -> str:
    """A text of several lines as printed, between triple quotes."""
    text = harmless(text.replace("\\", "\\\\").replace("\r", "\\r")).replace('"""', '\\"\\"\\"')
    if text.endswith('"'):
        text = text[:-1] + '\\"'
    return f'"""{text}"""'


class TurtleWriter:
    """Writes Turtle, or TriG with the graphs.

    A subject is written as often as its quads come in separate runs; that is the same graph.
    """

    def __init__(self, base: str, graphs: bool) -> None:
        self._graphs = graphs
        self._names = Names(prefixes(base))

    def leave_out(self, prefixes: Collection[str]) -> None:
        """Do without these prefixes: they are not in the header, and what they would shorten stands in brackets."""
        kept = {prefix: namespace for prefix, namespace in self._names.namespaces.items() if prefix not in prefixes}
        self._names = Names(kept)

    def header(self, *, used_only: bool = False) -> bytes:
        """The prefixes; `used_only` leaves out those that no body so far has used."""
        names = self._names
        lines = [f"@prefix {p}: <{n}> .\n" for p, n in names.namespaces.items() if not used_only or p in names.used]
        return utf8("".join(lines))

    def body(self, quads: Iterable[Quad]) -> bytes:
        if len(self._names) > CACHE_LIMIT:
            self._names.clear()
        if not self._graphs:
            return utf8("".join(self._subjects(quads)))
        parts: list[str] = []
        for graph, group in groupby(quads, GRAPH):
            parts.append(f"\n{self._names[graph]} {{\n")
            parts += self._subjects(group)
            parts.append("}\n")
        return utf8("".join(parts))

    def footer(self) -> bytes:
        return b""

    def _subjects(self, quads: Iterable[Quad]) -> Iterator[str]:
        names = self._names
        for subject, group in groupby(quads, SUBJECT):
            properties = " ;\n    ".join(self._properties(group))
            yield f"\n{names[subject]} {properties} .\n"

    def _properties(self, quads: Iterable[Quad]) -> Iterator[str]:
        names = self._names
        for predicate, group in groupby(quads, PREDICATE):
            verb = "a" if predicate == RDF_TYPE else names[predicate]
            objects = [names[q[2]] if type(q[2]) is str else self._object(q[2]) for q in group]
            if len(objects) == 1:
                yield f"{verb} {objects[0]}"
            elif sum(map(len, objects)) + 2 * len(objects) < WIDTH:
                yield f"{verb} {', '.join(objects)}"
            else:
                listed = ",\n        ".join(objects)
                yield f"{verb}\n        {listed}"

    def _object(self, value: Object) -> str:
        if isinstance(value, str):
            return self._names[value]
        lexical, datatype, lang = value
        if datatype is None:
            text = long_quoted(lexical) if "\n" in lexical else quoted(lexical)
            return text if lang is None else f"{text}@{lang}"
        if datatype in BARE and BARE[datatype].fullmatch(lexical):
            return lexical
        return f"{quoted(lexical)}^^{self._names[datatype]}"
