"""Starts the server."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from socket import AF_INET, AF_INET6, create_server
from typing import TYPE_CHECKING

from cablerdf.errors import MissingExtraError, OptionError, StoreError
from cablerdf.serve.settings import Settings

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

PUBLIC = re.compile(r"https?://[^/\s?#]+(?:/[^\s?#]*)?")


def serve(settings: Settings, ready: Callable[[str], None], warmed: Callable[[], None] = lambda: None) -> None:
    """Serves until interrupted; `ready` is told the address once the socket is open, `warmed` that pages are made.

    Raises:
        StoreError: the store cannot be opened, or the port is taken.
        MissingExtraError: the packages of the extra `serve` are not installed.
        OptionError: the public address is none.
    """
    try:
        import uvicorn
    except ImportError as error:
        raise MissingExtraError("uvicorn", "serve") from error
    from cablerdf.serve.app import create_app
    from cablerdf.serve.site import open_site

    settings = replace(settings, public_url=checked(settings.public_url))
    family = AF_INET6 if ":" in settings.host else AF_INET
    with closing(open_site(settings)) as site:
        config = configured(create_app(site, warmed))
        server = uvicorn.Server(config)
        try:
            socket = create_server((settings.host, settings.port), family=family, backlog=config.backlog)
        except OSError as error:
            raise StoreError(f"cannot listen on {settings.host}:{settings.port}: {error.strerror}") from error
        # an interrupt ends the server from the moment that the address is told, wherever Python is when it comes
        with socket, suppress(KeyboardInterrupt), server.capture_signals():
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            ready(f"http://{host}:{socket.getsockname()[1]}/")
            server.run(sockets=[socket])


def configured(app: ASGIApp) -> uvicorn.Config:
    """How uvicorn runs the site."""
    import uvicorn

    from cablerdf.serve.wire import BoundedProtocol

    return uvicorn.Config(
        app,
        http=BoundedProtocol,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )


def checked(public_url: str) -> str:
    """The public address without a slash at its end.

    Raises:
        OptionError: it is no address of the web.
    """
    if public_url and not PUBLIC.fullmatch(public_url):
        raise OptionError(f"{public_url}: expected an address such as https://example.org/cables, without ? and #")
    return public_url.rstrip("/")
