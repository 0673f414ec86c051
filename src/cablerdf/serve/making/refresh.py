"""Follows the store: after a load into the folder that is served, the pages show what is there now."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable

from cablerdf.serve.site import Site, open_store_and_index
from cablerdf.store.open import is_url

SECONDS = 2.0
LOG = logging.getLogger("cablerdf.serve")


def watch(site: Site, stop: threading.Event, renewals: Iterable[Callable[[], None]], seconds: float = SECONDS) -> None:
    """Looks every so many seconds whether the store has changed, until told to stop; a server is not asked."""
    if is_url(site.settings.location):
        return
    while not stop.wait(seconds):
        try:
            refreshed = refresh(site)
        except Exception as error:  # whatever a load that is still writing may cause: tried again soon
            LOG.warning("the changed store cannot be read yet: %s: %s", type(error).__name__, error)
            continue
        for renew in renewals if refreshed else ():
            renew()


def refresh(site: Site) -> bool:
    """Opens the store anew where its version is another; the old one serves until the new one's index is there.

    Raises:
        StoreError: it cannot be opened.
    """
    version = site.store.version()
    if version in {site.version, ""}:  # "" is what a version looks like while it is being written
        return False
    site.become(*open_store_and_index(site.settings))
    return True
