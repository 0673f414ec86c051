"""Short forms of given names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cablerdf.vocab.tables import rows


@cache
def _full() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("link_nicknames"):
        for name in row["names"].split(";"):
            found.setdefault(row["short"], set()).add(name)
            found.setdefault(name, set()).add(name)
    return MappingProxyType({short: frozenset(names) for short, names in found.items()})


def is_nickname(one: str, other: str) -> bool:
    """Whether two given names are usual forms of one.

    >>> is_nickname("joe", "joseph"), is_nickname("bob", "william")
    (True, False)
    """
    full = _full()
    mine, theirs = full.get(one), full.get(other)
    return mine is not None and theirs is not None and not mine.isdisjoint(theirs)
