"""The shell completes what install.md says: in bash for real, for zsh and fish by what they are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
IN_BASH = """
eval "$(_CABLERDF_COMPLETE=bash_source cablerdf)"
COMP_WORDS=($1); COMP_CWORD=$2
_cablerdf_completion cablerdf
printf '%s\\n' "${COMPREPLY[@]}"
"""
LINES = [
    ("cablerdf conv", 1, "convert"),
    ("cablerdf convert --form", 2, "--format"),
    ("cablerdf convert -f nqu", 3, "nquads"),
    ("cablerdf export net", 2, "network"),
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize(("typed", "word", "wanted"), LINES)
def test_bash_completes(typed: str, word: int, wanted: str) -> None:
    command = ["bash", "-c", IN_BASH, "bash", typed, str(word)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == ([wanted], "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_the_same(shell: str) -> None:
    typed = {"COMP_WORDS": "cablerdf conv", "COMP_CWORD": "1" if shell == "zsh" else "conv"}
    asked = {**ENVIRONMENT, "_CABLERDF_COMPLETE": f"{shell}_complete", **typed}
    done = subprocess.run(["cablerdf"], env=asked, capture_output=True, text=True, check=True)
    assert "convert" in done.stdout and "validate" not in done.stdout
    source = {**ENVIRONMENT, "_CABLERDF_COMPLETE": f"{shell}_source"}
    assert "cablerdf" in subprocess.run(["cablerdf"], env=source, capture_output=True, text=True, check=True).stdout
