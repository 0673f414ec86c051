"""SPARQL answers as a table for the eye, or as CSV, JSON or Turtle for other programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cablerdf.errors import QueryError
from cablerdf.rdf.terms import shortened
from cablerdf.store.base import Answer, Term, failures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Triple

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
WIDEST = 60  # characters of a cell
NARROWEST, GAP = 8, 2
NUMBER = re.compile(r"[+-]?(?:\d++\.?+\d*+|\.\d++)(?:[eE][+-]?\d++)?")


def render(answer: Answer, form: str, prefixes: Mapping[str, str], width: int | None = None) -> Iterator[str]:
    """The answer in one of FORMATS, piece by piece; a table no wider than `width` characters where one is given.

    Raises:
        QueryError: the format does not fit the kind of query.
        StoreError: the query fails while its answer is read.
    """
    with failures():
        yield from pieces(answer, form, prefixes, width)


def pieces(answer: Answer, form: str, prefixes: Mapping[str, str], width: int | None) -> Iterator[str]:
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryTriples):
        if form in {"csv", "tsv"}:
            raise QueryError("a CONSTRUCT or DESCRIBE gives triples: use the format turtle, json or xml")
        kind = {"json": ox.RdfFormat.JSON_LD, "xml": ox.RdfFormat.RDF_XML}.get(form, ox.RdfFormat.TURTLE)
        ordered = sorted(answer, key=str)
        yield (ox.serialize(ordered, format=kind, prefixes=used(ordered, prefixes)) or b"").decode()
        return
    if form == "turtle":
        raise QueryError("a SELECT or ASK gives rows: use the format table, csv, tsv, json or xml")
    if form == "table":
        yield from table(answer, prefixes, width)
        return
    if isinstance(answer, ox.QueryBoolean) and form in {"csv", "tsv"}:
        yield f"{str(bool(answer)).lower()}\n"
        return
    kinds = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}
    if form in kinds:
        written = (answer.serialize(format=kinds[form]) or b"").decode()
        yield written if written.endswith("\n") else f"{written}\n"
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


def used(triples: Iterable[Triple | Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Those prefixes that shorten an IRI of the triples."""
    text = "\n".join(map(str, triples))
    return {name: namespace for name, namespace in prefixes.items() if namespace in text}


def table(answer: Answer, prefixes: Mapping[str, str], width: int | None = None) -> Iterator[str]:
    """Aligned columns; long texts are cut, IRIs shortened by their prefix."""
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        yield "yes\n" if answer else "no\n"
        return
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    rows = [[shown(term, prefixes) for term in row] for row in answer]
    widths = fitted([max([len(name), *(len(row[n]) for row in rows)]) for n, name in enumerate(names)], width)
    for cells in ([*names], ["─" * wide for wide in widths], *rows):
        line = "  ".join(cut(cell, wide).ljust(wide) for cell, wide in zip(cells, widths, strict=True))
        yield line.rstrip() + "\n"
    yield f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}\n"


def fitted(widths: list[int], width: int | None) -> list[int]:
    """The widths of columns, the widest made narrower until all fit side by side.

    >>> fitted([10, 40, 30], 60), fitted([10, 40], None)
    ([10, 23, 23], [10, 40])
    """
    if width is None:
        return widths
    most = max(widths, default=0)
    while most > NARROWEST and sum(min(wide, most) for wide in widths) + GAP * (len(widths) - 1) > width:
        most -= 1
    return [min(wide, most) for wide in widths]


def cut(text: str, width: int) -> str:
    """A text in no more than `width` characters, the end of a longer one left out."""
    return text if len(text) <= width else text[: width - 1] + "…"


def shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A term in few characters."""
    import pyoxigraph as ox

    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shortened(term.value, prefixes)
    text = " ".join(term.value.split()) if isinstance(term, ox.Literal) else str(term)
    return cut(text, WIDEST)
