"""What a run wrote, cable by cable, so that a later one does only what is new or changed.

A manifest is JSON lines: first what the run was (`version`, options), then one line a cable:
`id`, `graph` (its named graph), `source`, `sha256` of its document, and `change` since the
manifest that the run was given: `new`, `changed`, `same`, `unread` for one whose document is
there and cannot be read any more, or `gone` for one that is no longer there. `load` with the
manifest replaces the graphs that are `new` or `changed` and drops those `gone`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import orjson

from cablerdf.errors import FormatError, InputError
from cablerdf.rdf.iris import MENTIONS

NEW, CHANGED, SAME, UNREAD, GONE = "new", "changed", "same", "unread", "gone"
PEOPLE = "people"  # in place of a cable's id: the people of the collection; `sha256` is of all that they rest on


class Line(NamedTuple):
    """One cable of a manifest, or the people of the collection."""

    id: str
    graph: str
    source: str
    sha256: str
    change: str


def key(source: str, sha256: str) -> int:
    """A document and where it was, in eight bytes."""
    digest = hashlib.blake2b(f"{source}\0{sha256}".encode(), digest_size=8).digest()
    return int.from_bytes(digest)


def change_of(before: bool, same: bool) -> str:
    """What became of something that is there now, and was before or not."""
    return SAME if same else CHANGED if before else NEW


class Manifest(NamedTuple):
    """A manifest that was read: what the run was, and the cables that it had by their keys.

    A `stale` one tells which cables there were, but what it made would be made otherwise today.
    """

    run: Mapping[str, Any] = MappingProxyType({})
    cables: Mapping[int, Line] = MappingProxyType({})
    digest: str | None = None
    stale: bool = False
    people: Line | None = None  # the graph of the people of the collection, where there was one
    path: Path | None = None

    @property
    def known(self) -> frozenset[int]:
        """The keys of documents that need not be converted again."""
        return frozenset() if self.stale else frozenset(self.cables)


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file; cables that were gone already are left out.

    Raises:
        InputError: it cannot be read, or is none.
    """
    data, run, found = read_lines(path)
    there = [line for line in found if line.change != GONE]
    cables = {key(line.source, line.sha256): line for line in there if line.id != PEOPLE}
    people = next((line for line in there if line.id == PEOPLE), None)
    return Manifest(run, cables, hashlib.sha256(data).hexdigest(), people=people, path=path)


class Changes(NamedTuple):
    """Named graphs that a store is to have anew, and those that are to go."""

    wanted: frozenset[str]
    drop: frozenset[str]


def changed_graphs(path: Path) -> Changes:
    """What a manifest says of named graphs.

    Raises:
        InputError: it cannot be read, or is none.
    """
    _data, _run, found = read_lines(path)
    return Changes(
        frozenset(line.graph for line in found if line.change in (NEW, CHANGED)),
        frozenset(graph for line in found if line.change == GONE for graph in (line.graph, line.graph + MENTIONS)),
    )


def read_lines(path: Path) -> tuple[bytes, dict[str, Any], list[Line]]:
    """The bytes of a manifest, what it says of the run, and its cables."""
    try:
        data = path.read_bytes()
        first, *rest = data.splitlines()
        run, found = orjson.loads(first)["run"], [Line(**orjson.loads(line)) for line in rest]
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", source=str(path)) from error
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{path} is no manifest of a run", source=str(path)) from error
    return data, run, found


def manifest_lines(run: dict[str, Any], lines: Iterable[Line]) -> Iterator[bytes]:
    """A manifest as it is written: cables sorted by id."""
    yield orjson.dumps({"run": run}, option=orjson.OPT_SORT_KEYS) + b"\n"
    for line in sorted(lines):
        yield orjson.dumps(line._asdict()) + b"\n"
