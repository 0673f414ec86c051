"""A worker process: units in, what they became out."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from threading import current_thread, main_thread
from typing import Any

from cablerdf.pipeline.work.made import Made, failed
from cablerdf.pipeline.work.task import Answer, Maker, Recipe
from cablerdf.read import Failure
from cablerdf.read.units import Unit

RECURSION = 5_000
IDLE, CLOSING = -1, -2  # what a worker is at, when it is not at a unit


class TimeLimitError(BaseException):
    """One document took longer than it may; no `except Exception` on the way may stop it."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError in the block after `seconds`; no limit where there are no timers (side threads)."""
    if seconds <= 0 or not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return

    def ring(_number: int, _frame: Any) -> None:
        raise TimeLimitError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def name_of(unit: Unit) -> str:
    """Where a unit was read, for the report."""
    return unit.source if isinstance(unit, Failure) else unit.name


def open_one(maker: Maker, unit: Unit, limit: float) -> list[Made]:
    """What a unit became; whatever goes wrong with it costs only this unit."""
    try:
        with time_limit(limit):
            return maker.open(unit)
    except TimeLimitError:
        return [failed(Failure(name_of(unit), "timeout", f"gave up after {limit:g} s"))]
    except MemoryError:
        gc.collect()
        return [failed(Failure(name_of(unit), "out-of-memory", "too large for the memory there is"))]
    except Exception as error:  # a bug of ours must not cost the run either: it is reported by name
        return [at_fault(unit, error)]


def at_fault(unit: Unit, error: Exception) -> Made:
    """The place of a document over which a program of ours failed."""
    return failed(Failure(name_of(unit), "internal-error", f"{type(error).__name__}: {error}{where(error)}"))


def where(error: BaseException) -> str:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    if frame is None:
        return ""
    file = frame.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/cablerdf/")[2]
    return f" ({file}:{frame.tb_lineno})"


def run_task(maker: Maker, units: tuple[Unit, ...], limit: float, at: Any = None) -> Answer:
    """What each unit became; `at.value` says which one is being done."""
    made = []
    for position, unit in enumerate(units):
        if at is not None:
            at.value = position
        made.append(open_one(maker, unit, limit))
    if at is not None:
        at.value = CLOSING
    try:
        return maker.close(made)
    except Exception as error:  # as above: find the unit that it is about
        if len(units) > 1:
            return [answer for unit in units for answer in run_task(maker, (unit,), limit)]
        return [[at_fault(units[0], error)]]


def calm_collector() -> None:
    """Let the garbage collector look at a chunk's objects once, not at every thousand of them.

    Cables hold no cycles: what is done with is freed without the collector, and looking for
    cycles cost a tenth of the time. The tables, which stay, are not looked at again.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def serve(connection: Connection, recipe: Recipe, limit: float, at: Any) -> None:
    """Do tasks until the connection ends: the body of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.setrecursionlimit(RECURSION)
    maker = recipe()
    calm_collector()
    while True:
        try:
            units = connection.recv()
        except (EOFError, OSError):
            return
        answer = run_task(maker, units, limit, at)
        try:
            at.value = IDLE
            connection.send(answer)
        except (BrokenPipeError, ConnectionResetError):
            return
