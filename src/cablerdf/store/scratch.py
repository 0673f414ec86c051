"""A folder beside what is being made, and those that killed runs left taken away."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory

try:
    import fcntl
except ImportError:  # Windows: nothing tells there whether a folder is still in use, so none is taken away
    fcntl = None  # type: ignore[assignment]

LOCK = "in-use"  # a file in such a folder that its process keeps locked: the system unlocks it however the process ends

RANDOM = "[a-z0-9_]" * 8  # what tempfile puts behind a prefix: of a store "a.b" nothing belongs to "a"


@contextmanager
def scratch_folder(parent: Path, prefix: str, *, taken: Exception | None = None) -> Iterator[Path]:
    """A folder in `parent` whose name begins with the prefix; taken away at the end, and older ones nobody uses now.

    Args:
        parent: made where it is not there.
        prefix: of the folder's name; random letters follow.
        taken: what is raised where another process has such a folder in use; None lets both work.
    """
    parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        with locked(parent) as alone:
            if take_away(parent, prefix) and alone and taken is not None:
                raise taken
            made = TemporaryDirectory(prefix=prefix, dir=parent, ignore_cleanup_errors=True)
            folder = Path(held.enter_context(made))
            held.enter_context(locked(folder / LOCK, os.O_CREAT | os.O_RDWR))
        yield folder


@contextmanager
def locked(path: Path, flags: int = os.O_RDONLY, *, wait: bool = True) -> Iterator[bool]:
    """Whether a file or folder is now locked by this process; it is let go at the end."""
    if fcntl is None:
        yield False
        return
    handle = os.open(path, flags, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:  # somebody has it, or the file system knows no locks
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def take_away(parent: Path, prefix: str) -> bool:
    """Takes away the folders of that prefix whose process is no more; whether one is still in use."""
    used = False
    for lock in parent.glob(f"{escape(prefix)}{RANDOM}/{LOCK}"):
        with locked(lock, wait=False) as free:
            if free:
                shutil.rmtree(lock.parent, ignore_errors=True)
            used |= not free
    return used
