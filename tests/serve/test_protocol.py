"""SPARQL 1.1 Protocol, case by case: the names in the tables are those of the W3C's test suite for the query operation.

Cases written from the recommendation (https://www.w3.org/TR/sparql11-protocol/) and the suite's list
(https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/). Graphs of the store take the place of the
suite's: a read-only endpoint loads none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from httpx import Client, Response
from rdflib import Dataset
from tests.serve.conftest import running

from cablerdf.serve.app import create_app
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import open_site
from cablerdf.store.oxigraph import OxigraphStore

# rdflib's own parsers use what rdflib deprecates.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ONE, TWO, THREE = (f"http://data.example/{name}.rdf" for name in ("one", "two", "three"))
TWO_NAMED = (
    f"GRAPH ?g {{ <{ONE}> ?p ?o }} GRAPH ?h {{ <{TWO}> ?q ?r }} FILTER NOT EXISTS {{ GRAPH ?i {{ <{THREE}> ?s ?t }} }}"
)
PERSON = "<http://xmlns.com/foaf/0.1/PersonalProfileDocument>"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of an endpoint with three small graphs."""
    folder = tmp_path_factory.mktemp("protocol")
    lines = [f"<{iri}> a {PERSON} ." for iri in (ONE, TWO, THREE)]
    quads = [f"GRAPH <{iri}> {{ {line} }}" for iri, line in zip((ONE, TWO, THREE), lines, strict=True)]
    (folder / "data.trig").write_text("\n".join(quads), encoding="utf-8")
    with OxigraphStore(folder / "store", read_only=False) as store:
        store.load([folder / "data.trig"])
    site = open_site(Settings(location=str(folder / "store")))
    with running(create_app(site)) as at, Client(base_url=at, timeout=60) as client:
        yield client
    site.close()


def ways(endpoint: Client, query: str, **fields: Any) -> Iterator[Response]:
    """The answers to the three ways to send a query."""
    yield endpoint.get("/sparql", params={"query": query, **fields})
    yield endpoint.post("/sparql", data={"query": query, **fields})
    yield endpoint.post("/sparql", params=fields, content=query, headers={"content-type": DIRECT})


@pytest.mark.parametrize(
    ("name", "query", "fields", "wanted"),
    [
        ("query_get, query_post_form, query_post_direct", "ASK {}", {}, True),
        (
            "query_dataset_default_graph",
            f"ASK {{ <{ONE}> ?p ?o FILTER NOT EXISTS {{ <{TWO}> ?q ?r }} }}",
            {"default-graph-uri": ONE},
            True,
        ),
        (
            "query_dataset_default_graphs",
            f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type FILTER NOT EXISTS {{ <{THREE}> ?q ?r }} }}",
            {"default-graph-uri": [ONE, TWO]},
            True,
        ),
        ("query_dataset_named_graphs", f"ASK {{ {TWO_NAMED} }}", {"named-graph-uri": [ONE, TWO]}, True),
        ("named graphs alone: the default graph is empty", "ASK { ?s ?p ?o }", {"named-graph-uri": [ONE, TWO]}, False),
        ("a default graph alone: there are no named ones", "ASK { GRAPH ?g {} }", {"default-graph-uri": ONE}, False),
        (
            "query_dataset_full",
            f"ASK {{ <{THREE}> a ?type . {TWO_NAMED} }}",
            {"default-graph-uri": THREE, "named-graph-uri": [ONE, TWO]},
            True,
        ),
        (
            "query_multiple_dataset: the request's dataset, not the query's",
            f"ASK FROM <{THREE}> {{ <{ONE}> a ?type . <{TWO}> a ?type FILTER NOT EXISTS {{ <{THREE}> ?q ?r }} }}",
            {"default-graph-uri": [ONE, TWO]},
            True,
        ),
        ("the query's dataset where the request has none", f"ASK FROM <{ONE}> {{ <{TWO}> ?p ?o }}", {}, False),
        (
            "a graph that is not there is empty",
            "ASK { ?s ?p ?o }",
            {"default-graph-uri": "http://no.example/"},
            False,
        ),
    ],
)
def test_query(endpoint: Client, name: str, query: str, fields: dict[str, Any], wanted: bool) -> None:
    for response in ways(endpoint, query, **fields):
        assert response.status_code == 200, (name, response.text)
        assert response.json()["boolean"] is wanted, name


@pytest.mark.parametrize(
    ("name", "query", "accept", "kind"),
    [
        ("query_content_type_select", "SELECT (1 AS ?x) {}", "application/sparql-results+xml", None),
        ("query_content_type_select", "SELECT (1 AS ?x) {}", "application/sparql-results+json", None),
        ("query_content_type_select", "SELECT (1 AS ?x) {}", "text/csv", None),
        ("query_content_type_select", "SELECT (1 AS ?x) {}", "text/tab-separated-values", None),
        ("query_content_type_ask", "ASK {}", "application/sparql-results+xml", None),
        ("query_content_type_ask", "ASK {}", "application/sparql-results+json", None),
        ("query_content_type_describe", f"DESCRIBE <{ONE}>", "application/rdf+xml", "xml"),
        ("query_content_type_describe", f"DESCRIBE <{ONE}>", "text/turtle", "turtle"),
        ("query_content_type_construct", "CONSTRUCT { <a:s> <a:p> 1 } WHERE {}", "application/rdf+xml", "xml"),
        ("query_content_type_construct", "CONSTRUCT { <a:s> <a:p> 1 } WHERE {}", "application/n-triples", "nt"),
        ("query_content_type_construct", "CONSTRUCT { <a:s> <a:p> 1 } WHERE {}", "application/ld+json", "json-ld"),
    ],
)
def test_content_type(endpoint: Client, name: str, query: str, accept: str, kind: str | None) -> None:
    for response in [
        endpoint.get("/sparql", params={"query": query}, headers={"accept": accept}),
        endpoint.post("/sparql", content=query, headers={"accept": accept, "content-type": DIRECT}),
    ]:
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == accept
        if kind is not None:
            assert len(list(Dataset().parse(data=response.content, format=kind).quads())) == 1


@pytest.mark.parametrize(
    ("name", "method", "request_"),
    [
        ("bad_query_method", "PUT", {"params": {"query": "ASK {}"}}),
        ("bad_query_method", "DELETE", {"params": {"query": "ASK {}"}}),
        ("bad_multiple_queries, GET", "GET", {"params": {"query": ["ASK {}", "SELECT * {}"]}}),
        ("bad_multiple_queries, POST", "POST", {"data": {"query": ["ASK {}", "SELECT * {}"]}}),
        (
            "bad_multiple_queries, direct",
            "POST",
            {"params": {"query": "ASK {}"}, "content": "ASK {}", "headers": {"content-type": DIRECT}},
        ),
        ("bad_query_wrong_media_type", "POST", {"content": "ASK {}", "headers": {"content-type": "text/plain"}}),
        ("bad_query_missing_form", "POST", {"content": "", "headers": {"content-type": FORM}}),
        ("bad_query_missing_direct", "POST", {"content": "ASK {}"}),
        (
            "bad_query_non_utf8",
            "POST",
            {"content": "ASK {}".encode("utf-16"), "headers": {"content-type": f"{DIRECT}; charset=UTF-16"}},
        ),
        ("bad_query_non_utf8", "POST", {"content": b"ASK { ?s ?p '\xe9' }", "headers": {"content-type": DIRECT}}),
        ("bad_query_syntax", "GET", {"params": {"query": "ASK"}}),
        ("bad_query_syntax", "POST", {"data": {"query": "ASK"}}),
        ("an empty query", "GET", {"params": {"query": ""}}),
        ("a graph whose name is no IRI", "GET", {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}),
    ],
)
def test_what_is_no_request_is_the_client_s_mistake(
    endpoint: Client, name: str, method: str, request_: dict[str, Any]
) -> None:
    response = endpoint.request(method, "/sparql", **request_)
    assert 400 <= response.status_code < 500, name


@pytest.mark.parametrize("update", ["INSERT DATA { <a:s> <a:p> 1 }", "DROP ALL"])
def test_the_update_operation_is_not_offered(endpoint: Client, update: str) -> None:
    kind = {"content-type": "application/sparql-update"}
    assert endpoint.post("/sparql", content=update, headers=kind).status_code == 403
    assert endpoint.post("/sparql", data={"update": update}).status_code == 403
    assert endpoint.get("/sparql", params={"update": update}).status_code == 403
    assert endpoint.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
