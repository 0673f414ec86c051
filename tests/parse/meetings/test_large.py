"""Inputs made to run away: no pattern and no loop may."""

from __future__ import annotations

import time

import pytest

from cablerdf.model import Mention, Paragraph, Person, SourceDocument, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.meetings import parse_narrative_meetings, parse_participant_lists

SIZE = 100_000
PIECES = {
    "lists": "Participants:\nU.S.\nAnn Poe, DCM\n",
    "blanks": " ",
    "lines": "\n",
    "rules": "-",
    "capitals": "AND THE U.S. OF A (",
    "names": "Ann Poe ",
    "brackets": "(a",
    "commas": "Ann Poe, DCM, ",
    "one sentence": " Poloff met Poe and ",
    "sentences": "Poloff met Minister Poe on March 3. ",
    "cues": " meeting with ",
    "shouting": "POE MET THE AMBASSADOR AND ",
    "redactions": "xxxxxxxx told Poloff ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=list(PIECES))
def test_time(piece: str) -> None:
    text = "Participants: " + piece * (SIZE // len(piece))
    draft = Draft(SourceDocument(name="test", text=text, format="text"), text)
    whole = draft.zones.body = Span(0, len(text))
    draft.issued = "2009-05-01"
    draft.paragraphs = (Paragraph(number=1, text=text, span=whole, content=whole),)
    draft.persons = (Person(name="Ann Poe", titles=("Minister",), country="Japan", span=Span(0, 3)),)
    starts = [i for i in range(0, len(text), 7) if text.startswith("Poe", i)]
    draft.mentions = tuple(Mention("person", 0, Span(i, i + 3), 0) for i in starts)
    begun = time.process_time()
    parse_participant_lists(draft)
    parse_narrative_meetings(draft)
    assert time.process_time() - begun < 20  # about one; work that grows with the square takes minutes
