"""The embedded store: a folder that Oxigraph keeps, crash-safe, with no server."""

from __future__ import annotations

import gc
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cablerdf.errors import MissingExtraError, QueryError, StoreError
from cablerdf.rdf.terms import DEFAULT_BASE
from cablerdf.store.base import (
    Answer,
    Dataset,
    Loaded,
    LoadOptions,
    Store,
    failures,
    holds_store,
    malformed,
    refuse_update,
)
from cablerdf.store.bulk import in_default, sizes, stage
from cablerdf.store.prefixes import prefixes
from cablerdf.store.scratch import scratch_folder
from cablerdf.store.staging import find_files, graphs_to_drop, other_base, refuse_empty

try:
    import pyoxigraph as ox
except ImportError as missing:
    raise MissingExtraError("pyoxigraph", "store") from missing

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad

CHANGES_AT_ONCE = 50_000
VERSION = "cablerdf.version"  # a file that Oxigraph passes over


class OxigraphStore(Store):
    """The store in the folder `path`; `read_only` lets several processes look at it at once.

    Any Oxigraph of the same major version opens the folder too (`oxigraph serve --location`).
    """

    def __init__(self, path: Path, *, read_only: bool = True, base: str = DEFAULT_BASE) -> None:
        self.path = path
        self.location = str(path)
        self.read_only = read_only
        self.base = base
        self.prefixes = prefixes(base)
        self._store: ox.Store | None = None
        self._counted = ("", 0)  # the version that was loaded here, and its statements
        if read_only:
            self._store = self._open()

    @property
    def store(self) -> ox.Store:
        """The pyoxigraph store, opened."""
        if self._store is None:
            self._store = self._open()
        return self._store

    def _open(self) -> ox.Store:
        if self.read_only and self.path.is_file():
            raise StoreError(f"{self.path} is a file, and no store: `cablerdf load {self.path} --to FOLDER` makes one")
        if self.read_only and not holds_store(self.path):
            raise StoreError(f"no store in {self.path}: make one with `cablerdf load DATA --to {self.path}`")
        if self.path.is_dir() and not holds_store(self.path) and any(self.path.iterdir()):
            raise StoreError(f"{self.path} is a folder of something else: name a new or empty one")
        try:
            return ox.Store.read_only(self.location) if self.read_only else ox.Store(self.location)
        except (OSError, RuntimeError) as error:
            reason = "another process is writing to it" if "lock" in str(error).lower() else str(error)
            raise StoreError(f"cannot open the store {self.path}: {reason}") from error

    def close(self) -> None:
        self._store = None
        gc.collect()

    def check_target(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise StoreError(f"{self.path} is a file: name a folder to keep the store in")
        above = next(folder for folder in (self.path, *self.path.absolute().parents) if folder.exists())
        if not os.access(above, os.W_OK):
            raise StoreError(f"cannot write the store {self.path}: {above} may not be written to")
        if not self._is_new():
            self._open()
            self.close()

    def query(self, text: str, *, timeout: float | None = None, dataset: Dataset | None = None) -> Answer:
        refuse_update(text)
        graphs = {}
        if dataset is not None:
            graphs = {"default_graph": nodes(dataset.default), "named_graphs": nodes(dataset.named)}
        try:
            with failures():
                return self.store.query(text, prefixes=self.prefixes, **graphs)  # type: ignore[arg-type]
        except SyntaxError as error:
            raise malformed(str(error.msg or error)) from error

    def count(self) -> int:
        version, counted = self._counted
        return counted if version == self.version() else sum(sizes(self.store).values())

    def version(self) -> str:
        marker = self.path / VERSION
        if marker.exists():
            return marker.read_text(encoding="ascii").strip()
        tables = sorted(f"{p.name}:{p.stat().st_size}" for p in self.path.glob("*.sst"))
        return sha256("\n".join(tables).encode()).hexdigest()[:12]

    def load(self, sources: Iterable[Path], options: LoadOptions = LoadOptions()) -> Loaded:  # noqa: B008
        files = find_files(sources)
        refuse_empty(files, options)
        if self.read_only:
            raise StoreError("the store was opened for reading only")
        parent, prefix = self.path.absolute().parent, f".{self.path.name}."
        taken = StoreError(f"cannot load into the store {self.path}: another process is loading into it")
        with engine_errors(self.path), scratch_folder(parent, prefix, taken=taken) as folder:
            staged = folder / "staged"
            first = self._is_new()
            counts = stage(staged, files, options, merge=first)
            drop = graphs_to_drop(counts, options)
            if first:
                self.close()
                if self.path.exists():
                    self.path.rmdir()
                self._mark(staged)
                staged.replace(self.path)
                changed, dropped, added, removed = len(counts), 0, sum(counts.values()), 0
            else:
                changed, dropped, added, removed = self._merge(staged, drop, options)
                if changed or dropped:
                    self._mark(self.path)
        stored = counts if first else sizes(self.store)  # a new one was counted just now
        self._counted = (self.version(), sum(stored.values()))
        return Loaded(
            files=len(files),
            graphs=len(counts),
            changed=changed,
            statements=sum(counts.values()),
            stored=sum(stored.get(graph, 0) for graph in (*counts, *drop)),
            added=added,
            removed=removed,
            dropped=dropped,
            other_base=other_base(counts, self.base),
        )

    def _is_new(self) -> bool:
        return not self.path.exists() or (self.path.is_dir() and not any(self.path.iterdir()))

    def _mark(self, folder: Path) -> None:
        (folder / VERSION).write_text(uuid.uuid4().hex[:12] + "\n", encoding="ascii")

    def _merge(self, staged: Path, gone: list[NamedNode], options: LoadOptions) -> tuple[int, int, int, int]:
        """Makes each staged graph the one here and drops those `gone`; every transaction leaves whole graphs.

        Comes back: how many graphs changed, how many were dropped, how many statements were added and removed.
        """
        source = ox.Store.read_only(str(staged))
        graphs = sorted((*source.named_graphs(), *gone), key=lambda graph: graph.value)
        changed = dropped = added = removed = 0
        add: list[Quad] = []
        drop: list[Quad] = []
        for number, graph in enumerate(graphs, 1):
            new = set(source.quads_for_pattern(None, None, None, graph))
            old = set(self.store.quads_for_pattern(None, None, None, graph))
            add += new - old
            drop += old - new
            changed += bool(new) and new != old
            dropped += bool(old) and not new
            if len(add) + len(drop) >= CHANGES_AT_ONCE or number == len(graphs):
                self._apply(add, drop)
                added, removed = added + len(add), removed + len(drop)
                add, drop = [], []
            if options.progress is not None:
                options.progress(number, len(graphs))
        self.store.flush()
        return changed, dropped, added, removed

    def _apply(self, add: list[Quad], drop: list[Quad]) -> None:
        """One transaction: named graphs and their merge change together."""
        if not drop:
            self.store.extend([*add, *map(in_default, add)])
            return
        fresh = {in_default(quad) for quad in add}
        gone = {in_default(quad) for quad in drop} - fresh
        dropped = set(drop)
        orphans = [quad for quad in gone if not self._elsewhere(quad, dropped)]
        text = f"DELETE DATA {{ {data_block(drop)} {data_block(orphans)} }} ;"
        text += f" INSERT DATA {{ {data_block(add)} {data_block(fresh)} }}"
        self.store.update(text)

    def _elsewhere(self, quad: Quad, dropped: set[Quad]) -> bool:
        """Whether a named graph that stays still says what `quad` says."""
        same = self.store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(other.graph_name != quad.graph_name and other not in dropped for other in same)


def nodes(iris: Iterable[str]) -> list[NamedNode]:
    """The graphs of these names.

    Raises:
        QueryError: a name is no IRI.
    """
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"a graph's name is no IRI: {error}") from error


@contextmanager
def engine_errors(path: Path) -> Iterator[None]:
    """Turns what the engine raises while it writes (a full disk, damaged tables) into a StoreError."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(f"cannot write the store {path}: {reason}") from error


def data_block(quads: Iterable[Quad]) -> str:
    """The quads in the syntax of SPARQL's QuadData, those of the default graph first."""
    default = ox.DefaultGraph()
    plain: list[str] = []
    named: dict[str, list[str]] = {}
    for quad in quads:
        line = f"{quad.subject} {quad.predicate} {quad.object} ."
        if quad.graph_name == default:
            plain.append(line)
        else:
            named.setdefault(str(quad.graph_name), []).append(line)
    return " ".join(plain + [f"GRAPH {graph} {{ {' '.join(lines)} }}" for graph, lines in named.items()])
