"""Noun phrases and verb groups."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse.statements.grammar.phrases import phrase_ending, phrase_starting
from cablerdf.parse.statements.grammar.verbs import verb_group
from cablerdf.parse.statements.grammar.words import Words, read_words


def words_of(text: str) -> Words:
    return read_words(text, [Span(0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "verb", "members"),
    (
        ("Officials at the Ministry of Trade said so", "said", ["Officials"]),
        ("Lindqvist and Okoro told us", "told", ["Okoro", "Lindqvist"]),
        ("Peru, Chile and Bolivia demanded more", "demanded", ["Bolivia", "Chile", "Peru"]),
        ("On talks with Peru, Lindqvist and Okoro agreed", "agreed", ["Okoro", "Lindqvist"]),
        ("the Ministry of Industry and Information claimed it", "claimed", ["the Ministry"]),
        ("some in his party argued", "argued", ["some"]),
    ),
)
def test_phrase_ending(text: str, verb: str, members: list[str]) -> None:
    words = words_of(text)
    found = phrase_ending(words, words.raw.index(verb) - 1)
    assert [" ".join(words.raw[p.start : p.end]) for p in found] == members


def test_phrase_starting_ends_before_a_verb() -> None:
    words = words_of("the deputy minister claimed victory")
    phrase = phrase_starting(words, 0)
    assert phrase is not None
    assert words.raw[phrase.start : phrase.end] == ["the", "deputy", "minister"]


@pytest.mark.parametrize(
    ("text", "left", "passive", "modal", "negated"),
    (
        ("Zeman has repeatedly stressed", "Zeman", False, False, False),
        ("Zeman was told", "Zeman", True, False, False),
        ("Zeman did not agree", "Zeman", False, False, True),
        ("Zeman would say", "Zeman", False, True, False),
        ("Zeman on January 13 said", "Zeman", False, False, False),
        ("Zeman last week promised", "Zeman", False, False, False),
        ("Zeman, however, said", "Zeman", False, False, False),
    ),
)
def test_verb_group(text: str, left: str, passive: bool, modal: bool, negated: bool) -> None:
    words = words_of(text)
    group = verb_group(words, len(words.raw) - 1)
    assert words.raw[group.left] == left
    assert (group.passive, group.modal, group.negated) == (passive, modal, negated)
