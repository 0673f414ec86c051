"""What a meeting is called."""

from __future__ import annotations

import pytest

from cablerdf.model import Meeting, Participant, Span

SPAN = Span(0, 1)


def who(name: str | None, title: str | None, side: str | None) -> Participant:
    return Participant(name=name, title=title, side=side, span=SPAN)


PORTER = who("Ann Porter", "Ambassador", "US")
DAHL = who("Kari Dahl", "Foreign Minister", "Norway")
LUNDE = who("Odd Lunde", "Director for Fisheries and the Living Resources of the Sea", "Norway")
CONSUL = who("Ray Cole", "Consul General", "US")
DEPUTY = who("Nils Vik", "Deputy Foreign Minister", "Norway")
PREMIER = who("Liv Moe", "Prime Minister", "Norway")
MELO = who("Rui Melo", None, "EU")
VISITOR = who("Jo Hill", "EUR A/S", "US")
UNDER = who("May Reed", "Under Secretary of State for Political Affairs", "US")
AIDE = who("Al Finn", "EUR Deputy Assistant Secretary", "US")
MEXICAN = who("Ana Ruiz", "MFA Under Secretary", "Mexico")
CANCILLER = who("Luis Paz", "Foreign Minister", "Mexico")
POLOFF = who(None, "Poloff", "US")


@pytest.mark.parametrize(
    ("people", "name"),
    [
        ((DAHL, LUNDE, PORTER, POLOFF), "Ambassador Ann Porter with Foreign Minister Kari Dahl and 2 others"),
        ((PORTER, DAHL), "Ambassador Ann Porter with Foreign Minister Kari Dahl"),
        ((PORTER, DAHL, MELO), "Ambassador Ann Porter with Foreign Minister Kari Dahl and Rui Melo"),
        ((CONSUL, PORTER, DAHL), "Ambassador Ann Porter with Foreign Minister Kari Dahl and 1 other"),
        ((PORTER, DEPUTY, DAHL), "Ambassador Ann Porter with Foreign Minister Kari Dahl and 1 other"),
        ((PORTER, PREMIER, DAHL), "Ambassador Ann Porter with Prime Minister Liv Moe and 1 other"),
        ((PORTER, AIDE, DAHL), "Ambassador Ann Porter with Foreign Minister Kari Dahl and 1 other"),
        ((PORTER, VISITOR, DAHL), "EUR A/S Jo Hill with Foreign Minister Kari Dahl and 1 other"),
        ((VISITOR, PORTER, UNDER, DAHL), "May Reed with Foreign Minister Kari Dahl and 2 others"),
        ((PORTER, MEXICAN, CANCILLER), "Ambassador Ann Porter with Foreign Minister Luis Paz and 1 other"),
        ((LUNDE, PORTER), "Ambassador Ann Porter with Odd Lunde"),
        ((DAHL, LUNDE), "Foreign Minister Kari Dahl and 1 other"),
        ((who("Kari Dahl", None, None), who("Odd Lunde", None, None)), "Kari Dahl and 1 other"),
        ((DAHL,), "Meeting of Foreign Minister Kari Dahl"),
        ((POLOFF,), "Meeting"),
        ((), "Meeting"),
    ],
)  # fmt: skip
def test_who(people: tuple[Participant, ...], name: str) -> None:
    assert Meeting(participants=people, span=SPAN).name == name


def test_where_and_when() -> None:
    assert Meeting(date="2006-06-08", place="Oslo", participants=(PORTER, DAHL), span=SPAN).name == (
        "Ambassador Ann Porter with Foreign Minister Kari Dahl, Oslo, 8 June 2006"
    )
    assert Meeting(date="2006-06", span=SPAN).name == "Meeting, June 2006"


def test_the_blacked_out_are_counted() -> None:
    assert Meeting(participants=(PORTER, DAHL), unnamed=(SPAN,), span=SPAN).name.endswith("and 1 other")
