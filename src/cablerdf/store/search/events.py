"""Fills the tables of what cables tell: meetings with those who attended, statements with what they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from cablerdf.store.base import Row, Store, value

MEETINGS = """
SELECT ?meeting (MIN(STR(?c)) AS ?cable) (MIN(STR(?d)) AS ?date) WHERE {
  ?c cab:reports ?meeting . OPTIONAL { ?meeting schema:startDate ?d }
} GROUP BY ?meeting"""
ATTENDANCE = """
SELECT ?meeting ?person (MIN(STR(?of)) AS ?side) WHERE {
  ?meeting cab:participation ?part . ?part cab:participant ?person . OPTIONAL { ?part cab:delegation ?of }
} GROUP BY ?meeting ?person"""
STATEMENTS = """
SELECT ?cable ?s ?speaker ?thing WHERE {
  VALUES ?cable { $cables } ?cable dcterms:hasPart ?part . ?s prov:wasDerivedFrom ?part ; cab:verb ?verb .
  OPTIONAL { ?s cab:speaker ?speaker } OPTIONAL { ?s schema:about ?thing } }"""
PERSON = "coalesce((SELECT person FROM form WHERE local = ?1), ?1)"


def fill_meetings(connection: sqlite3.Connection, store: Store) -> None:
    """Every meeting, numbered by its date or else its cable's, and who was there."""
    dates = {iri: (issued, post) for iri, issued, post in connection.execute("SELECT iri, issued, post FROM cable")}
    found = []
    for row in store.select(MEETINGS):
        issued, post = dates.get(value(row, "cable"), ("", ""))
        found.append((value(row, "date") or issued, value(row, "meeting"), value(row, "cable"), post))
    numbers = {iri: number for number, (_, iri, _, _) in enumerate(sorted(found), 1)}
    cells = ((numbers[iri], iri, cable, date, post) for date, iri, cable, post in found)
    connection.executemany("INSERT INTO meeting VALUES (?, ?, ?, ?, ?)", cells)
    attended = (row for row in store.select(ATTENDANCE) if value(row, "meeting") in numbers)
    connection.executemany(
        f"INSERT OR IGNORE INTO attendance VALUES (?2, {PERSON}, ?3)",
        ((value(row, "person"), numbers[value(row, "meeting")], value(row, "side")) for row in attended),
    )
    connection.execute("INSERT OR IGNORE INTO label VALUES ('reported', 'meeting', 'Meetings reported', '')")
    connection.execute(
        "INSERT OR IGNORE INTO facet SELECT DISTINCT 'meeting', 'reported', cable.number FROM meeting"
        " JOIN cable ON cable.iri = meeting.cable"
    )


def fill_statements(connection: sqlite3.Connection, rows: Iterable[Row], numbers: Mapping[str, int]) -> None:
    """The statements of some cables, which come in the order of their numbers.

    Within a cable they are numbered backwards: from the highest number down one reads the latest cable
    first, and each from its beginning.
    """
    speakers: dict[tuple[int, tuple[int, ...], str], str] = {}
    about: dict[str, set[str]] = {}
    for row in rows:
        iri = value(row, "s")
        place = tuple(-int(part) for part in iri.rpartition("/")[2].split("-")[1:] if part.isdigit())
        speakers[numbers[value(row, "cable")], place, iri] = value(row, "speaker")
        about.setdefault(iri, set()).add(value(row, "thing"))
    first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM statement").fetchone()[0]
    found = [(number, iri, cable, who) for number, ((cable, _, iri), who) in enumerate(sorted(speakers.items()), first)]
    cells = ((who, number, iri, cable) for number, iri, cable, who in found)
    connection.executemany(f"INSERT OR IGNORE INTO statement VALUES (?2, ?3, ?4, {PERSON})", cells)
    pairs = ((thing, number) for number, iri, _, _ in found for thing in about[iri] if thing)
    connection.executemany("INSERT OR IGNORE INTO about VALUES (?, ?)", pairs)
