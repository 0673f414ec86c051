"""Damaged documents against every reader, for as long as one likes.

    python tests/attack/fuzz.py [TARGET...] [--seconds 600] [--seed 1] [--coverage]

Without targets all of them take turns. What crashes a reader, or takes it longer than ten seconds a megabyte (and
two in any case), is kept in `tests/attack/crashes/`, which `test_fuzz.py` tries again for ever. With --coverage
atheris (`pip install atheris`) chooses the damage to one target by the code that it reaches, until it is stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import logging
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from mutate import mutated
from targets import TARGETS, Target

CRASHES = Path(__file__).parent / "crashes"
MOST = 4 << 20  # bytes that a packed document is unpacked to, for its weight
TURN = 20.0  # seconds that one target has before the next has its turn


class HangError(BaseException):
    """A reader took longer than it may; nothing on the way may catch it."""


@contextmanager
def within(size: int) -> Iterator[None]:
    """Raise HangError in the block where it takes too long for so many bytes (in processor time)."""

    def ring(_number: int, _frame: Any) -> None:
        raise HangError(f"{size} bytes took too long")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 + 10 * size / 1e6)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def weight(data: bytes) -> int:
    """How many bytes a document has, those counted that are packed in it."""
    from cablerdf.read.packings import is_packed, unpacked

    if not is_packed(data):
        return len(data)
    with suppress(Exception):  # of a dozen kinds, and the reader tells them better
        return max(len(data), len(unpacked(io.BytesIO(data)).read(MOST)))
    return len(data)


def attempt(target: Target, data: bytes) -> str:
    """What goes wrong with the data, in words; "" where nothing does."""
    from cablerdf.errors import CablerdfError

    try:
        with within(weight(data)):
            target.run(data)
    except CablerdfError:
        return ""
    except (Exception, HangError):
        return traceback.format_exc()
    return ""


def keep(name: str, data: bytes) -> Path:
    """Keep what crashed a target."""
    path = CRASHES / name.replace(" ", "-").replace(".", "") / hashlib.sha256(data).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def crashes(name: str) -> list[Path]:
    """What crashed a target once."""
    return sorted((CRASHES / name.replace(" ", "-").replace(".", "")).glob("*"))


def place(told: str) -> str:
    """Where in the code a crash was, which tells it from others."""
    return " ".join(line.strip() for line in told.splitlines() if line.startswith("  File "))[-300:]


def smaller(target: Target, data: bytes, told: str) -> bytes:
    """A shorter document that crashes at the same place."""
    last = place(told)
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            less = data[:at] + data[at + size :]
            if place(attempt(target, less)) == last:
                data = less
            else:
                at += size
        size //= 2
    return data


def turn(name: str, chance: random.Random, seconds: float) -> tuple[int, int]:
    """How often a target was tried in so many seconds, and how often it crashed."""
    target, tried, crashed = TARGETS[name], 0, 0
    seeds, known = target.seeds(), {place(attempt(target, path.read_bytes())) for path in crashes(name)}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = mutated(seeds, chance, 6_000 if target.slow else 60_000)
        told = attempt(target, data)
        tried += 1
        crashed += bool(told)
        if told and place(told) not in known:
            known.add(place(told))
            data = data if "HangError" in told else smaller(target, data, told)
            print(f"{name}: {keep(name, data)}\n{told}", flush=True)
    return tried, crashed


def by_coverage(name: str) -> None:
    """Let atheris choose."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    target = TARGETS[name]
    folder = CRASHES.parent / ".corpus" / name.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (folder / f"seed-{number}").write_bytes(seed)
    atheris.instrument_all()

    def once(data: bytes) -> None:
        told = attempt(target, data)
        if told:
            print(keep(name, data), told, flush=True)

    atheris.Setup([sys.argv[0], str(folder), "-max_len=6000", "-rss_limit_mb=4000"], once)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coverage", action="store_true")
    asked = parser.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())
    names = asked.targets or list(TARGETS)
    if asked.coverage:
        by_coverage(names[0])
        return
    chance = random.Random(asked.seed)
    counts = {name: [0, 0] for name in names}
    end = time.monotonic() + asked.seconds
    while (left := end - time.monotonic()) > 0:
        for name in names:
            tried, crashed = turn(name, chance, min(TURN, left / len(names) + 0.1))
            counts[name][0] += tried
            counts[name][1] += crashed
        print(" ".join(f"{name}={tried}/{crashed}" for name, (tried, crashed) in counts.items()), flush=True)
    print("| target | tried | crashes |\n|---|---|---|")
    for name, (tried, crashed) in counts.items():
        print(f"| {name} | {tried:,} | {crashed} |")


if __name__ == "__main__":
    main()
