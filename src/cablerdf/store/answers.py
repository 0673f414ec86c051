"""SPARQL answers as a table for the eye, or as CSV, JSON or Turtle for other programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cablerdf.errors import QueryError
from cablerdf.store.base import Answer, Term, failures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Triple

FORMATS = ("table", "csv", "json", "turtle")
WIDEST = 60
NUMBER = re.compile(r"[+-]?(?:\d++\.?+\d*+|\.\d++)(?:[eE][+-]?\d++)?")


def render(answer: Answer, form: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """The answer in one of FORMATS, piece by piece.

    Raises:
        QueryError: the format does not fit the kind of query.
        StoreError: the query fails while its answer is read.
    """
    with failures():
        yield from pieces(answer, form, prefixes)


def pieces(answer: Answer, form: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryTriples):
        if form not in {"turtle", "table", "json"}:
            raise QueryError("a CONSTRUCT or DESCRIBE gives triples: use the format turtle or json")
        kind = ox.RdfFormat.JSON_LD if form == "json" else ox.RdfFormat.TURTLE
        ordered = sorted(answer, key=str)
        yield (ox.serialize(ordered, format=kind, prefixes=used(ordered, prefixes)) or b"").decode()
        return
    if form == "turtle":
        raise QueryError("a SELECT or ASK gives rows: use the format table, csv or json")
    if form == "table":
        yield from table(answer, prefixes)
        return
    if isinstance(answer, ox.QueryBoolean) and form == "csv":
        yield f"{str(bool(answer)).lower()}\n"
        return
    if form == "json":
        yield (answer.serialize(format=ox.QueryResultsFormat.JSON) or b"").decode() + "\n"
        return
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    yield sheet(names, ([plain(term) for term in row] for row in answer))


def plain(term: Term | None) -> str:
    """A term as CSV has it (SPARQL 1.1 Query Results CSV Format §3.2): its text without its kind."""
    import pyoxigraph as ox

    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def sheet(names: Iterable[str], rows: Iterable[Iterable[str]], end: str = "\n") -> str:
    """Rows as CSV that a spreadsheet may open."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerow(names)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what begins like one and is no number gets a `'` before it.

    >>> guarded("=HYPERLINK(A1)"), guarded("-12.5"), guarded("a=b")
    ("'=HYPERLINK(A1)", '-12.5', 'a=b')
    """
    formula = cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and not NUMBER.fullmatch(cell)
    return f"'{cell}" if formula else cell


def used(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Those prefixes that shorten an IRI of the triples."""
    text = "\n".join(map(str, triples))
    return {name: namespace for name, namespace in prefixes.items() if namespace in text}


def table(answer: Answer, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Aligned columns; long texts are cut, IRIs shortened by their prefix."""
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        yield "yes\n" if answer else "no\n"
        return
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    rows = [[shown(term, prefixes) for term in row] for row in answer]
    widths = [max([len(name), *(len(row[n]) for row in rows)]) for n, name in enumerate(names)]
    for cells in ([*names], ["─" * width for width in widths], *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() + "\n"
    yield f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}\n"


def shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A term in few characters."""
    import pyoxigraph as ox

    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shortened(term.value, prefixes)
    text = " ".join(term.value.split()) if isinstance(term, ox.Literal) else str(term)
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI by the longest prefix that fits: `cable:05TOKYO1349`."""
    best = max(
        ((name, namespace) for name, namespace in prefixes.items() if iri.startswith(namespace)),
        key=lambda item: len(item[1]),
        default=None,
    )
    return iri if best is None or len(iri) == len(best[1]) else f"{best[0]}:{iri[len(best[1]) :]}"
