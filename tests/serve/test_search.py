"""Search: facets with true counts, state in the address, straight to a thing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from httpx import Client

from cablerdf.serve.site import Site
from cablerdf.store.search.listed import LISTS, chosen_rows, values_of

FACET = re.compile(r'href="(\?[^"]*)" data-facet="(\w+)"><span>.*?<span class="num">([\d,]+)</span>', re.DOTALL)


def total(page: str) -> int:
    found = re.search(r'class="found">([\d,]+) cables?', page)
    return int(found[1].replace(",", "")) if found else 0


@pytest.mark.parametrize("query", ["", "?q=agreement", "?q=agreement&year=2005", "?tag=PREL&since=2004&until=2006-06"])
def test_every_facet_count_is_what_a_click_gives(client: Client, query: str) -> None:
    page = client.get(f"/search{query}").text
    facets = FACET.findall(page)
    assert {kind for _, kind, _ in facets} >= {"post", "tag", "meeting"}
    for address, _kind, count in facets:
        clicked = client.get("/search" + address.replace("&amp;", "&")).text
        assert total(clicked) == int(count.replace(",", ""))


def test_paging_shows_every_cable_once(client: Client) -> None:
    seen: list[str] = []
    for page in range(1, 20):
        found = re.findall(
            r'class="hit-card">\s*<h3><a href="\./cable/([^?"]+)', client.get(f"/search?q=agreement&page={page}").text
        )
        if page > 1 and found[0] in seen:
            break  # past the end the last page is shown
        seen += found
    assert len(seen) == len(set(seen)) == total(client.get("/search?q=agreement").text)


def test_all_results_as_csv(client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=agreement&year=2005").text)))
    assert len(rows) == total(client.get("/search?q=agreement&year=2005").text)
    assert all(row["issued"].startswith("2005") for row in rows)


@pytest.mark.parametrize(
    "odd", ['"', "'; DROP TABLE cable; --", "a) OR (b", "*", "-", "NEAR(a b)", "title:x", "\x00", "é" * 900, "%"]
)
def test_odd_characters_are_searched_for_not_refused(client: Client, odd: str) -> None:
    assert client.get("/search", params={"q": odd}).status_code == 200


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("06LISBON2214", "cable/06LISBON2214"),
        ("06 lisbon 2214", "cable/06LISBON2214"),
        ("05GONE7", "cable/05GONE7"),
        ("Lisbon 2214", "cable/06LISBON2214"),
        ("AMEMBASSY LISBON 02214", "cable/06LISBON2214"),
        ("2006 LISBON 2214", "cable/06LISBON2214"),
        ("LISBON 2214 (06)", "cable/06LISBON2214"),
        ("GONE 7", "cable/05GONE7"),
        ("https://wikileaks.org/plusd/cables/06LISBON2214_a.html", "cable/06LISBON2214"),
        ("http://www.wikileaks.org/plusd/cables/1906LISBON002214_b.html", "cable/06LISBON2214"),
        ("https://wikileaks.org/cable/2006/10/06LISBON2214.html", "cable/06LISBON2214"),
        ("Q4242", "person/ana-reis.html"),
        ("http://www.wikidata.org/entity/Q4242", "person/ana-reis.html"),
        ("https://w3id.org/cablerdf/id/cable/06EVIL1", "cable/06EVIL1"),
        ("<https://w3id.org/cablerdf/vocab/tag/PREL>", "vocab/tag/PREL"),
    ],
)
def test_the_box_leads_straight_to_a_thing(client: Client, typed: str, path: str) -> None:
    response = client.get("/search", params={"q": typed})
    assert (response.status_code, response.headers["location"]) == (303, f"./{path}")


@pytest.mark.parametrize(
    "typed",
    ["99TOKYO99999", "Q999999999", "https://example.org/x", "https://wikileaks.org/plusd/cables/99TOKYO99999_a.html"],
)
def test_what_the_box_does_not_know_is_said(client: Client, typed: str) -> None:
    response = client.get("/search", params={"q": typed})
    assert response.status_code == 404
    assert "Search for" in response.text


def test_the_box_never_leads_off_the_site(client: Client) -> None:
    response = client.get("/search", params={"q": "https://w3id.org/cablerdf/id///example.org/"})
    assert not response.headers.get("location", "./").startswith(("//", "http"))


def test_previous_and_next_result(client: Client) -> None:
    page = client.get("/search?q=agreement&tag=PREL&order=oldest").text
    links = re.findall(r'class="hit-card">\s*<h3><a href="\./(cable/[^"]+)"', page)
    third = client.get("/" + links[2].replace("&amp;", "&")).text
    following = re.search(r'rel="next" href="\.\./([^"]+)"', third)
    before = re.search(r'rel="prev" href="\.\./([^"]+)"', third)
    assert following and before
    assert following[1].partition("?")[0] == links[3].partition("?")[0]
    assert before[1].partition("?")[0] == links[1].partition("?")[0]
    assert "<mark>agreement</mark>" in third


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("a* b* c* d*", True),
        ("a* a* a* a* a*", False),
        (" ".join(f"w{n}" for n in range(17)), True),
        (" ".join(f"w{n}" for n in range(16)), False),
        (" ".join(["the"] * 100), False),
        ('"' + "the " * 17 + '"', True),
        ("x" * 600, True),
    ],
)
def test_a_search_takes_so_many_terms_and_says_so(client: Client, typed: str, cut: bool) -> None:
    page = client.get("/search", params={"q": typed})
    assert page.status_code == 200
    assert ("the rest was left out" in page.text) is cut


def test_what_several_cables_are_called_is_a_choice_and_words_stay_words(client: Client) -> None:
    page = client.get("/search", params={"q": "gone 8"})
    choice = page.text.partition('id="called"')[2].partition("</section>")[0]
    assert page.status_code == 200
    assert re.findall(r'href="\./cable/([^"]+)"', choice) == ["04GONE8", "05GONE8"]
    assert choice.count("not in the collection") == 2
    for words in ("agreement 49", "agreement", "LISBON 1 2 3", "2214 (LISBON"):
        answer = client.get("/search", params={"q": words})
        assert answer.status_code == 200 and 'id="called"' not in answer.text


def offered(page: str) -> list[tuple[str, str, str]]:
    """Address, name and number of cables of those who a page says may have been meant."""
    told = page.partition('class="meant"')[2].partition("</p>")[0]
    return re.findall(r'<a href="\./([^"]+)">([^<]+)</a>[^(<]*\(([\d,]+) cables?\)', told)


SPOILT = (lambda w: w[:-1], lambda w: w[:2] + w[1:], lambda w: w[1] + w[0] + w[2:], lambda w: "z" + w[1:])


@pytest.mark.parametrize("spoil", SPOILT, ids=("one less", "one twice", "two swapped", "another"))
def test_a_misspelt_name_is_told_with_as_many_cables_as_its_page(
    client: Client, site: Site, spoil: Callable[[str], str]
) -> None:
    people = [e for e in site.index.entities("", kind="person", limit=60) if re.fullmatch(r"\w+ \w{5,}", e.label)][:6]
    assert len(people) == 6
    for person in people:
        given, family = person.label.split()
        for path, field in (("search", "q"), ("people", "name")):
            found = offered(client.get(f"/{path}", params={field: f"{given} {spoil(family.lower())}"}).text)
            assert (site.path(person.iri), person.label, str(person.cables)) in found
            assert {label for _, label, _ in found} == {person.label}


@pytest.mark.parametrize("typed", ["agreement", "zzzzzz", "-reyss", "12345", "Ana Reis", "reis agreement zzzz"])
def test_no_name_is_offered_for_words_and_for_names_that_are_known(client: Client, typed: str) -> None:
    assert offered(client.get("/search", params={"q": typed}).text) == []


def test_a_word_beside_a_misspelt_name_does_not_hide_it(client: Client) -> None:
    for typed in ("Ána Reys", "agreement with reiss, 2005"):
        assert ("person/ana-reis", "Ana Reis", "1") in offered(client.get("/search", params={"q": typed}).text)


def test_namesakes_are_told_apart_in_results(client: Client, site: Site) -> None:
    people = site.index.entities("", kind="person", limit=400)
    name = next(e.label for e in people if sum(other.label == e.label for other in people) > 1)
    told = client.get("/search", params={"q": name}).text.partition('id="names"')[2].partition("</section>")[0]
    lines = [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<li>(.*?)</li>", told)]
    namesakes = [line for line in lines if line.startswith(f"{name} ")]
    assert len(namesakes) > 1 and len(set(namesakes)) == len(namesakes)


@pytest.mark.parametrize(("name", "field"), [(name, field) for name, fields in LISTS.items() for field in fields])
def test_a_whole_list_has_the_counts_that_its_entries_give(site: Site, name: str, field: str) -> None:
    told = {count.value: count.cables for count in values_of(site.index, name, (), field, 10_000)}
    entries, _ = chosen_rows(name, ())
    found = site.index.rows(LISTS[name][field].counted.format(hits=entries))
    assert told and told == dict(found)
