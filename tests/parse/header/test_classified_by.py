"""Who classified, in what office, for which reasons."""

from __future__ import annotations

import pytest

from cablerdf.parse.header.classifier.names import natural_name
from cablerdf.parse.header.classifier.reasons import read_reasons

LINES = [
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


def test_two_classifiers(read) -> None:
    draft = read("SUBJECT: X\nClassified By: Ambassador Jane Roe and DCM John Doe for reasons 1.4 (b)")
    found = (draft.classified_by, *draft.co_classified_by)
    assert [(one.name, one.title) for one in found] == [("Jane Roe", "Ambassador"), ("John Doe", "DCM")]


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
