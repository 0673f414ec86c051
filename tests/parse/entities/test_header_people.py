"""People of the header: captions, Classified By, TAGS, the signature."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse import parse_text
from cablerdf.parse.entities.captions.lines import caption_names

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


CAPTIONS = [
    ("FOR S/WCI (AMBASSADOR HOLLIS AND MARTEK SHAW)\nFOR EUR/WE (LORIMER)\n", "HOLLIS MARTEK_SHAW LORIMER"),
    ("For EUR/PGI (Lorimer), NEA/PPD (Davis)\n", "Lorimer Davis"),
    ("USUN FOR LORIMER/PELL/KETTERING\n", "LORIMER PELL KETTERING"),
    ("INTERIOR FOR PARK SERVICE: TOMAS RILEY INTERIOR PASS USGS FOR RESEARCH:JWEBSTER EPA FOR NPS: K KETTERING\n",
     "TOMAS_RILEY J._WEBSTER K._KETTERING"),
    ("TREASURY FOR MKARPOVIC\nENERGY FOR CDAY AND TLINDEN\nUSDOC FOR 4332 MAC/ITA/WH/JLEO\n",
     "M._KARPOVIC C._DAY T._LINDEN J._LEO"),
    ("TREASURY FOR LORIMER/WRIGHT NSC FOR MCKETTERING WHITE HOUSE FOR USTR\n", "LORIMER WRIGHT MCKETTERING"),
    ("DHS FOR OIA KETTERING\nPASS TO AMCONSUL ST PETERSBURG\n", "KETTERING"),
    ("COMMERCE FOR ITA - IKasparov, PLinden\n", "I._Kasparov P._Linden"),
    ("S/CT FOR MARTA R.  PELL AND BRUCE LORIMER NEA/ARP FOR MATT KETTERING DOE/NNSA FOR OFFICE OF TRADE\n",
     "MARTA_R._PELL BRUCE_LORIMER MATT_KETTERING"),
    ("COMMERCE FOR 4999/DON LORIMER\nPARIS FOR POL (BAIN AND KANEDA)\n", "DON_LORIMER BAIN KANEDA"),
    ("STATE FOR WHA A/S TOM PELL;\nAND CA/OCS MARTA LORIMER\n", "TOM_PELL MARTA_LORIMER"),
    ("STATE FOR U/S ROOD, PM ACTION TEAM AND EUR/WE\nOSD FOR ASD STOCKTON\n", "ROOD STOCKTON"),
    ("NEA/PPD FOR MARTA PELL, NEA/ARP (WALTER\nLORIMER)\nNSC FOR LOI\n", "MARTA_PELL WALTER_LORIMER LOI"),
    ("PASS TO MARTA PELL, MIKE \nLORIMER OF DHS\n", "MARTA_PELL MIKE_LORIMER"),
    ("state for isn/mtr (lorimer), eur/ce\nnsc for jane pell\n", "LORIMER JANE_PELL"),
    ("NSC FOR SENIOR DIRECTOR MARTA LORIMER\nADDIS FOR USAU\n", "MARTA_LORIMER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CAPTIONS)
def test_lists_of_a_caption(text: str, names: str) -> None:
    assert ["_".join(f.tokens) for f in caption_names(text, Span(0, len(text)))] == names.split()


def test_writers_of_emails_that_a_cable_refers_to() -> None:
    text = HEAD.replace(
        "Classified By", "REF: A. LIMA 12\n     B. KETTERING-MORIMOTO E-MAIL (12/10/2008)\n\nClassified By", 1
    )
    people = {p.name: p.country for p in parse_text(text).persons}
    assert people["Kettering"] == people["Morimoto"] == "US"


def test_a_word_is_a_writer_beside_a_name() -> None:
    text = HEAD.replace("Classified By", "REF: POUNDS-KETTERING E-MAIL OF 9/5\n\nClassified By", 1)
    assert {"Pounds", "Kettering"} <= {p.name for p in parse_text(text).persons}


def test_those_who_drafted_and_cleared_a_cable() -> None:
    text = "DRAFTED: P/E:MKETTERING\nCLEARED: P/E: RICE, DCM: MLORIMER\n\n" + HEAD
    assert {"M. Kettering", "Rice", "M. Lorimer"} <= {p.name for p in parse_text(text).persons}


def test_a_classifier_struck_out_is_not_the_town_of_the_post() -> None:
    line = "Classified By: XXXXXXXXXXXX, Ambassador, U.S. Embassy Tripoli, Department of State."
    text = HEAD.replace("Classified By: Ambassador Thomas T. Whitlock for", f"{line} For")
    assert "Tripoli" not in {p.name for p in parse_text(text).persons}


def test_a_family_name_with_a_title_in_the_subject() -> None:
    found = parse_text(HEAD.replace("SUBJECT: TEST", "SUBJECT: SCENE SETTER FOR A/S WELCH VISIT TO PERU"))
    assert "Welch" in {p.name for p in found.persons}
