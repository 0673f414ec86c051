"""People of the header: captions, Classified By, TAGS, the signature."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.parse import parse_text
from cablerdf.parse.entities.captions import caption_names

HEAD = """C O N F I D E N T I A L LIMA 000123

SIPDIS

NSC FOR SENIOR DIRECTOR PELHAM
STATE FOR WHA/AND AND INR/IAA, TREASURY FOR JSMITH AND R. DOE

E.O. 12958: DECL: 01/02/2019
TAGS: PREL, PE, "ROE, JANE"
SUBJECT: TEST

Classified By: Ambassador Thomas T. Whitlock for reasons 1.4 (b) and (d).

¶1. (C) The Ambassador met officials.
WHITLOCK
"""


def test_header_people() -> None:
    found = parse_text(HEAD)
    people = {p.name: p for p in found.persons}
    assert people["Thomas T. Whitlock"].country == "US"
    assert people["Thomas T. Whitlock"].method == "header"
    assert "Whitlock" not in people  # the signer is the classifier
    assert {"Pelham", "J. Smith", "R. Doe"} <= set(people)


def test_offices_and_posts_are_nobody() -> None:
    text = "STATE FOR EUR/WE, NEA/FO, INL AND S/CT\nPASS TO AMCONSUL QUEBEC\nCENTCOM FOR POLAD\n"
    assert caption_names(text, Span(0, len(text))) == []
