"""Meetings told twice, on one day, of several countries; and whose side an office is on."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable, people


def test_summary_is_folded() -> None:
    found = cable(
        "EUR A/S Peter Quill met with senior Czech officials on March 3.",
        "A/S Quill met with Foreign Minister Karel Vrba and discussed gas.",
    )
    assert people(found) == [[("Karel Vrba", "Czech Republic"), ("Peter Quill", "US")]]
    assert found.meetings[0].date == "2009-03-03"


def test_same_day() -> None:
    found = cable(
        "The Ambassador met with Foreign Minister Karel Vrba on March 3 to discuss gas. "
        "MFA Advisor Emil Kolda told the DCM the same day that gas was dear."
    )
    assert [m.date for m in found.meetings] == ["2009-03-03", "2009-03-03"]


def test_same_day_as_something_else() -> None:
    found = cable(
        "The Ambassador met with Foreign Minister Karel Vrba on March 3 to discuss gas. "
        "MFA Advisor Emil Kolda told the DCM that elections were on the same day as the summit."
    )
    assert [m.date for m in found.meetings] == ["2009-03-03", None]


def test_meetings_with_several_countries() -> None:
    found = cable("EUR A/S Peter Quill held bilateral meetings with Polish FM Adam Nowicki and Czech FM Karel Vrba.")
    assert [len(m.participants) for m in found.meetings] == [2, 2]


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        (
            "On March 3, Ambassador Emil Kolda, the head of the Czech MFA's gas division, met with Poloff.",
            "Czech Republic",
        ),
        ("On March 3, Ambassador Emil Kolda, third ranking diplomat at the MFA, met with the DCM.", "Czech Republic"),
        ("Ambassador Emil Kolda and the DCM met with Foreign Minister Karel Vrba on March 3.", "US"),
    ],
)
def test_whose_ambassador(sentence: str, side: str) -> None:
    (meeting,) = cable(sentence).meetings
    assert {p.side for p in meeting.participants if p.name == "Emil Kolda"} == {side}


def test_visitor_by_office() -> None:
    (meeting,) = cable(
        "During a March 3 meeting with the Deputy Secretary, Foreign Minister Karel Vrba said he was worried."
    ).meetings
    assert {(p.name, p.title, p.side) for p in meeting.participants} == {
        ("Karel Vrba", "Foreign Minister", "Czech Republic"),
        (None, "Deputy Secretary", "US"),
    }


def test_planned_visit_with_a_comma_for_an_apostrophe() -> None:
    found = cable("The Ambassador welcomed Energy Minister Karel Vrba,s planned visit to Washington.")
    assert found.meetings == ()


def test_senator_of_a_codel() -> None:
    (meeting,) = cable(
        "FM Karel Vrba told Codel Ann Quill on March 3 that gas was dear.", "Senator Ann Quill asked for more."
    ).meetings
    assert ("Ann Quill", "Senator") in {(p.name, p.title) for p in meeting.participants}


def test_series_of_meetings() -> None:
    found = cable(
        "On March 3, EUR A/S Peter Quill held a series of meetings with Czech officials.",
        "FM Karel Vrba told Quill that gas was dear.",
        "MOD Emil Kolda told Quill that oil was, too.",
    )
    assert [(m.date, len(m.participants)) for m in found.meetings] == [("2009-03-03", 2), ("2009-03-03", 2)]


def test_cleared_by_the_visitor() -> None:
    (meeting,) = cable(
        "FM Karel Vrba told Peter Quill on March 3 that gas was dear.", "Peter Quill has cleared this message."
    ).meetings
    assert ("Peter Quill", "US") in {(p.name, p.side) for p in meeting.participants}


def test_day_of_what_he_said() -> None:
    (meeting,) = cable("The DCM met with FM Karel Vrba.", "Vrba confirmed March 3 that gas was dear.").meetings
    assert meeting.date == "2009-03-03"


def test_charge_by_name() -> None:
    found = cable("FM Karel Vrba told the Charge on March 3 that gas was dear.", classifier="Charge d'Affaires")
    assert {p.name for p in found.meetings[0].participants} == {"Karel Vrba", "Ann Holloway"}


def test_meetings_with_other_officers() -> None:
    found = cable("In a meeting with the EMIN, FM Karel Vrba was calm.", "In meetings with Econoffs, Vrba was not.")
    assert [len(m.participants) for m in found.meetings] == [2, 2]


def test_office_of_another_body_before_a_name() -> None:
    (meeting,) = cable(
        "On March 3, the DCM met with European Union chief of mission Ambassador Emil Kolda.",
        "Ambassador Kolda was calm.",
    ).meetings
    assert {p.side for p in meeting.participants if p.name == "Emil Kolda"} == {"EU"}


def test_director_for_a_continent() -> None:
    (meeting,) = cable("The DCM met March 3 with MFA DG for North America Emil Kolda.").meetings
    assert {p.side for p in meeting.participants if p.name == "Emil Kolda"} == {"Czech Republic"}


def test_ambassador_among_those_met() -> None:
    (meeting,) = cable(
        "The DCM met March 3 with PM Karel Vrba, Defense Minister Ota Zeman and National Security Advisor Ambassador "
        "Emil Kolda."
    ).meetings
    assert {p.side for p in meeting.participants if p.name == "Emil Kolda"} == {"Czech Republic"}


def test_office_of_a_ministry() -> None:
    (meeting,) = cable(
        "CDA Ann Holloway met March 3 with the Ministry of Gas' (MG) Under Secretary for Policy Vera Kolda."
    ).meetings
    assert {p.side for p in meeting.participants if p.name == "Vera Kolda"} == {"Czech Republic"}


@pytest.mark.parametrize("office", ["Czech Security Secretary", "Vysker State Security Secretary"])
def test_who_comes_with_ours_may_be_theirs(office: str) -> None:
    (meeting,) = cable(
        f"Principal Officer, accompanied by {office} Emil Kolda, visited Minister Ota Zeman on March 3."
    ).meetings
    assert {p.side for p in meeting.participants if p.name == "Emil Kolda"} == {"Czech Republic"}


def test_to_be_represented() -> None:
    (meeting,) = cable(
        "The Ambassador met PM Karel Vrba on March 3. He said the President would be formally represented by Secretary "
        "Ann Quill."
    ).meetings
    assert "Ann Quill" not in {p.name for p in meeting.participants}


def test_a_source_of_the_summary_is_named_below() -> None:
    found = cable(
        "Summary: The court prosecutor who handles gas told Legatt that nothing was stolen. End summary.",
        "The court prosecutor who handles gas, Karel Vrba, indicated to Legatt that nothing was stolen.",
    ).meetings
    assert [{p.name for p in m.participants} for m in found] == [{None, "Karel Vrba"}]


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("An MFA desk officer", "Czech Republic"),
        ("A Polish diplomat", "Poland"),
        ("Vrba's private secretary", "Slovakia"),
        ("A businessman", None),
    ],
)
def test_side_of_somebody_without_a_name(who: str, side: str | None) -> None:
    found = cable(f"{who} told Poloff on March 3 that Slovak Foreign Minister Karel Vrba was ill.").meetings
    assert [p.side for m in found for p in m.participants if p.title != "Poloff"] == [side]
