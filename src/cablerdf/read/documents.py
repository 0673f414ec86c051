"""Units to documents: the part of reading that any process can do by itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, cast

from cablerdf.errors import CablerdfError, FormatError
from cablerdf.model import SourceDocument
from cablerdf.read.archives import zip_member
from cablerdf.read.failure import NOT_A_CABLE, Failure, failure_of
from cablerdf.read.formats import Item, named, sniff
from cablerdf.read.limits import MAX_TEXT
from cablerdf.read.places import units
from cablerdf.read.streams import is_archive, read_limited
from cablerdf.read.telegram import is_telegram
from cablerdf.read.units import Loaded, Part, Unit

UNDECLARED = ("text", "html")  # kinds whose documents need not say which cable they are
NO_MARKS = "none of a telegram's marks (DTG, TAGS, REF, portion markings ...); --input-format text reads it anyway"
TOO_LONG = "a text of {:,} characters, more than one cable may have: are several in one file?"
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
    name = unit.source if isinstance(unit, Failure) else unit.name
    try:
        for item in opened(unit, input_format):
            yield judged(item, input_format)
    except (CablerdfError, OSError) as error:
        yield failure_of(error, name)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours, or of a library that meets what its authors did not think of
        yield Failure(name, "internal-error", f"{type(error).__name__}: {error}")


def opened(unit: Unit, input_format: str | None) -> Iterator[Item]:
    if isinstance(unit, SourceDocument | Failure):
        yield unit
    elif isinstance(unit, Part):
        yield from unit.read(unit)
    else:
        data = unit.data if isinstance(unit, Loaded) else place_bytes(unit.path, unit.member, unit.name)
        if is_archive(data[:512]):
            raise FormatError("an archive within an archive: unpack the outer one first")
        kind = named(input_format) if input_format else sniff(data, unit.name)
        yield from kind.read(data, unit.name)


def judged(item: Item, input_format: str | None) -> Item:
    """The document, unless it is too long, or nothing but its looks as text spoke for it and it shows no telegram."""
    if isinstance(item, Failure):
        return item
    if len(item.text) > MAX_TEXT:
        return Failure(item.name, "too-large", TOO_LONG.format(len(item.text)))
    if input_format or item.format not in UNDECLARED or item.partial or item.declared.id is not None:
        return item
    return item if is_telegram(item.text) else Failure(item.name, NOT_A_CABLE, NO_MARKS)


def place_bytes(path: str, member: int | None, name: str) -> bytes:
    if member is not None:
        return zip_member(path, member, name)
    with Path(path).open("rb") as stream:
        return read_limited(cast(BinaryIO, stream), name)
