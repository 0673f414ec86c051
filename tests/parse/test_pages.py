"""What pages, mail and scanners put about a telegram's lines."""

from __future__ import annotations

import pytest

from cablerdf import parse_text
from cablerdf.parse.noise import clean

HEADER = """S E C R E T LISBON 000418

SIPDIS

TAGS: PREL, PO
SUBJECT: THE BRIDGE
REF: MADRID 12

1. (S) The minister told us that the bridge
would be opened.

ROE
"""


def fields(text: str) -> tuple:
    cable = parse_text(text, id="09LISBON418")
    return cable.classification, cable.tags, cable.subject, [ref.id for ref in cable.references], cable.signer


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("".join(f"> {line}\n" for line in HEADER.split("\n")), "mail-quoted"),
        ("".join(f">> {line}\n" for line in HEADER.split("\n")), "mail-quoted"),
        (HEADER.replace(" ", "&nbsp;"), "page-blanks"),
        (HEADER.replace("TAGS:", "**TAGS:**").replace("SUBJECT:", "**SUBJECT:**"), "bold-type"),
        (HEADER.replace("TAGS:", "*TAGS*:").replace("SUBJECT:", "__SUBJECT__:"), "bold-type"),
        (HEADER.replace("TAGS:", "<b>TAGS</b>:").replace("REF:", "<b>REF:</b>"), "bold-type"),
        (HEADER.replace("TAGS", "| TAGS").replace("SUBJECT", "~SUBJECT").replace("REF", ".REF"), "specks"),
        (HEADER.replace("TAGS", "` TAGS").replace("SUBJECT", "\\SUBJECT").replace("REF", "\u00b7 REF"), "specks"),
    ],
)
def test_the_header_is_read_and_it_is_told(text: str, code: str) -> None:
    assert fields(text) == ("SECRET", ("PREL", "PO"), "THE BRIDGE", ["09MADRID12"], "ROE")
    printed, problems = clean(text)
    assert len(printed) == len(text)
    assert [problem.code for problem in problems] == [code]


def test_blanks_that_do_not_break_are_blanks() -> None:
    assert fields(HEADER.replace(" ", "\u00a0"))[1:] == fields(HEADER)[1:]


@pytest.mark.parametrize(
    "text",
    [
        "> one quoted line\nand one that is not\nand one more",
        "5 * 6 = 30 * 1",
        "a*B*c",
        "He said *yes.\n*No",
        "| a table",
    ],
)
def test_what_stays(text: str) -> None:
    assert clean(text) == (text, [])
