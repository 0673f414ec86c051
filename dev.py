#!/usr/bin/env python3
"""The project's commands, with nothing but Python 3.11+ and git at hand.

    python3 dev.py demo    set up, then convert the example cables to Turtle
    python3 dev.py test    set up, then everything that CI checks
    python3 dev.py docs    set up, then the site of the documents, in site/

All make a virtual environment in `.venv` beside this file and install cablerdf there.
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
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("pytest",),
)


def run(*command: str) -> None:
    print("$", " ".join(command), file=sys.stderr, flush=True)
    status = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=HERE, check=False).returncode
    if status:
        raise SystemExit(status)


def set_up(extras: str) -> None:
    """Make the environment and install; skipped where pyproject.toml and extras are unchanged."""
    stamp = VENV / "installed"
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes() + extras.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not (BIN / "python").exists():
        venv.create(VENV, with_pip=True)
    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", f".[{extras}]")
    stamp.write_text(wanted)


def demo() -> None:
    set_up("all")
    run("cablerdf", "convert", "examples/cables/09HALIFAX44.txt")


def test(*arguments: str) -> None:
    set_up("all,dev,docs")
    for check in CHECKS:
        run(*check, *(arguments if check[0] == "pytest" else ()))


def docs() -> None:
    set_up("all,docs")
    run("mkdocs", "build", "--strict")


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
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
