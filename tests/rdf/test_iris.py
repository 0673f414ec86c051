from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablerdf.model import Cable, Paragraph, Person, Place, SourceDocument, Span
from cablerdf.rdf.iris import Collection, Iris, cable_key, check_base, concept, local, slug
from cablerdf.rdf.terms import DEFAULT_BASE

# RFC 3986, an absolute URI of our own: plain ASCII, escapes whole.
VALID = re.compile(r"https://[A-Za-z0-9.]+/(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
NOWHERE = Span(0, 0)


def document(**changes: str) -> SourceDocument:
    return replace(SourceDocument(name="x", text="text", format="text"), **changes)


def iris(cable_id: str | None = "05TOKYO1349") -> Iris:
    return Iris(Cable(id=cable_id, document=document()), DEFAULT_BASE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tsuneo Nishida", "tsuneo-nishida"),
        ("TSUNEO NISHIDA", "tsuneo-nishida"),
        ("Machimura", "machimura"),
        ("Smith Jr.", "smith-jr"),
        ("J. Smith", "j-smith"),
        ("Martin O'Neill", "martin-oneill"),
        ("Lech Wałęsa", "lech-walesa"),
        ("José Núñez", "jose-nunez"),
    ],
)
def test_person(name: str, expected: str) -> None:
    assert iris().person(name) == f"{DEFAULT_BASE}person/05TOKYO1349-{expected}"
    assert Collection(DEFAULT_BASE).person(name) == f"{DEFAULT_BASE}person/{expected}"


def test_two_people_of_one_name_in_one_cable_are_two() -> None:
    mint = iris()
    assert [mint.person("John Smith").rpartition("/")[2] for _ in range(2)] == [
        "05TOKYO1349-john-smith",
        "05TOKYO1349-john-smith-2",
    ]


def test_two_people_of_a_collection_never_share_an_iri() -> None:
    people = Collection("")
    names = ("John Smith", "John Smith 2", "John Smith", "John Smith 2", "Smith", "John  SMITH")
    made = [people.person(name) for name in names]
    assert len(set(made)) == len(names)
    assert made[:3] == ["person/john-smith", "person/john-smith-2", "person/john-smith-3"]


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("IMF", None, "organization/international-monetary-fund"),
        ("the IMF", "Chile", "organization/international-monetary-fund"),
        ("Council of Elders (CE)", None, "organization/council-of-elders"),
        ("U.S. Chess Club", None, "organization/us-chess-club"),
        ("Ministry of Finance", None, "organization/05TOKYO1349-ministry-of-finance"),
        ("Ministry of Finance", "Japan", "organization/ministry-of-finance-jp"),
        ("Japanese Finance Ministry (MOF)", "Japan", "organization/ministry-of-finance-jp"),
        ("MFA", "Turkey", "organization/ministry-of-foreign-affairs-tr"),
        ("Foreign Ministry", None, "organization/05TOKYO1349-ministry-of-foreign-affairs"),
        ("Democratic Party", None, "organization/05TOKYO1349-democratic-party"),
        ("Democratic Party", "Albania", "organization/democratic-party-al"),
        ("Harbour Growth Corp.", None, "organization/harbour-growth-corporation"),
        ("the Harbour Growth Corporation", None, "organization/harbour-growth-corporation"),
    ],
)
def test_organization(name: str, country: str | None, expected: str) -> None:
    assert iris().organization(name, country) == DEFAULT_BASE + expected


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("US", None, "place/united-states"),
        ("United States", None, "place/united-states"),
        ("Japan", "Japan", "place/japan"),
        ("San José", "Costa Rica", "place/san-jose-cr"),
        ("San José", None, "place/san-jose"),
    ],
)
def test_place(name: str, country: str | None, expected: str) -> None:
    assert iris().place(name, country) == DEFAULT_BASE + expected


def test_a_cable_without_id_is_named_after_its_document() -> None:
    known = Cable(id=None, document=document(sha256="0123456789abcdef" * 4))
    assert cable_key(known) == "unidentified-0123456789ab"
    one, other = (cable_key(Cable(id=None, document=document(text=text))) for text in ("one", "other"))
    assert one != other
    assert re.fullmatch(r"unidentified-[0-9a-f]{12}", one)


@pytest.mark.parametrize("odd", ["..", "", "  ", "."])
def test_an_id_that_is_no_name_is_none(odd: str) -> None:
    assert cable_key(Cable(id=odd, document=document())).startswith("unidentified-")


def test_paragraphs_by_number_repeated_and_missing() -> None:
    numbers = (1, None, 2, 2, None, 2)
    paragraphs = tuple(Paragraph(number=n, text="", span=NOWHERE, content=NOWHERE) for n in numbers)
    cable = Cable(id="05X1", document=document(), paragraphs=paragraphs)
    names = [iri.rpartition("/")[2] for iri in Iris(cable, DEFAULT_BASE).paragraphs(cable)]
    assert names == ["05X1-1", "05X1-u1", "05X1-2", "05X1-2-2", "05X1-u2", "05X1-2-3"]


def test_parts_of_two_cables_never_share_an_iri() -> None:
    assert iris("05X1-1").part("paragraph", 2) != iris("05X1").part("paragraph", "1-2")


@given(st.text())
def test_every_iri_is_valid_whatever_the_text(text: str) -> None:
    mint = iris(text)
    made = [
        mint.cable, mint.graph, mint.source, mint.part("mention", 1), mint.person(text),
        Collection(DEFAULT_BASE).person(text), mint.organization(text, text), mint.organization(text, None),
        mint.place(text, text), mint.place(text),
        mint.post(text or "X"), mint.other_cable(text or "X"), concept("tag", text),
    ]  # fmt: skip
    assert [iri for iri in made if not VALID.fullmatch(iri)] == []


@given(st.text())
def test_slugs_are_plain_and_stable(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(text))
    assert slug(slug(text)) == slug(text)


@given(st.text(), st.text())
def test_local_names_differ_where_texts_do(one: str, other: str) -> None:
    assert (local(one) == local(other)) == (one == other)


@pytest.mark.parametrize(
    "base", ["", "id/", "https://x.org", "https://x.org/a b/", "https://x.org/<>/", "https://ü.de/"]
)
def test_bases_that_are_refused(base: str) -> None:
    with pytest.raises(ValueError, match="absolute IRI"):
        check_base(base)


@pytest.mark.parametrize("base", [DEFAULT_BASE, "http://localhost:8000/", "urn:x:/", "https://x.org/ns#"])
def test_bases_that_are_accepted(base: str) -> None:
    assert check_base(base) == base


def test_people_and_places_of_the_model_are_named() -> None:
    cable = Cable(
        id="05X1",
        document=document(),
        persons=(Person(name="Ana Sá", country="Portugal", span=NOWHERE),),
        places=(Place(name="Chile", span=NOWHERE),),
    )
    mint = Iris(cable, "http://localhost/")
    assert mint.person(cable.persons[0].name) == "http://localhost/person/05X1-ana-sa"
    assert mint.place(cable.places[0].name) == "http://localhost/place/chile"
