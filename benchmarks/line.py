"""Where the time of the line goes: read, each step of parsing, map, write, check; one process.

    python benchmarks/line.py [INPUT] [--rounds N]

Times are CPU seconds: other work on the machine does not count. The garbage collector is set as
in a worker, and lines are written and checked as `convert` does it.
INPUT is any input of `convert`; the examples without it. The best round counts, since what
disturbs a measurement only ever makes it longer. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from itertools import compress
from pathlib import Path
from typing import Any

from cablerdf.check import check_batch, seen
from cablerdf.model import Cable
from cablerdf.parse.draft import Draft
from cablerdf.parse.steps import STEPS
from cablerdf.pipeline.work.checking import BATCH
from cablerdf.pipeline.work.worker import calm_collector
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.lines import ended
from cablerdf.read.documents import items

EXAMPLES = Path(__file__).parents[1] / "examples"


class Clock:
    """Seconds by the name of a stage; of several rounds the shortest."""

    def __init__(self) -> None:
        self.best: dict[str, float] = {}
        self.round: dict[str, float] = {}

    def time(self, stage: str, call: Callable[[], Any]) -> Any:
        begun = time.process_time()
        result = call()
        self.round[stage] = self.round.get(stage, 0.0) + time.process_time() - begun
        return result

    def end(self) -> None:
        self.best = {stage: min(took, self.best.get(stage, took)) for stage, took in self.round.items()}
        self.round = {}


def parse(clock: Clock, document: Any) -> Cable:
    draft = Draft(document, document.text, partial=document.partial)
    for name, step in STEPS:
        clock.time(f"parse: {name}", lambda step=step: step(draft))
    return clock.time("parse: freeze", draft.finish)


def measure(path: str, rounds: int) -> tuple[Clock, dict[str, int]]:
    """The times of each stage, and how much there was."""
    clock, sizes = Clock(), {}
    for _ in range(rounds):
        found: Iterator[Any] = iter(clock.time("read", lambda: [d for d in items(path) if hasattr(d, "text")]))
        cables = [parse(clock, document) for document in found]
        writers = {name: BY_NAME[name].writer(DEFAULT_BASE) for name in ("nquads", "turtle", "jsonld")}
        sizes = {"cables": len(cables), "characters": sum(len(c.document.text) for c in cables), "quads": 0, "bytes": 0}
        for at in range(0, len(cables), 50):
            chunk = [clock.time("map", lambda cable=cable: to_quads(cable)) for cable in cables[at : at + 50]]
            sizes["quads"] += sum(map(len, chunk))
            for name, writer in writers.items():
                data = [clock.time(f"write: {name}", lambda q=quads, w=writer: w.body(q)) for quads in chunk]
                if name == "nquads":
                    sizes["bytes"] += sum(map(len, data))
                    check(clock, chunk, [writer.triples(quads).lines for quads in chunk])
        clock.end()
    return clock, sizes


def check(clock: Clock, chunk: list[Any], triples: list[list[str]]) -> None:
    def looked_at() -> list[str]:
        return [
            ended(compress(lines, seen(quads, mentions=False))) for quads, lines in zip(chunk, triples, strict=True)
        ]

    lines = clock.time("check", looked_at)
    for at in range(0, len(chunk), BATCH):
        part = slice(at, at + BATCH)
        clock.time("check", lambda part=part: check_batch(chunk[part], lines[part]))


def table(clock: Clock, sizes: dict[str, int]) -> Iterator[str]:
    """The report, line by line."""
    count = sizes["cables"] or 1
    yield f"{count:,} cables, {sizes['characters'] / count:,.0f} characters, {sizes['quads'] / count:,.0f} quads,"
    yield f"{sizes['bytes'] / count:,.0f} bytes of N-Quads each\n"
    yield "| stage | s | ms a cable | cables/s | share |"
    yield "|---|---:|---:|---:|---:|"
    line = {name: took for name, took in clock.best.items() if name not in ("write: turtle", "write: jsonld")}
    total = sum(line.values())
    for name, took in clock.best.items():
        share = f"{took / total:6.1%}" if name in line else "      "
        yield f"| {name} | {took:.3f} | {1000 * took / count:.3f} | {count / took:,.0f} | {share} |"
    parsing = sum(took for name, took in line.items() if name.startswith("parse"))
    for name, took in (("parse, all of it", parsing), ("the line, with N-Quads", total)):
        yield f"| **{name}** | {took:.3f} | {1000 * took / count:.3f} | {count / took:,.0f} | {took / total:6.1%} |"
    yield f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB (all cables held at once)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", nargs="?", default=str(EXAMPLES))
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    calm_collector()
    print("\n".join(table(*measure(asked.input, asked.rounds))))


if __name__ == "__main__":
    main()
