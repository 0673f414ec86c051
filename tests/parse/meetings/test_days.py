"""On what day a meeting was, of all the days that a cable prints."""

from __future__ import annotations

from functools import partial

import pytest
from tests.parse.meetings.test_narrative import cable as narrated

cable = partial(narrated, above="O 102219Z MAR 09\nFM AMEMBASSY PRAGUE\n")


@pytest.mark.parametrize(
    ("sentence", "name", "day"),
    [
        # the page takes the number at a line's beginning for that of a paragraph
        ("Poloff met with Senator Karel Vrba to discuss gas prices on March\n¶3. He was calm.", "Karel Vrba",
         "2009-03-03"),
        # talks of several days with one counterpart, not a stay
        ("On March 3-4, Poloff met with Senator Karel Vrba to discuss gas.", "Karel Vrba", "2009-03-03"),
        ("During his March 3-4 visit to Brno Poloff met with Senator Karel Vrba.", "Karel Vrba", None),
        # the day in the opening is not that of talks that came later
        ("On March 3 the mill burned. In subsequent talks with Poloff, Senator Karel Vrba was calm.", "Karel Vrba",
         None),
        # the day of what was handed over stands at the end
        ("Poloff provided the paper to Senator Karel Vrba at the House on March 3.", "Karel Vrba", "2009-03-03"),
        ("Poloff provided Senator Karel Vrba with the paper that was released on March 3.", "Karel Vrba", None),
        # what the counterpart did on a day
        ("Senator Karel Vrba on March 3 flatly refused the plan. Vrba told Poloff that he saw no other way.",
         "Karel Vrba", "2009-03-03"),
        # a meeting with its purpose before him who speaks
        ("In a March 3 meeting with Econoff to discuss a fire that stopped the mills, Senator Karel Vrba was calm.",
         "Karel Vrba", "2009-03-03"),
        ("Senator Karel Vrba in a March 3 conversation with Poloff, and Mayor Ota Zeman in a speech, claimed success.",
         "Karel Vrba", "2009-03-03"),
        ("In a March 3 meeting, the DCM presented Senator Karel Vrba with open letters on the fire.",
         "Karel Vrba", "2009-03-03"),
        ("Senator Karel Vrba told visiting Commander of the Northern Army (NORARM) General Roy Lane and the DCM "
         "March 3 that he was calm.", "Karel Vrba", "2009-03-03"),
        # what was asked for took place, what somebody tells of is another day's
        ("Senator Karel Vrba sought a meeting with Econoff on March 3 to talk of gas and said that it was short.",
         "Karel Vrba", "2009-03-03"),
        ("Senator Karel Vrba told Econoff that he had done so at the request of Mayor Zeman on March 3.",
         "Karel Vrba", None),
        ("DCM, on March 3, raised the request with Czech MFA Director Karel Vrba.", "Karel Vrba", "2009-03-03"),
    ],
)  # fmt: skip
def test_day(sentence: str, name: str, day: str | None) -> None:
    found = [m.date for m in cable(sentence, "He said no more.").meetings for p in m.participants if p.name == name]
    assert found == [day]


def test_same_event() -> None:
    found = cable("The DCM met Senator Karel Vrba at a lunch on March 3.",
                  "Earlier at the same event, Poloff told Mayor Ota Zeman that gas was short.")  # fmt: skip
    days = {p.name: m.date for m in found.meetings for p in m.participants if p.name}
    assert days["Karel Vrba"] == days["Ota Zeman"] == "2009-03-03"
