"""RDF that others wrote, looked at on its way to a parser: what would exhaust the machine is refused.

Oxigraph's parsers take JSON-LD of any depth (the stack overflows, and the process is gone) and entities
of RDF/XML of any size (eleven lines make a hundred gigabytes); rdflib's fetch the contexts that JSON-LD names.
"""

from __future__ import annotations

import re
from typing import IO, Any

from cablerdf.errors import FormatError

MAX_DEPTH = 200  # brackets within brackets of JSON-LD; ours has five
MAX_ENTITY = 200  # bytes of an entity of RDF/XML: of a namespace, for which they are used
MAX_LINE = 16 << 20  # bytes of a line of N-Triples and N-Quads; Oxigraph's own limit
TAIL = 1 << 12  # bytes that are looked at again with what follows them
BRACKETS_AND_QUOTES = bytes(set(range(256)) - set(b'[]{}"'))
STRING = re.compile(rb'"[^"]*"')
ENTITY = re.compile(rb"<!ENTITY\s+([^>\"']{0,200})[\"']([^\"']*)")
LONG_LINE = re.compile(rb"[^\n]{%d}" % MAX_LINE)
ELSEWHERE = re.compile(rb"\s(?:SYSTEM|PUBLIC)\s")
REFERENCE = re.compile(rb"&(?!#)")


class Depth:
    """How deep brackets are within brackets of JSON, piece by piece."""

    def __init__(self) -> None:
        self.depth, self.in_string, self.held = 0, False, b""

    def look(self, data: bytes) -> None:
        """Take the next piece.

        Raises:
            FormatError: it goes too deep.
        """
        data = self.held + data
        odd = (len(data) - len(data.rstrip(b"\\"))) % 2
        data, self.held = data[: len(data) - odd], data[len(data) - odd :]
        marks = data.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, BRACKETS_AND_QUOTES)
        marks, quote, _open = STRING.sub(b"", (b'"' if self.in_string else b"") + marks).partition(b'"')
        self.in_string = bool(quote)
        for mark in marks:
            self.depth += 1 if mark in b"[{" else -1
            if self.depth > MAX_DEPTH:
                raise FormatError(f"JSON-LD with brackets more than {MAX_DEPTH} deep")


class Entities:
    """The entities that RDF/XML declares, piece by piece."""

    def __init__(self) -> None:
        self.tail = b""

    def look(self, data: bytes) -> None:
        """Take the next piece.

        Raises:
            FormatError: an entity is long, made of others, or elsewhere.
        """
        data = self.tail + data
        self.tail = data[-TAIL:]
        if b"<!ENTITY" not in data:
            return
        for name, value in ENTITY.findall(data):
            if len(value) > MAX_ENTITY or REFERENCE.search(value) or ELSEWHERE.search(name):
                words = name.decode("utf-8", "replace").strip()
                raise FormatError(f"RDF/XML whose entity {words} is long, made of others, or elsewhere")


class Lines:
    """The length of lines, piece by piece."""

    def __init__(self) -> None:
        self.size = 0

    def look(self, data: bytes) -> None:
        """Take the next piece.

        Raises:
            FormatError: a line is too long.
        """
        first, newline, rest = data.partition(b"\n")
        last = rest.rpartition(b"\n")[2]
        if self.size + len(first) > MAX_LINE or LONG_LINE.search(rest):
            raise FormatError(f"a line of more than {MAX_LINE >> 20} MB")
        self.size = len(last) if newline else self.size + len(first)


LOOKS: dict[str, type[Depth | Entities | Lines]] = {
    "jsonld": Depth, "rdfxml": Entities, "nquads": Lines, "ntriples": Lines,
}  # fmt: skip


class Looked:
    """A stream of RDF in one of our formats, each piece of which is looked at before it is given."""

    def __init__(self, stream: IO[bytes], format: str) -> None:
        self.stream = stream
        self.look = LOOKS[format]().look if format in LOOKS else None

    def read(self, size: int = -1) -> bytes:
        """As that of a file."""
        data = self.stream.read(size)
        if self.look is not None:
            self.look(data)
        return data


def refuse_remote(document: Any) -> None:
    """Nothing, where JSON-LD has its contexts in itself: others are not fetched.

    Raises:
        FormatError: it names one elsewhere.
    """
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
            contexts = value.get("@context")
            for context in contexts if isinstance(contexts, list) else [contexts]:
                named = context.get("@import") if isinstance(context, dict) else context
                if isinstance(named, str):
                    raise FormatError(f"JSON-LD with a context elsewhere, which is not fetched: {named[:100]}")
