"""A server under siege: what an honest reader waits meanwhile, and whether processor and memory come back to rest.

    python benchmarks/collection.py 1000 > collection.nq
    cablerdf load collection.nq --to collection.store
    python benchmarks/siege.py collection.store --seconds 15

Starts `cablerdf serve` on loopback, waits until its pages are ready, and attacks it in one way after another, each time
for so many seconds, while one reader asks for plain pages (the start page, cables, people, posts) one after another.
A row for each attack comes out: how many pages the reader got and how many failed, the median, p95 and longest wait in
milliseconds; the most memory of all processes together; and, once the attack has ended, how much they hold and how long
until they are at rest (below 5 % of a core). Attackers, reader and server share the machine's cores.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import psutil

REST = 0.05  # of a core
SLOW = 200  # clients at once
EXPLODING = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "SELECT (GROUP_CONCAT(STR(?c)) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
    "SELECT * { BIND('aaaaaaaa' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n},?x{n}) AS ?x{n + 1})" for n in range(40))
    + "}",
    "SELECT * { ?s (!<a:>|^!<a:>)* ?o }",
    "SELECT * { VALUES ?x {" + " 1" * 20_000 + "} VALUES ?y {" + " 1" * 20_000 + "} }",
    "SELECT * " + "{" * 2_000 + "}" * 2_000,
    "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '(a|aa)+(b|bb)+(.*)*(.*)*x$')) }",
)
TYPED = ("a* b* c* d*", " ".join(f"{letter}*" for letter in "abcdefghijklmnop"), "(" * 300, '"' * 300, "e* -a* -t*")
FORM = "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n"
Where = tuple[str, int]
Attack = Callable[[Where, random.Random], Awaitable[None]]


async def slow_head(where: Where, rng: random.Random) -> None:
    """A request whose headers come byte by byte."""
    reader, writer = await asyncio.open_connection(*where)
    for letter in "GET /people HTTP/1.1\r\n" + "X: y\r\n" * 1_000:
        writer.write(letter.encode())
        await asyncio.sleep(0.2 + 0.1 * rng.random())
    await reader.read()


async def slow_body(where: Where, rng: random.Random) -> None:
    """A query that comes byte by byte."""
    _, writer = await asyncio.open_connection(*where)
    writer.write((FORM % 100_000).encode())
    for _ in range(100_000):
        writer.write(b"#")
        await asyncio.sleep(0.2 + 0.1 * rng.random())


async def slow_reader(where: Where, rng: random.Random) -> None:
    """Large answers asked for, and hardly read."""
    reader, writer = await asyncio.open_connection(*where, limit=2**12)
    writer.write(b"GET /static/vendor/cytoscape.js HTTP/1.1\r\nHost: a\r\n\r\n" * 20)
    while await reader.read(64):
        await asyncio.sleep(0.2 + 0.1 * rng.random())


async def large_body(where: Where, rng: random.Random) -> None:
    """A body of 100 MB, to the endpoint or to a page."""
    _, writer = await asyncio.open_connection(*where)
    head = FORM if rng.random() < 0.5 else FORM.replace("/sparql", "/people")
    writer.write((head % 100_000_000).encode())
    for _ in range(1_000):
        writer.write(b"#" * 100_000)
        await writer.drain()


async def large_head(where: Where, _rng: random.Random) -> None:
    """Headers of 2 MB."""
    reader, writer = await asyncio.open_connection(*where)
    writer.write(b"GET /people HTTP/1.1\r\n" + b"X: " + b"a" * 2_000_000 + b"\r\n\r\n")
    await reader.read()


async def exploding(where: Where, rng: random.Random) -> None:
    """A query that would take all time and memory there is."""
    await asked(where, f"/sparql?query={quote(rng.choice(EXPLODING))}")


async def searching(where: Where, rng: random.Random) -> None:
    """A search that is much work, no two alike."""
    await asked(where, f"/search?q={quote(rng.choice(TYPED))}+-x{rng.randrange(10**9)}")


async def lying(where: Where, rng: random.Random) -> None:
    """Hosts, paths and headers that lie, and bytes that are no request."""
    noise = bytes(rng.randrange(256) for _ in range(200))
    path = rng.choice(
        ["/../../etc/passwd", "//evil.example/", "/cable/%ff", "/%00", "/static/..%2f..%2fx", "/" + "a/" * 4_000]
    )
    lies = f"GET {path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-For: 127.0.0.1\r\nAccept: {'*/*,' * 500}\r\n\r\n"
    reader, writer = await asyncio.open_connection(*where)
    writer.write(rng.choice([noise, lies.encode(), b"GET / HTTP/9.9\r\n\r\n", lies.encode().replace(b"\r\n", b"\n")]))
    await asyncio.wait_for(reader.read(100), 5)
    writer.close()


async def asked(where: Where, path: str) -> None:
    """An ordinary request, whatever the answer."""
    reader, writer = await asyncio.open_connection(*where)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    await reader.read()
    writer.close()


# Name, the attackers with the number of each at once.
SIEGES: dict[str, list[tuple[Attack, int]]] = {
    "nobody": [],
    "slow heads": [(slow_head, SLOW)],
    "slow bodies": [(slow_body, SLOW)],
    "slow readers": [(slow_reader, SLOW)],
    "bodies of 100 MB": [(large_body, 8)],
    "headers of 2 MB": [(large_head, 8)],
    "exploding queries": [(exploding, 40)],
    "searches": [(searching, 8)],
    "lies": [(lying, 8)],
    "all at once": [
        (slow_head, 60), (slow_body, 60), (slow_reader, 60), (large_body, 2), (large_head, 2), (exploding, 20),
        (searching, 2), (lying, 2),
    ],
}  # fmt: skip


async def attack(where: Where, name: str, until: float) -> None:
    """Attacks until then: each attacker begins anew as soon as it is thrown out."""

    async def again(one: Attack, seed: int) -> None:
        rng = random.Random(seed)
        while time.time() < until:
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                await asyncio.wait_for(one(where, rng), max(0.1, until - time.time()))
            await asyncio.sleep(0.05)

    await asyncio.gather(*(again(one, seed) for one, count in SIEGES[name] for seed in range(count)))


def besiege(where: Where, name: str, until: float) -> None:
    """A process of attackers."""
    asyncio.run(attack(where, name, until))


class Waited(NamedTuple):
    """What the honest reader saw: the wait of each page in milliseconds, and how many pages did not come."""

    times: list[float]
    failed: int


async def honest(where: Where, paths: list[str], until: float) -> Waited:
    """A reader of plain pages, each over a new connection."""
    times: list[float] = []
    failed = 0
    rng = random.Random(1)
    while time.time() < until:
        begun = time.perf_counter()
        try:
            reader, writer = await asyncio.open_connection(*where)
            writer.write(f"GET {rng.choice(paths)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
            answer = await asyncio.wait_for(reader.read(), 30)
            writer.close()
            failed += not answer.startswith(b"HTTP/1.1 200")
        except (OSError, TimeoutError):
            failed += 1
        times.append(1_000 * (time.perf_counter() - begun))
        await asyncio.sleep(0.02)
    return Waited(times, failed)


def plain_pages(where: Where) -> list[str]:
    """Some pages of every kind, as links of the start page and of lists have them."""
    found = ["/", "/about", "/people", "/search", "/sparql"]
    for listing in ("/people", "/search", "/posts"):
        body = asyncio.run(text_of(where, listing))
        links = re.findall(r'href="(?:\./)?((?:cable|person|post)/[^"?#]+)', body)
        found += [f"/{link}" if link.startswith("cable") else f"/{link}.html" for link in links[:20]]
    return [path for path in dict.fromkeys(found) if asyncio.run(text_of(where, path)).startswith("HTTP/1.1 200")]


async def text_of(where: Where, path: str) -> str:
    reader, writer = await asyncio.open_connection(*where)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.decode("utf-8", "replace")


class Family:
    """A server's processes together."""

    def __init__(self, pid: int) -> None:
        self.first = psutil.Process(pid)
        self.most = 0

    def members(self) -> list[psutil.Process]:
        return [self.first, *self.first.children(recursive=True)]

    def memory(self) -> int:
        """Bytes that all hold, what they share with others left out."""
        total = 0
        for process in self.members():
            with suppress(psutil.Error):
                held = process.memory_info()
                total += held.rss - held.shared
        self.most = max(self.most, total)
        return total

    def busy(self, seconds: float = 1.0) -> float:
        """How many cores they use, over so many seconds."""
        before = self.used()
        time.sleep(seconds)
        return max(0.0, self.used() - before) / seconds

    def used(self) -> float:
        total = 0.0
        for process in self.members():
            with suppress(psutil.Error):
                times = process.cpu_times()
                total += times.user + times.system
        return total

    def rest(self, limit: float = 120.0) -> float:
        """Seconds until they are at rest."""
        begun = time.monotonic()
        while self.busy() > REST and time.monotonic() - begun < limit:
            pass
        return time.monotonic() - begun


@contextmanager
def watched(family: Family) -> Iterator[None]:
    """Notes the most memory meanwhile."""
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(0.2):
            family.memory()

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def served(store: str, *options: str) -> Iterator[tuple[Where, int]]:
    """The address and the process of a server whose pages are ready."""
    command = [sys.executable, "-m", "cablerdf", "serve", store, "--port", "0", *options]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    where = ("", 0)
    for line in server.stderr:
        if found := re.search(r"http://\S+", line):
            parts = urlsplit(found[0])
            where = (parts.hostname or "", parts.port or 0)
        if "ready" in line:
            break
    drained = threading.Thread(target=server.stderr.read, daemon=True)
    drained.start()
    try:
        yield where, server.pid
    finally:
        server.terminate()
        server.wait(20)
        drained.join(5)
        server.stderr.close()


def siege(where: Where, pid: int, name: str, seconds: float, paths: list[str]) -> tuple[Waited, Family, float]:
    """What the reader saw in one siege, the server's processes, and after how many seconds they were at rest."""
    family = Family(pid)
    until = time.time() + seconds
    attackers = multiprocessing.get_context("spawn").Process(target=besiege, args=(where, name, until))
    attackers.start()
    with watched(family):
        waited = asyncio.run(honest(where, paths, until))
    attackers.join(30)
    if attackers.is_alive():
        attackers.kill()
    return waited, family, family.rest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--seconds", type=float, default=15.0, help="of each siege")
    parser.add_argument("--only", choices=SIEGES, action="append")
    given = parser.parse_args()
    with served(given.store, "--query-seconds", "10") as (where, pid):
        paths = plain_pages(where)
        print(f"{len(paths)} plain pages; {psutil.cpu_count()} cores")
        heads = ("pages", "failed", "p50 ms", "p95 ms", "most ms", "peak MB", "after MB", "rest s")
        print(f"{'siege':18}" + "".join(f"{head:>9}" for head in heads))
        for name in given.only or SIEGES:
            waited, family, rest = siege(where, pid, name, given.seconds, paths)
            cuts = statistics.quantiles(waited.times, n=20)
            waits = f"{cuts[9]:9.1f}{cuts[18]:9.1f}{max(waited.times):9.1f}"
            memory = f"{family.most / 1e6:9.0f}{family.memory() / 1e6:9.0f}"
            print(f"{name:18}{len(waited.times):9}{waited.failed:9}{waits}{memory}{rest:9.0f}", flush=True)


if __name__ == "__main__":
    main()
