"""An input cut into partitions holds the documents of the whole, in its order."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("fsspec", reason="the extra 'cluster' is not installed")

from cablerdf.model import SourceDocument
from cablerdf.read import Failure, items, partitions
from cablerdf.read.documents import open_unit
from cablerdf.read.kinds.csv_rows import csv_range, read_csv, read_row

ROW = (
    '"{0}","5/4/2007 9:05","07UTOPIA{0}","Embassy Utopia","UNCLASSIFIED","",'
    '"FM AMEMBASSY\nUTOPIA","1. Text {0}\nof \\"{1}\\"."\n'
)


def table(rows: int) -> bytes:
    return "".join(ROW.format(n, "x\n" * (n % 7)) for n in range(rows)).encode()


@pytest.mark.parametrize("step", [1, 7, 50, 100, 333, 5000])
def test_ranges_of_a_table(step: int) -> None:
    data = table(12)
    found = []
    for start in range(0, len(data), step):
        for part in csv_range(io.BytesIO(data), "t.csv", start, min(start + step, len(data))):
            assert not isinstance(part, Failure)
            found += list(read_row(part))
    assert found == list(read_csv(data, "t.csv"))
    assert len(found) == 12


@pytest.fixture
def mixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files, folders, a zip archive and a table."""
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "in"
    for name in ("a/1.txt", "a.txt", "z/2.txt", "b/c/3.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"UNCLAS UTOPIA {name}")
    (root / "m.csv").write_bytes(table(9))
    (root / "empty.txt").touch()
    with zipfile.ZipFile(root / "n.zip", "w") as archive:
        for n in range(7):
            archive.writestr(f"{n}.txt", f"UNCLAS UTOPIA zip {n}")
    return root


@pytest.mark.parametrize(("files", "size"), [(1, 100), (2, 300), (500, 1 << 20)])
def test_partitions_hold_the_whole(mixed: Path, files: int, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "FILES", files)
    monkeypatch.setattr(partitions, "RANGE", size)
    found: list[SourceDocument | Failure] = []
    for partition in partitions.partitions(["in"]):
        for unit in partitions.partition_units(partition):
            found += list(open_unit(unit))
    assert found == list(items("in"))
    assert len(found) == 4 + 1 + 9 + 7
