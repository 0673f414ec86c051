"""SPARQL 1.1 Protocol, query operation only: a request enters, the answer in the form that it accepts leaves."""

from __future__ import annotations

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from cablerdf.errors import QueryError, StoreError
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.form import form_page
from cablerdf.serve.sparql.pool import Busy, Pool, Question
from cablerdf.serve.sparql.request import Fields, Refused, read_fields
from cablerdf.serve.sparql.results import BY_NAME

DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
[] a sd:Service ; sd:endpoint <sparql> ; sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, <http://www.w3.org/ns/formats/SPARQL_Results_CSV>,
    <http://www.w3.org/ns/formats/SPARQL_Results_XML>, <http://www.w3.org/ns/formats/Turtle> .
"""
BUSY = "too many queries are running: try again in a moment\n"


async def sparql(site: Site, pool: Pool, request: Request) -> Response:
    """The answer of the endpoint, or its page."""
    try:
        fields = await read_fields(request, site.settings.body_bytes)
    except Refused as refused:  # what the client still sends is not read
        return PlainTextResponse(f"{refused}\n", refused.status, {"connection": "close"})
    if not (fields.query or "").strip() and not fields.of_a_person:
        if fields.query is None and request.method in {"GET", "HEAD"}:
            return Response(DESCRIPTION, 200, {"content-type": "text/turtle; charset=utf-8", "vary": "Accept"})
        return PlainTextResponse("There is no query.\n", 400)
    if pool.limiter.available_tokens < 1:
        return PlainTextResponse(BUSY, 503, {"retry-after": "5"})
    write = form_page if fields.of_a_person else answered
    return await anyio.to_thread.run_sync(write, site, pool, fields, limiter=pool.limiter)


def answered(site: Site, pool: Pool, fields: Fields) -> Response:
    """Results for a program."""
    try:
        reply = pool.run(Question(fields.query or "", fields.dataset, None, fields.accept, fields.form))
    except QueryError as error:
        return PlainTextResponse(f"{error}\n", 400)
    except Busy:
        return PlainTextResponse(BUSY, 503, {"retry-after": "5"})
    except StoreError as error:
        return PlainTextResponse(f"{error}\n", 503)
    if not reply.form:
        return PlainTextResponse("The results cannot be written in any form that you accept.\n", 406)
    media_type = BY_NAME[reply.form].media_type
    text = media_type.startswith("text/")
    headers = {"vary": "Accept", "content-type": f"{media_type}; charset=utf-8" if text else media_type}
    if reply.outcome.cut:
        headers["x-cablerdf-truncated"] = str(reply.outcome.total)
    if fields.download:
        name = f"results.{BY_NAME[reply.form].extension}"
        headers["content-disposition"] = f'attachment; filename="{name}"'
    return Response(reply.body, 200, headers)
