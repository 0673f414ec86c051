"""The RDF formats that can be written: a new one is one row here and one file in `writers/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.base import Writer
from cablerdf.rdf.writers.jsonld import JsonLdWriter
from cablerdf.rdf.writers.lines import LineWriter
from cablerdf.rdf.writers.rdfxml import RdfXmlWriter
from cablerdf.rdf.writers.turtle import TurtleWriter


class Format(NamedTuple):
    """An RDF format: its name here and for people, what it is called elsewhere, whether it keeps named graphs."""

    name: str
    label: str
    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    graphs: bool
    writer: Callable[[str], Writer]  # from the base IRI


FORMATS: tuple[Format, ...] = (
    Format("turtle", "Turtle", ("text/turtle",), (".ttl",), False, lambda base: TurtleWriter(base, False)),
    Format("jsonld", "JSON-LD", ("application/ld+json",), (".jsonld",), False, JsonLdWriter),
    Format("nquads", "N-Quads", ("application/n-quads",), (".nq",), True, lambda base: LineWriter(True)),
    Format("trig", "TriG", ("application/trig",), (".trig",), True, lambda base: TurtleWriter(base, True)),
    Format("ntriples", "N-Triples", ("application/n-triples",), (".nt",), False, lambda base: LineWriter(False)),
    Format("rdfxml", "RDF/XML", ("application/rdf+xml",), (".rdf", ".owl"), False, lambda base: RdfXmlWriter()),
)  # fmt: skip

BY_NAME = {row.name: row for row in FORMATS}
BY_EXTENSION = {extension: row for row in FORMATS for extension in row.extensions}


def format_of(path: str) -> Format | None:
    """The format that a file's name asks for, compressed or not; None where it asks for none.

    >>> format_of("out.nq.gz").name
    'nquads'
    """
    name = path.lower().removesuffix(".gz").removesuffix(".zst")
    _stem, dot, extension = name.rpartition(".")
    return BY_EXTENSION.get(dot + extension)


def serialize(quads: Iterable[Quad], name: str, base: str = DEFAULT_BASE) -> bytes:
    """A whole document in the format of that name; Turtle and TriG with the prefixes that it uses.

    Raises:
        KeyError: there is no such format.
        OutputError: a quad cannot be written in it.
    """
    writer = BY_NAME[name].writer(base)
    body = writer.body(quads)
    header = writer.header(used_only=True) if isinstance(writer, TurtleWriter) else writer.header()
    return header + body + writer.footer()
