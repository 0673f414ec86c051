"""A telegram, or a piece of one, is cut where its parts meet."""

from __future__ import annotations

import pytest
from tests.growth import is_linear

from cablerdf.model import SourceDocument, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.noise import blank_noise
from cablerdf.parse.zones import cut_zones

ROUTING = """VZCZCXRO1111
OO RUEHLIS
DE RUEHLIS #0418/01 1001200
ZNY CCCCC ZZH
O 101200Z APR 09
FM AMEMBASSY LISBON
TO RUEHC/SECSTATE WASHDC IMMEDIATE 1234
INFO RUEHMD/AMEMBASSY MADRID 0099"""
CAPTION = "C O N F I D E N T I A L SECTION 01 OF 02 LISBON 000418 \n\nSIPDIS \n\nSTATE FOR EUR/WE \n\n"
LABELS = """E.O. 12958: DECL: 04/10/2019
TAGS: PREL PO
SUBJECT: MINISTER ON THE
BRIDGE

REF: A. LISBON 401
     ¶B. 08 MADRID 12

Classified By: Ambassador Jane Q. Roe for reasons 1.4 (b)
and (d)."""
BODY = "¶1. (C) SUMMARY: The Minister spoke. END SUMMARY.\n\n¶2. (C) He left.\n\nROE"


HEADINGS = ("Summary", "-------\nSUMMARY\n-------", "(SBU) The Minister left.", "On the Bridge\n-------------")
TORN = ("1.4 (b) a\nnd (d)", "1.4 (b) and (\nd)", "1.\n4 (b/d)", "1.4\nB AND D\n.", "\n\n1.4 (b)")


def draft_of(text: str, parts: tuple[Span, ...] = ()) -> Draft:
    draft = Draft(SourceDocument(name="x", text=text, format="text", parts=parts), text)
    blank_noise(draft)
    cut_zones(draft)
    return draft


def cut(text: str, parts: tuple[Span, ...] = ()) -> dict[str, str]:
    draft = draft_of(text, parts)
    found = {name: getattr(draft.zones, name) for name in ("routing", "caption", "labels", "body")}
    return {name: " ".join(span.of(draft.clean).split()) for name, span in found.items() if span is not None}


def one_line(text: str) -> str:
    return " ".join(text.split())


WHOLE = {"routing": one_line(ROUTING), "caption": one_line(CAPTION), "labels": one_line(LABELS), "body": one_line(BODY)}


def test_a_plain_text() -> None:
    assert cut(f"{ROUTING}\n{CAPTION}{LABELS}\n\n{BODY}") == WHOLE


def test_two_blocks() -> None:
    header = ROUTING
    text = f"{header}\n{CAPTION}{LABELS}\n\n{BODY}"
    parts = (Span(0, len(header)), Span(len(header) + 1, len(text)))
    assert cut(text, parts) == WHOLE


def test_the_date_line_of_a_web_edition_belongs_to_no_zone() -> None:
    text = f"{ROUTING}\nFriday, 10 April 2009, 12:00\n{CAPTION}{LABELS}\n\n{BODY}"
    parts = (Span(0, len(ROUTING)), Span(len(ROUTING) + 1, len(text)))
    assert cut(text, parts) == WHOLE


def test_a_lost_classification_line() -> None:
    found = cut(f"{ROUTING}\nSIPDIS\n\n{LABELS}\n\n{BODY}")
    assert found == WHOLE | {"caption": "SIPDIS"}


def test_a_classification_line_printed_twice() -> None:
    line = CAPTION.partition("\n")[0]
    assert cut(f"{ROUTING}\n{line}\n\n{CAPTION}{LABELS}\n\n{BODY}") == WHOLE
    assert cut(f"{line}\nOffice of the Ambassador\n{ROUTING}\n{CAPTION}{LABELS}\n\n{BODY}")["routing"].endswith(
        one_line(ROUTING)
    )


def test_a_classification_line_behind_the_date_line_of_a_web_edition() -> None:
    found = cut(f"Friday, 10 April 2009, 12:00 {CAPTION}{LABELS}\n\n{BODY}")
    assert found["caption"] == one_line(CAPTION)


def test_labels_run_together_on_one_line() -> None:
    labels = "E.O. 12958: DECL: 04/10/2019  TAGS: PREL PO  SUBJECT: THE BRIDGE  REF: LISBON 401  "
    labels += "Classified By: DCM J. Roe for Reasons 1.4(b) and (d)"
    found = cut(f"S E C R E T LISBON 000418  SIPDIS  {labels}\n\n1.(S) SUMMARY: He spoke.")
    assert found["labels"] == one_line(labels)
    assert found["body"] == "1.(S) SUMMARY: He spoke."


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_body_that_begins_without_a_number(heading: str) -> None:
    assert cut(f"{CAPTION}{LABELS}\n\n{heading}\n\n{BODY}")["body"] == one_line(f"{heading} {BODY}")


@pytest.mark.parametrize("heading", ["SUMMARY\n-------", "This is a corrected copy of LISBON 17."])
def test_a_body_that_begins_on_the_next_line(heading: str) -> None:
    labels = LABELS.replace("(b)\nand (d).", "(b) and (d)")
    assert cut(f"{CAPTION}{labels}\n{heading}\n\n{BODY}")["body"] == one_line(f"{heading} {BODY}")


@pytest.mark.parametrize("reasons", TORN)
def test_reasons_torn_at_the_end_of_a_line_are_no_body(reasons: str) -> None:
    text = f"{CAPTION}SUBJECT: X\n\nClassified By: DCM J. Roe for reasons {reasons}\n\n{BODY}"
    assert cut(text)["body"] == one_line(BODY)


def test_odd_order_of_labels() -> None:
    labels = "TAGS: PREL PO\nE.O. 12958: DECL: 04/10/2019\nCLASSIFIED BY: DCM J. ROE, REASON 1.4(B)\nREF: LISBON 401\n"
    text = f"{CAPTION}{labels}SUBJECT: THE BRIDGE\n\n{BODY}"
    draft = draft_of(text)
    assert [run.field for run in draft.runs] == ["tags", "executive_order", "classified_by", "references", "subject"]
    assert cut(text)["body"] == one_line(BODY)


@pytest.mark.parametrize(
    ("fragment", "zone"),
    [
        ("REF: A. 09 LISBON 401 B. MADRID 12", "labels"),
        ("TAGS: PREL PGOV PO", "labels"),
        ("S E C R E T SECTION 01 OF 03 LISBON 000418", "caption"),
        ("¶4. (C) The Minister left.", "body"),
        ("The Minister left without a word.", "body"),
        (ROUTING, "routing"),
    ],
)
def test_fragments(fragment: str, zone: str) -> None:
    assert cut(fragment) == {zone: one_line(fragment)}


def test_nothing_at_all() -> None:
    assert cut("") == cut(" \n \n") == {}


@pytest.mark.parametrize("piece", ["E.O. ", "TAGS: ", "REF: A. ", "S E C R E T ", "¶", "a\n\n", "(C) ", "1 . "])
def test_time_grows_with_the_text(piece: str) -> None:
    def work(text: str) -> None:
        cut_zones(Draft(SourceDocument(name="x", text=text, format="text"), text))

    assert is_linear(work, piece * (1_000_000 // len(piece)))
