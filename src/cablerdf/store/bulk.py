"""A new store filled from files, by Oxigraph's bulk loader."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from cablerdf.errors import MissingExtraError, OptionError
from cablerdf.rdf.iris import MENTIONS
from cablerdf.store.amending import amend
from cablerdf.store.base import LoadOptions
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
    plain = True  # whether every file is N-Quads in which every line names its graph
    for number, path in enumerate(files, 1):
        plain = load_file(store, path, options) and plain
        if options.progress is not None and merge:
            options.progress(number, len(files))
    for path in options.beside:
        load_file(store, path, options._replace(format=None))
    if merge:
        merge_graphs(store, [*files, *options.beside] if plain else [], options)
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


def load_file(store: ox.Store, path: Path, options: LoadOptions) -> bool:
    """Puts one file into a store that is being made, its bare triples into the file's own graph.

    True comes back for N-Quads without bare triples.
    """
    kind = rdf_format(path.name, options.format)
    graph = ox.NamedNode(options.graph or file_graph(path))
    target = None if kind.supports_datasets else graph
    with opened(path) as data, syntax_errors(path, kind):
        lines = data if options.mentions or kind != ox.RdfFormat.N_QUADS else changed(data, without_mentions)
        store.bulk_load(looked(lines, kind), kind, base_iri=path.absolute().as_uri(), to_graph=target)
    if not options.mentions:  # of other formats
        for found in [name for name in store.named_graphs() if str(name.value).endswith(MENTIONS)]:
            store.remove_graph(found)
    bare = list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    if bare:
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in bare)
        store.clear_graph(ox.DefaultGraph())
    return kind == ox.RdfFormat.N_QUADS and not bare


def merge_graphs(store: ox.Store, files: list[Path], options: LoadOptions) -> None:
    """Puts the merge of all named graphs into the default graph.

    `files` are N-Quads whose lines all name a graph: read once more without the graph they are
    the merge, and Oxigraph reads them far quicker than Python copies quads (its lenient parser
    will do: they were found valid before). Blank nodes would get new names that way, and lines with
    tabs or comments may not come out right: then, as with no `files`, the quads are copied.
    """
    try:
        for path in files:
            with opened(path) as data:
                lines = changed(data, as_triples if options.mentions else of_others)
                store.bulk_load(lines, ox.RdfFormat.N_TRIPLES, lenient=True)
    except (BlankNodeError, SyntaxError):
        store.clear_graph(ox.DefaultGraph())
    else:
        if files:
            return
    store.bulk_extend(in_default(quad) for quad in store.quads_for_pattern(None, None, None, None))


class BlankNodeError(Exception):
    """There is a blank node where none was expected."""


class Lines:
    """Lines that are changed as they are read, many at a time."""

    def __init__(self, data: IO[bytes], change: Callable[[bytes], bytes]) -> None:
        self.data, self.change = data, change
        self.rest = b""
        self.at = 0

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, where a size is given; b"" at the end."""
        while self.at == len(self.rest) and (block := self.data.read(BLOCK)):
            self.rest, self.at = self.change(block + self.data.readline()), 0
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


def of_others(block: bytes) -> bytes:
    """The same, of what stands in no graph of mentions.

    Raises:
        BlankNodeError: there is a blank node in them.
    """
    return as_triples(without_mentions(block))


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
