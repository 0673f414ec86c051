"""Which room may import which: the table of the house, enforced on every import statement."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "cablerdf"
BASE = {"bombs", "callable_room", "days", "errors", "http", "latin", "model", "plain", "sound", "vocab", "zst"}
MAY_IMPORT = {
    "callable_room": set(),
    "days": set(),
    "http": set(),
    "latin": set(),
    "errors": set(),
    "model": {"days"},
    "plain": set(),
    "sound": set(),
    "zst": {"errors"},
    "bombs": {"errors"},
    "vocab": {"errors", "model"},
    "read": BASE,
    "parse": BASE,
    "link": BASE,
    "rdf": BASE,
    "check": BASE | {"rdf"},
    "store": BASE | {"rdf"},
    "serve": BASE | {"rdf", "store"},
    "pipeline": BASE | {"read", "parse", "link", "rdf", "check", "store"},
    "cli": BASE | {"pipeline", "serve"},
    "__main__": {"cli"},
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> set[str]:
    """Rooms that a module imports, imports inside functions included."""
    found = set()
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports only"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("cablerdf.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports(path: Path) -> None:
    here = room(path)
    reached = imported(ast.parse(path.read_text(encoding="utf-8"))) - {here}
    assert reached <= MAY_IMPORT[here], f"{here} may not import {sorted(reached - MAY_IMPORT[here])}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_size(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 500, f"{lines} lines: split it (explain a module over 300, refuse one over 500)"


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_level(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= 15, f"{len(modules)} files at one level: lay them out by what they are for"


# Folders of `parse`, each with those before it that it may import; a folder's own top modules stand under its name.
PARSE = PACKAGE / "parse"
LAYERS = (
    "text",
    "lexicon",
    "entities/words",
    "entities/titles",
    "entities/names",
    "entities/bodies",
    "entities/places",
    "entities/captions",
    "entities/harvest",
    "entities/register",
    "entities/countries",
    "entities/people",
    "entities/settling",
    "entities",
    "meetings/words",
    "meetings/people",
    "meetings/offices",
    "meetings/lists",
    "meetings/sentences",
    "meetings/gatherings",
    "meetings",
    "statements/grammar",
    "statements/speakers",
    "statements/saying",
    "statements",
)
ROOMS = ("text", "lexicon", "entities", "meetings", "statements")


def layer(module: str) -> str | None:
    """The folder of `parse` that a module lies in, where it is one of the layers."""
    parts = module.removeprefix("cablerdf.parse.").split(".")
    for depth in (2, 1):
        name = "/".join(parts[:depth])
        if name in LAYERS and (PARSE / name).is_dir():
            return name
    return None


@pytest.mark.parametrize("name", LAYERS)
def test_layers_of_the_reading_import_downwards(name: str) -> None:
    """No module of a layer imports one that stands later in the list; modules in no folder are below them all."""
    allowed = set(LAYERS[: LAYERS.index(name) + 1])
    for path in (PARSE / name).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("cablerdf.parse."):
                reached = layer(node.module)
                assert reached is None or reached in allowed, f"{path.name}: {node.module} lies above"


def test_every_folder_of_the_reading_is_a_layer() -> None:
    folders = {str(path.relative_to(PARSE)) for top in ROOMS for path in (PARSE / top).rglob("*") if path.is_dir()}
    assert {name for name in folders if not name.endswith("__pycache__")} <= set(LAYERS)


HEADER = PARSE / "header"


def header_part(path: Path) -> str:
    """The folder or module of the header's room that a module belongs to."""
    return path.relative_to(HEADER).parts[0].removesuffix(".py")


def test_parts_of_the_header_import_in_no_circle() -> None:
    """The folders and modules of the header's room can be put in a row in which each imports only those before it."""
    parts: dict[str, set[str]] = {}
    for path in HEADER.rglob("*.py"):
        reached = parts.setdefault(header_part(path), set())
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("cablerdf.parse.header"):
                below = node.module.split(".")[3:4]
                reached |= set(below or (alias.name for alias in node.names))
        reached.discard(header_part(path))
    assert tuple(TopologicalSorter(parts).static_order())  # CycleError names the circle
