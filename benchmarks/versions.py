"""Two versions of the pages beside one another: loading, first pages, search, and eight readers at once, as ratios.

    python benchmarks/versions.py OLD/.venv/bin/cablerdf old.nq NEW/.venv/bin/cablerdf new.nq --rounds 3

Each version loads the N-Quads that it converted itself, into a fresh store, makes pages of it, and serves it; the two
take turns. What one process does is told in CPU time, what readers wait for in time on the clock. The ratio is that
of the quickest rounds, new by old, as other work on the machine only makes one slower: 1.10 is a tenth slower.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

PORT = 8765
READERS = Path(__file__).parent / "serve_load.py"
P95 = re.compile(r"^(first third|the rest): .*?p95 (\d+) ms, .*?(\d+) errors", re.MULTILINE)
# Made by a version's own Python: milliseconds of CPU time by what they are for. The start page comes first.
PROBE = r"""
import json, random, re, sys, time
begun = time.process_time()
from cablerdf.serve.pages import answer, page_request
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_site

site = open_site(Settings(location=sys.argv[1]))

def made(paths, query=b""):
    begun = time.process_time()
    for path in paths:
        status = answer(site, page_request(path, query)).status_code
        assert status == 200, (path, status)
    return (time.process_time() - begun) * 1000 / len(paths)

made([""])
found = {"start and first page": (time.process_time() - begun) * 1000}
page = answer(site, page_request("people")).body.decode()
named_most = [f"{path}.html" for path in re.findall(r'href="\./(person/[^"?.]+)', page)[:12]]
made(named_most[:1])
drawn = {}
for kind in ("person", "post"):
    iris = sorted(iri for (iri,) in site.index.rows("SELECT iri FROM entity WHERE kind = ? AND cables > 0", kind))
    drawn[kind] = [f"{site.path(iri)}.html" for iri in random.Random(1).sample(iris, min(150, len(iris)))]
cables = sorted(iri for (iri,) in site.index.rows("SELECT iri FROM cable"))
drawn["cable"] = [site.path(iri) for iri in random.Random(1).sample(cables, min(150, len(cables)))]
found["a person's page, of those named most"] = made(named_most)
for kind, paths in drawn.items():
    found[f"a {kind}'s page, drawn"] = made(paths)
words = (b"agreement", b"minister", b"trade+talks", b"president", b"embassy", b"nuclear", b"fish*")
found["search"] = sum(made(["search"], b"q=" + word) for word in words) / len(words)
print(json.dumps(found))
"""


@contextmanager
def serving(command: str, store: Path) -> Iterator[str]:
    """The address of a server that runs meanwhile; it has answered once it is told."""
    server = subprocess.Popen([command, "serve", str(store), "--port", str(PORT), "-q"])
    address = f"http://127.0.0.1:{PORT}"
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                httpx.get(f"{address}/robots.txt", timeout=60)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def measured(command: str, data: Path, readers: int, during: float) -> dict[str, float]:
    """The figures of one round of one version, in milliseconds."""
    folder = Path(tempfile.mkdtemp(prefix="versions-"))
    store = folder / "store"
    try:
        before = cpu_of_children()
        subprocess.run([command, "load", str(data), "--to", str(store), "-q"], check=True)
        found = {"loading": (cpu_of_children() - before) * 1000}
        probe = [str(Path(command).with_name("python")), "-c", PROBE, str(store)]
        found |= json.loads(subprocess.run(probe, check=True, capture_output=True, text=True).stdout)
        with serving(command, store) as address:
            given = [address, "--readers", str(readers), "--seconds", str(during)]
            said = subprocess.run([sys.executable, READERS, *given], check=True, capture_output=True, text=True).stdout
        for part, p95, errors in P95.findall(said):
            found[f"p95 of {readers} readers, {part} (clock)"] = int(p95)
            if errors != "0":
                print(f"{errors} errors: {said}", file=sys.stderr)
    finally:
        shutil.rmtree(folder)
    return found


def cpu_of_children() -> float:
    """The CPU seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old")
    parser.add_argument("old_data", type=Path)
    parser.add_argument("new")
    parser.add_argument("new_data", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=15)
    given = parser.parse_args()
    rounds: dict[str, list[dict[str, float]]] = {"old": [], "new": []}
    for n in range(given.rounds):
        for name, command, data in (("old", given.old, given.old_data), ("new", given.new, given.new_data)):
            rounds[name].append(measured(command, data, given.readers, given.seconds))
            print(n + 1, name, {what: round(value, 1) for what, value in rounds[name][-1].items()}, file=sys.stderr)
    print(f"{'ms':45}{'old':>10}{'new':>10}{'ratio':>8}")
    for what in rounds["old"][0]:
        old, new = (min(one[what] for one in rounds[name]) for name in ("old", "new"))
        print(f"{what:45}{old:10,.1f}{new:10,.1f}{new / old if old else 0:8.2f}")


if __name__ == "__main__":
    main()
