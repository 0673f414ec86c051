"""Refuses queries that would reach out of the store."""

from __future__ import annotations

import re

from cablerdf.errors import QueryError

# What may hold any word without meaning it, then names, prefixed or not, and numbers (SPARQL 1.1 §19.8). What is
# never closed is taken to its end: no such query runs.
TOKEN = re.compile(
    r"""\#[^\r\n]*+|<[^<>"{}|^`\\\x00-\x20]*+>"""
    r"""|\"\"\"(?:[^"\\]|\\.?|\"(?!\"\"))*+(?:\"\"\"|\Z)|\'\'\'(?:[^'\\]|\\.?|'(?!''))*+(?:\'\'\'|\Z)"""
    r"""|"(?:[^"\\\r\n]|\\.?)*+(?:"|(?=[\r\n])|\Z)|'(?:[^'\\\r\n]|\\.?)*+(?:'|(?=[\r\n])|\Z)"""
    r"""|[?$]\w++|(?P<name>[\w.-]++)(?P<local>:[\w.:%\\-]*+)?|:[\w.:%\\-]*+""",
    re.DOTALL,
)
WORD = re.compile(r"[A-Za-z_]\w*+")
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
STARTS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def words(query: str) -> list[str]:
    """The bare words of a query in capitals: no strings, IRIs, variables, comments, nor names of another prefix.

    >>> words('SELECT ?service { ?s ex:service "SERVICE" } # SERVICE')
    ['SELECT']
    """
    found = []
    for token in TOKEN.finditer(query):
        if token["name"]:
            parts = [word.upper() for word in WORD.findall(token["name"])]
            # to Oxigraph `SERVICE:x` is the word and a name, where a prefixed name cannot stand; so is `trueSERVICE`
            found += [part for part in parts if part.endswith("SERVICE") or not token["local"]]
    return found


def check(query: str) -> None:
    """Nothing for a query that may run.

    Raises:
        QueryError: it is an update, or it calls another server.
    """
    found = words(query)
    verb = next((word for word in found if word in STARTS | UPDATES), "")
    if verb in UPDATES:
        raise QueryError(f"this endpoint is read-only: {verb} is not allowed")
    if any(word.endswith("SERVICE") for word in found):
        raise QueryError("SERVICE is not allowed here: this endpoint does not call other servers")
