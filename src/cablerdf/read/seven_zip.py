"""7-Zip archives, member by member, never unpacked to disk. The package py7zr is an extra."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Full, Queue
from typing import Any, BinaryIO, cast

from cablerdf.errors import MissingExtraError
from cablerdf.read.archives import is_hidden, tar_member
from cablerdf.read.failure import Failure
from cablerdf.read.limits import MAX_DOCUMENT
from cablerdf.read.units import Unit

AHEAD = 8  # members that are unpacked before they are asked for


class Stopped(Exception):
    """Nobody wants the rest of the archive."""


class Member(io.BytesIO):
    """What py7zr writes a member to; beyond the size limit it keeps nothing."""

    name, large, data = "", False, b""

    def write(self, data: Any) -> int:
        if self.large or self.tell() + len(data) > MAX_DOCUMENT:
            self.large = True
            return len(data)
        return super().write(data)

    def close(self) -> None:
        if not self.closed:
            self.data = self.getvalue()
        super().close()

    def size(self) -> int:
        return self.getbuffer().nbytes


class Feed:
    """Unpacks in a thread of its own, since py7zr gives data when it likes; members are taken one by one."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.queue: Queue[Member | BaseException | None] = Queue(AHEAD)
        self.stop = threading.Event()
        self.current: Member | None = None

    def create(self, filename: str, mode: str = "wb") -> Member:
        """Called by py7zr at the beginning of each member."""
        self.flush()
        self.current = Member()
        self.current.name = filename
        return self.current

    def flush(self) -> None:
        if self.current is not None:
            self.current.close()
            self.put(self.current)
            self.current = None

    def put(self, item: Member | BaseException | None) -> None:
        while not self.stop.is_set():
            try:
                self.queue.put(item, timeout=0.2)
                return
            except Full:
                continue
        raise Stopped

    def unpack(self) -> None:
        import py7zr

        try:
            with Path(self.path).open("rb") as file, py7zr.SevenZipFile(file) as archive:
                archive.extractall(factory=self)
            self.flush()
            self.put(None)
        except Stopped:
            return
        except Exception as error:
            self.put(error)

    def members(self) -> Iterator[Member]:
        """The members as they come; what goes wrong is raised here."""
        thread = threading.Thread(target=self.unpack, daemon=True)
        thread.start()
        try:
            while True:
                try:
                    item = self.queue.get(timeout=1.0)
                except Empty:
                    continue
                if item is None:
                    return
                if isinstance(item, BaseException):
                    raise item
                yield item
        finally:
            self.stop.set()
            thread.join()


def seven_zip_units(path: str, shown: str, input_format: str | None) -> Iterator[Unit]:
    """The members of a 7-Zip archive as they come."""
    try:
        import py7zr  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("py7zr", "7z") from error
    for member in Feed(path).members():
        name = f"{shown}!/{member.name}"
        if is_hidden(member.name):
            continue
        if member.large:
            yield Failure(name, "too-large", f"larger than {MAX_DOCUMENT >> 20} MB once unpacked, refused")
        else:
            yield from tar_member(cast(BinaryIO, io.BytesIO(member.data)), name, input_format)
