"""Who holds the offices of the reporting post."""

from __future__ import annotations

import pytest

from cablerdf import parse_text
from cablerdf.model import Cable, SourceDocument
from cablerdf.parse.lexicon.offices import office_of
from cablerdf.pipeline.inspecting import draft_of
from cablerdf.vocab.tables import rows

CABLE = """VZCZCXYZ0001
DE RUEHSG #0001/01 0920958
R 010958Z APR 08
FM AMEMBASSY SANTIAGO
TO RUEHC/SECSTATE WASHDC 8089

C O N F I D E N T I A L SANTIAGO 000929

SUBJECT: {subject}

Classified By: {by} for reasons 1.4 (b,d)

1. (C) {text}
{signer}
"""


def speakers(text: str, by: str, signer: str, subject: str = "FISHING TALKS") -> list[str]:
    cable = parse_text(CABLE.format(text=text, by=by, signer=signer, subject=subject))
    return [s.speaker for s in cable.statements]


@pytest.mark.parametrize(
    ("title", "office"),
    (
        ("Acting DCM", "dcm"),
        ("Charge d’Affaires, a.i.", "charge"),
        ("U.S. Ambassador", "ambassador"),
        ("Minister of Energy", None),
        ("Ambassador to Peru", None),
    ),
)
def test_office(title: str, office: str | None) -> None:
    assert office_of(title) == office


def test_ambassador_is_ours_though_another_is_named() -> None:
    text = "Colombian Ambassador Luis Mora called for calm. The Ambassador replied that time was short."
    assert speakers(text, "Ambassador Paul Lundgren", "LUNDGREN")[-1] == "Paul Lundgren"


def test_signer_with_the_title_in_the_text() -> None:
    text = "The Ambassador stressed the deadline. Ambassador Lundgren then left for the coast."
    assert speakers(text, "Political Counselor Mary Stone", "LUNDGREN") == ["Lundgren"]


def test_the_ambassador_of_another_nation() -> None:
    text = "UK Ambassador Sir Alan Brightwell spoke first. The British Ambassador noted delays. The Ambassador agreed."
    assert speakers(text, "Charge d'Affaires Mary Stone", "STONE")[-2:] == ["Alan Brightwell"] * 2
    assert speakers(text, "Ambassador Mary Stone", "STONE")[-2:] == ["Alan Brightwell", "Mary Stone"]


def test_i_am_whom_the_caption_names() -> None:
    caption = "PORTS\n\nEUR/WE FROM AMBASSADOR LUNDGREN"
    found = speakers("I believe in caution. They want it.", "Charge Mary Stone", "STONE", caption)
    assert [name.upper() for name in found] == ["LUNDGREN"]


def test_the_short_form_of_an_office_of_the_post() -> None:
    assert speakers("A/DCM asked for more time.", "Acting DCM Paul Lundgren", "STONE") == ["Paul Lundgren"]


def test_nobody_named() -> None:
    assert speakers("The DCM asked for more time.", "Ambassador Paul Lundgren", "LUNDGREN") == ["The DCM"]


def test_another_ambassador_is_the_subject() -> None:
    text = "The Ambassador said that Lima would wait."
    assert speakers(text, "Ambassador Paul Lundgren", "LUNDGREN", "PERUVIAN AMBASSADOR ON FISHING") == [
        "The Ambassador"
    ]


def test_table_is_sorted_and_unique() -> None:
    words = [row["form"] for row in rows("officers")]
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("text", "speaker"),
    (
        ("Crown Prince Pablo Rojas met us. The CP warned of delays.", "Pablo Rojas"),
        ("Rector Pablo Rojas met us. The Rector warned of delays.", "Pablo Rojas"),
        ("Deputy Prime Minister Pablo Rojas met us. The PM warned of delays.", "The PM"),
        ("Deputy Ambassador Pablo Rojas came along. The D/Amb warned of delays.", "Pablo Rojas"),
        ("UK Consul Pablo Rojas met us. On tariffs, UK Consul said they were low.", "Pablo Rojas"),
        ("Acme EVP for Ports Pablo Rojas met us. Acme EVP warned of delays.", "Pablo Rojas"),
        ("Peruvian Prime Minister Pablo Rojas met us. Peru's Prime Minister warned of delays.", "Pablo Rojas"),
        ("UK DAS-equivalent for Ports Pablo Rojas warned of delays.", "Pablo Rojas"),
        ("Pablo Rojas, the leader of the Blues, met us. The leader of the Blues warned of delays.", "Pablo Rojas"),
        ("We spoke to Pablo Rojas, Head of the Coalition of Ports, who warned of delays.", "Pablo Rojas"),
        ("Foreign Secretary Pablo Rojas met us. The Foreign Secretary warned of delays.", "Pablo Rojas"),
        ("State Secretary for Ports Pablo Rojas warned of delays.", "Pablo Rojas"),
    ),
)
def test_a_short_title_means_its_bearer(text: str, speaker: str) -> None:
    assert speakers(text, "DCM Kevin Ames", "KELLY")[-1] == speaker


def test_a_bare_title_means_the_one_who_spoke_rather_than_the_one_named_last() -> None:
    text = (
        "Foreign Minister Ana Rojas welcomed us.  Peru's Defense Minister Juan Soto was late.  The Minister apologized."
    )
    assert speakers(text, "DCM Kevin Ames", "KELLY")[-1] == "Ana Rojas"


def test_a_title_that_begins_the_office_of_one_of_the_host_country() -> None:
    text = "The Minister of Fisheries, Juan Soto Rojas, met fishermen. The Minister said that the plan was ready."
    assert speakers(text, "Charge d'Affaires Mary Stone", "STONE") == ["Juan Soto Rojas"]
    text = "The Minister of Fisheries of Peru, Ana Vega, met fishermen. The Minister said that the plan was ready."
    assert speakers(text, "Charge d'Affaires Mary Stone", "STONE") == ["The Minister"]


def test_who_signs_and_classifies_without_a_title_is_the_ambassador() -> None:
    text = "The Ambassador met Energy Minister Ana Soto on April 2. The Ambassador said that time was short."
    cable = parse_text(CABLE.format(text=text, by="Paul Lundgren", signer="LUNDGREN", subject="FISHING TALKS"))
    assert [s.speaker for s in cable.statements] == ["Paul Lundgren"]
    assert "Paul Lundgren" in {p.name for m in cable.meetings for p in m.participants}


def test_meetings_and_statements_name_one_holder() -> None:
    text = (
        "A roundtable with Ambassadors Lundgren and Weaver was held in May. In a recent meeting with the Ambassador, "
        "Senator Ana Soto said that time was short. The Ambassador said that rain was near."
    )
    cable = parse_text(CABLE.format(text=text, by="Political Counselor Mary Stone", signer="LUNDGREN", subject="TALKS"))
    assert cable.statements[-1].speaker == "Lundgren"
    assert "Lundgren" in {p.name for m in cable.meetings for p in m.participants}


def cable_with(text: str, by: str = "Charge d'Affaires Mary Stone") -> Cable:
    return parse_text(CABLE.format(text=text, by=by, signer="STONE", subject="FISHING TALKS"))


def told(cable: Cable) -> set[str | None]:
    return {p.name for m in cable.meetings for p in m.participants}


def test_the_officer_who_classified_the_cable_is_one_in_meetings_and_statements() -> None:
    text = "Polcounselor met Minister Ana Rojas on April 2. Polcounselor replied that time was short."
    cable = cable_with(text, "Political Counselor Paul Lundgren")
    assert [s.speaker for s in cable.statements] == ["Paul Lundgren"]
    assert told(cable) == {"Paul Lundgren", "Ana Rojas"}


def test_a_title_that_says_less_names_one_person_in_meetings_and_statements() -> None:
    text = (
        "The Charge met the Amir on April 2. The Amir said that it was late. "
        "The Amir of Chile, Juan Soto Rojas, rules the coast."
    )
    cable = cable_with(text)
    assert cable.statements[-1].speaker == "Juan Soto Rojas"
    assert told(cable) == {"Mary Stone", "Juan Soto Rojas"}


def test_another_ambassador_is_meant_where_the_post_has_a_charge() -> None:
    text = "Norwegian Ambassador Kari Dahl came along. Minister Ana Rojas was late. The Ambassador said that he waited."
    assert speakers(text, "Charge d'Affaires Mary Stone", "STONE")[-1] == "Kari Dahl"


def test_who_bears_an_office_too_is_noted_as_lost() -> None:
    text = "Ambassador Ana Rojas spoke first. The Ambassador replied that time was short."
    head = CABLE.format(text=text, by="Ambassador Paul Lundgren", signer="LUNDGREN", subject="TALKS")
    notes = draft_of(SourceDocument(name="x", text=head, format="text")).notes
    found = [n for n in notes if n.kind == "mention" and n.value == "The Ambassador"]
    assert [(n.about, n.instead) for n in found] == [("Paul Lundgren", ("Ana Rojas",))]
