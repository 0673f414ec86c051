"""Networks and charts of a store, as bytes of a file."""

from __future__ import annotations

from cablerdf.errors import OutputError
from cablerdf.serve.pictures.charts import chart
from cablerdf.serve.pictures.png import png
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


def chart_file(settings: Settings, name: str, file: str) -> bytes:
    """The chart of that name, as SVG or PNG by the name of the file.

    Raises:
        StoreError, OutputError, MissingExtraError: the store cannot be opened, or the format not be written.
    """
    ending = file.lower().rpartition(".")[2]
    if ending not in {"svg", "png"}:
        raise OutputError(f"{file}: expected a name that ends with .svg or .png")
    store, index = open_store_and_index(settings)
    try:
        drawn = chart(index, name, settings.title)
        return drawn.encode() if ending == "svg" else png(drawn)
    finally:
        index.close()
        store.close()
