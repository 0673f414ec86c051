"""Makes the index from the store, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cablerdf.errors import StoreError
from cablerdf.store.base import Row, Store
from cablerdf.store.prefixes import prefixes
from cablerdf.store.search.schema import FORMAT, INDEXES, TABLES, index_path, is_current
from cablerdf.store.vocabulary import vocabulary

CABLES = """
SELECT ?cable ?id (SAMPLE(?t) AS ?title) (MIN(STR(?when)) AS ?issued) (SAMPLE(?from) AS ?post)
       (SAMPLE(?level) AS ?class)
WHERE {
  ?cable a cab:Cable .
  OPTIONAL { ?cable dcterms:identifier ?id }
  OPTIONAL { ?cable dcterms:title ?t }
  OPTIONAL { ?cable dcterms:issued ?when }
  OPTIONAL { ?cable dcterms:creator ?from }
  OPTIONAL { ?cable cab:classification ?level }
} GROUP BY ?cable ?id ORDER BY ?issued ?cable"""
TEXTS = """
SELECT ?cable ?text WHERE { ?cable a cab:Cable ; dcterms:hasPart ?part . ?part schema:text|nif:isString ?text }
ORDER BY ?cable"""
# A facet of the search page: name → how a cable reaches its values.
FACETS = {
    "tag": "?cable a cab:Cable ; dcterms:subject ?value . FILTER NOT EXISTS { ?value a cab:Person }",
    "person": "?cable a cab:Cable ; schema:mentions ?value . ?value a cab:Person .",
    "organization": "?cable a cab:Cable ; schema:mentions ?value . ?value a cab:Organization .",
    "place": "?cable a cab:Cable ; schema:mentions ?value . ?value a cab:Place .",
}
# A class of things that have a page and a name: kind → class.
KINDS = {
    "person": "Person", "organization": "Organization", "place": "Place", "post": "Post",
}  # fmt: skip
NAMES = """
SELECT ?thing ?name ?preferred ?note WHERE {{
  ?thing a cab:{kind} .
  {{ ?thing foaf:name|skos:prefLabel ?name BIND (true AS ?preferred) }}
  UNION {{ ?thing skos:altLabel ?name BIND (false AS ?preferred) }}
  OPTIONAL {{ ?thing cab:country|cab:hostCountry ?c . ?c skos:prefLabel ?note }}
}} ORDER BY ?thing DESC(?preferred) ?name"""
CONCEPTS = """
SELECT ?thing (SAMPLE(?n) AS ?notation) (SAMPLE(?l) AS ?label) (SAMPLE(?d) AS ?note) WHERE {
  ?thing a skos:Concept . OPTIONAL { ?thing skos:notation ?n } OPTIONAL { ?thing skos:prefLabel ?l }
  OPTIONAL { ?thing skos:definition ?d }
} GROUP BY ?thing"""
# Vocabularies whose concepts people call by their code: the words go beside it.
CODES = {"tag", "caveat", "classification", "portion-marking", "reason"}
ATTENDANCE = """
SELECT ?meeting ?person (SAMPLE(STR(?of)) AS ?side) (SAMPLE(?c) AS ?cable) (MIN(STR(?d)) AS ?date)
       (SAMPLE(STR(?p)) AS ?post) (MIN(STR(?i)) AS ?issued) WHERE {
  ?c cab:reports ?meeting . ?meeting cab:participation ?part . ?part cab:participant ?person .
  OPTIONAL { ?part cab:delegation ?of } OPTIONAL { ?meeting schema:startDate ?d }
  OPTIONAL { ?c dcterms:creator ?p } OPTIONAL { ?c dcterms:issued ?i }
} GROUP BY ?meeting ?person"""


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
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".search-", dir=path.parent) as folder:
            fresh = Path(folder) / path.name
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
    fill_labels(connection, store)
    for kind, path in FACETS.items():
        rows = store.select(f"SELECT DISTINCT ?cable ?value WHERE {{ {path} }}")
        values = ((kind, row["value"].value, numbers[row["cable"].value]) for row in rows)
        connection.executemany("INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", values)
    fill_texts(connection, store, numbers)
    fill_meetings(connection, store)
    fill_entities(connection)
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("version", version), ("statements", str(store.count()))]
    )
    connection.executescript(INDEXES + "ANALYZE;")
    connection.commit()


def text(row: Row, name: str) -> str:
    """A term's text, "" where it is unbound."""
    term = row.get(name)
    return "" if term is None else str(term.value)


def fill_cables(connection: sqlite3.Connection, store: Store) -> dict[str, int]:
    """Cable IRI to its number, in the order of dates."""
    numbers: dict[str, int] = {}
    for number, row in enumerate(store.select(CABLES), 1):
        iri, issued = row["cable"].value, text(row, "issued")
        numbers[iri] = number
        shown = text(row, "id") or iri.rpartition("/")[2]
        cells = (number, iri, shown, text(row, "title"), issued, text(row, "post"), text(row, "class"))
        connection.execute("INSERT INTO cable VALUES (?, ?, ?, ?, ?, ?, ?)", cells)
        values = [("year", issued[:4]), ("post", text(row, "post")), ("classification", text(row, "class"))]
        connection.executemany(
            "INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", [(kind, value, number) for kind, value in values if value]
        )
    return numbers


def fill_labels(connection: sqlite3.Connection, store: Store) -> None:
    """What everything is called, and the other names by which it is found."""
    for row in [*concepts(), *store.select(CONCEPTS)]:
        iri = row["thing"].value
        scheme = iri.rpartition("/")[0].rpartition("/")[2]
        code, words = text(row, "notation") or iri.rpartition("/")[2], text(row, "label")
        name, note = (code, words if words != code else "") if scheme in CODES else (words or code, "")
        connection.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (iri, scheme, name, note))
    for kind, name in KINDS.items():
        rows = store.select(NAMES.format(kind=name))
        for iri, group in groupby(rows, key=lambda row: str(row["thing"].value)):
            names = list(group)
            label, note = text(names[0], "name"), text(names[0], "note")
            connection.execute("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", (iri, kind, label, note))
            other = " · ".join(sorted({text(row, "name") for row in names} - {label}))
            cells = (iri, kind, label, note)
            made = connection.execute("INSERT OR IGNORE INTO entity VALUES (NULL, ?, ?, ?, ?, 0, 0)", cells)
            if made.rowcount:
                found = (made.lastrowid, label, other)
                connection.execute("INSERT INTO entity_text (rowid, label, other) VALUES (?, ?, ?)", found)


def concepts() -> list[Row]:
    """The concepts of the shipped vocabularies."""
    answer: Any = vocabulary().query(CONCEPTS, prefixes=prefixes())
    names = [variable.value for variable in answer.variables]
    return [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in answer]


def fill_texts(connection: sqlite3.Connection, store: Store, numbers: dict[str, int]) -> None:
    """The words of every cable."""
    people: dict[int, str] = dict(
        connection.execute(
            "SELECT cable, group_concat(label, ' ; ') FROM facet JOIN label USING (value)"
            " WHERE facet.kind = 'person' GROUP BY cable"
        )
    )
    bodies = dict(texts(store))
    for number, iri, shown, title in connection.execute("SELECT number, iri, id, title FROM cable").fetchall():
        cells = (number, shown, title, people.get(number, ""), bodies.get(iri, ""))
        connection.execute("INSERT INTO cable_text (rowid, id, title, people, body) VALUES (?, ?, ?, ?, ?)", cells)
    assert len(numbers) >= len(bodies)


def texts(store: Store) -> Iterator[tuple[str, str]]:
    """Cable IRI and the text of all its paragraphs."""
    for iri, group in groupby(store.select(TEXTS), key=lambda row: str(row["cable"].value)):
        yield iri, "\n".join(dict.fromkeys(" ".join(row["text"].value.split()) for row in group))


def fill_meetings(connection: sqlite3.Connection, store: Store) -> None:
    """Who was at which meeting."""
    for row in store.select(ATTENDANCE):
        year = (text(row, "date") or text(row, "issued"))[:4]
        cells = (
            text(row, "meeting"), text(row, "person"), text(row, "side"), text(row, "cable"), year, text(row, "post"),
        )  # fmt: skip
        connection.execute("INSERT OR IGNORE INTO attendance VALUES (?, ?, ?, ?, ?, ?)", cells)


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
