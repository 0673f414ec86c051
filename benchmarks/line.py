"""Where the time of a run goes: read, each step of parsing, map, write, check; then what only a run does; one process.

    python benchmarks/line.py [INPUT] [--rounds N]

Times are CPU seconds: other work on the machine does not count. The garbage collector is set as
in a worker, and lines are written and checked as `convert` does it. What only a run does is timed
with the parts that it uses: whom each cable names and what it holds, the way of an answer from the
worker to the parent, the books, the people of the collection; and the start of parent and worker,
once in a run. System time for files and pipes is not in it.
INPUT is any input of `convert`; the examples without it. The best round counts, since what
disturbs a measurement only ever makes it longer. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import compress
from pathlib import Path
from typing import Any

from cablerdf.check import check_batch, seen
from cablerdf.model import Cable
from cablerdf.parse.draft import Draft
from cablerdf.parse.steps import STEPS
from cablerdf.pipeline.people.collect import PeopleRecipe
from cablerdf.pipeline.people.rolls import roll_of
from cablerdf.pipeline.people.tally import Tally
from cablerdf.pipeline.runs.books import Books
from cablerdf.pipeline.runs.journal import Part, checksum
from cablerdf.pipeline.runs.run import Shape
from cablerdf.pipeline.work.checking import BATCH
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.made import Made
from cablerdf.pipeline.work.worker import calm_collector
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.iris import cable_key
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.rdf.writers.lines import ended
from cablerdf.read.documents import items

EXAMPLES = Path(__file__).parents[1] / "examples"
OTHERS = ("write: turtle", "write: jsonld")
RUN = "run: "  # what only a run does
LOADED = {"start of the parent": "cablerdf.pipeline.commands", "start of a worker": "cablerdf.pipeline.work.converting"}


class Clock:
    """Seconds by the name of a stage; of several rounds the shortest."""

    def __init__(self) -> None:
        self.best: dict[str, float] = {}
        self.round: dict[str, float] = {}

    def time(self, stage: str, call: Callable[[], Any]) -> Any:
        begun = time.process_time()
        result = call()
        self.add(stage, time.process_time() - begun)
        return result

    def add(self, stage: str, took: float) -> None:
        self.round[stage] = self.round.get(stage, 0.0) + took

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
        books, rolls = Books(), list[bytes]()
        found: Iterator[Any] = iter(clock.time("read", lambda: [d for d in items(path) if hasattr(d, "text")]))
        cables = [parse(clock, document) for document in found]
        writers = {name: BY_NAME[name].writer(DEFAULT_BASE) for name in ("nquads", "turtle", "jsonld")}
        sizes = {"cables": len(cables), "characters": sum(len(c.document.text) for c in cables), "quads": 0, "bytes": 0}
        for at in range(0, len(cables), 50):
            some = cables[at : at + 50]
            chunk = [clock.time("map", lambda cable=cable: to_quads(cable)) for cable in some]
            sizes["quads"] += sum(map(len, chunk))
            for name, writer in writers.items():
                data = [clock.time(f"write: {name}", lambda q=quads, w=writer: w.body(q)) for quads in chunk]
                if name == "nquads":
                    sizes["bytes"] += sum(map(len, data))
                    check(clock, chunk, [writer.triples(quads).lines for quads in chunk])
                    rolls += handed_over(clock, some, chunk, data, books)
        people = PeopleRecipe("nquads", DEFAULT_BASE, check=True).written(rolls, Tally(Counts()))
        clock.time(RUN + "people of the collection", partial(list, people))
        for name, module in LOADED.items():
            clock.add(RUN + name, loading(module))
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


def handed_over(clock: Clock, cables: list[Cable], chunk: list[Any], data: list[bytes], books: Books) -> list[bytes]:
    """What a worker adds to the quads of its cables, and the parent does with them; whom they name comes back."""
    keys = list(map(cable_key, cables))
    said = list(zip(chunk, keys, strict=True))
    rolls = clock.time(RUN + "whom each names", lambda: [roll_of(*of).to_json() for of in said])
    counts = clock.time(RUN + "what each holds", lambda: [Counts.of(*of) for of in said])
    made = [
        Made(cable.document.name, key, cable.document.sha256, body, counts=held, people=roll)
        for cable, key, body, held, roll in zip(cables, keys, data, counts, rolls, strict=True)
    ]
    answer = clock.time(RUN + "answers", lambda: pickle.loads(pickle.dumps(made, pickle.HIGHEST_PROTOCOL)))
    clock.time(RUN + "books", lambda: checksum(Part(Shape().join(books.enter(answer), 0))))
    return rolls


def loading(module: str) -> float:
    """CPU seconds of a process that does nothing but load a module."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(clock: Clock, sizes: dict[str, int]) -> Iterator[str]:
    """The report, line by line."""
    count = sizes["cables"] or 1
    yield f"{count:,} cables, {sizes['characters'] / count:,.0f} characters, {sizes['quads'] / count:,.0f} quads,"
    yield f"{sizes['bytes'] / count:,.0f} bytes of N-Quads each\n"
    yield "| stage | s | ms a cable | cables/s | share |"
    yield "|---|---:|---:|---:|---:|"
    run = {name: took for name, took in clock.best.items() if name not in OTHERS}
    line = {name: took for name, took in run.items() if not name.startswith(RUN)}
    total, whole = sum(line.values()), sum(run.values())
    for name, took in sorted(clock.best.items(), key=lambda row: row[0].startswith(RUN)):
        share = f"{took / total:6.1%}" if name in line else "      "
        yield f"| {name} | {took:.3f} | {1000 * took / count:.3f} | {count / took:,.0f} | {share} |"
    parsing = sum(took for name, took in line.items() if name.startswith("parse"))
    sums = {"parse, all of it": parsing, "the line, with N-Quads": total, "a run with one worker": whole}
    for name, took in sums.items():
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
