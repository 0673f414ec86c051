"""Networks and charts of a store, as bytes of a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from cablerdf.errors import OptionError
from cablerdf.serve.pictures.charts import chart
from cablerdf.serve.pictures.png import png
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_store_and_index
from cablerdf.serve.views.network import read_choice_of
from cablerdf.store.search.find import Index
from cablerdf.store.search.network import network
from cablerdf.store.search.network_files import ending_of, network_bytes


def network_file(settings: Settings, name: str, given: dict[str, str]) -> bytes:
    """Who met whom in the chosen meetings, in the format of the file's name.

    Raises:
        StoreError, MissingExtraError: the store cannot be opened, or the format not be written.
        OptionError: the file's name tells no such format.
    """
    ending_of(name)
    with opened(settings) as index:
        return network_bytes(network(index, read_choice_of(settings.base, given)), name)


def chart_file(settings: Settings, name: str, file: str) -> bytes:
    """The chart of that name, as SVG or PNG by the name of the file.

    Raises:
        StoreError, MissingExtraError: the store cannot be opened, or the format not be written.
        OptionError: the file's name tells no such format.
    """
    ending = file.lower().rpartition(".")[2]
    if ending not in {"svg", "png"}:
        raise OptionError(f"{file}: expected a name that ends with .svg or .png")
    with opened(settings) as index:
        drawn = chart(index, name, settings.title)
    return drawn.encode() if ending == "svg" else png(drawn)


@contextmanager
def opened(settings: Settings) -> Iterator[Index]:
    """The index of a store for the time of the `with` block."""
    store, index = open_store_and_index(settings)
    with store, closing(index):
        yield index
