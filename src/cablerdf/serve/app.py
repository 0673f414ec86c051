"""The routes of the site."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cablerdf.errors import CablerdfError
from cablerdf.serve.negotiate import choose
from cablerdf.serve.problems import problem_page
from cablerdf.serve.render import SECURITY, page
from cablerdf.serve.resource import etag_of, not_found, resource
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.pool import Pool
from cablerdf.serve.sparql.protocol import sparql
from cablerdf.serve.sparql.terms import terms
from cablerdf.serve.views import browse
from cablerdf.serve.views.dataset import about_view, dataset
from cablerdf.serve.views.home import home_view
from cablerdf.serve.views.network import network_csv, network_json, network_view
from cablerdf.serve.views.search import destination, read_state, search_view, to_csv
from cablerdf.serve.warm import warm

STATIC = Path(__file__).parent / "static"
PAGES_AT_ONCE = 3
KEPT_KEY = 1_500  # longer addresses are not kept
LOG = logging.getLogger("cablerdf.serve")
RAW_SECURITY = [(name.encode(), value.encode()) for name, value in SECURITY.items()]
Handler = Callable[[Site, Request], Response]


class Headers:
    """Puts the security headers on every response, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *RAW_SECURITY]
            await send(message)

        await self.app(scope, receive, with_headers)


def create_app(site: Site) -> ASGIApp:
    """The site as an ASGI application."""
    pool = Pool(site.settings, site.store)

    def at(path: str, handler: Handler) -> Route:
        return Route(path, guarded(site, handler))

    async def ask(request: Request) -> Response:
        return await sparql(site, pool, request)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        stop = threading.Event()
        if site.settings.warm:
            threading.Thread(target=warm, args=(site, make_ready, stop), daemon=True).start()
        yield
        stop.set()
        pool.close()

    def make_ready(request: Request) -> object:
        handler = handlers_by_path.get(request.url.path, resource)
        return kept(site, handler, request) if site.cache.get(key_of(request)) is None else None

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            return not_found(site, request.url.path)
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)

    handlers_by_path = {"/": home, "/search": search, "/network": network_page}
    handlers_by_path |= {f"/{name}": listing for name in (*browse.LISTS, "topics", "meetings")}
    handlers: dict[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
        HTTPException: refused,
    }
    routes = [
        at("/search.csv", search_csv),
        at("/network.csv", network_table),
        at("/network.json", network_elements),
        at("/about", about),
        at("/dataset.ttl", dataset),
        at("/.well-known/void", well_known),
        Route("/sparql", ask, methods=["GET", "POST"]),
        at("/sparql/terms.json", sparql_terms),
        Mount("/static", StaticFiles(directory=STATIC)),
        *(at(path, handler) for path, handler in handlers_by_path.items()),
        at("/{path:path}", resource),
    ]
    return Headers(Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan))


def guarded(site: Site, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """A handler run in a thread, its answers kept; few at a time, as more would only wait for one another."""
    limiter = anyio.CapacityLimiter(PAGES_AT_ONCE)

    async def endpoint(request: Request) -> Response:
        response: Response | None = site.cache.get(key_of(request))
        if response is None:
            site.waiting += 1
            try:
                response = await anyio.to_thread.run_sync(kept, site, handler, request, limiter=limiter)
            finally:
                site.waiting -= 1
        etag = response.headers.get("etag")
        if etag and etag in request.headers.get("if-none-match", ""):
            same = {k: v for k, v in response.headers.items() if k not in {"content-length", "content-type"}}
            return Response(status_code=304, headers=same)
        return response

    return endpoint


def key_of(request: Request) -> tuple[bytes, bytes, str]:
    """What an answer depends on: the address, and which form is wanted."""
    form = choose(request.headers.get("accept"))
    return request.scope["raw_path"], request.scope["query_string"], form.extension if form else ""


def kept(site: Site, handler: Handler, request: Request) -> Response:
    """The handler's answer, from now on kept ready."""
    response = answered(site, handler, request)
    key = key_of(request)
    if response.status_code in {200, 303} and sum(map(len, key)) < KEPT_KEY:
        site.cache.put(key, response, len(response.body) + 1_000)
    return response


def answered(site: Site, handler: Handler, request: Request) -> Response:
    """The handler's answer, or a page that says that there is none."""
    try:
        return handler(site, request)
    except Exception as error:
        LOG.error("%s: %s: %s", request.url.path, type(error).__name__, error, exc_info=LOG.isEnabledFor(logging.DEBUG))
        status = 503 if isinstance(error, CablerdfError) else 500
        advice = "The store could not answer. Try again in a moment."
        return problem_page(site, request.url.path, status, "Something went wrong", advice)


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
    """Results; a cable's id, an IRI or a QID goes straight to its page."""
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
    name = request.url.path.strip("/").rpartition("/")[2]
    number = request.query_params.get("page", "1")
    at = max(1, int(number)) if number.isdigit() and len(number) < 7 else 1
    if name == "topics":
        return shown(site, request, browse.topics_view(site))
    if name == "meetings":
        return shown(site, request, browse.meetings_view(site, at))
    words = request.query_params.get("name", "").strip()[:200]
    return shown(site, request, browse.entities_view(site, name, at, words))


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
