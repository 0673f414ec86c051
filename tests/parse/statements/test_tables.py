"""The tables of the statements."""

from __future__ import annotations

import pytest

from cablerdf.parse.statements.grammar.lexicon import CLASSES, FORMS, SPEAKERS, word_set
from cablerdf.vocab.tables import rows

KINDS = {"say", "ask", "agree", "deny", "promise", "warn", "propose", "praise", "criticize", "think", "want", "state"}


def test_reporting_verbs_are_sorted_and_unique() -> None:
    keys = [(row["verb"], row["follow"]) for row in rows("reporting_verbs")]
    assert keys == sorted(set(keys))


def test_reporting_verbs_use_known_kinds_and_flags() -> None:
    for row in rows("reporting_verbs"):
        assert row["kind"] in KINDS, row["verb"]
        assert set(row["flags"]) <= set("aceinops"), row["verb"]
        assert row["evidence"], row["verb"]


@pytest.mark.parametrize("table", ("functional_speakers", "word_classes"))
def test_word_tables_are_sorted_and_unique(table: str) -> None:
    words = [row["word"] for row in rows(table)]
    assert words == sorted(set(words))


def test_sets_are_sorted_and_unique() -> None:
    keys = [(row["set"], row["word"]) for row in rows("statement_words")]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("form", "tense"),
    (
        ("denied", "past"),
        ("urges", "third"),
        ("saying", "ing"),
        ("told", "past"),
        ("admitting", "ing"),
        ("unsure", "state"),
    ),
)
def test_forms(form: str, tense: str) -> None:
    assert FORMS[form].tense == tense


def test_no_closed_class_word_is_a_verb_of_saying() -> None:
    assert {w for w in FORMS if CLASSES.get(w) not in (None, "noun")} <= {"given", "regarding", "second"}


def test_speakers_and_sets() -> None:
    assert SPEAKERS["poloff"] == "mission"
    assert SPEAKERS["report"] == "thing"
    assert "january" in word_set("month")
    assert not word_set("no such set")
