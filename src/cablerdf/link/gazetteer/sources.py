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
from cablerdf.link.gazetteer.wikidata import LICENCE


class Source(NamedTuple):
    """One kind: what its first bytes look like, what reads it, and its licence where all of the kind have one."""

    name: str
    begins: tuple[str, ...]
    reader: Callable[[Path], Iterable[Row]]
    licence: str | None = None


SOURCES = (
    Source("json", ("[", "{"), JsonDump, LICENCE),
    Source("ntriples", ("<http",), Truthy, LICENCE),
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

    def source(self, path: Path) -> Source:
        """The kind of one of the files."""
        return BY_NAME[self.kind] if self.kind else recognise(path)

    @property
    def licence(self) -> str | None:
        """The licence of the files, where they have one and the same; a CSV does not tell its own."""
        found = {self.source(path).licence for path in self.paths}
        return found.pop() if len(found) == 1 else None

    def __iter__(self) -> Iterator[Row]:
        for path in self.paths:
            rows = self.source(path).reader(path)
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
