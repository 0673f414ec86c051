"""A large run with everything on, killed half way and taken up: time, memory, what came of it.

    python benchmarks/generate.py INPUT 20000 cables.csv
    python benchmarks/interrupted.py cables.csv FOLDER [--jobs 2]

Converts with links, check, report, manifest and people into FOLDER; when half of it is written all
processes are killed, as a power cut does, and `--resume` goes on. CPU seconds are those of all processes, before and
after; memory is the largest that one of them had. Then it counts what is in the file. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import psutil

sys.path.insert(0, str(Path(__file__).parent))

from quads import count
from runs import watch

OPTIONS = ("--link", "--report", "report.jsonl", "--manifest", "manifest.jsonl", "-q")


class Part(NamedTuple):
    """One half of a run."""

    seconds: float
    cpu: float
    largest: int  # bytes of the largest process


def started(source: Path, folder: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "cablerdf",
        "convert",
        str(source.absolute()),
        "-o",
        "cables.nq",
        *OPTIONS,
        *options,
    ]
    return subprocess.Popen(command, cwd=folder)


def kill_at(process: subprocess.Popen[bytes], data: Path, size: int) -> None:
    """Kill a run and its workers at once, when so much is written."""
    while process.poll() is None:
        if data.exists() and data.stat().st_size > size:
            root = psutil.Process(process.pid)
            for one in [root, *root.children(recursive=True)]:
                one.kill()
            return
        time.sleep(0.2)


def measured(process: subprocess.Popen[bytes]) -> Part:
    begun = time.perf_counter()
    cpu, largest = watch(process)
    return Part(time.perf_counter() - begun, cpu, largest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--half", type=int, default=0, help="Bytes of output at which to kill; 17 a byte of input.")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    half = asked.half or 17 * asked.input.stat().st_size
    first = started(asked.input, asked.folder, "--jobs", asked.jobs)
    killer = Thread(target=kill_at, args=(first, asked.folder / "cables.nq.part" / "data", half))
    killer.start()
    parts = [measured(first)]
    killer.join()
    parts.append(measured(started(asked.input, asked.folder, "--jobs", asked.jobs, "--resume")))
    cables, found = count(asked.folder / "cables.nq")
    layers = found["layer"]
    print("| part | s | CPU s | largest process MB |\n|---|---:|---:|---:|")
    for name, part in zip(("until it was killed", "taken up, to the end"), parts, strict=True):
        print(f"| {name} | {part.seconds:,.0f} | {part.cpu:,.0f} | {part.largest / 1e6:,.0f} |")
    took, cpu = sum(part.seconds for part in parts), sum(part.cpu for part in parts)
    print(
        f"\n{cables:,} cables: {1000 * cpu / cables:.1f} ms CPU each, {cables / took:,.0f} a second beside other work\n"
    )
    print("| layer | quads | bytes |\n|---|---:|---:|")
    for name, quads in layers.quads.most_common():
        print(f"| {name} | {quads:,} | {layers.bytes[name]:,} |")


if __name__ == "__main__":
    main()
