"""Where documents lie: files, folders (walked in sorted order), archives, stdin."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from cablerdf.errors import CablerdfError
from cablerdf.plain import one_line
from cablerdf.read.archives import is_system, zip_units
from cablerdf.read.failure import Failure, failure_of
from cablerdf.read.formats import named, sniff
from cablerdf.read.limits import HEAD, MAX_DEPTH
from cablerdf.read.packings import is_packed, peekable, unpacked
from cablerdf.read.streams import SEVEN_ZIP, ZIP, is_tar, stream_units
from cablerdf.read.tar import tar_units
from cablerdf.read.units import Place, Unit

STDIN = "-"


def units(paths: Iterable[str | os.PathLike[str]], input_format: str | None = None) -> Iterator[Unit]:
    """All that is to be read under the paths, each path once, in sorted order, whatever order they come in."""
    for path in sorted({os.fspath(path) for path in paths}):
        if path == STDIN:
            found = stdin_units(input_format)
        elif "://" in path and not os.path.exists(path):  # noqa: PTH110
            found = iter([Failure(path, "unreadable", "a URL: fetch it first, and name the file")])
        else:
            found = path_units(path, shown_name(path), input_format, ())
        empty = True
        for unit in found:
            empty = False
            yield unit
        if empty:
            yield Failure(shown_name(path), "nothing-there", "there is no document in it")


def shown_name(path: str) -> str:
    """A path as it is shown in reports and data: as given where relative, else its last part alone."""
    if os.path.isabs(path) or path.startswith(".."):  # noqa: PTH117
        path = Path(path).name or "input"
    path = os.path.normpath(path)
    if path == ".":
        path = Path.cwd().name or "input"
    return visible(path).replace(os.sep, "/")


def visible(name: str) -> str:
    """The name of a file as it is shown: what is no UTF-8 replaced, what a terminal would obey written out."""
    return one_line(os.fsencode(name).decode("utf-8", "replace"))


def path_units(path: str, shown: str, input_format: str | None, above: tuple[tuple[int, int], ...]) -> Iterator[Unit]:
    try:
        status = os.stat(path)  # noqa: PTH116
        if stat.S_ISDIR(status.st_mode):
            yield from folder_units(path, shown, input_format, above, (status.st_dev, status.st_ino))
        elif above and not stat.S_ISREG(status.st_mode):
            yield Failure(shown, "unreadable", "neither a file nor a folder")
        else:
            yield from file_units(path, shown, input_format)
    except (CablerdfError, OSError, EOFError, zipfile.BadZipFile) as error:
        yield failure_of(error, shown)
    except Exception as error:  # zlib.error, lzma.LZMAError, zstandard.ZstdError share no base
        yield failure_of(error, shown, "archive-broken")


def folder_units(
    path: str, shown: str, input_format: str | None, above: tuple[tuple[int, int], ...], here: tuple[int, int]
) -> Iterator[Unit]:
    if here in above or len(above) > MAX_DEPTH:
        yield Failure(shown, "unreadable", "a link leads back to a folder above it" if here in above else "too deep")
        return
    with os.scandir(path) as entries:
        names = sorted(entry.name for entry in entries)
    for name in names:
        if not is_system(name):
            child = os.path.join(path, name)  # noqa: PTH118
            yield from path_units(child, f"{shown}/{visible(name)}", input_format, (*above, here))


def file_units(path: str, shown: str, input_format: str | None) -> Iterator[Unit]:
    with Path(path).open("rb") as stream:
        head = stream.peek(HEAD)
        if head.startswith(ZIP):
            yield from zip_units(path, shown, input_format)
        elif head.startswith(SEVEN_ZIP):
            from cablerdf.read.seven_zip import seven_zip_units

            yield from seven_zip_units(path, shown, input_format)
        elif not stream.seekable() or is_packed(head) or is_tar(head):
            yield from open_units(cast(BinaryIO, stream), shown, input_format)
        else:
            kind = named(input_format) if input_format else sniff(head, shown)
            if kind.stream is not None:
                yield from kind.stream(cast(BinaryIO, stream), shown)
            else:
                yield Place(shown, path)


def open_units(stream: BinaryIO, shown: str, input_format: str | None) -> Iterator[Unit]:
    """What a stream holds: a tar archive, packed or not, or one file."""
    reader = cast(BinaryIO, unpacked(stream))
    if is_tar(peekable(reader).peek(HEAD)):
        yield from tar_units(reader, shown, input_format)
    else:
        yield from stream_units(reader, shown, input_format)


def stdin_units(input_format: str | None) -> Iterator[Unit]:
    shown = "stdin"
    try:
        stream = peekable(cast(BinaryIO, sys.stdin.buffer))
        if stream.peek(HEAD).startswith(ZIP):  # a zip archive's table stands at its end
            import shutil
            import tempfile

            with tempfile.SpooledTemporaryFile(max_size=64 << 20) as file:
                shutil.copyfileobj(stream, file)
                file.seek(0)
                yield from zip_units("", shown, input_format, cast(BinaryIO, file))
        else:
            yield from open_units(cast(BinaryIO, stream), shown, input_format)
    except (CablerdfError, OSError, EOFError, zipfile.BadZipFile) as error:
        yield failure_of(error, shown)
    except Exception as error:  # zlib.error, lzma.LZMAError, zstandard.ZstdError share no base
        yield failure_of(error, shown, "archive-broken")
