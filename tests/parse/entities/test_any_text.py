"""Whatever the text: no crash, every mention points at printed letters, the same input gives the same output."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cablerdf.parse import parse_text

PIECES = st.sampled_from(
    [
        " ", "\n", "\n\n", ". ", ", ", '"', "“", "(", ")", "'s", "’s", "-", "/", "U.S.", "U.S.S.R", "President", "Gen.",
        "of", "the", "and", "de", "al-", "bin", "Ministry", "Party", "MFA", "(MFA)", "(HBJ)", "John", "Nishida", "KIM",
        "XXXXXXXXXXXX", "France", "French", "Lima", "said", "in", "¶1. (C) ", "TAGS: PREL", "SUBJECT:", "É", "A", "I",
        "D(S)",
        "G-20",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text(text: str) -> None:
    cable = parse_text(text)
    for mention in cable.mentions:
        assert mention.span.of(cable.document.text).strip()
        assert (
            0
            <= mention.entity
            < len({"person": cable.persons, "organization": cable.orgs, "place": cable.places}[mention.kind])
        )
    assert parse_text(text) == cable


def test_a_long_line_takes_no_time() -> None:
    cable = parse_text("¶1. (C) " + "President A. B-C of the D/E " * 8000)
    assert cable.paragraphs
