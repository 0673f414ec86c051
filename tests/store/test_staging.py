"""Files read before a store is touched: packed ones, cut ones, and what their names tell."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cablerdf.errors import InputError
from cablerdf.store.staging import opened, rdf_format

zstandard = pytest.importorskip("zstandard")
LINES = b"".join(b"<http://a/%d> <http://b/> <http://c/> .\n" % number for number in range(9_000))


def frames(data: bytes) -> bytes:
    """The data as `convert` packs it: one frame after another."""
    half = len(data) // 2
    return b"".join(zstandard.ZstdCompressor().compress(part) for part in (data[:half], data[half:]))


@pytest.mark.parametrize("size", [-1, 7_000, 1 << 20])
@pytest.mark.parametrize(("name", "pack"), [("a.nt.gz", gzip.compress), ("a.nt.zst", frames), ("A.NT.ZST", frames)])
def test_packed_files_are_read_whole(tmp_path: Path, name: str, pack: object, size: int) -> None:
    (tmp_path / name).write_bytes(pack(LINES))  # type: ignore[operator]
    with opened(tmp_path / name) as stream:
        assert b"".join(iter(lambda: stream.read(size), b"")) == LINES
    assert rdf_format(name).name == "N-Triples"


@pytest.mark.parametrize(("name", "pack"), [("a.nt.gz", gzip.compress), ("a.nt.zst", frames)])
def test_files_that_are_cut_off_or_no_such_files_are_named(tmp_path: Path, name: str, pack: object) -> None:
    whole = pack(LINES)  # type: ignore[operator]
    for data in (whole[: len(whole) // 3], whole[:-5], b"no such file at all"):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=f"{name} cannot be read"), opened(tmp_path / name) as stream:
            stream.read()
