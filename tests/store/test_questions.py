"""The shipped questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib.plugins.sparql import prepareQuery
from tests.store.ties import answered, tied

from cablerdf.errors import QueryError
from cablerdf.store.base import Store
from cablerdf.store.open import open_store
from cablerdf.store.questions import question, questions


def test_there_are_enough_and_each_says_what_it_is_for() -> None:
    assert len(questions()) >= 15
    for found in questions().values():
        assert found.title and len(found.purpose) > 40
    assert any(found.federated for found in questions().values())


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_is_sparql_1_1_for_a_second_engine(name: str) -> None:
    prepareQuery(questions()[name].body)


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_gives_its_rows_in_an_order(name: str) -> None:
    assert "ORDER BY" in questions()[name].text


def test_a_name_may_be_given_a_value() -> None:
    text = question("titles-over-time", {"person": "person:ana-reis"})
    assert "VALUES ?person { <https://w3id.org/cablerdf/id/person/ana-reis> }" in text
    assert "#bind" not in question("titles-over-time", {})
    with pytest.raises(QueryError, match="only person"):
        question("titles-over-time", {"country": "place:japan"})
    with pytest.raises(QueryError, match="who-met-whom"):
        question("nonsense", {})


def test_only_questions_about_sides_know_colleagues() -> None:
    assert "?otherSide" in question("who-met-whom", {})
    assert "?otherSide" not in question("who-met-whom", {}, within=True)
    with pytest.raises(QueryError, match=r"knows no sides.* network-of-a-person, who-met-whom"):
        question("notetakers", {}, within=True)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A folder with cables full of ties."""
    folder = tmp_path_factory.mktemp("questions")
    (folder / "ties.trig").write_text(tied())
    with open_store(str(folder / "store"), read_only=False) as opened:
        opened.load([folder / "ties.trig"])
        yield opened


def test_a_server_gives_the_same_rows_in_the_same_order(store: Store, server: str, tmp_path: Path) -> None:
    (tmp_path / "ties.trig").write_text(tied())
    with open_store(server, read_only=False) as there:
        there.load([tmp_path / "ties.trig"])
        for name, found in questions().items():
            if not found.federated:
                assert answered(store, name) == answered(there, name), name


@pytest.mark.parametrize("name", sorted(name for name, found in questions().items() if not found.federated))
def test_every_question_has_an_answer_and_no_row_twice(store: Store, name: str) -> None:
    rows = answered(store, name)
    assert rows
    assert len({str(row) for row in rows}) == len(rows)


def met(store: Store, within: bool) -> dict[tuple[str, str], tuple[int, str, str]]:
    """Pairs of people, by the ends of their IRIs, with how often they met, first and last."""
    found = {}
    for row in store.select(question("who-met-whom", {}, within=within)):
        pair = tuple(row[name].value.rpartition("/")[2] for name in ("person", "other"))
        dates = (row[name].value if name in row else "" for name in ("first", "last"))
        found[pair] = (int(row["meetings"].value), *dates)
    return found  # type: ignore[return-value]


def test_who_met_whom_is_across_sides_and_colleagues_come_on_demand(store: Store) -> None:
    across, all_pairs = met(store, within=False), met(store, within=True)
    assert ("ana", "b05OSLO0") in across and ("c05OSLO0", "d05OSLO0") not in across
    assert all_pairs.keys() - across.keys() == {(f"c05OSLO{n}", f"d05OSLO{n}") for n in range(12)}
    assert all(all_pairs[pair] == found for pair, found in across.items())


def test_a_pair_keeps_the_dates_that_are_known(tmp_path: Path) -> None:
    """Of three meetings of one pair one has no day; a pair without any day has none."""
    one = re.sub(r"person:b05OSLO\d+", "person:bo", tied())
    (tmp_path / "one.trig").write_text(one)
    with open_store(str(tmp_path / "store"), read_only=False) as opened:
        opened.load([tmp_path / "one.trig"])
        found = met(opened, within=False)
    assert found["ana", "bo"] == (12, "2005-06", "2005-06-02T10:00:00Z")
    assert found["bo", "c05OSLO7"][1:] == ("", "")
