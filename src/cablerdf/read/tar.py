"""Tar archives, member by member as they come, never unpacked to disk.

To `tarfile` a damaged header and the end of a file are the end of the archive, and no header is too
large. Here an archive that does not show its end is broken, and its headers are bounded.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from cablerdf.errors import CablerdfError
from cablerdf.plain import one_line
from cablerdf.read.archives import STREAMED, is_system
from cablerdf.read.failure import Failure, failure_of
from cablerdf.read.limits import MAX_DOCUMENT, MAX_HEADERS
from cablerdf.read.streams import guarded_units
from cablerdf.read.units import Unit

BLOCK = bytes(tarfile.BLOCKSIZE)
NO_END = "its end, two blocks of zeros, is missing"
BEYOND = "more follows its end: two archives joined, or damage"


class Header(tarfile.TarInfo):
    """A member's header; one that is damaged is no end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Header:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf == BLOCK:
                raise
            raise tarfile.ReadError(str(error) if buf else NO_END) from error


class Archive(tarfile.TarFile):
    """An archive that keeps nothing of the members that are done with."""

    tarinfo = Header
    members: list[tarfile.TarInfo]

    def forget(self) -> None:
        self.members, self.pax_headers = [], {}


class Forward:
    """A stream as `tarfile` wants it: one that knows its place; it goes forward alone.

    While headers are read, `left` is how many bytes of them may follow.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.at = 0
        self.left: int | None = None

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self.at

    def seek(self, place: int) -> None:
        """Go on to a place, or to the end where that comes first."""
        if place < self.at:
            raise tarfile.ReadError("a header leads back to what was read")
        while self.at < place and self.take(min(place - self.at, 1 << 20)):
            continue

    def read(self, size: int) -> bytes:
        """The next bytes."""
        if self.left is not None:
            self.left -= size
            if self.left < 0:
                raise tarfile.ReadError(f"the headers of a member have more than {MAX_HEADERS:,} bytes")
        return self.take(size)

    def take(self, size: int) -> bytes:
        data = self.stream.read(size)
        self.at += len(data)
        return data


def members(stream: Forward) -> Iterator[tuple[Archive, tarfile.TarInfo]]:
    """Each member with the archive that gives its data.

    Raises:
        tarfile.TarError: the archive is damaged, or ends without its end.
    """
    stream.left = MAX_HEADERS
    archive = Archive(fileobj=cast(BinaryIO, stream), encoding="utf-8", errors="replace")
    while (member := archive.next()) is not None:
        stream.left = None
        yield archive, member
        archive.pax_headers = {}  # else they are kept, and the members too
        archive.members = []
        stream.left = MAX_HEADERS
    if stream.take(len(BLOCK)) != BLOCK:
        raise tarfile.ReadError(NO_END)
    while block := stream.take(1 << 20):
        if block.strip(b"\0"):
            raise tarfile.ReadError(BEYOND)


def tar_units(stream: BinaryIO, shown: str, input_format: str | None) -> Iterator[Unit]:
    """The members of a tar archive as they come; what was read before damage stays."""
    last = ""
    try:
        for archive, member in members(Forward(stream)):
            yield from member_units(archive, member, shown, input_format)
            last = f" after {member.name}"
    except CablerdfError as error:
        yield failure_of(error, shown)
    except Exception as error:  # tarfile.TarError, RecursionError, and zlib.error and the like of what packs it
        yield Failure(shown, "archive-broken", f"the archive is cut off or damaged{last}: {error}")


def member_units(archive: Archive, member: tarfile.TarInfo, shown: str, input_format: str | None) -> Iterator[Unit]:
    if member.isdir() or is_system(member.name):
        return
    name = f"{shown}!/{one_line(member.name.removeprefix('./'))}"
    if not member.isreg() or member.issparse():
        yield Failure(name, "unreadable", "a link, device or sparse file within an archive is not followed")
    elif member.size > MAX_DOCUMENT and not member.name.lower().endswith(STREAMED):
        yield Failure(name, "too-large", f"{member.size >> 20} MB, more than {MAX_DOCUMENT >> 20} MB")
    else:
        yield from guarded_units(cast(BinaryIO, archive.extractfile(member)), name, input_format)
