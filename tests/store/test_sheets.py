"""Facts as tables: one row a fact, the same in CSV, Parquet and SQLite, from a folder and from a server."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import cablerdf
from cablerdf.errors import OptionError, OutputError
from cablerdf.pipeline.stores import Access, LoadOptions, load, table
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.store.sheets import SHEETS

CABLES = Path(__file__).parents[2] / "examples" / "cables"
HALIFAX = "https://w3id.org/cablerdf/id/cable/09HALIFAX44"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "cables.nq"
    path.write_bytes(b"".join(serialize(to_quads(cablerdf.parse(one)), "nquads") for one in cablerdf.read(CABLES)))
    return path


@pytest.fixture(scope="module")
def store(data: Path) -> str:
    load([data], str(data.parent / "store"), Access(), LoadOptions(), index=False)
    return str(data.parent / "store")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_meetings(store: str, tmp_path: Path) -> None:
    counts = table(store, "meetings", tmp_path / "m.csv", Access())
    found = rows(tmp_path / "m.csv")
    assert counts == {"meetings": len(found)}
    (one,) = [row for row in found if row["cable"] == HALIFAX and row["name"] == "Kathleen O'Dea"]
    assert (one["date"], one["title"], one["delegation"], one["method"]) == (
        "2009-06-15", "Natural Resources Minister", "canada", "narrative",
    )  # fmt: skip
    assert one["fact"].startswith("https://w3id.org/cablerdf/id/participation/09HALIFAX44-1-")
    assert one["paragraph"].split("; ")[-1] == "https://w3id.org/cablerdf/id/paragraph/09HALIFAX44-2"
    assert 0 < float(one["certainty"]) <= 1


def test_every_fact_has_one_row(store: str, data: Path, tmp_path: Path) -> None:
    lines = data.read_text(encoding="utf-8").splitlines()
    kinds = {"cables": "Cable", "meetings": "Participation", "statements": "Statement", "references": "Reference"}
    for kind, name in kinds.items():
        table(store, kind, tmp_path / f"{kind}.csv", Access())
        facts = [row["fact"] for row in rows(tmp_path / f"{kind}.csv")]
        subjects = {
            line.partition(" ")[0][1:-1]
            for line in lines
            if f"#type> <https://w3id.org/cablerdf/ontology#{name}>" in line
        }
        assert len(facts) == len(set(facts)) and set(facts) == subjects
    table(store, "people", tmp_path / "people.csv", Access())
    people = [(row["fact"], row["cable"]) for row in rows(tmp_path / "people.csv")]
    assert len(people) == len(set(people)) > 10
    assert [cable for _, cable in people] == sorted(cable for _, cable in people)


def test_values_of_one_fact_share_a_cell(store: str, tmp_path: Path) -> None:
    table(store, "cables", tmp_path / "c.csv", Access())
    (one,) = [row for row in rows(tmp_path / "c.csv") if row["fact"] == HALIFAX]
    assert one["tags"] == "CA; ECON; ENRG; PREL; SENV" and one["post"] == "HALIFAX"


def test_the_same_in_every_kind_of_file(store: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install pyarrow")
    counts = table(store, "all", tmp_path / "x.sqlite", Access())
    assert list(counts) == [sheet.name for sheet in SHEETS]
    for sheet in SHEETS:
        table(store, sheet.name, tmp_path / "x.csv", Access())
        table(store, sheet.name, tmp_path / "x.parquet", Access())
        told = [tuple(row.values()) for row in rows(tmp_path / "x.csv")]
        packed = [tuple(row.values()) for row in parquet.read_table(tmp_path / "x.parquet").to_pylist()]
        with closing(sqlite3.connect(tmp_path / "x.sqlite")) as base:
            kept = base.execute(f'SELECT * FROM "{sheet.name}"').fetchall()
            assert base.execute("SELECT title FROM about WHERE name = ?", (sheet.name,)).fetchone() == (sheet.title,)
        assert packed == kept
        assert [tuple("" if cell is None else str(cell) for cell in row) for row in kept] == [
            tuple(cell.removeprefix("'") if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in row)
            for row in told
        ]


def test_the_same_from_a_server(store: str, data: Path, server: str, tmp_path: Path) -> None:
    load([data], server, Access(), LoadOptions(), index=False)
    for where, name in ((store, "here.csv"), (server, "there.csv")):
        table(where, "statements", tmp_path / name, Access())
    assert (tmp_path / "here.csv").read_bytes() == (tmp_path / "there.csv").read_bytes()


def test_what_cannot_be_written(store: str, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"ends with \.csv, \.parquet, \.sqlite"):
        table(store, "cables", tmp_path / "x.xlsx", Access())
    with pytest.raises(OptionError, match=r"into a \.sqlite file alone"):
        table(store, "all", tmp_path / "x.csv", Access())
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        table(store, "cables", tmp_path / "file" / "x.csv", Access())
