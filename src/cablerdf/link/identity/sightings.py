"""Everybody who was seen, on disk: what one family name of one country needs is read at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.link.database import held
from cablerdf.link.identity.seen import Seen
from cablerdf.link.names.fold import words
from cablerdf.link.names.sound import sound

TABLE = """
CREATE TABLE seen (
    block TEXT, person TEXT NOT NULL, name TEXT NOT NULL, country TEXT, titles TEXT NOT NULL, month TEXT, post TEXT,
    cable TEXT NOT NULL, signs INTEGER NOT NULL
)
"""
COLUMNS = "person, name, country, titles, month, post, cable, signs"
BETWEEN = "\x1f"  # titles


class Fact(NamedTuple):
    """What is known of one IRI: the words of its name, its cables, and what it is linked to."""

    words: int
    cables: int
    qids: frozenset[str]


class Sightings:
    """People in cables, and the QIDs of those for whom a link was accepted."""

    def __init__(self, seen: Iterable[Seen] = (), accepted: Mapping[str, str] = MappingProxyType({})) -> None:
        self.base = held(self, "", isolation_level=None)
        self.base.execute("PRAGMA journal_mode=OFF")
        self.base.execute(TABLE)
        self.accepted = accepted
        self.indexed = False
        for one in seen:
            self.add(one)

    def add(self, one: Seen) -> None:
        """Keep one."""
        block = f"{one.country}/{sound(one.family)}" if one.country and one.words else None
        values = (block, one.person, one.name, one.country, BETWEEN.join(one.titles), one.month, one.post, one.cable)
        self.base.execute("INSERT INTO seen VALUES (?,?,?,?,?,?,?,?,?)", (*values, one.signs))

    def index(self) -> None:
        """Make it ready to be read."""
        if not self.indexed:
            self.base.execute("CREATE INDEX block ON seen (block, person, cable)")
            self.base.execute("CREATE INDEX person ON seen (person, cable)")
            self.indexed = True

    def fact(self, person: str) -> Fact:
        """What is known of an IRI."""
        self.index()
        query = "SELECT MIN(name), COUNT(DISTINCT cable) FROM seen WHERE person=?"
        name, cables = self.base.execute(query, (person,)).fetchone()
        qids = frozenset({self.accepted[person]} if person in self.accepted else ())
        return Fact(len(words(name)) if name else 0, cables, qids)

    def linked(self) -> Iterator[tuple[str, str, str]]:
        """Person, first cable and QID of everybody who is linked."""
        self.index()
        query = "SELECT person, MIN(cable) FROM seen GROUP BY person ORDER BY person"
        for person, cable in self.base.execute(query):
            if person in self.accepted:
                yield person, cable, self.accepted[person]

    def blocks(self) -> Iterator[list[Seen]]:
        """The people of one country whose family names sound the same, by person and cable."""
        self.index()
        where = "block IS NOT NULL ORDER BY block, person, cable"
        query = f"SELECT block, {COLUMNS} FROM seen WHERE {where}"  # constants  # nosec B608
        for _block, rows in groupby(self.base.execute(query), key=lambda row: str(row[0])):
            yield [self.seen(row[1:]) for row in rows]

    def seen(self, row: tuple[str, ...]) -> Seen:
        """One of a row."""
        person, name, country, titles, month, post, cable, signs = row
        told = tuple(titles.split(BETWEEN)) if titles else ()
        return Seen(person, name, country, told, month, post, cable, bool(signs))
