"""Places that their surroundings show, with or without the table of towns."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text
from cablerdf.parse.lexicon.towns import folded, is_town
from cablerdf.vocab.tables import words


def places(body: str) -> list[str]:
    return [p.name for p in parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").places]


CUES = [
    ("He visited Meissen in Germany.", ["Meissen", "Germany"]),
    ("He visited Meissen in Chad.", ["Chad"]),
    ("Germany wrote to Meissen Holding.", ["Germany"]),
    ("born in Carlet, Valencia, Spain", ["Carlet", "Valencia", "Spain"]),
    ("in Turkey: Ankara, Izmir, Kocaeli, and Bodrum", ["Turkey", "Ankara", "Izmir", "Kocaeli", "Bodrum"]),
    ("a truck on the road to Mary in Turkmenistan; a letter to Mary", ["Mary", "Turkmenistan"]),
    ("in Turkmenistan; a letter to Mary", ["Turkmenistan"]),
    ("the new municipalities of Torvica, Klenot, and Ranivar", ["Torvica", "Klenot", "Ranivar"]),
    ("schools in Maronde, Buvera, and Chimanari districts", ["Maronde", "Buvera", "Chimanari"]),
    ("the districts of Justice and Trade", []),
    ("Sunni and Shia districts", []),
    ("in Port Torvo District; Former Torvan District officials", ["Port Torvo"]),
    ("firms in Iran and a Natanz-based plant", ["Iran", "Natanz"]),
    ("They met at Planalto Palace in Brazil; he left Planalto.", ["Brazil"]),
    ("reached Meissen, Germany. The mayor left Meissen early.", ["Meissen", "Germany"]),
    ("on the road between Ankara and Torvisa. Musa Qala and Torvika", ["Ankara", "Torvisa", "Musa Qala"]),
    ("in Ankara and Torvisan exile, in Izmir and Torvika exports", ["Ankara", "Izmir"]),
    ("in Turkey: in Bodrum and Torvisa", ["Turkey", "Bodrum", "Torvisa"]),
]


@pytest.mark.parametrize(("body", "expected"), CUES, ids=[b[:30] for b, _ in CUES])
def test_places_by_cue(body: str, expected: list[str]) -> None:
    assert places(body) == expected


def test_each_mention_of_a_town_counts() -> None:
    found = parse_text("SUBJECT: TEST\n\n¶1. (C) He reached Meissen, Germany. The mayor left Meissen early.\n")
    town = next(index for index, place in enumerate(found.places) if place.name == "Meissen")
    assert sum(m.kind == "place" and m.entity == town for m in found.mentions) == 2
    assert found.places[town].country == "Germany"


def test_a_person_of_the_name_is_no_town() -> None:
    assert places("Minister Ana Meissen left Germany. He wrote to Meissen.") == ["Germany"]


def test_local_places_are_those_of_a_known_country() -> None:
    assert is_town("Port Gentil", {"ga"})
    assert is_town("Saida", {"lb"})
    assert not is_town("Saida", {"ga"})


@pytest.mark.parametrize("line", words("local_places"))
def test_local_places_are_listed_once_and_in_order(line: str) -> None:
    names = line.partition(": ")[2].split(", ")
    assert names == sorted(names) and len({folded(name) for name in names}) == len(names)
