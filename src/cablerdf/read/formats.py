"""The kinds of document that can be read. A new kind is one file in `kinds/` and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from cablerdf.errors import FormatError
from cablerdf.model import SourceDocument
from cablerdf.read.failure import Failure
from cablerdf.read.kinds.csv_rows import read_csv, sniff_csv, stream_csv
from cablerdf.read.kinds.html_page import read_html, sniff_html
from cablerdf.read.kinds.plain_text import read_text, sniff_text
from cablerdf.read.kinds.tei_xml import read_tei, sniff_tei, stream_tei
from cablerdf.read.limits import HEAD
from cablerdf.read.units import Part

Item = SourceDocument | Failure


class Format(NamedTuple):
    """One kind of document.

    `sniff` decides from the first 4 kB; rows are asked in order. `read` takes a whole document's
    bytes and its name. `stream` is there where one file holds many documents and may be
    larger than memory: it gives documents, or parts that any process can read.
    """

    name: str
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str], Iterator[Item]]
    stream: Callable[[BinaryIO, str], Iterator[Item | Part]] | None = None


FORMATS: tuple[Format, ...] = (
    Format("frus", (".xml", ".tei"), ("application/tei+xml", "application/xml"), sniff_tei, read_tei, stream_tei),
    Format("html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), sniff_html, read_html),
    Format("csv", (".csv",), ("text/csv",), sniff_csv, read_csv, stream_csv),
    Format("text", (".txt", ".text", ".cable"), ("text/plain",), sniff_text, read_text),
)
NAMES = tuple(row.name for row in FORMATS)


def named(name: str) -> Format:
    """The row of that name.

    Raises:
        FormatError: there is none.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise FormatError(f"unknown input format {name!r}; known are {', '.join(NAMES)}")


def sniff(head: bytes, name: str) -> Format:
    """The kind of a document, from its first bytes.

    Raises:
        FormatError: it is none of the kinds in the table.
    """
    if not head:
        raise FormatError("the document is empty", source=name)
    for row in FORMATS:
        if row.sniff(head[:HEAD]):
            return row
    raise FormatError("not a kind of document that is known here (binary data?)", source=name)
