"""Whole runs of `convert`: scaling from one core to two, growth with the input, memory, side-by-side rows.

    python benchmarks/runs.py INPUT [SIZE ...] [--rounds N] [--side]

INPUT is what `generate.py` wrote, SIZE how many of its rows to take (1000 10000 without it); or an
archive of pages, taken whole, whose bare parse by lxml is timed beside. Each run is a process of
its own; its memory is the largest that any one of its processes had, watched fifty times a second,
so a very short peak may be missed. The ways take turns; of the rounds the middle counts, for each figure by itself.
Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil
from lxml import html

from cablerdf.read.documents import items
from cablerdf.read.kinds.csv_rows import stream_csv
from cablerdf.read.units import Part

WAYS = {
    "1 worker": ("--jobs", "1"),
    "2 workers": ("--jobs", "2"),
    "1 worker, --no-check": ("--jobs", "1", "--no-check"),
    "2 workers, --no-check": ("--jobs", "2", "--no-check"),
}  # fmt: skip


LISTED = 10  # looks at the processes after which the system is asked anew for them: that takes much of a core


class Run(NamedTuple):
    """What a run took."""

    seconds: float
    cpu: float
    largest: int  # bytes of the largest process
    size: int  # bytes written


def watch(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """CPU seconds and the largest resident size in the tree of a process, until it ends."""
    root, cpu, largest = psutil.Process(process.pid), {}, 0
    tree: list[psutil.Process] = []
    turn = 0
    while process.poll() is None:
        if turn % LISTED == 0:
            with suppress(psutil.Error):
                tree = [root, *root.children(recursive=True)]
        turn += 1
        for one in tree:
            try:
                with one.oneshot():
                    times, memory = one.cpu_times(), one.memory_info()
            except psutil.Error:
                continue
            cpu[one.pid] = times.user + times.system
            largest = max(largest, memory.rss)
        time.sleep(0.02)
    return sum(cpu.values()), largest


def convert(source: Path, out: Path, *options: str) -> Run:
    """One run of the program."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "cablerdf", "convert", str(source), "-o", str(out), "-q", *options]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    cpu, largest = watch(process)
    took = time.perf_counter() - begun
    if process.returncode not in (0, 1):
        raise SystemExit(f"convert ended with {process.returncode}")
    return Run(took, cpu, largest, out.stat().st_size)


def head(source: Path, rows: int, target: Path) -> int:
    """Copy the first rows of a table; how many there were."""
    count = 0
    with source.open("rb") as stream, target.open("wb") as out:
        for part in islice(stream_csv(stream, source.name), rows):
            if isinstance(part, Part):
                out.write(part.data)
                count += 1
    return count


def rows(source: Path, sizes: list[int], rounds: int, folder: Path) -> Iterator[str]:
    """The table of runs, and what they are to each other."""
    yield f"{os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}, the middle of {rounds}\n"
    yield "| cables | run | s | cables/s | CPU ms a cable | largest process MB | MB written |"
    yield "|---:|---|---:|---:|---:|---:|---:|"
    told: list[str] = []
    for taken, count in inputs(source, sizes, folder):
        turns: dict[str, list[Run]] = {label: [] for label in WAYS}
        for _ in range(rounds):
            for label, options in WAYS.items():
                turns[label].append(convert(taken, folder / "out.nq", *options))
        runs = {label: Run(*map(median, zip(*made, strict=True))) for label, made in turns.items()}
        for label, run in runs.items():
            yield (
                f"| {count:,} | {label} | {run.seconds:.1f} | {count / run.seconds:,.0f} | {1000 * run.cpu / count:.2f}"
                f" | {run.largest / 1e6:.0f} | {run.size / 1e6:.0f} |"
            )
        told += ratios(taken, count, runs)
    yield from told


def inputs(source: Path, sizes: list[int], folder: Path) -> Iterator[tuple[Path, int]]:
    """What is converted, and how many cables it holds: the first rows of a table, or an archive whole."""
    if source.suffix != ".csv":
        yield source, sum(hasattr(document, "text") for document in items(str(source)))
        return
    for size in sizes:
        yield folder / "in.csv", head(source, size, folder / "in.csv")


def ratios(source: Path, count: int, runs: dict[str, Run]) -> Iterator[str]:
    """How much two workers do of what one does, and how much of a run lxml's parse of the same pages would take."""
    for ending in ("", ", --no-check"):
        one, two = runs[f"1 worker{ending}"], runs[f"2 workers{ending}"]
        yield f"\n{count:,} cables, two workers{ending}: {one.seconds / two.seconds:.2f} times as quick as one"
    if source.suffix == ".zip":
        bare = bare_parse(source)
        yield f"\nlxml, bare parse of the pages: {1000 * bare / count:.2f} ms a cable;"
        yield f"{bare / runs['1 worker'].cpu:.3f} of the run with one worker, in CPU seconds"


def bare_parse(source: Path) -> float:
    """CPU seconds in which lxml parses each page of an archive, unpacked before; the best of three."""
    with zipfile.ZipFile(source) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.endswith(".html")]
    return min(cpu(lambda: [html.fromstring(page) for page in pages]) for _ in range(3))


def cpu(call: Callable[[], object]) -> float:
    """CPU seconds of a call."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


def side_by_side(source: Path) -> Iterator[str]:
    """The same triples and the same check by other means, on the first cables, in CPU seconds."""
    from cablerdf.check import check_batch
    from cablerdf.parse import parse
    from cablerdf.rdf.formats import BY_NAME
    from cablerdf.rdf.graph import graph_of
    from cablerdf.rdf.mapping.whole import to_quads
    from cablerdf.rdf.terms import DEFAULT_BASE

    documents = [d for d in islice(items(str(source)), 50) if hasattr(d, "text")]
    quads = [to_quads(parse(document)) for document in documents]
    graph, writers = (
        graph_of(q for cable in quads for q in cable),
        {n: BY_NAME[n].writer(DEFAULT_BASE) for n in BY_NAME},
    )
    lines = [writers["nquads"].body(cable).decode() for cable in quads]

    yield f"\n{len(documents)} cables, {sum(map(len, quads)):,} quads\n"
    yield "| task | by | CPU s | times ours |"
    yield "|---|---|---:|---:|"
    for name, theirs in (("ntriples", "nt"), ("turtle", "turtle"), ("jsonld", "json-ld")):
        ours = cpu(lambda n=name: [writers[n].body(cable) for cable in quads])
        rdflib = cpu(lambda t=theirs: graph.serialize(format=t))
        yield f"| {name} | this writer | {ours:.3f} | 1 |"
        yield f"| {name} | rdflib, its graph built already | {rdflib:.3f} | {rdflib / ours:.0f} |"
    times = {engine: cpu(lambda e=engine: check_batch(quads, lines, e)) for engine in ("shacl", "pyshacl")}
    for engine, took in times.items():
        yield f"| check | {engine} | {took:.3f} | {took / times['shacl']:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=1, help="how often each is run")
    parser.add_argument("--side", action="store_true", help="side-by-side rows with rdflib and pySHACL too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in rows(asked.input, asked.sizes, asked.rounds, Path(folder)):
            print(line, flush=True)
    if asked.side:
        for line in side_by_side(asked.input):
            print(line, flush=True)


if __name__ == "__main__":
    main()
