"""How names are printed: in pairs, with nicknames, misprints and redactions; names told by what stands next to them."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text


def names(body: str) -> list[str]:
    text = f"FM AMEMBASSY LONDON\nTO SECSTATE WASHDC\nSUBJECT: TEST\n\n¶1. (C) {body}\n"
    return [p.name for p in parse_text(text).persons]


FORMS = [
    ("They spoke of the Merkel-Torvel dialogue.", ["Merkel", "Torvel"]),
    ("They spoke of the Fatah-Torvel dialogue.", []),
    ("Minister Ana Merkel-Torvel left. The Merkel-Torvel visit ended.", ["Ana Merkel-Torvel"]),
    ("We met Colonel Henrik (Michael) Torvel.", ["Henrik Michael Torvel"]),
    ("We met Deputy Secretary (Americas) Ana Torvel.", ["Ana Torvel"]),
    ("Dave O,Torvel told us so.", ["Dave O'Torvel"]),
    ("The Conseil d,Etat agreed.", []),
    ("Trade Mininster Torvel met us.", ["Torvel"]),
    ("G8 Sherpa Ana Torvel met us.", ["Ana Torvel"]),
    ("The vote pleased Jan Pieter Torvel.", ["Jan Pieter Torvel"]),
    ("Minister TorvelXXXXXXXXXXXX told us so.", ["Torvel"]),
    ("The Torvel case is open.", ["Torvel"]),
    ("The Torvel plan is open.", []),
    ("He was joined by policy adviser Doro Gold and us.", ["Doro Gold"]),
    ("In Iraq, Saddam Hussein left. King Hussein had died.", ["Saddam Hussein", "Hussein"]),
    ("Torvel missiles and the Korvin diamond mine cost much. Torvel said nothing.", []),
    ("He suffers from Korvin's Syndrome, Korvin said.", []),
    ("At the Korvin Uli border crossing they waited.", []),
    ("We met Ana Torvel and Korvin. The Torvel and Korvin clans fight.", ["Ana Torvel"]),
    ("The paper said: Torvel Rejects Plan; Erdogan Rejects Plan", ["Erdogan"]),
    ("King Mohammed VI met Prince Saud al-Faisal.", ["Mohammed VI", "Saud al-Faisal"]),
    ("Fatah believes in Minister Torvel. Fatah said so.", ["Torvel"]),
    ("They recalled the Reagan-Gorbachev era.", ["Reagan", "Gorbachev"]),
    ("They saw a man named Torvel and a ship named Korvin.", ["Torvel"]),
    ("It buys Max Electricity for less.", []),
    ("After a debate in Adelaide Karzai left.", ["Karzai"]),
    ("We met the vice president for Africa Ann Torvel.", ["Ann Torvel"]),
    ("We met Santiago Torvel, who likes Zona Torvela.", ["Santiago Torvel"]),
    ("They fight the Mehsud tribe in the Omar Talvi region.", []),
    ("They bombed areas in al-Torvi, al-Korvi, al-Savri, and Talvi. The Talvi and Savri villages burn.", []),
]


@pytest.mark.parametrize(("body", "expected"), FORMS, ids=[b[:30] for b, _ in FORMS])
def test_forms(body: str, expected: list[str]) -> None:
    assert names(body) == expected


def test_letters_behind_a_name_are_a_title() -> None:
    (person,) = parse_text("¶1. (C) We saw Nick Torvel MP at home.\n").persons
    assert (person.name, person.titles) == ("Nick Torvel", ("MP",))
