"""Decides by the parsed query: one enters, nothing leaves where it asks this store alone."""

from __future__ import annotations

from typing import Any

from cablerdf.errors import QueryError
from cablerdf.serve.sparql.guard import NO_SERVICE, shape
from cablerdf.store.base import malformed

END = "\u00a7"  # what no query may hold outside a string


def check(query: str) -> None:
    """Nothing for a query, in its plain writing, that asks this store alone.

    Raises:
        QueryError: it is no SPARQL 1.1 query, or calls another server.
    """
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        tree = parseQuery(shape(query))
    except ParseBaseException as error:
        raise mistake(query) from error
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    if calls_out(tree):
        raise QueryError(NO_SERVICE)


def calls_out(tree: Any) -> bool:
    """Whether there is a SERVICE anywhere in a parsed query."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if getattr(node, "name", "") == "ServiceGraphPattern":
            return True
        if isinstance(node, dict):
            waiting.extend(node.values())
        elif not isinstance(node, str) and hasattr(node, "__iter__"):
            waiting.extend(node)
    return False


def mistake(query: str) -> QueryError:
    """What is wrong with a query, in the words of the engine, which tells the place; it parses and runs nothing."""
    import pyoxigraph as ox

    try:
        ox.Store().query(f"{query}\n{END}")
    except SyntaxError as error:
        found = malformed(str(error.msg or error))
        if found.line is not None and found.line <= query.count("\n") + 1:
            return found
    return QueryError("the query is malformed: it has no end, or it is no SPARQL 1.1")
