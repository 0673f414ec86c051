"""The store that a location names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.store.base import Store

if TYPE_CHECKING:
    from cablerdf.store.endpoint import EndpointOptions


def is_url(location: str) -> bool:
    """Whether a location is an endpoint, not a folder."""
    return location.startswith(("http://", "https://"))


def open_store(
    location: str, *, read_only: bool = True, base: str = DEFAULT_BASE, endpoint: EndpointOptions | None = None
) -> Store:
    """The store at `location`: an `http(s)://` endpoint, else a folder.

    Raises:
        StoreError: it cannot be opened or reached.
        MissingExtraError: the packages of the extra `store` are not installed.
    """
    if is_url(location):
        from cablerdf.store.endpoint import EndpointOptions, EndpointStore

        return EndpointStore(location, endpoint or EndpointOptions(), base=base)
    from cablerdf.store.oxigraph import OxigraphStore

    return OxigraphStore(Path(location), read_only=read_only, base=base)
