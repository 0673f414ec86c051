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
