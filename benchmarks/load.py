"""How fast the embedded store is filled: statements a second, by part.

    python benchmarks/generate.py /tmp/cables 2000 cables.csv
    cablerdf convert cables.csv -o cables.nq
    python benchmarks/load.py cables.nq [--no-mentions] [--keep STORE]

First Oxigraph's bulk loader alone puts the named graphs into a store, which is thrown away; then a store is made as
`load` makes it: named graphs and beside them their merge in the default graph, the count, the search index. The share
of the bulk loader's speed that is left is printed too. CPU seconds count both cores; CPU seconds over wall seconds tell
how many cores were busy, or free where other work runs. Memory is the largest that the process had. Prints a table in
Markdown.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from cablerdf.store.base import LoadOptions
from cablerdf.store.bulk import load_file, stage
from cablerdf.store.oxigraph import OxigraphStore
from cablerdf.store.search.build import ensure_index

ALONE = "bulk loader alone"
Tell = Callable[[str, float, float], None]


@contextmanager
def timed(name: str, tell: Tell) -> Iterator[None]:
    """Tells the CPU and the wall seconds of the block."""
    cpu, wall = os.times(), time.monotonic()
    yield
    now = os.times()
    tell(name, now.user + now.system - cpu.user - cpu.system, time.monotonic() - wall)


def fill(data: Path, folder: Path, options: LoadOptions, tell: Tell) -> int:
    """The number of statements of a file that is in a new store now."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as thrown, timed(ALONE, tell):
        load_file(ox.Store(thrown), data, options)
    with timed("graphs, merge and count", tell):
        total = sum(stage(folder, [data], options, merge=True).values())
    with OxigraphStore(folder) as filled, timed("search index", tell):
        ensure_index(filled)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--no-mentions", action="store_true", help="pass over the graphs of mentions")
    parser.add_argument("--keep", type=Path, help="make the store here and leave it")
    asked = parser.parse_args()
    options = LoadOptions(mentions=not asked.no_mentions)
    rows: list[tuple[str, float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        total = fill(asked.data, asked.keep or Path(folder) / "store", options, lambda *row: rows.append(row))
    _names, cpus, walls = zip(*rows[1:], strict=True)
    rows.append(("all of a load", sum(cpus), sum(walls)))
    print(f"{total:,} statements; largest size {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB\n")
    print("| part | CPU s | wall s | statements a CPU second | a second |")
    print("|---|---|---|---|---|")
    for name, cpu, wall in rows:
        print(f"| {name} | {cpu:.2f} | {wall:.2f} | {total / cpu:,.0f} | {total / wall:,.0f} |")
    print(f"\n{rows[0][1] / rows[-1][1]:.2f} of the speed of the bulk loader alone")


if __name__ == "__main__":
    main()
