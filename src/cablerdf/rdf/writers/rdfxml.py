"""RDF/XML, for the tools that read nothing else (W3C RDF 1.1 XML Syntax)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from cablerdf.errors import OutputError
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import RDF_TYPE, REUSED
from cablerdf.rdf.writers.base import CACHE_LIMIT, check_iri, utf8
from cablerdf.rdf.writers.turtle import SUBJECT

# XML 1.0, production 2: characters that no XML document may hold, escaped or not.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
PREFIX_OF = {namespace: prefix for prefix, namespace in REUSED.items()}


def escaped(text: str) -> str:
    """A text as XML content; what XML cannot hold becomes U+FFFD."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return NOT_XML.sub("\ufffd", text)


class Attributes(dict[str, str]):
    """An IRI as the value of an XML attribute; each is checked once."""

    def __missing__(self, iri: str) -> str:
        found = self[iri] = check_iri(iri).replace("&", "&amp;").replace("'", "&#39;")
        return found


class Elements(dict[str, str]):
    """An IRI as the name of an XML element; "" where it can be none."""

    def __missing__(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = PREFIX_OF.get(iri[:cut])
        fits = prefix is not None and NAME.fullmatch(iri, cut)
        found = self[iri] = f"{prefix}:{iri[cut:]}" if fits else ""
        return found


class RdfXmlWriter:
    """Writes RDF/XML, each subject as an element of its first class."""

    def __init__(self) -> None:
        self._iris = Attributes()
        self._elements = Elements()

    def header(self) -> bytes:
        names = "\n".join(f'  xmlns:{prefix}="{namespace}"' for prefix, namespace in REUSED.items())
        return utf8(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n{names}>\n')

    def footer(self) -> bytes:
        return b"</rdf:RDF>\n"

    def body(self, quads: Iterable[Quad]) -> bytes:
        if len(self._iris) > CACHE_LIMIT:
            self._iris.clear()
        parts = [self._subject(subject, list(group)) for subject, group in groupby(quads, SUBJECT)]
        return utf8("".join(parts))

    def _subject(self, subject: str, quads: list[Quad]) -> str:
        element = "rdf:Description"
        _s, predicate, value, _g = quads[0]
        if predicate == RDF_TYPE and isinstance(value, str) and self._elements[value]:
            element, quads = self._elements[value], quads[1:]
        lines = "".join(self._property(quad) for quad in quads)
        return f'  <{element} rdf:about="{self._iris[subject]}">\n{lines}  </{element}>\n'

    def _property(self, quad: Quad) -> str:
        _s, predicate, value, _g = quad
        name = self._elements[predicate]
        if not name:
            raise OutputError(f"RDF/XML cannot name the property <{predicate}>")
        if isinstance(value, str):
            return f'    <{name} rdf:resource="{self._iris[value]}"/>\n'
        lexical, datatype, lang = value
        mark = f' rdf:datatype="{self._iris[datatype]}"' if datatype is not None else ""
        mark = f' xml:lang="{lang}"' if lang is not None else mark
        return f"    <{name}{mark}>{escaped(lexical)}</{name}>\n"
