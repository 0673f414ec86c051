"""What a page asks its store: the same thing once, and the people of cables together."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from cablerdf.serve.pages import answer, page_request
from cablerdf.serve.parts.sightings import sightings_of
from cablerdf.serve.parts.titles import titles_of
from cablerdf.serve.parts.why import reasons_of_person
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site, open_site
from cablerdf.store.base import Answer, Dataset
from cablerdf.store.oxigraph import OxigraphStore

BASE = "https://w3id.org/cablerdf/id/"
# Two cables tell of one person by an IRI of no cable, a third by one of its own: a classifier.
TOLD = f"""\
@prefix cab: <https://w3id.org/cablerdf/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<{BASE}graph/01OSLO1> {{
  <{BASE}cable/01OSLO1> a cab:Cable ; dcterms:identifier "01OSLO1" ; dcterms:issued "2001-02-03"^^xsd:date ;
    schema:mentions <{BASE}person/dahl> ; cab:reports <{BASE}meeting/01OSLO1-1> .
  <{BASE}person/dahl> a cab:Person ; foaf:name "Kari Dahl" ; schema:jobTitle "Deputy Minister" ; cab:rule "title" ;
    cab:certainty 0.9 .
  <{BASE}meeting/01OSLO1-1> a cab:Meeting ; cab:participation <{BASE}participation/01OSLO1-1-1> .
  <{BASE}participation/01OSLO1-1-1> cab:participant <{BASE}person/dahl> ; cab:roleTitle "Head of Delegation" .
}}
<{BASE}graph/02OSLO2> {{
  <{BASE}cable/02OSLO2> a cab:Cable ; dcterms:identifier "02OSLO2" ; dcterms:issued "2002-02-03"^^xsd:date ;
    schema:mentions <{BASE}person/dahl> .
  <{BASE}person/dahl> schema:jobTitle "Minister" .
}}
<{BASE}graph/03OSLO3> {{
  <{BASE}cable/03OSLO3> a cab:Cable ; dcterms:identifier "03OSLO3" ; dcterms:issued "2003-02-03"^^xsd:date ;
    schema:mentions <{BASE}person/03OSLO3-porter> ; cab:classifiedBy <{BASE}person/03OSLO3-porter> ;
    cab:classifierTitle "AMBASSADOR" .
  <{BASE}person/03OSLO3-porter> a cab:Person ; foaf:name "Ann Porter" ; schema:jobTitle "Ambassador" ;
    cab:rule "header" ; cab:certainty "high" .
}}
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = tmp_path_factory.mktemp("asked")
    (folder / "told.trig").write_text(TOLD, encoding="utf-8")
    with OxigraphStore(folder / "store", read_only=False) as store:
        store.load([folder / "told.trig"])
    return open_site(Settings(location=str(folder / "store")))


def test_titles_of_somebody_whom_several_cables_name_by_one_iri(told: Site) -> None:
    titles = titles_of(told, sightings_of(told, f"{BASE}person/dahl"))
    assert [(title.title, [given.cable[-7:] for given in title.evidence], title.dates) for title in titles] == [
        ("Deputy Minister", ["01OSLO1"], ["2001-02-03"]),
        ("Head of Delegation", ["01OSLO1"], ["2001-02-03"]),
        ("Minister", ["02OSLO2"], ["2002-02-03"]),
    ]


def test_a_title_given_twice_by_one_cable_is_one(told: Site) -> None:
    seen = sightings_of(told, f"{BASE}person/03OSLO3-porter")
    assert [(title.title, len(title.evidence)) for title in titles_of(told, seen)] == [("AMBASSADOR", 1)]
    assert [reason.certainty for reason in reasons_of_person(told, seen)] == ["high"]


def test_a_page_asks_nothing_twice_and_names_the_people_of_cables_in_few_queries(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    query = site.store.query

    def heard(text: str, *, timeout: float | None = None, dataset: Dataset | None = None) -> Answer:
        asked.append(text)
        return query(text, timeout=timeout, dataset=dataset)

    monkeypatch.setattr(site.store, "query", heard)
    most = "SELECT iri FROM entity WHERE kind = ? ORDER BY cables DESC LIMIT 1"
    for kind, named in (("person", 4), ("post", 0)):
        ((iri,),) = site.index.rows(most, kind)
        asked.clear()
        assert answer(site, page_request(f"{site.path(iri)}.html")).status_code == 200
        assert max(Counter(asked).values()) == 1
        for form in site.index.forms(iri) if named else []:
            assert sum(f"<{form}>" in text for text in asked) <= named


def test_no_comma_stands_before_the_rest_of_the_evidence(site: Site) -> None:
    most = "SELECT iri FROM entity WHERE kind = 'person' ORDER BY cables DESC LIMIT 20"
    pages = [answer(site, page_request(f"{site.path(iri)}.html")).body for (iri,) in site.index.rows(most)]
    folded = [bytes(page) for page in pages if re.search(rb"</a><details><summary>\d+ more</summary>", page)]
    assert folded
    assert not [page for page in pages if re.search(rb"</a>, <details>", page)]
