"""Loading into stores and asking them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cablerdf.pipeline.manifest import changed_graphs
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.store.answers import FORMATS as ANSWER_FORMATS
from cablerdf.store.answers import render
from cablerdf.store.base import Loaded, LoadOptions, Store
from cablerdf.store.open import is_url, open_store
from cablerdf.store.prefixes import prefixes
from cablerdf.store.questions import Question, question, questions

__all__ = ["ANSWER_FORMATS", "Access", "LoadOptions", "Loaded", "Question", "ask", "example", "load", "questions"]


class Access(NamedTuple):
    """How a store is reached: the base of its IRIs, and for an endpoint how to be let in and what it is."""

    base: str = DEFAULT_BASE
    user: str | None = None
    password: str | None = None
    token: str | None = None
    layout: str | None = None
    method: str = "auto"
    timeout: float = 120.0


def opened(location: str, access: Access, *, read_only: bool = True) -> Store:
    """The store at a location."""
    if not is_url(location):
        return open_store(location, read_only=read_only, base=access.base)
    from cablerdf.store.client import Login
    from cablerdf.store.endpoint import EndpointOptions

    login = Login(user=access.user, password=access.password, token=access.token)
    options = EndpointOptions(
        login=login,
        layout=access.layout,
        method=access.method,  # type: ignore[arg-type]
        timeout=access.timeout,
    )
    return open_store(location, base=access.base, endpoint=options)


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
    with opened(location, access, read_only=False) as store:
        loaded = store.load(data, options)
        if index and not is_url(location):
            from cablerdf.store.search.build import ensure_index

            ensure_index(store)
    return loaded


def ask(location: str, text: str, form: str, access: Access) -> Iterator[str]:
    """The answer of a store to a query, in one of ANSWER_FORMATS, piece by piece."""
    with opened(location, access) as store:
        yield from render(store.query(text, timeout=access.timeout), form, prefixes(access.base))


def example(name: str, values: Mapping[str, str], base: str = DEFAULT_BASE) -> str:
    """The query of a shipped question."""
    return question(name, values, base)
