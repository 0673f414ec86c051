"""Every IRI answers, in every form, with the right headers."""

from __future__ import annotations

from socket import create_connection
from urllib.parse import urlsplit

import pytest
from httpx import Client
from pyoxigraph import RdfFormat, parse

CONTENT_TYPES = {
    "html": "text/html; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
PARSERS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
}
DOCUMENTS = ["cable/06LISBON2214", "ontology"]
THINGS = ["post/LISBON", "person/ana-reis", "meeting/09HALIFAX44-1", "vocab/tag/PREL", "place/portugal"]


def meeting_of(client: Client) -> str:
    query = "SELECT ?m { ?m a cab:Meeting } ORDER BY ?m LIMIT 1"
    found = client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"})
    return found.text.split()[1].removeprefix("https://w3id.org/cablerdf/id/")


def test_a_person_who_is_another_now_leads_there_and_one_who_is_withdrawn_says_so(client: Client) -> None:
    for extension in ("", ".html", ".ttl"):
        moved = client.get(f"/person/anna-reis{extension}", follow_redirects=False)
        assert (moved.status_code, moved.headers["location"]) == (301, f"ana-reis{extension}")
        gone = client.get(f"/person/nobody-reis{extension}")
        assert gone.status_code == 410 and "Withdrawn" in gone.text
    assert client.get("/person/never-reis").status_code == 404


@pytest.mark.parametrize("path", [*DOCUMENTS, *THINGS])
def test_every_form_holds_the_same_graph(client: Client, path: str) -> None:
    if path.startswith("meeting"):
        path = meeting_of(client)
    graphs = []
    for extension, kind in CONTENT_TYPES.items():
        response = client.get(f"/{path}.{extension}")
        assert response.status_code == 200, (path, extension)
        assert response.headers["content-type"] == kind
        assert response.headers["vary"] == "Accept"
        assert response.headers["link"].count('rel="alternate"') == 7
        if extension in PARSERS:
            graphs.append({quad.triple for quad in parse(response.content, PARSERS[extension])})
    assert graphs[0] and all(graph == graphs[0] for graph in graphs)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_is_sent_in_the_form_asked_for(client: Client, path: str) -> None:
    for extension, kind in CONTENT_TYPES.items():
        response = client.get(f"/{path}", headers={"accept": kind.partition(";")[0]})
        assert (response.status_code, response.headers["content-type"]) == (200, kind)
        assert response.headers["content-location"] == f"{path.rpartition('/')[2]}.{extension}"


@pytest.mark.parametrize("path", ["post/LISBON", "person/ana-reis", "vocab/tag/PREL"])
def test_a_thing_leads_on_to_a_document(client: Client, path: str) -> None:
    for extension, kind in CONTENT_TYPES.items():
        response = client.get(f"/{path}", headers={"accept": kind.partition(";")[0]})
        assert response.status_code == 303
        assert response.headers["vary"] == "Accept"
        # relative (RFC 9110 §10.2.2), so that a proxy's host and path prefix need no setting
        assert response.headers["location"] == f"{path.rpartition('/')[2]}.{extension}"


def test_what_nobody_can_have_is_406(client: Client) -> None:
    response = client.get("/cable/06LISBON2214", headers={"accept": "image/png"})
    assert response.status_code == 406
    assert response.headers["vary"] == "Accept"
    assert "06LISBON2214.ttl" in response.text


@pytest.mark.parametrize(
    "path", ["/cable/99NOWHERE1", "/person/nobody", "/graph/x.ttl", "/vocab/tag/QQQQ", "/what/ever", "/cable/"]
)
def test_what_is_not_there_is_404_with_advice(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "All cables" in response.text


def test_an_unchanged_page_is_not_sent_again(client: Client) -> None:
    first = client.get("/cable/06LISBON2214.ttl")
    again = client.get("/cable/06LISBON2214.ttl", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_parts_of_a_cable_are_shown_in_its_page(client: Client) -> None:
    response = client.get("/paragraph/06LISBON2214-2", headers={"accept": "text/html"})
    assert (response.status_code, response.headers["location"]) == (303, "../cable/06LISBON2214#p2")
    assert client.get("/paragraph/06LISBON2214-2", headers={"accept": "text/turtle"}).status_code == 200
    for path, up in (("06LISBON2214", "../"), ("06LISBON2214/mentions", "../../")):
        graph = client.get(f"/graph/{path}", headers={"accept": "text/html"})
        assert (graph.status_code, graph.headers["location"]) == (303, f"{up}cable/06LISBON2214")


def test_a_cable_that_is_only_cited_has_a_page(client: Client) -> None:
    response = client.get("/cable/05GONE7")
    assert response.status_code == 200
    assert "not in the collection" in response.text
    assert "06EVIL1" in response.text


def test_the_cable_s_rdf_is_its_named_graph(client: Client, store_folder: object) -> None:
    got = {quad.triple for quad in parse(client.get("/cable/06LISBON2214.nt").content, RdfFormat.N_TRIPLES)}
    query = "CONSTRUCT { ?s ?p ?o } { GRAPH graph:06LISBON2214 { ?s ?p ?o } }"
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "application/n-triples"})
    own = {quad.triple for quad in parse(answer.content, RdfFormat.N_TRIPLES)}
    assert len(own) > 100
    assert own <= got


@pytest.mark.parametrize(
    "path",
    [
        "cable/%ff",
        "cable/%",
        "cable/%zz",
        "cable/%ed%a0%80",
        "cable/%ef%bf%bf",
        "vocab/tag/%c3",
        "person/%EE%80%80.ttl",
    ],
)
def test_what_no_iri_can_be_is_not_found(address: str, path: str) -> None:
    at = urlsplit(address)
    with create_connection((at.hostname or "", at.port or 0), timeout=300) as connection:
        connection.sendall(f"GET /{path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 404"
