"""The whole line over real pages and hand-made keys, where they are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PAGES = SHARED / "corpus" / "cablegate-dev.zip"
SCORER = SHARED / "eval" / "score.py"

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="no shared corpus of real cables beside this checkout")

# What the scorer must say of the fields that the form of a telegram fixes; what runs deeper is measured, not tested.
AT_LEAST = {
    "message_number": 1.0, "post": 1.0, "section": 1.0, "dtg": 1.0, "classification": 1.0, "subject": 1.0,
    "declassify_on": 0.97, "classified_by.name": 0.97, "tags": 0.99, "to": 0.99, "info": 0.98, "references": 0.98,
    "caveats": 0.99, "reasons": 0.99, "paragraphs": 0.99, "headings": 0.95, "summary_paragraphs": 0.95,
    "comment_paragraphs": 0.95, "signer": 0.95, "classified_by.title": 0.95,
}  # fmt: skip


def cablerdf(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cablerdf", *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_every_page_is_read_parsed_mapped_and_conforms(tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    done = cablerdf("convert", str(PAGES), "-o", str(tmp_path / "out.nq.gz"), "--report", str(report))
    assert done.returncode == 0, done.stderr
    codes = {json.loads(line)["code"] for line in report.read_text(encoding="utf-8").splitlines()}
    assert not codes & {"step-failed", "internal-error", "timeout", "worker-died", "does-not-conform"}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    predictions = tmp_path_factory.mktemp("scores") / "p.jsonl"
    parsed = cablerdf("parse", str(SHARED / "corpus" / "gold-cables"), "-f", "jsonl")
    assert parsed.returncode == 0, parsed.stderr
    predictions.write_text(parsed.stdout, encoding="utf-8")
    command = [sys.executable, str(SCORER), "--gold", str(SCORER.parent / "gold"), "--pred", str(predictions), "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert scored["absent"] == []
    found = scored["figures"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("field", AT_LEAST)
def test_score(figures: dict[str, dict[str, float]], field: str) -> None:
    figure = figures[field]
    assert figure.get("f1", figure.get("accuracy", 0.0)) >= AT_LEAST[field]
