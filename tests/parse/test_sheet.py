"""The sheet: every character is in a token or a gap, and notes are found by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablerdf.model import Note, Span
from cablerdf.parse import sheet as sheets
from cablerdf.parse.sheet import Sheet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O'Dea met A/S Poe.", ["O'Dea", "met", "A/S", "Poe", "."]),
        ("the U.S.-Japan talks (SBU)", ["the", "U.S.-Japan", "talks", "(", "SBU", ")"]),
        ("Dr. Al-Rabiah -- 1.4 (b)", ["Dr", ".", "Al-Rabiah", "--", "1.4", "(", "b", ")"]),
        ('"No," he said', ['"', "No", ",", '"', "he", "said"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(Sheet(text).texts) == words


@settings(max_examples=300)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_nothing_is_lost(text: str) -> None:
    sheet = Sheet(text)
    assert "".join(sheet.texts) == "".join(text.split())
    assert all(sheet.span(i, i + 1).of(text) == word for i, word in enumerate(sheet.texts))
    assert len(sheet.shapes) == len(sheet.gaps) == len(sheet)


def test_gaps_tell_lines_and_empty_lines() -> None:
    assert Sheet("a b\nc\n\nd").gaps == (1, 2, 3, 0)


def test_tokens_within_a_stretch_and_at_a_place() -> None:
    sheet = Sheet("one two three")
    assert sheet.within(Span(4, 13)) == range(1, 3)
    assert sheet.at(5) == 1
    assert sheet.at(3) == 0


def test_notes_are_found_by_any_part_of_a_name() -> None:
    sheet = Sheet("Ana Soto of Brazil")
    country = Note("country", "Ana Soto", "Brazil", "demonym", Span(12, 18))
    sheet.add(country)
    sheet.add(Note("place", "Brazil", "country", "table", Span(12, 18)))
    assert list(sheet.about("soto")) == [country]
    assert len(list(sheet.about("Brazil"))) == 2


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_REMEMBERED", 3)
    assert Sheet("a b c d e f").texts == ("a", "b", "c", "d", "e", "f")
    assert len(sheets._pieces) <= 4
