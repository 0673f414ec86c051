"""Days, places, sides, offices and cues, each on its own."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.parse.lexicon.nationality import demonym_before
from cablerdf.parse.lexicon.offices import singular
from cablerdf.parse.meetings.lists.roster import roster
from cablerdf.parse.meetings.lists.step import place_after
from cablerdf.parse.meetings.offices.titles import printed_title, title_of
from cablerdf.parse.meetings.words.cues import cues
from cablerdf.parse.meetings.words.functions import function_of, is_officer
from cablerdf.parse.meetings.words.sides import side_of, sides_in
from cablerdf.parse.meetings.words.title_sides import side_in_title
from cablerdf.parse.meetings.words.when import dates, read_time
from cablerdf.rdf.gazetteer import country
from cablerdf.vocab.tables import rows


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("March 28, 2009", "2009-04-03", ["2009-03-28"]),
        ("28 March", "2009-04-03", ["2009-03-28"]),
        ("December 30", "2010-01-04", ["2009-12-30"]),
        ("March 13-14", "2009-04-03T22:17Z", ["2009-03-13"]),
        ("Feb. 3 and Mar. 5", "2009-04-03", ["2009-02-03", "2009-03-05"]),
        ("January 5, 2009", "2010-01-12", ["2010-01-05"]),  # the old year by habit
        ("January 3", "2006", ["2006-01-03"]),
        ("May 3", None, []),
        ("February 30", "2009-04-03", []),
        ("May 10:30", "2009-04-03", []),
    ],
)
def test_dates(text: str, issued: str | None, expected: list[str]) -> None:
    assert [d.date for d in dates(text, Span(0, len(text)), issued)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("8:30 am", "08:30"), ("12:30p.m.", "12:30"), ("12 a.m.", "00:00"), ("1600 hours", "16:00"),
     ("4:15 p.m.", "16:15"),
     ("in 2009", None), ("25:10", None)],
)  # fmt: skip
def test_time(text: str, expected: str | None) -> None:
    assert read_time(text, Span(0, len(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("; Vina del Mar, Chile.", "Vina del Mar"),
        ("; St. Regis Hotel,\nBeijing.", "St. Regis Hotel, Beijing"),
        (", Washington, DC.", "Washington, DC"),
        (" in the afternoon", None),
        ("", None),
    ],
)
def test_place(text: str, expected: str | None) -> None:
    found = place_after(text, Span(0, len(text)))
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("word", "host", "expected"),
    [("U.S.", None, "US"), ("us", None, None), ("Korean", None, "South Korea"), ("GOT", "Turkey", "Turkey"),
     ("GOT", None, None), ("EU", None, "EU"), ("Greg", None, None), ("British", None, "United Kingdom")],
)  # fmt: skip
def test_side(word: str, host: str | None, expected: str | None) -> None:
    assert side_of(word, host) == expected


def test_every_name_of_a_state_names_one_side_and_one_country() -> None:
    for row in rows("countries"):
        for form in filter(None, (row["name"], *row["aliases"].split(";"))):
            assert side_of(form) in (None, plain_country(row["name"])), form  # None: `the Kingdom`
            assert country(form) == row["name"]


def test_sides_in_a_line() -> None:
    assert [s for _, _, s in sides_in("MFA North American Desk, Saudi Arabia, French DCM")] == [
        "Saudi Arabia",
        "France",
    ]
    assert demonym_before("South Korean Minister") == "South Korea" and demonym_before("Desk Officer") is None
    assert side_in_title("Director for Iraq") is None and side_in_title("NEA DAS") == "US"


def test_titles() -> None:
    text = "his Secretary General Ann Poe, Amb. Lee Roe"
    assert title_of(text, (Span(0, 21),)) == "Secretary General"
    assert title_of(text, (Span(31, 35),)) == "Ambassador"
    assert printed_title(text, Span(22, 29), Span(0, len(text))) == "Secretary General"
    assert singular("presidential advisors") == "presidential advisor"


def test_functions() -> None:
    assert function_of("note-taker") == "notetaker" and function_of("Director") is None
    assert is_officer("the DCM") and is_officer("Emboffs") and not is_officer("Director for Iraq")


def test_cues() -> None:
    text = "poloff had lunch with x. y told z of a meeting on may 3 with w; metal tolds"
    assert [c.form for c in cues(text, Span(0, len(text)))] == ["lunch with", "told", "meeting"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MG Jaime Lopez and Col. J.J. Juarez, Section 5 DH", ["Jaime Lopez", "J.J. Juarez"]),
        ("Ann Poe, Desk Officer; Lee Roe, Director; and Poloff", ["Ann Poe", "Lee Roe", None]),
        ("DAS Ann Poe, Bureau of European and Eurasian Affairs; Lee Roe, Staff", ["Ann Poe", "Lee Roe"]),
        ("", []),
    ],
)
def test_roster_in_a_sentence(text: str, expected: list[str | None]) -> None:
    found = roster(text, Span(0, len(text)), "sentence")
    assert [e.name.of(text) if e.name else None for e in found] == expected
