"""SPARQL 1.1 Protocol, query operation only, and the page with the form."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from cablerdf.errors import QueryError, StoreError
from cablerdf.serve.negotiate import choose
from cablerdf.serve.render import page
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.evaluate import Outcome
from cablerdf.serve.sparql.pool import Pool
from cablerdf.serve.sparql.results import EXTENSION, FORMS, choose_form, write
from cablerdf.store.answers import shortened
from cablerdf.store.questions import questions

DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
[] a sd:Service ; sd:endpoint <sparql> ; sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, <http://www.w3.org/ns/formats/SPARQL_Results_CSV>,
    <http://www.w3.org/ns/formats/SPARQL_Results_XML>, <http://www.w3.org/ns/formats/Turtle> .
"""
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


class Asked(Exception):
    """A request that is answered at once; the response says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


async def read_query(request: Request, limit: int) -> dict[str, str]:
    """The fields of a request, however the client sent them.

    Raises:
        Asked: it is no query, or too long.
    """
    fields = dict(request.query_params)
    if request.method == "POST":
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > limit:
                raise Asked(413, f"The query is too long: at most {limit:,} bytes.")
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        text = body.decode("utf-8", "replace")
        if kind == "application/sparql-query":
            fields["query"] = text
        elif kind == "application/x-www-form-urlencoded":
            fields |= dict(parse_qsl(text, keep_blank_values=True, max_num_fields=20))
        elif kind == "application/sparql-update":
            raise Asked(403, "This endpoint is read-only: updates are refused.")
        else:
            raise Asked(415, "Send a form with a field 'query', or a body of type application/sparql-query.")
    if "update" in fields:
        raise Asked(403, "This endpoint is read-only: updates are refused.")
    return fields


def wants_page(request: Request, fields: dict[str, str]) -> bool:
    """Whether a person asks with a browser, not a program."""
    if fields.get("format"):
        return fields["format"] == "html"
    accept = request.headers.get("accept", "")
    form = choose(accept)
    return "text/html" in accept and form is not None and form.extension == "html"


async def sparql(site: Site, pool: Pool, request: Request) -> Response:
    """The answer of the endpoint, or its page."""
    try:
        fields = await read_query(request, site.settings.body_bytes)
    except Asked as refused:
        return PlainTextResponse(f"{refused}\n", refused.status)
    query = fields.get("query", "")
    person = wants_page(request, fields)
    if not query.strip() and not person:
        accept = request.headers.get("accept", "")
        if "turtle" in accept or request.method == "GET":
            return Response(DESCRIPTION, 200, {"content-type": "text/turtle; charset=utf-8", "vary": "Accept"})
        return PlainTextResponse("There is no query.\n", 400)
    if person:
        return await run_in_threadpool(form_page, site, pool, fields)
    return await run_in_threadpool(answered, site, pool, request, fields)


def answered(site: Site, pool: Pool, request: Request, fields: dict[str, str]) -> Response:
    """Results for a program."""
    try:
        outcome = pool.run(fields["query"])
    except QueryError as error:
        return PlainTextResponse(f"{error}\n", 400)
    except StoreError as error:
        return PlainTextResponse(f"{error}\n", 503)
    form = choose_form(outcome.kind, request.headers.get("accept", ""), fields.get("format", ""))
    if form is None:
        return PlainTextResponse("The results cannot be written in any form that you accept.\n", 406)
    headers = {"vary": "Accept", "content-type": form.media_type}
    if form.media_type.startswith("text/"):
        headers["content-type"] += "; charset=utf-8"
    if outcome.cut:
        headers["x-cablerdf-truncated"] = str(site.settings.query_rows)
    if fields.get("download"):
        name = f"results.{EXTENSION.get(form.name, form.name)}"
        headers["content-disposition"] = f'attachment; filename="{name}"'
    return Response(write(outcome, form, site.prefixes), 200, headers)


def form_page(site: Site, pool: Pool, fields: dict[str, str]) -> Response:
    """The form, with the results of its query where there is one."""
    shipped = questions()
    chosen = shipped.get(fields.get("example", ""))
    query = fields.get("query", "") or (chosen.body if chosen else "")
    values: dict[str, Any] = {
        "template": "sparql.html",
        "title": "SPARQL",
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
    if query.strip() and "query" in fields:
        try:
            outcome = pool.run(query)
            values["results"] = table(site, outcome)
            values["downloads"] = downloads(query, outcome)
        except QueryError as error:
            status, values["error"], values["line"] = 400, str(error), error.line
        except StoreError as error:
            status, values["error"] = 503, str(error)
    return HTMLResponse(page(site, "sparql", values), status, {"vary": "Accept", "cache-control": "no-cache"})


def downloads(query: str, outcome: Outcome) -> list[tuple[str, str]]:
    """The forms in which the whole answer can be had, with their addresses."""
    holds = "triples" if outcome.kind == "triples" else "rows"
    given = [(form, {"query": query, "format": form.name, "download": "1"}) for form in FORMS if form.holds == holds]
    return [(form.label, f"sparql?{urlencode(fields)}") for form, fields in given]


def table(site: Site, outcome: Outcome) -> dict[str, Any]:
    """Results for the eye: every IRI with what it is called."""
    if outcome.kind == "triples":
        return {"kind": "triples", "text": outcome.text, "total": outcome.text.count("\n"), "cut": outcome.cut}
    found = json.loads(outcome.text)
    if outcome.kind == "boolean":
        return {"kind": "boolean", "yes": found["boolean"], "cut": False, "total": 1}
    names, bindings = found["head"]["vars"], found["results"]["bindings"]
    shown = bindings[:SHOWN]
    iris = {cell["value"] for row in shown for cell in row.values() if cell["type"] == "uri"}
    ours = site.labels(iri for iri in iris if site.path(iri) is not None)
    return {
        "kind": "rows",
        "names": names,
        "rows": [[row.get(name) for name in names] for row in shown],
        "labels": {iri: shortened(iri, site.prefixes) for iri in iris if site.path(iri) is None} | ours,
        "total": len(bindings),
        "cut": outcome.cut,
    }
