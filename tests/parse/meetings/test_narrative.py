"""Meetings told in sentences, through all the steps of parsing."""

from __future__ import annotations

import pytest

from cablerdf.model import Cable
from cablerdf.parse import parse_text
from cablerdf.parse.meetings.words.certainty import IN_SUBJECT, OFF_LIST, ON_LIST

HEADER = """C O N F I D E N T I A L PRAGUE 000123

SIPDIS

E.O. 12958: DECL: 04/02/2019
TAGS: PREL, EZ
SUBJECT: {subject}

Classified By: {classifier} Ann Holloway for reasons 1.4 (b) and (d).

"""


def cable(
    *paragraphs: str, subject: str = "CZECH VIEWS ON ENERGY", classifier: str = "Ambassador", above: str = ""
) -> Cable:
    body = "\n\n".join(f"¶{n}. (C) {text}" for n, text in enumerate(paragraphs, 1))
    header = above + HEADER.format(subject=subject, classifier=classifier)
    return parse_text(header + body + "\nHOLLOWAY\n", id="09PRAGUE123")


def people(found: Cable) -> list[list[tuple[str | None, str | None]]]:
    return [sorted(((p.name, p.side) for p in m.participants), key=str) for m in found.meetings]


@pytest.mark.parametrize(
    ("sentence", "names", "date"),
    [
        ("During a March 20 meeting with the Ambassador, Foreign Minister Karel Vrba said he was worried.",
         {"Ann Holloway", "Karel Vrba"}, "2009-03-20"),
        ("Foreign Minister Karel Vrba told the Ambassador on March 3 that he was worried.",
         {"Ann Holloway", "Karel Vrba"}, "2009-03-03"),
        ("The Ambassador called on Foreign Minister Karel Vrba March 3 to discuss gas.",
         {"Ann Holloway", "Karel Vrba"}, "2009-03-03"),
        ("Poloff delivered the demarche on March 3 to MFA Desk Officer Karel Vrba.", {"Karel Vrba"}, "2009-03-03"),
        ("Over lunch March 3, Foreign Minister Karel Vrba told Emboffs that he was worried.",
         {"Karel Vrba"}, "2009-03-03"),
        ("EUR A/S Peter Quill met with Foreign Minister Karel Vrba on March 3.",
         {"Peter Quill", "Karel Vrba"}, "2009-03-03"),
        ("In an hour-long meeting on March 3 with EUR A/S Peter Quill, Foreign Minister Karel Vrba was worried.",
         {"Peter Quill", "Karel Vrba"}, "2009-03-03"),
    ],
)  # fmt: skip
def test_reported(sentence: str, names: set[str], date: str) -> None:
    (meeting,) = cable(sentence, "He said no more.").meetings
    assert {p.name for p in meeting.participants if p.name} == names
    assert meeting.date == date
    assert meeting.method == "narrative" and meeting.paragraphs == (0,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Karel Vrba will meet with the Ambassador on April 9.",
        "Foreign Minister Karel Vrba told Parliament on March 3 that gas was short.",
        "Foreign Minister Karel Vrba had met with Prime Minister Jan Kolar on March 3.",
        "Prime Minister Jan Kolar met with Foreign Minister Karel Vrba on March 3.",
        "We expect that the Ambassador's upcoming meeting with Foreign Minister Karel Vrba will help.",
        "As noted in ref A, Foreign Minister Karel Vrba told the Ambassador on March 3 that gas was short.",
        "Reftel reported that Foreign Minister Karel Vrba told the Ambassador on March 3 that gas was short.",
        "Foreign Minister Karel Vrba met with the Ambassador on March 3, as reported in ref A.",
        "Gas is short, and few expect that the government will last.",
    ],
)
def test_not_reported(sentence: str) -> None:
    assert cable(sentence, "The press said no more.").meetings == ()


def test_another_meeting_is_not_of_the_day_of_the_one_told_of() -> None:
    found = cable(
        "The DCM met Foreign Minister Karel Vrba on March 3. He was worried.",
        "Vrba told Polcouns in an earlier meeting that he was not worried.",
    )
    assert [m.date for m in found.meetings] == ["2009-03-03", None]


def test_scene_setter_reports_nothing() -> None:
    text = "Foreign Minister Karel Vrba told the Ambassador on March 3 that he was worried."
    assert cable(text, subject="SCENESETTER FOR CODEL QUILL").meetings == ()


def test_those_who_came_along() -> None:
    found = cable(
        "EUR A/S Peter Quill, accompanied by the Ambassador and Poloff (notetaker), met March 3 with Foreign Minister "
        "Karel Vrba. Vrba was joined by Deputy Foreign Minister Jan Kolar.",
    )
    assert people(found) == [
        [
            ("Ann Holloway", "US"),
            ("Jan Kolar", "Czech Republic"),
            ("Karel Vrba", "Czech Republic"),
            ("Peter Quill", "US"),
            (None, "US"),
        ]
    ]
    (meeting,) = found.meetings
    assert [p.note for p in meeting.participants if p.name is None] == ["notetaker"]
    assert [p.method for p in meeting.participants if p.name == "Ann Holloway"] == ["inferred"]


def test_each_meeting_has_its_own_day() -> None:
    found = cable(
        "The Ambassador met with Foreign Minister Karel Vrba on March 3, and with Senator Jan Kolar on March 5."
    )
    assert [m.date for m in found.meetings] == ["2009-03-03", "2009-03-05"]


def test_spans_point_at_evidence() -> None:
    found = cable("Foreign Minister Karel Vrba told the Ambassador on March 3 that he was worried.")
    (meeting,) = found.meetings
    text = found.document.text
    assert meeting.span.of(text).startswith("Foreign Minister Karel Vrba told")
    assert meeting.date_span is not None and meeting.date_span.of(text) == "March 3"
    assert {p.span.of(text) for p in meeting.participants} == {"Karel Vrba", "Ambassador"}


def test_list_gets_day_and_full_names_from_the_text() -> None:
    found = cable(
        "Under Secretary Peter Quill met Foreign Minister Karel Vrba on March 3.",
        "Participants:\n\nU.S.\nUnder Secretary Quill\nAmbassador Holloway\n\nCzech Republic\nForeign Minister Vrba",
        "This message was cleared.",
    )
    (meeting,) = found.meetings
    assert meeting.method == "list" and meeting.date == "2009-03-03"
    assert [p.name for p in meeting.participants] == ["Peter Quill", "Ann Holloway", "Karel Vrba"]


SUBJECT = "AMBASSADOR'S MEETING WITH FM KAREL VRBA"


def test_subject_alone() -> None:
    found = cable(
        "Vrba was worried about gas.", "Vrba also asked for help.", subject="AMBASSADOR'S MEETING WITH FM KAREL VRBA"
    )
    assert [m.rule for m in found.meetings] == [IN_SUBJECT]
    assert people(found)[0][0] == ("Ann Holloway", "US")


def test_delegations_told_in_sentences() -> None:
    found = cable(
        "The Czech side was led by MG Jan Kolar and included Deputy Foreign Minister Karel Vrba. The U.S. side "
        "included Defense Attache Col. Dan Albright; DAS Lee Roe; and Poloff (notetaker).",
        "They agreed.",
    )
    (names,) = people(found)
    assert ("Jan Kolar", "Czech Republic") in names and ("Karel Vrba", "Czech Republic") in names
    assert ("Dan Albright", "US") in names and ("Lee Roe", "US") in names and (None, "US") in names


def test_speaker_missing_from_the_list_is_less_sure() -> None:
    found = cable(
        "Under Secretary Peter Quill met Foreign Minister Karel Vrba on March 3.",
        "Deputy Foreign Minister Jan Kolar told Quill that gas was short.",
        "Participants:\n\nU.S.\nUnder Secretary Quill\n\nCzech Republic\nForeign Minister Vrba",
        "This message was cleared.",
    )
    (meeting,) = found.meetings
    assert [(p.name, p.method, p.rule) for p in meeting.participants] == [
        ("Peter Quill", "list", ON_LIST),
        ("Karel Vrba", "list", ON_LIST),
        ("Jan Kolar", "inferred", OFF_LIST),
    ]
    assert meeting.participants[0].confidence > meeting.participants[2].confidence


def test_the_side_of_a_participant_tells_a_country_that_nothing_else_tells() -> None:
    cable = parse_text(
        "FM AMCONSUL HALIFAX\nTO SECSTATE WASHDC\n\nUNCLAS HALIFAX 000044\n\nSUBJECT: HARTLEY VISITS\n\n"
        "1. (U) Ambassador Margaret Hartley visited St. John's on June 15, accompanied by Consul General Boyle.\n\n"
        "2. (U) On June 15 the Ambassador met with Resources Minister Kathleen O'Dea to discuss cod.\n\nBOYLE\n"
    )
    assert {p.name: p.country for p in cable.persons}["Margaret Hartley"] == "US"


def test_officials_without_their_side_are_those_named_with_it() -> None:
    found = cable(
        "USG officials met with Mayor Jan Vrba on May 3.",
        "Regarding gas, Vrba also mentioned to USG officials that it was gone.",
    )
    assert [[p.title for p in m.participants] for m in found.meetings] == [["USG officials", "Mayor"]]
