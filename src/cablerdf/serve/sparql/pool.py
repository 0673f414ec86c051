"""Runs queries in processes of their own: one that takes too long is ended, and harms nobody."""

from __future__ import annotations

import multiprocessing
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from cablerdf.errors import QueryError, StoreError
from cablerdf.serve.settings import Settings
from cablerdf.serve.sparql.evaluate import Outcome, evaluate
from cablerdf.store.base import Store

MEMORY = 3 * 1024**3
AT_ONCE = 2


def work(location: str, base: str, pipe: Connection) -> None:
    """What such a process does: takes a query, sends its outcome or its error, until the pipe closes."""
    import signal

    from cablerdf.store.open import open_store

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory()
    store = open_store(location, base=base)
    while True:
        try:
            query, rows = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(evaluate(store, query, rows))
        except QueryError as error:
            pipe.send(("query", str(error), error.line, error.column))
        except StoreError as error:
            pipe.send(("store", str(error), None, None))


def limit_memory() -> None:
    """Lets the process fail, not the machine, when a query gathers too much."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


class Worker:
    """One process and the pipe to it, started when it is first needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lock = threading.Lock()
        self.process: BaseProcess | None = None
        self.pipe: Connection | None = None

    def start(self) -> Connection:
        if self.pipe is None or self.process is None or not self.process.is_alive():
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            arguments = (self.settings.location, self.settings.base, theirs)
            self.process = context.Process(target=work, args=arguments, daemon=True)
            self.process.start()
            theirs.close()
            self.pipe = ours
        return self.pipe

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.join()
        if self.pipe is not None:
            self.pipe.close()
        self.process = self.pipe = None

    def run(self, query: str, rows: int) -> Outcome:
        """The outcome of a query.

        Raises:
            QueryError: it is malformed.
            StoreError: it took too long or too much memory.
        """
        fresh = self.process is None
        pipe = self.start()
        try:
            pipe.send((query, rows))
            if not pipe.poll(self.settings.query_seconds + (10 if fresh else 0)):
                self.stop()
                raise StoreError(f"the query took longer than {self.settings.query_seconds:g} seconds and was stopped")
            got: Any = pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise StoreError("the query needed too much memory and was stopped") from error
        if isinstance(got, Outcome):
            return got
        kind, message, line, column = got
        raise QueryError(message, line=line, column=column) if kind == "query" else StoreError(message)


class Pool:
    """Some workers; a query waits its turn for as long as a query may run."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings = settings
        self.remote = store if settings.location.startswith(("http://", "https://")) else None
        self.idle = [Worker(settings) for _ in range(AT_ONCE)]
        self.workers = list(self.idle)
        self.turn = threading.Semaphore(AT_ONCE)

    def run(self, query: str, rows: int | None = None) -> Outcome:
        """The outcome of a query, within the limits."""
        limit = min(rows or self.settings.query_rows, self.settings.query_rows)
        if self.remote is not None:
            return evaluate(self.remote, query, limit)
        if not self.turn.acquire(timeout=self.settings.query_seconds):
            raise StoreError("too many queries are running: try again in a moment")
        worker = self.idle.pop()
        try:
            return worker.run(query, limit)
        finally:
            self.idle.append(worker)
            self.turn.release()

    def close(self) -> None:
        for worker in self.workers:
            worker.stop()
