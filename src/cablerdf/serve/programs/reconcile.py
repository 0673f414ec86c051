"""The collection as a reconciliation service: names enter, candidates leave (Reconciliation Service API 0.2).

The manifest, batches of queries by GET and POST, suggestions for who types, and a preview of a candidate.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

import anyio
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from cablerdf.errors import StoreError
from cablerdf.rdf.terms import CAB
from cablerdf.serve.parts.words import count
from cablerdf.serve.programs.candidates import CALLED, TYPES, Asked, Candidate, candidates
from cablerdf.serve.render import environment
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.request import Refused, read_body
from cablerdf.store.search.find import Entity

BATCH = 50  # queries at once
LETTERS = 300  # of a name
MOST = 20  # candidates of a query
AT_ONCE = 2  # batches that are answered at the same time
FORM = "application/x-www-form-urlencoded"
PROPERTIES = [{"id": "country", "name": "Country"}]
SUGGESTED = {"entity", "type", "property"}
# A preview is made to be shown in a frame of another page; nothing in it can be clicked by mistake but a link.
FRAMED = {
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
}


class Service:
    """The service of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.limiter = anyio.CapacityLimiter(AT_ONCE)

    async def answer(self, request: Request) -> Response:
        """The manifest, or the candidates of a batch of queries."""
        try:
            fields = dict(request.query_params.multi_items())
            if request.method == "POST":
                _, text = await read_body(request, self.site.settings.body_bytes, (FORM,))
                fields |= dict(parse_qsl(text, keep_blank_values=True))
            if "queries" not in fields:
                return JSONResponse(manifest(self.site, address_of(self.site, request)))
            batch = read_batch(fields["queries"])
        except Refused as refused:
            return problem(refused.status, str(refused))
        try:
            found = await anyio.to_thread.run_sync(candidates, self.site, list(batch.values()), limiter=self.limiter)
        except StoreError:
            return problem(503, "The store could not answer. Try again in a moment.")
        answers = zip(batch, found, strict=True)
        return JSONResponse({name: {"result": [as_reply(self.site, one) for one in some]} for name, some in answers})

    async def suggest(self, request: Request) -> Response:
        """What a few letters may become: things, types or properties."""
        prefix = request.query_params.get("prefix", "").strip()[:LETTERS]
        what = request.path_params["what"]
        if what not in SUGGESTED:
            return problem(404, f"There are suggestions of {', '.join(sorted(SUGGESTED))}.")
        if what == "entity":
            return JSONResponse({"result": await anyio.to_thread.run_sync(suggestions, self.site, prefix)})
        known = PROPERTIES if what == "property" else [kind_of(name) for name in TYPES]
        return JSONResponse({"result": [one for one in known if one["name"].lower().startswith(prefix.lower())]})

    async def preview(self, request: Request) -> Response:
        """A candidate in a few words, for a small frame."""
        iri = self.site.base + request.query_params.get("id", "")[:LETTERS]
        found = await anyio.to_thread.run_sync(self.site.index.entity, iri)
        if found is None:
            return problem(404, "There is nobody and nothing of that id.")
        template = environment().get_template("preview.html")
        body = template.render(entity=found, page=self.site.path(iri), described=described(found))
        return HTMLResponse(body, headers=FRAMED)


def address_of(site: Site, request: Request) -> str:
    """Where the site is reached: as its owner says, else as the client has it."""
    return site.settings.public_url or f"{request.url.scheme}://{request.url.netloc}{site.settings.root_path}"


def manifest(site: Site, at: str) -> dict[str, Any]:
    """What the service says of itself; the id of a thing behind `identifierSpace` is its IRI."""
    suggested = {what: {"service_url": at, "service_path": f"/reconcile/suggest/{what}"} for what in sorted(SUGGESTED)}
    return {
        "versions": ["0.2"],
        "name": f"{site.settings.title}: people, organisations and places",
        "identifierSpace": site.base,
        "schemaSpace": CAB,
        "defaultTypes": [kind_of(name) for name in TYPES],
        "view": {"url": f"{at}/{{{{id}}}}"},
        "preview": {"url": f"{at}/reconcile/preview?id={{{{id}}}}", "width": 400, "height": 130},
        "suggest": suggested,
        "batchSize": BATCH,
    }


def read_batch(text: str) -> dict[str, Asked]:
    """The queries of a batch by their names.

    Raises:
        Refused: it is no JSON of queries, or has too many.
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "`queries` is no JSON.") from error
    if not isinstance(given, dict) or not all(isinstance(one, dict) for one in given.values()):
        raise Refused(400, '`queries` is an object of queries: {"q0": {"query": "a name"}}.')
    if len(given) > BATCH:
        raise Refused(413, f"There are {len(given)} queries: at most {BATCH} at once.")
    return {name: read_query(name, one) for name, one in given.items()}


def read_query(name: str, given: dict[str, Any]) -> Asked:
    """One query.

    Raises:
        Refused: it has no name to look for, or a type, a limit or a property that makes no sense.
    """
    text, limit = given.get("query"), given.get("limit", 5)
    if not isinstance(text, str):
        raise Refused(400, f"{name}: `query` is the name to look for.")
    if not isinstance(limit, int) or limit < 1:
        raise Refused(400, f"{name}: `limit` is a number from 1 on.")
    kinds = given.get("type") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(kinds, list) or not all(kind in TYPES for kind in kinds):
        raise Refused(400, f"{name}: `type` is one or more of {', '.join(TYPES)}.")
    properties = given.get("properties") or []
    if not isinstance(properties, list) or not all(isinstance(one, dict) for one in properties):
        raise Refused(400, f"{name}: `properties` is a list of objects with `pid` and `v`.")
    countries = [country for one in properties if one.get("pid") == "country" for country in texts(one.get("v"))]
    return Asked(text[:LETTERS], tuple(TYPES[kind] for kind in kinds), tuple(countries), min(limit, MOST))


def texts(value: Any) -> list[str]:
    """The values of a property as texts: a name, an entity by its id, or several of them."""
    several = value if isinstance(value, list) else [value]
    found = [one.get("id", "") if isinstance(one, dict) else one for one in several]
    return [one for one in found if isinstance(one, str) and one]


def kind_of(name: str) -> dict[str, str]:
    """A type as the API has it."""
    return {"id": name, "name": CALLED[name]}


def of_entity(entity: Entity) -> dict[str, str]:
    """The type of something."""
    return kind_of(next(name for name, kind in TYPES.items() if kind == entity.kind))


def as_reply(site: Site, found: Candidate) -> dict[str, Any]:
    """A candidate as the API has it."""
    entity = found.entity
    return {
        "id": site.path(entity.iri) or entity.iri,
        "name": entity.label,
        "description": described(entity),
        "type": [of_entity(entity)],
        "score": found.score,
        "match": found.match,
        "features": [{"id": "name", "value": found.alike}, {"id": "cables", "value": entity.cables}],
    }


def suggestions(site: Site, prefix: str) -> list[dict[str, Any]]:
    """Things whose name has the words of a prefix, the last of them begun."""
    entities = site.index.entities(f"{prefix}*", limit=MOST) if prefix else []
    return [suggestion(site, entity) for entity in entities if entity.kind in TYPES.values()]


def suggestion(site: Site, entity: Entity) -> dict[str, Any]:
    """Something that the first letters of its name find."""
    iri = site.path(entity.iri) or entity.iri
    return {"id": iri, "name": entity.label, "description": described(entity), "notable": [of_entity(entity)]}


def described(entity: Entity) -> str:
    """Country and how often it is named, by which one tells namesakes apart."""
    met = [count(entity.meetings, "meeting")] if entity.meetings else []
    return ", ".join(part for part in (entity.note, count(entity.cables, "cable"), *met) if part)


def problem(status: int, message: str) -> JSONResponse:
    """What was wrong with a request."""
    return JSONResponse({"status": "error", "message": message}, status, {"connection": "close"})
