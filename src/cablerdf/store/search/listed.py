"""Lists of meetings and of statements: narrowed by fields, counted, ordered over the whole, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cablerdf.store.search.find import Count, Index

Chosen = tuple[tuple[str, str], ...]  # field and value, which each of a list must all have
OF_CABLE = "cable IN (SELECT cable FROM facet WHERE kind = '{}' AND value = ?)"
COUNTED_BY_CABLE = (
    "SELECT f.value AS value, sum(h.n) AS n FROM (SELECT cable, count(*) AS n FROM ({{hits}}) GROUP BY cable) h"
    " JOIN facet f ON f.cable = h.cable AND f.kind = '{}' GROUP BY f.value"
)
COUNTED_BEFORE = "SELECT value, n FROM counted WHERE list = ? AND field = ?"  # of a whole list, as the index was made


class Field(NamedTuple):
    """How a list is narrowed to a value (`test`), and how its values are counted among `{hits}`."""

    test: str
    counted: str


def of_cable(kind: str) -> Field:
    """A field whose values are the cable's, as the search has them."""
    return Field(OF_CABLE.format(kind), COUNTED_BY_CABLE.format(kind))


def by_attendance(column: str) -> Field:
    """A field whose values are those of the people at a meeting; `column` is ours, what a reader asks for is bound."""
    return Field(
        f"number IN (SELECT meeting FROM attendance WHERE {column} = ?)",  # nosec B608
        f"SELECT a.{column} AS value, count(DISTINCT a.meeting) AS n FROM ({{hits}}) h"  # nosec B608
        f" JOIN attendance a ON a.meeting = h.number WHERE a.{column} != '' GROUP BY a.{column}",
    )


def about(kind: str) -> Field:
    """A field whose values are things of a kind that a statement is about; `kind` is ours."""
    return Field(
        "number IN (SELECT statement FROM about WHERE thing = ?)",
        "SELECT b.thing AS value, count(*) AS n FROM ({hits}) h JOIN about b ON b.statement = h.number"  # nosec B608
        f" JOIN label k ON k.value = b.thing AND k.kind = '{kind}' GROUP BY b.thing",
    )


TAGS_OF_CABLE = Field(
    "cable IN (SELECT c.iri FROM facet f JOIN cable c ON c.number = f.cable WHERE f.kind = 'tag' AND f.value = ?)",
    "SELECT f.value AS value, count(*) AS n FROM ({hits}) h JOIN cable c ON c.iri = h.cable"
    " JOIN facet f ON f.cable = c.number AND f.kind = 'tag' GROUP BY f.value",
)  # of a meeting, which has its cable by the IRI
YEAR = "substr(date, 1, 4)"
BY_YEAR = f"SELECT {YEAR} AS value, count(*) AS n FROM ({{hits}}) WHERE date != '' GROUP BY 1"  # nosec B608
LISTS: Mapping[str, Mapping[str, Field]] = {
    "meeting": {
        "year": Field(f"{YEAR} = ?", BY_YEAR),
        "post": Field("post = ?", "SELECT post AS value, count(*) AS n FROM ({hits}) WHERE post != '' GROUP BY post"),
        "tag": TAGS_OF_CABLE,
        "country": by_attendance("side"),
        "person": by_attendance("person"),
    },
    "statement": {
        "year": of_cable("year"),
        "post": of_cable("post"),
        "tag": of_cable("tag"),
        "person": Field(
            "speaker = ?", "SELECT speaker AS value, count(*) AS n FROM ({hits}) WHERE speaker != '' GROUP BY speaker"
        ),
        "place": about("place"),
        "organization": about("organization"),
    },
}  # fmt: skip


def chosen_rows(name: str, chosen: Chosen) -> tuple[str, list[str]]:
    """The SELECT of what has it all, and its values in order."""
    tests = " AND ".join(["1", *(LISTS[name][field].test for field, _ in chosen)])
    return f"SELECT * FROM {name} WHERE {tests}", [value for _, value in chosen]  # tests of ours  # nosec B608


def listed(
    index: Index, name: str, chosen: Chosen, *, limit: int, offset: int = 0, oldest_first: bool = False
) -> list[str]:
    """The IRIs of a page of the list, latest first."""
    hits, values = chosen_rows(name, chosen)
    order = "number" if oldest_first else "number DESC"
    rows = index.rows(f"SELECT iri FROM ({hits}) ORDER BY {order} LIMIT ? OFFSET ?", *values, limit, offset)  # nosec B608
    return [iri for (iri,) in rows]


def count(index: Index, name: str, chosen: Chosen) -> int:
    """How many have it all."""
    hits, values = chosen_rows(name, chosen)
    return int(index.rows(f"SELECT count(*) FROM ({hits})", *values)[0][0])  # nosec B608


def values_of(index: Index, name: str, chosen: Chosen, field: str, limit: int) -> list[Count]:
    """The most frequent values of a field among what has it all, years newest first."""
    hits, values = chosen_rows(name, chosen)
    counted = LISTS[name][field].counted.format(hits=hits)
    if not chosen:
        counted, values = COUNTED_BEFORE, [name, field]
    order = "value DESC" if field == "year" else "n DESC, coalesce(label.label, value)"
    sql = (
        f"SELECT value, label.label, label.note, n FROM ({counted}) LEFT JOIN label USING (value)"
        f" ORDER BY {order} LIMIT ?"  # nosec B608
    )
    found = index.rows(sql, *values, limit)
    return [Count(value, label or value.rpartition("/")[2], note or "", n) for value, label, note, n in found]
