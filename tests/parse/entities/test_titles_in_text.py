"""Offices that the text tells beside a name in small letters."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text

TOLD = [
    (
        "Olga Berzina, head of the Ministry's Federal Land Agency, said no.",
        ["head of the Ministry's Federal Land Agency"],
    ),
    ("Olga Berzina (strictly protect), Deputy Head of the Water Group, said no.", ["Deputy Head of the Water Group"]),
    (
        "They heard Olga Berzina, a former minister of trade and planning, say no.",
        ["former minister of trade and planning"],
    ),
    ("Olga Berzina (who is also State Secretary for Tourism) said no.", ["State Secretary for Tourism"]),
    ("Olga Berzina has been named Minister of Education.", ["Minister of Education"]),
    ("The Rector, Olga Berzina, said no.", ["Rector"]),
    ("They met the presiding judge, \nOlga Berzina, there.", ["presiding judge"]),
    ("They met Olga Berzina, a water project coordinator who left.", ["water project coordinator"]),
    ("Olga Berzina  will serve as High Commissioner for Peace.", ["High Commissioner for Peace"]),
    ("It was said by the head of the river police, Olga Berzina, who left.", ["head of the river police"]),
    ("It was said by Torvel's president, Olga Berzina, who left.", ["Torvel's president"]),
    ("Olga Berzina, adviser to President Ruiz, said no.", ["adviser to President Ruiz"]),
    (
        "They met former trade minister and senior member of the Defense Committee Olga Berzina.",
        ["former trade minister", "senior member of the Defense Committee"],
    ),
    ("They met the head of Chad's Chamber of Commerce Olga Berzina.", ["head of Chad's Chamber of Commerce"]),
    (
        "Olga Berzina, Head of Middle East, CIS and Energy at the Treasury, said no.",
        ["Head of Middle East, CIS and Energy at the Treasury"],
    ),
    ("They met Olga Berzina, Jan Kolar's Representative for Water.", ["Jan Kolar's Representative for Water"]),
    ("They met Olga Berzina, the Land Bank's (LBX) Director of Forests.", ["Land Bank's (LBX) Director of Forests"]),
    ("They met Olga Berzina, close friend of the director, in Riga.", []),
    ("They met Olga Berzina, Deputy Minister of Trade Ana Soto and others.", []),
    ("CODEL Berzina, the Prime Minister's chief of staff, and Olga Berzina met.", []),
    # two fields go on without a comma; what but describes an office is no part of it
    ("Olga Berzina was Deputy Minister of Water and Energy from 2004.", ["Deputy Minister of Water and Energy"]),
    ("Olga Berzina is Minister of Water and Turkey is not.", ["Minister of Water"]),
    ("Olga Berzina is the first civilian Minister of Mines in Peru.", ["Minister of Mines"]),
    ("Olga Berzina is the first Deputy Minister of Mines.", ["first Deputy Minister of Mines"]),
    ("They met the stern former warlord MP, Olga Berzina.", ["MP"]),
    ("They met the acting Minister of Mines, Olga Berzina.", ["acting Minister of Mines"]),
    # the regions of an office go on over commas; a deputy holds another office; an office has a seat
    (
        "Sub-Director General for Peru, Central America and the Caribbean Olga Berzina spoke.",
        ["Sub-Director General for Peru, Central America and the Caribbean"],
    ),
    (
        "Deputy Minister for Asia, Africa, and the Middle East Olga Berzina spoke.",
        ["Deputy Minister for Asia, Africa, and the Middle East"],
    ),
    ("The aide to the Assistant for Asia, Director Olga Berzina spoke.", ["Director"]),
    ("Deputy PM and FM Olga Berzina spoke.", ["FM", "Deputy PM"]),
    ("Deputy PM and FM Dr. Olga Berzina spoke.", ["FM", "Dr", "Deputy PM"]),
    ("The Deputy PM and FM Olga Berzina spoke.", ["FM"]),
    ("Member of Parliament for Torvel Olga Berzina spoke.", ["Member of Parliament for Torvel"]),
    ("Governor of Torvel Olga Berzina spoke.", ["Governor of Torvel"]),
]


@pytest.mark.parametrize(("body", "expected"), TOLD, ids=[body[:40] for body, _ in TOLD])
def test_titles_in_text(body: str, expected: list[str]) -> None:
    persons = parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").persons
    assert [list(p.titles) for p in persons if p.name == "Olga Berzina"] == [expected]


def test_a_title_cut_short_gives_way() -> None:
    body = "Olga Berzina, Director of the International Group's Riga office, said no."
    persons = parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").persons
    assert persons[0].titles == ("Director of the International Group's Riga office",)


BEFORE = [
    ("They met Free Water Party (FWP) leader Olga Berzina.", ["Free Water Party (FWP) leader"]),
    ("They met the party's campaign strategist Olga Berzina.", ["campaign strategist"]),
    ('They met "El Faro" journalist Olga Berzina.', ['"El Faro" journalist']),
    ("They met XYZ commander Captain Olga Berzina.", ["XYZ commander", "Captain"]),
    ("They met Industry, Tourism, and Trade Minister Olga Berzina.", ["Industry, Tourism, and Trade Minister"]),
    ("They met Chamber of Deputies member Olga Berzina.", ["Chamber of Deputies member"]),
    ("They met his predecessor Olga Berzina.", []),
    ("They met First Deputy Prime Minister Olga Berzina.", ["First Deputy Prime Minister"]),
    # in parentheses, with an equivalent, in the past
    ("To remove (French Deputy Governor) Olga Berzina is hard.", ["French Deputy Governor"]),
    ("They met MFA Water Director (A/S equivalent) Olga Berzina.", ["MFA Water Director (A/S equivalent)"]),
    ("They met former Water Minister Olga Berzina.", ["former Water Minister"]),
    ("They met ex-Water Minister Olga Berzina.", ["ex-Water Minister"]),
    ("They met his 23-year old daughter Olga Berzina.", []),
    ("They met the minister's brother Olga Berzina.", []),
    ("They met the Charge, RSO Olga Berzina, DCM, Poloff and a clerk.", ["RSO"]),
    ("They met DCM Olga Berzina, Charge d'Affaires.", ["DCM", "Charge d'Affaires"]),
    ("They met deputy Water Minister Olga Berzina.", ["deputy Water Minister"]),
    ("To reach (Torvel militant leader) Olga Berzina is hard.", ["Torvel militant leader"]),
    (
        "They met Water Party leader and candidate for Governor Olga Berzina.",
        ["candidate for Governor", "Water Party leader"],
    ),
    ("They met XYZ's GEN Olga Berzina.", ["GEN"]),
    # a body beside a name is no part of a title
    ("They sent it to the Health Ministry and President Olga Berzina.", ["President"]),
    ("They met Health and Labor Minister Olga Berzina.", ["Health and Labor Minister"]),
    ("They met the leader of the Harvest Party General Olga Berzina.", ["General", "leader of the Harvest Party"]),
    ("They met Army Sergeant Olga Berzina.", ["Army Sergeant"]),
    ("They met the Department (AF A/S-Designate Olga Berzina).", ["AF A/S-Designate"]),
    # words that the tables know as no names, unknown places, a post, a deputy, what somebody serves in
    ("They met Palace Chief of Policy Olga Berzina.", ["Palace Chief of Policy"]),
    ("They met Torvel District Governor Olga Berzina.", ["Torvel District Governor"]),
    ("They met Torvelian President Olga Berzina.", ["Torvelian President"]),
    ("They met Deputy FDP Chair Olga Berzina.", ["Deputy FDP Chair"]),
    ("They met University of the South Chancellor Olga Berzina.", ["University of the South Chancellor"]),
    ("They met Adviser to the President on River Matters Olga Berzina.", ["Adviser to the President on River Matters"]),
    # two offices; two people
    ("They met Free Water Party leader and Mayor Olga Berzina.", ["Mayor", "Free Water Party leader"]),
    ("They told the King and Water Minister Olga Berzina so.", ["Water Minister"]),
    # a rank and a form of address apart from the office
    ("They met Army Chief of Staff General Olga Berzina.", ["Army Chief of Staff", "General"]),
    ("They met Minister of Health Shaykh Dr. Olga Berzina.", ["Minister of Health", "Shaykh", "Dr"]),
    ("It was said by Water Director General, LTG Olga Berzina, that day.", ["LTG", "Water Director General"]),
    ("It was said by Major General Olga Berzina, his Chief of Staff, LTG Jan Kolar, and others.", ["Major General"]),
    ("Present were Charge d'Affaires Luis Kolar, Olga Berzina, and Ann Soto.", []),
]


@pytest.mark.parametrize(("body", "expected"), BEFORE, ids=[body[9:50] for body, _ in BEFORE])
def test_described(body: str, expected: list[str]) -> None:
    persons = parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").persons
    assert [list(p.titles) for p in persons if p.name == "Olga Berzina"] == [expected]


SHARED = [
    ("They met al Qaeda leaders Jan Kolar and Olga Berzina.", ["al Qaeda leader"]),
    ("They met MEPs Jan Kolar (EPP, Spain), Dr. Jim Soto (UK), and Olga Berzina (PES).", ["MEP"]),
    ("They met gas judges Jan Kolar and Ana Soto, and Olga Berzina left.", []),
    ("They met his sons Jan and Olga Berzina.", []),
    ("With Ambassadors Ana Soto and Luis Kolar, Olga Berzina presented a plan.", []),
]


@pytest.mark.parametrize(("body", "expected"), SHARED, ids=[body[9:50] for body, _ in SHARED])
def test_several_with_one_title(body: str, expected: list[str]) -> None:
    persons = parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").persons
    assert [list(p.titles) for p in persons if p.name == "Olga Berzina"] == [expected]


CUT = [
    ("Near Eastern Affairs Assistant Secretary Berzina spoke.", "Berzina", "Near Eastern Affairs Assistant Secretary"),
    ("MFA West Asian Affairs Counselor Olga Berzina spoke.", "Olga Berzina", "MFA West Asian Affairs Counselor"),
    ("Riga Port Authority District Criminal Affairs Officer Olga Berzina spoke.", "Olga Berzina",
     "Riga Port Authority District Criminal Affairs Officer"),
    ("Foreign Affairs Spokesperson Olga Berzina spoke.", "Olga Berzina", "Foreign Affairs Spokesperson"),
    ("Lib Dem Deputy Olga Cable spoke.", "Olga Cable", "Lib Dem Deputy"),
    ("He saw Major (retd.) Olgert Berzin there.", "Olgert Berzin", "Major"),
    ("He saw Interior Minister Jaime Mayor Berzina there.", "Jaime Mayor Berzina", "Interior Minister"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "title"), CUT, ids=[body[:30] for body, _, _ in CUT])
def test_title_whole(body: str, name: str, title: str) -> None:
    persons = parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").persons
    assert [(p.name, list(p.titles)) for p in persons] == [(name, [title])]


@pytest.mark.parametrize(
    "body", ["The General Authorization has come.", "Two General Staffs met.", "RSO Response Team"]
)
def test_no_family_name(body: str) -> None:
    assert not parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body} and others.\n").persons


PAGE = "LISBON 00000418  002 OF 003"
BROKEN = [
    ("They met Deputy Chief\n{}\n\nof Staff Olga Berzina.", ["Deputy Chief of Staff"]),
    pytest.param(
        *("They met the Water Party Chairman \n{}\n\nOlga Berzina.", ["Water Party Chairman"]),
        marks=pytest.mark.xfail(reason="a title whose name stands over the page line is lost", strict=True),
    ),
    ("They met the former\n{}\nminister of trade, Olga Berzina, there.", ["former minister of trade"]),
]


@pytest.mark.parametrize(("body", "expected"), BROKEN, ids=["of", "name", "small"])
def test_title_over_a_page(body: str, expected: list[str]) -> None:
    persons = parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body.format(PAGE)}\n").persons
    titles = [" ".join(title.split()) for p in persons if p.name == "Olga Berzina" for title in p.titles]
    assert titles == expected


THINGS = [
    "They live in a town called Torvin.",
    'The channel "Al Torva" broadcast it ("Martin Kelder" was shown too).',
    "Muscovites are tired of it, the Londoners said.",
    'They said "As Salam Aleikum" to him.',
]


@pytest.mark.parametrize("body", THINGS, ids=[body[:24] for body in THINGS])
def test_no_person(body: str) -> None:
    assert not parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").persons
