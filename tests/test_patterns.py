"""A megabyte written against a pattern takes it less than a second."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import cablerdf

sys.path.insert(0, str(Path(__file__).parent / "attack"))
from hostile import shapes, written

PACKAGE = Path(cablerdf.__file__).parent
MEGABYTE = 1_000_000
# size, and the CPU seconds above which it is looked at more closely
PROBES = ((24, 0.005), (1_000, 0.02), (12_000, 0.012))
CLOSER = (12_000, 48_000)
LIMIT = 1.0  # seconds for a megabyte
LOOKS = 4
AT_ONE_PLACE = frozenset({"match", "fullmatch"})


def patterns_of(value: object, name: str, depth: int = 2) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
    elif depth and isinstance(value, dict):
        for key, item in value.items():
            yield from patterns_of(item, f"{name}[{key!r}]", depth - 1)
    elif depth and isinstance(value, (tuple, list)):
        for number, item in enumerate(value):
            yield from patterns_of(item, f"{name}[{number}]", depth - 1)


def all_patterns() -> dict[re.Pattern[str], list[str]]:
    """Every pattern that a module of the package holds, with all the places where it stands."""
    found: dict[re.Pattern[str], list[str]] = defaultdict(list)
    for module in pkgutil.walk_packages(cablerdf.__path__, "cablerdf."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for place, pattern in patterns_of(value, f"{module.name.removeprefix('cablerdf.')}.{name}"):
                found[pattern].append(place)
    return found


def methods_called() -> dict[str, set[str]]:
    """For each constant, how it is called: `DTG.search(...)` → {"parse.header.dates.DTG": {"search"}}.

    A constant that another module imports stands under its name there too; one that is reached through a module or an
    object stands under its bare name.
    """
    found: dict[str, set[str]] = defaultdict(set)
    same: list[tuple[str, str]] = []
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                source = (node.module or "").removeprefix("cablerdf.")
                same += [(f"{module}.{name.asname or name.name}", f"{source}.{name.name}") for name in node.names]
            if isinstance(node, ast.Attribute):
                owner = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                if isinstance(owner, ast.Name):
                    found[f"{module}.{owner.id}"].add(node.attr)
                elif isinstance(owner, ast.Attribute):
                    found[owner.attr].add(node.attr)
    for here, there in same:
        found[here] = found[there] = found[here] | found[there]
    return found


ALIKE = all_patterns()
PATTERNS = {places[0]: pattern for pattern, places in ALIKE.items()}
METHODS = methods_called()


def way_of(place: str) -> str:
    """How a pattern is used at its worst: all over a text, unless it is only ever tried at one place."""
    ways = {"match", "fullmatch", "search", "finditer", "findall", "sub", "split"}
    constants = [other.partition("[")[0] for other in ALIKE[PATTERNS[place]]]
    called = set().union(*(METHODS[name] | METHODS[name.rpartition(".")[2]] for name in constants)) & ways
    return "match" if called and called <= AT_ONE_PLACE else "finditer"


def seconds(pattern: re.Pattern[str], way: str, text: str, times: int = 1) -> float:
    """CPU seconds that a pattern needs for a text: the least of so many times."""
    least = float("inf")
    for _ in range(times):
        begun = time.process_time()
        if way == "match":
            pattern.match(text)
            pattern.fullmatch(text)
        else:
            for _found in pattern.finditer(text):
                pass
        least = min(least, time.process_time() - begun)
    return least


def runs_away(pattern: re.Pattern[str], way: str, shape: tuple[str, str, str]) -> float | None:
    """Seconds that a megabyte of this shape would take, where that is too much; None where it is not."""
    for size, enough in PROBES:
        text = written(shape, size)
        took = seconds(pattern, way, text)
        if took > enough:
            took = seconds(pattern, way, text, times=3)
        if took > enough * 5:
            return took * (MEGABYTE / size) ** 2
        if took > enough:
            break
    else:
        return None
    small, large = (seconds(pattern, way, written(shape, size), times=3) for size in CLOSER)
    growth = max(1.0, large / max(small, 1e-4) / (CLOSER[1] / CLOSER[0]))  # 1: linear; 4: quadratic
    power = 1 if growth < 1.7 else 2
    expected = large * (MEGABYTE / CLOSER[1]) ** power
    return expected if expected > LIMIT * (2 if power == 1 else 1) else None  # twice: other things run beside us


def confirmed(pattern: re.Pattern[str], way: str, shape: tuple[str, str, str]) -> bool:
    """Whether a pattern runs away at every look: a bad pattern always does, one that was disturbed does not."""
    return all(runs_away(pattern, way, shape) is not None for _ in range(LOOKS))


@pytest.fixture(autouse=True)
def time_limit() -> Iterator[None]:
    """A pattern that does not come back fails its test after half a CPU minute (`re` looks for signals as it goes)."""

    def ring(_number: int, _frame: object) -> None:
        raise TimeoutError("the pattern did not come back")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("bad", [r"(?:a+)+b", r"\s+$", r"(\w+\s?)*;", r"x.*y"])
def test_patterns_that_run_away_are_noticed(bad: str) -> None:
    pattern = re.compile(bad)
    tries = [shape for shape in shapes(pattern) if "\n" not in shape] * 3  # what runs beside may hide it once
    try:
        noticed = any(runs_away(pattern, "finditer", shape) for shape in tries)
    except TimeoutError:  # it was too quick at every size that is tried first
        noticed = True
    assert noticed


@pytest.mark.parametrize("place", PATTERNS)
def test_pattern(place: str) -> None:
    pattern, way = PATTERNS[place], way_of(place)
    assert [shape for shape in shapes(pattern) if confirmed(pattern, way, shape)] == [], pattern.pattern[:300]
