"""Steps: a broken one costs what it would have found, and is told of."""

from __future__ import annotations

import pytest

from cablerdf.parse import steps
from cablerdf.parse.draft import Draft

TEXT = "FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\nUNCLAS OSLO 000012\n\nSUBJECT: FISH\n\n1. (U) Fish is cheap.\n"


def broken(draft: Draft) -> None:
    raise ValueError("no such fish")


def test_a_broken_step_is_reported_and_the_rest_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "STEPS", (*steps.STEPS, ("fish", broken)))
    cable = steps.parse_text(TEXT)
    assert cable.subject == "FISH"
    [problem] = [p for p in cable.problems if p.code == "step-failed"]
    assert problem.severity == "error"
    assert "'fish'" in problem.message and "no such fish" in problem.message


def test_memory_is_the_callers_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(draft: Draft) -> None:
        raise MemoryError

    monkeypatch.setattr(steps, "STEPS", (("fish", hungry),))
    with pytest.raises(MemoryError):
        steps.parse_text(TEXT)


def test_no_step_breaks_on_a_plain_cable() -> None:
    assert "step-failed" not in {p.code for p in steps.parse_text(TEXT).problems}
