"""Three ways to load the same data: the embedded store, an Oxigraph server, Virtuoso's bulk loader.

    pip install oxigraph
    apt-get install virtuoso-opensource-7
    python benchmarks/stores.py cables.nq

Each way is given the file once, into an empty store in a folder of its own. CPU seconds are those of the program and
the server together; wall time says little where other work runs beside it. Afterwards a query counts statements and
cables in the named graphs: the counts must be the same, or the run fails. A server that is not installed is passed over
and named. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import httpx
import psutil
import pyoxigraph as ox

SCRIPTS = Path(sys.executable).parent
COUNTS = {
    "statements": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), '%s')) }",
    "cables": "SELECT (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s a <https://w3id.org/cablerdf/ontology#Cable> } }",
}
OURS = "https://w3id.org/cablerdf/id/graph/"  # Virtuoso has graphs of its own
INI = Path(__file__).parents[1] / "tests" / "store" / "virtuoso.ini"
ROOMY = "NumberOfBuffers = 170000\nMaxDirtyBuffers = 130000\nDirsAllowed = {}"  # parameters of a server that loads much


class Took(NamedTuple):
    """What one way took, and what is in its store then."""

    name: str
    cpu: float
    wall: float
    counts: dict[str, int]


def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], folder: Path, at: int) -> Iterator[psutil.Process]:
    """A server that answers on the port `at` meanwhile."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", at), timeout=0.1):
                break
            time.sleep(0.1)
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(60)


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def timed(name: str, work: Callable[[], None], counts: Callable[[], dict[str, int]], server: int = 0) -> Took:
    """What `work` took, here, in its processes and in the server's process."""

    def spent() -> float:
        here = os.times()
        there = psutil.Process(server).cpu_times() if server else None
        return sum(here[:4]) + (there.user + there.system if there else 0)

    cpu, wall = spent(), time.monotonic()
    work()
    return Took(name, spent() - cpu, time.monotonic() - wall, counts())


def asked(url: str) -> dict[str, int]:
    """What the query service there counts."""
    found = {}
    for name, query in COUNTS.items():
        params = {"query": query.replace("%s", OURS)}
        answer = httpx.get(url, params=params, headers={"Accept": "text/csv"}, timeout=600).raise_for_status()
        found[name] = int(answer.text.split()[-1].strip('"'))
    return found


def embedded(data: Path, folder: Path) -> Iterator[Took]:
    """`cablerdf load` into a folder: named graphs, their merge, the search index."""
    store = folder / "store"

    def counts() -> dict[str, int]:
        opened = ox.Store.read_only(str(store))
        found = {}
        for name, query in COUNTS.items():
            answer = opened.query(query.replace("%s", OURS))
            assert isinstance(answer, ox.QuerySolutions)
            found[name] = int(next(answer)["n"].value)
        return found

    yield timed("embedded store", lambda: run([*LOAD, str(data), "--to", str(store)]), counts)


def oxigraph(data: Path, folder: Path) -> Iterator[Took]:
    """`cablerdf load` into an Oxigraph server, over HTTP."""
    binary, at = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(SCRIPTS)), port()
    if binary is None:
        return
    with running([binary, "serve", "--location", "data", "--bind", f"127.0.0.1:{at}"], folder, at) as server:
        url = f"http://127.0.0.1:{at}"
        work = lambda: run([*LOAD, str(data), "--to", url])  # noqa: E731
        yield timed("Oxigraph server, HTTP", work, lambda: asked(f"{url}/query"), server.pid)


def virtuoso(data: Path, folder: Path) -> Iterator[Took]:
    """Virtuoso's own bulk loader, which makes no merge and no index of the words."""
    binary, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if binary is None or isql is None:
        return
    sql, http = port(), port()
    ini = INI.read_text(encoding="utf-8").format(sql=sql, http=http, parameters=ROOMY.format(data.parent))
    (folder / "virtuoso.ini").write_text(ini, encoding="utf-8")
    with running([binary, "+foreground", "+configfile", "virtuoso.ini"], folder, http) as server:
        script = f"ld_dir('{data.parent}', '{data.name}', '{OURS}none'); rdf_loader_run(); checkpoint;"
        work = lambda: run([isql, f"127.0.0.1:{sql}", "dba", "dba", f"exec={script}"])  # noqa: E731
        yield timed("Virtuoso, its bulk loader", work, lambda: asked(f"http://127.0.0.1:{http}/sparql"), server.pid)


LOAD = [sys.executable, "-m", "cablerdf", "load", "-q", "--no-vocabulary"]
WAYS = (embedded, oxigraph, virtuoso)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data.resolve()
    rows: list[Took] = []
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            found = list(way(data, Path(folder)))
        rows += found
        if not found:
            print(f"not installed: {way.__name__}", file=sys.stderr)
    print("| way | CPU s | wall s | statements a CPU second | statements | cables |\n|---|---:|---:|---:|---:|---:|")
    for row in rows:
        quads, cables = row.counts["statements"], row.counts["cables"]
        print(f"| {row.name} | {row.cpu:.1f} | {row.wall:.1f} | {quads / row.cpu:,.0f} | {quads:,} | {cables:,} |")
    if any(row.counts != rows[0].counts for row in rows):
        sys.exit("the counts differ")


if __name__ == "__main__":
    main()
