"""Why a meeting is reported, why somebody took part, and why an encounter is no meeting."""

from __future__ import annotations

from tests.parse.meetings.test_narrative import cable

from cablerdf.model import Note, SourceDocument
from cablerdf.parse.meetings.words.certainty import CAME_ALONG, HOLDS, RULES
from cablerdf.pipeline.inspecting import draft_of

SENT = "R 021200Z APR 09\nFM AMEMBASSY PRAGUE\nTO SECSTATE WASHDC\n\n"


def notes(*paragraphs: str, subject: str = "CZECH VIEWS ON ENERGY") -> list[Note]:
    """The notes on meetings and those who took part."""
    text = cable(*paragraphs, subject=subject, above=SENT).document.text
    found = draft_of(SourceDocument(name="09PRAGUE123", text=text, format="text")).notes
    return [note for note in found if note.kind in ("meeting", "participant")]


def test_everybody_has_the_rule_that_shows_that_he_took_part() -> None:
    found = notes("The Ambassador met Foreign Minister Karel Vrba on March 3. Econoff Lee Roe also attended.")
    assert {note.about: note.rule for note in found[1:]} == {
        "Ann Holloway": HOLDS,
        "Karel Vrba": RULES["meet"],
        "Lee Roe": CAME_ALONG,
    }
    assert (found[0].value, found[0].rule) == ("2009-03-03", RULES["meet"])


def test_a_participant_has_the_sentences_that_name_him() -> None:
    found = notes("The DCM met FM Karel Vrba on March 3. On the same day, Vrba told the DCM that gas was dear.")
    (vrba,) = (note for note in found if note.about == "Karel Vrba")
    assert [reason.partition(",")[0] for reason in vrba.because] == [RULES["meet"], RULES["tell"]]


def test_what_is_no_meeting_says_why() -> None:
    (lost,) = notes("The DCM met Foreign Minister Karel Vrba on June 3, 2008.")
    assert (lost.value, lost.rule) == ("not reported", "more than 75 days before the cable")
    (lost,) = notes("The DCM met Foreign Minister Karel Vrba on March 3.", subject="SCENESETTER FOR CODEL ROE")
    assert lost.value == "not reported"
