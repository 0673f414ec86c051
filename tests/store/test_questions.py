"""The shipped questions."""

from __future__ import annotations

import pytest
from rdflib.plugins.sparql import prepareQuery

from cablerdf.errors import QueryError
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
