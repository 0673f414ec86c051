"""Hosts, guests, those who joined, took notes or attended; where and at what hour."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable

VRBA = "FM Karel Vrba"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("EUR A/S Peter Quill, an old friend, was hosted for a March 3 working lunch in Brno by FM Karel Vrba.",
         {"Peter Quill", "Karel Vrba"}),
        ("The Ambassador chaired a lunch on March 3 attended by FM Karel Vrba, Civic Party deputy Emil Kolda and "
         "Admiral Ota Zeman.", {"Ann Holloway", "Karel Vrba", "Emil Kolda", "Ota Zeman"}),
        ("Poloff met FM Karel Vrba on March 3. Joining the meeting were Emil Kolda, Director of the Gas Board, which "
         "has the lead on gas, and Ota Zeman, Chief of Police.", {"Karel Vrba", "Emil Kolda", "Ota Zeman"}),
        ("EUR A/S Peter Quill met FM Karel Vrba on March 3 at the palace. Gas was dear. During the lunch portion of "
         "the meeting, also attended by Deputy Minister Emil Kolda, he asked for more.",
         {"Peter Quill", "Karel Vrba", "Emil Kolda"}),
        ("EUR A/S Peter Quill met FM Karel Vrba on March 3 in Brno. USAID Director Lucy Hart said that gas was dear.",
         {"Peter Quill", "Karel Vrba", "Lucy Hart"}),
        ("EUR A/S Peter Quill met FM Karel Vrba on March 3 in Brno. USAID Director Lucy Hart said so in a letter.",
         {"Peter Quill", "Karel Vrba"}),
        ("SecState Legal Adviser Peter Quill met Minister Karel Vrba on March 3.", {"Peter Quill", "Karel Vrba"}),
        ("EUR A/S Peter Quill met on March 3 at the Embassy with about a dozen journalists.", {"Peter Quill"}),
        ("Poloff met FM Karel Vrba on March 3. With Vrba were Emil Kolda and Director Ivan Macha.",
         {"Karel Vrba", "Emil Kolda", "Ivan Macha"}),
        ("Poloff met Foreign Minister Karel Vrba on March 3. The Minister was joined by Deputy Minister Emil Kolda "
         "(who, as an advisor to King Ota Zeman, has more power) and Director Ivan Macha.",
         {"Karel Vrba", "Emil Kolda", "Ivan Macha"}),
        ("Poloff met FM Karel Vrba on March 3. Vrba, who attended the talks between President Emil Kolda and King Ota "
         "Zeman, was calm.", {"Karel Vrba"}),
        ("In a conversation with Poloff following the March 2, 2009 meeting between President Emil Kolda and King Ota "
         "Zeman, FM Karel Vrba was calm.", {"Karel Vrba"}),
        ("The Ambassador raised with FM Karel Vrba March 3 the claim of an AMCIT to a Emil Kolda painting.",
         {"Ann Holloway", "Karel Vrba"}),
    ],
)  # fmt: skip
def test_who_was_there(sentence: str, names: set[str]) -> None:
    assert {p.name for m in cable(sentence).meetings for p in m.participants if p.name} == names


def test_took_notes() -> None:
    (meeting,) = cable("Poloff met FM Karel Vrba on March 3. Vrba's aide, Emil Kolda, took notes.").meetings
    assert [p.note for p in meeting.participants if p.name == "Emil Kolda"] == ["notetaker"]


@pytest.mark.parametrize(
    ("sentence", "date", "time", "place"),
    [
        ("The DCM met FM Karel Vrba at 3 p.m. in the Ministry of Defense on March 3.",
         "2009-03-03", "15:00", "Ministry of Defense"),
        ("The DCM met in Brno with FM Karel Vrba on March 3.", "2009-03-03", None, "Brno"),
        ("During a March 3 lunch with the DCM at his residence, FM Karel Vrba was calm.",
         "2009-03-03", None, "residence"),
        ("The DCM met with FM Karel Vrba March 3 at the presidential residence.", "2009-03-03", None,
         "presidential residence"),
        ("During separate meetings at the Presidential Palace, FM Karel Vrba and MOD Emil Kolda discussed gas with the "
         "DCM.", None, None, "Presidential Palace"),
        ("The DCM called on FM Karel Vrba on the margins of the EU summit March 3.", "2009-03-03", None, None),
        ("The DCM met March 3 with Emil Kolda at the Ministry of Defense.", "2009-03-03", None, None),
        ("The DCM met FM Karel Vrba at the Brno Hotel Conference on March 3.", "2009-03-03", None, None),
    ],
)  # fmt: skip
def test_setting(sentence: str, date: str | None, time: str | None, place: str | None) -> None:
    meeting = cable(sentence).meetings[0]
    assert (meeting.date, meeting.time, meeting.place) == (date, time, place)
    if meeting.place_span is not None:
        assert meeting.place_span.end > meeting.place_span.start


def test_desk_officer_for_another_country() -> None:
    (meeting,) = cable("Poloff met MFA Guinea desk officer Karel Vrba on March 3.").meetings
    assert "Guinea" not in {p.side for p in meeting.participants}


def test_title_does_not_cross_another_person() -> None:
    (meeting,) = cable(
        "The DCM met FM Karel Vrba on March 3.",
        "Ambassador Li Wei of China and EU Ambassador Andrew Standish joined the meeting.",
    ).meetings
    assert {p.title for p in meeting.participants if p.side == "EU"} == {"EU Ambassador"}


def test_who_attended_which() -> None:
    found = cable(
        "The DCM met separately with FM Karel Vrba and MOD Ota Zeman on March 3. Desk Officer Emil Kolda attended the "
        "meeting with Zeman; Director Ivan Macha attended the meeting with Vrba."
    )
    assert [{p.name for p in m.participants if p.side != "US"} for m in found.meetings] == [
        {"Karel Vrba", "Ivan Macha"},
        {"Ota Zeman", "Emil Kolda"},
    ]


def test_delegation_from_a_bureau() -> None:
    found = cable(
        "A PM/WRA delegation consisting of Ann Quill, Program Manager; Peter Lusk, technical expert; and Jane Marsh, "
        "Foreign Affairs Officer, visited Prague. The delegation began with a March 3 meeting with Col. Karel Vrba.",
        "On March 4 the delegation accompanied the Ambassador to a meeting with Minister Ota Zeman.",
    )
    ours = {"Ann Quill", "Peter Lusk", "Jane Marsh"}
    assert [(m.date, ours <= {p.name for p in m.participants}) for m in found.meetings] == [
        ("2009-03-03", True),
        ("2009-03-04", True),
    ]
    assert "Ann Holloway" in {p.name for p in found.meetings[1].participants}


def test_week_of() -> None:
    (meeting,) = cable("The DCM met FM Karel Vrba during the week of March 2.").meetings
    assert meeting.date is None


def test_title_of_a_whole_list() -> None:
    (meeting,) = cable(
        "Poloff met on March 3 with senior MOI officials Karel Vrba, Ota Zeman, Emil Kolda, and Ivan Macha."
    ).meetings
    assert [p.title for p in meeting.participants if p.side != "US"] == ["senior MOI official"] * 4


def test_each_attends_his_own() -> None:
    found = cable(
        "The DCM met FM Karel Vrba on March 3 and Senator Emil Kolda on March 4. Legal Attache attended the meeting "
        "with Vrba; Econoff attended the meeting with Kolda."
    ).meetings
    came = {m.date: {p.title for p in m.participants if p.side == "US"} for m in found}
    assert came == {"2009-03-03": {"DCM", "Legal Attache"}, "2009-03-04": {"DCM", "Econoff"}}
