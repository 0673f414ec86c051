"""Fifty readers at once: how long an entity page takes, and whether any request fails.

    python benchmarks/collection.py 5000 > collection.nq
    cablerdf load collection.nq --to collection.store
    cablerdf serve collection.store --port 8000 &
    python benchmarks/serve_load.py http://127.0.0.1:8000 --seconds 60

Started at once it measures a server that has yet to make its pages; after "The pages are ready",
or on a second start, one that has them.

Readers ask for pages of cables, people, posts and topics drawn from the whole collection (a
few pages are asked for often, as readers do). Median, p95 and p99 in milliseconds, requests a
second and errors come out, the first third (pages not yet made) apart from the rest.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import time
from statistics import quantiles
from urllib.parse import quote, urlsplit

import httpx

# In the order of the store, which stays the same; people of cables lead to those of the collection.
QUERY = "SELECT ?x { ?x a cab:%s FILTER NOT EXISTS { ?x cab:person ?one } } LIMIT %d"
Took = tuple[float, float, int]  # when begun, seconds, status
KINDS = (("Cable", 5_000, 0.6), ("Person", 3_000, 0.3), ("Post", 100, 0.1))


async def paths(client: httpx.AsyncClient) -> dict[str, list[str]]:
    """Kind to the paths of its pages, in an order that the seed decides."""
    found = {}
    for kind, limit, _share in KINDS:
        answer = await client.get("/sparql", params={"query": QUERY % (kind, limit), "format": "csv"}, timeout=60)
        names = [line.strip().split("/id/")[-1] for line in answer.text.splitlines()[1:]]
        random.Random(1).shuffle(names)
        found[kind] = [name if kind == "Cable" else f"{name}.html" for name in names]
    return found


async def get(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, path: str) -> int:
    """The status of one request over a kept connection (httpx would take more time than the server)."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head)
    await reader.readexactly(int(length[1]) if length else 0)
    return int(head.split(b" ", 2)[1])


async def one_reader(
    where: tuple[str, int], pages: dict[str, list[str]], until: float, seed: int, times: list[Took]
) -> None:
    """One reader: a page after another without pause."""
    rng = random.Random(seed)
    weights = [share for _, _, share in KINDS]
    reader, writer = await asyncio.open_connection(*where)
    while time.monotonic() < until:
        names = pages[rng.choices(KINDS, weights)[0][0]]
        name = names[min(int(rng.paretovariate(0.6)) - 1, len(names) - 1)] if rng.random() < 0.8 else rng.choice(names)
        begun = time.monotonic()
        try:
            status = await get(reader, writer, where[0], f"/{quote(name)}")
        except (OSError, asyncio.IncompleteReadError):
            status = 0
            reader, writer = await asyncio.open_connection(*where)
        times.append((begun, time.monotonic() - begun, status))
    writer.close()


def told(name: str, times: list[Took], seconds: float) -> None:
    took = sorted(duration * 1000 for _, duration, _ in times)
    cuts = quantiles(took, n=100)
    errors = sum(status != 200 for *_, status in times)
    print(
        f"{name}: {len(took):,} requests, {len(took) / seconds:,.0f}/s, median {cuts[49]:.0f} ms,"
        f" p95 {cuts[94]:.0f} ms, p99 {cuts[98]:.0f} ms, {errors} errors"
    )


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    async with httpx.AsyncClient(base_url=given.address, timeout=60) as client:
        pages = await paths(client)
    address = urlsplit(given.address)
    where = (address.hostname or "127.0.0.1", address.port or 80)
    times: list[Took] = []
    begun = time.monotonic()
    until = begun + given.seconds
    await asyncio.gather(*(one_reader(where, pages, until, n, times) for n in range(given.readers)))
    third = begun + given.seconds / 3
    told("first third", [t for t in times if t[0] < third], given.seconds / 3)
    told("the rest", [t for t in times if t[0] >= third], given.seconds * 2 / 3)


if __name__ == "__main__":
    asyncio.run(main())
