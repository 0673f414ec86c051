"""An input cut into partitions that other machines can read: files, members of zip archives, ranges of `cables.csv`.

Files are reached through fsspec, so that they may lie on a disk, in S3, on HDFS, ...
The partitions in order hold the documents in the order in which one machine reads them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any, BinaryIO, NamedTuple, cast

from cablerdf.errors import CablerdfError, InputError, MissingExtraError
from cablerdf.plain import one_line
from cablerdf.read.archives import guarded, is_system, listed, refuse
from cablerdf.read.failure import Failure, failure_of
from cablerdf.read.kinds.csv_rows import csv_range, sniff_csv
from cablerdf.read.limits import HEAD
from cablerdf.read.packings import peekable
from cablerdf.read.places import open_units, shown_name
from cablerdf.read.streams import ZIP
from cablerdf.read.units import Unit

FILES = 500  # documents in a partition of files or members
RANGE = 16 << 20  # bytes in a partition of a large table


class Partition(NamedTuple):
    """What one task reads: `members` of a zip archive, the bytes `start` to `end` of a table, or whole files."""

    files: tuple[tuple[str, str], ...]  # (URL, name as shown)
    members: tuple[tuple[int, str], ...] = ()  # (number in the archive, name)
    start: int = 0
    end: int = 0


def file_system(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path on it."""
    try:
        import fsspec  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise MissingExtraError("fsspec", "cluster") from error
    found: tuple[Any, str] = fsspec.core.url_to_fs(url)
    return found


def partitions(urls: Iterable[str]) -> Iterator[Partition]:
    """The input cut up.

    Raises:
        InputError: an input cannot be reached at all.
    """
    for url in sorted(set(urls)):
        fs, path = file_system(url)
        shown = url.rpartition("://")[2].rpartition("/")[2] if "://" in url else shown_name(url)
        if not fs.exists(path):
            raise InputError(f"{url}: no such file or folder", source=url)
        if fs.isdir(path):
            yield from of_folder(fs, path, shown)
        else:
            yield from of_file(fs, path, shown)


def of_folder(fs: Any, path: str, shown: str) -> Iterator[Partition]:
    """The files of a folder in the order of a walk: each name's parts compared one by one."""
    root = path.rstrip("/") + "/"
    found = sorted(file.removeprefix(root).split("/") for file in fs.find(path))
    small: list[tuple[str, str]] = []
    for parts in found:
        name = "/".join(parts)
        if is_system(name):
            continue
        if name.lower().endswith((".csv", ".zip")):
            yield from grouped(fs, small)
            small = []
            yield from of_file(fs, root + name, f"{shown}/{name}")
        else:
            small.append((fs.unstrip_protocol(root + name), f"{shown}/{name}"))
    yield from grouped(fs, small)


def grouped(_fs: Any, files: list[tuple[str, str]]) -> Iterator[Partition]:
    rest = iter(files)
    while group := tuple(islice(rest, FILES)):
        yield Partition(group)


def of_file(fs: Any, path: str, shown: str) -> Iterator[Partition]:
    url = fs.unstrip_protocol(path)
    with closing(peekable(fs.open(path, "rb"))) as stream:
        head = stream.read(HEAD)
        if head.startswith(ZIP):
            stream.seek(0)
            yield from of_zip(stream, url, shown)
        elif sniff_csv(head):
            size = fs.size(path)
            for start in range(0, size, RANGE):
                yield Partition(((url, shown),), (), start, min(start + RANGE, size))
        else:
            yield Partition(((url, shown),))


def of_zip(stream: BinaryIO, url: str, shown: str) -> Iterator[Partition]:
    try:
        members = iter([(number, info.filename) for number, info in listed(zipfile.ZipFile(stream))])
    except zipfile.BadZipFile:
        yield Partition(((url, shown),))
        return
    while group := tuple(islice(members, FILES)):
        yield Partition(((url, shown),), group)


def partition_units(partition: Partition, input_format: str | None = None) -> Iterator[Unit]:
    """What is to be read in a partition."""
    for url, shown in partition.files:
        fs, path = file_system(url)
        try:
            with closing(peekable(fs.open(path, "rb"))) as stream:
                if partition.members:
                    yield from member_units(stream, shown, partition.members, input_format)
                elif partition.end:
                    yield from csv_range(stream, shown, partition.start, partition.end)
                else:
                    yield from open_units(cast(BinaryIO, stream), shown, input_format)
        except (CablerdfError, OSError, EOFError, zipfile.BadZipFile) as error:
            yield failure_of(error, shown)


def member_units(
    stream: BinaryIO, shown: str, members: Iterable[tuple[int, str]], input_format: str | None
) -> Iterator[Unit]:
    archive = zipfile.ZipFile(stream)
    for number, member in members:
        info, name = archive.infolist()[number], f"{shown}!/{one_line(member)}"
        refused = refuse(info)
        if refused:
            yield Failure(name, *refused)
        else:
            yield from guarded(archive, info, name, input_format)
