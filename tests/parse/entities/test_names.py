"""Names of people in running text: where they begin and end, which titles stand at them."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse.entities.names.reader import find_names

# (printed text, [(name, titles)]) of the candidates that are surely people
FOUND = [
    ("Foreign Minister Okello Wanjala said", [("Okello Wanjala", ["Foreign Minister"])]),
    (
        "Under Secretary for Political Affairs Nora Whitfield",
        [("Nora Whitfield", ["Under Secretary for Political Affairs"])],
    ),
    ("Ministry of Defense Deputy Director Ivan Horvat", [("Ivan Horvat", ["Ministry of Defense Deputy Director"])]),
    ("the late Minister of Finance Brown", [("Brown", ["Minister of Finance"])]),
    (
        "Senators Jane Doe, Peter Roe and Ann Poe met",
        [("Jane Doe", ["Senators"]), ("Peter Roe", ["Senators"]), ("Ann Poe", ["Senators"])],
    ),
    ("Pavel Dvorak, the Deputy Prime Minister, agreed", [("Pavel Dvorak", ["Deputy Prime Minister"])]),
    ("for President Dvorak, the Amir \nrecommended the talks", [("Dvorak", ["President"])]),
    ("Amir Khalid bn Nayif al-Saud left", [("Khalid bn Nayif al-Saud", ["Amir"])]),
    ("Pavel Dvorak, the Director heading a team", [("Pavel Dvorak", ["Director"])]),
    ("Minister Plenipotentiary Jo Rowe", [("Jo Rowe", ["Minister Plenipotentiary"])]),
    ("Pavel Dvorak, MP for Leeds Northcote, said", [("Pavel Dvorak", ["MP for Leeds Northcote"])]),
    ("Pavel Dvorak, the Minister responsible for rivers", [("Pavel Dvorak", ["Minister"])]),
    ("Dr. J.R. O'Malley-Smith Jr.", [("J.R. O'Malley-Smith Jr", ["Dr"])]),
    (
        "Minister of Trade al Nayif, and Chief of Gas Staff al Turki",
        [
            ("al Nayif", ["Minister of Trade"]),
            ("al Turki", ["Chief of Gas Staff"]),
        ],
    ),
    ("Prince Turki bin Nayif al-Saud left", [("Turki bin Nayif al-Saud", ["Prince"])]),
    ("KIM Yong-su, Director General", [("KIM Yong-su", ["Director General"])]),
    ("President Hernan Gil de la Cruz told", [("Hernan Gil de la Cruz", ["President"])]),
    ("A/S Rowe and PolCouns Hale", [("Rowe", ["A/S"]), ("Hale", ["PolCouns"])]),
    ("Senior Civilian Representative (SCR) Jo Rowe", [("Jo Rowe", ["Senior Civilian Representative"])]),
    ("POLICE CHIEF TO DELEGATION HALE", []),
    ("Minister of Defence Dr. Otto von der Aue", [("Otto von der Aue", ["Minister of Defence", "Dr"])]),
    ("Policy Director Ingrid af Skog", [("Ingrid af Skog", ["Policy Director"])]),
    ("Chief Archive Officer Horvat", [("Horvat", ["Chief Archive Officer"])]),
    ("Rep. Dan Roe, Jr., and Gov. Ann Poe", [("Dan Roe, Jr.", ["Rep"]), ("Ann Poe", ["Gov"])]),
    ('General Peter E. ("Pip") Rowe', [('Peter E. ("Pip") Rowe', ["General"])]),
    ("Deputy Minister U Thein Myint spoke", [("Thein Myint", ["Deputy Minister", "U"])]),
    ("Solicitor General Baroness England", [("England", ["Solicitor General", "Baroness"])]),
    ("the visit of Secretary of Defense Gates in fall", [("Gates", ["Secretary of Defense"])]),
    ("Treasury DAS McDonald will be here", [("McDonald", ["Treasury DAS"])]),
    ("DG ISI Pasha registered it", [("Pasha", ["DG ISI"])]),
    ("Ato Bekele Tessema", [("Bekele Tessema", ["Ato"])]),
    ("PRIME MINISTER JOHN PORTER TOLD THE AMBASSADOR", [("JOHN PORTER", ["PRIME MINISTER"])]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:30] for text, _ in FOUND])
def test_titled(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = [f for f in find_names(text, Span(0, len(text))) if f.strength == "title"]
    assert [(f.span.of(text), [t.of(text) for t in f.titles]) for f in found] == expected


NOBODY = [
    "the Carter Center opened an office",
    "under the Monroe Doctrine and the Kyoto Protocol",
    "the General Assembly and the Secretary General's office",
    "XXXXXXXXXXXX told XXXXXXXXXXXX",
    "Prime Minister's Office",
    "However, Tuesday was a holiday",
    "NATO and the EU welcomed it",
    "Hong Kong-based firms",
    "the Columbia River and the Mackenzie Delta",
    "PRESIDENT HAILS EUROPEAN-BASED DEFENSE",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert [f for f in find_names(text, Span(0, len(text))) if f.strength in ("title", "full", "known")] == []


def test_offsets_are_into_the_whole_text() -> None:
    text = "....Poloff Mary Quist reported"
    (found,) = find_names(text, Span(4, len(text)))
    assert found.span.of(text) == "Mary Quist"


def test_what_stands_around_a_name() -> None:
    text = 'told Zubkova. Zubkova\'s aide said "Drubla Vorska" lied.'
    found = {f.span.start: f for f in find_names(text, Span(0, len(text)))}
    first, second, third = (found[i] for i in sorted(found))
    assert (first.before, first.possessive) == ("told", False)
    assert (second.before, second.possessive) == ("", True)
    assert third.before == '"'
