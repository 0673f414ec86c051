"""JSON-LD 1.1: one node object a line under the published context."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from cablerdf.rdf.context import coercions, context
from cablerdf.rdf.quads import XSD_BOOLEAN, XSD_INTEGER, Literal, Object, Quad
from cablerdf.rdf.terms import RDF_TYPE, prefixes
from cablerdf.rdf.writers.base import CACHE_LIMIT, utf8
from cablerdf.rdf.writers.turtle import SUBJECT, Names

COERCIONS = coercions()
PLAIN_INTEGER = re.compile(r"0|[1-9][0-9]{0,14}")  # what a number of JSON can be and come back as it was
BOOLEANS = {"true": True, "false": False}


class JsonLdWriter:
    """Writes compact JSON-LD, the default graph alone.

    Every node object comes after a comma, so that bodies can be joined; the array begins
    with an empty node object, which says nothing.
    """

    def __init__(self, base: str) -> None:
        import orjson

        self._dumps = orjson.dumps
        self._base = base
        self._names = Names(prefixes(base))

    def header(self) -> bytes:
        return b'{"@context": ' + self._dumps(context(self._base)) + b',\n"@graph": [{}'

    def footer(self) -> bytes:
        return b"\n]}\n"

    def body(self, quads: Iterable[Quad]) -> bytes:
        if len(self._names) > CACHE_LIMIT:
            self._names.clear()
        return b"".join(b",\n" + self._dump(self._node(subject, group)) for subject, group in groupby(quads, SUBJECT))

    def _dump(self, node: dict[str, Any]) -> bytes:
        try:
            return self._dumps(node)
        except TypeError:  # half a surrogate pair somewhere in a text
            import json

            return utf8(json.dumps(node, ensure_ascii=False, separators=(",", ":")))

    def _name(self, iri: str) -> str:
        name = self._names[iri]
        return iri if name[0] == "<" else name

    def _node(self, subject: str, quads: Iterable[Quad]) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": self._name(subject)}
        for _s, predicate, value, _g in quads:
            if predicate == RDF_TYPE and isinstance(value, str):
                key, found = "@type", self._name(value)
            else:
                key, found = self._name(predicate), self._value(value, COERCIONS.get(predicate, ""))
            if key not in node:
                node[key] = found
            elif isinstance(node[key], list):
                node[key].append(found)
            else:
                node[key] = [node[key], found]
        return node

    def _value(self, value: Object, coercion: str) -> Any:
        if isinstance(value, str):
            name = self._name(value)
            return name if coercion == "@id" else {"@id": name}
        lexical, datatype, lang = value
        if datatype is not None:
            return self._typed(value, coercion)
        if lang is not None:
            return {"@value": lexical, "@language": lang}
        return {"@value": lexical} if coercion else lexical

    def _typed(self, value: Literal, coercion: str) -> Any:
        lexical, datatype = value.lexical, value.datatype or ""
        if coercion != datatype:
            return {"@value": lexical, "@type": self._name(datatype)}
        if datatype == XSD_BOOLEAN:
            return BOOLEANS.get(lexical, lexical)
        if datatype == XSD_INTEGER and PLAIN_INTEGER.fullmatch(lexical):
            return int(lexical)
        return lexical
