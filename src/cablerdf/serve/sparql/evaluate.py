"""Runs a query and gathers its answer, up to a number of rows and of bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from cablerdf.store.base import Answer, Dataset, Store, failures


class Limits(NamedTuple):
    """How much of an answer counts: so many rows or triples, so many bytes; and how many of the rows are kept."""

    rows: int
    size: int
    shown: int


class Outcome(NamedTuple):
    """An answer in transport form: SPARQL results as JSON, or triples as N-Triples.

    `total` is the number of its rows or triples, `cut` tells that there were more than the limits allow.
    """

    kind: str  # rows, boolean, triples
    text: str
    total: int
    cut: bool


def evaluate(store: Store, query: str, dataset: Dataset | None, limits: Limits) -> Outcome:
    """The answer to a query of the graphs of a dataset, of the whole store where there is none.

    Raises:
        QueryError, StoreError: as `Store.query`.
    """
    answer = store.query(query, dataset=dataset)
    with failures():
        return outcome(answer, limits)


def outcome(answer: Answer, limits: Limits) -> Outcome:
    """An answer in transport form, within the limits."""
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        return Outcome("boolean", json.dumps({"head": {}, "boolean": bool(answer)}), 1, False)
    if isinstance(answer, ox.QueryTriples):
        lines, total, cut = gathered((f"{triple} .\n" for triple in answer), limits)
        return Outcome("triples", "".join(lines), total, cut)
    names = [variable.value for variable in answer.variables]
    cells = ({name: cell(term) for name, term in zip(names, row, strict=True) if term is not None} for row in answer)
    rows, total, cut = gathered((json.dumps(row, ensure_ascii=False) for row in cells), limits)
    text = f'{{"head": {{"vars": {json.dumps(names)}}}, "results": {{"bindings": [{", ".join(rows)}]}}}}'
    return Outcome("rows", text, total, cut)


def gathered(pieces: Iterable[str], limits: Limits) -> tuple[list[str], int, bool]:
    """Those pieces that are shown, the number of all within the limits, and whether there were more."""
    found: list[str] = []
    total = size = 0
    for piece in pieces:
        size += len(piece)
        if total == limits.rows or size > limits.size:
            return found, total, True
        total += 1
        if total <= limits.shown:
            found.append(piece)
    return found, total, False


def cell(term: Any) -> dict[str, Any]:
    """A term in the SPARQL 1.1 Query Results JSON Format."""
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": cell(term.subject), "predicate": cell(term.predicate), "object": cell(term.object)}
        return {"type": "triple", "value": parts}
    found: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
        found["datatype"] = term.datatype.value
    return found
