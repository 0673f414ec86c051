"""The documents: generated pages are fresh, links lead somewhere, every command and dependency is told of."""

from __future__ import annotations

import importlib
import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cablerdf.vocab.tables import rows

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("ontology/*.md")])


def test_generated_pages_are_fresh() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "docs"))
        made = importlib.import_module("build").build()
    for name, text in made.items():
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


def keys_of(value: Any, within: str = "") -> set[str]:
    """Every key of a cable's JSON, but those of `spans`, which are names of other keys."""
    if isinstance(value, list):
        return set().union(*(keys_of(item, within) for item in value))
    if not isinstance(value, dict) or within == "spans":
        return set()
    return set(value).union(*(keys_of(inner, name) for name, inner in value.items()))


def test_every_key_of_the_json_is_told() -> None:
    printed = [json.loads(path.read_text(encoding="utf-8")) for path in ROOT.glob("examples/output/*.json")]
    told = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
    assert len(printed) == 6 and keys_of(printed) - told == set()


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


QUOTED = {
    "people": "people / their country",
    "places": "places",
    "organisations": "organisations",
    "participants of meetings": "participants",
    "statements": "statements (8 cables; 6)",
}


@pytest.mark.parametrize(("name", "row"), QUOTED.items())
def test_the_readme_quotes_the_page_on_quality(name: str, row: str) -> None:
    """That page alone holds the figures; the README has those of the set that was put aside, rounded."""
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    measured = re.search(rf"^\| {re.escape(row)} \|[^|]+\|[^|]+\| ([\d.]+)", page, re.MULTILINE)
    told = (ROOT / "README.md").read_text(encoding="utf-8").partition("## How good it is")[2]
    quoted = re.search(rf"\b{name} (0\.\d\d)\b", told)
    assert measured is not None and quoted is not None
    assert abs(float(quoted[1]) - float(measured[1])) <= 0.0051


def test_the_page_about_a_collection_quotes_the_page_on_quality() -> None:
    """Each figure of `accuracy.csv` is that page's, and so is its day; a slash parts several on a line there."""
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    measured = {}
    for name, set_aside, fresh in re.findall(
        r"^\| ([^|]+) \|[^|]+\|[^|]+\| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE
    ):
        names = re.sub(r" \(.*\)$", "", name).split(" / ")
        columns = [(cell.split(" / ") * len(names))[: len(names)] for cell in (set_aside, fresh)]
        measured.update(zip(names, zip(*columns, strict=True), strict=True))
    told = rows("accuracy")
    assert {row["row"]: (row["set_aside"], row["fresh"]) for row in told}.items() <= measured.items()
    day = date.fromisoformat(told[0]["measured"])
    assert {row["measured"] for row in told} == {str(day)} and f"Measured on {day.day} {day:%B %Y}" in page
