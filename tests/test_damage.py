"""Damaged headers are read as well as `docs/headers.md` says: a floor, over a few cases of every kind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RIGHT, FALSE = 0.97, 0.003  # of all cases
WORST = 0.7  # right of the ten cases of any kind

Shares = dict[str, tuple[int, int, int]]


@pytest.fixture(scope="module")
def found() -> Shares:
    """Kind of damage → cases, how many are right, how many tell something false; of the examples alone."""
    command = [sys.executable, "benchmarks/damage.py", "--each", "10", "--seed", "8675", "--json", "--shared", "none"]
    shares: Shares = json.loads(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout)
    return shares


def test_the_floor_over_all_kinds(found: Shares) -> None:
    cases, right, false = (sum(column) for column in zip(*found.values(), strict=True))
    assert cases == 10 * len(found)
    assert right >= RIGHT * cases
    assert false <= FALSE * cases


def test_no_kind_is_read_badly(found: Shares) -> None:
    assert {kind: right for kind, (cases, right, _) in found.items() if right < WORST * cases} == {}


def test_the_page_has_every_kind(found: Shares) -> None:
    page = (ROOT / "docs" / "headers.md").read_text(encoding="utf-8")
    assert [kind for kind in found if f"| {kind} | " not in page] == []
