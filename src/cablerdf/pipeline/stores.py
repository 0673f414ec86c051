"""Loading into stores and asking them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cablerdf.errors import QueryError
from cablerdf.pipeline.runs.manifest import changed_graphs
from cablerdf.store.access import Access
from cablerdf.store.answers import render
from cablerdf.store.base import Loaded, LoadOptions
from cablerdf.store.open import is_url, open_store
from cablerdf.store.prefixes import prefixes
from cablerdf.store.questions import Question, question, questions

__all__ = ["Access", "LoadOptions", "Loaded", "QueryError", "Question", "ask", "load", "question", "questions"]


def load(
    data: Sequence[Path],
    location: str,
    access: Access,
    options: LoadOptions,
    *,
    manifest: Path | None = None,
    index: bool = True,
) -> Loaded:
    """What was loaded; a folder's search index is brought up to date too.

    With the manifest of the run that made the data, the graphs that it says are gone are dropped.

    Raises:
        InputError: the manifest cannot be read, or tells of graphs that the data do not have.
        StoreError: the store refused.
    """
    if manifest is not None:
        changes = changed_graphs(manifest)
        options = options._replace(wanted=changes.wanted, drop=changes.drop)
    with open_store(location, access, read_only=False) as store:
        loaded = store.load(data, options)
        if index and not is_url(location):
            from cablerdf.store.search.build import ensure_index

            ensure_index(store)
    return loaded


def ask(location: str, text: str, form: str, access: Access) -> Iterator[str]:
    """The answer of a store to a query, in one of `answers.FORMATS`, piece by piece."""
    with open_store(location, access) as store:
        yield from render(store.query(text, timeout=access.timeout), form, prefixes(access.base))
