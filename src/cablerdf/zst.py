"""Zstandard streams, read without loss: of one that is cut off, the decompressor itself says nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from cablerdf.errors import MissingExtraError

BLOCK = 1 << 12  # packed bytes that are read at once: a block of the format holds 128 kB in as little as four bytes


def frames(packed: BinaryIO) -> Iterator[bytes]:
    """What Zstandard frames that follow one another hold (RFC 8878), piece by piece.

    Raises:
        MissingExtraError: the package for them is not installed.
        OSError: these are none.
        EOFError: the last one is cut off.
    """
    try:
        from zstandard import ZstdDecompressor, ZstdError
    except ImportError as error:
        raise MissingExtraError("zstandard", "zst") from error
    frame, data = None, b""
    while data or (data := packed.read(BLOCK)):
        frame = frame or ZstdDecompressor().decompressobj()
        try:
            yield frame.decompress(data)
        except ZstdError as error:
            raise OSError(str(error)) from error
        data = frame.unused_data
        frame = None if frame.eof else frame
    if frame is not None:
        raise EOFError("the compressed file ends in the middle of a frame")


class Pieces(io.RawIOBase):
    """Pieces of bytes as a stream; reading raises what making them raises."""

    def __init__(self, packed: BinaryIO, pieces: Iterator[bytes]) -> None:
        self.packed = packed
        self.pieces = pieces
        self.rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self.rest and (piece := next(self.pieces, None)) is not None:
            self.rest = memoryview(piece)
        size = min(len(buffer), len(self.rest))
        buffer[:size], self.rest = self.rest[:size], self.rest[size:]
        return size

    def close(self) -> None:
        self.packed.close()
        super().close()


class Unzstd(Pieces):
    """A Zstandard stream as the bytes that it holds."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(packed, frames(packed))
