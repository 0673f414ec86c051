"""One routine for every kind of store."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from cablerdf.errors import FormatError, InputError, QueryError, StoreError
from cablerdf.store.base import LoadOptions, Store

G = "https://w3id.org/cablerdf/id/graph/"
C = "https://w3id.org/cablerdf/id/cable/"
TITLE = "http://purl.org/dc/terms/title"
NAME = "http://xmlns.com/foaf/0.1/name"
PERSON = "https://w3id.org/cablerdf/id/person/ana-reis"

FIRST = f"""\
<{C}06LISBON1> <{TITLE}> "TALKS ON FISH \\"QUOTAS\\"" <{G}06LISBON1> .
<{PERSON}> <{NAME}> "Ana Reis" <{G}06LISBON1> .
<{C}06LISBON2> <{TITLE}> "MORE TALKS" <{G}06LISBON2> .
<{PERSON}> <{NAME}> "Ana Reis" <{G}06LISBON2> .
"""
SECOND = f"""\
<{C}06LISBON1> <{TITLE}> "TALKS ON FISH, CORRECTED" <{G}06LISBON1> .
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def values(store: Store, query: str) -> list[str]:
    return sorted(term.value for row in store.select(query) for term in row.values())


TITLES = "SELECT ?t { ?c dcterms:title ?t }"


def test_a_graph_is_replaced_and_loading_twice_changes_nothing(make_store: Callable[[], Store], tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.nq", FIRST), write(tmp_path / "b.nq", SECOND)
    with make_store() as store:
        loaded = store.load([first])
        assert (loaded.graphs, loaded.changed, loaded.added, loaded.removed) == (2, 2, 4, 0)
        assert loaded.complete
        version = store.version()
        again = store.load([first])
        assert (again.changed, again.added, again.removed) == (0, 0, 0)
        assert again.complete
        assert store.version() == version
        assert values(store, TITLES) == ["MORE TALKS", 'TALKS ON FISH "QUOTAS"']
        third = store.load([second])
        assert (third.graphs, third.changed, third.added, third.removed) == (1, 1, 1, 2)
    with make_store() as store:
        assert values(store, TITLES) == ["MORE TALKS", "TALKS ON FISH, CORRECTED"]
        assert store.count() == 3


def test_what_two_cables_say_is_there_once_and_stays_while_one_says_it(
    make_store: Callable[[], Store], tmp_path: Path
) -> None:
    first, second = write(tmp_path / "a.nq", FIRST), write(tmp_path / "b.nq", SECOND)
    with make_store() as store:
        store.load([first])
        assert values(store, "SELECT ?n { ?p foaf:name ?n }") == ["Ana Reis"]
        store.load([second])
        assert values(store, "SELECT ?n { ?p foaf:name ?n }") == ["Ana Reis"]
        store.load([write(tmp_path / "c.nq", SECOND.replace("06LISBON1", "06LISBON2"))])
        assert values(store, "SELECT ?n { ?p foaf:name ?n }") == []


MENTIONED = f"""\
<{C}06LISBON1> <{TITLE}> "TALKS" <{G}06LISBON1> .
<{PERSON}> <{NAME}> "Ana /mentions> ." <{G}06LISBON1> .
<{PERSON}> <{NAME}> "Ana" <{G}06LISBON1/mentions> .
"""


def test_mentions_stay_out_and_those_of_a_cable_go_with_it(make_store: Callable[[], Store], tmp_path: Path) -> None:
    whole, turned = write(tmp_path / "a.nq", MENTIONED), tmp_path / "a.trig"
    turned.write_bytes(ox.serialize(ox.parse(path=whole, format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.TRIG) or b"")
    names = "SELECT ?n { ?p foaf:name ?n }"
    with make_store() as store:
        for path in (whole, turned):
            loaded = store.load([path], LoadOptions(mentions=False))
            assert (loaded.graphs, loaded.statements, loaded.complete) == (1, 2, True)
            assert values(store, names) == ["Ana /mentions> ."]
        assert store.load([whole]).added == 1
        assert values(store, names) == ["Ana", "Ana /mentions> ."]
        again = store.load([write(tmp_path / "b.nq", SECOND)])
        assert (again.dropped, again.complete, values(store, names)) == (1, True, [])


def test_what_is_to_go_goes_and_what_another_graph_says_stays(make_store: Callable[[], Store], tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.nq", FIRST), write(tmp_path / "b.nq", SECOND)
    changes = LoadOptions(wanted=frozenset({G + "06LISBON1"}), drop=frozenset({G + "06LISBON2", G + "06LISBON3"}))
    with make_store() as store:
        store.load([first])
        loaded = store.load([second], changes)
        assert (loaded.changed, loaded.dropped, loaded.added, loaded.removed) == (1, 1, 1, 4)
        assert loaded.complete
        assert store.load([second], changes).dropped == 0
        assert values(store, TITLES) == ["TALKS ON FISH, CORRECTED"]
        assert values(store, "SELECT ?n { ?p foaf:name ?n }") == []
        store.load([first])
        assert store.load([], LoadOptions(drop=frozenset({G + "06LISBON1"}))).removed == 2
        assert values(store, "SELECT ?n { ?p foaf:name ?n }") == ["Ana Reis"]
    with make_store() as store:
        assert values(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") == [G + "06LISBON2"]


def test_data_that_lack_what_the_manifest_tells_of_change_nothing(
    make_store: Callable[[], Store], tmp_path: Path
) -> None:
    first, second = write(tmp_path / "a.nq", FIRST), write(tmp_path / "b.nq", SECOND)
    with make_store() as store:
        store.load([first])
        with pytest.raises(InputError, match="06LISBON3, which the data do not have"):
            store.load([second], LoadOptions(wanted=frozenset({G + "06LISBON3"}), drop=frozenset({G + "06LISBON2"})))
        assert store.count() == 4


def test_bare_triples_go_to_the_graph_of_their_file(make_store: Callable[[], Store], tmp_path: Path) -> None:
    turtle = write(tmp_path / "some people.ttl", f'<{PERSON}> <{NAME}> "Ana Reis", "A. Reis" .')
    with make_store() as store:
        store.load([turtle])
        assert values(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") == ["urn:cablerdf:file:some%20people.ttl"]
        write(turtle, f'<{PERSON}> <{NAME}> "Ana Maria Reis" .')
        assert store.load([turtle]).removed == 2
        assert values(store, "SELECT ?n { ?p foaf:name ?n }") == ["Ana Maria Reis"]
        store.load([turtle], LoadOptions(graph="https://example.org/people"))
        assert store.count() == 2


def test_a_malformed_file_is_named_with_its_line_and_changes_nothing(
    make_store: Callable[[], Store], tmp_path: Path
) -> None:
    good = write(tmp_path / "a.nq", FIRST)
    bad = write(tmp_path / "z.nq", SECOND + "<not an iri> <b> <c> .\n")
    with make_store() as store:
        store.load([good])
        with pytest.raises(FormatError) as caught:
            store.load([bad])
        assert (caught.value.source, caught.value.line) == (str(bad), 2)
        assert store.count() == 4


def test_a_malformed_query_tells_its_line(make_store: Callable[[], Store], tmp_path: Path) -> None:
    with make_store() as store:
        store.load([write(tmp_path / "a.nq", FIRST)])
        with pytest.raises(QueryError) as caught:
            store.query("SELECT *\nWHERE {\n  ?s ?p &&\n}")
        assert caught.value.line == 3
        with pytest.raises(StoreError, match="no SELECT"):
            store.select("ASK { ?s ?p ?o }")


def test_gzip_and_folders(make_store: Callable[[], Store], tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.nq.gz").write_bytes(gzip.compress(FIRST.encode()))
    write(folder / "notes.txt", "no RDF")
    with make_store() as store:
        assert store.load([folder]).files == 1
        assert store.count() == 4
        (folder / "b.nq.gz").write_bytes(gzip.compress(SECOND.encode())[:-9])
        with pytest.raises(InputError):
            store.load([folder / "b.nq.gz"])
        with pytest.raises(InputError, match="No such file"):
            store.load([tmp_path / "absent.nq"])
        assert store.count() == 4
