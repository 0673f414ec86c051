"""Replies of services on disk."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from cablerdf.errors import LinkError
from cablerdf.link.database import held

DAY = 86_400.0
KEPT, KEPT_EMPTY = 30 * DAY, 7 * DAY  # seconds for which a reply counts; for one that found nothing
TABLE = (
    "CREATE TABLE IF NOT EXISTS reply (key TEXT PRIMARY KEY, fetched REAL NOT NULL, body TEXT NOT NULL) WITHOUT ROWID"
)


class Cache:
    """Replies by endpoint and request. What is written stays, whatever interrupts the run."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        """Open or make the cache.

        Raises:
            LinkError: it cannot be opened.
        """
        self.now = now
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.base = held(self, path, timeout=30, isolation_level=None)
            self.base.execute("PRAGMA journal_mode=WAL")
            self.base.execute(TABLE)
        except (sqlite3.Error, OSError) as error:
            raise LinkError(f"cannot open the cache {path}: {error}") from error

    def get(self, endpoint: str, request: Any) -> Any | None:
        """The reply to a request, None where there is none or it is too old."""
        row = self.base.execute("SELECT fetched, body FROM reply WHERE key=?", (key(endpoint, request),)).fetchone()
        if row is None:
            return None
        found = json.loads(row[1])
        age = self.now() - row[0]
        return found if age < (KEPT if found else KEPT_EMPTY) else None

    def put(self, endpoint: str, request: Any, reply: Any) -> None:
        """Keep a reply."""
        values = (key(endpoint, request), self.now(), json.dumps(reply, ensure_ascii=False, sort_keys=True))
        self.base.execute("INSERT OR REPLACE INTO reply VALUES (?, ?, ?)", values)


def key(endpoint: str, request: Any) -> str:
    """What stands for a request: the same for the same question."""
    return sha256(json.dumps([endpoint, request], sort_keys=True, ensure_ascii=False).encode()).hexdigest()
