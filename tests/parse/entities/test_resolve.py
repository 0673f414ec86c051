"""The person behind a short form, a title, or both."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse.entities.names.reader import find_names
from cablerdf.parse.entities.register.register import Register

TEXT = (
    "Deputy Vice Minister Haruto Mori met Prime Minister Alan Brown and Ambassador Carla Diaz. "
    "Ambassador Erik Dahl joined them."
)


@pytest.fixture
def people() -> Register:
    found = Register(TEXT)
    for name in find_names(TEXT, Span(0, len(TEXT))):
        found.add(name, "narrative", 0.95)
    return found


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Mori", "Mori"),
        ("Deputy Vice Minister Mori", "Mori"),
        ("the Deputy Vice Minister", "Mori"),
        ("the Prime Minister", "Brown"),
        ("PM Brown", "Brown"),
        ("Carla Diaz", "Diaz"),
    ],
)
def test_resolved(people: Register, form: str, expected: str) -> None:
    index = people.resolve(form)
    assert index is not None
    assert people.people[index].tokens[-1] == expected


def test_the_last_bearer_of_a_title_is_meant(people: Register) -> None:
    first, last = people.resolve("the Ambassador", TEXT.index("Ambassador Erik")), people.resolve("the Ambassador")
    assert first is not None and last is not None
    assert people.people[first].tokens[-1] == "Diaz"
    assert people.people[last].tokens[-1] == "Dahl"


@pytest.mark.parametrize("form", ["Nobody", "the Consul", "they"])
def test_unknown(people: Register, form: str) -> None:
    assert people.resolve(form) is None
