"""Makes the index from the store, whole or not at all."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from pathlib import Path

from cablerdf.errors import StoreError
from cablerdf.store import vocabulary
from cablerdf.store.base import Row, Store, value
from cablerdf.store.scratch import scratch_folder
from cablerdf.store.search.events import PERSON, STATEMENTS, fill_meetings, fill_statements
from cablerdf.store.search.misspelt import fill_spellings
from cablerdf.store.search.schema import FORMAT, INDEXES, TABLES, index_path, is_current

CABLES = """
SELECT ?cable (MIN(STR(?i)) AS ?id) (MIN(STR(?t)) AS ?title) (MIN(STR(?when)) AS ?issued) (MIN(STR(?from)) AS ?post)
       (MIN(STR(?level)) AS ?class)
WHERE {
  ?cable a cab:Cable .
  OPTIONAL { ?cable dcterms:identifier ?i }
  OPTIONAL { ?cable dcterms:title ?t }
  OPTIONAL { ?cable dcterms:issued ?when }
  OPTIONAL { ?cable dcterms:creator ?from }
  OPTIONAL { ?cable cab:classification ?level }
} GROUP BY ?cable ORDER BY ?issued ?cable"""
# Whole cables are read so many at a time, that a large collection needs no large memory.
AT_ONCE = 500
TEXTS = """
SELECT ?cable (COALESCE(?readable, ?printed) AS ?text) WHERE {
  VALUES ?cable { $cables } ?cable dcterms:hasPart ?part . ?part nif:isString ?printed .
  OPTIONAL { ?part schema:text ?readable } OPTIONAL { ?part cab:position ?n } } ORDER BY ?cable ?n ?part"""
# Facets of the search page: how a cable reaches their values; which facet a value is of, its label tells.
REACHED_BY = ("dcterms:subject", "schema:mentions")
VALUES = "SELECT DISTINCT ?cable ?value WHERE { VALUES ?cable { $cables } ?cable $property ?value }"
MENTIONED = {"person", "organization", "place"}
# A class of things that have a page and a name: kind → class.
KINDS = {
    "person": "Person", "organization": "Organization", "place": "Place", "post": "Post",
}  # fmt: skip
# The people of cables, each with the one of the collection; people of cables have no entry of their own.
FORMS = "SELECT ?local ?person WHERE { ?local cab:person ?person }"
NAMES = """
SELECT ?thing ?name ?preferred ?note ?c WHERE {{
  ?thing a cab:{kind} . FILTER NOT EXISTS {{ ?thing cab:person ?one }}
  {{ ?thing foaf:name|skos:prefLabel ?name BIND (true AS ?preferred) }}
  UNION {{ ?thing skos:altLabel ?name BIND (false AS ?preferred) }}
  OPTIONAL {{ ?thing cab:country|cab:hostCountry ?c . ?c skos:prefLabel ?note }}
}} ORDER BY ?thing DESC(?preferred) ?name ?c"""
CONCEPTS = """
SELECT ?thing (MIN(STR(?n)) AS ?notation) (MIN(STR(?l)) AS ?label) (MIN(STR(?d)) AS ?note) WHERE {
  ?thing a skos:Concept . OPTIONAL { ?thing skos:notation ?n } OPTIONAL { ?thing skos:prefLabel ?l }
  OPTIONAL { ?thing skos:definition ?d }
} GROUP BY ?thing"""
# Vocabularies whose concepts people call by their code: the words go beside it.
CODES = {"tag", "caveat", "classification", "portion-marking", "reason"}
PEOPLE = """
SELECT group_concat(label, ' ; ') FROM facet JOIN label USING (value) WHERE facet.kind = 'person' AND cable = ?"""


def ensure_index(store: Store) -> Path:
    """The index of the store as it is now, made where it is missing or old."""
    path, version = index_path(store), store.version()
    if not is_current(path, version):
        build_index(store, path, version)
    return path


def build_index(store: Store, path: Path, version: str) -> None:
    """Makes the index at `path`, in place of an older one.

    Raises:
        StoreError: it cannot be written.
    """
    try:
        with scratch_folder(path.parent, ".search-") as folder:
            fresh = folder / path.name
            connection = sqlite3.connect(fresh)
            try:
                fill(connection, store, version)
            finally:
                connection.close()
            fresh.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the search index {path} cannot be made: {error}") from error


def fill(connection: sqlite3.Connection, store: Store, version: str) -> None:
    """Every table, from the store."""
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
    numbers = fill_cables(connection, store)
    forms = ((row["local"].value, row["person"].value) for row in store.select(FORMS))
    connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", forms)
    fill_labels(connection, store)
    fill_spellings(connection)
    iris = list(numbers)
    for at in range(0, len(iris), AT_ONCE):
        cables = " ".join(f"<{iri}>" for iri in iris[at : at + AT_ONCE])
        for reached_by in REACHED_BY:
            rows = store.select(VALUES.replace("$cables", cables).replace("$property", reached_by))
            fill_facets(connection, rows, numbers, reached_by)
        fill_statements(connection, store.select(STATEMENTS.replace("$cables", cables)), numbers)
        fill_texts(connection, store.select(TEXTS.replace("$cables", cables)), iris[at : at + AT_ONCE], numbers)
    fill_meetings(connection, store)
    fill_entities(connection)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("version", version), ("statements", str(store.count()))]
    )
    connection.executescript(INDEXES + "ANALYZE;")
    connection.commit()


def fill_cables(connection: sqlite3.Connection, store: Store) -> dict[str, int]:
    """Cable IRI to its number, in the order of dates."""
    numbers: dict[str, int] = {}
    for number, row in enumerate(store.select(CABLES), 1):
        iri, issued = row["cable"].value, value(row, "issued")
        numbers[iri] = number
        shown = value(row, "id") or iri.rpartition("/")[2]
        cells = (number, iri, shown, value(row, "title"), issued, value(row, "post"), value(row, "class"))
        connection.execute("INSERT INTO cable VALUES (?, ?, ?, ?, ?, ?, ?)", cells)
        values = [("year", issued[:4]), ("post", value(row, "post")), ("classification", value(row, "class"))]
        connection.executemany(
            "INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", [(kind, value, number) for kind, value in values if value]
        )
    return numbers


def fill_labels(connection: sqlite3.Connection, store: Store) -> None:
    """What everything is called, and the other names by which it is found."""
    for row in [*vocabulary.select(CONCEPTS), *store.select(CONCEPTS)]:
        iri = row["thing"].value
        scheme = iri.rpartition("/")[0].rpartition("/")[2]
        code, words = value(row, "notation") or iri.rpartition("/")[2], value(row, "label")
        name, note = (code, words if words != code else "") if scheme in CODES else (words or code, "")
        connection.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (iri, scheme, name, note))
    for kind, name in KINDS.items():
        rows = store.select(NAMES.format(kind=name))
        for iri, group in groupby(rows, key=lambda row: str(row["thing"].value)):
            names = list(group)
            label, note = value(names[0], "name"), value(names[0], "note")
            connection.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (iri, kind, label, note))
            other = " · ".join(sorted({value(row, "name") for row in names} - {label}))
            cells = (iri, kind, label, note, value(names[0], "c"))
            made = connection.execute("INSERT OR IGNORE INTO entity VALUES (NULL, ?, ?, ?, ?, 0, 0, ?)", cells)
            if made.rowcount:
                found = (made.lastrowid, label, other)
                connection.execute("INSERT INTO entity_text (rowid, label, other) VALUES (?, ?, ?)", found)


def fill_facets(connection: sqlite3.Connection, rows: list[Row], numbers: dict[str, int], reached_by: str) -> None:
    """The topics of some cables, or the people, bodies and places that they mention."""
    for row in rows:
        value = connection.execute(f"SELECT {PERSON}", (row["value"].value,)).fetchone()[0]
        known = connection.execute("SELECT kind FROM label WHERE value = ?", (value,)).fetchone()
        kind = known[0] if known else ""
        if reached_by == "dcterms:subject":
            kind = "" if kind == "person" else "tag"
        elif kind not in MENTIONED:
            kind = ""
        if kind:
            cells = (kind, value, numbers[row["cable"].value])
            connection.execute("INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", cells)


def fill_texts(connection: sqlite3.Connection, rows: list[Row], iris: list[str], numbers: dict[str, int]) -> None:
    """The words of some cables."""
    bodies = {
        iri: "\n".join(row["text"].value for row in group)
        for iri, group in groupby(rows, key=lambda row: str(row["cable"].value))
    }
    for iri in iris:
        number = numbers[iri]
        shown, title = connection.execute("SELECT id, title FROM cable WHERE number = ?", (number,)).fetchone()
        people = connection.execute(PEOPLE, (number,)).fetchone()[0] or ""
        cells = (number, shown, title, people, bodies.get(iri, ""))
        connection.execute("INSERT INTO cable_text (rowid, id, title, people, body) VALUES (?, ?, ?, ?, ?)", cells)


def fill_entities(connection: sqlite3.Connection) -> None:
    """How many cables and meetings each person, body, place and post has."""
    connection.executescript(
        """
        CREATE TEMP TABLE uses AS SELECT value, count(*) AS n FROM facet
            WHERE kind IN ('person', 'organization', 'place', 'post') GROUP BY value;
        CREATE INDEX temp.uses_value ON uses (value);
        UPDATE entity SET cables = coalesce((SELECT n FROM uses WHERE value = iri), 0);
        CREATE TEMP TABLE met AS SELECT person, count(*) AS n FROM attendance GROUP BY person;
        CREATE INDEX temp.met_person ON met (person);
        UPDATE entity SET meetings = coalesce((SELECT n FROM met WHERE person = iri), 0);
        """
    )
