"""The tables of a gazetteer file, and the row that fills them."""

from __future__ import annotations

from typing import NamedTuple

VERSION = "2"
APPLICATION_ID = 0x43414247  # "CABG", so that `file` and we know such a file
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (
    i INTEGER PRIMARY KEY, qid TEXT NOT NULL, label TEXT NOT NULL, aliases TEXT NOT NULL, type TEXT NOT NULL,
    country TEXT NOT NULL, positions TEXT NOT NULL, start TEXT NOT NULL, end TEXT NOT NULL, source TEXT NOT NULL,
    names TEXT NOT NULL
);
CREATE TABLE raw (key TEXT NOT NULL, country TEXT NOT NULL, i INTEGER NOT NULL);
"""
# `names` are those of people, folded, with | between them.
# Keys are looked up alone or with a country; the table is its own index.
FINISH = """
CREATE TABLE name (key TEXT, country TEXT, i INTEGER, PRIMARY KEY (key, country, i)) WITHOUT ROWID;
INSERT OR IGNORE INTO name SELECT key, country, i FROM raw ORDER BY key, country, i;
DROP TABLE raw;
"""


class Row(NamedTuple):
    """One entity as every source gives it: the columns of a gazetteer CSV.

    `aliases` and `positions` are `|`-separated, a position is `TITLE@START/END`, `country` an ISO code in lower case.
    `start` and `end` are the years or dates of a life (`born`, `died`) or of being active.
    """

    qid: str
    label: str
    aliases: str = ""
    type: str = "person"
    country: str = ""
    positions: str = ""
    start: str = ""
    end: str = ""
    source: str = ""


def is_qid(text: str) -> bool:
    """Whether a text is the id of a Wikidata item.

    >>> is_qid("Q17"), is_qid("Q1\u0667"), is_qid("P17")
    (True, False, False)
    """
    return text[:1] == "Q" and text[1:].isascii() and text[1:].isdecimal()
