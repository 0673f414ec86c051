"""Runs a query and writes its answer, up to a number of rows."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from cablerdf.store.base import Answer, Store, failures


class Outcome(NamedTuple):
    """An answer in transport form: SPARQL results as JSON, or triples as N-Triples.

    `cut` tells that there were more rows than the limit.
    """

    kind: str  # rows, boolean, triples
    text: str
    cut: bool


def evaluate(store: Store, query: str, limit: int) -> Outcome:
    """The answer to a query.

    Raises:
        QueryError, StoreError: as `Store.query`.
    """
    answer = store.query(query)
    with failures():
        return outcome(answer, limit)


def outcome(answer: Answer, limit: int) -> Outcome:
    """An answer in transport form, up to that many rows."""
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        return Outcome("boolean", json.dumps({"head": {}, "boolean": bool(answer)}), False)
    if isinstance(answer, ox.QueryTriples):
        lines: list[str] = []
        for triple in answer:
            if len(lines) == limit:
                return Outcome("triples", "".join(lines), True)
            lines.append(f"{triple} .\n")
        return Outcome("triples", "".join(lines), False)
    names = [variable.value for variable in answer.variables]
    rows: list[dict[str, Any]] = []
    cut = False
    for row in answer:
        if len(rows) == limit:
            cut = True
            break
        rows.append({name: cell(term) for name, term in zip(names, row, strict=True) if term is not None})
    return Outcome(
        "rows", json.dumps({"head": {"vars": names}, "results": {"bindings": rows}}, ensure_ascii=False), cut
    )


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
