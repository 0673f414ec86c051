"""A cable as plain text: one document a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from cablerdf.errors import FormatError
from cablerdf.model import SourceDocument
from cablerdf.read.kinds.decode import decode
from cablerdf.read.kinds.partial import without_note


def sniff_text(head: bytes) -> bool:
    """Whether the bytes look like text at all: hardly any control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if len(head) // 4 < head.count(0) <= len(head) // 2 + 1:  # UTF-16 without a mark: every other byte is zero
        head = head.replace(b"\0", b"")
    odd = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\r\f\x1b\x02\x03\x07\x1a")
    return odd * 50 <= len(head)


def read_text(data: bytes, name: str) -> Iterator[SourceDocument]:
    """The one document that a text file is.

    Raises:
        FormatError: there is nothing in it.
    """
    decoded = decode(data)
    text, partial = without_note(decoded.text)
    if not text.strip():
        raise FormatError("the document is empty", source=name)
    yield SourceDocument(
        name=name,
        text=text,
        format="text",
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        partial=partial,
        problems=decoded.problems,
    )
