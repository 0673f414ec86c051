"""What the reading of a run is cut into: places that any process can open by itself, and what had to be streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cablerdf.model import SourceDocument
from cablerdf.read.failure import Failure


class Place(NamedTuple):
    """Where one document lies: a file, or the member of a zip archive. Cheap to hand to another process."""

    name: str  # as shown
    path: str
    member: int | None = None  # its number in the archive: two may have one name


class Loaded(NamedTuple):
    """The bytes of one document out of a stream that cannot be entered in the middle."""

    name: str
    data: bytes


class Part(NamedTuple):
    """The bytes of one document (or a few) out of a file with many, and the function that reads them."""

    name: str
    data: bytes
    line: int  # of the file, where it begins
    read: Callable[[Part], Iterator[SourceDocument | Failure]]


Unit = Place | Loaded | Part | SourceDocument | Failure
