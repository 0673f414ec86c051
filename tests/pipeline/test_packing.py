"""Packed output is the plain output packed, document by document, by the workers."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from cablerdf.pipeline.commands import Conversion, convert_to, parse_to
from cablerdf.pipeline.runs.run import Settings
from cablerdf.pipeline.validating import file_bytes

TEXT = """FM AMEMBASSY UTOPIA
TO SECSTATE WASHDC

UNCLAS UTOPIA {:06}

SUBJECT: A VISIT

1. (U) The minister told the Ambassador that ships had come.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three cables, the last of them twice."""
    (tmp_path / "in").mkdir()
    for name, number in (("a", 1), ("b", 2), ("c", 3), ("d", 3)):
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT.format(number))
    return tmp_path


def members(data: bytes) -> int:
    """How many gzip members there are."""
    count = 0
    while data:
        unpacking = zlib.decompressobj(wbits=31)
        unpacking.decompress(data)
        data, count = unpacking.unused_data, count + 1
    return count


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_an_array_with_what_stands_around_and_between(folder: Path, ending: str) -> None:
    plain, packed = folder / "out.json", folder / f"out.json{ending}"
    for out in (plain, packed):
        parse_to([folder / "in"], out, Settings(jobs=2), as_array=True)
    assert file_bytes(packed, packed.name) == plain.read_bytes()
    assert packed.stat().st_size < plain.stat().st_size


def test_each_document_that_goes_out_is_a_member(folder: Path) -> None:
    convert_to([folder / "in"], folder / "out.nq.gz", Conversion(), Settings(jobs=1))
    assert members((folder / "out.nq.gz").read_bytes()) == 3


def test_who_hands_out_the_work_loads_neither_parser_nor_engine(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from cablerdf.pipeline.commands import Conversion, convert_to
from cablerdf.pipeline.runs.run import Settings
convert_to(["in"], Path("out.nq.gz"), Conversion(), Settings(jobs=1))
print([name for name in ("cablerdf.parse", "lxml", "shacl", "pyshacl") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
