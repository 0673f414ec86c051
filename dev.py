#!/usr/bin/env python3
"""The project's commands, with nothing but Python 3.11+ and git at hand.

    python3 dev.py demo    set up, then convert the example cables to Turtle
    python3 dev.py test    set up, then everything that CI checks
    python3 dev.py docs    set up, then the site of the documents, in site/
    python3 dev.py sbom    set up, then the bill of materials (CycloneDX), in sbom.cdx.json

All make a virtual environment in `.venv` beside this file and install cablerdf there: `demo` with what is newest, the
others with what `requirements.lock` names, whose hashes must agree.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
LOCK = "requirements.lock"
NEWEST = (("--editable", ".[all]"),)
LOCKED = (("--require-hashes", "--requirement", LOCK), ("--no-deps", "--no-build-isolation", "--editable", "."))
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("bandit", "--quiet", "--recursive", "src", "--configfile", "pyproject.toml"),
    ("pytest", "-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"),
)


def run(*command: str) -> None:
    print("$", " ".join(command), file=sys.stderr, flush=True)
    status = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=HERE, check=False).returncode
    if status:
        raise SystemExit(status)


def set_up(installs: tuple[tuple[str, ...], ...]) -> None:
    """Make the environment and install; skipped where pyproject.toml, lock and what is wanted are unchanged."""
    stamp = VENV / "installed"
    files = (HERE / name for name in ("pyproject.toml", LOCK))
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in files) + repr(installs).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not (BIN / "python").exists():
        venv.create(VENV, with_pip=True)
    for install in installs:
        run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *install)
    stamp.write_text(wanted)


def demo() -> None:
    set_up(NEWEST)
    run("cablerdf", "convert", "examples/cables/09HALIFAX44.txt")


def test(*arguments: str) -> None:
    set_up(LOCKED)
    for check in CHECKS:
        run(*check, *(arguments if check[0] == "pytest" else ()))


def docs() -> None:
    set_up(LOCKED)
    run("mkdocs", "build", "--strict")


def sbom() -> None:
    set_up(LOCKED)
    how = ("--pyproject", "pyproject.toml", "--output-reproducible", "--output-file", "sbom.cdx.json")
    run("cyclonedx-py", "requirements", LOCK, *how)


def main() -> None:
    if sys.version_info < (3, 11):
        raise SystemExit(f"cablerdf needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    match sys.argv[1:]:
        case ["demo"]:
            demo()
        case ["test", *arguments]:
            test(*arguments)
        case ["docs"]:
            docs()
        case ["sbom"]:
            sbom()
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
