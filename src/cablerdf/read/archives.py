"""Zip archives, member by member, never unpacked to disk; and what all archives have in common."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO, cast

from cablerdf.bombs import allowance
from cablerdf.errors import InputError
from cablerdf.plain import one_line
from cablerdf.read.failure import Failure, failure_of
from cablerdf.read.formats import FORMATS
from cablerdf.read.limits import MAX_DOCUMENT
from cablerdf.read.streams import guarded_units, read_limited
from cablerdf.read.units import Place, Unit

# Members with these endings may hold many documents, or be packed themselves: they are streamed.
STREAMED = (*(ext for row in FORMATS if row.stream for ext in row.extensions), ".gz", ".bz2", ".xz", ".zst")

TAIL = 1 << 16  # bytes at the end of a zip archive, where its table stands

SYSTEM = frozenset(
    (".DS_Store", ".Spotlight-V100", ".TemporaryItems", ".Trashes", ".fseventsd", ".git", ".hg", ".svn", "Thumbs.db",
     "__MACOSX", "desktop.ini")
)  # fmt: skip


def is_system(path: str) -> bool:
    """Whether a path is the system's own, no document of anybody: .DS_Store, __MACOSX/..., .git/..., ._x.txt"""
    return any(part in SYSTEM or part.startswith("._") for part in path.split("/"))


def opened_zip(path: str) -> zipfile.ZipFile:
    """The archive, opened once in a process as long as the file stays the same.

    Times are coarse: a file that is replaced within a tick may have all of them, and its size, as they were. So the end
    of the file is compared too, which has the checksums of its last members; each checksum is held against its member.
    """
    with open(path, "rb") as file:  # noqa: PTH123
        status = os.fstat(file.fileno())
        file.seek(max(0, status.st_size - TAIL))
        tail = zlib.crc32(file.read())
    same = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns, tail)
    return cached_zip(os.path.abspath(path), same)  # noqa: PTH100


@lru_cache(maxsize=2)
def cached_zip(path: str, _same: tuple[int, ...]) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def listed(archive: zipfile.ZipFile) -> list[tuple[int, zipfile.ZipInfo]]:
    """The members that are documents, by name, each with its number in the archive.

    Raises:
        zipfile.BadZipFile: they share their bytes, as those of a bomb do.
    """
    if archive.fp is not None and sum(info.compress_size for info in archive.infolist()) > archive.fp.seek(0, 2):
        raise zipfile.BadZipFile("its members overlap")
    members = sorted(enumerate(archive.infolist()), key=lambda member: (member[1].filename, member[0]))
    return [(number, info) for number, info in members if not is_folder(info) and not is_system(info.filename)]


def is_folder(info: zipfile.ZipInfo) -> bool:
    """Whether a member is a folder; one with the name of a folder that holds something is a document."""
    return info.filename.endswith("/") and not info.file_size


def zip_units(path: str, shown: str, input_format: str | None, file: BinaryIO | None = None) -> Iterator[Unit]:
    """The members of a zip archive by name; `file` where the archive has no path (stdin)."""
    archive = zipfile.ZipFile(file) if file is not None else opened_zip(path)
    for number, info in listed(archive):
        name = f"{shown}!/{one_line(info.filename)}"
        refused = refuse(info)
        if refused:
            yield Failure(name, *refused)
        elif file is None and not info.filename.lower().endswith(STREAMED):
            yield Place(name, path, number)
        else:
            yield from guarded(archive, info, name, input_format)


def refuse(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    if info.flag_bits & 1:
        return "unreadable", "encrypted"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "unreadable", "a link within an archive is not followed"
    streamed = info.filename.lower().endswith(STREAMED)
    if info.file_size > MAX_DOCUMENT and not streamed:
        return "too-large", f"{info.file_size >> 20} MB once unpacked, more than {MAX_DOCUMENT >> 20} MB"
    if info.file_size > allowance(info.compress_size):
        return "too-large", f"a bomb: {info.compress_size:,} bytes unpack to {info.file_size:,}"
    return None


def guarded(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, input_format: str | None) -> Iterator[Unit]:
    try:
        with archive.open(info) as member:
            yield from guarded_units(cast(BinaryIO, member), name, input_format)
    except Exception as error:  # BadZipFile, NotImplementedError, RuntimeError, ... share no base
        yield failure_of(error, name)


def zip_member(path: str, member: int, name: str) -> bytes:
    """The bytes of the member with this number.

    Raises:
        InputError: it is too large or broken.
    """
    try:
        archive = opened_zip(path)
        with archive.open(archive.infolist()[member]) as stream:
            return read_limited(cast(BinaryIO, stream), name)
    except InputError:
        raise
    except Exception as error:  # zlib.error, BadZipFile, NotImplementedError, ... share no base
        raise InputError(f"broken archive member: {error}", source=name) from error
