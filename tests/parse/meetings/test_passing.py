"""What is no meeting of the cable: talks in passing, planned, of others, told of elsewhere."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable

from cablerdf.parse.meetings.words.certainty import IN_PASSING, PASSING, RULES

VIEWS = ("Gas is dear.", "Oil is dear, too.", "Coal is not.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Civic Party deputy Karel Vrba told the DCM on March 3 that wood was cheap.",
        "Civic Party deputy Karel Vrba told us that wood was cheap.",
        "During the meeting, contacts told PRT officials that wood was cheap.",
    ],
)
def test_told_in_passing_is_less_sure(sentence: str) -> None:
    found = cable(*VIEWS, sentence, "Peat is cheap.", "So is dung.", "And straw.").meetings
    assert all(meeting.rule.endswith(IN_PASSING) and meeting.confidence <= PASSING for meeting in found)


def test_told_late_by_whom_the_subject_names() -> None:
    told = "Civic Party deputy Karel Vrba told the DCM on March 3 that wood was cheap."
    (meeting,) = cable(*VIEWS, told, subject="VRBA ON WOOD").meetings
    assert (meeting.date, meeting.rule) == ("2009-03-03", RULES["tell"])


def test_met_late() -> None:
    (meeting,) = cable(*VIEWS, "The DCM met with Civic Party deputy Karel Vrba on March 3.", "Peat is cheap.").meetings
    assert meeting.paragraphs == (3,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Karel Vrba was proud to be meeting with Secretary Ann Quill on April 12.",
        "Foreign Minister Karel Vrba made room for a meeting with EUR A/S Peter Quill scheduled for April 12.",
        "On the margins of a meeting with A/S Quill (septel), Foreign Minister Karel Vrba was calm.",
        "The Ambassador noted he had raised the issue in his first meeting with Foreign Minister Karel Vrba.",
        "A/S Peter Quill recalled President Bush's call and the meeting held with Foreign Minister Karel Vrba.",
        "We have raised this in eight separate meetings with officials, including Foreign Minister Karel Vrba.",
    ],
)
def test_not_reported(sentence: str) -> None:
    assert cable(sentence, "He said no more.").meetings == ()


def test_day_of_what_is_said() -> None:
    (meeting,) = cable("FM Karel Vrba told the DCM that on March 3 he met the Pope.").meetings
    assert meeting.date is None


def test_day_that_names_a_movement() -> None:
    (meeting,) = cable(
        "The DCM met FM Karel Vrba for a March 1 meeting.", "Vrba and March 14 leader Ota Zeman are friends."
    ).meetings
    assert meeting.date == "2009-03-01"
    (other,) = cable("March 1 leader FM Karel Vrba met with the DCM at a March 1 meeting.").meetings
    assert other.date is None


def test_met_on_another_day_with_somebody_else() -> None:
    found = cable(
        "On March 5, Poloff met with lawyer Ivo Braun, who said that gas was dear, and on March 6 with Karl Dorn."
    )
    assert [m.date for m in found.meetings] == ["2009-03-05", "2009-03-06"]


def test_fuller_title() -> None:
    (meeting,) = cable("Poloff met Green Party MP Kerstin Mueller on March 3.").meetings
    assert "Green Party MP" in {p.title for p in meeting.participants}


def test_whom_an_advisor_serves_is_not_met() -> None:
    (meeting,) = cable("Poloff met on March 3 with an advisor to President Karel Vrba.").meetings
    assert "Karel Vrba" not in {p.name for p in meeting.participants}
    (met,) = cable("The DCM gave the letter to Chief of Staff Karel Vrba on March 3.").meetings
    assert "Karel Vrba" in {p.name for p in met.participants}


def test_after_the_lunch() -> None:
    found = cable(
        "FM Karel Vrba hosted a lunch for A/S Peter Quill on March 3.",
        "They ate.",
        "They drank.",
        "Subsequent to the lunch, MOD Emil Kolda met with Quill.",
    )
    assert [m.date for m in found.meetings] == ["2009-03-03", "2009-03-03"]


def test_told_by_an_official_then_by_name() -> None:
    found = cable(
        "An FCO official informed Polcouns on March 3 that gas was dear.",
        "Director Karel Vrba of the Gas Board told Polcouns on March 3 that gas was dear.",
    )
    assert [sorted(p.name or "" for p in m.participants) for m in found.meetings] == [["", "Karel Vrba"]]


def test_dialogue_with_us() -> None:
    assert cable("There is some willingness by senior officials in engaging in dialogue with us.").meetings == ()


def test_day_of_his_meeting() -> None:
    found = cable(
        "In separate meetings, FM Karel Vrba and MOD Emil Kolda discussed gas with the DCM.",
        "Vrba, a banker, steered the talk in his March 8 meeting to oil.",
    )
    assert [m.date for m in found.meetings] == ["2009-03-08", None]


def test_officer_of_another_body() -> None:
    (meeting,) = cable("UNIFIL polchief Milo Strug told polchief on March 3 that gas was dear.").meetings
    assert "Milo Strug" in {p.name for p in meeting.participants if p.side != "US"}


def test_people_of_a_named_leader() -> None:
    found = cable("The Ambassador met on March 3 with senior Vrba ministers.", "President Karel Vrba was away.")
    assert "Karel Vrba" not in {p.name for m in found.meetings for p in m.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        "During a March 3 meeting in Brno, President Karel Vrba told FM Emil Kolda that gas was dear.",
        "Posts continue to hold regular meetings with FM Karel Vrba and the DCM.",
        "The DCM did not know what President Karel Vrba's views would be, a point that he underlined in a March 3 talk "
        "with Ambassador Holloway.",
    ],
)
def test_others_met(sentence: str) -> None:
    assert "Karel Vrba" not in {p.name for m in cable(sentence).meetings for p in m.participants}


def test_help_sought_in_a_meeting() -> None:
    (meeting,) = cable("FM Karel Vrba sought help in a meeting with the DCM on March 3.").meetings
    assert meeting.date == "2009-03-03"


def test_office_in_parentheses() -> None:
    (meeting,) = cable(
        "Secretary of State (deputy minister equivalent) Karel Vrba called a meeting with the DCM on March 3."
    ).meetings
    assert {p.name for p in meeting.participants} == {None, "Karel Vrba"}
