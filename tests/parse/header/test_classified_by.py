"""Who classified, in what office, for which reasons."""

from __future__ import annotations

import pytest

from cablerdf.parse.header.classifier.line import read_reasons
from cablerdf.parse.header.classifier.names import natural_name

LINES = [
    ("Ambassador April H. Lund for reasons 1.4 (b) and (d).", "April H. Lund", "Ambassador"),
    ("Ambassador Jane Q. Roe for reasons 1.4 (b) and (d).", "Jane Q. Roe", "Ambassador"),
    ("AMBASSADOR JANE A. ROE. REASONS 1.5 (B) AND (D).", "Jane A. Roe", "AMBASSADOR"),
    ("Jane Roe, for reasons 1.4 (b)(d)", "Jane Roe", None),
    ("JANE ROE, DIRECTOR, INR/OPS. REASON: 1.4(C).", "Jane Roe", "DIRECTOR, INR/OPS"),
    (
        "Jane Roe, Ambassador, Department of State, EXEC; REASON: 1.4(B), (D)",
        "Jane Roe",
        "Ambassador, Department of State, EXEC",
    ),
    ("CDA, A.I. JANE ROE FOR REASON 1.5 (A/C).", "Jane Roe", "CDA, A.I."),
    ("Charge d'Affaires, a.i., Jane Roe, reasons 1.4 (b)", "Jane Roe", "Charge d'Affaires, a.i."),
    ("Classified by Political M/C Jane Roe, Reasons 1.4 (b,d).", "Jane Roe", "Political M/C"),
    ("(U)  CLASSIFIED BY EAP DAS JANE ROE, Reasons 1.4 (b,d).", "Jane Roe", "EAP DAS"),
    ("CLASSIFIED CONFIDENTIAL BY ACTING DCM JANE ROE FOR REASON 1.4 (d).", "Jane Roe", "ACTING DCM"),
    (
        "Minister-Counselor for Political Affairs Jane Roe. Reasons: 1.4 (B/D).",
        "Jane Roe",
        "Minister-Counselor for Political Affairs",
    ),
    (
        "Consulate General Istanbul Deputy Principal Officer Jane Roe; Reason 1.5 (d).",
        "Jane Roe",
        "Consulate General Istanbul Deputy Principal Officer",
    ),
    ("Ambassador Jose B. Roe for reasons 1.4 (b) and (d).", "Jose B. Roe", "Ambassador"),  # no part of San Jose
    ("DCM San Jose Jane B. Roe for reasons 1.4 (b) and (d).", "Jane B. Roe", "DCM San Jose"),
    ("EconMinCouns Jane Roe for Reasons 1.4(b) and (d)", "Jane Roe", "EconMinCouns"),
    ("NAS Director Jane Mines, reasons 1.5 (b) (d)", "Jane Mines", "NAS Director"),
    ("SCA Jane A. Roe, Reasons: 1.4 B C AND D", "Jane A. Roe", "SCA"),
    ("Ambassador Clark T. Roe, Jr. Reasons 1.4 (b/d).", "Clark T. Roe Jr.", "Ambassador"),
    (
        "Political Minister-Counselor Jane Roe for reaso\nns 1.4 (b) and (d).",
        "Jane Roe",
        "Political Minister-Counselor",
    ),
    ("Political Counselor Michae\nl Roe for reasons 1.4 (b)", "Michael Roe", "Political Counselor"),
    ("Director for Central Asia Jane Roe for reasons 1.4 (b)", "Jane Roe", "Director for Central Asia"),
    ("Special Envoy for Sudan Jane Roe, reasons 1.4 (b)", "Jane Roe", "Special Envoy for Sudan"),
    ("DCM Dean Marie Price for reasons 1.4 (b)", "Dean Marie Price", "DCM"),
    ("Economic Counselor:Jane Roe for reasons 1.4 (b)", "Jane Roe", "Economic Counselor"),
    ("AMB:JANE ROE for reasons 1.4 (b)", "Jane Roe", "AMB"),
    ("DCM/J. Thomas Whitcombe for reasons 1.4 (b)", "J. Thomas Whitcombe", "DCM"),
    ("AmbassadorJane Roe for reasons 1.4 (b)", "Jane Roe", "Ambassador"),
    ("DCM Jane Roe (acting) for reasons 1.4 (b)", "Jane Roe", "DCM"),
    ("Political Counselor (Jane Roe) for reasons 1.4 (b)", "Jane Roe", "Political Counselor"),
    ("Ambassador Whitcombe, Jane for reasons 1.4 (b)", "Jane Whitcombe", "Ambassador"),
    ("Political Counsleor Jane Roe for reasons 1.4 (b)", "Jane Roe", "Political Counsleor"),
    ("Politi\ncal Counselor Jane Whit\ncombe for reasons 1.4 (b)", "Jane Whitcombe", "Political Counselor"),
    ("P0LITICAL C0UNSEL0R R0BERT R0E F0R REAS0NS 1.4 (b)", "Robert Roe", "POLITICAL COUNSELOR"),
    ("DCM Jane Roe, fo\nr resaons 1.4 (b)", "Jane Roe", "DCM"),
    ("DCM Jane Roe foor reaons 1.4 (b)", "Jane Roe", "DCM"),
    ("DCM Jane Roe based upon section 1.4 (b)", "Jane Roe", "DCM"),
    ("DCM Jane Roe by 1.4 (b)", "Jane Roe", "DCM"),
    ("DCM Jane Roe, E.O. 12958, reasons 1.4 (b)", "Jane Roe", "DCM"),
    ("DCM Jane Eason for reasons 1.4 (b)", "Jane Eason", "DCM"),
    ('DCM A. "Hoot" Roe. Reasons: 1.4 (b)', 'A. "Hoot" Roe', "DCM"),
    ("DCM Dr. Jane Roe for reasons 1.4 (b)", "Jane Roe", "DCM"),
    ("DCM Mr. John Q. Roe for reasons 1.4 (b)", "John Q. Roe", "DCM"),
    ("DCM Jane Roe, Ph.D. for reasons 1.4 (b)", "Jane Roe Ph.D.", "DCM"),
    ("(C) DCM Jane Roe for reasons 1.4 (b)", "Jane Roe", "DCM"),
    ("This cable was classified by DCM Jane Roe, reasons 1.4 (b)", "Jane Roe", "DCM"),
    ("Vice Con\nsul J. Thomas Roe; reasons: 1.4 (b)", "J. Thomas Roe", "Vice Consul"),
    ("Deputy Chief of Miss\nion Jane Roe; reasons: 1.4 (b)", "Jane Roe", "Deputy Chief of Mission"),
    ("Polcouns Jane Ca\nrlson. Reasons 1.4 (b)", "Jane Carlson", "Polcouns"),
    ("DCM Jane Tiowst\nad FOR REASONS 1.4 (b)", "Jane Tiowstad", "DCM"),
    ("DCM Jane Ros\nin FOR REASONS 1.4 (b)", "Jane Rosin", "DCM"),
    ("EUR ASSISTANT SECRETARY JANE ROE, A\nCTING FOR REASONS 1.4 (D)", "Jane Roe", "EUR ASSISTANT SECRETARY"),
    ("DCM ANN ARIA\nS FOR REASONS 1.4 (D)", "Ann Arias", "DCM"),
    ("Counselor Mines, Charles Marie, reasons 1.4 (b)", "Charles Marie Mines", "Counselor"),
    ("The Assistant Secretary for South Asia, reasons 1.4 (b)", None, "Assistant Secretary for South Asia"),
    ("Derived from GUIDE 05-01", None, "GUIDE 05-01"),
    ("Ambassador, reason 1.4 (b,d)", None, "Ambassador"),
    ("XXXXXXXXXXXX for Reasons 1.4 (b) and (d)", None, None),
]


@pytest.mark.parametrize(("printed", "name", "title"), LINES)
def test_name_and_title(read, printed: str, name: str | None, title: str | None) -> None:
    draft = read(f"S E C R E T LISBON 000418\nSUBJECT: X\n\nClassified By: {printed}\n\n¶1. (S) He left.")
    found = draft.classified_by
    assert found is not None
    assert (None if found.name is None else found.name.replace(",", ""), found.title) == (
        name and name.replace(",", ""),
        title,
    )


@pytest.mark.parametrize(
    ("printed", "reasons"),
    [
        ("1.4 (b) and (d)", ["1.4(b)", "1.4(d)"]),
        ("1.4(b,d)", ["1.4(b)", "1.4(d)"]),
        ("1.4 (b/d)", ["1.4(b)", "1.4(d)"]),
        ("1.4 b and d", ["1.4(b)", "1.4(d)"]),
        ("1.4 (b, c, and d)", ["1.4(b)", "1.4(c)", "1.4(d)"]),
        ("1.4 (b) a\nnd (d)", ["1.4(b)", "1.4(d)"]),
        ("1.4 (b)-(d)", ["1.4(b)", "1.4(c)", "1.4(d)"]),
        ("1.4 (b) and 1.5 (d)", ["1.4(b)", "1.5(d)"]),
        ("1.4(B AND D)", ["1.4(b)", "1.4(d)"]),
        ("14 (b) and (d)", ["1.4(b)", "1.4(d)"]),
        ("1.4(b). Declassify on request", ["1.4(b)"]),
        ("reasons unknown", []),
    ],
)
def test_reasons(printed: str, reasons: list[str]) -> None:
    assert list(read_reasons(printed)) == reasons


@pytest.mark.parametrize("between", [" and ", " & ", "; ", ", and "])
def test_two_classifiers(read, between: str) -> None:
    draft = read(f"SUBJECT: X\nClassified By: Ambassador Jane Roe{between}DCM John Doe for reasons 1.4 (b)")
    found = (draft.classified_by, *draft.co_classified_by)
    assert [(one.name, one.title) for one in found] == [("Jane Roe", "Ambassador"), ("John Doe", "DCM")]


def test_a_line_within_the_first_paragraph(read) -> None:
    text = "S E C R E T LISBON 000418\nSUBJECT: X\n\n"
    text += "1. CONFIDENTIAL - ENTIRE TEXT.  CLASSIFIED BY DCM JANE ROE FOR REASONS 1.4 (B).\n\n2. (S) He left."
    found = read(text).classified_by
    assert (found.name, found.title, found.reasons) == ("Jane Roe", "DCM", ("1.4(b)",))


def test_what_is_repaired_is_told(read) -> None:
    draft = read("Classified By: P0lCouns Jane R0e for reasons 1.4 (b)")
    assert draft.classified_by.name == "Jane Roe"
    assert [problem.code for problem in draft.problems] == ["classifier-repaired"] * 2


def test_derived(read) -> None:
    found = read("SUBJECT: X\nCLASSIFIED BY: Derived from Multiple Sources").classified_by
    assert (found.name, found.derived) == (None, True)


def test_a_line_numbered_like_a_paragraph(read) -> None:
    text = "S E C R E T STATE 000418\nSUBJECT: X\n\n"
    text += "¶1. (U) Classified by Acting DAS Jane Roe, Reasons 1.4\n(b) and (d).\n\n¶2. (S) He left."
    found = read(text).classified_by
    assert (found.name, found.title, found.reasons) == ("Jane Roe", "Acting DAS", ("1.4(b)", "1.4(d)"))


@pytest.mark.parametrize(
    ("printed", "natural"),
    [
        ("DELANO E. ROE", "Delano E. Roe"),
        ("IAN MCROE", "Ian McRoe"),
        ("P. O'DOE", "P. O'Doe"),
        ("Jane de la Roe", "Jane de la Roe"),
    ],
)
def test_natural_case(printed: str, natural: str) -> None:
    assert natural_name(printed.split()) == natural
