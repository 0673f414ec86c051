"""Who reads a run of one word, and that no rule for one is shut out."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse import parse_text
from cablerdf.parse.entities.bodies.context import PAPERS
from cablerdf.parse.entities.harvest.gates import Readers, readers_of
from cablerdf.parse.entities.words.run import lone_run
from cablerdf.parse.entities.words.segments import alone
from cablerdf.parse.entities.words.tokens import scan

NOBODY, EVERYBODY = Readers(), Readers(people=True, bodies=True, places=True)
LONE = [
    ("The Bilateral was long", "Bilateral", NOBODY),
    ("the Guardian newspaper", "Guardian", Readers(bodies=True, places=True)),
    ("in the daily Guardian today", "Guardian", Readers(bodies=True, places=True)),
    ("Torvika left", "Torvika", EVERYBODY),
    ("KNZ staff", "KNZ", NOBODY),
    ("KNZ party staff", "KNZ", EVERYBODY),
    ("Lebanese army staff", "Lebanese", Readers(bodies=True)),
    ("Lebanese staff", "Lebanese", NOBODY),
    ("the President left", "President", Readers(people=True)),
    ("the President's office", "President", Readers(people=True, bodies=True)),
    ("the 9th Corps left", "Corps", Readers(bodies=True, places=True)),
    ("NATO left", "NATO", Readers(bodies=True)),
]


@pytest.mark.parametrize(("text", "word", "expected"), LONE, ids=[text for text, _word, _expected in LONE])
def test_who_reads_a_lone_word(text: str, word: str, expected: Readers) -> None:
    tokens = scan(text, Span(0, len(text)))
    at = next(index for index, token in enumerate(tokens) if token.text == word)
    label, entry = alone(word, word.lower(), False)
    assert readers_of(text, lone_run(tokens, at, label, entry, capitals=False)) == expected


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_a_common_word_that_a_paper_is_called_by_is_read(paper: str) -> None:
    found = parse_text(f"SUBJECT: TEST\n\n¶1. (C) He wrote in the Guardian {paper} on rice.\n").orgs
    assert [body.name for body in found] == ["Guardian"]
