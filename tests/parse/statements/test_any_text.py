"""Whatever stands in a paragraph, statements are found or not; nothing breaks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import is_linear
from tests.parse.statements.conftest import draft_of

from cablerdf.model import Paragraph, SourceDocument, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.statements import find_statements
from cablerdf.parse.statements.grammar.words import read_words
from cablerdf.parse.statements.saying.attributions import attributions
from cablerdf.parse.statements.speakers.resolver import SpeakerResolver

SOUP = """Smith Jones he she they we I it said told asked claims noted according to view in his her the a of at and but
, ; : . ? " “ ” ( ) -- - who which that while as by with Minister officials XXXXXXXXXXXX GOJ was has not would both some
group Smith's saying adding quoted reported 5 May unsure END COMMENT: called on went"""
WORDS = st.sampled_from(SOUP.split())


def found_in(text: str) -> Draft:
    draft = Draft(SourceDocument(name="t", text=text, format="text"), text)
    whole = Span(0, len(text))
    draft.paragraphs = (Paragraph(number=1, text=text, span=whole, content=whole),)
    find_statements(draft)
    return draft


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_word_soup(text: str) -> None:
    for statement in found_in(text).statements:
        assert 0 <= statement.sentence.start <= statement.said.start
        assert statement.said.end <= statement.sentence.end <= len(text)
        assert statement.speaker and statement.verb


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    found_in(text)


def test_the_same_text_gives_the_same_statements() -> None:
    text = "The Minister said no. He asked why, and officials, who had met, agreed. According to her, it was over."
    assert found_in(text).statements == found_in(text).statements


def test_a_verb_tied_to_others_has_their_speakers_once() -> None:
    draft = draft_of("Zeman agreed" + ", but cautioned that" * 18 + " nobody waits.")
    resolver = SpeakerResolver(draft)
    memory = resolver.memory
    memory.begin_paragraph()
    (memory.words,) = read_words(draft.clean, (Span(0, len(draft.clean)),))
    memory.said, memory.before = [], []
    assert len(attributions(memory.words, resolver.resolve, memory.said)) == 19  # not twice as many with each verb


def test_long_text_in_linear_time() -> None:
    text = "Somebody said that the officials, who claim it, noted the view of Smith and Jones. " * 2000
    assert is_linear(found_in, text)
