"""Why a short form, an office or a pronoun means somebody, and who else it might have meant."""

from __future__ import annotations

import pytest
from tests.parse.meetings.test_narrative import cable

from cablerdf.model import Note, SourceDocument
from cablerdf.pipeline.inspecting import draft_of, why


def document(*paragraphs: str) -> SourceDocument:
    text = cable(*paragraphs, above="R 021200Z APR 09\nFM AMEMBASSY PRAGUE\nTO SECSTATE WASHDC\n\n").document.text
    return SourceDocument(name="09PRAGUE123", text=text, format="text")


def meant(*paragraphs: str) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Of each printed form whom it means, by which rule, instead of whom."""
    notes: list[Note] = draft_of(document(*paragraphs)).notes
    return {n.value: (n.about, n.rule, n.instead) for n in notes if n.kind == "mention"}


TWO = "Foreign Minister Karel Vrba met Deputy Minister Jan Vrba."


@pytest.mark.parametrize(
    ("form", "text", "whom", "rule", "instead"),
    [
        ("Roe", "Senator Lee Roe met traders. Roe left.", "Lee Roe", "a part of the name", ()),
        ("Vrba", TWO + " Vrba left.", "Jan Vrba", "a part of the name, of the one named last", ("Karel Vrba",)),
        ("Kuznetzov", "Minister Ivan Kuznetsov left. Kuznetzov erred.", "Ivan Kuznetsov",
         "a part of the name, misprinted", ()),
        ("The Minister", "Trade Minister Eva Malik met traders. The Minister said that prices rose.", "Eva Malik",
         "alone bears the title", ()),
        ("The Ambassador", "The Ambassador said that prices rose.", "Ann Holloway",
         "holds the office here: signed the cable", ()),
        ("He", "Senator Lee Roe said that prices rose. He added that wages fell.", "Lee Roe",
         "who spoke last in the paragraph", ()),
        ("He", "Senator Lee Roe said that prices rose. Minister Jan Vrba replied that wages fell. He added that all "
                "was well.", "Jan Vrba", "who spoke last in the paragraph", ("Lee Roe",)),
        ("We", "We believe that prices rose.", "POST", "nobody else has spoken in the paragraph", ()),
    ],
)  # fmt: skip
def test_a_form_has_the_rule_by_which_it_means_somebody(
    form: str, text: str, whom: str, rule: str, instead: tuple[str, ...]
) -> None:
    assert meant(text)[form] == (whom, rule, instead)


def test_who_holds_an_office_of_the_post_has_what_shows_it() -> None:
    notes = draft_of(document("DCM Lee Roe met traders. Charge Ann Poe joined them.")).notes
    assert {n.value: (n.about, n.rule) for n in notes if n.kind == "office"} == {
        "ambassador": ("Ann Holloway", "signed the cable"),
        "dcm": ("Lee Roe", "the only American with the title"),
        "charge": ("Ann Poe", "the only American with the title"),
    }


def test_the_reasons_are_printed_with_what_lost_and_no_sureness_that_nobody_measured() -> None:
    lines = why(document(TWO + " Vrba left."), "Jan Vrba").splitlines()
    at = lines.index("mention      Jan Vrba: Vrba")
    assert lines[at + 1].startswith("             by a part of the name, of the one named last; line ")
    assert lines[at + 2 : at + 4] == ["               once", "               instead of Karel Vrba"]
