"""The page of the endpoint: the form, with the results of its query where there is one."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from cablerdf.errors import QueryError, StoreError
from cablerdf.rdf.terms import shortened
from cablerdf.serve.render import page
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.evaluate import Outcome
from cablerdf.serve.sparql.pool import Pool, Question
from cablerdf.serve.sparql.request import Fields
from cablerdf.serve.sparql.results import FORMS
from cablerdf.store.questions import questions

START = """SELECT ?cable ?title ?issued
WHERE {
  ?cable a cab:Cable ;
    dcterms:title ?title ;
    dcterms:issued ?issued .
}
ORDER BY DESC(?issued)
LIMIT 20
"""
SHOWN = 500  # rows on the page; downloads have them all


def form_page(site: Site, pool: Pool, fields: Fields) -> HTMLResponse:
    """The form, with the results of its query where there is one; a shipped question is asked at once."""
    shipped = questions()
    chosen = None if fields.query else shipped.get(fields.example)
    query = fields.query or (chosen.body if chosen else "")
    asked = bool(query.strip()) and not (chosen and chosen.federated)
    values: dict[str, Any] = {
        "template": "sparql.html",
        "title": chosen.title if chosen else "SPARQL",
        "query": query or START,
        "examples": list(shipped.values()),
        "chosen": chosen,
        "error": None,
        "line": None,
        "results": None,
        "permalink": urlencode({"query": query}) if query else "",
        "downloads": [],
        "seconds": site.settings.query_seconds,
        "limit": site.settings.query_rows,
    }
    status = 200
    if asked:
        try:
            outcome = pool.run(Question(query, fields.dataset, shown=SHOWN)).outcome
            values["results"] = table(site, outcome)
            if chosen:
                leave_out_names(values["results"])
            values["downloads"] = downloads(query, outcome)
        except QueryError as error:
            status, values["error"], values["line"] = 400, str(error), error.line
        except StoreError as error:
            status, values["error"] = 503, str(error)
    return HTMLResponse(page(site, "sparql", values), status, {"vary": "Accept", "cache-control": "no-cache"})


def leave_out_names(results: dict[str, Any]) -> None:
    """Leaves out columns that only repeat what the things before them are called: `personName` after `person`."""
    rows, labels = results.get("rows") or [], results.get("labels", {})
    for here in range(len(rows[0]) - 1 if rows else 0, 0, -1):
        pairs = [(row[here - 1], row[here]) for row in rows]
        if all(a and b and labels.get(a["value"]) == b["value"] for a, b in pairs):
            for names in (results["names"], *rows):
                del names[here]


def downloads(query: str, outcome: Outcome) -> list[tuple[str, str]]:
    """The forms in which the whole answer can be had, with their addresses."""
    holds = "triples" if outcome.kind == "triples" else "rows"
    given = [(form, {"query": query, "format": form.name, "download": "1"}) for form in FORMS if form.holds == holds]
    return [(form.label, f"sparql?{urlencode(fields)}") for form, fields in given]


def table(site: Site, outcome: Outcome) -> dict[str, Any]:
    """Results for the eye: every IRI with what it is called."""
    shared = {"kind": outcome.kind, "total": outcome.total, "cut": outcome.cut}
    if outcome.kind == "triples":
        return {**shared, "text": outcome.text}
    found = json.loads(outcome.text)
    if outcome.kind == "boolean":
        return {**shared, "yes": found["boolean"]}
    names, rows = found["head"]["vars"], found["results"]["bindings"]
    iris = {cell["value"] for row in rows for cell in row.values() if cell["type"] == "uri"}
    ours = site.labels(iri for iri in iris if site.path(iri) is not None)
    return {
        **shared,
        "names": names,
        "rows": [[row.get(name) for name in names] for row in rows],
        "labels": {iri: shortened(iri, site.prefixes) for iri in iris if site.path(iri) is None} | ours,
    }
