"""Networks and charts of a store, as bytes of a file."""

from __future__ import annotations

from cablerdf.serve.pictures.charts import chart
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_store_and_index
from cablerdf.serve.views.network import read_choice_of
from cablerdf.store.search.network import network
from cablerdf.store.search.network_files import network_bytes


def network_file(settings: Settings, name: str, given: dict[str, str]) -> bytes:
    """Who met whom in the chosen meetings, in the format of the file's name.

    Raises:
        StoreError, OutputError, MissingExtraError: the store cannot be opened, or the format not be written.
    """
    store, index = open_store_and_index(settings)
    try:
        return network_bytes(network(index, read_choice_of(settings.base, given)), name)
    finally:
        index.close()
        store.close()


def chart_file(settings: Settings, name: str) -> bytes:
    """A chart as SVG."""
    store, index = open_store_and_index(settings)
    try:
        return chart(index, name, settings.title).encode()
    finally:
        index.close()
        store.close()
