"""Labels that are misprinted, torn, glued or displaced; what is repaired is told."""

from __future__ import annotations

import pytest

TAGS, SUBJECT, REF = "TAGS: PREL, PO", "SUBJECT: THE BRIDGE", "REF: MADRID 12"
SIGNED = "Classified By: DCM Jane Roe, reasons 1.4 (b)"
ALL = ("2019-04-10", ("PREL", "PO"), "THE BRIDGE", ["09MADRID12"], "Jane Roe")


def header(*lines: str, order: str = "E.O. 12958: DECL: 04/10/2019") -> str:
    return "\n".join(("S E C R E T LISBON 000418", order, *lines, "", "1. (S) He left.", "", "ROE"))


def fields(draft) -> tuple:
    signed = draft.classified_by
    ids = [reference.id for reference in draft.references]
    return draft.declassify_on, draft.tags, draft.subject, ids, signed and signed.name


@pytest.mark.parametrize(
    "lines",
    [
        (TAGS, "SUBEJCT: THE BRIDGE", REF, SIGNED),
        (TAGS, "SUBJET, THE BRIDGE", REF, SIGNED),
        (TAGS, "5UBJECT: THE BRIDGE", REF, SIGNED),
        (TAGS, "SU BJECT: THE BRIDGE", REF, SIGNED),
        (TAGS, "SUBJ ECT: THE BRIDGE", REF, SIGNED),
        ("TAG5: PREL, PO", SUBJECT, REF, SIGNED),
        ("TGAS PREL, PO", SUBJECT, REF, SIGNED),
        ("T AGS: PREL, PO", SUBJECT, REF, SIGNED),
        (TAGS, SUBJECT, "RREF: MADRID 12", SIGNED),
        (TAGS, SUBJECT, "EF: MADRID 12", SIGNED),
        (TAGS, SUBJECT, "REFTFL: MADRID 12", SIGNED),
        (TAGS, SUBJECT, REF, "C1assified 8y: DCM Jane Roe, reasons 1.4 (b)"),
        (TAGS, SUBJECT, REF, "Clasified By DCM Jane Roe, reasons 1.4 (b)"),
        (TAGS, SUBJECT, "REF: MADRID 12Classified By: DCM Jane Roe, reasons 1.4 (b)"),
        (TAGS, "SUBJECT: THE BRIDGEREF: MADRID 12", SIGNED),
        (f"{TAGS}SUBJECT: THE BRIDGE", REF, SIGNED),
    ],
)
def test_a_misprinted_label_is_read_and_told(read, lines: tuple[str, ...]) -> None:
    draft = read(header(*lines), id="09LISBON418")
    assert fields(draft) == ALL
    assert "label-repaired" in {problem.code for problem in draft.problems} or "SUBJ ECT" in lines[1]


@pytest.mark.parametrize(
    "order", ["E.. 12958: DECL: 04/10/2019", "O 12958 DECL: 04/10/2019", "FO 12958 DECL: 04/10/2019"]
)
def test_what_is_left_of_the_label_of_the_order(read, order: str) -> None:
    assert fields(read(header(TAGS, SUBJECT, REF, SIGNED, order=order), id="09LISBON418")) == ALL


@pytest.mark.parametrize(
    "lines",
    [
        ("TAGS, PREL, PO", "SUBJECT - THE BRIDGE", "REF, MADRID 12", SIGNED),
        ("TAGS:\n\nPREL, PO", "SUBJECT:\n\nTHE BRIDGE", "REF:\n\nMADRID 12", SIGNED),
        ("¶TAGS: PREL, PO", "¶SUBJECT: THE BRIDGE", "¶REF: MADRID 12", f"¶{SIGNED}"),
        (f"{TAGS} {SUBJECT} {REF} {SIGNED}",),
        (TAGS, SUBJECT, "Ref(s): MADRID 12", SIGNED),
        (TAGS, SUBJECT, "A. REF MADRID 12", SIGNED),
        (SIGNED, REF, SUBJECT, TAGS),
    ],
)
def test_labels_out_of_the_ordinary(read, lines: tuple[str, ...]) -> None:
    assert fields(read(header(*lines), id="09LISBON418")) == ALL


def test_a_classification_line_behind_the_labels(read) -> None:
    labels = "\n".join(("E.O. 12958: DECL: 04/10/2019", TAGS, SUBJECT, REF, SIGNED))
    draft = read(f"{labels}\n\nS E C R E T LISBON 000418\n\nSIPDIS\n\n1. (S) He left.", id="09LISBON418")
    assert fields(draft) == ALL
    assert (draft.classification, draft.caveats) == ("SECRET", ("SIPDIS",))


@pytest.mark.parametrize(
    "text",
    [
        "SUMMARY: He left.\n\nTHE BRIDGE: A HISTORY",
        "RED: MADRID is far",
        "TAXES: PREL is a word of theirs.",
        "He said: the subjects, tags and references were open.",
        "E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009",
    ],
)
def test_words_that_are_no_labels(read, text: str) -> None:
    draft = read(text, id="09LISBON418")
    assert (draft.subject, draft.tags, draft.references, draft.classified_by) == (None, (), (), None)
