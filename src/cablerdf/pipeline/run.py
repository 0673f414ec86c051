"""A run over documents: read and made in workers, taken back in order, counted, reported, written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from cablerdf.pipeline.made import Made, Row
from cablerdf.pipeline.output import Output
from cablerdf.pipeline.pool import Pool
from cablerdf.pipeline.summary import Summary
from cablerdf.pipeline.task import Recipe, chunked
from cablerdf.read.documents import Paths, as_paths
from cablerdf.read.places import units

TIMEOUT = 60.0  # seconds for one document; the slowest cable takes a fraction of one

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Settings:
    """How a run is done; none of it changes the bytes that come out."""

    jobs: int = 0  # 0: all cores
    timeout: float = TIMEOUT
    report: Path | None = None
    progress: Progress = field(default=lambda count: None)

    @property
    def workers(self) -> int:
        """How many processes."""
        return self.jobs or available_cores()


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def made_in_order(paths: Paths, input_format: str | None, recipe: Recipe, settings: Settings) -> Iterator[list[Made]]:
    """What the documents under `paths` became, chunk by chunk, in the order of reading."""
    chunks = chunked(units(as_paths(paths), input_format))
    with Pool(recipe, settings.workers, settings.timeout) as pool:
        for answer in pool.run(chunks):
            yield [made for unit in answer for made in unit]


class Ids:
    """Which cables have been written: the first of an id wins, later ones are reported."""

    def __init__(self) -> None:
        self.seen: dict[str, bytes] = {}

    def check(self, made: Made) -> Made | None:
        """None for a cable that is new, else the document as a reported duplicate."""
        if made.id is None or made.failed:
            return None
        digest = bytes.fromhex(made.sha256[:16])
        if made.id not in self.seen:
            self.seen[made.id] = digest
            return None
        same = self.seen[made.id] == digest
        what = "the same cable was read before" if same else "another document of this id was read before, and was kept"
        row = Row(made.source, made.id, "duplicate-id", "info" if same else "warning", what)
        return Made(made.source, made.id, made.sha256, b"", rows=(row,))


def report_line(row: Row) -> bytes:
    """One line of the report, as JSON."""
    return orjson.dumps(row._asdict()) + b"\n"


class Books:
    """Keeps the summary, the report and the ids of a run."""

    def __init__(self, report: Output | None) -> None:
        self.summary, self.ids, self.report = Summary(), Ids(), report

    def enter(self, made: Made) -> bytes:
        """The bytes of a document that go out; the rest is booked."""
        duplicate = self.ids.check(made)
        if duplicate is not None:
            self.summary.duplicates += 1
            made = duplicate
            for row in made.rows:
                self.summary.problems[row.severity, row.code] += 1
        else:
            self.summary.add(made)
        if self.report is not None and made.rows:
            self.report.write(b"".join(map(report_line, made.rows)))
        return made.data or b""
