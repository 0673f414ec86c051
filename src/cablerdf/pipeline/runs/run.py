"""A run over documents: read and made in workers, taken back in order, booked, written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from cablerdf.errors import OutputError
from cablerdf.pipeline.people.kept import Rolls, beside
from cablerdf.pipeline.people.tally import Tally
from cablerdf.pipeline.runs.books import Books, Entry, report_line
from cablerdf.pipeline.runs.inputs import fingerprint, refuse_overwriting
from cablerdf.pipeline.runs.journal import Part, Workspace
from cablerdf.pipeline.runs.manifest import GONE, PEOPLE, SAME, UNREAD, Line, Manifest, change_of, manifest_lines
from cablerdf.pipeline.runs.output import Output, hold, is_device, optional
from cablerdf.pipeline.runs.summary import Summary
from cablerdf.pipeline.work.made import Made, Row
from cablerdf.pipeline.work.packing import PACKINGS, Pack, PackingRecipe, packing_of
from cablerdf.pipeline.work.pool import Pool
from cablerdf.pipeline.work.task import CHUNK, Recipe, chunked
from cablerdf.read.documents import Paths, as_paths
from cablerdf.read.places import units

if TYPE_CHECKING:
    from cablerdf.pipeline.people.collect import PeopleRecipe
    from cablerdf.pipeline.runs.describing import Description

TIMEOUT = 60.0  # seconds for one document; the slowest cable takes a fraction of one


def nothing(_value: Any) -> None:
    """The default of a callback."""


@dataclass(frozen=True)
class Settings:
    """How a run is done; none of it changes the bytes that come out."""

    jobs: int = 0  # 0: all cores
    timeout: float = TIMEOUT
    report: Path | None = None
    resume: bool = False
    progress: Callable[[int], None] = field(default=nothing)  # told how many documents are done
    say: Callable[[str], None] = field(default=nothing)  # told what the user should know at once
    note: Callable[[Row], None] = field(default=nothing)  # told every problem as it is met

    @property
    def workers(self) -> int:
        """How many processes."""
        return self.jobs or available_cores()


class Shape(NamedTuple):
    """What stands around the documents' bytes in the output."""

    header: bytes = b""
    between: bytes = b""
    footer: bytes = b""

    def join(self, entry: Entry, before: int) -> bytes:
        """The bytes of a chunk, where `before` documents stand before it."""
        body = self.between.join(entry.data)
        return self.between + body if before and entry.data else body

    def packed(self, pack: Pack) -> Shape:
        """The same in packed bytes."""
        return Shape(*(pack(part) if part else part for part in self))


def packed_as(ending: str, recipe: Recipe, shape: Shape) -> tuple[Recipe, Shape]:
    """A recipe and what stands around the documents that it makes, packed as the ending of a file's name says."""
    return (PackingRecipe(recipe, ending), shape.packed(PACKINGS[ending]())) if ending else (recipe, shape)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class Listing(NamedTuple):
    """The manifest of a run: where it goes, what the one before said, what the IRIs of graphs begin with."""

    path: Path | None
    since: Manifest
    graphs: str

    def books(self) -> Books:
        """Books that keep what the manifest needs."""
        return Books(self.since, listing=True)

    def lines(self, books: Books) -> list[Line]:
        """What became of every cable; those that are gone are counted."""
        lines = books.lines(self.graphs)
        books.summary.gone = sum(line.change == GONE for line in lines)
        return lines

    def people(self, digest: str, several: bool) -> Line | None:
        """What became of the graph of the people, who rest on this; None where there is none and was none."""
        before = self.since.people
        if not several:
            return before._replace(change=GONE) if before is not None else None
        same = before is not None and before.sha256 == digest and not self.since.stale
        return Line(PEOPLE, self.graphs + PEOPLE, "", digest, change_of(before is not None, same))

    def hold(self, lines: list[Line], run: dict[str, Any], rolls: Rolls | None, stack: ExitStack) -> None:
        """Write the manifest, and beside it what a later run needs to know of people; the stack gives the names."""
        if self.path is None:
            return
        if rolls is not None and not is_device(self.path):
            hold(beside(self.path), rolls.packed(), stack)
            run = {**run, PEOPLE: rolls.digest}
        hold(self.path, manifest_lines(run, lines), stack)


@dataclass(frozen=True)
class Run:
    """One run. `options` is all that changes the bytes that come out."""

    paths: Paths
    recipe: Recipe
    shape: Shape
    settings: Settings
    input_format: str | None = None
    options: dict[str, Any] = field(default_factory=dict)
    listing: Listing | None = None
    description: Description | None = None
    people: PeopleRecipe | None = None  # how the people of the collection are written behind the cables

    def made(self, skipped: int = 0) -> Iterator[list[Made]]:
        """What the documents became, chunk by chunk in the order of reading, without the first `skipped` chunks."""
        chunks = islice(chunked(units(as_paths(self.paths), self.input_format)), skipped, None)
        with Pool(self.recipe, self.settings.workers, self.settings.timeout) as pool:
            for answer in pool.run(chunks):
                yield [made for unit in answer for made in unit]

    def to(self, out: Path | None) -> Summary:
        """Write to a file, or to stdout where it is None.

        Raises:
            OutputError: it cannot be written.
        """
        self.refuse_overwriting(out)
        before = fingerprint(as_paths(self.paths))
        recipe, shape = packed_as(packing_of(out.name) if out is not None else "", self.recipe, self.shape)
        run = replace(self, recipe=recipe, shape=shape)
        if out is None or before is None or is_device(out):
            if self.settings.resume:
                self.settings.say("--resume needs an output file and an input other than stdin: starting at the first")
            return run.stream(out)
        return run.journaled(out, before)

    def refuse_overwriting(self, out: Path | None) -> None:
        """Nothing, where no file that is written is one that is read."""
        others = (self.listing and self.listing.path, self.description and self.description.path)
        written = (path for path in (out, self.settings.report, *others) if path is not None and not is_device(path))
        refuse_overwriting(written, as_paths(self.paths))

    def books(self) -> Books:
        return self.listing.books() if self.listing else Books()

    def described(self) -> dict[str, Any]:
        """What the run is: the same description, the same bytes from the same input."""
        return {"version": version("cablerdf"), **self.options}

    def note_rows(self, books: Books, entry: Entry) -> None:
        for row in entry.rows:
            self.settings.note(row)
        self.settings.progress(books.summary.read)

    def end(
        self, books: Books, made: IO[bytes], report: IO[bytes] | Output | None, named: ExitStack
    ) -> Iterator[bytes]:
        """What stands behind the cables: the people of the collection, where it is one, and the footer.

        What is told in files of their own, the manifest and the description of the dataset, is written on the way, to
        be named once the output has its name; and what is wrong with the people into the report.
        """
        lines = self.listing.lines(books) if self.listing else []
        rolls = None
        if self.people is not None:
            kept = {line.id for line in lines if line.change in (SAME, UNREAD)}
            rolls = Rolls(made, self.listing.since.path if self.listing else None, kept)
            several = books.summary.written + len(kept) > 1
            told = self.people.rests_on(rolls.digest) if self.listing or self.people.register else ""
            line = self.listing.people(told, several) if self.listing else None
            if several and (line is None or line.change != SAME):
                tally = Tally(books.counts)
                yield from self.people.written(rolls, tally, told)
                tally.end(books.summary)
                for row in tally.rows:
                    self.settings.note(row)
                    if report is not None:
                        report.write(report_line(row))
            lines += [line] if line is not None else []
        if self.listing:
            self.listing.hold(lines, self.described(), rolls, named)
        if self.description:
            hold(self.description.path, [self.description.bytes(books)], named)
        yield self.shape.footer

    def stream(self, out: Path | None) -> Summary:
        books = self.books()
        with ExitStack() as named, ExitStack() as stack:
            output = stack.enter_context(Output(out))
            rolls = stack.enter_context(tempfile.TemporaryFile())
            report = stack.enter_context(optional(self.settings.report))
            output.write(self.shape.header)
            for chunk in self.made():
                written = books.summary.written
                entry = books.enter(chunk)
                output.write(self.shape.join(entry, written))
                if report is not None:
                    report.write(entry.report)
                rolls.writelines(entry.people)
                self.note_rows(books, entry)
            for data in self.end(books, rolls, report, named):
                output.write(data)
        return books.summary

    def journaled(self, out: Path, input_fingerprint: str) -> Summary:
        books, space = self.books(), Workspace(out)
        run = {"input": input_fingerprint, "chunk": CHUNK, **self.described()}
        space.open(run, self.settings.resume)
        try:
            for record in space.records:
                books.replay(record)
            if space.chunks:
                self.settings.say(f"going on after {books.summary.read:,} cables that are finished")
            else:
                space.add(Part(self.shape.header), Entry().to_json())
            for chunk in self.made(max(space.chunks - 1, 0)):
                written = books.summary.written
                entry = books.enter(chunk)
                report = entry.report if self.settings.report else b""
                part = Part(self.shape.join(entry, written), report, b"".join(entry.people))
                space.add(part, entry.to_json())
                self.note_rows(books, entry)
            if fingerprint(as_paths(self.paths)) != input_fingerprint:
                raise OutputError(f"the input changed while it was read; {out} is not written, run again")
            report_file = space.files["report.jsonl"] if self.settings.report else None
            with ExitStack() as named:
                end = self.end(books, space.files["people.jsonl"], report_file, named)
                space.finish(end, self.settings.report)
        except KeyboardInterrupt:
            if books.summary.read:
                self.settings.say(f"stopped in {space.folder}: the same command with --resume goes on from there")
            raise
        finally:
            space.close()
        return books.summary
