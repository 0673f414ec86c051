"""Visiting delegations: their members, their meetings section by section, and who else speaks there."""

from __future__ import annotations

import pytest

from cablerdf.model import Cable
from cablerdf.parse import parse_text

HEADER = """C O N F I D E N T I A L PRAGUE 000123

SIPDIS

E.O. 12958: DECL: 04/02/2019
TAGS: PREL, EZ
SUBJECT: {subject}

Classified By: Ambassador Ann Holloway for reasons 1.4 (b) and (d).

"""


def cable(body: str, subject: str = "CODEL HENDRICKS SEES FOREIGN MINISTER") -> Cable:
    return parse_text(HEADER.format(subject=subject) + body + "\nHOLLOWAY\n", id="09PRAGUE123")


@pytest.mark.parametrize(
    "body",
    [
        "¶1. (C) FM Karel Vrba told CODEL Hendricks (Sen. Peter Hendricks (R-OH), Sen. Mark Tanner (D-TN)\n"
        "and Sen. Susan Fletcher (D-IL)) March 3 that gas was short.\n",
        "¶1. (C) CODEL Hendricks met with Foreign Minister Karel Vrba on March 3.  CODEL Hendricks consisted of\n"
        "Senators Peter Hendricks (R-OH), Mark Tanner (D-TN), and Susan Fletcher (D-IL).\n",
    ],
)
def test_members_are_participants(body: str) -> None:
    (meeting,) = cable(body).meetings
    ours = {(p.name.split()[-1], p.title) for p in meeting.participants if p.side == "US" and p.name}
    assert ours == {("Hendricks", "Senator"), ("Tanner", "Senator"), ("Fletcher", "Senator")}
    assert [p.name for p in meeting.participants if p.side == "Czech Republic"] == ["Karel Vrba"]
    assert meeting.date == "2009-03-03"


def test_a_section_for_each_person_seen() -> None:
    body = """¶1. (C) Summary: Codel Hendricks discussed gas.  Codel Hendricks consisted of
Representatives Peter Hendricks (R-OH) and Mark Tanner (D-TN).  End summary.

Foreign Minister Karel Vrba
---------------------------

¶2. (C) Vrba said that gas was short.

Jan Kolar
---------

¶3. (C) Defense Minister Jan Kolar told the codel that soldiers were few.
"""
    found = [{p.name.split()[-1] for p in m.participants if p.name} for m in cable(body).meetings]
    assert found == [{"Hendricks", "Tanner", "Vrba"}, {"Hendricks", "Tanner", "Kolar"}]


STAFF = """¶1. (C) On March 3, the Ambassador met with Prime Minister Pavel Sykora and his senior staff.

¶2. (C) Foreign Minister Karel Vrba argued that gas was short.  He said that Interior Minister Jan Kolar said so too.
"""


def test_staff_that_speaks_was_there() -> None:
    (meeting,) = cable(STAFF, "AMBASSADOR MEETS PRIME MINISTER").meetings
    assert {p.name.split()[-1] for p in meeting.participants if p.name} == {"Holloway", "Sykora", "Vrba"}


def test_without_staff_a_speaker_is_none_of_the_meeting() -> None:
    (meeting,) = cable(STAFF.replace(" and his senior staff", ""), "AMBASSADOR MEETS PRIME MINISTER").meetings
    assert {p.name.split()[-1] for p in meeting.participants if p.name} == {"Holloway", "Sykora"}


def test_who_chimes_in_was_there() -> None:
    body = STAFF.replace(" and his senior staff", "").replace("argued", "chimed in")
    (meeting,) = cable(body, "AMBASSADOR MEETS PRIME MINISTER").meetings
    assert {p.name.split()[-1] for p in meeting.participants if p.name} == {"Holloway", "Sykora", "Vrba"}
