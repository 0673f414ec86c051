"""What every writer does, and what several need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from cablerdf.errors import OutputError
from cablerdf.plain import OBEYED
from cablerdf.rdf.iris import FORBIDDEN
from cablerdf.rdf.quads import Quad

CACHE_LIMIT = 16_384  # IRIs kept between bodies


class Writer(Protocol):
    """One RDF format. The whole output is the header, any number of bodies, the footer."""

    def header(self) -> bytes:
        """What comes first, once."""

    def body(self, quads: Iterable[Quad]) -> bytes:
        """The quads of any number of cables; those of one subject stand together."""

    def footer(self) -> bytes:
        """What comes last, once."""


def check_iri(iri: str) -> str:
    """The IRI itself.

    Raises:
        OutputError: it holds a character that no IRI may hold.
    """
    if not iri or FORBIDDEN.search(iri):
        raise OutputError(f"not an IRI: {iri!r}")
    return iri


def quoted(text: str) -> str:
    r"""A text as a quoted literal of N-Triples and Turtle.

    >>> print(quoted('say "no"\n'))
    "say \"no\"\n"
    """
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '"' in text:
        text = text.replace('"', '\\"')
    if "\n" in text:
        text = text.replace("\n", "\\n")
    if "\r" in text:
        text = text.replace("\r", "\\r")
    return f'"{harmless(text)}"'


def harmless(text: str) -> str:
    r"""The text of a literal with what a terminal would obey as escapes, as canonical N-Triples has most of it.

    >>> print(harmless("a\x1b[31mb"))
    a\u001B[31mb
    """
    if text.isascii() and text.isprintable():
        return text
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04X}", text)


def utf8(text: str) -> bytes:
    """The text in UTF-8; half a surrogate pair, which no format can hold, becomes `?`."""
    return text.encode("utf-8", "replace")
