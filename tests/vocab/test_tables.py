"""Every table loads, says where each fact can be checked, and says nothing twice."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from cablerdf.errors import TableError
from cablerdf.vocab.tables import asset, mapping, rows

DATA = Path(str(files("cablerdf.vocab") / "data"))
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
each_table = pytest.mark.parametrize("name", TABLES)


@each_table
def test_every_row_has_its_evidence(name: str) -> None:
    assert rows(name) != ()
    assert [row for row in rows(name) if not row["evidence"].strip()] == []


@each_table
def test_no_row_stands_twice(name: str) -> None:
    facts = [tuple(value for key, value in row.items() if key != "evidence") for row in rows(name)]
    assert len(set(facts)) == len(facts)


@each_table
def test_its_origin_is_told(name: str) -> None:
    assert f"{name}.csv" in (DATA / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["tags", "concepts", "schemes", "country_codes", "generic_bodies"])
def test_sorted(name: str) -> None:
    facts = [tuple(row.values()) for row in rows(name)]
    assert facts == sorted(facts)


def test_tags_are_codes_of_known_kinds() -> None:
    assert {row["kind"] for row in rows("tags")} == {"country", "organization", "program", "region", "subject"}
    for row in rows("tags"):
        assert row["code"] == row["code"].upper(), row
        assert row["label"], row
        assert row["definition"].endswith("."), row
        assert row["kind"] != "country" or len(row["code"]) == 2, row
        assert row["kind"] != "program" or row["code"].startswith("K"), row


def test_a_key_twice_is_refused() -> None:
    with pytest.raises(TableError, match="stands twice"):
        mapping("tags", "kind", "code")


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(TableError, match="no table"):
        rows("no_such_table")
    with pytest.raises(TableError, match="no shipped file"):
        asset("no/such/file")


def test_customs_are_those_of_known_countries() -> None:
    names = {row["name"] for row in rows("countries")}
    assert [row for row in rows("country_customs") if row["country"] not in names] == []


@pytest.mark.parametrize(
    "table, column",
    [(name, column) for name in TABLES for column in ("country", "side") if rows(name) and column in rows(name)[0]],
)
def test_a_state_has_one_name(table: str, column: str) -> None:
    """Burma is not Myanmar in another table: its people and places would be of two countries, and so of none."""
    other = {alias for row in rows("countries") for alias in row["aliases"].split(";")}
    other -= {"US"} | {row["name"] for row in rows("countries")}  # the parser's own name of the United States
    assert sorted({row[column] for row in rows(table)} & other - {""}) == []
