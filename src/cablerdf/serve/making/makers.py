"""Makes pages, each once for as long as the store stays the same: in processes of their own, or in this one."""

from __future__ import annotations

import queue
import zlib
from multiprocessing.connection import Connection
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from cablerdf.serve.making.confined import without_network
from cablerdf.serve.making.page_cache import PageCache, open_page_cache
from cablerdf.serve.making.processes import READY, Processes, quiet
from cablerdf.serve.negotiate import choose
from cablerdf.serve.pages import answer, page_request, unanswered
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site, open_site
from cablerdf.store.open import is_url

IN_THREADS = 3  # pages made at once where there are no processes: more would only wait for one another
KEPT_KEY = 1_500  # longer addresses are not kept
SECONDS = 60.0  # for one page; then its process is ended
LEVEL = 1  # of compression: pages are half as large again as at the best level, and packed five times as fast
Key = tuple[bytes, bytes, str]


class Made(NamedTuple):
    """An answer as bytes, its body compressed: whoever makes a page also packs it."""

    status: int
    headers: list[tuple[bytes, bytes]]
    packed: bytes

    def response(self) -> Response:
        found = Response(status_code=self.status)
        found.body, found.raw_headers = zlib.decompress(self.packed), list(self.headers)
        return found


def made(response: Response) -> Made:
    return Made(response.status_code, response.raw_headers, zlib.compress(response.body, LEVEL))


def key_of(request: Request) -> Key:
    """What an answer depends on: the address, and which form is wanted."""
    form = choose(request.headers.get("accept"))
    return request.scope["raw_path"], request.scope["query_string"], form.extension if form else ""


def work(settings: Settings, pipe: Connection) -> None:
    """What a process does: takes a request, sends its answer, until the pipe closes."""
    quiet()
    if not is_url(settings.location):
        without_network()
    site = open_site(settings)
    pipe.send(READY)
    while True:
        try:
            path, query, accept = pipe.recv()
        except EOFError:
            return
        pipe.send((site.version, made(answer(site, page_request(path, query, accept)))))


class Makers:
    """What makes the pages of a site, and keeps them: in memory, and those without a query on disk."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.processes = Processes(work, (site.settings,), site.settings.workers) if site.settings.workers else None
        self.count = site.settings.workers or IN_THREADS
        self.on_disk: PageCache | None = open_page_cache(site)
        self.waiting = 0  # requests whose page is being made

    def ready(self, request: Request) -> Response | None:
        """The answer, where it is at hand."""
        key = key_of(request)
        found: Made | None = self.site.cache.get(key)
        if found is None and self.on_disk is not None and not key[1]:
            kept = self.on_disk.get(disk_key(key))
            if kept is not None:
                found = Made(*kept)
                self.keep(key, found)
        return None if found is None else found.response()

    def has(self, request: Request) -> bool:
        """Whether the answer is kept."""
        key = key_of(request)
        return self.site.cache.get(key) is not None if self.on_disk is None else self.on_disk.has(disk_key(key))

    def keep(self, key: Key, made: Made) -> None:
        """Keeps an answer in memory."""
        self.site.cache.put(key, made, len(made.packed) + 1_000)

    def make(self, request: Request) -> Response:
        """The answer, newly made and from now on kept."""
        key = key_of(request)
        version, answered = self.by_process(request) if self.processes is not None else self.by_thread(request)
        if answered.status in {200, 303} and sum(map(len, key)) < KEPT_KEY and version == self.site.version:
            on_disk = self.on_disk is not None and not key[1] and self.on_disk.put(disk_key(key), *answered)
            if not on_disk:
                self.keep(key, answered)
        return answered.response()

    def by_thread(self, request: Request) -> tuple[str, Made]:
        """The version of the store that was asked, and the answer."""
        version = self.site.version
        return version, made(answer(self.site, request))

    def by_process(self, request: Request) -> tuple[str, Made]:
        """The same from one of the processes."""
        assert self.processes is not None
        raw, query, _ = key_of(request)
        message = (raw.decode("ascii", "replace").removeprefix("/"), query, request.headers.get("accept"))
        try:
            with self.processes.free(SECONDS) as worker:
                found: tuple[str, Made] = worker.ask(message, SECONDS)
                return found
        except (queue.Empty, TimeoutError, EOFError):
            return self.site.version, made(unanswered(self.site, request.url.path, 503))

    def full(self, share: float) -> bool:
        """Whether what is kept has reached a share of its limit."""
        if self.on_disk is not None:
            return self.on_disk.held > share * self.on_disk.limit
        return self.site.cache.held > share * self.site.cache.limit

    def renew(self) -> None:
        """Forgets every page, as the store has changed."""
        self.site.cache.clear()
        if self.on_disk is not None:
            self.on_disk.close()
        self.on_disk = open_page_cache(self.site)
        if self.processes is not None:
            self.processes.renew()

    def close(self) -> None:
        if self.processes is not None:
            self.processes.close()
        if self.on_disk is not None:
            self.on_disk.close()


def disk_key(key: Key) -> str:
    """A key as the cache on disk has it."""
    return f"{key[0].decode('latin-1')} {key[2]}"
