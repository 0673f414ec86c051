"""Letters that a scanner read for figures, and figures that it read for letters: put right, and told."""

from __future__ import annotations

import pytest

from cablerdf.parse.header.dates import find_date
from cablerdf.parse.header.scanned import figures


@pytest.mark.parametrize(
    ("printed", "declassify_on", "codes"),
    [
        ("09/14/20l8", "2018-09-14", {"date-misread"}),
        ("l1/16/2014", "2014-11-16", {"date-misread"}),
        ("05/2O/2027", "2027-05-20", {"date-misread"}),
        ("01-l3-2010", "2010-01-13", {"date-misread"}),
        ("17OCT13", "2013-10-17", set()),
        ("02//27/2018", "2018-02-27", set()),
        ("12/31/20x8", None, {"date-unreadable"}),
        ("13/45/2018", None, {"date-unreadable"}),
        ("FALL OF THE WALL", "FALL OF THE WALL", set()),
    ],
)
def test_dates_of_declassification(read, printed: str, declassify_on: str | None, codes: set[str]) -> None:
    draft = read(f"S E C R E T LISBON 000418\nE.O. 12958: DECL: {printed}\nTAGS: PREL", id="09LISBON418")
    assert (draft.declassify_on, {problem.code for problem in draft.problems}) == (declassify_on, codes)


def test_the_order_may_be_misread_too(read) -> None:
    draft = read("E.O. l2958: DECL: 04/10/2019\nTAGS: PREL")
    assert (draft.executive_order, draft.declassify_on) == ("12958", "2019-04-10")
    assert [problem.code for problem in draft.problems] == ["executive-order-repaired"]


@pytest.mark.parametrize(
    ("printed", "misread"),
    [
        ("O 1O1200Z APR 09", True),
        ("O l01200Z APR 09", True),
        ("O 101200Z APR O9", True),
        ("O 101200ZAPR09", False),
        ("O 10 1200Z APR 09", False),
        ("O 101200Z-APR-09", False),
        ("O 101200Z/APR/2009", False),
        ("OO 101200Z APR 09", False),
        ("O\n101200Z APR 09", False),
        ("O 101200 Z APR 09", False),
    ],
)
def test_date_time_groups(read, printed: str, misread: bool) -> None:
    draft = read(f"{printed}\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\nS E C R E T LISBON 000418\n\nTAGS: PREL")
    assert (draft.dtg, draft.precedence, draft.id) == ("2009-04-10T12:00Z", "IMMEDIATE", "09LISBON418")
    assert ("dtg-damaged" in {problem.code for problem in draft.problems}) == misread


@pytest.mark.parametrize(
    ("line", "level", "code"),
    [
        ("S E C R E T LISBON O00418", "SECRET", "number-misread"),
        ("S E C R E T LISBON 0OO4l8", "SECRET", "number-misread"),
        ("UNCLA5 LISBON 000418", "UNCLASSIFIED", "classification-damaged"),
        ("UNCLASS SECTION 01 OF 02 LISBON 000418", "UNCLASSIFIED", "classification-damaged"),
        ("5 E C R E T LISBON 000418", "SECRET", "classification-damaged"),
        ("S E C R E LISBON 000418", "SECRET", "classification-damaged"),
        ("S E C RE T LISBON 000418", "SECRET", None),
        ("C 0 N F I D E N T I A L LISBON 000418", "CONFIDENTIAL", "classification-damaged"),
        ("UNCLAS LISBON 000418/01", "UNCLASSIFIED", None),
        ("UNCLAS LISBON #418", "UNCLASSIFIED", None),
    ],
)
def test_classification_lines(read, line: str, level: str, code: str | None) -> None:
    draft = read(f"O 101200Z APR 09\nFM AMEMBASSY LISBON\n{line}\n\nTAGS: PREL\nSUBJECT: FISH\n\n1. Text.")
    assert (draft.id, draft.classification) == ("09LISBON418", level)
    assert {problem.code for problem in draft.problems} == ({code} if code is not None else set())


@pytest.mark.parametrize("line", ["UNCLE SAM 12", "SECRETE NOWHERE 12", "SECTOR LISBON 12"])
def test_what_is_no_level(read, line: str) -> None:
    assert read(f"{line}\n\nTAGS: PREL", id="09LISBON418").classification is None


@pytest.mark.parametrize(
    "printed",
    [
        "[PREL ECON PO]",
        "(PREL ECON PO)",
        "'PREL' 'ECON' 'PO'",
        "#PREL #ECON #PO",
        "PREL* ECON* PO*",
        "PREL AND ECON AND PO",
        "PREL:ECON:PO",
        "PREL & ECON & PO",
    ],
)
def test_signs_among_tags(read, printed: str) -> None:
    draft = read(f"TAGS: {printed}\nSUBJECT: FISH")
    assert draft.tags == ("PREL", "ECON", "PO")


def test_signs_about_tags_are_told(read) -> None:
    assert [problem.code for problem in read("TAGS: [PREL PO]\nSUBJECT: FISH").problems] == ["tags-signs"]


def test_figures_are_read_only_where_all_signs_are_figures() -> None:
    assert figures("X1 OADR 1.6 O1L0 G8 10O") == "X1 OADR 1.6 0110 G8 100"
    assert find_date("12/31/20x8") is None
