"""The site as an ASGI application: pages made ready or by other processes, the SPARQL endpoint, static files."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cablerdf.serve.making.makers import Makers
from cablerdf.serve.making.refresh import watch
from cablerdf.serve.making.warm import warm
from cablerdf.serve.programs.reconcile import Service
from cablerdf.serve.render import SECURITY
from cablerdf.serve.resource import not_found
from cablerdf.serve.site import Site
from cablerdf.serve.sparql.pool import Pool
from cablerdf.serve.sparql.protocol import sparql

MOST_WAITING = 200  # requests for pages that are not ready
STATIC = Path(__file__).parent / "static"
SHARING = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Location, ETag, Link, Location, X-Cablerdf-Truncated",
}
PREFLIGHT = {
    **SHARING,
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type",
    "access-control-max-age": "86400",
}
RAW_SHARING = [(name.encode(), value.encode()) for name, value in SHARING.items()]
RAW_SECURITY = [(name.encode(), value.encode()) for name, value in SECURITY.items()]


class Headers:
    """Puts the security headers on every response, errors included, but where it has its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in RAW_SECURITY if pair[0] not in own)]
            await send(message)

        await self.app(scope, receive, with_headers)


class Shared:
    """Lets pages of other sites read what is data: answers, RDF, and the way to them; nothing asks for a password."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kind = dict(message["headers"]).get(b"content-type", b"")
                if not kind.startswith(b"text/html"):
                    message["headers"] = [*message["headers"], *RAW_SHARING]
            await send(message)

        await self.app(scope, receive, with_headers)


class Prefix:
    """Takes the path prefix off that a proxy leaves on. Links are relative, so nothing else need know of it."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app = app
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        prefix = (scope.get("root_path") or self.prefix).rstrip("/")
        path = scope.get("path", "")
        if scope["type"] == "http" and prefix:
            if path == prefix:  # without the last slash every relative link would miss
                there = {"location": f"{prefix.rpartition('/')[2]}/"}
                await Response(status_code=308, headers=there)(scope, receive, send)
                return
            if path.startswith(f"{prefix}/"):
                raw = scope.get("raw_path") or path.encode()
                start = prefix.encode()
                raw = raw[len(start) :] if raw.startswith(start) else raw
                scope = {**scope, "path": path[len(prefix) :], "raw_path": raw, "root_path": ""}
        await self.app(scope, receive, send)


def create_app(site: Site, told: Callable[[], None] = lambda: None) -> ASGIApp:
    """The site as an ASGI application; `told` is called once every likely page is ready."""
    pool = Pool(site.settings)
    makers = Makers(site)
    service = Service(site)

    async def ask(request: Request) -> Response:
        return await sparql(site, pool, request)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        stop = threading.Event()
        tasks: list[Callable[[], None]] = [lambda: watch(site, stop, [pool.renew, makers.renew])]
        if site.settings.warm:
            tasks.append(lambda: warm(site, makers, stop, told))
        threads = [threading.Thread(target=task, daemon=True) for task in tasks]
        for thread in threads:
            thread.start()
        yield
        stop.set()
        makers.close()
        pool.close()

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == 404:
            return not_found(site, request.url.path)
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)

    handlers: dict[Any, Callable[[Request, Exception], Awaitable[Response]]] = {HTTPException: refused}
    routes = [
        Route("/sparql", ask, methods=["GET", "POST"]),
        Route("/reconcile", service.answer, methods=["GET", "POST"]),
        Route("/reconcile/preview", service.preview),
        Route("/reconcile/suggest/{what}", service.suggest),
        Mount("/static", StaticFiles(directory=STATIC)),
        Route("/{path:path}", pages(makers)),
    ]
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    shared = Shared(app) if site.settings.cors else app
    return Headers(Prefix(shared, site.settings.root_path))


def pages(makers: Makers) -> Callable[[Request], Awaitable[Response]]:
    """The pages: one that is ready is sent at once, others wait for one of the few that make them."""
    limiter = anyio.CapacityLimiter(makers.count)

    async def endpoint(request: Request) -> Response:
        response = makers.ready(request)
        if response is None:
            if makers.waiting >= MOST_WAITING:
                return PlainTextResponse(
                    "too many pages are being made: try again in a moment\n", 503, {"retry-after": "5"}
                )
            makers.waiting += 1
            try:
                response = await anyio.to_thread.run_sync(makers.make, request, limiter=limiter)
            finally:
                makers.waiting -= 1
        etag = response.headers.get("etag")
        if etag and etag in request.headers.get("if-none-match", ""):
            same = {k: v for k, v in response.headers.items() if k not in {"content-length", "content-type"}}
            return Response(status_code=304, headers=same)
        return response

    return endpoint
