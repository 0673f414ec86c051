"""What workers are given and give back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from cablerdf.pipeline.work.made import Made
from cablerdf.read.units import Loaded, Part, Unit

CHUNK = 10  # documents: no dearer than fifty, in less memory, and no worker waits long for the last of another
WEIGHT = 4 << 20  # bytes of documents after which a chunk is full

Answer = list[list[Made]]  # for each unit, what its documents became


class Maker(Protocol):
    """Turns units into what goes out; made once in each worker, from a recipe."""

    def open(self, unit: Unit) -> list[Made]:
        """What the documents of a unit become, short of what is done together."""
        ...

    def close(self, made: Answer) -> Answer:
        """The same after what is cheaper for many at once: checking."""
        ...


class Recipe(Protocol):
    """Says in few words how to get a maker; it can be pickled."""

    @property
    def module(self) -> str:
        """What a process is to load before it can."""
        ...

    def __call__(self) -> Maker:
        """The maker."""
        ...


class Task(NamedTuple):
    """Some units of a chunk: `places` are their positions in it, `tries` how often a worker died of them."""

    chunk: int
    places: tuple[int, ...]
    units: tuple[Unit, ...]
    tries: int = 0

    def part(self, positions: Iterable[int], tries: int) -> Task:
        """The task of some of the units alone."""
        chosen = tuple(positions)
        return Task(self.chunk, tuple(self.places[i] for i in chosen), tuple(self.units[i] for i in chosen), tries)


def chunked(units: Iterator[Unit], size: int = CHUNK) -> Iterator[tuple[Unit, ...]]:
    """The units in tuples of `size`; fewer where their bytes, which wait in memory, are more than `WEIGHT`."""
    chunk: list[Unit] = []
    weight = 0
    for unit in units:
        chunk.append(unit)
        weight += len(unit.data) if isinstance(unit, Loaded | Part) else 0
        if len(chunk) == size or weight > WEIGHT:
            yield tuple(chunk)
            chunk, weight = [], 0
    if chunk:
        yield tuple(chunk)
