"""The endpoint: SPARQL 1.1 Protocol, read-only, within limits."""

from __future__ import annotations

import csv
import io
import json
import re
import time

import pytest
from httpx import Client
from markupsafe import escape

from cablerdf.days import date
from cablerdf.errors import QueryError
from cablerdf.serve.sparql.guard import plain
from cablerdf.store.questions import questions

COUNT = "SELECT (COUNT(*) AS ?n) { ?c a cab:Cable }"
FORM = {"accept": "text/html"}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_results_come_in_the_form_asked_for(client: Client, accept: str, kind: str) -> None:
    for response in (
        client.get("/sparql", params={"query": COUNT}, headers={"accept": accept}),
        client.post("/sparql", data={"query": COUNT}, headers={"accept": accept}),
        client.post("/sparql", content=COUNT, headers={"accept": accept, "content-type": "application/sparql-query"}),
    ):
        assert (response.status_code, response.headers["content-type"]) == (200, kind)
        assert re.search(r"\b127\b", response.text)


def test_construct_and_ask(client: Client) -> None:
    query = "CONSTRUCT { ?c a cab:Cable } WHERE { ?c a cab:Cable }"
    turtle = client.get("/sparql", params={"query": query}, headers={"accept": "text/turtle"})
    assert turtle.headers["content-type"] == "text/turtle; charset=utf-8"
    assert turtle.text.count("cab:Cable") == 127
    assert client.get("/sparql", params={"query": "ASK { ?c a cab:Cable }"}).json()["boolean"] is True
    table = client.get("/sparql", params={"query": query, "format": "csv"}, headers={"accept": "text/turtle"})
    assert table.headers["content-type"] == "text/turtle; charset=utf-8"  # a graph is no table: Accept decides


@pytest.mark.parametrize(
    "update",
    ["INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", "LOAD <http://127.0.0.1:1/x>", "DELETE WHERE { ?s ?p ?o }"],
)
def test_updates_are_refused(client: Client, update: str) -> None:
    assert client.post("/sparql", data={"update": update}).status_code == 403
    kind = {"content-type": "application/sparql-update"}
    assert client.post("/sparql", content=update, headers=kind).status_code == 403
    assert client.get("/sparql", params={"query": update}).status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "PREFIX a: <http://a/> SELECT * { # }\n SERVICE a:b { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''x''' . SERVICE<http://a/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * { ?s ?p ?o .service:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * { ?s ?p 1SERVICE:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { # a comment\rSERVICE <http://127.0.0.1:1/> { ?s ?p ?o }\n }",
    ],
)
def test_no_other_server_is_called(client: Client, query: str) -> None:
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 400
    assert "SERVICE" in response.text


@pytest.mark.parametrize(
    "query", ["SELECT ?service { ?service ?p 'SERVICE' }", "ASK { <http://a/SERVICE> ?load ?drop } # SERVICE"]
)
def test_the_word_itself_is_no_crime(query: str) -> None:
    plain(query)
    with pytest.raises(QueryError):
        plain(query.replace("?service ?p", "SERVICE ?p").replace("?load", "SERVICE"))


def test_a_malformed_query_names_its_line_and_keeps_the_query(client: Client) -> None:
    bad = "SELECT *\nWHERE {\n  ?s ?p &&\n}"
    assert "line 3" in client.get("/sparql", params={"query": bad}).text
    page = client.get("/sparql", params={"query": bad}, headers=FORM)
    assert page.status_code == 400
    assert "line 3" in page.text and "?s ?p &amp;&amp;" in page.text


def test_a_slow_query_ends_with_a_message(client: Client) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    begun = time.monotonic()
    response = client.get("/sparql", params={"query": slow})
    assert response.status_code == 503
    assert "longer than 9 seconds" in response.text
    assert time.monotonic() - begun < 60
    assert client.get("/sparql", params={"query": COUNT}).status_code == 200


def test_rows_are_cut_at_the_limit_and_it_is_said(client: Client) -> None:
    query = "SELECT ?s { ?s ?p ?o }"
    response = client.get("/sparql", params={"query": query})
    assert len(response.json()["results"]["bindings"]) == 1_000
    assert response.headers["x-cablerdf-truncated"] == "1000"
    assert "stops at 1,000" in client.get("/sparql", params={"query": query}, headers=FORM).text


def test_a_long_body_and_a_strange_one_are_refused(client: Client) -> None:
    kind = {"content-type": "application/sparql-query"}
    assert client.post("/sparql", content="#" * 30_000, headers=kind).status_code == 413
    assert client.post("/sparql", content="{}", headers={"content-type": "application/json"}).status_code == 415


def test_the_table_shows_what_the_csv_has(client: Client) -> None:
    query = "SELECT ?c ?t { ?c dcterms:title ?t } ORDER BY ?c LIMIT 40"
    page = client.get("/sparql", params={"query": query}, headers=FORM).text
    rows = re.findall(r"<tr>(<td.*?)</tr>", page, re.DOTALL)
    table = [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)] for row in rows]
    answer = client.get("/sparql", params={"query": query, "format": "csv"})
    wanted = [[row["c"].rpartition("/")[2], row["t"]] for row in csv.DictReader(io.StringIO(answer.text))]
    assert [row[0] for row in table] == [row[0] for row in wanted]
    permalink = re.search(r'class="permalink" href="([^"]+)"', page)
    assert permalink is not None
    again = client.get("/" + permalink[1].replace("&amp;", "&"), headers=FORM).text
    assert re.findall(r"<tr>(<td.*?)</tr>", again, re.DOTALL) == rows


def test_a_day_is_told_in_words_and_as_it_is_in_the_data(client: Client) -> None:
    page = client.get("/sparql", params={"example": "answers"}, headers=FORM).text
    rows = client.get("/sparql", params={"query": questions()["answers"].body, "format": "csv"}).text
    raw = [row["issued"] for row in csv.DictReader(io.StringIO(rows))]
    days = re.findall(r'<time datetime="([^"]+)" title="([^"]+)">([^<]+)</time>', page)
    assert raw and "T" in raw[0]
    assert {(text, text, date(text)) for text in raw} <= set(days)
    assert not re.search(r"<td[^>]*>\d{4}-\d\d-\d\d", page)
    plain = 'SELECT ("2005" AS ?year) ("2005-03" AS ?month) ("2005-03-04 x" AS ?text) ("2005-13-01" AS ?no) {}'
    told = client.get("/sparql", params={"query": plain}, headers=FORM).text
    assert re.findall(r"<td[^>]*>([^<]*)</td>", told) == ["2005", "2005-03", "2005-03-04 x", "2005-13-01"]


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_shipped_question_is_answered_on_its_page(client: Client, name: str) -> None:
    page = client.get("/sparql", params={"example": name}, headers=FORM).text
    query = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert query is not None
    shown = (
        query[1]
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("&#34;", '"')
        .replace("&#39;", "'")
    )
    assert shown == questions()[name].body
    response = client.get("/sparql", params={"query": shown})
    assert response.status_code == (400 if questions()[name].federated else 200), response.text
    told = re.search(r'<h2 id="results">([\d,]+) rows?', page)
    if questions()[name].federated:
        assert told is None and "this endpoint calls no other" in page
    else:
        found = response.json()["results"]["bindings"]
        assert found and told is not None and int(told[1].replace(",", "")) == len(found)
    assert f"<h1>{escape(questions()[name].title)}</h1>" in page


def test_without_a_query_the_endpoint_describes_itself(client: Client) -> None:
    response = client.get("/sparql", headers={"accept": "text/turtle"})
    assert "sd:Service" in response.text
    assert json.loads(client.get("/sparql", params={"query": "ASK {}"}).text)["boolean"] is True


def test_no_cell_of_csv_is_a_formula_and_the_exact_forms_have_it_all(client: Client) -> None:
    query = "SELECT ?a { VALUES ?a { '=1+1' '+1' '-x' '@x' '\\tx' 'a=b' } }"
    table = client.get("/sparql", params={"query": query, "format": "csv"})
    assert table.text.split("\r\n") == ["a", "'=1+1", "+1", "'-x", "'@x", "'\tx", "a=b", ""]
    assert "'=1+1" not in client.get("/sparql", params={"query": query, "format": "json"}).text
    assert "'=1+1" not in client.get("/sparql", params={"query": query, "format": "tsv"}).text


@pytest.mark.parametrize("iri", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "urn:x:y"])
def test_only_addresses_of_the_web_are_linked(client: Client, iri: str) -> None:
    page = client.get("/sparql", params={"query": f"SELECT ?a {{ BIND(<{iri}> AS ?a) }}"}, headers=FORM)
    assert page.status_code == 200
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page.text)
    assert cells == [iri]
    web = client.get("/sparql", params={"query": "SELECT ?a { BIND(<https://a/b> AS ?a) }"}, headers=FORM).text
    assert 'href="https://a/b"' in web


def test_an_answer_that_is_too_large_is_cut(client: Client) -> None:
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(16))
    query = f"SELECT ?x16 ?s {{ BIND('0123456789' AS ?x0) {doubled} ?s ?p ?o }}"
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 200
    rows = len(response.json()["results"]["bindings"])
    assert response.headers["x-cablerdf-truncated"] == str(rows)
    assert 0 < rows < 100


def test_a_query_that_gathers_too_much_ends_and_the_next_one_runs(client: Client) -> None:
    endless = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    response = client.get("/sparql", params={"query": f"SELECT ?x40 {{ BIND('0123456789' AS ?x0) {endless} }}"})
    assert response.status_code == 503
    assert "memory" in response.text or "seconds" in response.text
    assert client.get("/sparql", params={"query": COUNT}).status_code == 200


@pytest.mark.parametrize("query", ["SELECT * " + "{" * 3_000 + "}" * 3_000, "ASK {FILTER" + "(" * 4_000])
def test_what_is_nested_beyond_reason_is_refused(client: Client, query: str) -> None:
    assert client.post("/sparql", data={"query": query}).status_code == 400


def test_a_shipped_question_names_each_thing_once(client: Client) -> None:
    shipped = client.get("/sparql", params={"example": "who-met-whom"}, headers=FORM).text
    own = client.get("/sparql", params={"query": questions()["who-met-whom"].body}, headers=FORM).text
    heads = [re.findall(r'<th scope="col">(\w+)</th>', text) for text in (shipped, own)]
    assert heads[0] == [name for name in heads[1] if not name.endswith("Name")] != heads[1]
