"""Which page an address is: a request enters, an answer that depends on the address and the store alone leaves."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cablerdf.errors import CablerdfError
from cablerdf.serve.problems import problem_page
from cablerdf.serve.programs.dataset import dataset
from cablerdf.serve.programs.sitemap import robots, sitemap
from cablerdf.serve.render import page
from cablerdf.serve.resource import etag_of, resource
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.terms import terms
from cablerdf.serve.views import browse
from cablerdf.serve.views.about import about_view
from cablerdf.serve.views.destination import destination
from cablerdf.serve.views.home import home_view
from cablerdf.serve.views.lists import LISTINGS, list_view, read_list
from cablerdf.serve.views.network import network_csv, network_json, network_view
from cablerdf.serve.views.search import full, read_state, search_view, to_csv

LOG = logging.getLogger("cablerdf.serve")
Handler = Callable[[Site, Request], Response]


def page_request(path: str, query: bytes = b"", accept: str | None = "text/html") -> Request:
    """The request for a page, its path as in an address but for the `/` at its beginning."""
    raw = f"/{path}"
    scope = {
        "type": "http",
        "method": "GET",
        "path": raw,
        "raw_path": raw.encode("ascii", "ignore"),
        "query_string": query,
        "headers": [] if accept is None else [(b"accept", accept.encode("latin-1", "ignore"))],
        "server": ("127.0.0.1", 80),
        "scheme": "http",
    }
    return Request(scope)


def answer(site: Site, request: Request) -> Response:
    """The answer to a request, or a page that says that there is none."""
    handler = HANDLERS.get(request.url.path, resource)
    try:
        return handler(site, request)
    except Exception as error:
        LOG.error("%s: %s: %s", request.url.path, type(error).__name__, error, exc_info=LOG.isEnabledFor(logging.DEBUG))
        return unanswered(site, request.url.path, 503 if isinstance(error, CablerdfError) else 500)


def unanswered(site: Site, path: str, status: int) -> Response:
    """The page for a failure of ours; of its reason it says nothing."""
    return problem_page(
        site, path, status, "Something went wrong", "The store could not answer. Try again in a moment."
    )


def shown(site: Site, request: Request, values: dict[str, Any]) -> Response:
    """A page that depends on its address alone."""
    body = page(site, request.url.path.strip("/"), values)
    return HTMLResponse(body, headers={"cache-control": "no-cache", "etag": etag_of(site, body.encode())})


def home(site: Site, request: Request) -> Response:
    return shown(site, request, home_view(site))


def about(site: Site, request: Request) -> Response:
    return shown(site, request, about_view(site))


def well_known(_site: Site, _request: Request) -> Response:
    return RedirectResponse("../dataset.ttl", 303)


def search(site: Site, request: Request) -> Response:
    """Results; a cable's id or reftel, an address, an IRI or a QID goes straight to its page."""
    given = request.query_params
    typed = given.get("q", "").strip()
    if typed and not any(value for name, value in given.multi_items() if name not in {"q", "order", "page"}):
        try:
            path = destination(site, typed)
        except LookupError as error:
            return problem_page(site, "search", 404, "Not in this collection", str(error), typed)
        if path is not None:
            kind = path.partition("/")[0]
            return RedirectResponse("./" + path.lstrip("/") + (".html" if kind == "person" else ""), 303)
    return shown(site, request, search_view(site, read_state(site, given.multi_items())))


def search_csv(site: Site, request: Request) -> Response:
    body = to_csv(site, read_state(site, request.query_params.multi_items()))
    headers = {"content-disposition": 'attachment; filename="cables.csv"'}
    return Response(body, 200, headers, "text/csv")


def listing(site: Site, request: Request) -> Response:
    """A list of things of a kind."""
    name = request.url.path.strip("/").rpartition("/")[2]
    number = request.query_params.get("page", "1")
    at = max(1, int(number)) if number.isdigit() and len(number) < 7 else 1
    if name == "topics":
        return shown(site, request, browse.topics_view(site))
    words, country = (request.query_params.get(field, "").strip()[:200] for field in ("name", "country"))
    of = full(site, "country", country) if country else ""
    return shown(site, request, browse.entities_view(site, name, at, words, of))


def reports(site: Site, request: Request) -> Response:
    """A list of meetings or statements."""
    name = request.url.path.strip("/")
    return shown(site, request, list_view(site, name, read_list(site, name, request.query_params.multi_items())))


def network_page(site: Site, request: Request) -> Response:
    return shown(site, request, network_view(site, dict(request.query_params)))


def network_elements(site: Site, request: Request) -> Response:
    return data(site, network_json(site, dict(request.query_params)))


def sparql_terms(site: Site, _request: Request) -> Response:
    return data(site, terms(site))


def data(site: Site, values: Any) -> Response:
    """Values for a script of ours."""
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {"cache-control": "no-cache", "etag": etag_of(site, body)}
    return Response(body, 200, headers, "application/json")


def network_table(site: Site, request: Request) -> Response:
    headers = {"content-disposition": 'attachment; filename="network.csv"'}
    return Response(network_csv(site, dict(request.query_params)), 200, headers, "text/csv")


# Every address but those of things: these are the resource's.
HANDLERS: dict[str, Handler] = {
    "/": home,
    "/about": about,
    "/search": search,
    "/search.csv": search_csv,
    "/network": network_page,
    "/network.csv": network_table,
    "/network.json": network_elements,
    "/sparql/terms.json": sparql_terms,
    "/dataset.ttl": dataset,
    "/.well-known/void": well_known,
    "/robots.txt": robots,
    "/sitemap.xml": sitemap,
    **{f"/{name}": listing for name in (*browse.LISTS, "topics")},
    **{f"/{name}": reports for name in LISTINGS},
}
