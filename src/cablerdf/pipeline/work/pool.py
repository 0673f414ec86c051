"""Workers that may die: chunks of units out, answers back in order.

Each worker has one task at a time and a pipe of its own, so that the death of one (killed, out of
memory) is seen as the end of that pipe and costs nothing else. The unit it was at is tried once
more, alone in a fresh process; if that dies too, the unit is reported. What is done out of order
waits in memory, beyond a limit on disk: a slow chunk delays no other.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from threading import current_thread, main_thread
from types import TracebackType
from typing import IO, Any

from cablerdf.pipeline.work.made import Made, failed
from cablerdf.pipeline.work.task import Answer, Recipe, Task
from cablerdf.pipeline.work.worker import IDLE, name_of, serve
from cablerdf.read import Failure
from cablerdf.read.units import Unit

MAX_TRIES = 2  # a unit of which a worker died this often is given up
GRACE = 10.0  # seconds after its time limit when a worker that does not answer is killed
KEPT = 64 << 20  # bytes of answers that wait in memory; those beyond wait on disk
TASKS = 1000  # that a worker does before a fresh one takes its place: 10,000 cables
AHEAD = 20_000  # chunks that may be done before an earlier one


def warm_up(module: str) -> Any:
    """The way in which processes are started; where there is a fork server, it begins to import `module`.

    The server is a process of its own without threads, so that forking is safe whatever the caller
    does, and a worker that takes the place of a dead one is there at once.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["cablerdf.pipeline.work.worker", module])
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # which lets signals through again, where it is the server that starts it
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # the server, too, leaves Ctrl-C to its parent
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    return context


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C within the block counts at its end.

    A process whose start is interrupted waits for its orders for ever, and from Python 3.13 on its parent for it.
    """
    if current_thread() is not main_thread():
        yield
        return
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held:
            signal.raise_signal(signal.SIGINT)


class Worker:
    """One process, its pipe, and what it is doing."""

    def __init__(self, context: Any, recipe: Recipe, limit: float) -> None:
        self.at = context.RawValue("i", IDLE)
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, recipe, limit, self.at), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.done = 0
        self.seen = (IDLE, 0.0)  # position in the task, since when

    def give(self, task: Task) -> None:
        self.at.value = 0
        self.task, self.seen = task, (0, time.monotonic())
        self.connection.send(task.units)

    def stuck(self, limit: float) -> bool:
        """Whether it has been at one unit for longer than it may."""
        now, position = time.monotonic(), self.at.value
        if position != self.seen[0]:
            self.seen = (position, now)
        return self.task is not None and limit > 0 and position != IDLE and now - self.seen[1] > limit + GRACE

    def end(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()
        self.process.close()


class Waiting:
    """Answers that came before their turn; beyond `KEPT` bytes they wait in a temporary file."""

    def __init__(self) -> None:
        self.held: dict[int, bytes | tuple[int, int]] = {}
        self.kept = 0
        self.file: IO[bytes] | None = None

    def put(self, chunk: int, data: bytes) -> None:
        """Keep the pickled answer to a chunk."""
        if self.kept + len(data) <= KEPT:
            self.kept += len(data)
            self.held[chunk] = data
            return
        self.file = self.file or tempfile.TemporaryFile()  # noqa: SIM115
        start = self.file.seek(0, 2)
        self.file.write(data)
        self.held[chunk] = (start, len(data))

    def pop(self, chunk: int) -> Answer | None:
        held = self.held.pop(chunk, None)
        if isinstance(held, tuple):
            assert self.file is not None
            self.file.seek(held[0])
            held = self.file.read(held[1])
        elif held is not None:
            self.kept -= len(held)
        if held is None:
            return None
        answer: Answer = pickle.loads(held)  # our own bytes  # nosec B301
        return answer

    def close(self) -> None:
        if self.file is not None:
            self.file.close()


class Pool:
    """`jobs` worker processes; use it as a context manager, and `run` once."""

    def __init__(self, recipe: Recipe, jobs: int, limit: float) -> None:
        self.context = warm_up(recipe.module)
        self.recipe, self.jobs, self.limit = recipe, jobs, limit
        self.workers: list[Worker] = []
        self.retries: deque[Task] = deque()
        self.open: dict[int, list[list[Made] | None]] = {}  # chunks under way, by number
        self.waiting = Waiting()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        for worker in self.workers:
            worker.end()
        self.workers.clear()
        self.waiting.close()

    def run(self, chunks: Iterator[tuple[Unit, ...]]) -> Iterator[Answer]:
        """The answers to the chunks, in their order; no worker waits for work while one of them is written."""
        source = enumerate(chunks)
        turn, exhausted = 0, False
        while True:
            while not exhausted and (worker := self.idle()) is not None:
                task = self.next_task(source)
                if task is None:
                    exhausted = len(self.waiting.held) < AHEAD
                    break
                self.hand(worker, task)
            if exhausted and self.retries and (worker := self.idle()) is not None:
                self.hand(worker, self.retries.popleft())
            if (answer := self.waiting.pop(turn)) is not None:
                turn += 1
                yield answer
            elif exhausted and not self.open and not self.waiting.held:
                return
            else:
                self.listen()

    def idle(self) -> Worker | None:
        for worker in self.workers:
            if worker.task is None:
                return worker
        if len(self.workers) < self.jobs:
            with uninterrupted():
                self.workers.append(Worker(self.context, self.recipe, self.limit))
            return self.workers[-1]
        return None

    def next_task(self, source: Iterator[tuple[int, tuple[Unit, ...]]]) -> Task | None:
        if self.retries:
            return self.retries.popleft()
        if len(self.waiting.held) >= AHEAD:
            return None
        for number, units in source:
            self.open[number] = [None] * len(units)
            return Task(number, tuple(range(len(units))), units)
        return None

    def hand(self, worker: Worker, task: Task) -> None:
        try:
            worker.give(task)
        except (BrokenPipeError, ConnectionResetError):
            self.bury(worker)

    def listen(self) -> None:
        """Take what the workers say; see who died or hangs."""
        busy = {worker.connection: worker for worker in self.workers if worker.task is not None}
        for connection in wait(list(busy), timeout=1.0):
            assert isinstance(connection, Connection)
            worker = busy[connection]
            try:
                data = connection.recv_bytes()
            except (EOFError, OSError):
                self.bury(worker)
                continue
            task, worker.task = worker.task, None
            assert task is not None
            self.take(task, data)
            self.retire(worker)
        for worker in list(self.workers):
            if worker.stuck(self.limit):
                self.bury(worker, "timeout")

    def retire(self, worker: Worker) -> None:
        """End a worker that has done much, so that what its caches hold cannot grow for ever."""
        worker.done += 1
        if worker.done >= TASKS:
            worker.end()
            self.workers.remove(worker)

    def take(self, task: Task, data: bytes) -> None:
        """File what a worker sent; the answer to a whole chunk stays pickled until its turn."""
        if len(task.places) == len(self.open[task.chunk]):
            del self.open[task.chunk]
            self.waiting.put(task.chunk, data)
        else:
            self.file(task, pickle.loads(data))  # our own bytes  # nosec B301

    def file(self, task: Task, answer: Answer) -> None:
        slots = self.open[task.chunk]
        for place, made in zip(task.places, answer, strict=True):
            slots[place] = made
        done = [made for made in slots if made is not None]
        if len(done) == len(slots):
            del self.open[task.chunk]
            self.waiting.put(task.chunk, pickle.dumps(done, pickle.HIGHEST_PROTOCOL))

    def bury(self, worker: Worker, why: str = "worker-died") -> None:
        """Take a dead or hanging worker out; what it was doing is tried again, the culprit alone."""
        task, at = worker.task, worker.at.value
        worker.end()
        self.workers.remove(worker)
        if task is None:
            return
        if at < 0:  # it died while it checked the whole: nobody can say of which unit
            at = 0
            if len(task.units) > 1 and task.tries < MAX_TRIES - 1:
                self.retries.extend(task.part([i], task.tries) for i in range(len(task.units)))
                return
        others = [i for i in range(len(task.units)) if i != at]
        if others:
            self.retries.append(task.part(others, task.tries))
        if task.tries + 1 < MAX_TRIES and why != "timeout":
            self.retries.append(task.part([at], task.tries + 1))
            return
        reason = "the process that read it died" if why == "worker-died" else "it did not end within its time"
        self.file(task.part([at], 0), [[failed(Failure(name_of(task.units[at]), why, reason))]])
