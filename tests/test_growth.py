"""The reading of cables does not grow for nothing: more code needs a figure of the keys that it raises.

`tests/keys/size.json` has the lines of code of `cablerdf/parse` and the sum of the floors when it was last written.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

import cablerdf

PARSE = Path(cablerdf.__file__).parent / "parse"
KEYS = Path(__file__).parent / "keys"
GROWTH = 1.01


def lines_of_code(text: str) -> int:
    """The lines on which something of the program begins: no comments, docstrings, blank lines or closing brackets."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt | ast.expr)]
    told = {n.lineno for n in nodes if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    return len({node.lineno for node in nodes} - told)


def refused(lines: int, floors: float, recorded: dict[str, float]) -> str | None:
    """Why so many lines at such floors are refused; None where they are not."""
    if lines <= recorded["lines"] * GROWTH or floors > recorded["floors"]:
        return None
    return (
        f"cablerdf/parse has {lines} lines of code, {recorded['lines']:.0f} when tests/keys/size.json was written, "
        "and no floor was raised: take off what gains nothing (`python benchmarks/ablation.py SHARED --room ROOM`), "
        "or raise a floor in tests/keys/floors.json and write "
        f'{{"lines": {lines}, "floors": {floors}}} into tests/keys/size.json'
    )


def floors() -> float:
    """The sum of all floors."""
    rows = json.loads((KEYS / "floors.json").read_text(encoding="utf-8"))
    return round(sum(figure for row in rows.values() for figure in row.values()), 3)


def test_the_reading_grows_only_with_a_figure() -> None:
    lines = sum(lines_of_code(path.read_text(encoding="utf-8")) for path in PARSE.rglob("*.py"))
    why = refused(lines, floors(), json.loads((KEYS / "size.json").read_text(encoding="utf-8")))
    assert why is None, why


def test_growth_without_a_figure_is_refused() -> None:
    recorded = {"lines": 1000, "floors": 70.0}
    assert refused(1010, 70.0, recorded) is None
    assert refused(1200, 70.001, recorded) is None
    assert "1011 lines of code" in (refused(1011, 70.0, recorded) or "")
    assert refused(1011, 69.9, recorded) is not None


def test_words_about_the_code_are_no_code() -> None:
    assert lines_of_code('"""One."""\n\n# two\ndef f():\n    """Three."""\n    return (\n        1\n    )\n') == 3
