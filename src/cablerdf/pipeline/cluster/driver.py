"""Cuts the input up, hands the partitions to a Dask cluster and adds up what came of them."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import orjson

from cablerdf.errors import InputError, MissingExtraError, OptionError, OutputError
from cablerdf.pipeline.cluster.tasks import PEOPLE, Job, Outcome, convert_partition, write
from cablerdf.pipeline.people.collect import PeopleRecipe
from cablerdf.pipeline.people.kept import digest_of as digest_of_rolls
from cablerdf.pipeline.people.tally import Tally
from cablerdf.pipeline.runs.books import Books, report_line
from cablerdf.pipeline.runs.output import Output
from cablerdf.pipeline.runs.run import Settings
from cablerdf.pipeline.runs.summary import Summary
from cablerdf.pipeline.work.made import Row
from cablerdf.read.partitions import Partition, file_system, partitions

RETRIES = 3
SMALLEST = 4096  # bytes of a table below which a range is not halved again
Named = tuple[str, Partition]


class Driver:
    """One run on a cluster.

    Args:
        address: of the scheduler.
        job: what the workers do; it goes to them with every task.
        people: how the people of all parts become RDF; with the register, which stays with the driver.
        settings: how.
    """

    def __init__(self, address: str, job: Job, people: PeopleRecipe, settings: Settings) -> None:
        try:
            import distributed
        except ImportError as error:
            raise MissingExtraError("distributed", "cluster") from error
        try:
            self.client: Any = untyped(distributed).Client(address, timeout="30s")
        except (OSError, TimeoutError, ValueError) as error:
            raise InputError(f"no Dask scheduler at {address}: {error}") from error
        for name in ("distributed", "distributed.client", "distributed.batched", "distributed.core"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # a worker that dies is no news for the user
        self.job, self.recipe, self.settings = job, people, settings
        self.outcomes: dict[str, Outcome] = {}

    def run(self, paths: list[str]) -> Summary:
        """Convert the input; the parts, then `_manifest.json`, are in the output folder."""
        try:
            self.same_version()
            named = [(f"part-{n:07}", partition) for n, partition in enumerate(partitions(paths))]
            fs, folder = file_system(self.job.out)
            if fs.exists(f"{folder}/_manifest.json"):
                fs.rm(f"{folder}/_manifest.json")
            if self.settings.resume:
                self.take_up(fs, folder)
            self.work([(name, p, {}) for name, p in named if name not in self.outcomes])
            self.leave_out_duplicates(dict(named))
            self.clean(fs, folder)
            return self.finish(fs, folder)
        finally:
            self.client.close()

    def same_version(self) -> None:
        """Refuse a cluster whose workers would make other bytes."""
        here = version("cablerdf")
        there = self.client.run(version, "cablerdf", on_error="return")
        other = sorted({str(found) for found in there.values() if found != here})
        if other:
            raise OptionError(f"this is cablerdf {here}, the cluster's workers have: {', '.join(other)}")

    def take_up(self, fs: Any, folder: str) -> None:
        """Count what an interrupted run finished."""
        for path in sorted(fs.glob(f"{folder}/_done/*.json")):
            outcome = Outcome(**orjson.loads(fs.cat_file(path)))
            part = f"{folder}/{outcome.name}{self.job.ending}"
            if outcome.run == self.job.run and fs.exists(part) and fs.size(part) == outcome.size:
                self.outcomes[outcome.name] = outcome
        self.settings.say(f"going on after {len(self.outcomes)} parts that are finished")

    def work(self, tasks: list[tuple[str, Partition, dict[str, bool]]]) -> None:
        """Have the partitions converted; one whose workers die again and again is halved."""
        import distributed

        futures = {self.submit(*task): task for task in tasks}
        waiting = untyped(distributed).as_completed(list(futures))
        for future in waiting:
            name, partition, left_out = futures.pop(future)
            try:
                outcome: Outcome = future.result()
            except distributed.KilledWorker:
                halves = list(split(name, partition))
                if not halves:
                    self.give_up(name, partition)
                for half in halves:
                    again = self.submit(*half, left_out)
                    futures[again] = (*half, left_out)
                    waiting.add(again)
                continue
            except OSError as error:
                raise OutputError(f"{name}: {error}") from error
            self.outcomes[outcome.name] = outcome
            self.settings.progress(sum(summary_of(o).read for o in self.outcomes.values()))

    def submit(self, name: str, partition: Partition, left_out: dict[str, bool]) -> Any:
        return self.client.submit(convert_partition, self.job, partition, name, left_out, retries=RETRIES, pure=False)

    def give_up(self, name: str, partition: Partition) -> None:
        """Report what cannot be split any more and kills whoever reads it."""
        _url, shown = partition.files[0]
        source = f"{shown}!/{partition.members[0][1]}" if partition.members else shown
        where = f" between bytes {partition.start} and {partition.end}" if partition.end else ""
        row = Row(source, None, "worker-died", "error", f"the processes that read it died{where}")
        summary = Summary(failed=1, unreadable=[row])
        summary.count([row])
        write(f"{self.job.out}/_report/{name}.jsonl", report_line(row))
        entry = {"cables": [], "unread": [source], "summary": summary.to_json()}
        self.outcomes[name] = Outcome(name, self.job.run, 0, entry)

    def leave_out_duplicates(self, known: dict[str, Partition]) -> None:
        """Convert the partitions again that have a cable of an earlier one, without it."""
        seen: dict[str, str] = {}
        again = []
        for name, outcome in sorted(self.outcomes.items()):
            left_out = {}
            for cable_id, source, sha256, _kept in outcome.entry["cables"]:
                if cable_id in seen:
                    left_out[source] = seen[cable_id] == sha256
                seen.setdefault(cable_id, sha256)
            if left_out:
                partition = known.get(name) or next(p for n, p in self.halves(known) if n == name)
                again.append((name, partition, left_out))
        self.work(again)

    def halves(self, known: dict[str, Partition]) -> Iterator[Named]:
        """Every partition that came of halving."""
        open_ = list(known.items())
        while open_:
            found = [half for named in open_ for half in split(*named)]
            yield from found
            open_ = [half for half in found if any(name.startswith(half[0]) for name in self.outcomes)]

    def clean(self, fs: Any, folder: str) -> None:
        """Take away parts of an earlier run that are none of this one."""
        for pattern, ending in ((f"part-*{self.job.ending}", self.job.ending), ("_report/*.jsonl", ".jsonl")):
            for path in fs.glob(f"{folder}/{pattern}"):
                if path.rpartition("/")[2].removesuffix(ending) not in self.outcomes:
                    fs.rm(path)

    def finish(self, fs: Any, folder: str) -> Summary:
        """Bring together what the parts have in common, gather the report, and mark the output as whole."""
        books = Books()
        parts = []
        for name, outcome in sorted(self.outcomes.items()):
            books.replay(outcome.entry)
            parts.append({"name": name + self.job.ending, "bytes": outcome.size, "cables": summary_of(outcome).written})
        total, tally = books.summary, Tally(books.counts)
        if total.written > 1:
            parts.append(self.people(fs, folder, tally))
            tally.end(total)
        if self.job.about is not None:
            write(f"{self.job.out}/{self.job.about.path.name}", self.job.about.bytes(books))
        if self.settings.report is not None:
            with Output(self.settings.report) as report:
                for name in sorted(self.outcomes):
                    report.write(fs.cat_file(f"{folder}/_report/{name}.jsonl"))
                report.write(b"".join(map(report_line, tally.rows)))
        manifest = {
            "version": version("cablerdf"),
            "run": self.job.run,
            "parts": parts,
            "counts": total.to_json()["counts"],
        }
        for name in ("_done", PEOPLE):
            if fs.exists(f"{folder}/{name}"):
                fs.rm(f"{folder}/{name}", recursive=True)
        write(f"{self.job.out}/_manifest.json", orjson.dumps(manifest, option=orjson.OPT_INDENT_2) + b"\n")
        return total

    def people(self, fs: Any, folder: str, tally: Tally) -> dict[str, Any]:
        """Bring the people of all parts together; what the manifest says of their file comes back."""
        told = ""
        if self.recipe.register is not None:
            told = self.recipe.rests_on(digest_of_rolls(self.rolls(fs, folder)))
        shape = self.job.shape
        data = b"".join([shape.header, *self.recipe.written(self.rolls(fs, folder), tally, told), shape.footer])
        name = f"people{self.job.ending}"
        return {"name": name, "bytes": write(f"{self.job.out}/{name}", data), "cables": 0}

    def rolls(self, fs: Any, folder: str) -> Iterator[bytes]:
        """Whom the cables of all parts name."""
        for name in sorted(self.outcomes):
            path = f"{folder}/{PEOPLE}/{name}.jsonl"
            if fs.exists(path):
                yield from fs.cat_file(path).splitlines(keepends=True)


def untyped(module: Any) -> Any:
    """A module whose functions have no types."""
    return module


def summary_of(outcome: Outcome) -> Summary:
    """The counts of a part."""
    return Summary.from_json(outcome.entry["summary"])


def split(name: str, partition: Partition) -> Iterator[Named]:
    """The two halves of a partition; none of one that holds a single document or few rows."""
    if partition.members:
        many: tuple[Any, ...] = partition.members
        cut = [partition._replace(members=half) for half in (many[: len(many) // 2], many[len(many) // 2 :])]
    elif partition.end:
        middle = (partition.start + partition.end) // 2
        many = tuple(range(2 if partition.end - partition.start > SMALLEST else 1))
        cut = [partition._replace(end=middle), partition._replace(start=middle)]
    else:
        many = partition.files
        cut = [partition._replace(files=half) for half in (many[: len(many) // 2], many[len(many) // 2 :])]
    if len(many) > 1:
        yield from ((f"{name}-{i}", half) for i, half in enumerate(cut))


def digest_of(options: dict[str, Any]) -> str:
    """What tells two runs apart."""
    text = orjson.dumps({"version": version("cablerdf"), **options}, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(text).hexdigest()
