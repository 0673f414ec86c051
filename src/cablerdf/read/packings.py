"""Packed streams: known by their first bytes, unpacked as they are read, never to more than `bombs` allows."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from cablerdf.bombs import allowance
from cablerdf.errors import TooLargeError
from cablerdf.read.limits import HEAD, MAX_DICTIONARY
from cablerdf.zst import Pieces, Unzstd

PACKED = 1 << 12  # packed bytes that are given to a decompressor at once


class Filled(io.RawIOBase):
    """A stream of which a read gives all that is asked for, up to its end: a pipe or a decompressor gives less.

    What was read before an error is given first. `count` tells how many bytes were given.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.take: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self.count = 0
        self.error: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        at = 0
        try:
            if self.error is not None:
                raise self.error
            while at < len(buffer) and (piece := self.take(len(buffer) - at)):
                buffer[at : at + len(piece)] = piece
                at += len(piece)
        except Exception as error:  # zlib.error, lzma.LZMAError, EOFError, ... share no base
            self.error = error
            if not at:
                raise
        self.count += at
        return at


class Unpacked(Filled):
    """What a packed stream holds.

    Reading raises TooLargeError once that is more than the packed bytes can honestly hold.
    """

    def __init__(self, stream: BinaryIO, packed: Filled) -> None:
        super().__init__(stream)
        self.packed = packed

    def readinto(self, buffer: Any) -> int:
        size = super().readinto(buffer)
        if self.count > allowance(self.packed.count):
            raise TooLargeError(f"a bomb: {self.packed.count:,} bytes unpack to more than {self.count:,}")
        return size


class Peekable(io.BufferedReader):
    """A stream whose `peek` gives `HEAD` bytes, where there are so many and none were read."""


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """The stream with such a `peek`."""
    if isinstance(stream, Peekable):
        return stream
    if stream.seekable():  # a file, which gives what is asked for by itself
        return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    return Peekable(Filled(stream), 1 << 16)


def gunzip(stream: BinaryIO) -> BinaryIO:
    import gzip

    return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


def bunzip2(stream: BinaryIO) -> BinaryIO:
    import bz2

    return cast(BinaryIO, bz2.BZ2File(stream, "rb"))


def unxz(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, Pieces(stream, xz_pieces(stream)))


def xz_pieces(packed: BinaryIO) -> Iterator[bytes]:
    """What xz streams that follow one another hold, piece by piece; `lzma.LZMAFile` sets no limit to their memory.

    Raises:
        EOFError: the last one is cut off.
    """
    from lzma import FORMAT_XZ, LZMADecompressor

    stream, data = None, b""
    while data or (data := packed.read(PACKED)):
        if stream is None:
            data = data.lstrip(b"\0")  # padding between streams
            if not data:
                continue
            stream = LZMADecompressor(FORMAT_XZ, memlimit=MAX_DICTIONARY)
        yield stream.decompress(data, 1 << 16)
        while not stream.eof and not stream.needs_input:
            yield stream.decompress(b"", 1 << 16)
        data = stream.unused_data
        stream = None if stream.eof else stream
    if stream is not None:
        raise EOFError("the compressed file ends in the middle of a stream")


def unzstd(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, Unzstd(stream))


PACKINGS: tuple[tuple[bytes, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", gunzip),
    (b"BZh", bunzip2),
    (b"\xfd7zXZ\x00", unxz),
    (b"\x28\xb5\x2f\xfd", unzstd),
)


def is_packed(head: bytes) -> bool:
    return head.startswith(tuple(magic for magic, _unpack in PACKINGS))


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """The stream without the compression that its first bytes show, if they show one."""
    reader = peekable(stream)
    head = reader.peek(HEAD)
    for magic, unpack in PACKINGS:
        if head.startswith(magic):
            packed = Filled(cast(BinaryIO, reader))
            inner = unpack(cast(BinaryIO, io.BufferedReader(packed)))
            return Peekable(Unpacked(inner, packed), 1 << 16)
    return reader
