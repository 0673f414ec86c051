"""Texts cut into flat pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablerdf.serve.parts.segments import Mark, cut, excerpt, occurrences

TEXT = "Ana Reis of the Ministry spoke first."


def test_the_longest_of_overlapping_mentions_wins() -> None:
    pieces = cut(TEXT, [Mark(4, 8, "person", "short"), Mark(0, 8, "person", "long"), Mark(16, 24, "organization", "m")])
    assert [(p.text, p.mark.iri) for p in pieces if p.mark] == [("Ana Reis", "long"), ("Ministry", "m")]


def test_a_mention_may_lie_across_comment_and_found_words() -> None:
    pieces = cut(TEXT, [Mark(0, 8, "person", "ana")], [Mark(4, 24, "comment")], [Mark(0, 3, "found")])
    assert [(p.text, p.mark is not None, p.comment, p.found) for p in pieces] == [
        ("Ana", True, False, True),
        (" ", True, False, False),
        ("Reis", True, True, False),
        (" of the Ministry", False, True, False),
        (" spoke first.", False, False, False),
    ]


offsets = st.tuples(st.integers(-3, 45), st.integers(-3, 45))


@given(st.lists(offsets), st.lists(offsets), st.lists(offsets))
def test_the_pieces_joined_are_the_text(
    mentions: list[tuple[int, int]], comments: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    pieces = cut(
        TEXT,
        [Mark(b, e, "person", f"{b}-{e}") for b, e in mentions],
        [Mark(b, e, "comment") for b, e in comments],
        [Mark(b, e, "found") for b, e in found],
    )
    assert "".join(piece.text for piece in pieces) == TEXT
    for piece in pieces:
        if piece.mark is not None:
            assert piece.text in TEXT[piece.mark.begin : piece.mark.end]


def test_excerpts_show_the_word() -> None:
    long = "word " * 200 + "fish quotas " + "word " * 200
    pieces = excerpt(long, ["fish quotas"])
    assert [p.text for p in pieces if p.found] == ["fish quotas"]
    assert sum(len(p.text) for p in pieces) < 300
    assert "".join(p.text for p in excerpt("short text", [])) == "short text"
    assert occurrences("selfish", ["fish"]) == []
