"""Organisations and places of a paragraph."""

from __future__ import annotations

import pytest

from cablerdf.parse import parse_text


def orgs(body: str) -> list[str]:
    return [o.name for o in parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").orgs]


def places(body: str) -> list[str]:
    return [p.name for p in parse_text(f"SUBJECT: TEST\n\n¶1. (C) {body}\n").places]


ORGS = [
    ("the Ministry of Foreign Affairs (MFA) and MFA officials", ["Ministry of Foreign Affairs (MFA)"]),
    ("NATO, the IMF and al-Qaeda", ["NATO", "IMF", "al-Qaeda"]),
    ("the National Institute for Rural Credit (NIRC) told NIRC staff", ["National Institute for Rural Credit (NIRC)"]),
    ("the Iranian firm Parsan Sepid sold it", ["Parsan Sepid"]),
    ("the Senate Armed Services Committee", ["Senate Armed Services Committee"]),
    ("the Conservative party won", ["Conservative party"]),
    ("the Code of Conduct (COC) and the Value Added Tax (VAT)", []),
    ("the London Conference on Afghanistan", []),
    ("the British High Commission and the Embassy", []),
    ("the GOJ and HMG and the Obama Administration", []),
    ("the Kyoto Protocol and the Non-Proliferation Treaty", []),
    ("the Ministry and the Party agreed", []),
    ("asked the National Court and the Security Forces", ["National Court"]),
    ("the Kenyan Airways office and the University of Lima", ["Kenyan Airways", "University of Lima"]),
    ("the Strategic Studies Division, in Karwan Division", ["Strategic Studies Division"]),
    ("the regional Partido Nacional Vasco and Radio Korva", ["Partido Nacional Vasco", "Radio Korva"]),
    ("in the Guardian newspaper, of the Torvel coal company", ["Guardian", "Torvel"]),
    ("an English-language newspaper and many companies", []),
    ("the Congress of Deputies met", ["Congress of Deputies"]),
    ("the People,s Liberation Army (PLA)", ["People's Liberation Army (PLA)"]),
    ("a share of Torvel Energy, of Renewable Energy", ["Torvel Energy"]),
    ("the independent daily Al-Torvel said", ["Al-Torvel"]),
    ("the Partido Torvelista Obrero Espanol (PTOE) lost", ["Partido Torvelista Obrero Espanol (PTOE)"]),
    ("the Joint Coordination and Monitoring Board (JCMB) met", ["Joint Coordination and Monitoring Board (JCMB)"]),
    ("a PUK/KDP pact, an and/or clause", ["PUK", "KDP"]),
    ("both MOD and MOD Korvin agreed", ["MOD"]),
    ("officials of the Justice Ministry", ["Justice Ministry"]),
    ("the China Farm Bank Oversight Commission", ["China Farm Bank Oversight Commission"]),
    ("WHO said so, who knows", ["WHO"]),
    ("the newspaper Diario de Noticias and Banco Korvo", ["Diario de Noticias", "Banco Korvo"]),
    ("the KWZ-PP pact and NATO-EU talks", ["NATO", "EU"]),
    ("the NPC Standing Committee", ["NPC Standing Committee"]),
    ("the Lebanese army left", ["Lebanese army"]),
    ("The Boeing 727 and Pan Am 103", []),
    ("the Trade Agreement (SAA) and SAA talks", []),
    ("the PKDV (Parti Korvan de Varna) leaders", ["Parti Korvan de Varna (PKDV)"]),
    ("the Trade Studies Directorate General (TSDG)", ["Trade Studies Directorate General (TSDG)"]),
    ("the UN Office of Clear Skies", ["UN Office of Clear Skies"]),
    ("the Renters' Union and the Korean Workers’ Party", ["Renters' Union", "Korean Workers’ Party"]),
    ("the U.S. 5th Fleet and the 24th MEU", ["5th Fleet", "24th MEU"]),
    ("a Halloween party in the international community", []),
    ("head of KNZES, the Argentine social security administration;", ["KNZES"]),
    ("the KWDT party and parts manufacturer Zoom", ["KWDT party", "Zoom"]),
    ("energy infrastructure protection (CEIP), CEIP plans", []),
    ("Component Korvo Limited (CKL)", ["Component Korvo Limited (CKL)"]),
    ("at Korvo Air Base and in the Bajaur Agency", []),
    ("Defense Articles (EDA), the Trade Ordinance (NRO)", []),
    ("the Parliament met; he is a Member of Parliament", ["Parliament"]),
    ("Mastercard and MasterCard", ["Mastercard"]),
    ("Interior Ministry and Ministry of the Interior officials", ["Ministry of the Interior"]),
    ("the Foreign Ministry denied it; the MFA was silent", ["Foreign Ministry (MFA)"]),
    ("the Georgian MFA and the Kenyan MFA met; the MFA", ["Georgian MFA", "Kenyan MFA", "MFA"]),
    ("the UN Security Council (UNSC); the United Nations Security Council (UNSC)", ["UN Security Council (UNSC)"]),
    ("the Administrative Department of Weights and the Beni Department", ["Administrative Department of Weights"]),
    ("the Torvel Police Department and the Americas Department", ["Torvel Police Department"]),
    ("Treasury Secretary Doe told the Treasury; Navy Chief Roe", ["Treasury"]),
    ("the Torvel Support Fund and the Torvel Investment Fund", ["Torvel Investment Fund"]),
    ("the Interior and Justice Ministries met", ["Interior Ministry", "Justice Ministry"]),
    ("the German and Kenyan Justice Ministries", ["German Justice Ministry", "Kenyan Justice Ministry"]),
    ("the Ministries of Trade, Health, and Education, Ana Soto said", ["Ministry of Trade"]),
    (
        "the Departments of Trade, Health and Peace and we",
        ["Department of Trade", "Department of Health", "Department of Peace"],
    ),
    ("the relevant ministries; The Power Ministries", []),
    ('the daily "Torvel Post" and the "Semanario Rojo" news magazine', ["Torvel Post", "Semanario Rojo"]),
    ('an NGO called "Bread for Korvo"; the weekly "Hello Korvo" program', ["Bread for Korvo"]),
    ("June 9 leader Soto on June 10 and the June 12 statement", ["June 9"]),
    ("Torvel, a state-owned power company, left", ["Torvel"]),
    ("In 2007, Torvel, Iran's largest bank, left", ["Torvel"]),
    ("a deal with Torvel, a village near the company", []),
    ("the QZNK and PKK agreed; a ZZW and PKK plan", ["PKK", "QZNK"]),
    ("the Social Democratic party (SPD) and the Haqqani network", ["Social Democratic party (SPD)", "Haqqani network"]),
    ("the Socialist Torvel Party (STP) and the STP party", ["Socialist Torvel Party (STP)"]),
    ("the UN Framework Convention and the EU Charter; the EU", ["EU"]),
    ("the Union for a Popular Torvel Movement (UPTM)", ["Union for a Popular Torvel Movement (UPTM)"]),
    ("the Swedish company TorvelNet is", ["TorvelNet"]),
    ("the State Chancery and the Superintendency of Weights", ["State Chancery", "Superintendency of Weights"]),
    ("the Democratic Party of Senegal (KDPS) and the KDPS", ["Democratic Party of Senegal (KDPS)"]),
    ("U.S./NATO aims and the Kenyan Journalists Association", ["NATO", "Kenyan Journalists Association"]),
    ("the Turkish General Staff (TGS); the General Staff", ["Turkish General Staff (TGS)"]),
    ("the party think tank (QZTS) and", ["QZTS"]),
    (
        "an Amnesty International-hosted film, a Security Council-approved plan",
        ["Amnesty International", "Security Council"],
    ),
    ('the Green Torvel Institute ("Instituto Torvel Verde")', ["Green Torvel Institute"]),
    ("the Office of Crime Control (BKA); the Office of Crime Control won", ["Office of Crime Control (BKA)"]),
    ("the UK Torvel Safety Agency met. TSA's head and TSA staff left.", ["UK Torvel Safety Agency (TSA)"]),
    ("the Overseas Milk Corporation and the Milk Corporation", ["Overseas Milk Corporation"]),
    ("the Kadima Party won; Kadima lost", ["Kadima"]),
    ("officials in the MOD, whom the UK MoD knew. MOD Duran left.", ["MOD"]),
    ("seen on France 24 and Antena 3; with France 24 million strong", ["France 24", "Antena 3"]),
    ("in the Karwan Division of Anbar Province (NFWP)", []),
    ("the UMP party and the MAS party", ["UMP", "MAS"]),
    ("head of the Academy of Rural Crafts Joao Silva said; Silva left", ["Academy of Rural Crafts"]),
    ("five LeT men; let them go", ["LeT"]),
    ("the Rescue and Shelter Directorate met", ["Rescue and Shelter Directorate"]),
    (
        "the Milk and Honey Ministry and the Duma and Federation Council",
        ["Milk and Honey Ministry", "Duma", "Federation Council"],
    ),
    ("told Ministry of Foreign Relations Under Secretary Ana Soto", ["Ministry of Foreign Relations"]),
    ("in Health and Social Services", []),
    ("the Office of the Chief Border Prosecutor", ["Office of the Chief Border Prosecutor"]),
    ("the Chadian Air Force and the Prosecutor General's Office", ["Chadian Air Force", "Prosecutor General's Office"]),
    ("at the OAS General Assembly", ["OAS General Assembly"]),
    ("bought Sukhoi 30s; in Boeing's favor; in a Gallup poll", ["Boeing", "Gallup"]),
    ("the Torvelsk criminal group; Korvanets, a radical faction.", ["Torvelsk", "Korvanets"]),
    ("the Ministry of Trade, Rural Crafts, and Tourism Ana Korvin", ["Ministry of Trade, Rural Crafts, and Tourism"]),
    ("the Ministry of Trade, Congress and Police left", ["Ministry of Trade", "Congress"]),
    (
        "The U.S./Kenya Joint Task Force and a U.S./UAE Trade Group",
        ["U.S./Kenya Joint Task Force", "U.S./UAE Trade Group"],
    ),
    (
        "the Middle East and Central Asia Subcommittee; in the Middle East and at the Central Bank",
        ["Middle East and Central Asia Subcommittee", "Central Bank"],
    ),
    ("the Energy and Power Building Company agreed", ["Energy and Power Building Company"]),
    ("the Torvel News Agency and Xinhua; the Xinhua News Agency", ["Torvel News Agency", "Xinhua"]),
    ("Torvel Design and Building Company agreed", ["Torvel Design and Building Company"]),
    ("on Talk Radio 512, in the Group of 77; a Group of 7.5 percent", ["Talk Radio 512", "Group of 77"]),
    ("at the 12th Corps; a Corps", ["12th Corps"]),
    ("the Torvel University System", ["Torvel University System"]),
    ("the Torvel Rice Bank's (TRB) loan; the TRB", ["Torvel Rice Bank (TRB)"]),
    ("KFRA (the Torvel Rice Aid Agency) and KFRA", ["Torvel Rice Aid Agency (KFRA)"]),
    ("the Korvan Liberation Movement/Army left", ["Korvan Liberation Movement/Army"]),
    ("the Revolutionary Democratic Party (QRD)", ["Revolutionary Democratic Party (QRD)"]),
    ("the IAEA Board of Governors; the Board of Governors", ["IAEA Board of Governors"]),
    ("the Bridges Department spokesman; the Bridges Department road", ["Bridges Department"]),
    ("a moderate, Shia-oriented Torvel Institute", ["Torvel Institute"]),
    ("the German Development Bank (KfW), KFW and GTZ", ["German Development Bank (KfW)", "GTZ"]),
    ("bought by Torvel Trading Co., Ltd. and Korva Company, Inc", ["Torvel Trading Co., Ltd", "Korva Company, Inc"]),
    (
        "the Ministry of Commerce and Industry official; the Ministry of Defense and Congress",
        ["Ministry of Commerce and Industry", "Ministry of Defense", "Congress"],
    ),
    ("the Kenya Air Force left; the Kenyan Army met the ARMY", ["Kenya Air Force", "Kenyan Army"]),
    ("the Nationalist AKP and the AKP", ["AKP"]),
    ("at the 17th Party Congress; the Honduran Congress", ["Honduran Congress"]),
    ("PM Soto's Islamist-leaning Justice and Development (AK) Party won.", ["Justice and Development (AK) Party"]),
    ("the Baloch Republican Party", ["Baloch Republican Party"]),
    ("in the June Republican Party talks", ["Republican Party"]),
    ("The Sorvel Gender Justice Network said so; the Chief Justice came", ["Sorvel Gender Justice Network"]),
    # one more word that the letters spell, a firm that a word calls so, a possessive that is part of the name
    ("He joined Learning Institute Associates (LIA).", ["Learning Institute Associates (LIA)"]),
    ("He signed the Harbor Forces Agreement (HFA).", []),
    ("He left his firm, Roads and Power Construction Company.", ["Roads and Power Construction Company"]),
    ("The Trade and Energy Ministry said no.", ["Trade and Energy Ministry"]),
    ("The Treasury and Congress said no.", ["Treasury", "Congress"]),
    ("Standard & Poor's rated it, as Moody,s had.", ["Standard & Poor's", "Moody's"]),
    ("NATO's rating fell.", ["NATO"]),
    ("The ARM's Harbor Force Headquarters took a year.", ["ARM's Harbor Force Headquarters"]),
    ("NATO Headquarters took a year.", ["NATO"]),
    # money, a memorandum, a branch of a party, what a list is headed by
    ("The duty rose by EUR 60 a ton.", []),
    ("The duty was raised by EUR officials.", ["EUR"]),
    ("The Department of State-Department of Defense Memorandum of Agreement (MOA) was signed.", []),
    ("The Department of Agreement Matters said no.", ["Department of Agreement Matters"]),
    ("They burned the Torvel Party headquarters.", []),
    ("They burned the Torvel Party flag.", ["Torvel Party"]),
    ("G. Information Infrastructure and Telecommunications Systems (INFR-3).", []),
    ("ISAF and Coalition Forces came.", ["ISAF", "Coalition Forces"]),
    ("The 5th Communist Party Congress opened.", ["Communist Party"]),
]


@pytest.mark.parametrize(("body", "expected"), ORGS, ids=[b[:30] for b, _ in ORGS])
def test_orgs(body: str, expected: list[str]) -> None:
    assert orgs(body) == expected


PLACES = [
    ("She asked about sales to New\nEngland and to New Bristol.", ["New England", "New Bristol"]),
    ("in Lima and Peru", ["Lima", "Peru"]),
    ("The DPRK and South Korea met. North Korea left.", ["North Korea", "South Korea"]),
    ("U.S.-Japan talks", ["U.S.", "Japan"]),
    ("Chinese and French officials", []),
    ("near Tolvaris village, in Anbar Province", ["Tolvaris", "Anbar"]),
    ("the GOI and the GOP", []),
    ("Washington, DC", ["Washington"]),
    ("President Washington Quist of Chad", ["Chad"]),
    ("HMS Norfolk in Ponta Delgada", ["Ponta Delgada"]),
    ("Embassy Lima believes; Consulates Nice, Munich and Leipzig agreed; Spanish Embassy in Quito", ["Quito"]),
    ("the Kyoto Protocol, the post-Kyoto talks, the Doha round", []),
    ("before the Doha agreement was made", ["Doha"]),
    ("the Ouagadougou Political Agreement; Algiers Accord Obsolete", []),
    ("Washington POC is John Roe; the Shenyang Consulate; trans-Atlantic ties", []),
    ("Vice President for Africa and the Indian Ocean; Joint Secretary (Americas)", []),
    ("bridges over the Moscow River", []),
    ("REL TO USA, GBR) seen by U.S. or other forces", []),
    ("US officials, the U.S. Embassy, pro-UK views, US-led forces, a U.S.-German plan", []),
    ("for US interests; the U.S. wants", ["US"]),
    ("U.S.-UK talks", ["U.S.", "UK"]),
    ("asked for Latvia's/Estonia's views and Latvia's help", ["Latvia", "Estonia"]),
    ("the Free Trade Area of the Americas and the Summit of the Americas", []),
    ("in Magway Division; the North Africa Division", ["Magway"]),
    ("the Quetta Shura", []),
    ("linked to Tarvos, Iran, and Northeast China", ["Tarvos", "Iran", "Northeast China"]),
    ("Zhejiang-based firms", ["Zhejiang"]),
    ("MFA Director for the Middle East Ana Korvin", []),
    ("in the Torvel department and Chad's Varsa district", ["Torvel", "Chad", "Varsa"]),
    ("the Summit in Korvane failed; the Minister in Torvel's view", ["Korvane"]),
    ("at Korvo Airport and Camp Sorvel, in the Torva Marsh", ["Korvo Airport", "Camp Sorvel", "Torva Marsh"]),
    ("Residents of Tolvar, a village of 40, left. Ana Korvin, a village elder, stayed.", ["Tolvar"]),
    ("in Saint-Korvo, France, Marie-France Soto met a Cambridge-educated man", ["Saint-Korvo", "France"]),
    ("at 4 Beijing Road; seen in (LONDON 02582); LZ Washington", []),
    ("the Baltic states and the Gaza-Egypt border", ["Baltic states", "Gaza", "Egypt"]),
    ("the Niger River and the Nile River; near the Volga", ["Niger River", "Nile River", "Volga"]),
    ("under Operation Bogota and Project Lima", []),
    ("in sub-Saharan Africa, southern Europe's and booming Asia", ["Sub-Saharan Africa", "Southern Europe", "Asia"]),
    ("NK 603 maize and US 400", []),
    (
        "The ship departed Tarvos, Iran. They met in Torvane, Ankara and Izmir.",
        ["Tarvos", "Iran", "Torvane", "Ankara", "Izmir"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), PLACES, ids=[b[:30] for b, _ in PLACES])
def test_places(body: str, expected: list[str]) -> None:
    assert places(body) == expected


def test_the_kind_of_a_place() -> None:
    found = parse_text("SUBJECT: TEST\n\n¶1. (C) He left Washington for Tibet, Kosovo and Gaza.\n").places
    assert {p.name: (p.kind, p.country) for p in found} == {
        "Washington": ("city", "US"),
        "Tibet": ("region", None),
        "Kosovo": ("country", None),
        "Gaza": ("region", "Palestinian Authority"),
    }


def test_abbreviation_and_full_name_are_one() -> None:
    found = parse_text("¶1. (C) FARC said no. The Revolutionary Armed Forces of Colombia (FARC) agreed.\n")
    (org,) = found.orgs
    assert org.abbreviation == "FARC"
    assert next(m.span.of(found.document.text) for m in found.mentions if m.kind == "organization") == "FARC"


def test_the_end_of_a_long_name_means_the_same_body() -> None:
    assert orgs("the Duma Transport Committee met. The Transport Committee agreed.") == ["Duma Transport Committee"]


def test_letters_of_a_ministry_mean_that_of_the_host() -> None:
    body = "¶1. (C) MFA officials asked the Brazilian Foreign Ministry."
    text = f"C O N F I D E N T I A L {{}} 000123\n\nSUBJECT: TEST\n\n{body}\n"
    assert [o.name for o in parse_text(text.format("PARIS")).orgs] == ["MFA", "Brazilian Foreign Ministry"]
    assert [o.name for o in parse_text(text.format("BRASILIA")).orgs] == ["Brazilian Foreign Ministry (MFA)"]


def test_the_congress_of_a_party_is_no_legislature() -> None:
    opened = "¶1. (C) The 5th Communist Party Congress opened in May; the Congress was calm.\n"
    beijing = parse_text(f"FM AMEMBASSY BEIJING\nSUBJECT: TEST\n\n{opened}").orgs
    brasilia = parse_text(f"FM AMEMBASSY BRASILIA\nSUBJECT: TEST\n\n{opened}").orgs
    assert [o.name for o in beijing] == ["Communist Party"]
    assert [o.name for o in brasilia] == ["Communist Party", "Congress"]


def test_letters_that_are_the_title_of_a_minister_are_no_ministry() -> None:
    assert orgs("MOD Soto left. The MOD gave an account of it.") == []
    assert orgs("Soto left. The MOD gave an account of it.") == ["MOD"]
    assert orgs("MOD Soto left the MOD.") == ["MOD"]
    assert orgs("MOD Soto left. The Ministry of Defense (MOD) said so.") == ["Ministry of Defense (MOD)"]
    said = parse_text("SUBJECT: TEST\n\n¶1. (C) MOD Soto left. The MOD gave an account of the border.\n").statements
    assert [(s.speaker, s.speaker_kind) for s in said] == [("Soto", "person")]


def test_a_country_has_a_parliament_of_its_own() -> None:
    body = "SUBJECT: TEST\n\n¶1. (C) The Parliament met. Members of the European Parliament left.\n"
    assert [o.name for o in parse_text(f"FM AMEMBASSY LISBON\n{body}").orgs] == ["Parliament", "European Parliament"]
    assert [o.name for o in parse_text(body).orgs] == ["European Parliament"]


def test_capitals_of_a_heading_make_no_body() -> None:
    found = parse_text(
        "¶1. (C) They met.\n\nView of the National Court\n-------------------------\n\n¶2. (C) He left.\n"
    )
    assert found.orgs == ()


def test_a_surname_is_no_place() -> None:
    found = parse_text("¶1. (C) Minister Ana Lima said no. Lima agreed.\n")
    assert found.places == ()
    assert len(found.mentions) == 2
