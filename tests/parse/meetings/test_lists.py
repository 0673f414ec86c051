"""Participant lists in the forms that telegrams print them in."""

from __future__ import annotations

import pytest

from cablerdf.model import Meeting, SourceDocument, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings import parse_participant_lists


def meetings(text: str, post: str | None = None, issued: str | None = "2009-04-03T22:17Z") -> tuple[Meeting, ...]:
    draft = Draft(SourceDocument(name="test", text=text, format="text"), text)
    draft.zones.body = Span(0, len(text))
    draft.post, draft.issued = post, issued
    parse_participant_lists(draft)
    return draft.meetings


def people(text: str, post: str | None = None) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(p.name, p.title, p.side, p.note) for m in meetings(text, post) for p in m.participants]


ONE_COLUMN = """¶1. (U) March 28, 2009; 8:30 am; Puerto Alto, Chile.

¶2. (U) Participants:

U.S.
Walter Grady, Vice President
Ann Holloway, National Security Advisor to the
Vice President
Peter Quill (notetaker), Political/Economic
Officer, U.S. Embassy Lima

United Kingdom
Foreign Secretary Hugh Alderton
Interpreter

¶3. (C) Summary: They met.
"""


def test_one_column() -> None:
    (meeting,) = meetings(ONE_COLUMN)
    assert (meeting.date, meeting.time, meeting.place) == ("2009-03-28", "08:30", "Puerto Alto")
    assert [(p.name, p.title, p.side, p.note) for p in meeting.participants] == [
        ("Walter Grady", "Vice President", "US", None),
        ("Ann Holloway", "National Security Advisor to the Vice President", "US", None),
        ("Peter Quill", "Political/Economic Officer, U.S. Embassy Lima", "US", "notetaker"),
        ("Hugh Alderton", "Foreign Secretary", "United Kingdom", None),
        (None, "Interpreter", "United Kingdom", "interpreter"),
    ]
    assert [p.span.of(ONE_COLUMN) for p in meeting.participants][:2] == ["Walter Grady", "Ann Holloway"]
    assert meeting.method == "list" and all(p.method == "list" for p in meeting.participants)


def test_run_together() -> None:
    text = (
        "¶3. (U) Participants:\n\nU.S. The Secretary Charge d'Affaires Paul Lund Dr. Mary-Ann Holt, S/P Ian Pryce, "
        "EAP PDAS Laura Finch, EAP/ANP notetaker\nAUSTRALIA Prime Minister Keith Barlow Ambassador Dora Penn "
        "Owen Marsh, National Security Advisor Clive Stead, Chief of Staff\n\n¶4. (C) SUMMARY. They met.\n"
    )
    assert people(text) == [
        (None, "The Secretary", "US", None),
        ("Paul Lund", "Charge d'Affaires", "US", None),
        ("Mary-Ann Holt", "Dr., S/P", "US", None),
        ("Ian Pryce", "EAP PDAS", "US", None),
        ("Laura Finch", "EAP/ANP", "US", "notetaker"),
        ("Keith Barlow", "Prime Minister", "Australia", None),
        ("Dora Penn", "Ambassador", "Australia", None),
        ("Owen Marsh", "National Security Advisor", "Australia", None),
        ("Clive Stead", "Chief of Staff", "Australia", None),
    ]


def test_two_columns() -> None:
    text = (
        "PARTICIPANTS \n------------ \n\n¶11. (U) U.S. Moroccan \n---- -------- \n\n"
        "NEA A/S C. Daniel Webb DGED Director General \nAmb. Thomas T. Reed Ahmed Yassir \n"
        "DCM Robert P. Jaffe Mansour \nRAO Counselor Greta Gaines Gen. Abdelkrim Azzouz \n"
        "NEA Staff Assistant \nKim Harlow \n\n¶12. (U) A/S Webb cleared this message.\n"
    )
    assert people(text) == [
        ("C. Daniel Webb", "NEA A/S", "US", None),
        ("Thomas T. Reed", "Ambassador", "US", None),
        ("Robert P. Jaffe", "DCM", "US", None),
        ("Greta Gaines", "RAO Counselor", "US", None),
        ("Kim Harlow", "NEA Staff Assistant", "US", None),
        ("Ahmed Yassir Mansour", "DGED Director General", "Morocco", None),
        ("Abdelkrim Azzouz", "Gen.", "Morocco", None),
    ]


def test_columns_with_their_blanks() -> None:
    text = (
        "¶2. (U) Participants:\n\nUnited States            Colombia\n-------------            --------\n"
        "Ambassador Ann Poe       President Luis Rojas\nDCM Lee Roe              Minister Carlos Gil\n\n¶3. (C) So.\n"
    )
    assert people(text) == [
        ("Ann Poe", "Ambassador", "US", None),
        ("Lee Roe", "DCM", "US", None),
        ("Luis Rojas", "President", "Colombia", None),
        ("Carlos Gil", "Minister", "Colombia", None),
    ]


def test_bullets_and_headings_of_sides() -> None:
    text = (
        "¶10. (U) Participants in the meeting with FM Sobol:\n"
        "U.S. Participants: -U/S Ellen Tanner -Ambassador Lee Fine\n"
        "Polish Participants: -FM Radek Sobol -Director of the Minister's Secretariat, Michal Mika\n\n"
        "¶11. (U) Participants in the meeting with MOD Klos:\nU.S. Participants: -U/S Ellen Tanner\n"
        "Polish Participants: -DefMin Bogdan Klos\n\n¶12. (U) Cleared.\n"
    )
    first, second = meetings(text)
    assert [(p.name, p.side) for p in first.participants] == [
        ("Ellen Tanner", "US"),
        ("Lee Fine", "US"),
        ("Radek Sobol", "Poland"),
        ("Michal Mika", "Poland"),
    ]
    assert [(p.name, p.title) for p in second.participants] == [("Ellen Tanner", "U/S"), ("Bogdan Klos", "DefMin")]


def names(text: str) -> list[str | None]:
    return [name for name, *_rest in people(text)]


def test_bullets_that_wrap() -> None:
    text = (
        "¶2. (U) Participants:\nU.S.: -- DCM Ann Poe -- Consul General Lee\nRoe -- Otto Vale, Desk Officer --\nEconoff "
        "Jan Marsh\n\n¶3. (C) So.\n"
    )
    assert names(text) == ["Ann Poe", "Lee Roe", "Otto Vale", "Jan Marsh"]


@pytest.mark.parametrize("label", ["Those present were:", "The following attended:", "The following attended: U.S.:"])
def test_labels_that_are_sentences(label: str) -> None:
    text = f"¶2. (U) {label}\nDCM Ann Poe\nConsul General Lee Roe\n\n¶3. (C) So.\n"
    assert names(text) == ["Ann Poe", "Lee Roe"]


def test_dashes_without_blanks_part_name_and_office() -> None:
    text = "¶2. (U) Participants:\nU.S.\nAnn Poe--Political Counselor\nLee Roe--Desk Officer\n\n¶3. (C) So.\n"
    assert people(text)[0] == ("Ann Poe", "Political Counselor", "US", None)


def test_a_sentence_of_people_with_titles_before_them_or_in_parentheses() -> None:
    text = (
        "¶2. (U) Participants:\nColombia: Minister Luis Rojas, Carlos Gil (Private\nSecretary to the Minister), "
        "Ana Diaz (Director,\nAmericas Department).\n\n¶3. (C) So.\n"
    )
    assert [(name, title) for name, title, *_rest in people(text)] == [
        ("Luis Rojas", "Minister"),
        ("Carlos Gil", "Private Secretary to the Minister"),
        ("Ana Diaz", "Director, Americas Department"),
    ]


@pytest.mark.parametrize(
    "below",
    ["BILATERAL RELATIONS", "In a friendly talk, both sides agreed to look at trade again.", "Officials\nNaval"],
)
def test_what_stands_below_a_list_is_nobody(below: str) -> None:
    text = f"Participants:\n\nU.S.\nDCM Ann Poe\nConsul General Lee Roe\n\n{below}\n\n¶3. (C) So.\n"
    assert [name for name in names(text) if name] == ["Ann Poe", "Lee Roe"]


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("U.S. ---", "US"),
        ("Colombia\n--------", "Colombia"),
        ("FOR THE U.S.:", "US"),
        ("Korean Delegation", "South Korea"),
        ("GOJ:", "Japan"),
        ("Israel", "Israel"),
        ("Russian Side", "Russia"),
        ("United states", "US"),
    ],
)
def test_side_headings(heading: str, side: str) -> None:
    assert people(f"¶2. (SBU) Participants:\n\n{heading}\nDirector Ann Poe\n\n¶3. (C) They met.\n", "TOKYO") == [
        ("Ann Poe", "Director", side, None)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("NEA - DAS David Hart", ("David Hart", "NEA - DAS", None)),
        ("-- Brig. Gen. (res) Pini Buk, MOD\nChief", ("Pini Buk", "Brig. Gen. (res), MOD Chief", None)),
        ("Minister of Commerce & Tourism Luis Prado", ("Luis Prado", "Minister of Commerce & Tourism", None)),
        ("Minister of Trade, Industry & Labor Luis Prado", ("Luis Prado", "Minister of Trade, Industry & Labor", None)),
        ("Wanda Nash, Embassy Notetaker", ("Wanda Nash", "Embassy", "notetaker")),
        ("Secretary for Governance (SEG) Jorge Guz\nFo", ("Jorge Guz Fo", "Secretary for Governance (SEG)", None)),
        ("xxxxxxxxxxxx, Ministry of the Interior", (None, "Ministry of the Interior", None)),
        ("Jon M. Hunt, Jr., Ambassador", ("Jon M. Hunt, Jr.", "Ambassador", None)),
        ("Poloff Sky Justice (notetaker)", ("Sky Justice", "Poloff", "notetaker")),
        ("Francisco de la Torre, Legal Adviser", ("Francisco de la Torre", "Legal Adviser", None)),
    ],
)  # fmt: skip
def test_entry(line: str, expected: tuple[str | None, str | None, str | None]) -> None:
    bullet = line[: line.index(" ") + 1] if line.startswith("-") else ""
    found = people(f"¶2. (SBU) Participants:\n\nU.S.\n{line}\n{bullet}Minister Lee Roe\n\n¶3. (C) They met.\n")
    assert found[0] == (expected[0], expected[1], "US", expected[2])


@pytest.mark.parametrize(
    "text",
    [
        "¶4. (C) Some participants to the talks left early.\n",
        "¶4. (C) Workshop\nparticipants, he said, were bored.\n\n¶5. (C) More.\n",
        "",
    ],
)
def test_no_list(text: str) -> None:
    assert meetings(text) == ()


SIDES_IN_A_LINE = [
    "U.S.: Ambassador Ann Poe; Lee Roe, DCM (notetaker). Chile: Ana Rojas, Foreign Minister; Luis Prado, Director.",
    "U.S. Ambassador Ann Poe DCM Lee Roe (notetaker) CHILE Foreign Minister Ana Rojas Director Luis Prado",
    "U.S. Ambassador Ann Poe DCM Lee Roe (notetaker) Chile Foreign Minister Ana Rojas Director Luis Prado",
]


@pytest.mark.parametrize("line", SIDES_IN_A_LINE)
def test_sides_within_a_line(line: str) -> None:
    assert people(f"¶2. (C) Participants: {line}\n\n¶3. (C) They met.\n") == [
        ("Ann Poe", "Ambassador", "US", None),
        ("Lee Roe", "DCM", "US", "notetaker"),
        ("Ana Rojas", "Foreign Minister", "Chile", None),
        ("Luis Prado", "Director", "Chile", None),
    ]


def test_a_desk_is_no_side() -> None:
    text = (
        "¶2. (C) Participants: U.S. DAS Ann Poe EAP Director Lee Roe Chile Desk Officer Ian Pryce WHA Americas Chief\n"
    )
    assert {p[2] for p in people(text)} == {"US"}


def test_offices_after_dashes() -> None:
    text = (
        "PARTICIPANTS\n------------\n\n2. (C) US:\n-- Lee Roe -- Desk Officer\n-- Ann Poe (notetaker)\n\n"
        "CHILE:\n-- Ana Rojas -- Foreign Minister\n\n3. (C) They met.\n"
    )
    assert people(text) == [
        ("Lee Roe", "Desk Officer", "US", None),
        ("Ann Poe", None, "US", "notetaker"),
        ("Ana Rojas", "Foreign Minister", "Chile", None),
    ]


def test_an_office_dash_office_in_a_run() -> None:
    text = "¶2. (C) Participants: U.S. NEA - DAS David Hart Ambassador Ann Poe Desk\nOfficer Lee Roe (notetaker)\n"
    assert [(p[0], p[1]) for p in people(text)] == [
        ("David Hart", "NEA - DAS"),
        ("Ann Poe", "Ambassador"),
        ("Lee Roe", "Desk Officer"),
    ]


def test_columns_with_indented_lines() -> None:
    text = (
        "¶2. (U) Participants:\n\n  U.S.                        Chile\n  ----                        -----\n"
        "  Ambassador Ann Poe          Ana Rojas, Foreign Minister\n"
        "  Lee Roe, Political          Luis Prado, Member of\n"
        "    Counselor                   Congress\n  Poloff Ian Q. P. Longfellow Eva Soto, interpreter\n\n¶3. (C) So.\n"
    )
    assert people(text) == [
        ("Ann Poe", "Ambassador", "US", None),
        ("Lee Roe", "Political Counselor", "US", None),
        ("Ian Q. P. Longfellow", "Poloff", "US", None),
        ("Ana Rojas", "Foreign Minister", "Chile", None),
        ("Luis Prado", "Member of Congress", "Chile", None),
        ("Eva Soto", "interpreter", "Chile", "interpreter"),
    ]


def test_a_list_in_wrapped_lines() -> None:
    text = (
        "¶2. (C) Participants:\n\nChilean side: Foreign Minister Ana Rojas, Political Director Luis\n"
        "Prado, and Desk Officer Eva Soto\n\n¶3. (C) They met.\n"
    )
    assert [(p[0], p[1]) for p in people(text)] == [
        ("Ana Rojas", "Foreign Minister"),
        ("Luis Prado", "Political Director"),
        ("Eva Soto", "Desk Officer"),
    ]


def test_sides_in_numbered_paragraphs() -> None:
    text = (
        "------------\n(U) Participants\n------------\n\n¶76. (SBU) U.S. Delegation:\n\nAnn Poe, Desk Officer\n\n"
        "¶77. (SBU) Chilean Delegation:\n\nLuis Prado, Counselor\n\n¶78. (U) Cleared.\n"
    )
    assert people(text) == [
        ("Ann Poe", "Desk Officer", "US", None),
        ("Luis Prado", "Counselor", "Chile", None),
    ]


def test_date_hour_and_place_by_their_labels() -> None:
    text = (
        "¶2. (U) Date/Time: March 23, 2009, 1500-1600\nLocation: Foreign Ministry, Santiago\nParticipants:\n"
        "U.S.\nDCM Lee Roe\n\n¶3. (C) They met.\n"
    )
    (meeting,) = meetings(text)
    assert (meeting.date, meeting.time, meeting.place) == ("2009-03-23", "15:00", "Foreign Ministry, Santiago")
