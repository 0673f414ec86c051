"""What every store can do, whatever holds the data.

A store keeps each cable in its named graph, and the merge of all named graphs in its default
graph: there a question is asked without `GRAPH`, and a triple that many cables share (the
name of a country) is there once. (A store whose default graph is the union by itself, such
as GraphDB, needs no such copy.)
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cablerdf.errors import QueryError, StoreError

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

    from cablerdf.rdf.corrections import Corrected, Corrections

Answer: TypeAlias = "QuerySolutions | QueryBoolean | QueryTriples"
Term: TypeAlias = "NamedNode | BlankNode | Literal | Triple"
Row: TypeAlias = "dict[str, Any]"  # variable to Term
Progress: TypeAlias = Callable[[int, int], None]


def holds_store(folder: Path) -> bool:
    """Whether a folder holds a store of Oxigraph."""
    return (folder / "CURRENT").exists()


def value(row: Row, name: str) -> str:
    """A term's text, "" where it is unbound."""
    term = row.get(name)
    return "" if term is None else str(term.value)


@contextmanager
def failures() -> Iterator[None]:
    """Turns what Oxigraph raises when it asks or when its answer is read into a StoreError."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(f"the query failed: {error}") from error


def rows(answer: Answer) -> list[Row]:
    """The rows of a SELECT's answer, each a mapping from the bound variables to their terms.

    Raises:
        StoreError: it is the answer to something else.
    """
    from pyoxigraph import QuerySolutions

    if not isinstance(answer, QuerySolutions):
        raise StoreError("the query is no SELECT")
    names = [variable.value for variable in answer.variables]
    with failures():
        return [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in answer]


class Dataset(NamedTuple):
    """The IRIs of the graphs that a query is asked of: those merged as its default graph, those that it may name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def nothing(_corrected: Corrected) -> None:
    """The default of a callback."""


class LoadOptions(NamedTuple):
    """How files are read: `format` is a file extension that overrules the file's own name,
    `graph` the IRI of the graph for triples that come without one.

    `wanted` are graphs that the files must have, or nothing is loaded; `drop` are graphs to
    take out of the store, unless the files have them. `beside` are N-Quads of ours that go with the files.
    Without `mentions` the graphs of mentions are passed over.
    `corrections` are made in the files' graphs on the way; `corrected` is told of those of each graph.
    """

    format: str | None = None
    graph: str | None = None
    progress: Progress | None = None
    wanted: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    beside: tuple[Path, ...] = ()
    mentions: bool = True
    corrections: Corrections | None = None
    corrected: Callable[[Corrected], None] = nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did: `graphs` were in the data; of them `changed` were new or different.

    `corrected` facts were as a curator told; `idle` are those told of that are in none of the files.
    `dropped` graphs were there and are no more. `other_base` is that of the cables' graphs where none has the base of
    the store, else "". `stored` is the number of statements that the
    store reports afterwards for all these graphs; it equals `statements` where all went well.
    """

    files: int
    graphs: int
    changed: int
    statements: int
    stored: int
    added: int
    removed: int
    dropped: int = 0
    other_base: str = ""
    corrected: int = 0
    idle: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the store holds exactly what was sent."""
        return self.statements == self.stored


UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|(?:PREFIX\s+[\w.-]*:|BASE)\s*<[^>]*>)*(INSERT|DELETE|WITH|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
BEGINNING = {"expected CONSTRUCT", "expected one of VERSION, [_]"}  # Oxigraph's words where no query begins
VIRTUOSO_PLACE = re.compile(r"SPARQL compiler, line (\d+): (.*)")


def malformed(message: str) -> QueryError:
    """A query's mistake in few words with its place, read out of Oxigraph's or Virtuoso's message.

    >>> malformed("error at 3:2: expected OPTIONAL").line
    3
    >>> print(malformed("Virtuoso 37000 Error SP030: SPARQL compiler, line 2: syntax error at '&&' before '}'"))
    the query is malformed at line 2: syntax error at '&&' before '}'
    """
    place = PLACE.search(message)
    if place is None:
        named = VIRTUOSO_PLACE.search(message)
        if named is not None:
            return QueryError(f"the query is malformed at line {named[1]}: {named[2][:120]}", line=int(named[1]))
        return QueryError(f"the query is malformed: {message[:200]}")
    line, column, rest = int(place[1]), int(place[2]), " ".join(place[3].split())
    if rest in BEGINNING:
        rest = "expected SELECT, ASK, CONSTRUCT or DESCRIBE"
    elif "Prefix not found" in rest:
        rest = "this cannot stand here, or the prefix before it is not declared"
    elif len(rest) > 120:
        rest = "this cannot stand here"
    return QueryError(f"the query is malformed at line {line}, column {column}: {rest}", line=line, column=column)


def refuse_update(text: str) -> None:
    """Nothing for a query.

    Raises:
        QueryError: the text is a SPARQL update.
    """
    found = UPDATE.match(text)
    if found is not None:
        raise QueryError(f"{found[1].upper()} is an update, and queries only read: `cablerdf load` changes a store")


class Store(ABC):
    """A place that holds the linked data and answers SPARQL 1.1."""

    location: str

    @abstractmethod
    def load(self, sources: Iterable[Path], options: LoadOptions = LoadOptions()) -> Loaded:  # noqa: B008
        """What was done: every graph in the files replaces the graph of that name, those to drop go.

        Raises:
            InputError: a file cannot be read or is malformed; then nothing has changed.
            StoreError: the store refused.
        """

    @abstractmethod
    def check_target(self) -> None:
        """Nothing, where the store can be written to as far as can be told before data are read.

        Raises:
            StoreError: it cannot.
        """

    @abstractmethod
    def query(self, text: str, *, timeout: float | None = None, dataset: Dataset | None = None) -> Answer:
        """The answer to a SPARQL query; the prefixes of this project need no declaration.

        A `dataset` takes the place of the one that the query names, or of the whole store.

        Raises:
            QueryError: the query is malformed; it has the line where one is known.
            StoreError: the store refused, failed or took longer than `timeout` seconds.
        """

    def select(self, text: str, *, timeout: float | None = None) -> list[Row]:
        """The rows of a SELECT.

        Raises:
            StoreError: as `query`; also where the query is no SELECT.
        """
        return rows(self.query(text, timeout=timeout))

    @abstractmethod
    def count(self) -> int:
        """The number of statements in named graphs."""

    @abstractmethod
    def version(self) -> str:
        """A short text that changes whenever the data does."""

    def close(self) -> None:
        """Give back locks and connections."""
        return

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
