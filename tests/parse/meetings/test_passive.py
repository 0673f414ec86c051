"""Who met whom in the passive, and whose side somebody is on who has no more than a title."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("CDA Holloway was summoned to the Foreign Ministry on March 3 by Department head Ambassador Emil Kolda.",
         {"Ann Holloway", "Emil Kolda"}),
        ("The Ambassador and DCM were summoned March 3 to the Castle, where they were met by FM Karel Vrba and MOD "
         "Ota Zeman.", {"Ann Holloway", "Karel Vrba", "Ota Zeman"}),
        ("Foreign Minister Karel Vrba described in a March 3 meeting several probes to Poloff.", {"Karel Vrba"}),
    ],
)  # fmt: skip
def test_two_sides(sentence: str, names: set[str]) -> None:
    (meeting,) = cable(sentence).meetings
    assert {p.name for p in meeting.participants if p.name} == names
    assert meeting.date == "2009-03-03"
    assert {p.side for p in meeting.participants} == {"US", "Czech Republic"}


def test_described_to_nobody_of_ours() -> None:
    assert cable("Foreign Minister Karel Vrba described the gas deal to President Ota Zeman.").meetings == ()


def test_abbreviation_behind_a_function() -> None:
    (meeting,) = cable("Defense Attache (DATT) Colonel Bret Lusk met Foreign Minister Karel Vrba on March 3.").meetings
    assert ("Bret Lusk", "US") in {(p.name, p.side) for p in meeting.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ambassador was also assured by FM Karel Vrba on March 3 that gas was there.",
        "The DCM paid an initial call March 3 on FM Karel Vrba.",
        "A/S Ann Quill met March 3 with newly installed Foreign Minister (and former MFA number two) Karel Vrba.",
    ],
)
def test_met(sentence: str) -> None:
    (meeting,) = cable(sentence).meetings
    assert "Karel Vrba" in {p.name for p in meeting.participants} and meeting.date == "2009-03-03"


def test_office_in_a_list_is_somebody_else() -> None:
    (meeting,) = cable(
        "FM Karel Vrba met the U.S. delegation on March 3. The delegation was led by A/S Ann Quill and included RADM "
        "Peter Lusk, Ambassador, and DCM."
    ).meetings
    assert "Ambassador" not in {p.title for p in meeting.participants if p.name == "Peter Lusk"}
