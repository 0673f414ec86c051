"""How the work on a text grows with its length, as a ratio in one run: what the machine does beside us cancels out."""

from __future__ import annotations

import time
from collections.abc import Callable
from timeit import Timer

PARTS = 4  # the whole text is so many times as long as its part
LOOKS = 3
QUICK = 0.3  # CPU seconds within which nobody asks how the work grows


def seconds(work: Callable[[str], object], text: str, times: int = 1) -> float:
    """CPU seconds of some work on a text: the least of so many times.

    The garbage collector rests meanwhile, as `timeit` has it: it looks through all that earlier tests have left.
    """
    return min(Timer(lambda: work(text), timer=time.process_time).repeat(times, number=1))


def is_linear(work: Callable[[str], object], text: str) -> bool:
    """Whether four times the text costs less than eight times the work; sixteen times would be quadratic."""
    whole, part = seconds(work, text), text[: len(text) // PARTS]
    if whole < QUICK or whole < 2 * PARTS * seconds(work, part):
        return True
    looks = (seconds(work, text, times=3) < 2 * PARTS * seconds(work, part, times=3) for _ in range(LOOKS))
    return any(looks)  # something may have come between, but hardly at every look
