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
    """An RDF format: its names here, for people and at w3.org/ns/formats; what marks it; has it named graphs?

    Of the media types the first is its own; the others mean the same to clients that ask with them.
    """

    name: str
    label: str
    feature: str
    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    graphs: bool
    writer: Callable[[str], Writer]  # from the base IRI


N3 = ("application/turtle", "application/x-turtle", "text/rdf+n3", "text/n3", "application/n3")
JSON = ("application/json", "application/x-json+ld")
XML = ("application/xml", "text/xml")
FORMATS: tuple[Format, ...] = (
    Format("turtle", "Turtle", "Turtle", ("text/turtle", *N3), (".ttl",), False,
           lambda base: TurtleWriter(base, False)),
    Format("jsonld", "JSON-LD", "JSON-LD", ("application/ld+json", *JSON), (".jsonld",), False, JsonLdWriter),
    Format("nquads", "N-Quads", "N-Quads", ("application/n-quads",), (".nq",), True, lambda base: LineWriter(True)),
    Format("trig", "TriG", "TriG", ("application/trig",), (".trig",), True, lambda base: TurtleWriter(base, True)),
    Format("ntriples", "N-Triples", "N-Triples", ("application/n-triples", "text/plain"), (".nt",), False,
           lambda base: LineWriter(False)),
    Format("rdfxml", "RDF/XML", "RDF_XML", ("application/rdf+xml", *XML), (".rdf", ".owl"), False,
           lambda base: RdfXmlWriter()),
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
