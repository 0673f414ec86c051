"""Whether an input is still the one it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator


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
