"""What the project says of itself in several files is the same; the container's commands are commands."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cablerdf.cli.common.group import cli

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def yaml_of(name: str) -> Any:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install pyyaml")
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_citation() -> None:
    cited = yaml_of("CITATION.cff")
    names = {
        "title": "name",
        "version": "version",
        "license": "license",
        "abstract": "description",
        "keywords": "keywords",
    }
    assert {name: cited[name] for name in names} == {name: PROJECT[ours] for name, ours in names.items()}
    assert cited["cff-version"] == "1.2.0" and cited["message"] and cited["authors"]
    assert cited["authors"][0]["name"] in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_codemeta() -> None:
    told = json.loads((ROOT / "codemeta.json").read_text(encoding="utf-8"))
    assert (told["name"], told["version"], told["description"]) == (
        PROJECT["name"], PROJECT["version"], PROJECT["description"],
    )  # fmt: skip
    assert told["license"].endswith(f"/{PROJECT['license']}") and told["keywords"] == PROJECT["keywords"]
    assert told["programmingLanguage"]["version"] == PROJECT["requires-python"]


def test_the_image_is_made_of_extras_that_there_are() -> None:
    (extras,) = re.findall(r'"\.\[([\w,]+)\]"', (ROOT / "Containerfile").read_text(encoding="utf-8"))
    assert set(extras.split(",")) == set(PROJECT["optional-dependencies"]) - {"all", "cluster", "dev", "docs"}


def test_the_commands_of_the_containers_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    services = yaml_of("compose.yaml")["services"]
    assert list(services) == ["convert", "load", "pages"]
    for service in services.values():
        name, *arguments = service["command"]
        program = cli.make_context("cablerdf", [name], resilient_parsing=True)
        command = cli.get_command(program, name)
        assert command is not None
        command.make_context(name, list(arguments), parent=program)
