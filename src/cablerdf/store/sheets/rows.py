"""The rows of a table, cable by cable, in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from cablerdf.store.base import Row, Store
from cablerdf.store.sheets.kinds import Column, Sheet

AT_ONCE = 200  # graphs that one question asks about
GRAPHS = "SELECT DISTINCT ?g ?cable WHERE { GRAPH ?g { ?cable a cab:Cable } }"
Cell = str | float | None


def sheet_rows(store: Store, sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """One row a fact: sorted by cable, then by the fact's number in it."""
    graphs = sorted({row["g"].value for row in store.select(GRAPHS)})
    for at in range(0, len(graphs), AT_ONCE):
        found = store.select(sheet.query(graphs[at : at + AT_ONCE]))
        yield from merged(sheet, found)


def merged(sheet: Sheet, found: list[Row]) -> Iterator[tuple[Cell, ...]]:
    """The rows of an answer with those of one fact made one."""

    def key(row: Row) -> tuple[Any, ...]:
        cable = row["cable"].value if "cable" in row else ""
        return cable, *in_order(row["fact"].value)

    for _key, group in groupby(sorted(found, key=key), key=key):
        rows = list(group)
        yield tuple(cell(column, rows) for column in sheet.columns)


def in_order(iri: str) -> tuple[str, tuple[int, ...]]:
    """What sorts facts: 2 before 10.

    >>> in_order("https://a.org/statement/05TOKYO1349-10")
    ('https://a.org/statement/05TOKYO1349', (10,))
    """
    parts = iri.split("-")
    numbers = []
    while len(parts) > 1 and parts[-1].isdigit():
        numbers.append(int(parts.pop()))
    return "-".join(parts), tuple(reversed(numbers))


def cell(column: Column, rows: list[Row]) -> Cell:
    """What a column says of a fact; None where nothing is said."""
    values = sorted({str(row[column.name].value) for row in rows if column.name in row})
    if not values:
        return None
    if column.kind == "number":
        return float(values[0])
    if column.kind == "code":
        values = [value.rpartition("/")[2] for value in values]
    return "; ".join(values) if column.many else values[0]
