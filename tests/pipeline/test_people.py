"""The graph of people is checked as the cables are."""

from __future__ import annotations

from dataclasses import replace

import cablerdf
from cablerdf.link.identity.roll import Named, Roll
from cablerdf.link.identity.weighing import STEPS
from cablerdf.pipeline.people.collect import PeopleRecipe
from cablerdf.pipeline.people.rolls import roll_of
from cablerdf.pipeline.people.tally import Tally
from cablerdf.pipeline.people.telling import WORDS
from cablerdf.pipeline.runs.summary import Summary
from cablerdf.pipeline.work.counting import Counts
from cablerdf.rdf.mapping.whole import to_quads

TOLD = """FM AMEMBASSY LISBON
TO RUEHC/SECSTATE WASHDC

UNCLAS LISBON 000012

SUBJECT: RIVERS

1. (U) In a separate meeting, Rui Okondo, an analyst at the Council for Rivers and Lakes, confirmed to EconOff that
the rivers were clean.
"""


def tally_of(name: str, check: bool) -> tuple[Tally, bytes]:
    """What is told of a collection that has somebody of this name."""
    rolls = [
        Roll("06LISBON1", "2006-02-01", "LISBON", (Named("06LISBON1-rui-varela", "Rui Varela", "Portugal"),)),
        Roll("06LISBON2", "2006-02-02", "LISBON", (Named("06LISBON2-x", name, "Portugal"),)),
    ]
    tally = Tally(Counts())
    recipe = PeopleRecipe("nquads", "https://example.org/id/", check=check)
    return tally, b"".join(recipe.written((roll.to_json() for roll in rolls), tally))


def test_a_person_who_breaks_a_shape_is_reported_and_the_run_does_not_conform() -> None:
    (tally, data), summary = tally_of("7 dwarfs", check=True), Summary(written=2)
    tally.end(summary)
    assert {(row.source, row.id, row.severity) for row in tally.rows} == {("graph/people", "people", "error")}
    assert "person:7-dwarfs" in tally.rows[0].message and summary.status == 1 and data


def test_people_who_break_none_are_written_as_without_the_check() -> None:
    tally, data = tally_of("Ana Okondo", check=True)
    assert tally.rows == [] and tally_of("Ana Okondo", check=False)[1] == data


def test_who_has_no_country_keeps_that_of_his_side_at_a_meeting() -> None:
    """What stands on the participation alone is no country of his, but it is kept to tell who he is."""
    cable = cablerdf.parse_text(TOLD)
    first, *_others = cable.meetings[0].participants
    assert (first.name, first.side) == ("Rui Okondo", "Portugal")
    for country, side in (("Portugal", None), (None, "Portugal")):
        persons = tuple(replace(person, country=country) for person in cable.persons)
        (named,) = roll_of(to_quads(replace(cable, persons=persons)), "10LISBON12").people
        assert (named.name, named.country, named.side) == ("Rui Okondo", country, side)


def test_each_step_of_a_judgement_has_words_of_its_own() -> None:
    assert set(WORDS) == {"bias", *STEPS, "calibration"} and len(set(WORDS.values())) == len(WORDS)
