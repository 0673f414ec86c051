"""Runs queries in processes of their own: one that takes too long is ended, and harms nobody."""

from __future__ import annotations

import queue
from multiprocessing.connection import Connection
from typing import Any

from cablerdf.errors import QueryError, StoreError
from cablerdf.serve.making.confined import limit_memory, without_network
from cablerdf.serve.making.crew import Crew, quiet
from cablerdf.serve.settings import Settings
from cablerdf.serve.sparql.evaluate import Outcome, evaluate
from cablerdf.serve.sparql.guard import plain
from cablerdf.serve.sparql.parsed import check
from cablerdf.store.open import is_url, open_store

MEMORY = 3 * 1024**3
AT_ONCE = 2


def work(settings: Settings, pipe: Connection) -> None:
    """What such a process does: takes a query, sends its outcome or its error, until the pipe closes."""
    quiet()
    limit_memory(MEMORY)
    if not is_url(settings.location):
        without_network()
    store = open_store(settings.location, settings.access)
    while True:
        try:
            query, rows = pipe.recv()
        except EOFError:
            return
        try:
            check(query)
            pipe.send(evaluate(store, query, rows))
        except QueryError as error:
            pipe.send(("query", str(error), error.line, error.column))
        except StoreError as error:
            pipe.send(("store", str(error), None, None))


class Pool:
    """Some workers; a query waits its turn for as long as a query may run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.crew = Crew(work, (settings,), AT_ONCE)

    def run(self, query: str, rows: int | None = None) -> Outcome:
        """The outcome of a query, within the limits.

        Raises:
            QueryError: it is malformed, or may not run.
            StoreError: it took too long or too much memory, or too many others are running.
        """
        query = plain(query)
        limit = min(rows or self.settings.query_rows, self.settings.query_rows)
        seconds = self.settings.query_seconds
        try:
            with self.crew.free(seconds) as worker:
                got: Any = worker.ask((query, limit), seconds)
        except queue.Empty as error:
            raise StoreError("too many queries are running: try again in a moment") from error
        except TimeoutError as error:
            raise StoreError(f"the query took longer than {seconds:g} seconds and was stopped") from error
        except EOFError as error:
            raise StoreError("the query needed too much memory and was stopped") from error
        if isinstance(got, Outcome):
            return got
        kind, message, line, column = got
        raise QueryError(message, line=line, column=column) if kind == "query" else StoreError(message)

    def renew(self) -> None:
        """Has the workers open the store anew."""
        self.crew.renew()

    def close(self) -> None:
        self.crew.close()
