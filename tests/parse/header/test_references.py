"""REF lines, and cables cited in the text."""

from __future__ import annotations

import pytest

REFS = [
    ("LISBON 401", [(None, "09LISBON401")]),
    ("LISBON 000401", [(None, "09LISBON401")]),
    ("08 LISBON 401", [(None, "08LISBON401")]),
    ("2008 LISBON 401", [(None, "08LISBON401")]),
    ("LISBON 401 (08)", [(None, "08LISBON401")]),
    ("(08) LISBON 401", [(None, "08LISBON401")]),
    ("SECSTATE 52920", [(None, "09STATE52920")]),
    ("A. LISBON 401 B. 08 PORT AU PRINCE 12", [("A", "09LISBON401"), ("B", "08PORTAUPRINCE12")]),
    (
        "A. LISBON 401\n     ¶B. MADRID 12\n     ¶C. MADRID 13",
        [("A", "09LISBON401"), ("B", "09MADRID12"), ("C", "09MADRID13")],
    ),
    ("(A) LISBON 401 (B) MADRID 12", [("A", "09LISBON401"), ("B", "09MADRID12")]),
    ("A) LISBON 401 B) MADRID 12", [("A", "09LISBON401"), ("B", "09MADRID12")]),
    ("a. lisbon 401 b. madrid 12", [("A", "09LISBON401"), ("B", "09MADRID12")]),
    ("A. A) LISBON 401 ¶B. B) MADRID 12", [("A", "09LISBON401"), ("B", "09MADRID12")]),
    ("A. LISBON 401 B MADRID 12", [("A", "09LISBON401"), ("B", "09MADRID12")]),
    ("LISBON 401, 402 AND 403", [(None, "09LISBON401"), (None, "09LISBON402"), (None, "09LISBON403")]),
    ("LISBON 401-403", [(None, "09LISBON401"), (None, "09LISBON402"), (None, "09LISBON403")]),
    ("LISBON 401--19/NOV/2008", [(None, "09LISBON401")]),
    ("A. LISBON 401 B. 402", [("A", "09LISBON401"), ("B", "09LISBON402")]),
    ("LISBON 401; MADRID 12 AND PREVIOUS", [(None, "09LISBON401"), (None, "09MADRID12")]),
    ("LISBON 401 MADRID 12 08 RABAT 7", [(None, "09LISBON401"), (None, "09MADRID12"), (None, "08RABAT7")]),
    ("TEHRAN 1091: MOSCOW 1603", [(None, "09TEHRAN1091"), (None, "09MOSCOW1603")]),
    ("ISLAMABD 401", [(None, "09ISLAMABAD401")]),
    ("NONE", []),
]


# one line each: what is printed, the ids that a careful reader gives (the citing cable is 09LISBON418)
DAMAGED = r"""
08-MADRID-12 = 08MADRID12 | 08MADRID00012 = 08MADRID12 | '08 MADRID 12 = 08MADRID12 | 08/MADRID/12 = 08MADRID12
MADRID (08) 12 = 08MADRID12 | MADRID 12-08 = 08MADRID12 | MADRID 12/08 = 08MADRID12 | MADRID 12 99 = 99MADRID12
MADRID 12 OF 2008 = 08MADRID12 | MADRID 2008-123 = 08MADRID123 | MADRID 1981-97 = 97MADRID1981
MADRID CABLES 12 AND 13 (2002) = 02MADRID12 02MADRID13 | MADRID 12 (08), MADRID 13 (07) = 08MADRID12 07MADRID13
MADRID 1237-38 = 09MADRID1237 09MADRID1238 | MADRID 12 THROUGH 14 = 09MADRID12 09MADRID13 09MADRID14
MADRID 12 (NOTAL), 13 = 09MADRID12 09MADRID13 | MADRID 12 AND PREVIOUS, 14 = 09MADRID12 09MADRID14
MADRID 1005-09 = 09MADRID1005 | MADRID 1005-07 = ? | MADRID 123, 2007 = ? | 12 MADRID 34 = ?
712 MADRID = 09MADRID712 | 712 = 09LISBON712 | A. 712 B. MADRID 13 = 09LISBON712 09MADRID13
A. MADRID 12 B. 08 13 = 09MADRID12 08MADRID13 | MADRID (C) 12 = 09MADRID12 | MADRID SP 0307 = 09MADRID307
MADRID #12 = 09MADRID12 | MADRID NO. 12 = 09MADRID12 | MADRID (712) = 09MADRID712 | MADRID, 712 = 09MADRID712
MADRID12 = 09MADRID12 | MADRID 712 - 08 RABAT 13 = 09MADRID712 08RABAT13
PORT-AU-PRINCE 12 = 09PORTAUPRINCE12 | PORT\nLOUIS 12 = 09PORTLOUIS12 | PORT MORSEBY 12 = 09PORTMORESBY12
RIO DE JANERO 12 = 09RIODEJANEIRO12 | DUBAI RPO 12 = 09RPODUBAI12 | L0NDON 12 = 09LONDON12
PORT 0F SPAIN 12 = 09PORTOFSPAIN12 | MADRID 1O23 = 09MADRID1023 | MADRID 102l = 09MADRID1021 | MADRID 123B45 = ?
A.\n\nMADRID 12\n\nB. RABAT 13 = 09MADRID12 09RABAT13 | MADRID\n\n712 = 09MADRID712
(A) MADRID 12\n\n- (B) RABAT 13 = 09MADRID12 09RABAT13
STATE 12,345 = 09STATE12345 | STATE 9,345. = 09STATE9345 | MADRID 112,115 = ? | MADRID 12, 345 = 09MADRID12 09MADRID345
MADRID 12 AND RABAT 13 (BOTH 2007) = 07MADRID12 07RABAT13 | MADRID 12; RABAT 13, ALL FROM 07 = 07MADRID12 07RABAT13
A. MADRID 12 B. 08 RABAT 13 C. RABAT 14 (ALL 2007) = 07MADRID12 08RABAT13 07RABAT14 | 
MADRID 2092-2094 = 09MADRID2092 09MADRID2093 09MADRID2094
A. MADRID 9 B. RABAT 13 C. RABAT 14 (BOTH 2007) = 09MADRID9 07RABAT13 07RABAT14
UK ROME 1471 = ? | DAO UN ROME 2425 =
SEE MADRID 12 = 09MADRID12 | AND MADRID 12 = 09MADRID12 | S JOHNS 12 = 09STJOHNS12
MADRID CA-3400 = | MADRID A-12 = | MADRID IIR 6 123 4567 02 = | MADRID 03/15/2005 E-MAIL = | DAO MADRID 12 =
"""


@pytest.mark.parametrize("case", [case.strip() for case in DAMAGED.replace("\n", " | ").split(" | ") if case.strip()])
def test_damaged_references(read, case: str) -> None:
    printed, _, ids = case.replace("\\n", "\n").partition(" =")
    draft = read(f"REF: {printed}", id="09LISBON418")
    found = [reference.id for reference in draft.references if reference.id is not None]
    assert found == ([] if ids.strip() == "?" else ids.split())
    if ids.strip() == "?":  # what can be read in two ways is told
        assert {problem.code for problem in draft.problems} & {"reference-doubtful", "reference-unresolved"}


@pytest.mark.parametrize(("printed", "expected"), REFS)
def test_cables(read, printed: str, expected: list) -> None:
    draft = read(f"REF: {printed}\n\n¶1. (C) He left.", id="09LISBON418")
    assert [(reference.label, reference.id) for reference in draft.references] == expected


OTHERS = [
    ("ROE-DOE E-MAIL OF 3/23", "email"),
    ("ROE-DOE TELCON 2/16", "telcon"),
    ("IIR 6 902 9642 06", "report"),
    ("TD-314/18176-06", "report"),
    ("SEPTEL", "septel"),
    ("DOE LETTER OF MAY 1", "memo"),
    ("USDAO LISBON 123", "other"),
    ("7 FAM 180", "other"),
]


@pytest.mark.parametrize(("printed", "kind"), OTHERS)
def test_what_is_no_cable(read, printed: str, kind: str) -> None:
    draft = read(f"REF: A. LISBON 401 B. {printed}\n\n¶1. (C) He left.", id="09LISBON418")
    assert [(r.label, r.id, r.kind) for r in draft.references] == [("A", "09LISBON401", "cable"), ("B", None, kind)]


def test_notal_is_noted_and_is_no_part_of_the_reference(read) -> None:
    draft = read("REF: A. LISBON 401 (NOTAL) B. MADRID 12\n\n¶1. (C) He left.", id="09LISBON418")
    assert [(r.text, r.notal) for r in draft.references] == [("LISBON 401", True), ("MADRID 12", False)]


def test_no_year_no_id(read) -> None:
    (reference,) = read("REF: LISBON 401").references
    assert (reference.text, reference.id) == ("LISBON 401", None)
    assert [r.id for r in read("REF: 08 LISBON 401").references] == ["08LISBON401"]


@pytest.mark.parametrize("following", ["(SBU) He saw Madrid 12 times.", "-----\nSUMMARY\n-----", "He saw Madrid 12."])
def test_the_text_behind_the_line_is_no_reference(read, following: str) -> None:
    draft = read(f"S E C R E T LISBON 000418\nREF: LISBON 401\n\n{following}", id="09LISBON418")
    assert [r.id for r in draft.references] == ["09LISBON401"]


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        ("He said as much in 08 MADRID 12.", ["08MADRID12"]),
        ("He said as much (MADRID 12).", ["09MADRID12"]),
        ("This is a corrected copy of MADRID 12, resent.", ["09MADRID12"]),
        ("As MADRID 000012 showed, he left.", ["09MADRID12"]),
        ("See LISBON 401 and LISBON 401.", []),
        ("He flew to MADRID 12 times.", []),
        ("The games of (BEIJING 2008) are over.", []),
        ("UNSCR 1747 was passed.", []),
        ("HE SPOKE IN MADRID 12, HE SAID.", []),
    ],
)
def test_cables_cited_in_the_text(read, body: str, cited: list[str]) -> None:
    draft = read(f"S E C R E T LISBON 000418\nREF: LISBON 401\n\n¶1. (S) {body}", id="09LISBON418")
    assert [reference.id for reference in draft.inline_references] == cited
    assert all(reference.inline for reference in draft.inline_references)
