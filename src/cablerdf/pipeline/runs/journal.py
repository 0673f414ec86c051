"""The work directory beside an output, `OUT.part/`: what is finished, so that a broken run can go on.

    run.json        what the run is: version, options, fingerprint of the input
    data            the output so far
    report.jsonl    the report so far
    people.jsonl    whom each cable names, for the people of the collection
    journal.jsonl   one line a finished chunk: how far the others go, a checksum, ids, counts

A chunk counts as finished when its line is whole and the bytes that it tells of are there with their
checksum; what goes beyond the last such line is cut off. Only the finished output gets its name.
"""

from __future__ import annotations

import os
import shutil
import time
import zlib
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, NamedTuple

import orjson

from cablerdf.errors import OptionError, OutputError
from cablerdf.pipeline.runs.output import is_device

JOURNAL = "journal.jsonl"
PARTS = {"data": "data", "report.jsonl": "report", "people.jsonl": "people"}  # file to the journal's word for its end
FILES = (*PARTS, JOURNAL)
SYNC_EVERY = 2.0  # seconds after which finished chunks are safe from a power cut


class Part(NamedTuple):
    """What a finished chunk adds to the files, in the order of `PARTS`."""

    data: bytes
    report: bytes = b""
    people: bytes = b""


class Workspace:
    """The work directory of one output. `chunks` are finished already; `records` is what the journal says of them."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out.with_name(out.name + ".part")
        self.files: dict[str, IO[bytes]] = {}
        self.records: list[dict[str, Any]] = []
        self.synced = time.monotonic()
        self.lock: IO[bytes] | None = None

    @property
    def chunks(self) -> int:
        """How many chunks are finished."""
        return len(self.records)

    def open(self, run: dict[str, Any], resume: bool) -> None:
        """Make the directory, or take it up.

        Raises:
            OptionError: what is to be resumed was another run.
            OutputError: it cannot be written, or another run writes it.
        """
        try:
            if self.folder.is_symlink():
                raise OutputError(f"{self.folder} is a link: remove it, what it leads to is not written")
            self.folder.mkdir(parents=True, exist_ok=True)
            self.take_lock()
            if resume:
                self.take_up(run)
            if not self.records:
                self.begin(run)
            for name in FILES:
                self.files[name] = own(self.folder / name, "a+b")
        except OSError as error:
            raise self.failure(error) from error

    def take_lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # no such thing on Windows
            return
        self.lock = own(self.folder / "lock", "wb")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(f"another run is writing {self.out}") from error

    def begin(self, run: dict[str, Any]) -> None:
        for name in FILES:
            (self.folder / name).unlink(missing_ok=True)
        temporary = self.folder / "run.json.new"
        temporary.unlink(missing_ok=True)
        with own(temporary, "xb") as file:
            file.write(orjson.dumps(run, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))
        temporary.replace(self.folder / "run.json")

    def take_up(self, run: dict[str, Any]) -> None:
        """Read the journal of an earlier run and cut off what is not finished."""
        try:
            before = orjson.loads((self.folder / "run.json").read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return
        changed = sorted(key for key in run.keys() | before.keys() if run.get(key) != before.get(key))
        if changed:
            what = ", ".join(changed)
            raise OptionError(f"{self.folder} is of another run, since this changed: {what}; --restart begins anew")
        self.records = self.finished()
        if self.records:
            for name, key in PARTS.items():
                with own(self.folder / name, "r+b") as file:
                    file.truncate(self.records[-1][key])
            with own(self.folder / JOURNAL, "wb") as file:
                file.write(b"".join(orjson.dumps(record) + b"\n" for record in self.records))

    def finished(self) -> list[dict[str, Any]]:
        """What the journal says of the chunks whose bytes are there, up to the first that is not whole."""
        records: list[dict[str, Any]] = []
        try:
            with ExitStack() as stack:
                files = {key: stack.enter_context((self.folder / name).open("rb")) for name, key in PARTS.items()}
                for line in stack.enter_context((self.folder / JOURNAL).open("rb")):
                    record = orjson.loads(line)
                    part = Part(*(file.read(record[key] - file.tell()) for key, file in files.items()))
                    there = all(file.tell() == record[key] for key, file in files.items())
                    if not line.endswith(b"\n") or not there or checksum(part) != record["crc"]:
                        break
                    records.append(record)
        except (OSError, orjson.JSONDecodeError, KeyError):
            pass
        return records

    def add(self, part: Part, entry: dict[str, Any]) -> None:
        """Append a finished chunk."""
        try:
            ends = {}
            for (name, key), data in zip(PARTS.items(), part, strict=True):
                self.files[name].write(data)
                ends[key] = self.files[name].tell()
                self.files[name].flush()
            self.files[JOURNAL].write(orjson.dumps(entry | ends | {"crc": checksum(part)}) + b"\n")
            self.files[JOURNAL].flush()
            if time.monotonic() - self.synced > SYNC_EVERY:
                self.sync()
        except OSError as error:
            raise self.failure(error) from error

    def sync(self) -> None:
        for name in FILES:
            os.fsync(self.files[name].fileno())
        self.synced = time.monotonic()

    def finish(self, end: Iterable[bytes], report: Path | None) -> None:
        """Write what stands behind the last chunk, give the output its name and the report its own.

        The work directory goes.
        """
        try:
            self.files["data"].writelines(end)
            self.sync_all()
            if report is not None:
                move(self.folder / "report.jsonl", report)
            (self.folder / "data").replace(self.out)
            self.remove()
        except OSError as error:
            raise self.failure(error) from error

    def sync_all(self) -> None:
        for file in self.files.values():
            file.flush()
            os.fsync(file.fileno())
            file.close()

    def remove(self) -> None:
        self.close()
        shutil.rmtree(self.folder)

    def close(self) -> None:
        """Let go of the files; what is finished stays for a later run."""
        for file in self.files.values():
            try:
                file.close()
            except OSError:  # a full disk, told already
                continue
        if self.lock is not None:
            self.lock.close()

    def failure(self, error: OSError) -> OutputError:
        """What went wrong, and that it can go on from here."""
        left = self.files and self.folder.is_dir()
        kept = f"; what is finished is kept in {self.folder}, go on with --resume" if left else ""
        return OutputError(f"cannot write {self.out}: {error.strerror or error}{kept}")


def own(path: Path, mode: str) -> IO[bytes]:
    """A file of ours, open; a link in its place, which somebody else may have put there, is an OSError."""
    flags = getattr(os, "O_NOFOLLOW", 0)
    return open(path, mode, 1 << 20, opener=lambda name, given: os.open(name, given | flags, 0o666))


def checksum(part: Part) -> int:
    """What tells whether the bytes of a chunk are the same, in all files."""
    found = 0
    for data in part:
        found = zlib.crc32(data, found)
    return found


def move(path: Path, to: Path) -> None:
    """Give a finished file its name; what is no file (a pipe, a terminal) gets its bytes.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        if is_device(to):
            with path.open("rb") as source, to.open("wb") as target:
                shutil.copyfileobj(source, target)
            return
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, to)
    except OSError as error:
        raise OutputError(f"cannot write {to}: {error.strerror or error}") from error
