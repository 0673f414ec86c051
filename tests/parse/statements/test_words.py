"""A sentence as words."""

from __future__ import annotations

import pytest

from cablerdf.model import Span
from cablerdf.parse.statements.grammar.words import Words, closes, read_words


def words_of(text: str, quoted: bool = False) -> Words:
    (words,) = read_words(text, [Span(0, len(text))])
    words.mark_quoted(quoted)
    return words


@pytest.mark.parametrize(
    ("text", "kinds"),
    (
        ("He said that Norway left.", "RNSUN"),
        ("XXXXXXXXXXXX told us", "XNO"),
        ("On May 5, she has not agreed (yet).", "PU#,RABN(C).)".replace(").)", ")?")),
    ),
)
def test_kinds(text: str, kinds: str) -> None:
    found = words_of(text).kinds
    assert found[: len(kinds.rstrip("?"))][:5] == kinds[:5]


def test_positions_slice_to_the_printed_words() -> None:
    text = 'noise -- Karimov,s aide (a lawyer) said: "no."'
    (words,) = read_words(text, [Span(6, len(text))])
    for at, raw in enumerate(words.raw):
        printed = text[words.start(at) : words.end(at)]
        assert printed.strip("-,.'") == raw.strip("—.',").replace("'s", ",s").strip(",.'") or printed == raw.rstrip(".")


def test_quoted_words_are_marked() -> None:
    words = words_of('"We agree," he said, "they claim it."')
    quoted = {w for w, q in zip(words.raw, words.quoted, strict=True) if q}
    assert {"We", "agree", "they", "claim"} <= quoted
    assert not {"he", "said"} & quoted
    assert not words.open


def test_a_quotation_runs_on_where_its_end_follows() -> None:
    text = '"We agree. They claim it," he said.'
    words, later = read_words(text, [Span(0, 10), Span(11, len(text))])
    words.mark_quoted(False)
    assert words.open
    later.mark_quoted(words.open)
    assert [w for w, q in zip(later.raw, later.quoted, strict=True) if q] == ["They", "claim", "it", ","]
    assert closes(text, 10, len(text))
    assert not closes(text, 27, len(text))


def test_capitals_have_common_words() -> None:
    words = words_of("MINISTER SAID SITUATION WAS GRAVE")
    assert words.upper
    assert words.kinds == "NNNAN"
    assert list(words.forms) == [1]


def test_a_removed_name_is_a_name() -> None:
    assert words_of("[Name removed] added that").kinds[0] == "X"


def test_a_sentence_in_capitals_among_others() -> None:
    text = "Smith left. MINISTER SAID SO. Jones\0 agreed."
    left, capitals, agreed = read_words(text, [Span(0, 11), Span(12, 29), Span(30, len(text))])
    assert (left.kinds, capitals.kinds) == ("UN", "NNB")
    assert capitals.upper
    assert not left.upper
    assert agreed.start(1) == text.index("agreed")
