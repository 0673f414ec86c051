"""Documents as an edition prints them: heading, dateline, subject and participants above the text."""

from __future__ import annotations

import pytest

from cablerdf.model import Cable, Declared, SourceDocument
from cablerdf.parse import parse
from cablerdf.parse.header.edition import correspondent

TELEGRAM = """7. Telegram From the Embassy in Lebanon to the Department of State

Beirut, January 3, 1962—7 p.m.

1234. Minister Hythloday told me that all was well.

He left.
"""
MEMORANDUM = """8. Memorandum of a Conversation, Department of State, Washington, May 3, 1962, 3:30 p.m.

Washington, May 3, 1962, 3:30 p.m.

SUBJECT
1. Grain
2. Export Credits

PARTICIPANTS
Mr. Rafael Hythloday, Ambassador of Chile
The Secretary
NE—Donald C. Poe

Mr. Hythloday thanked the Secretary. The Secretary replied that grain was dear.
"""


def frus(text: str) -> Cable:
    declared = Declared(id="frus1961-63v99-d8", date="1962-05-03T15:30")
    return parse(SourceDocument(name="v.xml!/d8", text=text, format="frus", declared=declared))


def test_telegram() -> None:
    cable = frus(TELEGRAM)
    assert (cable.id, cable.post, cable.message_number) == ("frus1961-63v99-d8", "BEIRUT", "1234")
    assert [a.name for a in cable.addressees] == ["Department of State"]
    assert [p.text for p in cable.paragraphs] == ["Minister Hythloday told me that all was well.", "He left."]


def test_memorandum() -> None:
    cable = frus(MEMORANDUM)
    assert cable.subject == "Grain; Export Credits"
    (meeting,) = cable.meetings
    assert (meeting.date, meeting.time, meeting.place) == ("1962-05-03", "15:30", "Washington")
    assert [(p.name, p.title, p.side) for p in meeting.participants] == [
        ("Rafael Hythloday", "Ambassador of Chile", "Chile"),
        (None, "The Secretary", None),
        ("Donald C. Poe", "NE", None),
    ]


def test_a_telegram_in_another_format_is_no_edition() -> None:
    cable = parse(SourceDocument(name="x", text=TELEGRAM, format="text"))
    assert cable.message_number is None


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Embassy in Lebanon", "BEIRUT"),
        ("Department of State", "STATE"),
        ("Mission at the United Nations", "USUNNEWYORK"),
        ("Consulate General at Jerusalem", "JERUSALEM"),
        ("Embassy in Utopia", None),
    ],
)
def test_correspondents(printed: str, code: str | None) -> None:
    assert correspondent(printed) == code
