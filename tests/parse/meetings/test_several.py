"""Several meetings told of together, and who came along to which of them."""

from __future__ import annotations

import pytest

from cablerdf.model import Cable
from cablerdf.parse import parse_text

HEADER = """C O N F I D E N T I A L PRAGUE 000123

SIPDIS

E.O. 12958: DECL: 04/02/2019
TAGS: PREL, EZ
SUBJECT: VISIT OF A/S HENDRICKS

Classified By: {classifier} for reasons 1.4 (b) and (d).

"""


def cable(*paragraphs: str, classifier: str = "Ambassador Ann Holloway") -> Cable:
    body = "".join(f"¶{n}. (C) {text}\n\n" for n, text in enumerate(paragraphs, start=1))
    return parse_text(HEADER.format(classifier=classifier) + body + "HOLLOWAY\n", id="09PRAGUE123")


def companies(*paragraphs: str, classifier: str = "Ambassador Ann Holloway") -> list[set[str]]:
    """The named participants of each meeting."""
    meetings = cable(*paragraphs, classifier=classifier).meetings
    return [{p.name for p in meeting.participants if p.name} for meeting in meetings]


VRBA, KOLAR = {"Ann Holloway", "Karel Vrba"}, {"Ann Holloway", "Jan Kolar"}
FM, MOD = "Foreign Minister Karel Vrba", "Defense Minister Jan Kolar"


@pytest.mark.parametrize(
    "text",
    [
        f"The Ambassador met on March 3 with {FM} and subsequently with {MOD} to discuss gas.",
        f"The Ambassador held meetings on March 3 with {FM} and {MOD}.",
        f"In conversations with both {FM} and {MOD}, the Ambassador raised gas.",
        f"Meeting separately with {FM} and {MOD}, the Ambassador raised gas.",
    ],
)
def test_one_with_each(text: str) -> None:
    assert companies(text, "Gas is dear.") == [VRBA, KOLAR]


def test_who_is_met_with_his_deputy() -> None:
    text = f"The Ambassador held meetings on March 3 with {FM} and his deputy Milan Benda."
    assert companies(text) == [{*VRBA, "Milan Benda"}]


def test_told_of_together_then_one_by_one() -> None:
    found = companies(
        f"On March 3 the Ambassador met with {FM}, {MOD} and Speaker Milan Benda.",
        "In a meeting with Kolar, the Ambassador raised gas.  Kolar said no.",
        "During his meeting with Vrba, the Ambassador asked for help.",
        "The Ambassador told Vrba and Kolar that gas was dear.",
    )
    assert sorted(found, key=sorted) == sorted([VRBA, KOLAR, {"Ann Holloway", "Milan Benda"}], key=sorted)


def test_told_of_together_and_once_more() -> None:
    found = companies(
        f"On March 3 the Ambassador met with {FM} and {MOD}.",
        "In the meeting with Kolar, the Ambassador raised gas.  Kolar said no.",
    )
    assert found == [VRBA | KOLAR]


def test_he_who_speaks_was_not_met_apart() -> None:
    text = f"In talks with the Ambassador and EUR A/S Peter Hendricks, {FM} emphasized that gas was dear."
    (meeting,) = cable(text).meetings
    assert {p.name: p.side for p in meeting.participants}["Peter Hendricks"] == "US"


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Milan Benda accompanied Kolar in the meeting.", [set(), {"Milan Benda"}]),
        ("DAS Peter Hendricks accompanied the Ambassador to all of his meetings.", [{"Peter Hendricks"}] * 2),
        ("Accompanying Kolar to the meeting were Milan Benda and Eva Mala.", [set(), {"Milan Benda", "Eva Mala"}]),
        ("U.S. participants for the Vrba and Kolar meetings included DAS Peter Hendricks.", [{"Peter Hendricks"}] * 2),
        ("Kolar recalled the talks in which he, Milan Benda and others had participated.", [set(), set()]),
    ],
)
def test_to_which_somebody_came(text: str, came: list[set[str]]) -> None:
    met = f"The Ambassador met on March 3 with {FM}.  On March 4 the Ambassador met with {MOD}."
    assert companies(met, text) == [VRBA | came[0], KOLAR | came[1]]


@pytest.mark.parametrize("classifier", ["Ann Holloway, DCM, DOS, EXEC", "Acting DCM Ann Holloway"])
def test_office_of_the_classifier(classifier: str) -> None:
    assert companies(f"The DCM met on March 3 with {FM}.", classifier=classifier) == [VRBA]


def test_the_ambassador_is_nobody_listed_beside_him() -> None:
    text = f"A/S Peter Hendricks, accompanied by the Ambassador and S/WCI Ambassador Paul Lund, met {FM} on March 3."
    (meeting,) = cable(text, classifier="CDA Ann Holloway").meetings
    assert [p.name for p in meeting.participants if p.title == "Ambassador"] == [None]


def test_leaders_of_two_delegations() -> None:
    (found,) = companies(
        "Under Secretary Peter Hendricks led a U.S. delegation to Prague for talks.  Czech Deputy Foreign Minister "
        "Karel Vrba led the Czech delegation.",
        "The U.S. delegation included DAS Paul Lund.  The Czech side included Director Jan Kolar.",
    )
    assert found == {"Peter Hendricks", "Karel Vrba", "Paul Lund", "Jan Kolar"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Receiving A/S Peter Hendricks and the Ambassador on March 3, {FM} thanked us.", VRBA | {"Peter Hendricks"}),
        (f"The Ambassador presented {FM} with open source material on March 3.", VRBA),
        (
            f"The Ambassador met on March 3 with {FM}, Defense Minister Benda's Chief of Staff Eva Mala, and Director "
            "Jan Kolar.",
            VRBA | {"Eva Mala", "Jan Kolar"},
        ),
    ],
)
def test_who_is_met(text: str, who: set[str]) -> None:
    assert companies(text) == [who]


def test_told_in_separate_meetings() -> None:
    text = f"{FM} and {MOD} told the Ambassador in separate meetings March 3 that gas was dear."
    assert companies(text) == [VRBA, KOLAR]


def test_named_after_the_meal() -> None:
    text = "The Ambassador hosted a lunch for senior Czech officials.  Director Jan Kolar told us that gas was dear."
    assert companies(text) == [KOLAR]


def test_of_another_embassy() -> None:
    text = "In a March 3 meeting with Polish Embassy Political Counselor Jan Nowak, Nowak told us that gas was dear."
    (meeting,) = cable(text).meetings
    assert [(p.name, p.side) for p in meeting.participants] == [("Jan Nowak", "Poland")]


def test_who_speaks_at_a_large_table() -> None:
    (found,) = companies(
        f"On March 3 the Ambassador met with {FM}, {MOD} and Speaker Milan Benda.",
        "Director Eva Mala, in charge of gas at the MFA, said that it was dear.",
    )
    assert "Eva Mala" in found


@pytest.mark.parametrize(
    "text",
    [
        f"On March 3 I called on {FM}.  I asked for gas.  I left early.",
        f'On March 3 I met with {FM}, who said: "I met with {MOD}."  I asked for gas.  I left early.',
    ],
)
def test_written_in_the_first_person(text: str) -> None:
    assert companies(text) == [VRBA]


def test_i_within_quotations_is_somebody_else() -> None:
    text = f'{FM} wrote: "I met with {MOD} on March 3.  I told him that I was ill.  I asked him to help me."'
    assert companies(text) == []


def test_from_whom_it_is() -> None:
    text = HEADER.format(classifier="DCM Ann Holloway").replace("SIPDIS", "FOR THE SECRETARY FROM AMBASSADOR LUND")
    (meeting,) = parse_text(
        f"{text}¶1. (C) The Ambassador met with {FM} on March 3.\n\nLUND\n", id="09PRAGUE1"
    ).meetings
    assert {p.name for p in meeting.participants} == {"Lund", "Karel Vrba"}


def test_round_of_a_visitor() -> None:
    text = f"A/S Peter Hendricks met with {FM}, {MOD} and Speaker Milan Benda."
    assert companies(text) == [{"Peter Hendricks", name} for name in ("Karel Vrba", "Jan Kolar", "Milan Benda")]


def test_who_came_in_and_spoke_later() -> None:
    found = companies(
        f"The Ambassador met with {FM} on March 3.  {MOD} joined most of the meeting.", "Kolar told the Ambassador no."
    )
    assert found == [VRBA | {"Jan Kolar"}]


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Also present at the lunch was Director Eva Mala.", {"Eva Mala"}),
        ("Also in attendance were Director Eva Mala and Spokesman Milan Benda.", {"Eva Mala", "Milan Benda"}),
        (
            "Those present on the Czech side were Director Eva Mala and Spokesman Milan Benda.",
            {"Eva Mala", "Milan Benda"},
        ),
        ("The Czech attendees were: Director Eva Mala and Spokesman Milan Benda.", {"Eva Mala", "Milan Benda"}),
        ("Vrba recalled how the Ambassador had first met Spokesman Milan Benda.", set()),
    ],
)
def test_who_else_was_there(text: str, came: set[str]) -> None:
    assert companies(f"The Ambassador met with {FM} on March 3.  {text}") == [VRBA | came]


def test_an_ambassador_beside_the_ambassador() -> None:
    text = (
        f"A/S Peter Hendricks met with {FM} on March 3.  Also in attendance were Chief of Staff Ambassador Eva Mala, "
        "the Ambassador and the DCM."
    )
    (meeting,) = cable(text).meetings
    sides = {p.name: p.side for p in meeting.participants}
    assert (sides["Eva Mala"], sides["Ann Holloway"]) == ("Czech Republic", "US")


def test_somebody_of_a_third_country_is_not_ours() -> None:
    text = (
        f"A/S Peter Hendricks and Polish Foreign Minister Jan Nowak met with {FM}.  Nowak and Hendricks met with {MOD}."
    )
    sides = {p.name: p.side for meeting in cable(text).meetings for p in meeting.participants}
    assert sides["Jan Nowak"] == "Poland"


def test_whose_relative_somebody_is() -> None:
    text = "The Ambassador called on Senator Karel Vrba, widower of former Prime Minister Eva Mala, on March 3."
    assert companies(text) == [VRBA]


def test_legislators_with_party_and_state() -> None:
    (found,) = companies(
        "CODEL Lund: Senator Paul Lund (D-OH), Senator Ann Grey (D-FL), and Senator Joan Hill (R-ME) visited Prague.",
        f"Senator Lund met with {FM} on March 3.",
    )
    assert found == {"Paul Lund", "Ann Grey", "Joan Hill", "Karel Vrba"}


def test_those_who_speak_together_are_of_one_side() -> None:
    text = (
        "In a meeting with Poloff, Director Karel Vrba of the Gas Office (and Ministry of Trade representative to it, "
        "where he holds the rank of minister) and Advisor Jan Kolar explained why."
    )
    (meeting,) = cable(text).meetings
    assert {p.name: p.side for p in meeting.participants if p.name} == dict.fromkeys(
        ("Karel Vrba", "Jan Kolar"), "Czech Republic"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Also present at the meeting was Director Eva Mala.",
        "Spokesman Milan Benda joined the discussion, as well as Director Eva Mala.",
    ],
)
def test_who_was_there_is_told_later(text: str) -> None:
    (found,) = companies(f"The Ambassador met with {FM} on March 3.", "Gas is dear.", "Oil is dear.", text)
    assert "Eva Mala" in found


def test_leaders_told_before_the_talks() -> None:
    (found,) = companies(
        "The U.S. delegation was co-chaired by Peter Hendricks (Director of PM/WRA) and Paul Lund (Deputy in EUR/PRA).",
        "Gas is dear.",
        f"{FM} told the U.S. delegation on March 3 that oil was cheap.",
    )
    assert found == {"Peter Hendricks", "Paul Lund", "Karel Vrba"}


def test_country_of_those_on_our_side() -> None:
    found = cable(f"A/S Peter Hendricks, accompanied by Advisor Jane Lund, met with {FM} on March 3.")
    assert {p.name: p.country for p in found.persons}["Jane Lund"] == "US"


def test_who_said_something_and_told_somebody() -> None:
    text = f"The Ambassador said the Embassy appreciated the steps taken by Prague and told {FM} that gas was dear."
    assert companies(text, "Gas is dear.") == [VRBA]


def test_company_of_a_whole_visit() -> None:
    found = companies(
        f"A/S Peter Hendricks met with {FM} on March 3.  On March 4 A/S Hendricks met with {MOD}.",
        "In Prague and Brno, Hendricks was joined by DAS Paul Lund and Advisor Jane Grey.",
    )
    company = {"Peter Hendricks", "Paul Lund", "Jane Grey"}
    assert found == [company | {"Karel Vrba"}, company | {"Jan Kolar"}]


def test_charges_are_nobody() -> None:
    assert companies("The Ambassador raised VAT charges on March 3 and briefed Under Secretary Peter Hendricks.") == []


def test_a_call_after_a_meeting_of_others() -> None:
    found = cable(
        "EUR A/S Peter Quill met Foreign Minister Karel Vrba on March 3 to discuss gas.",
        "The Ambassador called Foreign Minister Vrba, who offered a long explanation.",
    ).meetings
    assert [{p.name for p in m.participants} for m in found] == [
        {"Peter Quill", "Karel Vrba"},
        {"Ann Holloway", "Karel Vrba"},
    ]
