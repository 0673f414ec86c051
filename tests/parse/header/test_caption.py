"""Classification line, caveats, captions."""

from __future__ import annotations

import pytest

LINES = [
    ("S E C R E T SECTION 01 OF 03 LISBON 000418", "SECRET", (1, 3), "LISBON", "418"),
    ("C O N F I D E N T I A L PORT AU PRINCE 000418", "CONFIDENTIAL", None, "PORT AU PRINCE", "418"),
    ("UNCLAS SECTION 01 OF 02 STATE 123456", "UNCLASSIFIED", (1, 2), "STATE", "123456"),
    ("UNCLAS E F T O LISBON 000418", "UNCLASSIFIED", None, "LISBON", "418"),
    ("CONFIDENTIAL SECTION 01 of 03 LISBON 000418", "CONFIDENTIAL", (1, 3), "LISBON", "418"),
    ("S e c r e t lisbon 000418", "SECRET", None, "LISBON", "418"),
    ("SS E C R E T LISBON 000418", "SECRET", None, "LISBON", "418"),
    ("E C R E T SECTION 01 OF 02 LISBON 000418", "SECRET", (1, 2), "LISBON", "418"),
    ("O N F I D E N T I A L LISBON 000418", "CONFIDENTIAL", None, "LISBON", "418"),
    ("C ONFIDENTIAL SECTION 01 OF 02 LISBON 000418", "CONFIDENTIAL", (1, 2), "LISBON", "418"),
    ("S E C R E T NOFORN SECTION 01 OF 02 LISBON 000418", "SECRET", (1, 2), "LISBON", "418"),
    ("S E C R E T SECTION 01 OF 03 PORT OF SPAIN\n000418", "SECRET", (1, 3), "PORT OF SPAIN", "418"),
    ("C O N F I D E N T I A L SECTION 1 OF 2 LISBON 418", "CONFIDENTIAL", (1, 2), "LISBON", "418"),
    ("S E C R E T LISBON 000418  SIPDIS  STATE FOR EUR", "SECRET", None, "LISBON", "418"),
    ("LIMITED OFFICIAL USE LISBON 00418", "LIMITED OFFICIAL USE", None, "LISBON", "418"),
]


@pytest.mark.parametrize(("printed", "level", "section", "post", "number"), LINES)
def test_classification_line(read, printed, level, section, post, number) -> None:
    draft = read(printed)
    assert (draft.classification, draft.section, draft.post, draft.message_number) == (level, section, post, number)


@pytest.mark.parametrize(
    ("caption", "caveats"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("NOFORN\nSIPDIS", ("NOFORN", "SIPDIS")),
        ("SIPDIS\n\nSENSITIVE\nSIPDIS", ("SIPDIS", "SENSITIVE")),
        ("NODIS", ("NODIS",)),
        ("EXDIS SIPDIS", ("EXDIS", "SIPDIS")),
        ("FOR OFFICIAL USE ONLY", ("FOR OFFICIAL USE ONLY",)),
        ("Sipdis, eur/we", ("SIPDIS",)),
        ("STATE FOR EUR/WE", ()),
        ("PLEASE USE SIPDIS CAPTION", ()),
    ],
)
def test_caveats(read, caption: str, caveats: tuple[str, ...]) -> None:
    assert read(f"S E C R E T LISBON 000418\n\n{caption}\n\nSUBJECT: X").caveats == caveats


def test_caveats_of_the_line_itself(read) -> None:
    assert read("UNCLAS E F T O LISBON 000418\nSUBJECT: X").caveats == ("FOR OFFICIAL USE ONLY",)
    assert read("S E C R E T NOFORN LISBON 000418\nSUBJECT: X").caveats == ("NOFORN",)


def test_a_caveat_behind_the_labels_is_none_of_the_cable(read) -> None:
    assert read("S E C R E T LISBON 000418\nSUBJECT: X\nREF: MADRID 12 (EXDIS)").caveats == ()


def test_captions(read) -> None:
    text = "S E C R E T LISBON 000418\nSIPDIS\n\nSTATE FOR EUR/WE, EUR/RPM,\nAND S/CT\nNSC FOR ROE\nSUBJECT: X"
    assert read(text).captions == ("STATE FOR EUR/WE, EUR/RPM, AND S/CT", "NSC FOR ROE")


@pytest.mark.parametrize("words", ["C O R R E C T E D   C O P Y", "C O R R E C T E D COPY//TAGS//", "CORRECTED COPY"])
def test_corrected_copy(read, words: str) -> None:
    draft = read(f"S E C R E T LISBON 000418\n\n{words}\n\nSIPDIS\nSUBJECT: X")
    assert draft.corrected_copy
    assert draft.caveats == ("SIPDIS",)


def test_damage_is_reported(read) -> None:
    assert [p.code for p in read("E C R E T LISBON 000418\nSUBJECT: X").problems] == ["classification-damaged"]
