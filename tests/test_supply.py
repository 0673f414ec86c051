"""What is installed, and that it stays at home: the lock, the bill of materials, the network."""

from __future__ import annotations

import json
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import cablerdf

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; ([^\\]+))?", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def pins() -> dict[str, set[str]]:
    """Package to the versions that the lock names: they may differ between systems."""
    found: dict[str, set[str]] = {}
    for name, version, _marker in PIN.findall(LOCK.read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def wanted() -> list[Requirement]:
    """Every requirement of pyproject.toml but those that name its own extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for lines in project["optional-dependencies"].values() for line in lines)]
    return [found for found in map(Requirement, lines) if found.name != "cablerdf"]


def test_the_lock_has_what_the_project_wants() -> None:
    locked = pins()
    missing = [
        str(found)
        for found in wanted()
        if not any(found.specifier.contains(version) for version in locked.get(canonicalize_name(found.name), ()))
    ]
    assert not missing, "renew requirements.lock, as CONTRIBUTING.md says"


def test_every_pin_has_a_hash_and_nothing_comes_from_elsewhere() -> None:
    text = LOCK.read_text(encoding="utf-8")
    starts = [match.start() for match in PIN.finditer(text)]
    assert all(HASH.search(text, a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    assert not re.search(r"^(?:-e|--index|--extra-index|--find-links|git\+|https?:)", text, re.MULTILINE)


def test_the_bill_of_materials_names_the_lock_and_no_moment(tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx_py", reason="cyclonedx-bom is not installed")
    out = tmp_path / "sbom.json"
    command = ["requirements", str(LOCK), "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible"]
    subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", *command, "--output-file", str(out)], check=True, capture_output=True
    )
    bill = json.loads(out.read_text(encoding="utf-8"))
    named: dict[str, set[str]] = {}
    for part in bill["components"]:
        named.setdefault(canonicalize_name(part["name"]), set()).add(part["version"])
    assert named == pins()
    assert "serialNumber" not in bill and "timestamp" not in bill["metadata"]


# In every process of the test: whoever looks up a name or opens a connection ends it, and the system refuses sockets to
# what is compiled too. (Processes of one run may talk to each other over a socket that is a file.)
AT_HOME = """
import os, sys

def no_network(event, args):
    watched = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}
    if event in watched and not (event == "socket.connect" and isinstance(args[1], (str, bytes))):
        os.write(2, f"NETWORK {event} {args!r}".encode())
        os._exit(99)

sys.addaudithook(no_network)
if os.environ.get("NO_SOCKETS"):
    from cablerdf.serve.making.confined import without_network
    without_network()
"""
MODULES = sorted(module.name for module in pkgutil.walk_packages(cablerdf.__path__, "cablerdf."))
CABLES = str(ROOT / "examples" / "cables")
TALKING = {"convert", "parse", "validate"}  # they have processes that talk to each other
COMMANDS = [
    ["convert", CABLES, "-o", "cables.nq", "-j", "2", "-q"],
    ["parse", CABLES],
    ["inspect", f"{CABLES}/06LISBON2214.txt"],
    ["validate", "cables.nq"],
    ["link", "cables.nq", "-o", "links.nq"],
    ["load", "cables.nq", "--to", "store", "-q"],
    ["query", "store", "-e", "who-met-whom"],
    ["export", "chart", "timeline", "store", "-o", "timeline.svg"],
    ["export", "network", "store", "-o", "network.csv"],
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose processes are watched, or have no sockets at all."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "sitecustomize.py").write_text(AT_HOME, encoding="utf-8")
    return folder


def at_home(home: Path, *arguments: str, sockets: bool = False) -> subprocess.CompletedProcess[bytes]:
    """A run of Python in which nobody may reach the network, or have any socket at all."""
    environment = os.environ | {"PYTHONPATH": str(home), "NO_SOCKETS": "" if sockets else "1"}
    return subprocess.run([sys.executable, *arguments], cwd=home, env=environment, capture_output=True, check=False)


def test_the_watch_sees_who_calls_out(home: Path) -> None:
    call = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)"
    assert at_home(home, "-c", call).returncode == 99


def test_no_import_reaches_the_network(home: Path) -> None:
    names = [name for name in MODULES if not name.endswith("__main__")]
    script = f"import importlib\nfor name in {names!r}:\n    importlib.import_module(name)"
    done = at_home(home, "-c", script)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_no_command_reaches_the_network(home: Path) -> None:
    for command in COMMANDS:
        done = at_home(home, "-m", "cablerdf", *command, sockets=command[0] in TALKING)
        assert done.returncode in {0, 1} and b"NETWORK" not in done.stderr, (command, done.stderr.decode())
    assert (home / "store").is_dir()
