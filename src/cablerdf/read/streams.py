"""Byte streams: unpacking by magic number, looking ahead, and limits."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from cablerdf.errors import FormatError, InputError, MissingExtraError
from cablerdf.read.failure import Failure
from cablerdf.read.formats import HEAD, Format, named, sniff
from cablerdf.read.limits import MAX_DOCUMENT
from cablerdf.read.units import Loaded, Unit

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c"
TAR_AT, TAR = 257, b"ustar"


def gunzip(stream: BinaryIO) -> BinaryIO:
    import gzip

    return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


def bunzip2(stream: BinaryIO) -> BinaryIO:
    import bz2

    return cast(BinaryIO, bz2.BZ2File(stream, "rb"))


def unxz(stream: BinaryIO) -> BinaryIO:
    import lzma

    return cast(BinaryIO, lzma.LZMAFile(stream, "rb"))


def unzstd(stream: BinaryIO) -> BinaryIO:
    from cablerdf.zst import Unzstd

    return cast(BinaryIO, Unzstd(stream))


PACKINGS: tuple[tuple[bytes, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", gunzip),
    (b"BZh", bunzip2),
    (b"\xfd7zXZ\x00", unxz),
    (b"\x28\xb5\x2f\xfd", unzstd),
)


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """The stream with a `peek` that gives at least HEAD bytes where there are so many."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream), 1 << 16)


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """The stream without the compression that its first bytes show, if they show one."""
    reader = peekable(stream)
    head = reader.peek(HEAD)
    for magic, unpack in PACKINGS:
        if head.startswith(magic):
            return peekable(unpack(cast(BinaryIO, reader)))
    return reader


def is_tar(head: bytes) -> bool:
    return head[TAR_AT : TAR_AT + len(TAR)] == TAR


def is_archive(head: bytes) -> bool:
    return head.startswith((*ZIP, SEVEN_ZIP)) or is_tar(head)


def read_limited(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a document.

    Raises:
        InputError: it is larger than a document may be.
    """
    parts, size = [], 0
    while block := stream.read(1 << 20):
        parts.append(block)
        size += len(block)
        if size > MAX_DOCUMENT:
            raise InputError(f"larger than {MAX_DOCUMENT >> 20} MB once unpacked, refused", source=name)
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


def reading_failed(error: Exception, name: str) -> Failure:
    """What a broken stream, a refused size or a missing package looks like in the report."""
    from cablerdf.read.failure import failure_of

    if isinstance(error, InputError) and "larger than" in str(error):
        return Failure(name, "too-large", str(error))
    if isinstance(error, MissingExtraError):
        return Failure(name, "extra-missing", str(error))
    return failure_of(error, name)
