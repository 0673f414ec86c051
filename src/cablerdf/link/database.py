"""SQLite databases that live as long as what holds them."""

from __future__ import annotations

import sqlite3
import weakref
from pathlib import Path
from typing import Any


def held(owner: object, path: Path | str, **options: Any) -> sqlite3.Connection:
    """A database that is closed with its owner, whichever thread lets go of the owner last.

    The garbage collector runs in the thread that happens to call it, so the connection is not bound to the thread
    that opened it. One thread at a time uses it.

    Args:
        owner: what holds the connection.
        path: the file, or its URI; an empty one stands for a file that SQLite makes and removes.
        options: of `sqlite3.connect`.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    found: sqlite3.Connection = sqlite3.connect(path, check_same_thread=False, **options)
    weakref.finalize(owner, found.close)
    return found
