"""Disks that are full or may only be read: each command says so, and leaves nothing half made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "cables"
COMMANDS = {
    "convert": ("convert", EXAMPLES, "-o", "{}/out.nq"),
    "convert to turtle": ("convert", EXAMPLES, "-o", "{}/out.ttl"),
    "parse": ("parse", EXAMPLES, "-o", "{}/out.jsonl"),
    "link": ("link", "cables.nq", "-o", "{}/out.nq"),
    "load": ("load", "cables.nq", "--to", "{}/store"),
    "query": ("query", "store", "-q", "SELECT * WHERE { ?s ?p ?o }", "-o", "{}/out.csv"),
}
each_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)


def cablerdf(place: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cablerdf", *map(str, arguments)]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data, and a store of it."""
    place = tmp_path_factory.mktemp("disks")
    assert cablerdf(place, "convert", EXAMPLES, "-o", "cables.nq").returncode == 0
    assert cablerdf(place, "load", "cables.nq", "--to", "store").returncode == 0
    return place


def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own in memory."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("a disk can be mounted here by nobody but root, where at all")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    yield from mounted(tmp_path / "small", "size=64k")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    yield from mounted(tmp_path / "fixed", "ro")


@each_command
def test_a_full_disk(place: Path, small: Path, command: tuple[object, ...]) -> None:
    done = cablerdf(place, *(str(word).replace("{}", str(small)) for word in command))
    assert done.returncode == 3
    assert done.stderr.startswith("error: cannot write")
    assert "Traceback" not in done.stderr
    assert {path.suffix for path in small.iterdir()} <= {".part"}, "what --resume takes up"


@each_command
def test_a_disk_that_may_only_be_read(place: Path, read_only: Path, command: tuple[object, ...]) -> None:
    done = cablerdf(place, *(str(word).replace("{}", str(read_only)) for word in command))
    assert done.returncode == 3
    assert "Read-only file system" in done.stderr or "may not be written" in done.stderr
    assert "Traceback" not in done.stderr
