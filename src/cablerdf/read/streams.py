"""Byte streams to units: what a stream holds, and the limits of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast

from cablerdf.errors import FormatError, TooLargeError
from cablerdf.read.failure import failure_of
from cablerdf.read.formats import Format, named, sniff
from cablerdf.read.limits import HEAD, MAX_DOCUMENT
from cablerdf.read.packings import unpacked
from cablerdf.read.units import Loaded, Unit

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c"
TAR_AT, TAR = 257, b"ustar"


def is_tar(head: bytes) -> bool:
    return head[TAR_AT : TAR_AT + len(TAR)] == TAR


def is_archive(head: bytes) -> bool:
    return head.startswith((*ZIP, SEVEN_ZIP)) or is_tar(head)


def read_limited(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a document.

    Raises:
        TooLargeError: it is larger than a document may be.
    """
    parts, size = [], 0
    while block := stream.read(1 << 20):
        parts.append(block)
        size += len(block)
        if size > MAX_DOCUMENT:
            raise TooLargeError(f"larger than {MAX_DOCUMENT >> 20} MB once unpacked, refused", source=name)
    return b"".join(parts)


def stream_units(stream: BinaryIO, name: str, input_format: str | None) -> Iterator[Unit]:
    """The documents of one file that is open as a stream, compressed or not."""
    reader = unpacked(stream)
    head = reader.peek(HEAD)
    if is_archive(head):
        raise FormatError("an archive within an archive: unpack the outer one first", source=name)
    kind: Format = named(input_format) if input_format else sniff(head, name)
    if kind.stream is not None:
        yield from kind.stream(cast(BinaryIO, reader), name)
    else:
        yield Loaded(name, read_limited(cast(BinaryIO, reader), name))


def guarded_units(stream: BinaryIO, name: str, input_format: str | None) -> Iterator[Unit]:
    """As `stream_units`; what is broken in the stream costs only what comes after it there."""
    try:
        yield from stream_units(stream, name, input_format)
    except Exception as error:  # zlib.error, lzma.LZMAError, BadZipFile, ... share no base
        yield failure_of(error, name)
