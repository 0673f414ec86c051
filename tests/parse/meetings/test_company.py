"""Who was there and who was not: titles in two parts, pronouns, notes, one side spread over a list, days and places."""

from __future__ import annotations

from tests.parse.meetings.test_narrative import cable, people

from cablerdf.model import Cable


def names(found: Cable) -> list[set[str | None]]:
    return [{p.name for p in m.participants} for m in found.meetings]


def test_candidate_is_who_is_named() -> None:
    found = cable(
        "On March 3, EUR A/S Ann Quill met with Green Party leader and candidate for Prime Minister Karel Vrba in Brno."
    )
    assert names(found) == [{"Ann Quill", "Karel Vrba"}]


def test_delegation_is_one_participant() -> None:
    (meeting,) = cable(
        "CODEL Quill (Senators Ann Quill and Lee Moss) met with FM Karel Vrba on March 3. The CODEL told Vrba that gas "
        "was dear."
    ).meetings
    assert "CODEL" not in {p.title for p in meeting.participants}


def test_one_side_over_a_list() -> None:
    (meeting,) = cable(
        "On March 3, U/S Ann Quill met for breakfast with Defense Chief Karel Vrba; U.S. attendees included Charge "
        "d'Affaires Peter Lusk, Jane Marsh, and Lee Grubb."
    ).meetings
    ours = {p.name: p.title for p in meeting.participants if p.side == "US"}
    assert set(ours) == {"Ann Quill", "Peter Lusk", "Jane Marsh", "Lee Grubb"} and ours["Jane Marsh"] is None


def test_embassy_notetaker() -> None:
    (meeting,) = cable(
        "The Ambassador, accompanied by Colonel Peter Lusk and an Embassy notetaker, met FM Karel Vrba on March 3."
    ).meetings
    assert ("Embassy notetaker", "notetaker") in {(p.title, p.note) for p in meeting.participants}


def test_aside_before_the_verb() -> None:
    assert names(
        cable("Karel Vrba MP, a close advisor to Zeman and Deputy Whip, told Poloff on March 3 that he lost.")
    ) == [{"Karel Vrba", None}]


def test_he_told() -> None:
    found = cable("Party chief Karel Vrba thought little of the war. He told Poloff on March 3 that it was lost.")
    assert names(found) == [{"Karel Vrba", None}]
    assert not cable("Sources spoke of FM Karel Vrba. He told Poloff on March 3 that the war was lost.").meetings


def test_then_met_the_troika() -> None:
    found = cable(
        "A/S Ann Quill met with the 27 directors in Brno March 3. She then met with the troika, comprising Czech "
        "Director Karel Vrba, Spanish Director Luis Cano, and EU Director Emil Kolda.",
        subject="A/S QUILL'S MEETINGS IN BRNO",
    )
    assert names(found) == [{"Ann Quill", "Karel Vrba", "Luis Cano", "Emil Kolda"}]


def test_note_of_another_talk() -> None:
    found = cable(
        "The DCM met with Executive Karel Vrba on March 3. Vrba said rigs were late. (NOTE: Vrba told Econoff in Brno "
        "that three had left. END NOTE.)"
    )
    assert [p.title for p in found.meetings[0].participants if p.side == "US"] == ["DCM"]


def test_general_remark_adds_nobody() -> None:
    found = cable(
        "President Karel Vrba held meetings in Brno on March 3 with DHS Secretary Ann Quill. It was the "
        "longest time that Vrba has spent in talks with senior USG officials."
    )
    assert people(found) == [[("Ann Quill", "US"), ("Karel Vrba", "Czech Republic")]]
    assert found.meetings[0].place == "Brno"


def test_officials_of_an_office() -> None:
    (meeting,) = cable("Tribal Office officials told Poloff on March 3 that nothing would change.").meetings
    assert {p.side for p in meeting.participants} == {"US", "Czech Republic"}


def test_place_before_its_day() -> None:
    found = cable("The DCM met with FM Karel Vrba and three of his aides at the royal palace in Brno on March 3.")
    assert found.meetings[0].place == "royal palace"
    assert cable("The DCM met with FM Karel Vrba at the Kremlin March 3.").meetings[0].place == "Kremlin"


def test_side_of_a_firm() -> None:
    (meeting,) = cable("Shell Vice President Karel Vrba told the Ambassador on March 3 that gas was dear.").meetings
    assert {p.name: p.side for p in meeting.participants} == {"Karel Vrba": "Shell", "Ann Holloway": "US"}


def test_ministers_of_two_fields() -> None:
    found = cable(
        "In a May 3 meeting with General Karel Vrba, the President's Minister for Security, the Ambassador raised gas. "
        "Trade Minister Emil Kolda told the Ambassador on March 4 that oil was dear."
    )
    assert names(found) == [{"Ann Holloway", "Karel Vrba"}, {"Ann Holloway", "Emil Kolda"}]


def test_office_of_a_redacted_name() -> None:
    (meeting,) = cable("Peace envoy XXXXXXXXXXXX told Poloff on March 3 that talks went on.").meetings
    assert "Peace envoy" in {p.title for p in meeting.participants}
    found = cable("The Army leads all operations. XXXXXXXXXXXX told Poloff on March 3 that talks went on.")
    (meeting,) = found.meetings
    assert {p.title for p in meeting.participants} == {"Poloff"}
    assert [span.of(found.document.text) for span in meeting.unnamed] == ["XXXXXXXXXXXX"]
