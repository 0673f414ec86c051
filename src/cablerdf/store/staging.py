"""RDF files read, checked for syntax and gathered by named graph, before any store is touched."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from cablerdf.bombs import Unpacked
from cablerdf.errors import FormatError, InputError, OptionError, StoreError
from cablerdf.rdf.formats import format_of
from cablerdf.rdf.intake import Looked
from cablerdf.rdf.iris import MENTIONS
from cablerdf.store.base import LoadOptions
from cablerdf.zst import Unzstd

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, RdfFormat

EXTENSIONS = ("nq", "trig", "ttl", "nt", "rdf", "owl", "xml", "jsonld", "json")
VOCABULARY_GRAPHS = ("ontology", "vocabulary")  # under graph/, of our own
ENGINE = "IO error: "  # how messages of the store's engine (RocksDB) begin
FILE_GRAPH = "urn:cablerdf:file:"


def rdf_format(name: str, override: str | None = None) -> RdfFormat:
    """The format that a file's name tells (`.gz` and `.zst` taken off), or the one asked for."""
    from pyoxigraph import RdfFormat

    extension = override.lower() if override else extension_of(name)
    aliases = {"json": "jsonld", "owl": "rdf", "turtle": "ttl", "nquads": "nq", "ntriples": "nt", "rdfxml": "rdf"}
    found = RdfFormat.from_extension(aliases.get(extension, extension))
    if found is None and override:
        raise OptionError(f"no RDF format {override!r}: expected {', '.join(EXTENSIONS)}")
    if found is None:
        wanted = ", ".join(f".{known}" for known in EXTENSIONS)
        raise FormatError(f"not a known RDF file name (expected {wanted})", source=name)
    return found


def extension_of(name: str) -> str:
    """What a file's name ends with, in small letters, `.gz` and `.zst` taken off.

    >>> extension_of("cables.nq.gz")
    'nq'
    """
    return name.lower().removesuffix(".gz").removesuffix(".zst").rpartition(".")[2]


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked where its name ends with `.gz` or `.zst`.

    Reading raises TooLargeError where it is a bomb.
    """
    ending = path.suffix.lower()
    try:
        if ending in (".gz", ".zst"):
            with gzip.open(path) if ending == ".gz" else Unzstd(path.open("rb")) as stream:
                yield cast(IO[bytes], Unpacked(cast(IO[bytes], stream), path))
        else:
            with path.open("rb") as plain:
                yield plain
    except (OSError, EOFError, zlib.error) as error:
        if str(error).startswith(ENGINE):  # what it could not write while the file was read
            raise
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read: {reason}", source=str(path)) from error


def find_files(sources: Iterable[Path]) -> list[Path]:
    """Every RDF file among `sources`, folders walked in the order of names."""
    found: list[Path] = []
    for source in sources:
        if not source.exists():
            name, is_url = re.subn(r"^(\w+):/(?!/)", r"\1://", str(source))  # a Path has one of the two strokes
            reason = "a URL: fetch it first, and name the file" if is_url else "No such file or directory"
            raise InputError(reason, source=name)
        if source.is_dir():
            inside = [p for p in sorted(source.rglob("*")) if p.is_file() and is_rdf(p)]
            if not inside:
                raise InputError("the folder holds no RDF file", source=str(source))
            found += inside
        else:
            found.append(source)
    return found


def is_rdf(path: Path) -> bool:
    """Whether a file met in a folder is RDF: by its name, and never by `.json` or `.xml` alone."""
    return extension_of(path.name) in set(EXTENSIONS) - {"json", "xml"}


def file_graph(path: Path) -> str:
    """The graph for triples of a file that names none: replaced when that file is loaded again.

    >>> file_graph(Path("out/my cables.ttl"))
    'urn:cablerdf:file:my%20cables.ttl'
    """
    from urllib.parse import quote

    return FILE_GRAPH + quote(path.name)


@contextmanager
def syntax_errors(path: Path, kind: RdfFormat) -> Iterator[None]:
    """Turns a parser's complaint into a FormatError that names file and line."""
    try:
        yield
    except SyntaxError as error:
        raise FormatError(f"not valid {kind.name}: {error.msg}", source=str(path), line=error.lineno) from error
    except (ValueError, UnicodeDecodeError) as error:
        raise FormatError(f"not valid {kind.name}: {error}", source=str(path)) from error
    except MemoryError as error:  # of a term that is longer than the parser's buffer
        raise FormatError("a term of more than 16 MB", source=str(path)) from error
    except FormatError as error:
        raise FormatError(str(error), source=str(path)) from error


def looked(stream: IO[bytes], kind: RdfFormat) -> IO[bytes]:
    """The stream, each piece of which is looked at before the parser gets it.

    Reading raises FormatError where it would exhaust the machine.
    """
    ours = format_of(f"x.{kind.file_extension}")
    return cast(IO[bytes], Looked(stream, ours.name if ours is not None else ""))


def refuse_empty(files: list[Path], options: LoadOptions) -> None:
    """Raises StoreError where there is nothing to load and nothing to drop."""
    if not files and not options.drop:
        raise StoreError("nothing to load")


def other_base(graphs: Iterable[NamedNode], base: str) -> str:
    """The base that the graphs of cables have, where none of them has the one given; else "".

    >>> from pyoxigraph import NamedNode
    >>> other_base([NamedNode("https://example.org/id/graph/05TOKYO1349")], "https://w3id.org/cablerdf/id/")
    'https://example.org/id/'
    """
    places = (graph.value.rpartition("/") for graph in graphs)
    cables = (place for place, _, name in places if place.endswith("/graph") and name not in VOCABULARY_GRAPHS)
    bases = sorted({place.removesuffix("graph") for place in cables})
    return bases[0] if bases and base not in bases else ""


def graphs_to_drop(counts: Mapping[NamedNode, int], options: LoadOptions) -> list[NamedNode]:
    """The graphs that are to go, sorted, once it is sure that the files have what they must have.

    The mentions of a cable that is loaded anew are those that come with it, or none.

    Raises:
        InputError: a graph that is wanted is not in the files.
    """
    from pyoxigraph import NamedNode

    there = {graph.value for graph in counts}
    missing = sorted(options.wanted - there)
    if missing:
        more = f" and {len(missing) - 1:,} more" if len(missing) > 1 else ""
        raise InputError(f"the manifest tells of the graph {missing[0]}{more}, which the data do not have")
    stale = {graph + MENTIONS for graph in there if not graph.endswith(MENTIONS)}
    return [NamedNode(name) for name in sorted((options.drop | stale) - there)]
