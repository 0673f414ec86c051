"""The people whom one cable names, with what it says of each: all that identity is decided by."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import orjson

Value = TypeVar("Value")


class Named(NamedTuple):
    """A person of one cable.

    `local` is the end of the IRI (`05TOKYO1349-nishida`), `at` where the name first stands (paragraph and offsets,
    `12:345-352`; "" in header and signature), `wikidata` a QID that was accepted, `sure` whether beyond doubt;
    `side` the country that somebody of no known country stands for at a meeting.
    """

    local: str
    name: str
    country: str | None = None
    titles: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    at: str = ""
    signs: bool = False
    wikidata: str | None = None
    sure: bool = False
    side: str | None = None


class Roll(NamedTuple):
    """A cable's people: its key, its date as far as it is known (`2005-03-11`), the code of its post."""

    cable: str
    date: str | None
    post: str | None
    people: tuple[Named, ...]

    def to_json(self) -> bytes:
        """One line of JSON."""
        return orjson.dumps([self.cable, self.date, self.post, *map(tuple, self.people)]) + b"\n"

    @classmethod
    def from_json(cls, line: bytes) -> Roll:
        """What `to_json` wrote."""
        cable, date, post, *people = orjson.loads(line)
        return cls(cable, date, once(post), tuple(named(values) for values in people))


def named(values: list[Any]) -> Named:
    """A person out of JSON values: lists are tuples."""
    local, name, country, titles, forms, *more = values
    return Named(local, once(name), once(country), once(tuple(titles)), once(tuple(forms)), *more)


@lru_cache(maxsize=1 << 16)
def once(value: Value) -> Value:
    """The same object for equal ones: names and titles come again and again in a collection.

    >>> once("".join(("Minis", "ter"))) is once("Minister")
    True
    """
    return value
