"""`docs/reading.md` shows the steps and layers that the code has."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from cablerdf.parse.header import HEADER_STEPS
from cablerdf.parse.steps import STEPS

HERE = Path(__file__).parent
PAGE = (Path(__file__).parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")


def test_the_picture_has_every_step_in_order() -> None:
    picture = PAGE.split("## The steps")[1].split("```")[1]
    header = [name for name, _step in HEADER_STEPS]
    steps = [name for name, _step in STEPS if name not in header]
    assert f"{header[0]} … {header[-1]}" in picture
    assert [name for name in re.findall(r"(?m)^ {10}([a-z]+(?: [a-z]+)*?)  ", picture) if "…" not in name] == steps


def layers() -> list[str]:
    """The layers that `test_layers.py` holds the code to."""
    tree = ast.parse((HERE / "test_layers.py").read_text(encoding="utf-8"))
    (value,) = (n.value for n in tree.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "LAYERS")
    return list(ast.literal_eval(value))


def test_the_table_has_every_layer_in_order() -> None:
    table = PAGE.split("| layer |")[1].split("## Why")[0]
    named = re.findall(r"`([a-z]+(?:/[a-z]+)?)`(?=[^|]*\|[^|]*\|)", table)
    assert named == [name for name in layers() if "/" in name or name == "lexicon"]
