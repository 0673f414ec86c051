"""The people whom one cable names, with what it says of each: all that identity is decided by."""

from __future__ import annotations

from typing import NamedTuple

import orjson


class Named(NamedTuple):
    """A person of one cable.

    `local` is the end of the IRI (`05TOKYO1349-nishida`), `at` where the name first stands (paragraph and offsets,
    `12:345-352`; "" in header and signature), `wikidata` a QID that was accepted, `sure` whether beyond doubt.
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
        return cls(cable, date, post, tuple(named(values) for values in people))


def named(values: list[object]) -> Named:
    """A person out of JSON values: lists are tuples."""
    return Named(*(tuple(value) if isinstance(value, list) else value for value in values))  # type: ignore[arg-type]
