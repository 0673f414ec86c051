"""The network: its picture, its table, its filters."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote_plus

from httpx import Client

from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.pictures.force import draw
from cablerdf.store.open import open_store

EDGE = re.compile(r'<tr><th scope="row"><a href="\./(person/[^"]+)">')


def rows(page: str) -> list[str]:
    return EDGE.findall(page[page.index('class="list edges"') :]) if 'class="list edges"' in page else []


def test_the_table_has_the_edges_of_the_picture(client: Client) -> None:
    page = client.get("/network?people=30").text
    lines = page[page.index('class="ties') :].split("</g>")[0].count("<line")
    assert len(rows(page)) == min(lines, 200) > 10
    assert len(re.findall(r'<circle class="dot c\d" cx', page[page.index('class="net"') : page.index("</svg>")])) > 20


def test_filters_change_both(client: Client) -> None:
    everything = client.get("/network.csv").text
    one_year = client.get("/network.csv?since=2005&until=2005").text
    assert 1 < len(one_year.splitlines()) < len(everything.splitlines())
    assert client.get("/network?since=2005&until=2005&people=30").text != client.get("/network?people=30").text
    assert "No two people" in client.get("/network?since=1900&until=1901").text


def test_pairs_are_across_sides_and_colleagues_come_by_a_tick(client: Client) -> None:
    def pairs(address: str) -> set[tuple[str, str]]:
        return {(row["Source"], row["Target"]) for row in csv.DictReader(io.StringIO(client.get(address).text))}

    across, everybody = pairs("/network.csv"), pairs("/network.csv?within=1")
    assert across < everybody
    page = client.get("/network?within=1").text
    assert re.search(r'name="within" value="1" checked', page) and "network.csv?" in page
    asked = re.search(r'href="\./sparql\?query=([^"]+)"', client.get("/network").text)
    assert asked is not None and "otherSide" in asked[1]


def test_the_query_behind_it_finds_the_same_pairs(client: Client, store_folder: Path) -> None:
    for address in ("", "?within=1", "?since=2005&until=2006"):
        shown = csv.DictReader(io.StringIO(client.get(f"/network.csv{address}").text))
        behind = re.search(r'href="\./sparql\?query=([^"]+)"', client.get(f"/network{address}").text)
        assert behind is not None
        with open_store(str(store_folder)) as store:
            rows = store.select(unquote_plus(behind[1]))
        found = {(row["person"].value, row["other"].value): row["meetings"].value for row in rows}
        assert {(row["Source"], row["Target"]): row["Weight"] for row in shown} == found


def test_around_one_person(client: Client) -> None:
    edges = list(csv.DictReader(io.StringIO(client.get("/network.csv").text)))
    person = edges[0]["Source"]
    page = client.get("/network", params={"person": person.rpartition("/")[2]})
    assert edges[0]["source_name"] in page.text and "Everybody" in page.text


def test_the_pairs_of_the_person_chosen_come_first(client: Client) -> None:
    edges = list(csv.DictReader(io.StringIO(client.get("/network.csv").text)))
    person = max(edges, key=lambda edge: edge["Target"])["Target"].rpartition("/")[2]  # second of each of his pairs
    page = client.get("/network", params={"person": person}).text
    table = page[page.index('class="list edges"') :].partition("</table>")[0]
    lines = [f'/{person}"' in line for line in table.split("<tr>")[2:]]
    assert any(lines) and not all(lines)
    assert lines == sorted(lines, reverse=True)


def test_the_same_data_gives_the_same_picture() -> None:
    nodes = [(f"p{n}", f"Person {n}", "A" if n % 2 else "B", n) for n in range(40)]
    edges = [(f"p{n}", f"p{m}", 1 + (n * m) % 3) for n in range(40) for m in range(n + 1, 40, 5)]
    first, second = draw(nodes, edges), draw(nodes, edges)
    assert first == second
    assert all(0 <= p.x <= first.width and 0 <= p.y <= first.height for p in first.people)
    assert len({(p.x, p.y) for p in first.people}) == 40


def test_people_who_met_lie_nearer() -> None:
    nodes = [(f"p{n}", f"Person {n}", "", 1) for n in range(20)]
    edges = [(f"p{n}", f"p{m}", 1) for group in (range(10), range(10, 20)) for n in group for m in group if n < m]
    at = {p.iri: (p.x, p.y) for p in draw(nodes, edges).people}

    def apart(a: str, b: str) -> float:
        return ((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5

    inside = [apart(f"p{n}", f"p{m}") for n in range(10) for m in range(n)]
    across = [apart(f"p{n}", f"p{m}") for n in range(10) for m in range(10, 20)]
    assert sum(inside) / len(inside) < 0.7 * sum(across) / len(across)


def test_years_without_a_cable_are_shown() -> None:
    chart = by_year({"2001": 3, "2004": 6})
    assert chart is not None
    assert [(bar.year, bar.cables) for bar in chart.bars] == [("2001", 3), ("2002", 0), ("2003", 0), ("2004", 6)]
    assert by_year({}) is None


def test_a_single_cable_of_another_time_does_not_stretch_the_axis() -> None:
    chart = by_year({"1972": 1, "2004": 30, "2006": 50, "2031": 2})
    assert chart is not None
    assert [bar.year for bar in chart.bars] == ["2004", "2005", "2006"]
    assert chart.outside == [("1972", 1), ("2031", 2)] and chart.rest == "1 of 1972, 2 of 2031"
    several = by_year({"1966": 1, "1972": 1, "1989": 1, "2004": 30, "2006": 50})
    assert several is not None and [year for year, _ in several.outside] == ["1966", "1972", "1989"]
    whole = by_year({"1972": 9, "2004": 30})
    assert whole is not None and whole.outside == [] and whole.bars[0].year == "1972"


def test_a_year_far_off_is_drawn_with_few_labels() -> None:
    chart = by_year({"0200": 1, "2009": 3})
    assert chart is not None
    assert [(bar.year, bar.cables) for bar in chart.bars if bar.cables] == [("0200", 1), ("2009", 3)]
    assert 2 < len([bar for bar in chart.bars if bar.label]) < 20
