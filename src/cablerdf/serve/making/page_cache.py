"""Pages made, on disk beside the search index: a server that starts again has them ready.

The cache belongs to one version of the store, of the program and of the settings, is emptied when any of
these changes, holds so many bytes and no more, and may be deleted at any time.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablerdf.serve.site import Site

TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (key TEXT PRIMARY KEY, status INTEGER, headers TEXT, body BLOB) WITHOUT ROWID;
"""
BATCH, PAUSE = 200, 1.0  # pages of one transaction, and seconds after which fewer are written
Kept = tuple[int, list[tuple[bytes, bytes]], bytes]  # status, headers, compressed body


class PageCache:
    """The pages of one version; one thread writes, any may read."""

    def __init__(self, path: Path, stamp: str, limit: int) -> None:
        self.path = path
        self.limit = limit
        self.lock = threading.Lock()
        self.pending: dict[str, tuple[int, str, bytes]] = {}
        self.written = time.monotonic()
        self.connection: sqlite3.Connection | None = opened(path, stamp)
        self.held = int(self.connection.execute("SELECT coalesce(sum(length(body)), 0) FROM page").fetchone()[0])

    def get(self, key: str) -> Kept | None:
        """The page of a key."""
        with self.lock:
            row = self.pending.get(key)
            if row is None and self.connection is not None:
                try:
                    sql = "SELECT status, headers, body FROM page WHERE key = ?"
                    row = self.connection.execute(sql, (key,)).fetchone()
                except sqlite3.Error:
                    return None
        if row is None:
            return None
        status, headers, body = row
        pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in json.loads(headers)]
        return status, pairs, body

    def has(self, key: str) -> bool:
        """Whether the page of a key is there."""
        with self.lock:
            if key in self.pending or self.connection is None:
                return True
            with suppress(sqlite3.Error):
                return self.connection.execute("SELECT 1 FROM page WHERE key = ?", (key,)).fetchone() is not None
        return False

    def put(self, key: str, status: int, headers: list[tuple[bytes, bytes]], packed: bytes) -> bool:
        """Keeps a page, its body compressed, while there is room; whether it is kept."""
        pairs = json.dumps([(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers])
        with self.lock:
            if key in self.pending:
                return True
            if self.held + len(packed) > self.limit or self.connection is None:
                return False
            self.pending[key] = (status, pairs, packed)
            self.held += len(packed)
            if len(self.pending) >= BATCH or time.monotonic() - self.written > PAUSE:
                self.write()
        return True

    def write(self) -> None:
        """Puts what is pending on disk; a disk that is full or gone only means that nothing is kept."""
        if self.connection is not None:
            rows = [(key, *row) for key, row in self.pending.items()]
            try:
                with self.connection:
                    self.connection.executemany("INSERT OR IGNORE INTO page VALUES (?, ?, ?, ?)", rows)
            except sqlite3.Error:
                self.held = self.limit
        self.pending.clear()
        self.written = time.monotonic()

    def close(self) -> None:
        with self.lock:
            self.write()
            if self.connection is not None:
                self.connection.close()
            self.connection = None


def opened(path: Path, stamp: str) -> sqlite3.Connection:
    """The file, emptied where it has another stamp or cannot be read.

    Raises:
        sqlite3.Error, OSError: it cannot be written.
    """
    for attempt in (1, 2):
        connection = sqlite3.connect(path, check_same_thread=False, timeout=5)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(TABLES)
            found = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
            if found is None or found[0] != stamp:
                with connection:
                    connection.execute("DELETE FROM page")
                    connection.execute("INSERT OR REPLACE INTO meta VALUES ('stamp', ?)", (stamp,))
                if found is not None:
                    connection.execute("VACUUM")
            return connection
        except sqlite3.DatabaseError:
            connection.close()
            if attempt == 2:
                raise
            for old in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
                old.unlink(missing_ok=True)
    raise AssertionError


def open_page_cache(site: Site) -> PageCache | None:
    """The page cache of a site; None where there is to be none, or the folder cannot be written to."""
    settings = site.settings
    if not settings.kept_bytes:
        return None
    parts = (site.version, program_stamp(), settings.base, settings.title, settings.public_url)
    stamp = sha256("\n".join(parts).encode()).hexdigest()
    try:
        return PageCache(site.index.path.with_name(site.index.path.name + ".pages"), stamp, settings.kept_bytes)
    except (sqlite3.Error, OSError):
        return None


def program_stamp() -> str:
    """Changes with any file of the pages: what was made by other templates is made anew."""
    files = sorted(file for file in Path(__file__).parents[1].rglob("*") if file.suffix in {".py", ".html"})
    return sha256("\n".join(f"{f.name} {f.stat().st_size} {f.stat().st_mtime_ns}" for f in files).encode()).hexdigest()
