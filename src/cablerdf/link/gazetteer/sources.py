"""The kinds of input that a gazetteer is made from: a table, and how each is recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.csv_rows import read_csv
from cablerdf.link.gazetteer.json_dump import JsonDump
from cablerdf.link.gazetteer.opening import opened
from cablerdf.link.gazetteer.schema import Row
from cablerdf.link.gazetteer.truthy import Truthy


class Source(NamedTuple):
    """One kind: what its first bytes look like, and what reads it."""

    name: str
    begins: tuple[str, ...]
    reader: Callable[[Path], Iterable[Row]]


SOURCES = (
    Source("json", ("[", "{"), JsonDump),
    Source("ntriples", ("<http",), Truthy),
    Source("csv", ("",), read_csv),  # anything else; it checks its header
)
BY_NAME = {source.name: source for source in SOURCES}


class Reading:
    """The rows of several files, one after the other; `labels` are the names of positions, once all are read."""

    def __init__(self, paths: Iterable[Path], kind: str | None = None) -> None:
        self.paths, self.kind = tuple(paths), kind
        self._labels: dict[str, str] = {}

    @property
    def labels(self) -> Mapping[str, str]:
        """QID to label of classes and positions."""
        return self._labels

    def __iter__(self) -> Iterator[Row]:
        for path in self.paths:
            source = BY_NAME[self.kind] if self.kind else recognise(path)
            rows = source.reader(path)
            yield from rows
            self._labels.update(getattr(rows, "labels", {}))


def recognise(path: Path) -> Source:
    """The kind of a file, from its first bytes.

    Raises:
        LinkError: the file is empty.
    """
    with opened(path) as stream:
        start = stream.read(64).lstrip("\ufeff \n\r\t")
    if not start:
        raise LinkError(f"{path} is empty")
    return next(source for source in SOURCES if start.startswith(source.begins))
