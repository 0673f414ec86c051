"""Things that bear people's names, suffixes of names, and whose side those are who come along or rule."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text


def people(body: str, post: str = "AMEMBASSY LONDON") -> list[tuple[str, str | None]]:
    text = f"FM {post}\nTO SECSTATE WASHDC\nSUBJECT: TEST\n\n¶1. (C) {body}\n"
    return [(p.name, p.country) for p in parse_text(text).persons]


THINGS = [
    "the USS Theodore Roosevelt left",
    "the frigate Admiral Levin left",
    "the firm Jeronimo Martins won",
    "the Charles Martin airport",
    "on Rua Augusta",
    "the King Juan Carlos Center opened",
]


@pytest.mark.parametrize("body", THINGS)
def test_a_thing_that_bears_a_name_is_nobody(body: str) -> None:
    assert people(body) == []


def test_junior_is_part_of_a_name() -> None:
    assert people("He met Rep. John D. Korvin, Jr., and others.") == [("John D. Korvin Jr.", "US")]


def test_will_is_a_given_name_too() -> None:
    assert [name for name, _ in people("He met Mr. Will Korvin. Will Iran agree?")] == ["Will Korvin"]


def test_an_age_names_who_made_it() -> None:
    assert people("the Yeltsin-era ministers") == [("Yeltsin", "Russia")]


def test_who_comes_along_is_of_the_same_side() -> None:
    found = dict(
        people("We met President Saakashvili, accompanied by National Security Advisor Eka Tkeli.", "AMEMBASSY ANKARA")
    )
    assert found == {"Saakashvili": "Georgia", "Eka Tkeli": "Georgia"}


def test_a_secretary_is_of_a_cabinet_that_has_secretaries() -> None:
    found = dict(people("Secretary Juan Korvo and Secretary Clinton met.", "AMEMBASSY MEXICO"))
    assert found == {"Juan Korvo": "Mexico", "Clinton": "US"}


def test_a_ruler_of_a_known_name_is_not_of_the_host_country() -> None:
    assert dict(people("President Ford and King Abdullah met."))["Ford"] == "US"
    assert dict(people("President Ford and King Abdullah met."))["Abdullah"] is None


def test_a_desk_officer_is_not_of_the_country_of_the_desk() -> None:
    assert people("Syria desk officer Ana Korvin called.", "SECSTATE WASHDC")[0][1] != "Syria"


def test_a_title_ends_before_doctor() -> None:
    found = parse_text("¶1. (C) Minister of Defence Dr. Ana Korvin said no.\n")
    assert found.persons[0].titles[0] == "Minister of Defence"


def test_the_one_country_that_a_cable_is_about_is_home_where_nothing_else_is_named() -> None:
    head = "FM AMEMBASSY NAIROBI\nTO SECSTATE WASHDC\nTAGS: PREL, SO\nSUBJECT: TEST\n\n"
    text = head + "¶1. (C) In Somalia Hassan Korvo fled.\n"
    assert [(p.name, p.country) for p in parse_text(text).persons] == [("Hassan Korvo", "Somalia")]


def test_a_hyphen_makes_nobody_new() -> None:
    assert len(people("Minister Angeles Korvo Sinde met us. Korvo-Sinde agreed.", "AMEMBASSY MADRID")) == 1


def test_a_brotherhood_is_nobody() -> None:
    assert people("the Iskender Korvo brotherhood and Jamaat al-Islamiyya") == []


def test_an_apposition_tells_a_person() -> None:
    assert [name for name, _ in people("It gave the post to Adhemar Korvocci, brother of the minister.")] == [
        "Adhemar Korvocci"
    ]


def test_others_of_a_list_are_no_apposition() -> None:
    found = parse_text("¶1. (C) Ambassador Ana Korvin, the Pakistani Counselor, and others left.\n")
    assert found.persons[0].titles == ("Ambassador",)


def test_a_town_after_a_title_of_persons_is_a_name() -> None:
    assert [name for name, _ in people("Senator Cordoba left.", "AMEMBASSY PARIS")] == ["Cordoba"]


def test_deputies_of_american_secretaries_are_americans() -> None:
    assert people("Deputy Secretary of Energy Ana Korvin met us.", "AMEMBASSY PARIS") == [("Ana Korvin", "US")]


def test_who_speaks_behind_a_name_is_somebody_else() -> None:
    text = "SUBJECT: TEST\n\n¶1. (C) In the case of Mr. Igor Korvin, the RSO said nothing.\n"
    assert [p.titles for p in parse_text(text).persons] == [()]


def test_an_assistant_secretary_is_american_whoever_bears_the_name() -> None:
    assert people("officials such as A/S Noriega came.") == [("Noriega", "US")]


def test_a_lone_word_means_somebody_named_in_full() -> None:
    text = "SUBJECT: TEST\n\n¶1. (C) Director Wiebke Wacker spoke. Wacker said no.\n"
    assert [m.kind for m in parse_text(text).mentions] == ["person", "person"]


def test_an_ambassador_named_in_full_may_be_anybodys() -> None:
    assert people("He met Amb. Luis Korvo Machado.") == [("Luis Korvo Machado", None)]


def test_a_family_name_of_well_known_foreigners_is_not_that_of_one_of_the_host_country() -> None:
    assert dict(people("They spoke of the Bush-Berger meeting.", "AMEMBASSY LIMA"))["Berger"] is None
