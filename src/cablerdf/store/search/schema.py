"""The tables of the index, and where its file lies."""

from __future__ import annotations

import os
import sqlite3
from hashlib import sha256
from pathlib import Path

from cablerdf.store.base import Store
from cablerdf.store.open import is_url

FORMAT = "8"  # raised when the tables change: an older index is made anew
FILE = "cablerdf.search.sqlite"

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cable (
    number INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
    issued TEXT NOT NULL, post TEXT NOT NULL, classification TEXT NOT NULL
);
CREATE TABLE facet (
    kind TEXT NOT NULL, value TEXT NOT NULL, cable INTEGER NOT NULL, PRIMARY KEY (kind, value, cable)
) WITHOUT ROWID;
CREATE INDEX facet_cable ON facet (cable, kind);
CREATE TABLE label (value TEXT PRIMARY KEY, kind TEXT NOT NULL, label TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE form (local TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (
    number INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    note TEXT NOT NULL, cables INTEGER NOT NULL, meetings INTEGER NOT NULL, country TEXT NOT NULL
);
CREATE TABLE meeting (
    number INTEGER PRIMARY KEY, iri TEXT NOT NULL, cable TEXT NOT NULL, date TEXT NOT NULL, post TEXT NOT NULL
);
CREATE TABLE attendance (
    meeting INTEGER NOT NULL, person TEXT NOT NULL, side TEXT NOT NULL, PRIMARY KEY (meeting, person)
) WITHOUT ROWID;
CREATE TABLE statement (
    number INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL, cable INTEGER NOT NULL, speaker TEXT NOT NULL
);
CREATE TABLE spelling (key TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE about (thing TEXT NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (thing, statement)) WITHOUT ROWID;
CREATE TABLE counted (
    list TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (list, field, value)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE cable_text USING fts5(
    id, title, people, body, content='', tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE entity_text USING fts5(
    label, other, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 2"
);
"""
INDEXES = """
CREATE INDEX form_person ON form (person);
CREATE INDEX cable_issued ON cable (issued);
CREATE INDEX attendance_person ON attendance (person);
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX statement_cable ON statement (cable);
CREATE INDEX entity_kind ON entity (kind, cables);
CREATE INDEX entity_country ON entity (country, kind);
"""


def index_path(store: Store) -> Path:
    """Where the index of a store lies: in the store's folder, or for an endpoint in the user's cache."""
    if not is_url(store.location):
        return Path(store.location) / FILE
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "cablerdf"
    return cache / f"{sha256(store.location.encode()).hexdigest()[:16]}.search.sqlite"


def connect(path: Path) -> sqlite3.Connection:
    """A connection that only reads, usable from several threads one after another."""
    found = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    found.execute("PRAGMA mmap_size = 268435456")
    return found


def is_current(path: Path, version: str) -> bool:
    """Whether there is an index of this format that was made from this version of the store."""
    if not path.exists():
        return False
    try:
        connection = connect(path)
        try:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return meta.get("format") == FORMAT and meta.get("version") == version
