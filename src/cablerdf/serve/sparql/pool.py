"""Runs queries in processes of their own: one that takes too long is ended, and harms nobody."""

from __future__ import annotations

import os
import queue
import sys
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

import anyio

from cablerdf.errors import QueryError, StoreError
from cablerdf.serve.making.confined import limit_memory, without_network
from cablerdf.serve.making.processes import READY, Processes, quiet
from cablerdf.serve.settings import Settings
from cablerdf.serve.sparql.evaluate import Limits, Outcome, evaluate
from cablerdf.serve.sparql.guard import plain
from cablerdf.serve.sparql.parsed import check
from cablerdf.serve.sparql.results import choose_form, write
from cablerdf.store.base import Dataset, Store
from cablerdf.store.open import is_url, open_store
from cablerdf.store.prefixes import prefixes

AT_ONCE = 2
WAITING = 16  # queries that may wait for one of these processes
SIZE = 32_000_000  # bytes of an answer


class Busy(StoreError):
    """Too many queries are running or waiting."""


class Question(NamedTuple):
    """A query, the graphs that it is asked of, and how its answer is wanted: for a page, or written in a form."""

    query: str
    dataset: Dataset | None = None
    shown: int | None = None  # rows of a page
    accept: str = ""
    form: str = ""


class Reply(NamedTuple):
    """An outcome; for a program written in the form of that name, which is "" where it accepts none."""

    outcome: Outcome
    form: str = ""
    body: bytes = b""


def work(settings: Settings, pipe: Connection) -> None:
    """What such a process does: takes a question, sends its reply or its error, until the pipe closes."""
    quiet()
    limit_memory(settings.query_bytes)
    os.environ["RUST_BACKTRACE"] = "0"  # what runs out of memory fills no log
    if hasattr(os, "nice"):
        os.nice(10)  # pages come first
    if not is_url(settings.location):
        without_network()
    store = open_store(settings.location, settings.access)
    pipe.send(READY)
    while True:
        try:
            asked = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(reply(store, settings, asked))
        except QueryError as error:
            pipe.send(("query", str(error), error.line, error.column))
        except StoreError as error:
            pipe.send(("store", str(error), None, None))
        except MemoryError:
            sys.exit(1)  # what was gathered goes with the process


def reply(store: Store, settings: Settings, asked: Question) -> Reply:
    """The reply to a question.

    Raises:
        QueryError: the query is malformed, or may not run.
        StoreError: it failed.
    """
    query = plain(asked.query)
    check(query)
    rows = settings.query_rows
    found = evaluate(store, query, asked.dataset, Limits(rows, SIZE, rows if asked.shown is None else asked.shown))
    if asked.shown is not None:
        return Reply(found)
    form = choose_form(found.kind, asked.accept, asked.form)
    none = found._replace(text="")
    return Reply(none) if form is None else Reply(none, form.name, write(found, form, prefixes(settings.base)))


class Pool:
    """Some processes; a query waits its turn for as long as a query may run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.processes = Processes(work, (settings,), AT_ONCE)
        self.limiter = anyio.CapacityLimiter(AT_ONCE + WAITING)

    def run(self, asked: Question) -> Reply:
        """The reply to a question, within the limits.

        Raises:
            QueryError: the query is malformed, or may not run.
            Busy: too many others are running.
            StoreError: it took too long or too much memory, or the store failed.
        """
        seconds = self.settings.query_seconds
        try:
            with self.processes.free(seconds) as worker:
                got: Any = worker.ask(asked, seconds)
        except queue.Empty as error:
            raise Busy("too many queries are running: try again in a moment") from error
        except TimeoutError as error:
            raise StoreError(f"the query took longer than {seconds:g} seconds and was stopped") from error
        except EOFError as error:
            raise StoreError("the query needed too much memory and was stopped") from error
        if isinstance(got, Reply):
            return got
        kind, message, line, column = got
        raise QueryError(message, line=line, column=column) if kind == "query" else StoreError(message)

    def renew(self) -> None:
        """Has the workers open the store anew."""
        self.processes.renew()

    def close(self) -> None:
        self.processes.close()
