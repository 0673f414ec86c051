"""Loading into stores and asking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cablerdf.errors import QueryError, StoreError
from cablerdf.pipeline.people.curated import corrections_in
from cablerdf.pipeline.runs.manifest import changed_graphs
from cablerdf.pipeline.work.made import named
from cablerdf.rdf.formats import serialize
from cablerdf.rdf.terms import shortened
from cablerdf.rdf.vocabularies import shipped_quads
from cablerdf.store.access import Access
from cablerdf.store.answers import render
from cablerdf.store.base import Loaded, LoadOptions
from cablerdf.store.open import is_url, open_store
from cablerdf.store.prefixes import prefixes
from cablerdf.store.questions import Question, question, questions, term
from cablerdf.store.sheets import SHEETS, write_sheets
from cablerdf.vocab.curated import Judgement

__all__ = [
    "Access",
    "LoadOptions",
    "Loaded",
    "QueryError",
    "Question",
    "ask",
    "load",
    "question",
    "questions",
    "strangers",
]
ALL = "all"  # tables
NAMED = "SELECT DISTINCT ?s {{ ?s foaf:name|skos:altLabel|skos:prefLabel {} }} ORDER BY ?s LIMIT 5"


def load(
    data: Sequence[Path],
    location: str,
    access: Access,
    options: LoadOptions,
    *,
    manifest: Path | None = None,
    index: bool = True,
    vocabulary: bool = True,
    curated: Path | None = None,
) -> Loaded:
    """What was loaded; a folder's search index is brought up to date too.

    The ontology and the vocabularies come along, each in a graph of its own, so that a code has its label. With the
    manifest of the run that made the data, the graphs that it says are gone are dropped. What a curator's CSV tells of
    facts is corrected on the way, and none of it is seen uncorrected.

    Raises:
        InputError: the manifest cannot be read, or tells of graphs that the data do not have.
        StoreError: the store refused.
    """
    if manifest is not None:
        changes = changed_graphs(manifest)
        options = options._replace(wanted=changes.wanted, drop=changes.drop)
    corrections = corrections_in(curated, access.base) if curated is not None else None
    done: list[Judgement] = []
    options = options._replace(corrections=corrections, corrected=lambda corrected: done.extend(corrected.done))
    with open_store(location, access, read_only=False) as store, TemporaryDirectory(prefix="cablerdf-") as folder:
        store.check_target()
        if vocabulary:
            options = options._replace(beside=(_vocabulary(Path(folder), access.base, location),))
        loaded = store.load(data, options)
        if index and not is_url(location):
            from cablerdf.store.search.build import ensure_index

            ensure_index(store)
    if corrections is None:
        return loaded
    idle = {one: None for rows in corrections.by_fact.values() for one, *_ in rows if one not in set(done)}
    return replace(loaded, corrected=len(set(done)), idle=tuple(named(one, access.base) for one in idle))


def _vocabulary(folder: Path, base: str, location: str) -> Path:
    """A file with the ontology and the vocabularies, as they are loaded into a store."""
    path = folder / "vocabulary.nq"
    try:
        path.write_bytes(serialize(shipped_quads(base), "nquads", base))
    except OSError as error:
        raise StoreError(f"cannot write the store {location}: {path}: {error.strerror}") from error
    return path


def ask(location: str, text: str, form: str, access: Access, width: int | None = None) -> Iterator[str]:
    """The answer of a store to a query, in one of `answers.FORMATS`, piece by piece; a table fits into `width`."""
    with open_store(location, access) as store:
        yield from render(store.query(text, timeout=access.timeout), form, prefixes(access.base), width)


def table(location: str, kind: str, path: Path, access: Access) -> dict[str, int]:
    """The number of rows of each table that was written: one of `sheets.SHEETS`, or `all` of them.

    Raises:
        OptionError: the file's name does not fit.
        OutputError: it cannot be written.
    """
    sheets = [sheet for sheet in SHEETS if kind in (sheet.name, ALL)]
    with open_store(location, access) as store:
        return write_sheets(store, sheets, path)


def strangers(location: str, values: Iterable[str], access: Access) -> list[str]:
    """In words, those of the values for a question that nothing in the store is called, and who may be meant."""
    found = []
    with open_store(location, access) as store:
        for value in values:
            meant = term(value, access.base)
            if not store.select(f"SELECT ?p {{ {{ {meant} ?p ?o }} UNION {{ ?s ?p {meant} }} }} LIMIT 1"):
                found.append(f"nothing in the store is called {value}")
            elif not meant.startswith("<"):
                named = store.select(NAMED.format(meant))
                iris = " or ".join(shortened(row["s"].value, prefixes(access.base)) for row in named)
                found.append(f"{value!r} is a name; the question asks for an IRI" + (f": {iris}" if iris else ""))
    return found
