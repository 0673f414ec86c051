"""Processes that answer one message after another: nobody's work holds up the server's own."""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

STARTING = 30.0  # seconds that a process has to start
READY = "ready"


class Worker:
    """One process and the pipe to it, started when it is first needed.

    `target` is called with `arguments` and its end of the pipe, sends READY once it can answer, and answers until that
    closes. The time to start is nobody's waiting time: it is not counted as time for an answer.
    """

    def __init__(self, target: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        self.target = target
        self.arguments = arguments
        self.process: BaseProcess | None = None
        self.pipe: Connection | None = None
        self.ready = False
        self.age = 0
        self.lock = threading.Lock()

    def launch(self) -> Connection:
        """Begins to start the process anew, and waits for nothing."""
        self.stop()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self.process = context.Process(target=self.target, args=(*self.arguments, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.pipe, self.ready = ours, False
        return ours

    def start(self) -> Connection:
        """The pipe to the process once it can answer.

        Raises:
            EOFError, OSError: it does not start.
        """
        pipe = self.pipe
        if pipe is None or self.process is None or not self.process.is_alive():
            pipe = self.launch()
        if not self.ready:
            if not pipe.poll(STARTING) or pipe.recv() != READY:
                raise EOFError
            self.ready = True
        return pipe

    def stop(self) -> None:
        """End the process: he who waits for its answer and he who closes them all may do it at once."""
        with self.lock:
            process, pipe = self.process, self.pipe
            self.process = self.pipe = None
        if process is not None:
            process.kill()
            process.join()
        if pipe is not None:
            pipe.close()

    def ask(self, message: Any, seconds: float) -> Any:
        """The answer to a message.

        Raises:
            TimeoutError: it took longer than that many seconds; the process was ended.
            EOFError: the process died.
        """
        try:
            pipe = self.start()
            pipe.send(message)
            if pipe.poll(seconds):
                return pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise EOFError from error
        self.launch()
        raise TimeoutError


class Processes:
    """So many workers of a kind; who needs one waits until one is free."""

    def __init__(self, target: Callable[..., None], arguments: tuple[Any, ...], count: int) -> None:
        self.workers = [Worker(target, arguments) for _ in range(count)]
        self.idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self.workers:
            self.idle.put(worker)
        self.age = 0

    @contextmanager
    def free(self, seconds: float) -> Iterator[Worker]:
        """A worker for the time of the `with` block.

        Raises:
            queue.Empty: none was free within that many seconds.
        """
        worker = self.idle.get(timeout=seconds)
        try:
            if worker.age != self.age:
                worker.stop()
                worker.age = self.age
            yield worker
        finally:
            self.idle.put(worker)

    def renew(self) -> None:
        """Has every worker begin anew before its next message, as when the store has changed."""
        self.age += 1

    def close(self) -> None:
        for worker in self.workers:
            worker.stop()


def quiet() -> None:
    """Leaves Ctrl+C to the server: called first in such a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
