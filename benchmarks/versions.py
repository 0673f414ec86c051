"""Two versions of the pages beside one another: loading, first pages, search, and eight readers at once, as ratios.

    python benchmarks/versions.py OLD/.venv/bin/cablerdf old.nq NEW/.venv/bin/cablerdf new.nq --rounds 3

Each version loads the N-Quads that it converted itself, into a fresh store, and serves it; the two take turns. The
ratio of each figure is that of the quickest rounds, new by old, as other work on the machine only makes one slower:
1.10 is a tenth slower.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

PORT, DRAWN = 8765, 12
WORDS = ("agreement", "minister", "trade talks", "president", "embassy", "nuclear", "fish*", '"human rights"')
READERS = Path(__file__).parent / "serve_load.py"
P95 = re.compile(r"^(first third|the rest): .*?p95 (\d+) ms, .*?(\d+) errors", re.MULTILINE)


def seconds(client: httpx.Client, path: str) -> float:
    """How long a page takes."""
    begun = time.perf_counter()
    client.get(path).raise_for_status()
    return time.perf_counter() - begun


@contextmanager
def serving(command: str, store: Path) -> Iterator[httpx.Client]:
    """A client of a server that runs meanwhile; it has answered once it is there."""
    server = subprocess.Popen([command, "serve", str(store), "--port", str(PORT), "-q"])
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=60, follow_redirects=True) as client:
            until = time.monotonic() + 60
            while time.monotonic() < until:
                try:
                    client.get("/robots.txt")
                    break
                except httpx.TransportError:
                    time.sleep(0.02)
            yield client
    finally:
        server.terminate()
        server.wait(30)


def measured(command: str, data: Path, readers: int, during: float) -> dict[str, float]:
    """The figures of one round of one version, in milliseconds."""
    folder = Path(tempfile.mkdtemp(prefix="versions-"))
    try:
        begun = time.perf_counter()
        subprocess.run([command, "load", str(data), "--to", str(folder / "store"), "-q"], check=True)
        found = {"loading": time.perf_counter() - begun}
        begun = time.perf_counter()
        with serving(command, folder / "store") as client:
            seconds(client, "/")
            found["start and first page"] = time.perf_counter() - begun
            people = re.findall(r'href="\./(person/[^"?.]+)', client.get("/people").text)[:DRAWN]
            found["person page, not made before"] = median(seconds(client, f"/{path}.html") for path in people)
            found["search, not made before"] = median(seconds(client, f"/search?q={words}") for words in WORDS)
            address = str(client.base_url)
            given = [address, "--readers", str(readers), "--seconds", str(during)]
            said = subprocess.run([sys.executable, READERS, *given], check=True, capture_output=True, text=True).stdout
            for part, p95, errors in P95.findall(said):
                found[f"p95 of {readers} readers, {part}"] = int(p95) / 1000
                if errors != "0":
                    print(f"{errors} errors: {said}", file=sys.stderr)
    finally:
        shutil.rmtree(folder)
    return {name: value * 1000 for name, value in found.items()}


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
    print(f"{'':45}{'old ms':>10}{'new ms':>10}{'ratio':>8}")
    for what in rounds["old"][0]:
        old, new = (min(one[what] for one in rounds[name]) for name in ("old", "new"))
        print(f"{what:45}{old:10,.1f}{new:10,.1f}{new / old if old else 0:8.2f}")


if __name__ == "__main__":
    main()
