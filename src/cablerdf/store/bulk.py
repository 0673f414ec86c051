"""A new store filled from files, by Oxigraph's bulk loader."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import IO, TYPE_CHECKING, cast

from cablerdf.errors import MissingExtraError, OptionError
from cablerdf.rdf.intake import MAX_LINE
from cablerdf.rdf.iris import MENTIONS
from cablerdf.store.amending import amend
from cablerdf.store.base import LoadOptions, Progress
from cablerdf.store.staging import file_graph, looked, opened, rdf_format, syntax_errors

try:
    import pyoxigraph as ox
except ImportError as missing:
    raise MissingExtraError("pyoxigraph", "store") from missing

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad

BLOCK = 1 << 20  # bytes of N-Quads that are read at once
OF_MENTIONS = re.compile(rb"^.*%s>[ \t]*\.[ \t\r]*$" % MENTIONS.encode(), re.MULTILINE)
BLANK = re.compile(rb"^[ \t]*(?:_:|\S+[ \t]+\S+[ \t]+_:)", re.MULTILINE)


def stage(folder: Path, files: list[Path], options: LoadOptions, *, merge: bool) -> dict[NamedNode, int]:
    """Graph to number of statements, once all files are in a new store in `folder`.

    Raises:
        OptionError: the graph that is asked for is no IRI.
    """
    if options.graph is not None and not is_iri(options.graph):
        raise OptionError(f"the graph {options.graph!r} is no IRI, as https://example.org/cables is")
    store = ox.Store(str(folder))
    every = [*((path, options) for path in files), *((path, options._replace(format=None)) for path in options.beside)]
    if not merge:
        load_files(store, every, None)
    elif not all(is_nquads(*one) for one in every) or not load_merged(store, every):
        store.clear()
        load_files(store, every, options.progress)
        store.bulk_extend(in_default(quad) for quad in store.quads_for_pattern(None, None, None, None))
    amend(store, options, merged=merge)
    store.flush()
    counts = sizes(store)
    del store
    gc.collect()
    return counts


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def is_nquads(path: Path, options: LoadOptions) -> bool:
    """Whether a file is read as N-Quads."""
    return rdf_format(path.name, options.format) == ox.RdfFormat.N_QUADS


def load_files(store: ox.Store, files: list[tuple[Path, LoadOptions]], progress: Progress | None) -> None:
    """Puts files into the named graphs of a store that is being made, bare triples into their file's own graph."""
    for number, (path, options) in enumerate(files, 1):
        load_file(store, path, options)
        graph = ox.NamedNode(options.graph or file_graph(path))
        bare = list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        if bare:
            store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in bare)
            store.clear_graph(ox.DefaultGraph())
        if progress is not None:
            progress(number, len(files))


def load_file(store: ox.Store, path: Path, options: LoadOptions) -> None:
    """Puts one file into a store that is being made; bare triples of N-Quads or TriG stand in the default graph."""
    kind = rdf_format(path.name, options.format)
    target = None if kind.supports_datasets else ox.NamedNode(options.graph or file_graph(path))
    with opened(path) as data, syntax_errors(path, kind):
        lines = data if options.mentions or kind != ox.RdfFormat.N_QUADS else changed(data, without_mentions)
        store.bulk_load(looked(lines, kind), kind, base_iri=path.absolute().as_uri(), to_graph=target)
    if not options.mentions:  # of other formats
        for found in [name for name in store.named_graphs() if str(name.value).endswith(MENTIONS)]:
            store.remove_graph(found)


def load_merged(store: ox.Store, files: list[tuple[Path, LoadOptions]]) -> bool:
    """Whether files of N-Quads are in a new store, and their merge in its default graph.

    Both are filled at once: the loader sorts in one thread, and leaves half of two cores idle. The merge is read from
    the same lines without their graphs. Where that cannot be done the store is half filled: a line that names no
    graph, a blank node (its name would be another one in the merge), tabs or comments may stop it.

    Raises:
        FormatError: a file is malformed.
    """
    stop = Event()
    with ThreadPoolExecutor(1) as aside:
        merging = aside.submit(merge_files, store, files, stop)
        try:
            for number, (path, options) in enumerate(files, 1):
                load_file(store, path, options)
                if options.progress is not None:
                    options.progress(number, len(files))
        except BaseException:
            stop.set()
            raise
        return merging.result()


def merge_files(store: ox.Store, files: list[tuple[Path, LoadOptions]], stop: Event) -> bool:
    """Whether the triples of files of N-Quads are in the default graph; False where their lines are no mere quads.

    The parser is the lenient one: the strict one reads the same lines meanwhile.
    """

    def triples(block: bytes) -> bytes:
        if stop.is_set():
            raise StoppedError
        return as_triples(block)

    def of_others(block: bytes) -> bytes:
        return triples(without_mentions(block))

    try:
        for path, options in files:
            with opened(path) as data:
                lines = changed(data, triples if options.mentions else of_others)
                store.bulk_load(lines, ox.RdfFormat.N_TRIPLES, lenient=True)
    except (BlankNodeError, StoppedError, SyntaxError):
        return False
    return True


class BlankNodeError(Exception):
    """There is a blank node where none was expected."""


class StoppedError(Exception):
    """Nobody waits for what is being done."""


class Lines:
    """Lines that are changed as they are read, many at a time. One that is longer than any may be comes in pieces."""

    def __init__(self, data: IO[bytes], change: Callable[[bytes], bytes]) -> None:
        self.data, self.change = data, change
        self.rest = b""
        self.at = 0

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, where a size is given; b"" at the end."""
        while self.at == len(self.rest) and (block := self.data.read(BLOCK)):
            self.rest, self.at = self.change(block + self.data.readline(MAX_LINE)), 0
        given = self.rest[self.at :] if size < 0 else self.rest[self.at : self.at + size]
        self.at += len(given)
        return given


def changed(data: IO[bytes], change: Callable[[bytes], bytes]) -> IO[bytes]:
    """The lines of a file, changed as they are read."""
    return cast(IO[bytes], Lines(data, change))


def as_triples(block: bytes) -> bytes:
    """Lines of N-Quads without their graphs.

    Raises:
        BlankNodeError: there is a blank node in them.
    """
    lines = without_graphs(block)
    if b"_:" in lines and BLANK.search(lines):
        raise BlankNodeError
    return lines


def without_mentions(block: bytes) -> bytes:
    """Lines of N-Quads short of those in graphs of mentions; empty lines take their place, so that numbers stay.

    >>> without_mentions(b'<a:> <b:> "c" <g:1> .\\n<a:> <b:> <c:> <g:1/mentions> .\\n')
    b'<a:> <b:> "c" <g:1> .\\n\\n'
    """
    return OF_MENTIONS.sub(b"", block)


def without_graphs(block: bytes) -> bytes:
    """Lines of N-Quads without their graphs. Lines of one graph mostly stand together and are done in one go.

    >>> without_graphs(b'<a:> <b:> "c" <g:1> .\\n<a:> <b:> <c:> <g:1> .\\n')
    b'<a:> <b:> "c" .\\n<a:> <b:> <c:> .\\n'
    """
    parts, at = [], 0
    while at < len(block):
        stop = (block.find(b"\n", at) + 1) or len(block)
        end = block[block.rfind(b" <", at, stop) : stop]  # ` <graph> .` of the first line
        if not end.startswith(b" <"):  # nothing, a comment, a line in another form
            parts.append(without_graph(block[at:stop]))
            at = stop
            continue
        last = block.rfind(end, at) + len(end)
        run = block[at:last]
        if run.count(end) == run.count(b"\n"):
            parts.append(run.replace(end, b" .\n"))
        else:  # there are lines of other graphs between
            parts += map(without_graph, run.splitlines(keepends=True))
        at = last
    return b"".join(parts)


def without_graph(line: bytes) -> bytes:
    """A line of N-Quads without its graph; nothing where it has none."""
    return line[: line.rindex(b"<")] + b".\n" if b"<" in line else b""


def sizes(store: ox.Store) -> dict[NamedNode, int]:
    """Named graph to its number of statements, sorted by name."""
    answer = store.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    found = {row["g"]: int(row["n"].value) for row in answer}  # type: ignore[union-attr]
    return dict(sorted(found.items(), key=lambda item: str(item[0])))


def in_default(quad: Quad) -> Quad:
    """The same statement in the default graph."""
    return ox.Quad(quad.subject, quad.predicate, quad.object)
