"""Archives, member by member, never unpacked to disk."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO, cast

from cablerdf.errors import CablerdfError, InputError
from cablerdf.read.failure import Failure
from cablerdf.read.formats import FORMATS
from cablerdf.read.limits import MAX_DOCUMENT
from cablerdf.read.streams import read_limited, reading_failed, stream_units
from cablerdf.read.units import Place, Unit

# Members with these endings may hold many documents, or be packed themselves: they are streamed.
STREAMED = (*(ext for row in FORMATS if row.stream for ext in row.extensions), ".gz", ".bz2", ".xz", ".zst")


def is_hidden(member: str) -> bool:
    """Whether a path is a system's own: .DS_Store, __MACOSX/..., .git/..."""
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in member.split("/"))


def opened_zip(path: str) -> zipfile.ZipFile:
    """The archive, opened once in a process as long as the file stays the same."""
    status = os.stat(path)  # noqa: PTH116
    return cached_zip(os.path.abspath(path), status.st_mtime_ns, status.st_size)  # noqa: PTH100


@lru_cache(maxsize=2)
def cached_zip(path: str, _changed: int, _size: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def zip_units(path: str, shown: str, input_format: str | None, file: BinaryIO | None = None) -> Iterator[Unit]:
    """The members of a zip archive by name; `file` where the archive has no path (stdin)."""
    archive = zipfile.ZipFile(file) if file is not None else opened_zip(path)
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        if info.is_dir() or is_hidden(info.filename):
            continue
        name = f"{shown}!/{info.filename}"
        refused = refuse(info)
        if refused:
            yield Failure(name, *refused)
        elif file is None and not info.filename.lower().endswith(STREAMED):
            yield Place(name, path, info.filename)
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
    return None


def guarded(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, input_format: str | None) -> Iterator[Unit]:
    try:
        with archive.open(info) as member:
            yield from stream_units(cast(BinaryIO, member), name, input_format)
    except (
        CablerdfError,
        OSError,
        EOFError,
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        RuntimeError,
    ) as error:
        yield reading_failed(error, name)
    except Exception as error:  # zlib.error, lzma.LZMAError, zstandard.ZstdError share no base
        yield reading_failed(error, name)


def zip_member(path: str, member: str, name: str) -> bytes:
    """The bytes of one member.

    Raises:
        InputError: it is too large or broken.
    """
    try:
        with opened_zip(path).open(member) as stream:
            return read_limited(cast(BinaryIO, stream), name)
    except InputError:
        raise
    except Exception as error:  # zlib.error, BadZipFile, NotImplementedError, ... share no base
        raise InputError(f"broken archive member: {error}", source=name) from error


def tar_units(stream: BinaryIO, shown: str, input_format: str | None) -> Iterator[Unit]:
    """The members of a tar archive as they come."""
    import tarfile

    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                if member.isdir() or is_hidden(member.name):
                    continue
                name = f"{shown}!/{member.name.removeprefix('./')}"
                file = archive.extractfile(member) if member.isreg() else None
                if file is None:
                    yield Failure(name, "unreadable", "a link or device within an archive is not followed")
                elif member.size > MAX_DOCUMENT and not member.name.lower().endswith(STREAMED):
                    yield Failure(name, "too-large", f"{member.size >> 20} MB, more than {MAX_DOCUMENT >> 20} MB")
                else:
                    yield from tar_member(cast(BinaryIO, file), name, input_format)
    except (tarfile.TarError, OSError, EOFError) as error:
        yield Failure(shown, "archive-broken", f"the archive ends early or is damaged: {error}")


def tar_member(file: BinaryIO, name: str, input_format: str | None) -> Iterator[Unit]:
    try:
        yield from stream_units(file, name, input_format)
    except CablerdfError as error:
        yield reading_failed(error, name)
