"""Refuses queries that would reach out of the store."""

from __future__ import annotations

import re

from cablerdf.errors import QueryError

# What may hold any word without meaning it, then the words themselves (SPARQL 1.1 §19.8).
TOKEN = re.compile(
    r"""(?P<skip>\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|\"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[?$]\w+|[\w.-]*:[\w.:%\\-]*)|(?P<word>[A-Za-z_]\w*)""",
    re.DOTALL,
)
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
STARTS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def words(query: str) -> list[str]:
    """The bare words of a query in capitals: no strings, IRIs, prefixed names, variables or comments.

    >>> words('SELECT ?service { ?s ex:service "SERVICE" } # SERVICE')
    ['SELECT']
    """
    return [match["word"].upper() for match in TOKEN.finditer(query) if match["word"]]


def check(query: str) -> None:
    """Nothing for a query that may run.

    Raises:
        QueryError: it is an update, or it calls another server.
    """
    found = words(query)
    verb = next((word for word in found if word in STARTS | UPDATES), "")
    if verb in UPDATES:
        raise QueryError(f"this endpoint is read-only: {verb} is not allowed")
    if "SERVICE" in found:
        raise QueryError("SERVICE is not allowed here: this endpoint does not call other servers")
