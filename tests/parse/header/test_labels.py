"""E.O., TAGS, SUBJECT."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("printed", "declassify_on"),
    [
        ("E.O. 12958: DECL: 04/10/2019", "2019-04-10"),
        ("EO 12958 DECL: 4/1/19", "2019-04-01"),
        ("E.O. 12958: DECL: 2019/12/16", "2019-12-16"),
        ("E.O. 12958: DECLl: 05/12/2018", "2018-05-12"),
        ("E.O. 12958: Declassify on 8/31/2034", "2034-08-31"),
        ("E.O. 12958: DNG: CO 04/08/2026", "2026-04-08"),
        ("E.O. 12958: DECL: JUNE 21, 2016", "2016-06-21"),
        ("E.O. 12958: DECL: 21 JUN 2016", "2016-06-21"),
        ("E.O. 12958: 04-10-2019", "2019-04-10"),
        ("E.o. 12958: decl: 05/16/2033", "2033-05-16"),
        ("E.O. 12958: DECL: TEN YEARS AFTER\nTHE BRIDGE OPENS", "TEN YEARS AFTER THE BRIDGE OPENS"),
        ("E.O.12356: DECL:OADR", "OADR"),
        ("E.O. 11652: GDS", "GDS"),
        ("E.O. 12958: DECL: N/A", None),
        ("E.O. 12958: N/A", None),
        ("EO 12958 N/A", None),
        ("E.O. 12958: AS AMENDED; DECLASSIFIED JUNE 21, 2006", None),
    ],
)
def test_declassify_on(read, printed: str, declassify_on: str | None) -> None:
    assert (
        read(f"O 101200Z APR 09\nFM AMEMBASSY LISBON\nS E C R E T LISBON 000418\n{printed}\nTAGS: PREL").declassify_on
        == declassify_on
    )


def test_day_and_month_exchanged(read) -> None:
    draft = read("E.O. 12958: DECL: 25/12/2019\nTAGS: PREL")
    assert draft.declassify_on == "2019-12-25"
    assert [problem.code for problem in draft.problems] == ["date-order"]


@pytest.mark.parametrize(("printed", "order"), [("12598", "12958"), ("13526", "13526"), ("12345", "12345")])
def test_executive_order(read, printed: str, order: str) -> None:
    assert read(f"E.O. {printed}: DECL: 04/10/2019\nTAGS: PREL").executive_order == order


@pytest.mark.parametrize(
    ("printed", "tags"),
    [
        ("PREL PGOV PO", ("PREL", "PGOV", "PO")),
        ("PREL, PGOV, PO", ("PREL", "PGOV", "PO")),
        ("PREL;PGOV;PO", ("PREL", "PGOV", "PO")),
        ("PREL PGOV\nPO", ("PREL", "PGOV", "PO")),
        ("PREL PGOV PREL PO", ("PREL", "PGOV", "PO")),
        ("prel, pgov,\npo", ("PREL", "PGOV", "PO")),
        ("OVIP ROE JANE PREL", ("OVIP", "ROE, JANE", "PREL")),
        ("OVIP (ROE, JANE Q.), PREL", ("OVIP", "ROE, JANE Q.", "PREL")),
        ("OVIP, ROEBUCK, JANE, PREL", ("OVIP", "ROEBUCK, JANE", "PREL")),
        ("PREL/PGOV, XXXXXXXXXXXX", ("PREL", "PGOV")),
        ("PREL, EUN, USEU BRUSSELS", ("PREL", "EUN", "USEU BRUSSELS")),
        ("PREL PO COUNTER TERRORISM", ("PREL", "PO", "COUNTER TERRORISM")),
        ("PREL INTERPOL PO", ("PREL", "INTERPOL", "PO")),
        ("[PREL](#) [PGOV](#) PO", ("PREL", "PGOV", "PO")),
        ("ECONEINVETRDPO", ("ECON", "EINV", "ETRD", "PO")),
        ("PREL PGOVPTER, PO", ("PREL", "PGOV", "PTER", "PO")),
        ("PREL PO SIPDIS", ("PREL", "PO")),
        ("PREL - PGOV - PO", ("PREL", "PGOV", "PO")),
        ("PREL COUNTERTERRORISM PO", ("PREL", "COUNTERTERRORISM", "PO")),
        ("PREL PO GOI EXTERNAL", ("PREL", "PO", "GOI EXTERNAL")),
        ("OVIP ROEBUCK XANTHE PREL", ("OVIP", "ROEBUCK, XANTHE", "PREL")),
        ("PREL, PGOV,\n\nPO, SP", ("PREL", "PGOV", "PO", "SP")),
    ],
)
def test_tags(read, printed: str, tags: tuple[str, ...]) -> None:
    draft = read(f"S E C R E T LISBON 000418\nTAGS: {printed}\nSUBJECT: X")
    assert draft.tags == tags
    assert len(draft.spans["tags"]) == len(tags)


def test_unknown_tags_are_kept_and_reported(read) -> None:
    draft = read("TAGS: PREL ZZZZ\nSUBJECT: X")
    assert draft.tags == ("PREL", "ZZZZ")
    assert [problem.code for problem in draft.problems] == ["tag-unknown"]


@pytest.mark.parametrize(
    ("printed", "subject", "marking"),
    [
        ("SUBJECT: THE MINISTER ON THE \nBRIDGE", "THE MINISTER ON THE BRIDGE", None),
        ("SUBJECT: (S) THE BRIDGE", "(S) THE BRIDGE", "S"),
        ("SUBJ: THE BRIDGE (C/NF)", "THE BRIDGE (C/NF)", "C/NF"),
        ("SUBJET: THE BRIDGE", "THE BRIDGE", None),
        ("SUBJECT: THE MINISTER ON THE\n\nBRIDGE", "THE MINISTER ON THE BRIDGE", None),
        (
            "SUBJECT: THE MINISTER ON THE BRIDGE\n\nThis cable has been cleared by Oslo.",
            "THE MINISTER ON THE BRIDGE",
            None,
        ),
        ("SUBJECT: THE BRIDGE\nThe minister told us that it was shut.", "THE BRIDGE", None),
        ("SUBJECT: THE BRIDGE The minister told us that it was shut.", "THE BRIDGE", None),
        ("SUBJECT: THE BRIDGE\nSummary: It was shut.", "THE BRIDGE", None),
        ("SUBJECT: THE BRIDGE\n---------", "THE BRIDGE", None),
        ("SUBJECT:\n\n\nTHE BRIDGE", "THE BRIDGE", None),
        ("SUBJECT: THE BRIDGE: REPORTS ON TAGS AND REFS", "THE BRIDGE: REPORTS ON TAGS AND REFS", None),
    ],
)
def test_subject(read, printed: str, subject: str, marking: str | None) -> None:
    rest = "Classified By: DCM J. Roe, reason 1.4 (b)\n\n¶1. (S) He left."
    draft = read(f"S E C R E T LISBON 000418\nTAGS: PREL\n{printed}\n\n{rest}")
    assert (draft.subject, draft.subject_marking) == (subject, marking)


def test_all_on_one_line(read) -> None:
    text = "S E C R E T LISBON 000418 SIPDIS EO 12958 DECL: 04/10/2019 "
    text += "TAGS PREL, PO SUBJECT: THE BRIDGE REF: MADRID 12\n\n1. (S) He left."
    draft = read(text, id="09LISBON418")
    assert (draft.declassify_on, draft.tags, draft.subject) == ("2019-04-10", ("PREL", "PO"), "THE BRIDGE")
    assert [reference.id for reference in draft.references] == ["09MADRID12"]
