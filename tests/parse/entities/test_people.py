"""Who is who: forms of one person joined, two people with one family name kept apart."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text
from cablerdf.parse.lexicon.sureness import sureness


def cable(body: str, head: str = "") -> str:
    return f"{head}\nSUBJECT: TEST\n\n¶1. (C) {body}\n"


def names(body: str, head: str = "") -> list[str]:
    return [p.name for p in parse_text(cable(body, head)).persons]


JOINED = [
    ("Foreign Minister Olga Berzina spoke. Berzina said no. FM Berzina left.", ["Olga Berzina"]),
    ("Prime Minister Ruiz met us. Tomas Ruiz Ochoa said he was glad. PM Ruiz left.", ["Tomas Ruiz Ochoa"]),
    ("Minister Li Guang spoke. Li agreed.", ["Li Guang"]),
    ("Deputy Minister Bohdan Klimchuk came. Bohdan Klymchuk added that it rained.", ["Bohdan Klimchuk"]),
    ("Interior Minister Carlos Ortega and Trade Minister Daniel Ortega met.", ["Carlos Ortega", "Daniel Ortega"]),
    ("Prince Khalid bin Faisal spoke of King Faisal.", ["Khalid bin Faisal", "Faisal"]),
    ("Ali Wali Karzai spoke. President Karzai listened.", ["Ali Wali Karzai", "Karzai"]),
    ("PM Selim Aksoy spoke. The anti-Aksoy Turks left.", ["Selim Aksoy"]),
    ("Trinidad Ochoa spoke. Ochoa left Lima.", ["Trinidad Ochoa"]),
    ("Cement goes to Peter Law for the road. Law paid.", ["Peter Law"]),
    ("Mohamed Ibn Talvas met us. ECOWAS' Talvas has not spoken.", ["Mohamed Ibn Talvas"]),
    ("Ana Berzin agreed. Minister Ana Berzin-Talva smiled.", ["Ana Berzin-Talva"]),
    ("The President's son Dario Ruiz left. President Ruiz stayed.", ["Dario Ruiz", "Ruiz"]),
    ("President Ruiz came. Ana Ruiz (the President's wife) left.", ["Ruiz", "Ana Ruiz"]),
    ("Secretary Clinton met him. He saw former President Clinton.", ["Clinton", "Clinton"]),
    ("PM Talkvio left. PM Talvkio came. PM Talvkio spoke.", ["Talvkio"]),
    ("EUR A/S Philip Gordon met Gordon Brown. A/S Gordon spoke first.", ["Philip Gordon", "Gordon Brown"]),
]


@pytest.mark.parametrize(("body", "expected"), JOINED, ids=[b[:30] for b, _ in JOINED])
def test_joined(body: str, expected: list[str]) -> None:
    assert sorted(names(body)) == sorted(expected)


SECOND_NAMES = [
    ("Minister Omar Said spoke. (Note: spellings of his name include Umar Sayid and Homar Sayed.)", ["Omar Said"]),
    (
        "Minister Omar Said (also spelled Umar Sayid) spoke. He spelled out that Ana Ruiz left.",
        ["Ana Ruiz", "Omar Said"],
    ),
    ("Police took Omar Said (aka Abu Tareq) home. Abu Tareq wept.", ["Omar Said"]),
    ('Yusuf Omar Said "Abu Lion," a rebel, met us. Abu Lion wept.', ["Yusuf Omar Said"]),
    ('President Jose Ruiz "Tito" da Silva spoke. Tito left.', ["Jose Ruiz Tito da Silva"]),
    ("Trade Minister Karim Haddad met King Karim.", ["Karim", "Karim Haddad"]),
]


@pytest.mark.parametrize(("body", "expected"), SECOND_NAMES, ids=[b[:30] for b, _ in SECOND_NAMES])
def test_second_names_and_namesakes(body: str, expected: list[str]) -> None:
    assert sorted(names(body)) == expected


def test_what_befalls_people_tells_that_a_name_is_one() -> None:
    assert names("They spoke of the murder of Talviko. They spoke of Vorsko.") == ["Talviko"]


TOLD = [
    ("He asked about the fate of Talviko, the leader of the strike.", ["Talviko"]),
    ("He asked about the fate of Talviko.", []),
    ("He came before the Jospin government fell.", ["Jospin"]),
    ("They named Poroshenko, Talviko and Vorsko with him.", ["Poroshenko", "Talviko", "Vorsko"]),
    ("They named Talviko and Vorsko with him.", []),
    ("Minister of Defense Wardak spoke.", ["Wardak"]),
    ("The Al Saud rule the land.", []),
    ("The Foreign Trade Committee Talvi Vorskinen spoke.", ["Talvi Vorskinen"]),
    ("The Blue Talvi Vorskinen is a lake.", []),
    ("PREMIER LI WEN.", ["Li Wen"]),
    ("Imam Jalal ad-Din al-Talvi spoke.", ["Jalal ad-Din al-Talvi"]),
    ("He spoke of both the Talvi Vorskinen and Ahmed Haddad cases.", ["Ahmed Haddad", "Talvi Vorskinen"]),
    ("They sat on the farm of Talvi Vorskinen, the ruling party's economic director (and more).", ["Talvi Vorskinen"]),
    ("He expected that Frenta Amplia leader Ana Soto would run.", ["Ana Soto"]),
    ("A survey of the consultancy Talvi Vorskinen says so.", []),
    ("A Talviko-centric policy is best.", []),
    ("They met Eitan Bar Talvi.", ["Eitan Bar Talvi"]),
    ("They sat down with Rear Admiral (reserve) Eitan Talvi.", ["Eitan Talvi"]),
    ("In a meeting with Ana Pastor, an adviser, the Ambassador learned this.", ["Ana Pastor"]),
    ("PDOff Colombia Talviko and Director Christian Turner met.", ["Christian Turner", "Colombia Talviko"]),
    ("They passed it to Talvi Vorskinen (former Deputy Prime Minister).", ["Talvi Vorskinen"]),
    ("Mercedes Talviko will replace Yusuf Danish.", ["Mercedes Talviko", "Yusuf Danish"]),
    ("They met Cuban Ambassador German Talviko Otero.", ["German Talviko Otero"]),
    ('They took Joaquin "El Gordo" Talviko home.', ["Joaquin El Gordo Talviko"]),
    ("Secretaries Rice and Gates and Foreign Minister Talviko met.", ["Gates", "Rice", "Talviko"]),
]


@pytest.mark.parametrize(("body", "expected"), TOLD, ids=[b[:40] for b, _ in TOLD])
def test_told_by_what_stands_around(body: str, expected: list[str]) -> None:
    assert sorted(names(body)) == expected


def test_a_title_never_contains_the_name_of_another() -> None:
    found = parse_text(cable("They spoke of Havel's strategist Pavel Talvi.")).persons
    assert {p.name: p.titles for p in found} == {"Havel": (), "Pavel Talvi": ("strategist",)}


THINGS = [
    "The USS Peter Harlow called. Harlow is a fine ship.",
    "The frigate Maria Harlow left Tunis.",
    "The firm Marco Pellegrini told us of its plans. Marco Pellegrini grows.",
    "We landed at Peter Harlow airport.",
    "The shop on Rua Marta closed.",
    "The feud of the Talviko and Vorskinen families goes on. Talviko said no.",
    "The owner of Talvi Vorskinen Co. Ltd. pays.",
    "Talvi Vorskinen (12/28) warned against it.",
    "Talvers will lose title. Nobody saw the talver, Talvers said.",
    "Brasil grows.",
    "It was cut into the Talvi Airbase.",
    "He wrote for the Banco interamericano de Talviko.",
    "He lay in the Mohammed V Military Hospital.",
    "The office (Procuracion General del Tesoro) paid.",
    "They spoke with a sheikh of the tribe, Albu Nasser.",
]


@pytest.mark.parametrize("body", THINGS)
def test_things_that_bear_names_are_nobody(body: str) -> None:
    assert names(body) == []


def test_a_delegation_bears_the_name_of_its_leader() -> None:
    assert names("They told CODEL Harlow that it was late.") == ["Harlow"]


def test_mentions_of_a_short_form_point_at_the_person() -> None:
    found = parse_text(cable("Senator Jane Rice spoke. We told Rice that all was well."))
    (person,) = found.persons
    printed = [m.span.of(found.document.text) for m in found.mentions if m.kind == "person"]
    assert person.name == "Jane Rice"
    assert printed == ["Jane Rice", "Rice"]


def test_mentions_are_sorted_and_apart() -> None:
    found = parse_text(
        cable("The Ministry of Defense (MOD) told President Havel of Prague that NATO and France agreed.")
    )
    ends = [0]
    for mention in found.mentions:
        assert mention.span.start >= ends[-1]
        ends.append(mention.span.end)
    assert len(ends) > 4


COUNTRIES = [
    ("Turkish FM Selim Aksoy spoke.", "Turkey"),
    ("Foreign Minister of Peru Ana Quispe spoke.", "Peru"),
    ("Peru's Trade Minister Ana Quispe spoke.", "Peru"),
    ("Poloff Ana Quispe spoke.", "US"),
    ("The Iranian businessman Ana Quispe spoke.", "Iran"),
    ("Ambassador to the United States Ana Quispe spoke.", None),
    ("President Medvedev spoke.", "Russia"),
]


@pytest.mark.parametrize(("body", "country"), COUNTRIES)
def test_country(body: str, country: str | None) -> None:
    (person,) = parse_text(cable(body)).persons
    assert person.country == country


def test_an_office_belongs_to_the_country_of_the_post() -> None:
    text = "C O N F I D E N T I A L LIMA 000123\n\nSUBJECT: TEST\n\n¶1. (C) Trade Minister Ana Quispe spoke.\n"
    (person,) = parse_text(text).persons
    assert person.country == "Peru"


def test_certainty_and_method() -> None:
    found = parse_text(cable("Trade Minister Ana Quispe spoke. Zubkova said no. Mary Quist listened."))
    rules = {"Ana Quispe": "title", "Zubkova": "bare", "Mary Quist": "full"}
    assert {p.name: (p.method, p.rule, p.confidence) for p in found.persons} == {
        name: ("narrative", rule, sureness("person", rule)) for name, rule in rules.items()
    }


def test_offices_of_a_ministry_are_not_american() -> None:
    head = "C O N F I D E N T I A L LIMA 000123\n\nSUBJECT: TEST\n\n"
    text = f"{head}¶1. (C) MFA Assistant Secretary Ana Quispe met A/S Jo Rowe.\n"
    countries = {p.name: p.country for p in parse_text(text).persons}
    assert countries == {"Ana Quispe": "Peru", "Jo Rowe": "US"}


def test_a_day_of_members_and_a_participle_are_no_names() -> None:
    assert names("She opened the Chamber of Commerce's Members Day last week.") == []
    assert names("She met Member Day and left.") == ["Day"]
    assert names('The paper ran "Li Peng Appointed Party Secretary" as the headline.') == ["Li Peng"]
    assert names("She met Li Peng Reed there.") == ["Li Peng Reed"]


def test_the_letters_of_a_body_are_nobody() -> None:
    assert names("He worked for the Advanced Learning Institute Associates (ALIA) in Riga.") == []
    assert names("He worked for the Institute with Alia Haddad.") == ["Alia Haddad"]


def test_initials_in_parentheses_are_a_name() -> None:
    found = parse_text(cable("Prime Minister Hamad bin Jassim (HBJ) spoke. HBJ added that he was glad."))
    printed = [m.span.of(found.document.text) for m in found.mentions if m.kind == "person"]
    assert printed == ["Hamad bin Jassim", "HBJ", "HBJ"]


def test_two_spellings_of_a_given_name_are_one() -> None:
    assert names("Muhammad Yunis Saqr spoke. Mohammed Yunis Saqr left.") == ["Muhammad Yunis Saqr"]


def test_titles_in_a_participants_list_are_those_of_the_list() -> None:
    body = (
        "¶1. (U) Participants:\n\nU.S.\nAmbassador Helen Marsh\nJohn Ware, Desk Officer\n\nChile\nMinister Ana Rojas\n"
    )
    titles = {p.name: p.titles for p in parse_text(cable(body)).persons}
    assert titles == {"Helen Marsh": ("Ambassador",), "John Ware": ("Desk Officer",), "Ana Rojas": ("Minister",)}


def test_the_signer_is_no_politician_of_the_host() -> None:
    body = "Regional President Ana Kaplan spoke. The Ambassador met her."
    persons = parse_text(f"FM AMEMBASSY LIMA\nSUBJECT: TEST\n\n¶1. (C) {body}\nKAPLAN\n").persons
    assert sorted(p.name for p in persons) == ["Ana Kaplan", "Kaplan"]
