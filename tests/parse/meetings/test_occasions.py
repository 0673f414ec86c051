"""Encounters told in passing, the days of other things, and titles that are none."""

from __future__ import annotations

import pytest

from cablerdf.model import Cable, Meeting
from cablerdf.parse import parse_text

HEADER = """C O N F I D E N T I A L PRAGUE 000123

SIPDIS

E.O. 12958: DECL: 04/02/2019
TAGS: PREL, EZ
SUBJECT: CZECH VIEWS ON ENERGY

Classified By: Ambassador Ann Holloway for reasons 1.4 (b) and (d).

"""


def cable(text: str) -> Cable:
    return parse_text(HEADER + f"¶1. (C) {text}\n\n¶2. (C) He said no more.\nHOLLOWAY\n", id="09PRAGUE123")


def named(meeting: Meeting) -> set[str]:
    return {p.name for p in meeting.participants if p.name}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Poloff called MFA Desk Officer Karel Vrba on 3/3 to ask about gas.", "2009-03-03"),
        ("In a recent meeting with the Ambassador, Foreign Minister Karel Vrba raised gas.", None),
        ("Poloff noted our concern about gas during a March 3 meeting with MFA Desk Officer Karel Vrba.", "2009-03-03"),
        (
            "Poloff conveyed points on gas and a paper on the supply of Europe to MFA Desk Officer Karel Vrba and "
            "others on March 3.",
            "2009-03-03",
        ),
        ("During a meeting with Foreign Minister Karel Vrba, the Ambassador praised the March 1 statement.", None),
    ],
)
def test_day(text: str, date: str | None) -> None:
    (meeting,) = cable(text).meetings
    assert "Karel Vrba" in named(meeting)
    assert meeting.date == date


def test_what_stands_between_commas_took_no_part() -> None:
    text = (
        "The Ambassador, during a March 3 lunch at the residence of Prime Minister Pavel Sykora, pulled aside Foreign "
        "Minister Karel Vrba and raised gas."
    )
    assert {"Ann Holloway", "Karel Vrba"} in [named(m) for m in cable(text).meetings]
    assert not any("Pavel Sykora" in named(m) for m in cable(text).meetings)


def test_side_of_those_who_came_with_the_other() -> None:
    text = (
        "EUR A/S Peter Hendricks met on March 3 with Foreign Minister Karel Vrba, who was accompanied by Deputy "
        "Foreign Minister Jan Kolar and Spokesman Milan Benda."
    )
    (meeting,) = cable(text).meetings
    sides = {p.name: p.side for p in meeting.participants}
    assert sides["Peter Hendricks"] == "US"
    assert sides["Milan Benda"] == "Czech Republic"


def test_a_form_of_address_is_no_title() -> None:
    text = "The Ambassador met on March 3 with the MFA Asia Director, Dr. Karel Vrba.  Vrba said no."
    (meeting,) = cable(text).meetings
    (title,) = [p.title for p in meeting.participants if p.name == "Karel Vrba"]
    assert title == "MFA Asia Director"
