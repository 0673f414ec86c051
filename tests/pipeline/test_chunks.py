"""Documents are handed to the workers in chunks: few enough that their bytes do not fill the memory."""

from __future__ import annotations

from cablerdf.pipeline.work.task import CHUNK, WEIGHT, chunked
from cablerdf.read.units import Loaded, Place


def test_small_documents_go_together() -> None:
    assert [len(chunk) for chunk in chunked(Loaded(str(n), b"x") for n in range(25))] == [CHUNK, CHUNK, 5]


def test_large_documents_go_alone() -> None:
    data = bytes(WEIGHT + 1)
    assert [len(chunk) for chunk in chunked(Loaded(str(n), data) for n in range(3))] == [1, 1, 1]
    half = bytes(WEIGHT // 2 + 1)
    assert [len(chunk) for chunk in chunked(Loaded(str(n), half) for n in range(5))] == [2, 2, 1]


def test_places_weigh_nothing() -> None:
    assert [len(chunk) for chunk in chunked(Place(str(n), "x", n) for n in range(12))] == [CHUNK, 2]
