"""The ontology and the controlled vocabularies that ship with the project, for stores that were loaded without them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cablerdf.errors import TableError
from cablerdf.store.base import Row, rows
from cablerdf.store.prefixes import prefixes
from cablerdf.vocab.tables import asset

if TYPE_CHECKING:
    from pyoxigraph import Store

FILES = ("ontology/cablerdf.ttl", "ontology/vocabularies.ttl")


@cache
def vocabulary() -> Store:
    """Both files in memory; what is not shipped is left out."""
    from pyoxigraph import RdfFormat, Store

    found = Store()
    for name in FILES:
        try:
            found.load(path=asset(name), format=RdfFormat.TURTLE)
        except TableError:
            continue
    return found


def select(query: str) -> list[Row]:
    """The rows of a SELECT about them."""
    return rows(vocabulary().query(query, prefixes=prefixes()))
