"""Look-ups in a gazetteer file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import LinkError
from cablerdf.link.database import held
from cablerdf.link.gazetteer.schema import APPLICATION_ID, VERSION
from cablerdf.link.people.offices import Office, office

ALWAYS, NEVER = 9999, 0
FEW = 5000
REMEMBERED = 20_000  # entities, and look-ups


class Tenure(NamedTuple):
    """A position that somebody held, in years; 0 where the beginning is not known, 9999 where the end is not."""

    title: str
    office: Office
    start: int
    end: int


class Entity(NamedTuple):
    """One entity of a gazetteer."""

    qid: str
    label: str
    names: tuple[tuple[str, ...], ...]
    type: str
    country: str
    tenures: tuple[Tenure, ...]
    first: int  # year of the first sign of activity, 0 where none is known
    last: int
    source: str


class Named(NamedTuple):
    """What of a person is needed to compare names."""

    number: int
    label: str
    country: str
    names: tuple[tuple[str, ...], ...]


class Gazetteer:
    """A gazetteer file, opened to read; several processes may share it."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            LinkError: it is no gazetteer, or one of another version.
        """
        self.path = path
        try:
            self.base = held(self, f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            number = self.base.execute("PRAGMA application_id").fetchone()[0]
            self.meta = dict(self.base.execute("SELECT name, value FROM meta")) if number == APPLICATION_ID else {}
        except sqlite3.Error as error:
            raise LinkError(f"cannot read the gazetteer {path}: {error}") from error
        if self.meta.get("version") != VERSION:
            raise LinkError(f"{path} is no gazetteer of version {VERSION}: make it with `cablerdf gazetteer build`")
        self.base.execute("PRAGMA mmap_size=1000000000")
        self.entity = lru_cache(REMEMBERED)(self._entity)
        self.found = lru_cache(REMEMBERED)(self._found)

    @property
    def small(self) -> bool:
        """Whether it has so few people that a name which one of them bears may still be common."""
        return int(self.meta.get("entities", 0)) < FEW

    @property
    def version(self) -> str:
        """Which state of which data it is, for the mappings."""
        return self.meta.get("digest") or self.meta.get("retrieved") or self.path.name

    def _found(self, key: str, country: str | None, limit: int) -> tuple[int, ...]:
        if country is None:
            rows = self.base.execute("SELECT DISTINCT i FROM name WHERE key=? LIMIT ?", (key, limit + 1))
        else:
            query = "SELECT i FROM name WHERE key=? AND country IN (?, '') LIMIT ?"
            rows = self.base.execute(query, (key, country, limit + 1))
        return tuple(row[0] for row in rows)

    def people(self, numbers: Iterable[int]) -> Iterator[Named]:
        """The names of people by their numbers, by number."""
        query = (
            "SELECT i, label, country, names FROM entity WHERE i IN (SELECT value FROM json_each(?)) "
            "AND type='person' ORDER BY i"
        )
        for number, label, country, names in self.base.execute(query, (str(list(numbers)),)):
            yield Named(number, label, country, split(names))

    def _entity(self, number: int) -> Entity:
        row = self.base.execute(
            "SELECT qid,label,names,type,country,positions,start,end,source FROM entity WHERE i=?", (number,)
        ).fetchone()
        return entity_of(row)

    def named(self, key: str, types: Iterable[str]) -> list[Entity]:
        """Bodies or places by their whole name."""
        wanted = frozenset(types)
        found = [self.entity(number) for number in self.found(f"={key}", None, 20)]
        return [entity for entity in found if entity.type in wanted]


def entity_of(row: tuple[str, ...]) -> Entity:
    """An entity out of its row."""
    qid, label, names, kind, country, positions, start, end, source = row
    tenures = tuple(tenure_of(text) for text in positions.split("|")) if positions else ()
    first = min((t.start for t in tenures if t.start), default=year(start) or 0)
    last = max((t.end for t in tenures), default=year(end) or (ALWAYS if first else 0))
    return Entity(qid, label, split(names), kind, country, tenures, first, last, source)


def split(names: str) -> tuple[tuple[str, ...], ...]:
    """Folded names as words."""
    return tuple(tuple(name.split(" ")) for name in names.split("|")) if names else ()


def tenure_of(text: str) -> Tenure:
    """A position out of `TITLE@START/END`.

    >>> tenure_of("Prime Minister@2001-04-26/2006-09-26")[2:]
    (2001, 2006)
    """
    title, _at, dates = text.partition("@")
    start, _slash, end = dates.partition("/")
    return Tenure(title, office(title), year(start) or NEVER, year(end) or (ALWAYS if start else NEVER))


def year(date: str) -> int | None:
    """The year of an ISO date."""
    return int(date[:4]) if date[:4].isdigit() else None
