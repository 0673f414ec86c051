"""The documents: generated pages are fresh, links lead somewhere, every command and dependency is told of."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("ontology/*.md")])


def test_generated_pages_are_fresh() -> None:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, text in module.build().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, "run: python docs/build.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_repository(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


def test_every_page_is_in_the_navigation() -> None:
    """A page of `docs` has its line in `mkdocs.yml`, under the heading of its kind."""
    named = set(re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))
    assert {page.name for page in ROOT.glob("docs/*.md")} - named == set()


def test_every_command_is_in_the_readme() -> None:
    from cablerdf.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"cablerdf {name}" not in readme] == []


def test_every_dependency_is_justified() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = set()
    extras = {name: list_ for name, list_ in project["optional-dependencies"].items() if name not in ("dev", "all")}
    for requirement in [*project["dependencies"], *(r for extra in extras.values() for r in extra)]:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        assert name is not None
        wanted.add(name[0])
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert sorted(name for name in wanted - {"cablerdf"} if name not in told) == []


def test_no_machine_of_ours_in_the_repository() -> None:
    """No path of a developer's machine in code or documents."""
    pattern = re.compile(r"/(?:root|work|home/[a-z]+)/")
    suspects = [*PAGES, *ROOT.glob("src/**/*.py"), *ROOT.glob("benchmarks/*.py"), *ROOT.glob("examples/*.py")]
    assert [str(path) for path in suspects if pattern.search(path.read_text(encoding="utf-8"))] == []
