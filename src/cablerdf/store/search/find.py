"""Answers: which cables, how many of each kind, which people and places."""

from __future__ import annotations

import json
import sqlite3
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from cablerdf.store.search.schema import connect
from cablerdf.store.search.words import match_query

FACET_KINDS = ("year", "post", "classification", "tag", "meeting", "person", "organization", "place")
ORDERS = {
    "best": "rank, cable.issued DESC, cable.number",
    "newest": "cable.issued DESC, cable.number DESC",
    "oldest": "cable.issued, cable.number",
}
MOST_CABLES = "e.cables DESC, e.meetings DESC, e.label, e.iri"
AT_ONCE = 500  # values of one statement; SQLite's own limit was 999 for long
RANK = "bm25(cable_text, 20.0, 10.0, 5.0, 1.0) AS rank"
KEPT = 8  # searches whose cables are kept
MANY = 4  # where more than one cable in so many is found, a facet is read through; else it is looked up by cable
# The values of a facet: of all cables, and of those found, whose numbers SQLite reads as a table out of JSON.
ALL = "facet f WHERE f.kind = ?"
SCANNED = "facet f WHERE f.kind = ? AND +f.cable IN (SELECT value FROM json_each(?))"
LOOKED_UP = "json_each(?2) h CROSS JOIN facet f ON f.cable = h.value AND f.kind = ?1"
# The count of the last value that is shown: what has fewer needs no label.
LEAST = "coalesce((SELECT n FROM counted ORDER BY n DESC LIMIT 1 OFFSET ?), 0)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A search: words, and for each facet the values that a cable must all have."""

    words: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    order: str = ""


class Hit(NamedTuple):
    """A cable found."""

    iri: str
    id: str
    title: str
    issued: str
    post: str
    classification: str


class Among(NamedTuple):
    """Cables found: their numbers as JSON, which SQLite reads as a table, and how many they are."""

    numbers: str
    total: int


class Count(NamedTuple):
    """A value of a facet, what it is called, and how many cables a click on it leaves."""

    value: str
    label: str
    note: str
    cables: int


class Entity(NamedTuple):
    """A person, organisation, place or post found by name."""

    iri: str
    kind: str
    label: str
    note: str
    cables: int
    meetings: int


class Index:
    """The open index of one store. Its SQL is put together from constants, every value is bound."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection: sqlite3.Connection = connect(path)
        weakref.finalize(self, self.connection.close)  # what a newer index replaces may still answer for a while
        self.lock = threading.Lock()
        self.kept: OrderedDict[Wanted, Among] = OrderedDict()
        self.total = int(self.rows("SELECT count(*) FROM cable")[0][0])

    def close(self) -> None:
        self.connection.close()

    def cables(self, wanted: Wanted, *, limit: int, offset: int = 0) -> list[Hit]:
        """The cables that have it all, in the order asked for."""
        ranked = bool(match_query(wanted.words))
        hits, values = matching(wanted, ranked=ranked)
        order = wanted.order if wanted.order in ORDERS else "best" if ranked else "newest"
        if order == "best" and not ranked:
            order = "newest"
        sql = (
            f"SELECT cable.iri, cable.id, cable.title, cable.issued, cable.post, cable.classification FROM ({hits}) hit"
            f" JOIN cable USING (number) ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"  # nosec B608
        )
        return [Hit(*row) for row in self.rows(sql, *values, limit, offset)]

    def count(self, wanted: Wanted) -> int:
        """How many cables have it all."""
        return self.among(wanted).total

    def facet(self, wanted: Wanted, kind: str, limit: int = 10) -> list[Count]:
        """The most frequent values of a facet among the cables found, years newest first."""
        everything = wanted == Wanted(order=wanted.order)
        if everything:
            source, values = ALL, [kind]
        else:
            found = self.among(wanted)
            source = SCANNED if found.total * MANY > self.total else LOOKED_UP
            values = [kind, found.numbers]
        order = "value DESC" if kind == "year" else "n DESC, coalesce(label.label, value)"
        least = "0" if kind == "year" else LEAST
        sql = (
            f"WITH counted AS MATERIALIZED (SELECT f.value AS value, count(*) AS n FROM {source} GROUP BY f.value)"
            " SELECT value, label.label, label.note, n FROM counted LEFT JOIN label USING (value)"
            f" WHERE n >= {least} ORDER BY {order} LIMIT ?"  # nosec B608
        )
        counted = self.rows(sql, *values, *([] if kind == "year" else [limit - 1]), limit)
        return [Count(value, label or value.rpartition("/")[2], note or "", n) for value, label, note, n in counted]

    def among(self, wanted: Wanted) -> Among:
        """The cables found, in no order; those of the latest few searches are kept, as a page counts them often."""
        key = replace(wanted, order="")
        found = self.kept.get(key)
        if found is None:
            hits, values = matching(key)
            numbers = [number for (number,) in self.rows(hits, *values)]
            found = Among(json.dumps(numbers), len(numbers))
            with self.lock:
                self.kept[key] = found
                while len(self.kept) > KEPT:
                    self.kept.popitem(last=False)
        return found

    def years(self, wanted: Wanted) -> dict[str, int]:
        """Year to the number of cables found."""
        return {count.value: count.cables for count in self.facet(wanted, "year", limit=10_000)}

    def entities(
        self, words: str, *, kind: str = "", country: str = "", limit: int = 10, offset: int = 0
    ) -> list[Entity]:
        """People, bodies, places and posts: those of a name, the best first, or all, those in most cables first."""
        found, values = named(words, kind, country)
        order = (
            "bm25(entity_text, 4.0, 1.0) - 0.3 * min(e.cables, 20), e.label, e.iri" if words.strip() else MOST_CABLES
        )
        sql = f"SELECT e.iri, e.kind, e.label, e.note, e.cables, e.meetings {found} ORDER BY {order} LIMIT ? OFFSET ?"  # nosec B608
        return [Entity(*row) for row in self.rows(sql, *values, limit, offset)]

    def entity(self, iri: str) -> Entity | None:
        """The person, body, place or post of an IRI."""
        rows = self.rows("SELECT iri, kind, label, note, cables, meetings FROM entity WHERE iri = ?", iri)
        return Entity(*rows[0]) if rows else None

    def count_entities(self, words: str, *, kind: str = "", country: str = "") -> int:
        """How many people, bodies, places and posts there are of a name, of a country, or at all."""
        found, values = named(words, kind, country)
        return int(self.rows(f"SELECT count(*) {found}", *values)[0][0])  # nosec B608

    def counts(self) -> dict[str, int]:
        """How many there are of each kind, cables, meetings and concepts included."""
        found = dict(self.rows("SELECT kind, count(*) FROM entity GROUP BY kind"))
        found["triple"] = int(self.rows("SELECT value FROM meta WHERE key = 'statements'")[0][0])
        found["cable"] = self.rows("SELECT count(*) FROM cable")[0][0]
        found["meeting"] = self.rows("SELECT count(*) FROM meeting")[0][0]
        found["statement"] = self.rows("SELECT count(*) FROM statement")[0][0]
        found["tag"] = self.rows("SELECT count(DISTINCT value) FROM facet WHERE kind = 'tag'")[0][0]
        return found

    def knows(self, iri: str) -> bool:
        """Whether it is a cable, or a thing with a name; of others nothing is said."""
        sql = "SELECT 1 FROM cable WHERE iri = ?1 UNION ALL SELECT 1 FROM label WHERE value = ?1 LIMIT 1"
        return bool(self.rows(sql, iri))

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """IRI to what the thing is called; a cable by its id."""
        wanted = list(iris)
        cables = self.rows_among("SELECT iri, id FROM cable WHERE iri IN", wanted)
        return dict(cables) | dict(self.rows_among("SELECT value, label FROM label WHERE value IN", wanted))

    def notes(self, iris: Iterable[str]) -> dict[str, str]:
        """IRI to the note beside the name: the country of a person or post, what a concept stands for."""
        return dict(self.rows_among("SELECT value, note FROM label WHERE note != '' AND value IN", iris))

    def people(self, locals: Iterable[str]) -> dict[str, str]:
        """A person of a cable to the one of the collection, for those who are known to be one."""
        return dict(self.rows_among("SELECT local, person FROM form WHERE local IN", locals))

    def forms(self, person: str) -> list[str]:
        """The people of cables who are one of the collection, sorted; the person where there are none."""
        rows = self.rows("SELECT local FROM form WHERE person = ? ORDER BY local", person)
        return [local for (local,) in rows] or [person]

    def cards(self, iris: Iterable[str]) -> dict[str, Hit]:
        """Cable IRI to its entry, for those cables that the store has."""
        sql = "SELECT iri, id, title, issued, post, classification FROM cable WHERE iri IN"
        return {row[0]: Hit(*row) for row in self.rows_among(sql, iris)}

    def rows_among(self, sql: str, values: Iterable[str]) -> list[Any]:
        """The rows of a statement that ends with `IN`, for any number of values: SQLite takes so many at once."""
        wanted = list(dict.fromkeys(values))
        parts = [wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE)]
        return [row for part in parts for row in self.rows(f"{sql} ({', '.join('?' * len(part))})", *part)]

    def rows(self, sql: str, *values: object) -> list[Any]:
        """The rows of one statement; one thread at a time."""
        with self.lock:
            return self.connection.execute(sql, values).fetchall()


def named(words: str, kind: str, country: str) -> tuple[str, list[str]]:
    """The FROM and WHERE of entities of a name, a kind and a country, each where it is given, and the values."""
    given = {"e.kind = ?": kind, "e.country = ?": country}
    source = "entity e"
    if words.strip():
        source = "entity_text JOIN entity e ON e.number = entity_text.rowid"
        given = {"entity_text MATCH ?": match_query(words) or '""'} | given  # an empty phrase: nothing has it
    tests = [test for test, value in given.items() if value]
    return f"FROM {source} WHERE {' AND '.join(['1', *tests])}", [value for value in given.values() if value]


def matching(wanted: Wanted, *, ranked: bool = False) -> tuple[str, list[str]]:
    """The SELECT of the numbers of the cables that have it all, and its values in order."""
    query = match_query(wanted.words)
    columns, source = "cable.number AS number", "cable"
    tests: list[str] = []
    values: list[str] = []
    if query:
        source = "cable_text JOIN cable ON cable.number = cable_text.rowid"
        columns += f", {RANK}" if ranked else ""
        tests.append("cable_text MATCH ?")
        values.append(query)
    elif wanted.words.strip():
        tests.append("0")
    for kind, value in wanted.facets:
        tests.append("cable.number IN (SELECT cable FROM facet WHERE kind = ? AND value = ?)")
        values += [kind, value]
    if wanted.since:
        tests.append("cable.issued >= ?")
        values.append(wanted.since)
    if wanted.until:
        tests.append("cable.issued <= ?")
        values.append(wanted.until + "~")  # 2005 takes in 2005-12-31
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    return f"SELECT {columns} FROM {source}{where}", values  # nosec B608
