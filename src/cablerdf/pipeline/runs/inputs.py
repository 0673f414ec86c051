"""Whether an input is still the one it was, and whether an output would destroy it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from cablerdf.errors import OptionError


def fingerprint(paths: Iterable[str | os.PathLike[str]]) -> str | None:
    """A digest of every file's name, size and times of change; None where stdin is among them.

    Nothing is read: a change of content cannot be had without a change of one of these, as the
    system sets the time of status change (POSIX `st_ctime`) itself.
    """
    digest = hashlib.sha256()
    for path in sorted({os.fspath(path) for path in paths}):
        if path == "-":
            return None
        for line in lines(path):
            digest.update(os.fsencode(line) + b"\n")
    return digest.hexdigest()


def refuse_overwriting(outputs: Iterable[Path | None], paths: Iterable[str | os.PathLike[str]]) -> None:
    """Nothing, where no output is an input or lies in a folder that is one, where it would be read.

    Raises:
        OptionError: one is or does.
    """
    inputs = {path: real(path) for path in (os.fspath(path) for path in paths) if path != "-"}
    for output in filter(None, outputs):
        place = real(output)
        for path, found in inputs.items():
            folder = os.path.isdir(found)  # noqa: PTH112
            if place == found and not folder:
                raise OptionError(f"{output} is the input itself: name another file to write")
            if place.is_relative_to(found) and folder:
                raise OptionError(f"{output} lies in the input folder {path}: name a place outside of it")


def real(path: str | Path) -> Path:
    """Where a path leads, as far as it can be followed."""
    return Path(os.path.realpath(path))


def lines(path: str) -> Iterator[str]:
    yield line(path)
    if not os.path.isdir(path):  # noqa: PTH112
        return
    for folder, folders, files in os.walk(path):
        folders.sort()
        for name in sorted(files):
            yield line(os.path.join(folder, name))  # noqa: PTH118


def line(path: str) -> str:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError as error:
        return f"{path}\0{error.errno}"
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0{status.st_ctime_ns}"
