"""The package as a user gets it: whole, the same bytes from any checkout, and at work in a plain environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling is not installed: pip install hatchling")

ROOT = Path(__file__).parents[1]
CABLE = ROOT / "examples" / "cables" / "09HALIFAX44.txt"
UV = shutil.which("uv")
VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
EXTRAS = {
    "store": ["load", "cable.nq", "--to", "store"],
    "serve": ["serve", "store"],
    "network": ["export", "network", "store", "-o", "x.gexf"],
    "link": ["link", "cable.nq"],
}


def pythons() -> dict[str, str]:
    """Version to the path of a Python here that may have it; this one first."""
    found: dict[str, str] = {}
    for name in (sys.executable, "/usr/bin/python3", *(f"python3.{minor}" for minor in (11, 12, 13, 14))):
        path = shutil.which(name)
        done = subprocess.run([path, "-c", VERSION], capture_output=True, text=True) if path is not None else None
        if path is not None and done is not None and done.stdout.strip() in ("3.11", "3.12", "3.13", "3.14"):
            found.setdefault(done.stdout.strip(), path)
    return found


def tracked() -> list[str]:
    """The files of the repository."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("this is no checkout of git")
    return [name for name in done.stdout.splitlines() if (ROOT / name).exists()]


def build(source: Path, target: Path) -> list[Path]:
    """The wheel and the source distribution of a checkout."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return sorted(path for path in target.iterdir() if path.suffix in (".whl", ".gz"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The source distribution and the wheel of this checkout."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def wheel(built: list[Path]) -> Path:
    return next(path for path in built if path.suffix == ".whl")


def test_two_checkouts_make_the_same_bytes(built: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    for name in tracked():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy / name)
        if os.access(ROOT / name, os.X_OK):
            (copy / name).chmod(0o755)
    shutil.copyfile(ROOT / ".gitignore", copy / ".gitignore")
    again = build(copy, tmp_path / "dist")
    assert [path.name for path in again] == [path.name for path in built]
    for one, other in zip(built, again, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_the_wheel_is_whole(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {name.removeprefix("src/") for name in tracked() if name.startswith("src/cablerdf/")}
    wanted |= {f"cablerdf/{name}" for name in tracked() if name.startswith("shapes/")}
    wanted |= {f"cablerdf/ontology/{name}" for name in ("cablerdf.ttl", "context.jsonld", "vocabularies.ttl")}
    assert wanted - inside == set()
    assert {name for name in inside - wanted if ".dist-info/" not in name} == set()


def test_the_source_distribution_is_whole(built: list[Path]) -> None:
    path = next(path for path in built if path.name.endswith(".tar.gz"))
    with tarfile.open(path) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert set(tracked()) - inside - {".gitignore"} == set()


class Plain:
    """An environment with the wheel and what it depends on, no extra."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        command = [str(self.bin / "cablerdf"), *arguments]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300)


def installed(*command: str | Path, **environment: str) -> None:
    """Run an installer; where the index cannot be reached, there is nothing to test."""
    done = subprocess.run(
        [str(part) for part in command], env={**os.environ, **environment}, capture_output=True, text=True, timeout=600
    )
    told = done.stdout + done.stderr
    unreachable = ("resolve host", "connection", "Connection", "Temporary failure")
    if done.returncode and any(words in told for words in unreachable):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, told[-2000:]


@pytest.fixture(scope="module", params=pythons().items(), ids=lambda item: item[0])
def plain(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plain]:
    """A plain environment, by pip."""
    folder = tmp_path_factory.mktemp("plain")
    if UV is None:
        installed(request.param[1], "-m", "venv", folder / "venv")
        installed(Plain(folder).bin / "python", "-m", "pip", "install", "--quiet", wheel)
    else:
        installed(UV, "venv", "--quiet", "--python", request.param[1], folder / "venv")
        installed(UV, "pip", "install", "--quiet", "--python", Plain(folder).bin / "python", wheel)
    yield Plain(folder)


def test_a_plain_install_does_the_main_job(plain: Plain) -> None:
    done = plain("convert", str(CABLE), "-o", "cable.nq", "--link")
    assert done.returncode == 0, done.stderr
    assert "slower" not in done.stderr and "1 document: 1 written" in done.stderr
    assert "http://www.wikidata.org/entity/Q1930>" in (plain.folder / "cable.nq").read_text(encoding="utf-8")
    checked = plain("validate", "cable.nq")
    assert (checked.returncode, checked.stdout) == (0, "conforms: 0 violations, 0 warnings, 0 info\n")
    assert "cablerdf 0." in plain("--version").stdout
    assert "sh:NodeShape" in plain("vocabulary", "shapes").stdout


@pytest.mark.parametrize("extra", EXTRAS)
def test_what_is_missing_is_told_with_a_command_that_works(plain: Plain, extra: str) -> None:
    plain("convert", str(CABLE), "-o", "cable.nq", "--no-check", "-q")
    done = plain(*EXTRAS[extra])
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: this needs the package") and ": pip install '" in line
    assert "cablerdf[" not in line and "pyoxigraph>=" in line


def test_without_the_quick_engine_one_warning_names_the_cure(plain: Plain) -> None:
    package = next(plain.folder.glob("venv/lib*/**/shacl/__init__.py")).parent
    hidden = package.rename(package.with_name("hidden_shacl"))
    try:
        done = plain("convert", str(CABLE), "-o", "slow.nq")
        assert done.returncode == 0
        warned = [line for line in done.stderr.splitlines() if "slower" in line]
        cure = "pip install 'shacl==0.3.4'"
        assert warned == [f"checking with pySHACL, fifty times slower than the package shacl: {cure}"]
        checked = plain("validate", "slow.nq")
        assert checked.returncode == 0 and checked.stderr.count("slower") == 1
        assert "slower" not in plain("validate", "slow.nq", "--engine", "pyshacl").stderr
    finally:
        hidden.rename(package)


def test_uv_and_pipx_install_the_program(wheel: Path, tmp_path: Path) -> None:
    if UV is None:
        pytest.skip("uv is not installed: pip install uv")
    places = {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    installed(UV, "tool", "install", "--quiet", wheel, **places)
    places = {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tmp_path / "pipx-bin")}
    installed(UV, "tool", "run", "--quiet", "pipx", "install", "--quiet", wheel, **places)
    cures = {"bin": f"uv pip install -p {tmp_path / 'tools' / 'cablerdf'} '", "pipx-bin": "pipx inject cablerdf '"}
    for folder, cure in cures.items():
        command = [tmp_path / folder / "cablerdf"]
        done = subprocess.run([*command, "--version"], capture_output=True, text=True, timeout=60)
        assert done.stdout.startswith("cablerdf 0."), folder
        done = subprocess.run([*command, "link", CABLE], capture_output=True, text=True, timeout=60)
        assert f": {cure}" in done.stderr, done.stderr
