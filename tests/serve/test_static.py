"""What others wrote and the package ships: named, licensed, unchanged, complete."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import cablerdf.serve

STATIC = Path(cablerdf.serve.__file__).parent / "static"
VENDOR = STATIC / "vendor"
SHIPPED = sorted(VENDOR.glob("*.js"))
ROW = re.compile(r"^\| `(vendor/[\w.]+)` .*`([0-9a-f]{64})` \|$", re.MULTILINE)


def test_each_shipped_file_is_the_one_that_was_named() -> None:
    named = dict(ROW.findall((STATIC / "README.md").read_text(encoding="utf-8")))
    assert named == {f"vendor/{path.name}": sha256(path.read_bytes()).hexdigest() for path in SHIPPED}


def test_each_package_has_its_licence_and_its_exact_version() -> None:
    licences = (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")
    lock = json.loads((VENDOR / "package-lock.json").read_text(encoding="utf-8"))
    shipped = {
        name.removeprefix("node_modules/"): entry["version"]
        for name, entry in lock["packages"].items()
        if name and not entry.get("dev")
    }
    assert {"@codemirror/view", "cytoscape"} <= shipped.keys()
    for name, version in shipped.items():
        assert f"{name} {version}\n" in licences
    wanted = json.loads((VENDOR / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(shipped[name] == version for name, version in wanted.items())


def test_nothing_that_is_shipped_names_an_address_to_load_from() -> None:
    for path in [*SHIPPED, *STATIC.glob("*.js"), STATIC / "site.css"]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"""(?:import|from|src=|url\(|@import)\s*["'(]?\s*https?://""", text), path.name
