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

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import scores

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


def test_what_a_key_leaves_out_is_not_scored(tmp_path: Path) -> None:
    """What is read is never its own key: bodies and places count only where a key has them, people it must have."""
    read = {"meetings": [], "persons": [{"name": "Ana Reis"}], "orgs": ["GNR", "PSP"], "places": ["Evora"]}
    key = {"meetings": [], "persons": [{"name": "Ana Reis", "country": None}]}
    predicted = tmp_path / "read.jsonl"
    predicted.write_text("".join(json.dumps({"id": id} | read) + "\n" for id in ("a", "b", "c")), encoding="utf-8")
    for id, rest in {"a": {"orgs": ["GNR"]}, "b": {}, "c": {"orgs": None, "places": None}}.items():
        (tmp_path / f"{id}.json").write_text(json.dumps({"id": id} | key | rest), encoding="utf-8")
    found = scores.figures(SHARED / "eval" / "score.py", tmp_path, predicted)
    assert found["persons"] == 1
    assert found["orgs"] == pytest.approx(2 / 3)  # of "a" alone, where one of two is wrong
    assert "places" not in found
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "meetings": []}), encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        scores.figures(SHARED / "eval" / "score.py", tmp_path, predicted)
