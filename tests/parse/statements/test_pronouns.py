"""Whom a pronoun means."""

from __future__ import annotations

import pytest
from tests.parse.statements.conftest import statements

import cablerdf
from cablerdf.pipeline.inspecting import draft_of


def test_a_pronoun_goes_to_the_last_speaker() -> None:
    found = statements("Lindqvist said the port was closed. She noted that Okoro disagreed. He added nothing.")
    assert [s.speaker for s in found[:2]] == ["Anna Maria Lindqvist"] * 2
    assert found[1].method == "inferred"
    assert found[0].method == "narrative"


def test_they_are_those_who_spoke_together() -> None:
    found = statements("Lindqvist and Okoro said the port was closed. They insisted that it would open.")
    assert [s.speaker for s in found] == ["Anna Maria Lindqvist", "Tomas Okoro"] * 2


def test_they_are_the_subject_of_the_sentence_before() -> None:
    found = statements("Two officials said no. The ministers of the league met in May. They stated that it was late.")
    assert [s.speaker for s in found] == ["Two officials", "The ministers of the league"]


def test_they_are_nobody_once_others_are_the_matter() -> None:
    text = "Two officials said no.\n\n{}They stated that it was late."
    assert [s.speaker for s in statements(text.format(""))] == ["Two officials"] * 2
    cable = cablerdf.parse_text("1. Two officials said no.\n\n2. Prices had doubled. They stated that it was late.")
    assert [s.speaker for s in cable.statements] == ["Two officials"]


def test_he_is_who_answers_not_who_asked() -> None:
    found = statements("Zeman said no. Okoro asked about the port. Zeman was aware of it. He promised to look at it.")
    assert [(s.speaker, s.verb) for s in found][-1] == ("Pavel Zeman", "promised")


def test_a_redacted_name_may_be_a_man_and_a_woman() -> None:
    found = statements(
        "XXXXXXXXXXXX said no. He left in May. He told us so. XXXXXXXXXXXX agreed. She added that it was so."
    )
    assert [s.speaker for s in found] == ["XXXXXXXXXXXX"] * 4


def test_who_was_he_is_not_she_until_a_redacted_name_stands_anew() -> None:
    found = statements("XXXXXXXXXXXX said no. He left in May. He told us so. She insisted that it was late.")
    assert [(s.speaker, s.verb) for s in found] == [("XXXXXXXXXXXX", "said"), ("XXXXXXXXXXXX", "told")]


def test_she_is_the_last_woman() -> None:
    found = statements("The envoy said no. She left. Anna Maria Lindqvist said yes. She added that it was late.")
    assert [s.speaker for s in found] == ["The envoy", "Anna Maria Lindqvist", "Anna Maria Lindqvist"]


def test_he_is_not_whom_he_blames() -> None:
    found = statements("Zeman was late, Lindqvist said. Zeman agreed. Okoro complained. He blamed Okoro for the delay.")
    assert [(s.speaker, s.verb) for s in found][-1] == ("Pavel Zeman", "blamed")


def test_someone_is_no_antecedent() -> None:
    found = statements("Zeman said no. Someone told us that the port was closed. He added that it would open.")
    assert [s.speaker for s in found] == ["Pavel Zeman", "Someone", "Pavel Zeman"]


def test_both_are_the_last_two() -> None:
    found = statements("Zeman said the port was closed. Okoro noted the cost. Both agreed that it would open.")
    assert [s.speaker for s in found[2:]] == ["Pavel Zeman", "Tomas Okoro"]


def test_we_are_the_post_until_somebody_speaks() -> None:
    found = statements("We believe the port will open. Zeman said so. We must act, and we believe in peace.")
    assert [s.speaker for s in found] == ["POST", "Pavel Zeman"]


def test_we_are_the_department_too() -> None:
    points = "-- We understand that the port is closed.\n\n-- We urge your government to open it."
    found = cablerdf.parse_text(
        f"FM SECSTATE WASHDC\nTO AMEMBASSY OSLO\n\n1. (U) The points are:\n\n{points}", id="09STATE1"
    )
    assert [(s.speaker, s.verb) for s in found.statements] == [("POST", "understand"), ("POST", "urge")]


def test_we_welcome_the_visitor() -> None:
    found = statements("We welcome your visit to Oslo. Zeman said so. We hope that you agree.")
    assert [(s.speaker, s.verb) for s in found] == [("POST", "welcome"), ("Pavel Zeman", "said")]


def test_a_woman_is_no_he() -> None:
    found = statements("Lindqvist said no. She warned of delays. Zeman left the room. He complained of the cold.")
    assert [(s.speaker, s.verb) for s in found][-1] == ("Pavel Zeman", "complained")


def test_both_are_who_spoke_together_and_since() -> None:
    found = statements("Zeman and Okoro asked for time. Zeman noted the cost. Both agreed that it would open.")
    assert [s.speaker for s in found[3:]] == ["Pavel Zeman", "Tomas Okoro"]


def test_she_is_the_woman_whom_he_asked_about() -> None:
    found = statements("Zeman asked what Anna Maria Lindqvist would do. She stated that she would wait.")
    assert [s.speaker for s in found] == ["Pavel Zeman", "Anna Maria Lindqvist"]


def test_a_redaction_is_who_the_next_sentence_means() -> None:
    found = statements("Okoro said no. XXXXXXXXXXXX the raids as a pretext. He told us that it was late.")
    assert [s.speaker for s in found] == ["Tomas Okoro", "XXXXXXXXXXXX"]


def test_an_elite_is_no_he() -> None:
    found = statements("Zeman said no. The ruling elite was critical of it. He added that it was late.")
    assert [s.speaker for s in found] == ["Pavel Zeman", "The ruling elite", "Pavel Zeman"]


def test_he_is_not_the_subject_of_what_he_says() -> None:
    found = statements("Okoro said no. Zeman, he told us, owns the port.")
    assert [s.speaker for s in found] == ["Tomas Okoro", "Tomas Okoro"]


@pytest.mark.parametrize(
    "text",
    (
        "1. (U) Begin informal translation of the letter: We urge you to help. End translation.",
        "1. (U) Text of the minister's remarks follows.\n\nWe believe in peace.",
        "Text of the Declaration\n-----------------------\n\n1. (U) We believe in peace.",
        "1. (C) Suggested talking points:\n\n-- Thank you for coming. We appreciate your help.",
        "1. (C) Begin talking points: We would like to raise with you a matter of concern. We urge you to act.",
        "1. (C) Points to be delivered:\n\nWe believe in peace.\n\nWe hope that the port will open.",
    ),
)
def test_we_of_another_text_are_not_the_post(text: str) -> None:
    assert not cablerdf.parse_text(f"FM AMEMBASSY OSLO\n\nSUBJECT: PORTS\n\n{text}\n", id="09OSLO123").statements


def test_he_is_the_subject_of_the_sentence_right_before() -> None:
    found = statements("Zeman said no. Okoro was well aware of the port. He promised to look at it.")
    assert [s.speaker for s in found] == ["Pavel Zeman", "Tomas Okoro"]


def test_they_are_not_in_what_they_say() -> None:
    found = statements("The guests said no. While many Danes are angry with Zeman, they said, most are not.")
    assert [s.speaker for s in found] == ["The guests", "The guests"]
    found = statements("The guests said no. While many Danes are angry with Zeman, they said that they would wait.")
    assert [s.speaker for s in found][-1] == "many Danes"


@pytest.mark.parametrize("those", ("The two", "Both officials", "The two officials", "The Ambassadors"))
def test_the_two_are_those_whom_the_sentence_before_names(those: str) -> None:
    found = statements(f"Okoro met Zeman in Lome. {those} agreed that the port was closed.")
    assert [s.speaker for s in found] == ["Tomas Okoro", "Pavel Zeman"]
    found = statements(f"Okoro met Zeman and Lindqvist in Lome. {those} agreed that the port was closed.")
    assert [s.speaker for s in found] == [those]


def test_the_two_are_those_who_spoke_in_the_paragraph() -> None:
    found = statements("Okoro said no. Zeman noted delays. The two went on to discuss Norway.")
    assert [s.speaker for s in found] == ["Tomas Okoro", "Pavel Zeman"] * 2


def test_letters_after_a_name_are_no_part_of_the_speaker() -> None:
    assert [s.speaker for s in cablerdf.parse_text("1. Ambassador Juan Soto MP said no.").statements] == ["Juan Soto"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    (
        ("In a later talk with Consul Lindqvist, she noted that it was late.", "Anna Maria Lindqvist"),
        ("Tomas Okoro's plans were the topic of the day. He hoped to win.", "Tomas Okoro"),
        ("One of Tomas Okoro's plans was late. He hoped to win.", "Tomas Okoro"),
        ("Note: While Okoro, like Zeman, was silent, he stated that it was late.", "Tomas Okoro"),
        ("Okoro was firm in his view that it was late.", "Tomas Okoro"),
        ("The ships, in his view, were late.", "Pavel Zeman"),
        ("Since Okoro took over, he has made clear that it is late.", "Tomas Okoro"),
    ),
)
def test_a_pronoun_goes_to_whom_the_words_before_it_bring_in(text: str, speaker: str) -> None:
    assert [s.speaker for s in statements(f"Zeman said no. {text}")] == ["Pavel Zeman", speaker]


def test_who_opens_a_paragraph_is_the_only_one_whom_the_sentence_before_names() -> None:
    text = "1. Ambassador Juan Soto said no.\n\n2. The day ended with a speech by Ambassador Lee Park.  He denied it."
    assert [s.speaker for s in cablerdf.parse_text(text).statements] == ["Juan Soto", "Lee Park"]


def test_an_embassy_is_nobody_whom_he_means() -> None:
    text = "1. Embassy Harare notes that the visit of Ambassador Juan Soto was short.  He fears the worst."
    found = cablerdf.parse_text(text).statements
    assert [(s.speaker, s.speaker_kind) for s in found] == [("Embassy Harare", "function")]


def test_he_who_goes_on_with_a_quotation_is_whose_it_is() -> None:
    body = (
        "1. Minister Lee said no.\n\n2. Comment: Typical was the speech by Governor Ruiz May 5, who told the press "
        'that "We hope to mend it. There are wise people here," he added. End comment.'
    )
    found = cablerdf.parse_text(body).statements
    assert [(s.speaker, s.verb) for s in found if s.speaker != "POST"] == [
        ("Lee", "said"),
        ("Ruiz", "told"),
        ("Ruiz", "added"),
    ]


def test_a_word_behind_a_label_is_not_he() -> None:
    found = statements("Okoro said no. Comment: Emblematic of it was the letter. He added that it was late.")
    assert [s.speaker for s in found] == ["Tomas Okoro"] * 2


def of_a_cable(text: str) -> cablerdf.Cable:
    return cablerdf.parse_text(f"FM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nSUBJECT: TALKS\n\n1. (C) {text}\n")


def test_he_is_who_opens_the_sentence_before_past_a_long_title() -> None:
    text = (
        "Minister Juan Soto said that time was short. Deputy Minister of International Relations and Cooperation "
        "Ana Rojas was warm and receptive. She said that rain was near."
    )
    assert [s.speaker for s in of_a_cable(text).statements] == ["Juan Soto", "Ana Rojas"]


@pytest.mark.parametrize(("pronoun", "found"), (("She", True), ("He", False)))
def test_meetings_and_statements_take_up_one_subject(pronoun: str, found: bool) -> None:
    opened = f"A/S Ana Quill was late. {pronoun}"
    met = of_a_cable(f"{opened} also met with Minister Juan Soto on March 3.")
    assert ("Ana Quill" in {p.name for m in met.meetings for p in m.participants}) is found
    said = of_a_cable(f"{opened} said that it rained.")
    for cable in (met, said):
        notes = [n.about for n in draft_of(cable.document).notes if n.rule == "the subject of the sentence before"]
        assert notes == (["Ana Quill"] if found else [])
