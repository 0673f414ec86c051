"""Processes that answer one message after another: nobody's work holds up the server's own."""

from __future__ import annotations

import multiprocessing
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

STARTING = 10.0  # seconds more for a process that has yet to start


class Worker:
    """One process and the pipe to it, started when it is first needed.

    `target` is called with `arguments` and its end of the pipe, and answers until that closes.
    """

    def __init__(self, target: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        self.target = target
        self.arguments = arguments
        self.process: BaseProcess | None = None
        self.pipe: Connection | None = None
        self.age = 0
        self.lock = threading.Lock()

    def start(self) -> Connection:
        if self.pipe is None or self.process is None or not self.process.is_alive():
            self.stop()
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self.process = context.Process(target=self.target, args=(*self.arguments, theirs), daemon=True)
            self.process.start()
            theirs.close()
            self.pipe = ours
        return self.pipe

    def stop(self) -> None:
        """End the process: he who waits for its answer and he who closes the crew may do it at once."""
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
        fresh = self.process is None
        pipe = self.start()
        try:
            pipe.send(message)
            if pipe.poll(seconds + (STARTING if fresh else 0)):
                return pipe.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise EOFError from error
        self.stop()
        raise TimeoutError


class Crew:
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
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
