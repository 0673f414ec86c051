"""Whose country nothing is said of: when the host country stands in, and when nothing may."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text


def country(body: str, tags: str = "PREL, PE, CI", post: str = "LIMA", subject: str = "TEST") -> str | None:
    """The country of Quispe, whatever else the cable names."""
    head = f"C O N F I D E N T I A L {post} 000123\n\nTAGS: {tags}\nSUBJECT: {subject}\n\n"
    (person,) = [p for p in parse_text(f"{head}¶1. (C) {body}\n").persons if "Quispe" in p.name]
    return person.country


HOST = [
    ("Ana Quispe lost the vote.", "Peru"),  # no other country is named
    ("Ana Quispe lost the vote in Lima. Chile watched.", "Peru"),  # her sentence names the host alone
    ("Ana Quispe lost the vote. Chile watched.", None),
    ("The Chilean press likes Ana Quispe.", None),
    ("The Chilean press likes Trade Minister Ana Quispe.", "Peru"),  # an office: the host's own
    ("The Chilean press likes General Quispe.", None),
    ("The Chilean press likes General Quispe of the Peruvian army.", "Peru"),
    ("Chile hopes for more. Ana Quispe told Poloff.", "Peru"),
    ("Chile voted. Ana Quispe said no. Chile saw. Quispe added nothing. Quispe noted that Chile left.", "Peru"),
]


@pytest.mark.parametrize(("body", "expected"), HOST, ids=[b[:40] for b, _ in HOST])
def test_the_host_country_stands_in_on_evidence(body: str, expected: str | None) -> None:
    assert country(body) == expected


def test_somebody_at_a_firm_of_another_country_may_be_from_anywhere() -> None:
    assert country("Chevron President Juan Quispe met us in Peru.", tags="EPET, PE") is None
    assert country("Union President Juan Quispe met us in Peru.", tags="EPET, PE") == "Peru"


def test_a_cable_whose_tags_name_the_host_alone_is_about_its_people() -> None:
    assert country("Ana Quispe lost the vote. Chile watched.", tags="PGOV, PE") == "Peru"


FOREIGN_NAMES = [
    ("Gary", "MADRID", "SP", None),  # an English name
    ("Gary", "OTTAWA", "CA", "Canada"),  # whose people have English names
    ("Mohamed", "MADRID", "SP", None),
    ("Mohamed", "RABAT", "MO", "Morocco"),
    ("Justice Minister Mohamed", "MADRID", "SP", "Spain"),  # an office of the host
]


@pytest.mark.parametrize(("given", "post", "tag", "expected"), FOREIGN_NAMES)
def test_a_name_as_the_people_of_the_host_have_none_makes_nobody_its_own(
    given: str, post: str, tag: str, expected: str | None
) -> None:
    assert country(f"They praised {given} Quispe.", tags=f"PGOV, {tag}", post=post) == expected


def test_another_country_shortly_before_a_name_without_a_title_is_nearer_than_the_host() -> None:
    bodies = ("He told a Chilean friend of Ana Quispe.", "He told us of Ana Quispe. Chile watched.")
    assert [country(body, tags="PGOV, PE") for body in bodies] == [None, "Peru"]


def test_a_minister_is_no_american_of_that_name_and_a_son_not_his_father() -> None:
    text = "SUBJECT: TEST\n\n¶1. (C) FM Lieberman met Salman bin Hamad al Khalifa.\n"
    assert sorted(str(p.country) for p in parse_text(text).persons) == ["Bahrain", "Israel"]


SECRETARIES = [("LIMA", "US"), ("MEXICO", "Mexico"), ("LONDON", "United Kingdom")]


@pytest.mark.parametrize(("post", "expected"), SECRETARIES)
def test_secretaries_are_american_where_the_host_has_ministers(post: str, expected: str) -> None:
    assert country("Agriculture Secretary Quispe spoke.", post=post) == expected


def test_a_bare_secretary_is_of_a_host_whose_cabinet_has_nothing_else() -> None:
    assert [country("Secretary Quispe spoke.", post=post) for post in ("MEXICO", "LIMA")] == ["Mexico", "US"]


STATED = [
    ("Deputies Ana Quispe (ABC-D, Chile) and Juan Rojas met in Peru.", "Chile"),
    ("Chile's Chief of Staff, General Quispe, flew to Peru.", "Chile"),
    ("The new Chilean Prime Minister-designate, Ana Quispe, flew to Peru.", "Chile"),
]


@pytest.mark.parametrize(("body", "expected"), STATED, ids=[b[:30] for b, _ in STATED])
def test_a_country_in_parentheses_or_before_a_comma_counts(body: str, expected: str) -> None:
    assert country(body) == expected


def test_a_town_in_the_name_of_somebody_is_no_place() -> None:
    assert country("Pedro Medina Mora left. Ana Quispe came.") == "Peru"


COMPANIONS = [
    "Chilean President Soto, accompanied by National Security Advisor Ana Quispe, came.",
    "Chilean President Soto and his Foreign Minister Ana Quispe came.",
    "Chilean President Soto, joined by Trade Minister Juan Rojas and Deputy Minister Ana Quispe, came.",
]


@pytest.mark.parametrize("body", COMPANIONS)
def test_companions_are_of_one_country(body: str) -> None:
    assert country(body) == "Chile"


def test_a_king_is_not_of_a_republic() -> None:
    assert [country("King Quispe spoke.", post=post) for post in ("LIMA", "MADRID")] == [None, "Spain"]


def test_under_secretaries_of_the_host_are_no_americans() -> None:
    posts = ("BRASILIA", "PARIS")
    assert [country("Under Secretary for Asia Ana Quispe spoke.", post=post) for post in posts] == ["Brazil", "US"]


def test_members_of_the_congress_without_a_country_are_american() -> None:
    assert [country("Rep. Quispe came.", post=post) for post in ("PARIS", "LIMA")] == ["US", "Peru"]


def test_a_president_with_a_common_name_is_the_one_well_known() -> None:
    (ford,) = parse_text("SUBJECT: TEST\n\n¶1. (C) President Ford said no.\n").persons
    assert ford.country == "US"


def test_a_relative_is_of_the_country_of_whom_he_is_a_relative() -> None:
    assert country("Chilean President Soto's brother-in-law Ana Quispe came. Peru watched.") == "Chile"


def test_a_cable_about_one_other_country_names_its_people() -> None:
    body = "Chile votes. In Chile all wait for Prime Minister Ana Quispe."
    assert [country(body, tags=tags) for tags in ("PGOV, CI", "PGOV, PE, CI")] == ["Chile", "Peru"]


def test_an_ambassador_by_family_name_alone_is_american() -> None:
    assert [country(f"Ambassador {name} spoke.") for name in ("Quispe", "Ana Quispe")] == ["US", None]


def test_an_ambassador_after_the_ambassador_of_another_country_is_not_ours_for_sure() -> None:
    body = "The Chilean Ambassador left. Ambassador Quispe spoke."
    assert country(body) is None
    tired = "The Chilean Ambassador came with the Chilean Ambassador's wife. " + "Nobody listened to a word of it. " * 9
    assert country(tired + "Ambassador Quispe spoke. Quispe left. Quispe slept.") == "Chile"


def test_whom_a_list_names_beside_the_host_is_not_its_own_for_a_foreign_name() -> None:
    body = "They praised Juan Rojas, Mohamed Quispe and Ana Torres."
    assert country(body, tags="PGOV, SP", post="MADRID") is None


def test_a_president_of_the_past_is_of_his_own_country() -> None:
    text = "SUBJECT: TEST\n\n¶1. (C) President Habyarimana died, Under Secretary of Defence Quispe said.\n"
    assert {p.name: p.country for p in parse_text(text).persons} == {"Habyarimana": "Rwanda", "Quispe": None}


def test_a_prince_is_not_of_a_republic() -> None:
    assert country("They praised His Royal Highness Prince Quispe.", tags="PGOV, PE") is None


def test_letters_of_several_governments_are_those_of_the_host() -> None:
    assert country("The GOP thanked Ana Quispe. Chile watched.") == "Peru"


def test_a_prime_minister_is_none_of_the_americans_of_that_name() -> None:
    (blair,) = parse_text("SUBJECT: TEST\n\n¶1. (C) PM Blair said no.\n").persons
    assert blair.country == "United Kingdom"


def test_a_commissioner_with_a_portfolio_of_the_commission_is_of_the_eu() -> None:
    assert country("Enlargement Commissioner Quispe spoke.", post="BRUSSELS") == "EU"


def test_what_stands_first_in_the_text_counts_before_the_fullest_name() -> None:
    body = "Quispe, a Chilean citizen, came. Ana Quispe left. Ana Quispe slept. Ana Quispe ate. Ana Quispe read."
    assert country(body) == "Chile"


def test_the_subject_names_people() -> None:
    text = "SUBJECT: DEFENSE MINISTER QUISPE TO SEE SECRETARY ROWE\n\n¶1. (C) He will come.\n"
    assert sorted(p.name for p in parse_text(text).persons) == ["Quispe", "Rowe"]


SAID_BEHIND = [
    ("Ambassador Ana Quispe, the head of the Iraqi MFA's legal division, spoke.", "Iraq"),
    ("They took Ana Quispe home. Quispe is a Moroccan national.", "Morocco"),
    ("A counselor, Ana Quispe from the DPRK Embassy in Lima, spoke.", "North Korea"),
    ("LTC Quispe from U.S. Army South spoke.", "US"),
    ("They knew Ana Quispe, a Kabul-based financier.", "Afghanistan"),
    ("We say farewell to Ana Quispe, our lead analyst.", "US"),
    ("Director General Quispe, our strong wish, left.", "Peru"),
    ("He met Ana Quispe, head of the American Affairs desk at home.", "Peru"),
    ("He met Ana Quispe, head of the FCO Security Policy Group.", "United Kingdom"),
    ("They saw Bo Roe (Treasury) and Ana Quispe (PM/WRA).", "US"),
]
SAID_BEFORE = [
    ("the Nigerian Junior Minister of Foreign Affairs Ana Quispe spoke.", "Nigeria"),
    ("Mongolian Ministry of Foreign Affairs and Trade (MFAT) Deputy Director for Asian Affairs J. Quispe spoke.",
     "Mongolia"),
    ("This was promised by the Saudis. Trade Minister Quispe joined us.", "Peru"),
    ("He mentioned a Lebanese cleric he identified as Ayatollah Ali Quispe.", "Lebanon"),
    ("Congressional Staff members Ed Rowe and Ana Quispe spoke.", "US"),
    ("One of the Chileans, Ana Quispe, was hurt.", "Chile"),
    ("According to the Iranians, Trade Minister Quispe was hurt.", "Peru"),
    ("He travels with his senior Ukrainian nurse, Ana Quispe.", "Ukraine"),
    ("The ministry's North American Affairs Counselor Ana Quispe spoke.", "Peru"),
    ("EU Council Secretariat Policy Coordinator Ana Quispe spoke.", "EU"),
]  # fmt: skip
LISTED_FOR = [
    ("The French were represented there by Bo Roe, Ambassador to Guinea, and Ana Quispe, Africa Advisor.", "France"),
    ("Three USFS experts (Bo Roe - Forest Supervisor; and Ana Quispe - ecologist) came.", "US"),
    ("The Turkish delegation, led by Bo Roe, met with Trade Minister Quispe.", "Peru"),
    ("He told Russian leaders, including Foreign Minister Lavrov and Defense Minister Quispe, this.", "Russia"),
    ("Ana Quispe (Head, Counter-Proliferation Department, FCO) agreed.", "United Kingdom"),
    ("Senator McCain and MG Quispe came.", "US"),
    ("They met the U.S. representation that included Bo Roe and Ana Quispe.", "US"),
    ("They met Saudi King Abdullah and Intelligence Chief Prince Ana Quispe.", "Saudi Arabia"),
    ("They met the Saudi Ambassador Ali Haddad and Trade Minister Ana Quispe.", "Peru"),
    ("He knew COAS Kayani, Prime Minister Gilani and Chief Justice Quispe.", "Pakistan"),
    ("Brazilian President Lula and his deputy, Amb. Ana Quispe, agreed.", "Brazil"),
    ("One of Brazilian President Lula's advisors, Ana Quispe, agreed.", "Brazil"),
]
FOREIGN_LETTERS = [
    ("NSC Secretary General Quispe left.", "Peru"),
    ("former DAS Director Ana Quispe left.", "Peru"),
    ("NEA DAS Quispe left.", "US"),
    ("Deputy Secretary of the Security Council Ana Quispe left.", "Peru"),
    ("MFA UN Director Ana Quispe left.", "Peru"),
    ("UN Special Envoy Ana Quispe left.", "UN"),
    ("UNIIIC Commissioner Ana Quispe left.", "UN"),
]


@pytest.mark.parametrize(("body", "expected"), SAID_BEHIND + SAID_BEFORE + LISTED_FOR + FOREIGN_LETTERS)
def test_what_stands_around_tells_the_country(body: str, expected: str) -> None:
    assert country(body) == expected


OFFICERS = [("General Jones", "LIMA", "US"), ("General Jones", "KINGSTON", "Jamaica"), ("Dr. Jones", "LIMA", "Peru")]


@pytest.mark.parametrize(("name", "post", "expected"), OFFICERS)
def test_an_officer_with_an_english_name_is_american_where_nobody_has_one(name: str, post: str, expected: str) -> None:
    head = f"C O N F I D E N T I A L {post} 000123\n\nSUBJECT: TEST\n\n"
    assert [p.country for p in parse_text(f"{head}¶1. (C) He saw {name}.\n").persons] == [expected]


def test_a_king_of_two_kingdoms_is_of_the_one_that_the_sentence_names() -> None:
    head = "C O N F I D E N T I A L BEIRUT 000123\n\nSUBJECT: TEST\n\n"
    found = parse_text(f"{head}¶1. (C) He went to Jordan to see King Abdullah.\n").persons
    assert [(p.name, p.country) for p in found] == [("Abdullah", "Jordan")]


FOR_WHOM = [
    ("Iraq Coordinator Ana Quispe spoke.", "US"),
    ("MFA Rwanda Coordinator Ana Quispe spoke.", "Peru"),
    ("Charge Quispe spoke.", "US"),
    ("The new Personal Envoy, Ambassador Ana Quispe, spoke.", None),
    ("UK Embassy Econoff Ana Quispe spoke.", "United Kingdom"),
    ("Under Secretary for Economic, Energy, and Agricultural Affairs Ana Quispe spoke.", "US"),
    ("SFRC staff member Dr. Ana Quispe spoke.", "US"),
    ("An Algerian citizen, Ana Quispe, spoke.", "Algeria"),
    ("They freed the former Guantanamo detainee Ana Quispe.", None),
    ("RC-South Commander Ana Quispe spoke.", None),
    ("MFA Director General for North America Ana Quispe spoke.", "Peru"),
    ("He and his Economic Minister, Ana Quispe, spoke of Chile.", "Peru"),
    ("A PM/WRA delegation consisting of Bo Roe, Program Manager; and Ana Quispe, officer, came.", "US"),
    ("General Petraeus, accompanied by the Ambassador, J5 Major General Ana Quispe and others, met them.", "US"),
    ("Socialist Party Director for International Relations Trinidad Quispe spoke.", "Peru"),
    ("Chile saw the son of Mullah Quispe. Lima slept.", None),
]


@pytest.mark.parametrize(("body", "expected"), FOR_WHOM)
def test_for_whom_somebody_works(body: str, expected: str | None) -> None:
    assert country(body) == expected


BODIES = [
    ("Secretary General of the International Maritime Organization Ana Quispe left.", "IMO"),
    ("ICRC delegate Ana Quispe left.", "ICRC"),
    ("NATO listened to Ana Quispe in Lima.", "Peru"),  # a body is no country beside the host
    ("Chile heard Ana Quispe, head of a division of the Ministry of Defense, speak.", "Peru"),
    ("Chile heard Ana Quispe, head of a division of the Chilean Ministry of Defense, speak.", None),
    ("A Brazilian poloff Ana Quispe spoke.", "Brazil"),
    ("Chile knew of Venezuela's new finance minister, Ana Quispe, who left.", "Venezuela"),
    ("Brazilian President Lula was accompanied by advisors Ambassador Ana Quispe and others.", "Brazil"),
    ("She described the meeting between A/S Carson and Quispe.", "Peru"),
]


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_bodies_and_the_countries_of_their_people(body: str, expected: str | None) -> None:
    assert country(body) == expected


def test_a_senator_is_american_where_there_is_no_senate() -> None:
    assert [country("Senator Quispe spoke.", post=post) for post in ("RIYADH", "LIMA")] == ["US", "Peru"]


def test_a_leader_of_a_people_that_lives_in_the_host_country_is_not_of_the_one_of_its_name() -> None:
    body = "Poloff met Tajik {} Mirza Quispe."
    assert country(body.format("community leader"), tags="PGOV, AF", post="KABUL") == "Afghanistan"
    assert country(body.format("diplomat"), tags="PGOV, AF", post="KABUL") == "Tajikistan"


def test_letters_of_a_body_of_the_host_count_before_its_name_that_another_country_has() -> None:
    body = "Federal Investigative Agency{} Director Ana Quispe left."
    assert country(body.format(" (FIA)"), tags="PGOV, PK", post="ISLAMABAD") == "Pakistan"
    assert country(body.format(" (AFI)"), tags="PGOV, MX", post="MEXICO") == "Mexico"


def test_those_whom_one_noun_calls_the_same_are_of_one_country() -> None:
    body = "¶1. (C) They call the {} Moussawi and Rahbari. The crowd was large.\n"
    berlin = "FM AMEMBASSY BERLIN\nTAGS: PREL, GM\nSUBJECT: TEST\n\n"
    opposition = parse_text(berlin + body.format("opposition leaders")).persons
    ministers = parse_text(berlin + body.format("Foreign Ministers")).persons
    assert {p.name: p.country for p in opposition} == {"Moussawi": "Iran", "Rahbari": "Iran"}
    assert {p.name: p.country for p in ministers}["Rahbari"] != "Iran"
