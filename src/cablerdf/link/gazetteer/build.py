"""Makes a gazetteer file out of rows."""

from __future__ import annotations

import os
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.schema import APPLICATION_ID, FINISH, TABLES, VERSION, Row
from cablerdf.link.names.fold import plain, words
from cablerdf.sound import sound
from cablerdf.vocab.tables import mapping
from cablerdf.vocab.tables import rows as rows_of

BATCH = 20_000
MAX_ALIASES = 40  # Latin ones that are indexed; states have hundreds
NAME = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def build(rows: Iterable[Row], out: Path, about: Mapping[str, str]) -> int:
    """Write a gazetteer; how many entities it has comes back. The file appears whole or not at all.

    Args:
        rows: the entities, in any order; of several with one QID and type the later ones add to the first.
        out: the file.
        about: what `gazetteer info` tells: `sources`, `licence`, `retrieved`, ...

    Raises:
        LinkError: the file cannot be written.
    """
    temporary = out.with_name(f".{out.name}.{os.getpid()}")
    temporary.unlink(missing_ok=True)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(temporary)) as base, base:
            count = fill(base, rows, about)
        temporary.replace(out)
    except (sqlite3.Error, OSError) as error:
        raise LinkError(f"cannot write the gazetteer {out}: {error}") from error
    finally:
        temporary.unlink(missing_ok=True)
    return count


def fill(base: sqlite3.Connection, rows: Iterable[Row], about: Mapping[str, str]) -> int:
    base.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-100000; {TABLES}")
    base.execute(f"PRAGMA application_id={APPLICATION_ID}")
    types: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    entities: list[tuple[object, ...]] = []
    keys: list[tuple[str, str, int]] = []
    number = 0
    for number, row in enumerate(map(placed, rows), 1):
        types[row.type] += 1
        sources[row.source] += 1
        names = names_of(row) if row.type == "person" else ()
        entities.append((number, *row, "|".join(" ".join(name) for name in names)))
        keys += ((key, row.country, number) for key in keys_of(row, names))
        if len(entities) >= BATCH:
            insert(base, entities, keys)
    insert(base, entities, keys)
    name_positions(base, getattr(rows, "labels", {}))
    base.executescript(FINISH)
    facts = {"version": VERSION, "entities": str(number), **about}
    facts |= {f"type {name}": str(count) for name, count in types.items()}
    facts |= {f"source {name}": str(count) for name, count in sources.most_common(200)}
    base.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))
    base.execute("ANALYZE")
    return number


def name_positions(base: sqlite3.Connection, labels: Mapping[str, str]) -> None:
    """Put the labels of positions in the place of their QIDs, which a dump gives; one without a label is left out."""

    def named(text: str) -> str:
        parts = (part.partition("@") for part in text.split("|"))
        return "|".join(f"{labels[qid]}@{dates}" for qid, _at, dates in parts if qid in labels)

    if labels:
        base.create_function("named", 1, named, deterministic=True)
        base.execute("UPDATE entity SET positions=named(positions) WHERE positions GLOB 'Q[0-9]*@*'")


def placed(row: Row) -> Row:
    """A person without country with that of the positions, where they name one only."""
    if row.country or row.type != "person" or not row.positions:
        return row
    found = {code for text in row.positions.split("|") if (code := country_in(text.partition("@")[0])) is not None}
    return row._replace(country=found.pop()) if len(found) == 1 else row


@lru_cache(maxsize=65_536)
def country_in(title: str) -> str | None:
    """The ISO code of the country that a title ends with.

    >>> country_in("President of Rwanda"), country_in("President of the Senate")
    ('rw', None)
    """
    _office, of, name = title.rpartition(" of ")
    return _codes().get(name.removeprefix("the ").casefold()) if of else None


@cache
def _codes() -> Mapping[str, str]:
    codes = mapping("country_codes", "name", "code")
    return {
        name.casefold(): codes[row["name"]]
        for row in rows_of("countries")
        if row["name"] in codes
        for name in (row["name"], *row["aliases"].split(";"))
        if name
    }


def insert(base: sqlite3.Connection, entities: list[tuple[object, ...]], keys: list[tuple[str, str, int]]) -> None:
    """Write a batch and empty it."""
    base.executemany("INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?,?,?)", entities)
    base.executemany("INSERT INTO raw VALUES (?,?,?)", keys)
    entities.clear()
    keys.clear()


def names_of(row: Row) -> tuple[tuple[str, ...], ...]:
    """The names of a person as words that identify, each once: of `Anne of Denmark`, `Anne` too."""
    found = {
        folded: None
        for name in (row.label.partition(" of ")[0], *latin(row))
        if (folded := words(name)) and any(len(word) > 1 for word in folded)
    }
    return tuple(found)


def keys_of(row: Row, names: tuple[tuple[str, ...], ...]) -> set[str]:
    """What an entity is found by: people by each word and its sound, others by their whole names."""
    if row.type == "person":
        return {key for name in names for word in name if len(word) > 1 for key in (word, "~" + sound(word))}
    return {f"={whole(name)}" for name in latin(row)}


def latin(row: Row) -> Iterator[str]:
    """The names of an entity that have Latin letters."""
    yield row.label
    if row.aliases:
        for alias in row.aliases.split("|", MAX_ALIASES * 10)[: MAX_ALIASES * 10]:
            if NAME.search(alias):
                yield alias


def whole(name: str) -> str:
    """A name of a body or place as one key.

    >>> whole("The International  Monetary Fund"), whole("U.S.S.R.")
    ('international monetary fund', 'ussr')
    """
    folded = " ".join(re.findall(r"[a-z0-9]+", plain(re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b|\s|$)", "", name))))
    return folded.removeprefix("the ")
