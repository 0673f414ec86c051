"""Processes that answer: ended by several threads at once, as when a server stops in the middle of its work."""

from __future__ import annotations

import threading
import time
from multiprocessing.connection import Connection

import pytest

from cablerdf.serve.making.processes import READY, Worker


def never(pipe: Connection) -> None:
    pipe.send(READY)
    pipe.recv()
    threading.Event().wait()


def test_a_worker_may_be_ended_while_somebody_waits_for_it() -> None:
    failures: list[BaseException] = []

    def ask(worker: Worker) -> None:
        with pytest.raises(EOFError):
            worker.ask("how long?", 60)

    def end(worker: Worker, together: threading.Barrier) -> None:
        together.wait()
        try:
            worker.stop()
        except BaseException as error:
            failures.append(error)

    for _round in range(5):
        worker, together = Worker(never, ()), threading.Barrier(8)
        asking = threading.Thread(target=ask, args=(worker,))
        asking.start()
        while worker.pipe is None:
            time.sleep(0.01)
        ending = [threading.Thread(target=end, args=(worker, together)) for _ in range(8)]
        for thread in ending:
            thread.start()
        for thread in (*ending, asking):
            thread.join(30)
        assert not asking.is_alive()
    assert failures == []
