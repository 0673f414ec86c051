"""Tables as files, by the file's name: CSV, Parquet, SQLite. A file appears whole or not at all."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from cablerdf.errors import MissingExtraError, OptionError, OutputError
from cablerdf.store.answers import guarded
from cablerdf.store.base import Store
from cablerdf.store.scratch import scratch_folder
from cablerdf.store.sheets.kinds import Sheet
from cablerdf.store.sheets.rows import Cell, sheet_rows

BLOCK = 10_000  # rows that are written at once
Rows = Iterator[tuple[Cell, ...]]


def write_sheets(store: Store, sheets: Sequence[Sheet], path: Path) -> dict[str, int]:
    """The number of rows of each table that was written to the file.

    Raises:
        OptionError: the file's name tells no kind, or its kind holds one table only.
        MissingExtraError: pyarrow is not installed.
        OutputError: the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in WRITERS:
        raise OptionError(f"{path}: expected a name that ends with {', '.join(ENDINGS)}")
    if len(sheets) > 1 and ending != ".sqlite":
        raise OptionError(f"{path}: several tables go into a .sqlite file alone")
    try:
        with scratch_folder(path.absolute().parent, f".{path.name}.") as folder:
            made = folder / path.name
            counts = {sheet.name: WRITERS[ending](made, sheet, sheet_rows(store, sheet)) for sheet in sheets}
            made.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from error
    return counts


def blocks(rows: Rows) -> Iterator[list[tuple[Cell, ...]]]:
    """The rows in lists of a bounded size."""
    while block := list(islice(rows, BLOCK)):
        yield block


def write_csv(path: Path, sheet: Sheet, rows: Rows) -> int:
    """The number of rows, once they are a CSV that a spreadsheet opens: in UTF-8 with its mark, no cell a formula."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(column.name for column in sheet.columns)
        for count, row in enumerate(rows, 1):  # noqa: B007
            writer.writerow("" if cell is None else guarded(str(cell)) for cell in row)
    return count


def write_parquet(path: Path, sheet: Sheet, rows: Rows) -> int:
    """The number of rows, once they are a Parquet file of texts and numbers."""
    try:
        pa, pq = (cast(Any, import_module(name)) for name in ("pyarrow", "pyarrow.parquet"))
    except ImportError as error:
        raise MissingExtraError("pyarrow", "tables") from error
    schema = pa.schema([(c.name, pa.float64() if c.kind == "number" else pa.string()) for c in sheet.columns])
    count = 0
    with pq.ParquetWriter(path, schema) as out:
        for block in blocks(rows):
            columns = zip(zip(*block, strict=True), schema, strict=True)
            out.write_table(pa.table([pa.array(values, field.type) for values, field in columns], schema=schema))
            count += len(block)
    return count


def write_sqlite(path: Path, sheet: Sheet, rows: Rows) -> int:
    """The number of rows, once they are a table of a SQLite database, with its title in `about`."""
    columns = ", ".join(f'"{c.name}" {"REAL" if c.kind == "number" else "TEXT"}' for c in sheet.columns)
    places = ", ".join("?" for _ in sheet.columns)
    count = 0
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, title TEXT)")
        base.execute("INSERT INTO about VALUES (?, ?)", (sheet.name, sheet.title))
        base.execute(f'CREATE TABLE "{sheet.name}" ({columns})')
        for block in blocks(rows):
            base.executemany(f'INSERT INTO "{sheet.name}" VALUES ({places})', block)  # nosec B608: our own names
            count += len(block)
    return count


Writer = Callable[[Path, Sheet, Rows], int]
WRITERS: Mapping[str, Writer] = MappingProxyType(
    {".csv": write_csv, ".parquet": write_parquet, ".sqlite": write_sqlite}
)
ENDINGS = tuple(WRITERS)
