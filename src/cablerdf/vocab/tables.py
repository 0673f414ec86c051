"""The only code that opens a table."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from cablerdf.errors import TableError

Row = Mapping[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `data/NAME.csv`, in order, each a read-only mapping from column to text.

    Raises:
        TableError: there is no such table, or a row has not as many cells as the header.
    """
    path = files("cablerdf.vocab") / "data" / f"{name}.csv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise TableError(f"no table vocab/data/{name}.csv") from error
    reader = csv.reader(lines, strict=True)
    header = next(reader, [])
    found: list[Row] = []
    for cells in reader:
        if len(cells) != len(header):
            where = f"vocab/data/{name}.csv line {reader.line_num}"
            raise TableError(f"{where}: {len(cells)} cells, expected {len(header)}")
        found.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(found)


@cache
def words(name: str) -> tuple[str, ...]:
    """The lines of `data/NAME.txt`, a plain list of words.

    Raises:
        TableError: there is no such list.
    """
    try:
        return tuple((files("cablerdf.vocab") / "data" / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1])
    except FileNotFoundError as error:
        raise TableError(f"no list vocab/data/{name}.txt") from error


@cache
def mapping(name: str, key: str, value: str) -> Mapping[str, str]:
    """Column `key` to column `value` of `data/NAME.csv`; a key twice is a TableError."""
    found: dict[str, str] = {}
    for row in rows(name):
        if row[key] in found:
            raise TableError(f"vocab/data/{name}.csv: {key} {row[key]!r} stands twice")
        found[row[key]] = row[value]
    return MappingProxyType(found)


def asset(relative: str) -> Path:
    """The path of a shipped file such as `ontology/cablerdf.ttl` or `shapes/cable.ttl`.

    In an installed wheel these folders lie inside the package, in a checkout at its top.

    Raises:
        TableError: there is no such file.
    """
    package = Path(__file__).resolve().parents[1]
    for root in (package, package.parents[1]):
        if (root / relative).exists():
            return root / relative
    raise TableError(f"no shipped file {relative}")
