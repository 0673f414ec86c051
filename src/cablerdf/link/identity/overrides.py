"""A list made by hand: who is the same, who is not."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.opening import opened

RELATIONS = ("same", "different")


class Overrides(NamedTuple):
    """Pairs of IRIs that are one person, and pairs that are not, whatever the rules say."""

    same: tuple[tuple[str, str], ...] = ()
    different: frozenset[tuple[str, str]] = frozenset()


def read_overrides(path: Path, base: str) -> Overrides:
    """The overrides of a CSV with the columns `relation,a,b`: `same` or `different`, and two IRIs or `person/...`.

    Raises:
        LinkError: a column is missing, or a row says neither.
    """
    same, different = [], set()
    with opened(path) as stream:
        reader = csv.DictReader(stream)
        if not {"relation", "a", "b"} <= set(reader.fieldnames or ()):
            raise LinkError(f"{path}: expected a header with the columns relation, a, b")
        for number, row in enumerate(reader, 2):
            relation, a, b = row.get("relation"), row.get("a"), row.get("b")
            if relation not in RELATIONS or not a or not b:
                raise LinkError(f"{path} line {number}: expected relation,a,b with relation {' or '.join(RELATIONS)}")
            pair = (absolute(a, base), absolute(b, base))
            if relation == "same":
                same.append(pair)
            else:
                different.add(pair)
    return Overrides(tuple(same), frozenset(different))


def absolute(name: str, base: str) -> str:
    """The IRI of a name that may be relative to the base."""
    return name if ":" in name else base + name
