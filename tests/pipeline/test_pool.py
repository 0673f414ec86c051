"""Workers that die, hang or fail cost the document that did it, never the run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cablerdf.pipeline.work import pool
from cablerdf.pipeline.work.task import chunked
from cablerdf.read.units import Loaded

sys.path.append(str(Path(__file__).parent))  # so that worker processes find the maker
from deadly import DeadlyRecipe


def run(words: list[str], jobs: int = 2, size: int = 4, limit: float = 30) -> list[str]:
    """What became of the words: themselves, or the code of the failure."""
    units = [Loaded(f"u{i}", word.encode()) for i, word in enumerate(words)]
    with pool.Pool(DeadlyRecipe(), jobs, limit) as workers:
        answers = list(workers.run(chunked(iter(units), size)))
    made = [one for answer in answers for unit in answer for one in unit]
    assert [one.source for one in made] == [unit.name for unit in units]
    return [one.rows[0].code if one.data is None else one.data.decode() for one in made]


WORDS = [f"fine {i}" for i in range(30)]


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("size", [1, 4, 50])
def test_answers_come_in_order(jobs: int, size: int) -> None:
    assert run(WORDS, jobs, size) == WORDS


def test_no_units() -> None:
    assert run([]) == []


def test_a_worker_is_at_work_while_an_answer_is_with_the_caller() -> None:
    units = [Loaded("u1", b"fine 1"), Loaded("u2", b"fine 2")]
    with pool.Pool(DeadlyRecipe(), 1, 30) as workers:
        answers = workers.run(chunked(iter(units), 1))
        next(answers)
        assert [worker.task is not None for worker in workers.workers] == [True]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_document_that_kills_its_worker_is_reported(jobs: int) -> None:
    words = [*WORDS[:6], "die", *WORDS[6:9], "die", "die", *WORDS[9:]]
    assert run(words, jobs) == ["worker-died" if word == "die" else word for word in words]


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    words = [*WORDS[:5], f"die-once {tmp_path / 'done'}", *WORDS[5:]]
    assert run(words) == words


def test_death_while_the_chunk_is_checked() -> None:
    words = [*WORDS[:5], "die-late", *WORDS[5:]]
    assert run(words) == ["worker-died" if word == "die-late" else word for word in words]


@pytest.mark.parametrize(
    ("word", "code"), [("memory", "out-of-memory"), ("bug", "internal-error"), ("bug-late", "internal-error")]
)
def test_errors_cost_their_document(word: str, code: str) -> None:
    assert run(["fine 1", word, "fine 2"]) == ["fine 1", code, "fine 2"]


def test_time_limit() -> None:
    assert run(["fine 1", "sleep 60", "fine 2"], limit=2.0) == ["fine 1", "timeout", "fine 2"]


def test_a_worker_that_does_not_hear_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.2)
    assert run(["fine 1", "deaf", "fine 2"], limit=2.0) == ["fine 1", "timeout", "fine 2"]


def test_answers_that_wait_beyond_memory_wait_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "KEPT", 100)
    words = ["sleep 0.5", *WORDS]
    assert run(words, size=1) == words


def test_few_may_run_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "AHEAD", 2)
    words = ["sleep 0.5", *WORDS]
    assert run(words, size=1) == words


def test_workers_are_replaced_after_some_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "TASKS", 3)
    assert run(WORDS, size=1) == WORDS


def test_ctrl_c_while_workers_are_prepared_is_the_parent_s(tmp_path: Path) -> None:
    (tmp_path / "interrupting.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    script = (
        "from cablerdf.pipeline.work.pool import warm_up",
        "process = warm_up('interrupting').Process(target=print, args='a')",
        "process.start()",
        "process.join()",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(script)],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    assert (done.stdout, done.stderr, done.returncode) == (b"a\n", b"", 0)
