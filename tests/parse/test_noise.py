"""What a machine or a web edition put into a telegram is blanked out, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from cablerdf.parse.noise import clean

PAGE_BREAKS = [
    ("the visit of\nLISBON 00000418  002 OF 003\nthe Minister", "the visit of the Minister"),
    ("the visit of\nLISBON 00000418  001.2 OF 003 \nthe Minister", "the visit of the Minister"),
    ("the visit of PORT AU PR 00000418 002 OF 003 the Minister", "the visit of the Minister"),
    ("in LISBON LISBON 00000418 002.2 OF 003 the Minister", "in LISBON the Minister"),
    ("the visit of\nLisbon 00000418 001.2 of 004\nthe Minister", "the visit of the Minister"),
    ("the visit of\n CONFIDENTIAL\nPAGE 02 LISBON 00418 01 OF 03 121400Z\nthe Minister", "the visit of the Minister"),
    ("the visit of\nPAGE 02        STATE   050524  131535Z\nthe Minister", "the visit of the Minister"),
    ("of\nPAGE 03 RUEHLIS0418 C O N F I D E N T I A L LISBON 000418 \nthe", "of the"),
]


@pytest.mark.parametrize(("printed", "read"), PAGE_BREAKS)
def test_page_breaks_go(printed: str, read: str) -> None:
    text, _ = clean(printed)
    assert " ".join(text.split()) == read
    assert len(text) == len(printed)


REPEATED = [
    "They agreed to reopen the \nbridge before the summer of\nQbridge before the summer of\n2009.",
    "They agreed to reopen the bridge before the summer of Qbridge before the summer of 2009.",
]


@pytest.mark.parametrize("printed", REPEATED)
def test_a_line_sent_twice_is_read_once(printed: str) -> None:
    text, problems = clean(printed)
    assert " ".join(text.split()) == "They agreed to reopen the bridge before the summer of 2009."
    assert [problem.code for problem in problems] == ["line-repeated"]


@pytest.mark.parametrize("name", ["Al \nQaeda", "visited Qom today", "the Qatari side", "\nQal'eh was quiet"])
def test_a_word_that_begins_with_q_stays(name: str) -> None:
    assert clean(name) == (name, [])


@pytest.mark.parametrize("damage", ["Â¶", "&para;", "&#182;", "�", "∂", "┬╢", "=B6", "¦", "\\xb6"])
def test_damaged_pilcrows_become_one(damage: str) -> None:
    text, problems = clean(f"first.\n{damage}2. (C) second")
    assert text.split() == ["first.", "¶2.", "(C)", "second"]
    assert [problem.code for problem in problems] == ["pilcrow-repaired"]


def test_a_sign_that_is_no_pilcrow_stays() -> None:
    assert clean("of Artigo 5 § 2. and ∂x")[0] == "of Artigo 5 § 2. and ∂x"


def test_markdown_links_leave_their_words() -> None:
    text, problems = clean("TAGS: [PREL](#) [PGOV](/tag/PGOV.html) PO")
    assert text.split() == ["TAGS:", "PREL", "PGOV", "PO"]
    assert [problem.code for problem in problems] == ["link-markup"]


def test_brackets_that_are_no_link_stay() -> None:
    assert clean("He [the Minister](sic) agreed")[0] == "He [the Minister](sic) agreed"


def test_stray_sipdis_goes_from_the_body_and_stays_in_the_caption() -> None:
    printed = (
        "S E C R E T LISBON 000418\n\nSIPDIS\n\nSUBJECT: X\n\n¶1. (S) The\nSIPDIS talks with Advisor SIPDIS Melo ended."
    )
    text, _ = clean(printed)
    assert text.count("SIPDIS") == 1
    assert text.endswith("talks with Advisor        Melo ended.")


def test_a_sentence_about_sipdis_stays() -> None:
    printed = "SUBJECT: X\n1. (U) Please include SIPDIS in all replies."
    assert clean(printed)[0] == printed


def test_the_header_of_a_later_section_goes() -> None:
    first = (
        "C O N F I D E N T I A L SECTION 01 OF 02 LISBON 000418\nSUBJECT: X\n" + "¶1. (C) Text of some length. \n" * 20
    )
    again = (
        "C O N F I D E N T I A L SECTION 02 OF 02 LISBON 000418\nSIPDIS\nE.O. 12958: DECL: 01/01/2019\nTAGS: PREL PO\n"
    )
    text, _ = clean(first + again + "More of it.")
    assert text.startswith(first)
    assert text[len(first) :].split() == ["More", "of", "it."]


def test_line_ends_and_controls() -> None:
    text, _ = clean("\ufeffa\r\nb\rc\0d\x0ce\u00adf\u0092g")
    assert text == " a \nb\nc d e f g"


PIECES = (
    "Q", " Qa", "PAGE 01 A ", "[a](", "C O N F I D E N T I A L ", " 00000001 001 OF 001", "\nSIPDIS", "U N C L A S ",
)  # fmt: skip


@given(st.text(alphabet=st.sampled_from("¶QPAGE 0123456789OF\n\r\t.,()[]#SIPDIS�Â=Bx\0"), max_size=300))
def test_the_length_never_changes(printed: str) -> None:
    text, _ = clean(printed)
    assert len(text) == len(printed)


@pytest.mark.parametrize(
    "piece",
    ["Q", " Qa", "PAGE 01 A ", "[a](", "C O N F I D E N T I A L ", " 00000001 001 OF 001", "\nSIPDIS", "U N C L A S "],
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert is_linear(clean, piece * (1_000_000 // len(piece)))


def test_digits_of_other_scripts_are_read_as_ours() -> None:
    printed = "REF: \u0660\u0666 UTOPIA \uff13\uff11, x\u00b2 \u0be7 \U0001d7d8"
    read, problems = clean(printed)
    assert read == "REF: 06 UTOPIA 31, x\u00b2 1 0"
    assert [problem.code for problem in problems] == ["digits-folded"]
    assert len(read) == len(printed)
