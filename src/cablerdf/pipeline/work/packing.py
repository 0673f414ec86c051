"""Packed output: by the name of the file, a document at a time, in the workers.

Gzip members and Zstandard frames follow one another in a file (RFC 1952, RFC 8878), so that each
document is packed by itself, wherever it was made.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cablerdf.errors import MissingExtraError
from cablerdf.pipeline.work.made import Made
from cablerdf.pipeline.work.task import Answer, Maker, Recipe
from cablerdf.read.units import Unit

Pack = Callable[[bytes], bytes]


def plain() -> Pack:
    """Bytes as they are."""
    return bytes


def gzipped() -> Pack:
    """Gzip members without a time stamp."""
    return lambda data: gzip.compress(data, 6, mtime=0)


def zstd() -> Pack:
    """Zstandard frames.

    Raises:
        MissingExtraError: the package for them is not installed.
    """
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("zstandard", "zst") from error
    return zstandard.ZstdCompressor(level=3).compress


PACKINGS: Mapping[str, Callable[[], Pack]] = MappingProxyType({"": plain, ".gz": gzipped, ".zst": zstd})


def packing_of(name: str) -> str:
    """The ending of a file's name that says that it is packed, as it stands in the table; "" for one that is not.

    >>> packing_of("cables.nq.GZ"), packing_of("cables.nq")
    ('.gz', '')
    """
    ending = Path(name).suffix.lower()
    return ending if ending in PACKINGS else ""


def unpacked_name(name: str) -> str:
    """The name of a file without the ending of its packing.

    >>> unpacked_name("cables.nq.gz")
    'cables.nq'
    """
    return name[: len(name) - len(packing_of(name))]


@dataclass(frozen=True)
class PackingRecipe:
    """What another recipe makes, packed as the ending says."""

    recipe: Recipe
    ending: str

    @property
    def module(self) -> str:
        """What a worker is to load."""
        return self.recipe.module

    def __call__(self) -> PackingMaker:
        return PackingMaker(self.recipe(), PACKINGS[self.ending]())


class PackingMaker:
    """Packs what another maker makes."""

    def __init__(self, maker: Maker, pack: Pack) -> None:
        self.maker, self.pack = maker, pack

    def open(self, unit: Unit) -> list[Made]:
        return self.maker.open(unit)

    def close(self, made: Answer) -> Answer:
        return [[self.packed(one) for one in unit] for unit in self.maker.close(made)]

    def packed(self, one: Made) -> Made:
        """The same document, its bytes packed; nothing stays nothing."""
        shared = tuple(part._replace(data=self.pack(part.data)) for part in one.shared)
        return one._replace(data=self.pack(one.data), shared=shared) if one.data else one
