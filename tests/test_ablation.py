"""What `benchmarks/ablation.py` switches off is off, and is on again afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

from cablerdf.parse.text import lower

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from switches import Room, places_passed, switches

SOURCE = """
def larger(a, b):
    if a > b and a > 0:
        return a
    return [n for n in (a, b) if n] if b else b
"""


def test_every_branch_and_condition_is_a_switch() -> None:
    found = [(switch.kind, switch.source, switch.entered) for switch in switches("m", SOURCE)]
    assert found == [
        ("branch", "if a > b and a > 0: return a", 4),
        ("operand", "a > b", 3),
        ("operand", "a > 0", 3),
        ("choice", "[n for n in (a, b) if n]", 5),
        ("choice", "b", 5),
        ("filter", "n", 5),
    ]


def test_a_switch_is_turned_off_and_on() -> None:
    room = Room("parse/text")
    before = {name: {n: f.__code__ for n, f in own.items()} for name, own in room.functions.items()}
    turned = [switch for switch in room.switches() if room.turn(switch, off=True)]
    assert turned
    changed = [s for s in turned if room.functions[s.module][s.function].__code__ != before[s.module][s.function]]
    assert changed
    for switch in turned:
        assert room.turn(switch, off=False)
    for name, own in room.functions.items():
        for n, function in own.items():
            assert function.__code__.co_code == before[name][n].co_code
            function.__code__ = before[name][n]


def test_lines_and_functions_that_are_run_are_seen() -> None:
    path = str(Path(lower.__file__))
    places = places_passed(lambda: lower.lowered("İSTANBUL"), {path})
    assert (path, "lowered") in places
    assert any(isinstance(line, int) for _, line in places)
    assert sys.gettrace() is None
