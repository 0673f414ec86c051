"""Bodies that a text calls by letters alone."""

from __future__ import annotations

import pytest

import cablerdf
from cablerdf.parse.lexicon import forms as lexicon


def orgs(text: str) -> list[str]:
    return [body.name for body in cablerdf.parse_text(text).orgs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. (C) The QZNK denied this. Two QZNK officials resigned.", ["QZNK"]),
        ("1. (C) The QZNK said it would pay. Another QZNK of the kind exists.", ["QZNK"]),
        ("1. (C) The QZNK officials resigned.", ["QZNK"]),
        ("1. (C) The QZNK said it would pay.", []),  # once only
        ("1. (C) The QZNK is long. A QZNK was signed.", []),  # a thing as well
        ("1. (C) The FTA officials met. FTA members said so.", []),  # a free trade agreement
        ("1. (U) Points of contact are John Doe of ISN/QRS and Jane Roe, EUR/XYZ.", ["ISN/QRS", "EUR/XYZ"]),
        ("1. (U) Jane Roe, EAP Director, said he would come.", []),  # an office in a title
        ("1. (U) The visit of EAP Assistant Secretary Roe is near.", ["EAP"]),
        ("1. (U) The cable was sent to EAP.", ["EAP"]),
        ("1. (C) Two FSB agents left Herat. The FSB is new.", []),  # a base
        ("1. (C) Two Russian FSB agents left.", ["FSB"]),
        ("1. (U) The cargo ship KORVA sank. The KORVA's crew swam; KORVA officers said so.", []),
    ],
)
def test_bodies_by_letters(text: str, expected: list[str]) -> None:
    assert orgs(text) == expected


def test_foreign_abbreviation() -> None:
    assert orgs("1. (C) The Federal Bureau of Weights (ZQK) met ZQK officials. The ZQK said no.") == [
        "Federal Bureau of Weights (ZQK)"
    ]


@pytest.mark.parametrize("text", ["WMD", "PREL", "Knz", "ENERGY", "AB"])
def test_no_abbreviation_of_a_body(text: str) -> None:
    assert not lexicon.is_abbreviation(text)


def test_ministry_of_two_words() -> None:
    assert orgs("1. (C) He came to the Foreign Ministry.") == ["Foreign Ministry"]
    assert orgs("1. (C) The Colombian Congress adjourned.") == ["Colombian Congress"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. (C) QazOil said it would pay. RQ-West said no.", []),
        ("1. (C) As told in ref A. Leslie said he would come.", ["Leslie"]),
        ("1. (C) Minister of Settlement and Reintegration Ruslan Qabashidze spoke.", ["Ruslan Qabashidze"]),
        ("1. (C) John McQuade and Peter DeSanto came.", ["John McQuade", "Peter DeSanto"]),
    ],
)
def test_people_and_other_words(text: str, expected: list[str]) -> None:
    assert [person.name for person in cablerdf.parse_text(text).persons] == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("1. (C) Peter Qandler (D-OR) came to Cairo.", "US"),
        ("1. (C) They met Moroccan national Karim Qehdi.", "Morocco"),
        ("1. (C) The point of contact is ISN/MTR James Qayes.", "US"),
        ("1. (C) They saw Kim Qong-nam -- the president of North Korea.", "North Korea"),
        ("1. (C) Embassy Singapore Treasury Attache Seth Qeiweis came.", "US"),
    ],
)
def test_countries(text: str, country: str) -> None:
    assert [person.country for person in cablerdf.parse_text(text).persons] == [country]


def test_end_of_a_name_is_the_same_person() -> None:
    text = "1. (C) They held Khaled Ben Qustafa. Two of them saw Ben Qustafa and left."
    assert [person.name for person in cablerdf.parse_text(text).persons] == ["Khaled Ben Qustafa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. (C) He went to the Prime Minister's office.", ["Prime Minister's office"]),
        ("1. (C) The Colombian Army came. The Army left.", ["Colombian Army"]),
    ],
)
def test_offices_and_short_forms(text: str, expected: list[str]) -> None:
    assert orgs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. (C) He lives in Upper Qalatina.", ["Upper Qalatina"]),
        ("1. (C) They met MFA Americas Director Doe.", []),
        ("1. (C) They came to the Mediterranean.", ["Mediterranean"]),
        ("1. (C) They came to the Mediterranean Summit.", []),
    ],
)
def test_regions(text: str, expected: list[str]) -> None:
    assert [place.name for place in cablerdf.parse_text(text).places] == expected


def test_letter_of_a_subparagraph_is_no_initial() -> None:
    assert cablerdf.parse_text("1. (C) Two points:\n¶E. Qandling Issues remain open.\n").persons == ()
