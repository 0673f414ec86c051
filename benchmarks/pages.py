"""What pages cost on a large store beside a small one.

    python benchmarks/first.py cables.nq cut 100 5000
    cablerdf load cut/100.nq --to small
    cablerdf load cut/5000.nq --to large
    python benchmarks/pages.py small large

The site runs in a process of its own for each store, with nothing kept of the pages that it made, and each page is
asked for three times. CPU milliseconds are those of the cheapest time, as other work on the machine only makes one
dearer; wall milliseconds those of the quickest. The ratio is that of the CPU, large by small. Prints Markdown.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import httpx
from starlette.types import ASGIApp

from cablerdf.serve.app import create_app
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_site
from cablerdf.store.search.schema import FILE, connect

ROUNDS = 3
MOST = "SELECT iri, cables FROM entity WHERE kind = ? ORDER BY cables DESC LIMIT 1"
LATEST = "SELECT iri FROM cable ORDER BY issued DESC LIMIT 1"


class Took(NamedTuple):
    """What a page took, in milliseconds, and its kilobytes."""

    cpu: float
    wall: float
    size: int


class Served(NamedTuple):
    """What a store has and what its pages took; memory in megabytes."""

    cables: int
    of_person: int
    pages: dict[str, Took]
    memory: int


def served(location: Path) -> Served:
    """What the pages of one store took, in this process."""
    index = connect(location / FILE)
    person, cables = index.execute(MOST, ("person",)).fetchone()
    paths = {
        "first page": "/",
        "search for a word": "/search?q=minister",
        "search for two words, oldest first": "/search?q=trade+talks&sort=oldest",
        "people": "/people",
        "meetings": "/meetings",
        "statements": "/statements",
        "person in most cables": path(person),
        "place in most cables": path(index.execute(MOST, ("place",)).fetchone()[0]),
        "latest cable": path(index.execute(LATEST).fetchone()[0]),
    }
    site = open_site(Settings(location=str(location), cached_bytes=0))
    pages = asyncio.run(asked_for(create_app(site), paths))
    count = index.execute("SELECT count(*) FROM cable").fetchone()[0]
    return Served(count, cables, pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


async def asked_for(app: ASGIApp, paths: dict[str, str]) -> dict[str, Took]:
    """What each page took."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        return {name: await took(client, where) for name, where in paths.items()}


def path(iri: str) -> str:
    """Where the page about something is."""
    kind, name = iri.rsplit("/", 2)[1:]
    return f"/{kind}/{name}" if kind == "cable" else f"/{kind}/{name}.html"


async def took(client: httpx.AsyncClient, where: str) -> Took:
    """The least that a page took."""
    rounds = []
    for _ in range(ROUNDS):
        cpu, wall = time.process_time(), time.perf_counter()
        answer = await client.get(where)
        rounds.append((time.process_time() - cpu, time.perf_counter() - wall))
        if answer.status_code != 200:
            raise SystemExit(f"{where}: {answer.status_code}")
    cpus, walls = zip(*rounds, strict=True)
    return Took(min(cpus) * 1000, min(walls) * 1000, len(answer.content) >> 10)


def alone(location: Path) -> Served:
    """The same, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(served, location).result()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    asked = parser.parse_args()
    small, large = alone(asked.small), alone(asked.large)
    print(f"| page | {small.cables:,} cables: CPU ms | {large.cables:,} cables: CPU ms | wall ms | kB | ratio |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, one in small.pages.items():
        two = large.pages[name]
        print(f"| {name} | {one.cpu:.0f} | {two.cpu:.0f} | {two.wall:.0f} | {two.size} | {two.cpu / one.cpu:.1f} |")
    print(f"\nThe person has {small.of_person:,} and {large.of_person:,} cables.", end=" ")
    print(f"The processes took {small.memory} and {large.memory} MB.")


if __name__ == "__main__":
    main()
