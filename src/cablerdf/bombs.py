"""How much a packed file may hold: what unpacks to more is a bomb."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, Any

from cablerdf.errors import TooLargeError

MAX_RATIO = 250  # times its size that a packed file may hold; cables hold four to twenty times theirs
FREE = 256 << 20  # bytes that any may hold, however small it is


def allowance(packed: int) -> int:
    """How many bytes so many packed ones may hold.

    >>> allowance(1_000_000) // 1_000_000
    518
    """
    return FREE + MAX_RATIO * packed


class Unpacked(io.RawIOBase):
    """What a packed file holds, up to what it may hold.

    Reading raises TooLargeError once that is more.
    """

    def __init__(self, stream: IO[bytes], path: Path) -> None:
        super().__init__()
        self.stream, self.path = stream, path
        self.left = allowance(path.stat().st_size)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.stream.read(len(buffer))
        buffer[: len(data)] = data
        self.left -= len(data)
        if self.left < 0:
            size = self.path.stat().st_size
            raise TooLargeError(f"{self.path} is a bomb: {size:,} bytes unpack to more than {allowance(size):,}")
        return len(data)
