"""Units to documents: the part of reading that any process can do by itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, cast

from cablerdf.errors import CablerdfError
from cablerdf.model import SourceDocument
from cablerdf.read.archives import zip_member
from cablerdf.read.failure import NOT_A_CABLE, Failure, failure_of
from cablerdf.read.formats import Item, named, sniff
from cablerdf.read.places import units
from cablerdf.read.streams import is_archive, read_limited
from cablerdf.read.telegram import is_telegram
from cablerdf.read.units import Loaded, Part, Unit

UNDECLARED = ("text", "html")  # kinds whose documents need not say which cable they are
NO_MARKS = "none of a telegram's marks (DTG, TAGS, REF, portion markings ...); --input-format text reads it anyway"

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def as_paths(paths: Paths) -> list[str | os.PathLike[str]]:
    """One path or many, as a list."""
    return [paths] if isinstance(paths, str | os.PathLike) else list(paths)


def items(paths: Paths, input_format: str | None = None) -> Iterator[Item]:
    """Every document under the paths, and a `Failure` in the place of each that cannot be read."""
    for unit in units(as_paths(paths), input_format):
        yield from open_unit(unit, input_format)


def read(
    paths: Paths, input_format: str | None = None, on_error: Literal["raise", "skip"] = "raise"
) -> Iterator[SourceDocument]:
    """Every document under a path or paths: files, folders, archives, `-` for stdin.

    Args:
        paths: one path or several.
        input_format: a name in `FORMATS`; recognised from the content where None.
        on_error: `raise` the first failure, or `skip` what cannot be read (`items` reports it).

    Raises:
        InputError: a document cannot be read.
    """
    for item in items(paths, input_format):
        if isinstance(item, SourceDocument):
            yield item
        elif on_error == "raise":
            raise item.error()


def open_unit(unit: Unit, input_format: str | None = None) -> Iterator[Item]:
    """The documents of one unit (nearly always one); never raises for bad data."""
    if isinstance(unit, SourceDocument | Failure):
        yield unit
        return
    if isinstance(unit, Part):
        yield from unit.read(unit)
        return
    try:
        data = unit.data if isinstance(unit, Loaded) else place_bytes(unit.path, unit.member, unit.name)
        if is_archive(data[:512]):
            yield Failure(unit.name, "format-unknown", "an archive within an archive: unpack the outer one first")
            return
        kind = named(input_format) if input_format else sniff(data, unit.name)
        documents = kind.read(data, unit.name)
        yield from documents if input_format else map(cable_or_failure, documents)
    except (CablerdfError, OSError) as error:
        yield failure_of(error, unit.name)


def cable_or_failure(item: Item) -> Item:
    """The document, unless nothing but its looks as text spoke for it and it shows no mark of a telegram."""
    if isinstance(item, Failure) or item.format not in UNDECLARED or item.partial or item.declared.id is not None:
        return item
    return item if is_telegram(item.text) else Failure(item.name, NOT_A_CABLE, NO_MARKS)


def place_bytes(path: str, member: int | None, name: str) -> bytes:
    if member is not None:
        return zip_member(path, member, name)
    with Path(path).open("rb") as stream:
        return read_limited(cast(BinaryIO, stream), name)
