"""Rows out of a gazetteer CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.opening import opened
from cablerdf.link.gazetteer.schema import Row, is_qid

NEEDED = ("qid", "label")


def read_csv(path: Path) -> Iterator[Row]:
    """The entities of a CSV file (`.gz` and `.bz2` too) with the columns of `Row`; more columns are no harm.

    Raises:
        LinkError: a column that is needed is missing, or a QID is none.
    """
    with opened(path) as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if any(name not in header for name in NEEDED):
            raise LinkError(f"{path}: expected a header with the columns {', '.join(Row._fields)}; found {header[:9]}")
        places = [header.index(name) if name in header else -1 for name in Row._fields]
        default = Row._field_defaults
        for cells in reader:
            try:
                values = [
                    cells[at] if at >= 0 else default.get(name, "")
                    for name, at in zip(Row._fields, places, strict=True)
                ]
            except IndexError as error:
                raise LinkError(f"{path} line {reader.line_num}: {len(cells)} cells, expected {len(header)}") from error
            row = Row(*values)
            if not is_qid(row.qid):
                raise LinkError(f"{path} line {reader.line_num}: {row.qid!r} is no QID")
            yield row
