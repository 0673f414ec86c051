"""Damaged documents against every reader: a result or a clear refusal. `fuzz.py` goes on for as long as one likes."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("pyoxigraph", reason="the extra 'store' is not installed")
pytest.importorskip("rapidfuzz", reason="the extra 'link' is not installed")
sys.path.insert(0, str(Path(__file__).parent))
from fuzz import attempt, crashes
from mutate import PIECES, mutated
from targets import TARGETS

ODD = st.lists(st.sampled_from(PIECES) | st.binary(max_size=20) | st.text(max_size=20).map(str.encode)).map(b"".join)

ALIKE = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", TARGETS)
def test_what_crashed_once_does_so_no_more(name: str) -> None:
    for path in crashes(name):
        assert not attempt(TARGETS[name], path.read_bytes()), path


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_documents(name: str) -> None:
    target = TARGETS[name]
    seeds, tries = target.seeds(), 10 if target.slow else 100

    @settings(
        max_examples=tries, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
    )
    @given(st.integers(0, 1 << 40).map(lambda seed: mutated(seeds, random.Random(seed), 4_000)) | ODD)
    def holds(data: bytes) -> None:
        assert not attempt(target, data)

    holds()
