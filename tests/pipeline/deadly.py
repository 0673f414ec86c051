"""A maker whose units say what shall happen to the process that opens them."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from cablerdf.pipeline.work.made import Made
from cablerdf.pipeline.work.task import Answer
from cablerdf.read.units import Loaded, Unit


@dataclass(frozen=True)
class DeadlyRecipe:
    """Makes the maker in the worker."""

    module = "deadly"

    def __call__(self) -> DeadlyMaker:
        return DeadlyMaker()


class DeadlyMaker:
    """Does what a unit's bytes say, and gives its name back."""

    def open(self, unit: Unit) -> list[Made]:
        assert isinstance(unit, Loaded)
        word, _, rest = unit.data.decode().partition(" ")
        if word == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "die-once" and not Path(rest).exists():
            Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "sleep":
            time.sleep(float(rest))
        if word == "deaf":  # hangs and does not hear the alarm
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(600)
        if word == "memory":
            raise MemoryError
        if word == "bug":
            raise KeyError("tags")
        return [Made(unit.name, unit.name, data=unit.data)]

    def close(self, made: Answer) -> Answer:
        if any(one.data == b"die-late" for unit in made for one in unit):
            os.kill(os.getpid(), signal.SIGKILL)
        if any(one.data == b"bug-late" for unit in made for one in unit):
            raise KeyError("graph")
        return made
