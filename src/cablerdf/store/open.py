"""The store that a location names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from cablerdf.errors import OptionError, StoreError
from cablerdf.store.access import Access
from cablerdf.store.base import Store


def is_url(location: str) -> bool:
    """Whether a location is an endpoint, not a folder."""
    return location.startswith(("http://", "https://"))


def open_store(location: str, access: Access = Access(), *, read_only: bool = True) -> Store:  # noqa: B008
    """The store at `location`: an `http(s)://` endpoint, else a folder.

    Raises:
        StoreError: it cannot be opened or reached.
        OptionError: the URL has a name or a password in it.
        MissingExtraError: the packages of the extra `store` are not installed.
    """
    if "://" in location and not is_url(location):
        raise StoreError(f"{location} is no store: expected a folder, or an http(s) URL")
    if is_url(location):
        if "@" in urlsplit(location).netloc:
            raise OptionError("a URL is shown to many: give the name as user, the password in CABLERDF_PASSWORD")
        from cablerdf.store.endpoint import EndpointStore

        return EndpointStore(location, access)
    from cablerdf.store.oxigraph import OxigraphStore

    return OxigraphStore(Path(location), read_only=read_only, base=access.base)
