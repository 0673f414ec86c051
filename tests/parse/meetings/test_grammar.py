"""Who takes part by the grammar of a sentence: lists, appositions, clauses, days."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable

from cablerdf.model import Cable
from cablerdf.parse.meetings.words.certainty import A_REMARK


def named(found: Cable) -> set[str]:
    return {p.name for m in found.meetings for p in m.participants if p.name}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("A close adviser to Prime Minister Jan Kolar told Poloff on March 3 that gas was short.", set()),
        ("Related to both President Jan Kolar and Senator Ota Zeman, Karel Vrba told Poloff March 3 of his fears.",
         {"Karel Vrba"}),
        ("Karel Vrba, the leader of the Civic Party, told Polcouns on March 3 that gas was short.", {"Karel Vrba"}),
        ("Poloff met on March 3 with Karel Vrba, Deputy Director of the Czech Gas Board.", {"Karel Vrba"}),
        ("Poloff met on March 3 with MFA advisors to the foreign minister Karel Vrba and Ota Zeman.",
         {"Karel Vrba", "Ota Zeman"}),
        ("Poloff met on March 3 with Prime Minister Jan Kolar and his two aides: Karel Vrba, Civic Party Deputy; and "
         "Ota Zeman, a banker.", {"Jan Kolar", "Karel Vrba", "Ota Zeman"}),
        ("On March 3 Poloff spoke to Senator Karel Vrba, who praised the Kolar government.", {"Karel Vrba"}),
        ("Senators Karel Vrba and Ota Zeman, with whom Poloffs met March 3, were calm.", {"Karel Vrba", "Ota Zeman"}),
        ("The DCM hosted a farewell lunch for Senator Karel Vrba on March 3.", {"Karel Vrba"}),
        ("Poloff met on March 3 with Karel Vrba, trade adviser\nto FM Jan Kolar, and Ota Zeman, gas adviser to Poldi.",
         {"Karel Vrba", "Ota Zeman"}),
        ("Jana Vrba, the Director General for Gas at the MFA, told Poloff on March 3 of her fears.", {"Jana Vrba"}),
        ("Office Director Peter Quill is new. Poloff met on March 3 with Jana Vrba, Director General for Gas.",
         {"Jana Vrba"}),
        ("As Karel Vrba, the leader of the Civic Party, decried to Poloff on March 3, gas was short.", {"Karel Vrba"}),
    ],
)  # fmt: skip
def test_people_of_a_sentence(sentence: str, names: set[str]) -> None:
    assert named(cable(sentence, "He said no more.")) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ambassador's meeting with Foreign Minister Karel Vrba is reported septel.",
        "The Ambassador met with Foreign Minister Karel Vrba on May 3, as we discussed in ref A.",
        "A note came in response to the Ambassador's March 3 meeting with Foreign Minister Karel Vrba (ref B).",
        "Foreign Minister Karel Vrba received good news from President Obama about gas.",
        "The press recalled Karel Vrba's meeting with Secretary Clinton the previous week.",
    ],
)
def test_no_meeting_of_this_cable(sentence: str) -> None:
    assert cable(sentence, "The press said no more.").meetings == ()


def test_envoy_to_another_country_is_no_officer_of_ours() -> None:
    found = cable("On March 3 we met with former Ambassador to Poland Karel Vrba at his home.", "Vrba told us of gas.")
    assert [(p.name, p.side) for m in found.meetings for p in m.participants] == [("Karel Vrba", "Czech Republic")]


def test_staff_comes_with_those_of_ours() -> None:
    found = cable("On March 3 EUR DAS Roy Lane, along with desk officers, met with Czech bank officials.")
    assert [(p.name, p.title, p.side) for m in found.meetings for p in m.participants][:2] == [
        ("Roy Lane", "EUR DAS", "US"), (None, "desk officers", "US")]  # fmt: skip


def test_several_days_are_no_day() -> None:
    found = cable("Poloff met with Senator Karel Vrba and Mayor Ota Zeman on March 3-4.", "They said no more.")
    assert {m.date for m in found.meetings} == {None}


def test_those_who_came_with_whom() -> None:
    found = cable(
        "The Ambassador met with Prime Minister Jan Kolar on March 3.",
        "Kolar conversed with the Ambassador for an hour and was accompanied by Foreign Minister Karel Vrba.",
        "The DCM attended the meeting, as did Senator Ota Zeman.",
    )
    sides = {p.name: p.side for m in found.meetings for p in m.participants if p.name}
    assert sides["Karel Vrba"] == "Czech Republic"
    assert "Ota Zeman" in sides


def test_a_delegation_and_its_leader() -> None:
    found = cable(
        "EUR A/S Peter Quill led a delegation to Prague March 3 that included Director Lee Roe and Special Advisor Dan "
        "Ash. The group met March 3 with Foreign Minister Karel Vrba. Quill thanked Vrba.",
    )
    assert {"Peter Quill", "Lee Roe", "Dan Ash", "Karel Vrba"} <= named(found)


def test_a_remark_of_somebody_with_a_name_is_a_talk() -> None:
    found = cable("Gas is short.", "Senator Karel Vrba told us that gas was short.", "A banker told us the same.")
    (meeting,) = found.meetings
    assert named(found) == {"Karel Vrba"}
    assert meeting.date is None and meeting.rule.endswith(A_REMARK)


def test_interpreter_told_in_a_sentence() -> None:
    found = cable(
        "The Ambassador met with Prime Minister Jan Kolar on March 3. The Director of the Czech Gas Board, Karel Vrba, "
        "was the interpreter.",
    )
    (meeting,) = found.meetings
    assert [(p.title, p.note) for p in meeting.participants if p.name == "Karel Vrba"] == [
        ("Director of the Czech Gas Board", "interpreter")
    ]


def test_day_of_others_is_not_taken() -> None:
    found = cable(
        "During a March 3 dinner Prime Minister Jan Kolar spoke of gas. Senator Karel Vrba told Poloff it is short."
    )
    assert [m.date for m in found.meetings if any(p.name == "Karel Vrba" for p in m.participants)] == [None]


@pytest.mark.parametrize(
    ("sentence", "names", "date"),
    [
        ("At a March 3 dinner hosted by the DCM, Senator Karel Vrba spoke of gas and said it was short.",
         {"Karel Vrba"}, "2009-03-03"),
        ("Senator Peter Quill (D-OH) visited Prague to discuss gas with officials, including Karel Vrba and Ota Zeman.",
         {"Peter Quill", "Karel Vrba", "Ota Zeman"}, None),
        ("Poloff raised with Senator Ota Zeman on March 3 the case of Karel Vrba.", {"Ota Zeman"}, "2009-03-03"),
    ],
)  # fmt: skip
def test_dinners_visits_and_cases(sentence: str, names: set[str], date: str | None) -> None:
    found = cable(sentence, "The press said no more.")
    assert named(found) == names
    assert [m.date for m in found.meetings] == [date]


def test_a_later_meeting_with_the_same_people_of_ours() -> None:
    found = cable(
        "EUR A/S Peter Quill met with Foreign Minister Karel Vrba on March 3.",
        "In a later meeting, Senator Ota Zeman said that gas was short.",
        "In a subsequent meeting with Senator Jan Kolar, Vrba asked for help.",
    )
    assert [{p.name for p in m.participants} for m in found.meetings] == [
        {"Peter Quill", "Karel Vrba"},
        {"Peter Quill", "Ota Zeman"},
    ]


def test_talks_held_far_from_with_whom() -> None:
    found = cable(
        "EUR A/S Peter Quill held consultations in Prague, on the margins of a summit on gas, with Foreign Minister "
        "Karel Vrba and Senator Ota Zeman."
    )
    assert named(found) == {"Peter Quill", "Karel Vrba", "Ota Zeman"}
