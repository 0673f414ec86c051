"""What a plain `pip install` costs: the same cables converted in an environment without extras and in this one.

    python benchmarks/plain.py [--cables 120] [--jobs 1] [--limit 1.5]

Builds the wheel, installs it into an environment of its own by the package index, and converts invented cables in both,
in turns. Prints the best time of each and their ratio, and what commands say whose extra is missing; the exit status is
1 where the plain one takes more than `limit` times as long, as it did where it had no quick SHACL engine, or where a
command neither works nor names what to install.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate import rows

ROOT = Path(__file__).parents[1]
TURNS = 3


def plain_environment(folder: Path) -> Path:
    """The program in a fresh environment, installed from the wheel."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    (wheel,) = folder.glob("*.whl")
    program = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([program / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return program / "cablerdf"


def seconds(program: Path, data: Path, jobs: int) -> float:
    """How long one conversion takes by the clock: the workers outlive what the process accounts for."""
    command = [program, "convert", data, "-o", os.devnull, "-f", "nquads", "-q", "-j", str(jobs)]
    began = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def silent_on_extras(program: Path, data: Path) -> list[str]:
    """The commands that neither work in this environment nor say what to install; each is printed with what it says."""
    found = []
    for words in (("convert", data, "--link", "-o", "linked.nq"), ("load", "linked.nq", "--to", "store"),
                  ("query", "store", "ASK {}"), ("serve", "store"), ("people", "linked.nq")):  # fmt: skip
        done = subprocess.run([program, *words], cwd=data.parent, capture_output=True, text=True, check=False)
        said = (done.stderr.strip().splitlines() or [""])[-1]
        print(f"{words[0]:8} status {done.returncode}: {said}")
        found += [str(words[0])] if done.returncode and "pip install" not in done.stderr else []
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cables", type=int, default=120)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--limit", type=float, default=1.5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = {"plain": plain_environment(folder), "this": Path(sys.executable).parent / "cablerdf"}
        data = folder / "cables.csv"
        data.write_text("".join(rows(str(ROOT / "examples" / "cables"), asked.cables)), encoding="utf-8")
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(TURNS):
            for name, program in programs.items():
                times[name].append(seconds(program, data, asked.jobs))
        silent = silent_on_extras(programs["plain"], data)
    best = {name: min(found) for name, found in times.items()}
    ratio = best["plain"] / best["this"]
    for name, took in best.items():
        print(f"{name:6} {took:6.1f} s, {took / asked.cables * 1000:.0f} ms a cable")
    print(f"a plain install takes {ratio:.2f} times as long")
    return int(ratio > asked.limit or bool(silent))


if __name__ == "__main__":
    sys.exit(main())
