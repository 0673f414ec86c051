"""The rolls of a run, on disk: those made in it, and those that an earlier run kept."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO

import orjson

from cablerdf.errors import InputError

PART = 2000  # that are packed at a time
ENDING = ".people.gz"  # what the name of a manifest has behind it, of the rolls of its run


@dataclass
class Rolls:
    """The rolls of a run: those made in it, in a file, and those of an earlier run whose cables are as they were."""

    made: IO[bytes]
    earlier: Path | None = None  # its manifest
    kept: Set[str] = frozenset()  # ids of the cables that an earlier run made

    def __iter__(self) -> Iterator[bytes]:
        self.made.seek(0)
        yield from self.made
        if self.earlier is not None and self.kept:
            yield from (line for line in read_rolls(beside(self.earlier)) if orjson.loads(line)[0] in self.kept)

    @cached_property
    def digest(self) -> str:
        """A digest of all of them, whatever their order; they are read for it."""
        return digest_of(self)

    def packed(self) -> Iterator[bytes]:
        """All of them as they are kept beside a manifest, for a later run."""
        lines = iter(self)
        while part := b"".join(islice(lines, PART)):
            yield gzip.compress(part, 6, mtime=0)


def digest_of(rolls: Iterable[bytes]) -> str:
    """A digest of rolls, whatever their order."""
    total = sum(int.from_bytes(hashlib.sha256(line).digest()) for line in rolls)
    return f"{total % (1 << 256):064x}"


def has_rolls(manifest: Path, digest: str | None) -> bool:
    """Whether the rolls beside a manifest are those that it tells of."""
    try:
        return digest_of(read_rolls(beside(manifest))) == digest
    except InputError:
        return False


def beside(manifest: Path) -> Path:
    """Where the rolls of the run of a manifest are."""
    return manifest.with_name(manifest.name + ENDING)


def read_rolls(path: Path) -> Iterator[bytes]:
    """The rolls that a run kept beside its manifest.

    Raises:
        InputError: they cannot be read.
    """
    try:
        with gzip.open(path) as stream:
            yield from stream
    except (OSError, EOFError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}", source=str(path)) from error
