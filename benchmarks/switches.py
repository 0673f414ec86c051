"""Every branch, condition and call of some modules, and a way to switch it off in the running program.

A switched-off branch is not taken, a condition no longer asked, a call not made. The function's code is exchanged while
the program runs, so that thousands of switches are tried without starting anew.
"""

from __future__ import annotations

import ast
import functools
import importlib
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import cablerdf

PACKAGE = Path(cablerdf.__file__).parent


class Switch(NamedTuple):
    """What can be switched off: `node` counts the nodes of the module, `part` the operands or conditions of the node.

    `entered` is the line that a text passes where the switch matters, `lines` how many lines it has.
    """

    module: str
    function: str
    node: int
    kind: str  # branch, call, operand, filter, choice
    part: int
    line: int
    entered: int
    lines: int
    source: str


class Off(ast.NodeTransformer):
    """The tree of a module without what is switched off."""

    def __init__(self, off: dict[int, set[int]], order: dict[ast.AST, int]) -> None:
        self.off, self.order = off, order

    def visit(self, node: ast.AST) -> object:
        """The node without its switched-off parts."""
        parts = self.off.get(self.order[node], set())
        if parts and isinstance(node, ast.If):
            rest = [self.visit(statement) for statement in node.orelse]
            flat = [s for found in rest for s in (found if isinstance(found, list) else [found])]
            return flat or ast.copy_location(ast.Pass(), node)
        if parts and isinstance(node, ast.stmt):
            return ast.copy_location(ast.Pass(), node)
        self.generic_visit(node)
        if isinstance(node, ast.BoolOp):
            node.values = [v for i, v in enumerate(node.values) if i not in parts] or node.values[:1]
            return node.values[0] if len(node.values) == 1 else node
        if isinstance(node, ast.comprehension):
            node.ifs = [v for i, v in enumerate(node.ifs) if i not in parts]
        if parts and isinstance(node, ast.IfExp):
            return node.orelse if 0 in parts else node.body
        return node


class Room:
    """The modules of a folder or file under `cablerdf/`, with the switches that are off."""

    def __init__(self, *folders: str) -> None:
        found = (path for folder in folders for path in [PACKAGE / folder, *(PACKAGE / folder).rglob("*.py")])
        self.paths = {name_of(path): path for path in sorted(found) if path.suffix == ".py" and path.is_file()}
        self.sources = {name: path.read_text(encoding="utf-8") for name, path in self.paths.items()}
        self.functions = {name: dict(functions(importlib.import_module(name))) for name in self.paths}
        self.off: dict[str, dict[int, set[int]]] = {name: {} for name in self.paths}

    def switches(self) -> list[Switch]:
        """All of them, the longest first."""
        found = [switch for name, text in self.sources.items() for switch in switches(name, text)]
        return sorted(found, key=lambda switch: (switch.kind not in ("branch", "call"), -switch.lines))

    def turn(self, switch: Switch, *, off: bool) -> bool:
        """Switch it off, or on again; False where the code cannot be exchanged."""
        parts = self.off[switch.module].setdefault(switch.node, set())
        (parts.add if off else parts.discard)(switch.part)
        function = self.functions[switch.module].get(switch.function)
        code = self.code(switch) if function is not None else None
        if function is None or code is None or code.co_freevars != function.__code__.co_freevars:
            parts.discard(switch.part)
            return False
        function.__code__ = code
        return True

    def code(self, switch: Switch) -> types.CodeType | None:
        """The code of the switch's function, without what is off."""
        tree = ast.parse(self.sources[switch.module])
        Off(self.off[switch.module], {node: i for i, node in enumerate(ast.walk(tree))}).visit(tree)
        try:
            todo = [compile(ast.fix_missing_locations(tree), str(self.paths[switch.module]), "exec")]
        except (SyntaxError, ValueError, TypeError):
            return None
        for code in todo:
            if code.co_qualname == switch.function:
                return code
            todo.extend(constant for constant in code.co_consts if isinstance(constant, types.CodeType))
        return None


def name_of(path: Path) -> str:
    """The name of the module in a file of the package."""
    return ".".join(("cablerdf", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def functions(module: types.ModuleType) -> Iterator[tuple[str, types.FunctionType]]:
    """Qualified name and function of everything that a module defines, decorated or not."""
    own = [thing for thing in vars(module).values() if getattr(thing, "__module__", None) == module.__name__]
    for thing in [*own, *(member for c in own if isinstance(c, type) for member in vars(c).values())]:
        inner: Any = getattr(thing, "__func__", None) or (thing.fget if isinstance(thing, property) else thing)
        inner = inner.func if isinstance(inner, functools.cached_property) else inner
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        if isinstance(inner, types.FunctionType):
            yield inner.__qualname__, inner


def switches(name: str, text: str) -> Iterator[Switch]:
    """The switches of one module, in the functions at its top and in its classes."""
    tree = ast.parse(text)
    order = {node: i for i, node in enumerate(ast.walk(tree))}
    scopes = [("", tree.body), *((f"{c.name}.", c.body) for c in tree.body if isinstance(c, ast.ClassDef))]
    for prefix, body in scopes:
        for function in (node for node in body if isinstance(node, ast.FunctionDef)):
            statement: ast.stmt = function
            for node in depth_first(function):
                statement = node if isinstance(node, ast.stmt) else statement
                for kind, part, shown in parts_of(node):
                    lines = (shown.end_lineno or shown.lineno) - shown.lineno + 1 if node is statement else 1
                    entered = node.body[0].lineno if isinstance(node, ast.If) else statement.lineno
                    source = " ".join((ast.get_source_segment(text, shown) or "").split())
                    where = (name, prefix + function.name, order[node], kind, part)
                    yield Switch(*where, shown.lineno, entered, lines, source)


def depth_first(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below a node, in the order of the text."""
    for child in ast.iter_child_nodes(node):
        yield child
        yield from depth_first(child)


def parts_of(node: ast.AST) -> Iterator[tuple[str, int, ast.expr | ast.stmt]]:
    """(kind, which part, the part) of what can be switched off at a node."""
    if isinstance(node, ast.If):
        yield "branch", 0, node
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield "call", 0, node
    elif isinstance(node, ast.BoolOp):
        yield from (("operand", i, value) for i, value in enumerate(node.values))
    elif isinstance(node, ast.comprehension):
        yield from (("filter", i, value) for i, value in enumerate(node.ifs))
    elif isinstance(node, ast.IfExp):
        yield from (("choice", 0, node.body), ("choice", 1, node.orelse))


def places_passed(read: Callable[[], object], files: set[str]) -> set[tuple[str, int | str]]:
    """File and line, and file and function, of everything in these files that is run."""
    found: set[tuple[str, int | str]] = set()

    def trace(frame: types.FrameType, event: str, _: object) -> Any:
        code = frame.f_code
        if code.co_filename not in files:
            return None
        found.add((code.co_filename, frame.f_lineno if event == "line" else code.co_qualname))
        return trace

    sys.settrace(trace)
    try:
        read()
    finally:
        sys.settrace(None)
    return found
