"""The score is a gate: no figure of the keys that the reading is developed with may fall.

The floors lie in `tests/keys/floors.json`. Who raises a figure raises its floor in the same commit
(`python benchmarks/scores.py ../shared --sets keys,development --json` prints them all);
who must lower one says in that commit what was gained for it. Keys set aside are no part of this.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests" / "keys" / "floors.json").read_text(encoding="utf-8"))
SLACK = 0.0005  # of rounding

pytestmark = pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").exists(), reason="no shared keys and scorers beside this checkout"
)


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    command = [sys.executable, "benchmarks/scores.py", str(SHARED), "--sets", ",".join(FLOORS), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(("keys", "field"), [(keys, field) for keys, row in FLOORS.items() for field in row])
def test_no_figure_falls(figures: dict[str, dict[str, float]], keys: str, field: str) -> None:
    assert figures[keys][field] >= FLOORS[keys][field] - SLACK
