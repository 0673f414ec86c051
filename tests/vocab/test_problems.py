"""Every problem code that is raised, or that a shape can raise, is explained; nothing else is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cablerdf.check.report import Finding
from cablerdf.errors import OptionError
from cablerdf.pipeline.work.checking import code_of
from cablerdf.vocab.problems import explain, explanations

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "cablerdf").rglob("*.py"))
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
# where the code stands among the arguments of what raises a problem
PLACE = {"Problem": 0, "report": 0, "Failure": 1, "Row": 2, "failure_of": 2, "bury": 1, "Mark": 0}
CONSTRAINT = re.compile(r"sh:(\w+)\b")


def strings(node: ast.AST) -> Iterator[str]:
    """Every text constant of a node: itself, or those that a condition chooses from."""
    parts = (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)
    for below in parts if isinstance(node, ast.expr) else ast.walk(node):
        if isinstance(below, ast.Constant) and isinstance(below.value, str):
            yield below.value


def raised() -> set[str]:
    """The codes in the source: arguments of what raises problems, and defaults called `code`."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                place = PLACE.get(name)
                if place is not None and len(node.args) > place:
                    found |= set(strings(node.args[place]))
                found |= {text for word in node.keywords if word.arg == "code" for text in strings(word.value)}
            elif isinstance(node, ast.FunctionDef):
                arguments = [*node.args.posonlyargs, *node.args.args]
                defaults = zip(reversed(arguments), reversed(node.args.defaults), strict=False)
                found |= {text for arg, value in defaults if arg.arg == "code" for text in strings(value)}
    return {text for text in found if CODE.fullmatch(text)}


def constrained() -> set[str]:
    """The codes of the constraints in the shapes."""
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "shapes").glob("*.ttl"))
    used = set(CONSTRAINT.findall(text)) & {
        "class", "datatype", "equals", "in", "lessThan", "lessThanOrEquals", "maxCount", "maxInclusive", "minCount",
        "minInclusive", "minLength", "maxLength", "nodeKind", "not", "or", "pattern", "xone", "hasValue", "node",
        "uniqueLang", "closed", "disjoint", "languageIn",
    }  # fmt: skip
    parts = {f"{name[0].upper()}{name[1:]}ConstraintComponent" for name in used} | {"SPARQLConstraintComponent"}
    return {code_of(Finding("<x>", None, None, part, "Violation", "")) for part in parts}


def test_every_code_is_explained_and_no_other() -> None:
    known = {one.code for one in explanations()}
    assert raised() - known == set()
    assert constrained() - known == set()
    shapes = {code for code in known if code.startswith("shacl-")}
    assert shapes - constrained() == set()
    texts = {text for path in SOURCES for text in strings(ast.parse(path.read_text(encoding="utf-8")))}
    assert known - shapes - texts == set()


def test_rows_say_something() -> None:
    codes = [one.code for one in explanations()]
    assert codes == sorted(set(codes))
    for one in explanations():
        assert one.meaning.endswith(".") and one.cure.endswith("."), one.code
        assert set(one.severity.split(" or ")) <= {"error", "warning", "info"}


def test_a_code_that_is_none_names_those_like_it() -> None:
    with pytest.raises(OptionError, match="is it pilcrow-false or pilcrow-repaired"):
        explain("pilcrow")
    with pytest.raises(OptionError, match="`cablerdf explain` lists all"):
        explain("")
