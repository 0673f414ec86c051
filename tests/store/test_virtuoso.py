"""A real Virtuoso with its authenticated services: loads, counts, replacement, logins, the shipped questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.store.ties import answered, tied

from cablerdf.errors import QueryError, StoreError
from cablerdf.pipeline.commands import Conversion, convert_to
from cablerdf.pipeline.runs.run import Settings
from cablerdf.store.access import Access
from cablerdf.store.base import LoadOptions
from cablerdf.store.endpoint import EndpointStore
from cablerdf.store.open import open_store
from cablerdf.store.questions import questions

CABLES = Path(__file__).parents[2] / "examples" / "cables"
METHODS = ("update", "graph-store")


def lines(graphs: str, changed: str = "17") -> str:
    """300 statements in three named graphs."""
    values = [changed if number == 17 else str(number) for number in range(300)]
    return "".join(
        f'<http://example.org/{n % 7}> <http://example.org/p> "{value}" <{graphs}{n % 3}> .\n'
        for n, value in enumerate(values)
    )


def as_dba(url: str, **options: Any) -> EndpointStore:
    return EndpointStore(url, Access(user="dba", password="dba", **options))


@pytest.mark.parametrize("method", METHODS)
def test_graphs_are_loaded_counted_and_replaced(virtuoso: str, tmp_path: Path, method: str) -> None:
    graphs, data = f"http://example.org/{method}/", tmp_path / "a.nq"
    data.write_text(lines(graphs))
    with as_dba(virtuoso, method=method, batch=2) as store:
        assert store.services.product == "virtuoso"
        loaded = store.load([data])
        assert (loaded.graphs, loaded.changed, loaded.statements, loaded.stored) == (3, 3, 300, 300)
        assert store.load([data]).changed == 0
        data.write_text(lines(graphs, changed="seventeen"))
        again = store.load([data])
        assert (again.changed, again.added, again.removed) == (1, 1, 1)
        assert again.complete
        objects = {row["o"].value for row in store.select(f"SELECT ?o {{ GRAPH <{graphs}2> {{ ?s ?p ?o }} }}")}
        assert len(objects) == 100
        assert "seventeen" in objects and "17" not in objects


@pytest.mark.parametrize("method", METHODS)
def test_graphs_are_dropped(virtuoso: str, tmp_path: Path, method: str) -> None:
    graphs, data = f"http://example.org/gone/{method}/", tmp_path / "a.nq"
    data.write_text(lines(graphs))
    with as_dba(virtuoso, method=method) as store:
        store.load([data])
        loaded = store.load([], LoadOptions(drop=frozenset({graphs + "1", graphs + "absent"})))
        assert (loaded.dropped, loaded.removed, loaded.complete) == (1, 100, True)
        assert not store.select(f"SELECT ?s {{ GRAPH <{graphs}1> {{ ?s ?p ?o }} }}")
        assert len(store.select(f"SELECT ?o {{ GRAPH <{graphs}2> {{ ?s ?p ?o }} }}")) == 100


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("login", [{"user": "dba", "password": "wrong"}, {"user": "nobody", "password": "dba"}, {}])
def test_who_is_not_let_in_changes_nothing(virtuoso: str, tmp_path: Path, method: str, login: dict[str, Any]) -> None:
    data = tmp_path / "a.nq"
    data.write_text(lines("http://example.org/secret/"))
    with EndpointStore(virtuoso, Access(method=method, **login)) as store:  # type: ignore[arg-type]
        with pytest.raises(StoreError, match="name and password"):
            store.load([data])
        assert not store.select("SELECT ?s { GRAPH <http://example.org/secret/1> { ?s ?p ?o } } LIMIT 1")


def test_a_service_that_only_reads_says_so(virtuoso: str, tmp_path: Path) -> None:
    data = tmp_path / "a.nq"
    data.write_text(lines("http://example.org/public/"))
    with (
        EndpointStore(f"{virtuoso}/sparql", Access(layout="plain", merge=False)) as store,
        pytest.raises(StoreError, match="read-only"),
    ):
        store.load([data])


def test_a_malformed_query_tells_its_line(virtuoso: str) -> None:
    with as_dba(virtuoso) as store, pytest.raises(QueryError, match="line 3") as caught:
        store.query("SELECT *\nWHERE {\n  ?s ?p &&\n}")
    assert caught.value.line == 3


@pytest.fixture(scope="module")
def both(virtuoso: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """The example cables, and cables full of ties, in the embedded store and in Virtuoso."""
    folder = tmp_path_factory.mktemp("both")
    convert_to((str(CABLES),), folder / "cables.nq", Conversion(), Settings(jobs=1))
    (folder / "ties.trig").write_text(tied())
    data = [folder / "cables.nq", folder / "ties.trig"]
    with as_dba(virtuoso) as there, open_store(str(folder / "store"), read_only=False) as here:
        sent, kept = there.load(data), here.load(data)
        assert (sent.graphs, sent.statements, sent.stored) == (kept.graphs, kept.statements, kept.stored)
        assert there.load(data).changed == 0
        yield here, there


@pytest.mark.parametrize("name", [name for name, found in questions().items() if not found.federated])
def test_questions_have_the_same_answers_in_the_same_order(both: tuple[Any, Any], name: str) -> None:
    here, there = both
    expected = answered(here, name)
    assert expected == answered(there, name)
