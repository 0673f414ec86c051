"""Makes the index from the store, whole or not at all."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from cablerdf.errors import StoreError
from cablerdf.store import vocabulary
from cablerdf.store.base import Row, Store, value
from cablerdf.store.scratch import scratch_folder
from cablerdf.store.search.events import PERSON, STATEMENTS, fill_meetings, fill_statements
from cablerdf.store.search.listed import LISTS, chosen_rows
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
SELECT ?cable ?n ?part (COALESCE(?readable, ?printed) AS ?text) WHERE {
  VALUES ?cable { $cables } ?cable dcterms:hasPart ?part . ?part nif:isString ?printed .
  OPTIONAL { ?part schema:text ?readable } OPTIONAL { ?part cab:position ?n } }"""
# Facets of the search page: how a cable reaches their values; which facet a value is of, its label tells.
FACETS = {
    "dcterms:subject": f"""
INSERT OR IGNORE INTO facet SELECT 'tag', topic, ?2 FROM (SELECT {PERSON} AS topic)
WHERE NOT EXISTS (SELECT 1 FROM label WHERE label.value = topic AND label.kind = 'person')""",  # nosec B608
    "schema:mentions": f"""
INSERT OR IGNORE INTO facet SELECT kind, value, ?2 FROM label
WHERE value = {PERSON} AND kind IN ('person', 'organization', 'place')""",  # nosec B608
}
VALUES = "SELECT DISTINCT ?cable ?value WHERE { VALUES ?cable { $cables } ?cable $property ?value }"
# A class of things that have a page and a name: kind → class.
KINDS = {
    "person": "Person", "organization": "Organization", "place": "Place", "post": "Post",
}  # fmt: skip
# The people of cables, each with the one of the collection; people of cables have no entry of their own.
FORMS = "SELECT ?local ?person WHERE { ?local cab:person ?person }"
THINGS = "{ SELECT ?thing { ?thing a cab:$kind . FILTER NOT EXISTS { ?thing cab:person ?one } } }"
NAMES = f"""
SELECT ?thing ?named ?name {{
  {THINGS} ?thing ?named ?name . FILTER (?named IN (foaf:name, skos:prefLabel, skos:altLabel)) }}"""
COUNTRIES = f"SELECT ?thing ?c ?note {{ {THINGS} ?thing cab:country|cab:hostCountry ?c . ?c skos:prefLabel ?note }}"
CONCEPTS = """
SELECT ?thing (MIN(STR(?n)) AS ?notation) (MIN(STR(?l)) AS ?label) (MIN(STR(?d)) AS ?note) WHERE {
  ?thing a skos:Concept . OPTIONAL { ?thing skos:notation ?n } OPTIONAL { ?thing skos:prefLabel ?l }
  OPTIONAL { ?thing skos:definition ?d }
} GROUP BY ?thing"""
# Vocabularies whose concepts people call by their code: the words go beside it.
CODES = {"tag", "caveat", "classification", "portion-marking", "reason"}
# A file made from nothing, which nobody reads before it is whole, in one transaction.
NEW = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -200000;
PRAGMA temp_store = MEMORY;"""
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
    connection.executescript(NEW + TABLES)
    numbers = fill_cables(connection, store)
    forms = ((row["local"].value, row["person"].value) for row in store.select(FORMS))
    connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", forms)
    fill_labels(connection, store)
    fill_spellings(connection)
    iris = list(numbers)
    for at in range(0, len(iris), AT_ONCE):
        cables = " ".join(f"<{iri}>" for iri in iris[at : at + AT_ONCE])
        for reached_by in FACETS:
            rows = store.select(VALUES.replace("$cables", cables).replace("$property", reached_by))
            fill_facets(connection, rows, numbers, reached_by)
        fill_statements(connection, store.select(STATEMENTS.replace("$cables", cables)), numbers)
        fill_texts(connection, store.select(TEXTS.replace("$cables", cables)), iris[at : at + AT_ONCE], numbers)
    fill_meetings(connection, store)
    fill_entities(connection)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("version", version), ("statements", str(store.count()))]
    )
    connection.executescript(INDEXES)
    fill_counted(connection)
    connection.execute("ANALYZE")
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
        fill_things(connection, store, kind, name)


def fill_things(connection: sqlite3.Connection, store: Store, kind: str, name: str) -> None:
    """The things of a class with all their names, the first of those preferred as the label, and a country."""
    told = [[value(row, cell) for cell in ("thing", "c", "note")] for row in store.select(of_kind(COUNTRIES, name))]
    countries = {iri: (country, note) for iri, country, note in sorted(told, reverse=True)}  # the first one stays
    rows = store.select(of_kind(NAMES, name))
    called = sorted((value(row, "thing"), value(row, "named").endswith("altLabel"), value(row, "name")) for row in rows)
    for iri, group in groupby(called, key=itemgetter(0)):
        names = [form for _iri, _other, form in group]
        label, (country, note) = names[0], countries.get(iri, ("", ""))
        connection.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (iri, kind, label, note))
        other = " · ".join(sorted(set(names) - {label}))
        cells = (iri, kind, label, note, country)
        made = connection.execute("INSERT OR IGNORE INTO entity VALUES (NULL, ?, ?, ?, ?, 0, 0, ?)", cells)
        if made.rowcount:
            found = (made.lastrowid, label, other)
            connection.execute("INSERT INTO entity_text (rowid, label, other) VALUES (?, ?, ?)", found)


def of_kind(query: str, name: str) -> str:
    """A query about the things of one class."""
    return query.replace("$kind", name)


def fill_facets(connection: sqlite3.Connection, rows: list[Row], numbers: dict[str, int], reached_by: str) -> None:
    """The topics of some cables, or the people, bodies and places that they mention."""
    cells = ((row["value"].value, numbers[row["cable"].value]) for row in rows)
    connection.executemany(FACETS[reached_by], cells)


def fill_texts(connection: sqlite3.Connection, rows: list[Row], iris: list[str], numbers: dict[str, int]) -> None:
    """The words of some cables."""
    parts = sorted(map(placed, rows))
    bodies = {iri: "\n".join(text for *_, text in group) for iri, group in groupby(parts, key=itemgetter(0))}
    for iri in iris:
        number = numbers[iri]
        shown, title = connection.execute("SELECT id, title FROM cable WHERE number = ?", (number,)).fetchone()
        people = connection.execute(PEOPLE, (number,)).fetchone()[0] or ""
        cells = (number, shown, title, people, bodies.get(iri, ""))
        connection.execute("INSERT INTO cable_text (rowid, id, title, people, body) VALUES (?, ?, ?, ?, ?)", cells)


def placed(row: Row) -> tuple[str, int, str, str]:
    """A paragraph's cable, its number there (0 for none), its IRI and its text: they sort as one reads them."""
    number = value(row, "n")
    return value(row, "cable"), int(number) if number.isdecimal() else 0, value(row, "part"), value(row, "text")


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


def fill_counted(connection: sqlite3.Connection) -> None:
    """How often each value of a field is in a whole list, as a page shows it to whom has chosen nothing yet."""
    for name, fields in LISTS.items():
        hits, _ = chosen_rows(name, ())
        for field, how in fields.items():
            counted = f"INSERT INTO counted SELECT ?, ?, value, n FROM ({how.counted.format(hits=hits)})"  # nosec B608
            connection.execute(counted, (name, field))
