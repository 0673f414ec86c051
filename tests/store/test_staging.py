"""Files read before a store is touched: packed ones, cut ones, and what their names tell."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from cablerdf import bombs
from cablerdf.errors import InputError, TooLargeError
from cablerdf.pipeline.links.files import Asked, link_files
from cablerdf.pipeline.stores import Access, LoadOptions, load
from cablerdf.pipeline.validating import validate_files
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


@pytest.mark.parametrize(
    ("name", "pack"), [("a.nq.gz", gzip.compress), ("a.nq.zst", zstandard.ZstdCompressor().compress)]
)
@pytest.mark.parametrize("use", ["load", "validate", "link"])
def test_what_reads_rdf_refuses_a_bomb(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, pack: Callable[[bytes], bytes], use: str
) -> None:
    monkeypatch.setattr(bombs, "FREE", 1 << 16)  # so that a small one is one
    (tmp_path / name).write_bytes(pack(b"<http://a/> <http://b/> <http://c/> <http://g/> .\n" * 100_000))
    path, store = tmp_path / name, tmp_path / "store"
    steps: dict[str, Callable[[], object]] = {
        "load": lambda: load([path], str(store), Access(), LoadOptions(), index=False),
        "validate": lambda: validate_files([path], None),
        "link": lambda: link_files((path,), tmp_path / "links.nq", Asked()),
    }
    with pytest.raises(TooLargeError, match=f"{name} is a bomb"):
        steps[use]()
    assert not store.exists()
