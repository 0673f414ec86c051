"""What a worker of the cluster does with one partition."""

from __future__ import annotations

import multiprocessing
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson

from cablerdf.pipeline.runs.books import Books, duplicate
from cablerdf.pipeline.runs.describing import Description
from cablerdf.pipeline.runs.run import Shape
from cablerdf.pipeline.work.made import Made
from cablerdf.pipeline.work.pool import Pool
from cablerdf.pipeline.work.task import Recipe, chunked
from cablerdf.pipeline.work.worker import run_task
from cablerdf.read.partitions import Partition, file_system, partition_units
from cablerdf.read.units import Unit

PEOPLE = "_people"  # the folder of the rolls of the parts, until the people of all are written


@dataclass(frozen=True)
class Job:
    """What is to be made of every partition, and whether things are counted for a description of all of them.

    `out` is the URL of a folder, `ending` that of its parts.
    """

    recipe: Recipe
    shape: Shape
    about: Description | None
    out: str
    ending: str
    run: str  # a digest of all that changes the bytes
    input_format: str | None = None
    timeout: float = 60.0


@dataclass(frozen=True)
class Outcome:
    """What became of a partition: the name of its part, and what the books say of it."""

    name: str
    run: str
    size: int = 0
    entry: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """As it is kept beside the part."""
        return orjson.dumps({"name": self.name, "run": self.run, "size": self.size, "entry": self.entry})


def convert_partition(job: Job, partition: Partition, name: str, left_out: dict[str, bool]) -> Outcome:
    """Write the part of one partition, its report, and the outcome, which makes it count.

    Args:
        job: what is to be made.
        partition: what is to be read.
        name: of the part, without its ending.
        left_out: sources of cables that stand in an earlier part, and whether that has the same bytes.
    """
    books = Books(listing=True)
    data, report, people = [job.shape.header], [], []
    for chunk in made_chunks(job, partition_units(partition, job.input_format)):
        kept = [made for made in chunk if made.source not in left_out]
        written = books.summary.written
        entry = books.enter(kept)
        for made in chunk:
            if made.source in left_out:
                rows = duplicate(made, left_out[made.source]).rows
                books.summary.duplicates += 1
                books.summary.count(rows)
                entry.rows += rows
        data.append(job.shape.join(entry, written))
        report.append(entry.report)
        people += entry.people
    data.append(job.shape.footer)
    size = write(f"{job.out}/{name}{job.ending}", b"".join(data))
    write(f"{job.out}/_report/{name}.jsonl", b"".join(report))
    write(f"{job.out}/{PEOPLE}/{name}.jsonl", b"".join(people))
    said = {"cables": books.cables, "unread": sorted(books.unread), "summary": books.summary.to_json()}
    said |= {"counts": books.counts.to_json()} if job.about is not None else {}
    outcome = Outcome(name, job.run, size, said)
    write(f"{job.out}/_done/{name}.json", outcome.to_json())
    return outcome


def made_chunks(job: Job, units: Iterator[Unit]) -> Iterator[list[Made]]:
    """What the documents became; in a process of its own where the worker may have one.

    Dask's nanny starts workers as daemons, which may have no children: then a document has no time
    limit, and one that kills the process costs the partition, which the driver halves.
    """
    if multiprocessing.current_process().daemon:
        maker = job.recipe()
        for chunk in chunked(units):
            yield [made for unit in run_task(maker, chunk, job.timeout) for made in unit]
        return
    with Pool(job.recipe, 1, job.timeout) as pool:
        for answer in pool.run(chunked(units)):
            yield [made for unit in answer for made in unit]


def write(url: str, data: bytes) -> int:
    """Write a file whole or not at all; object stores do so by themselves."""
    fs, path = file_system(url)
    fs.makedirs(path.rpartition("/")[0], exist_ok=True)
    local = "file" in (fs.protocol if isinstance(fs.protocol, tuple | list) else (fs.protocol,))
    target = f"{path}.{uuid.uuid4().hex}.tmp" if local else path
    with fs.open(target, "wb") as file:
        file.write(data)
    if local:
        fs.mv(target, path)
    return len(data)
