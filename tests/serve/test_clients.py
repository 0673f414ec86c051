"""Programs that people use with SPARQL endpoints and linked data, as they are: each asks the running site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from tests.serve.conftest import running

from cablerdf.serve.app import create_app
from cablerdf.serve.settings import Settings
from cablerdf.serve.site import Site, open_site

SELECT = "SELECT ?title { <https://w3id.org/cablerdf/id/cable/09HALIFAX44> <http://purl.org/dc/terms/title> ?title }"
ASK = "ASK { <https://w3id.org/cablerdf/id/cable/09HALIFAX44> a <https://w3id.org/cablerdf/ontology#Cable> }"
TRIPLES = "CONSTRUCT WHERE { <https://w3id.org/cablerdf/id/cable/09HALIFAX44> <http://purl.org/dc/terms/title> ?title }"
RECONCILER = os.environ.get("CABLERDF_RECONCILER")  # a Python that has it
RECONCILED = """
import sys, pandas, reconciler
endpoint, *names = sys.argv[1:]
column, countries = pandas.Series(names), pandas.Series(["Portugal"] * len(names))
for given in ({}, {"property_mapping": {"country": countries}}):
    found = reconciler.reconcile(column, "Person", "all", reconciliation_endpoint=endpoint, **given)
    print(found.to_json(orient="records"))
"""
COMUNICA = os.environ.get("CABLERDF_COMUNICA") or shutil.which("comunica-sparql")


@pytest.fixture(scope="module")
def at(site: Site) -> Iterator[str]:
    """The address of the running site."""
    with running(create_app(site)) as address:
        yield address


@pytest.fixture(scope="module")
def title(at: str) -> str:
    """What every client is to find."""
    answer = httpx.get(f"{at}/sparql", params={"query": SELECT}, headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["results"]["bindings"][0]["title"]["value"])


def wrapper(at: str, query: str, form: str, method: str) -> Any:
    sparql = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed: pip install SPARQLWrapper")
    asked = sparql.SPARQLWrapper(f"{at}/sparql")
    asked.setQuery(query)
    asked.setReturnFormat(form)
    asked.setMethod(method)
    return asked.queryAndConvert()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_rows(at: str, title: str, form: str, method: str) -> None:
    found = wrapper(at, SELECT, form, method)
    text = found.toxml() if form == "xml" else json.dumps(found) if form == "json" else found.decode()
    assert title in text.replace("&apos;", "'").replace("&quot;", '"')


@pytest.mark.parametrize("form", ["json", "xml"])
def test_sparqlwrapper_ask(at: str, form: str) -> None:
    found = wrapper(at, ASK, form, "GET")
    assert found["boolean"] is True if form == "json" else "true" in found.toxml()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore:Sending Accept header:RuntimeWarning")  # of SPARQLWrapper, for its own "rdf"
@pytest.mark.parametrize("form", ["turtle", "n3", "rdf", "rdf+xml", "xml", "json-ld"])
def test_sparqlwrapper_triples(at: str, title: str, form: str) -> None:
    found = wrapper(at, TRIPLES, form, "GET")
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert [str(value) for value in graph.objects()] == [title]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib(at: str, title: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{at}/sparql"))
    assert [str(row[0]) for row in graph.query(SELECT)] == [title]
    cable = rdflib.URIRef("https://w3id.org/cablerdf/id/cable/09HALIFAX44")
    assert str(graph.value(cable, rdflib.DCTERMS.title)) == title
    assert graph.query(ASK).askAnswer is True


def test_rdflib_reads_the_data(at: str, title: str) -> None:
    graph = rdflib.Graph().parse(f"{at}/cable/09HALIFAX44")
    assert title in {str(value) for value in graph.objects(None, rdflib.DCTERMS.title)}


@pytest.mark.parametrize("source", ["sparql@{at}/sparql", "{at}/cable/09HALIFAX44", "{at}/cable/09HALIFAX44.nq"])
def test_comunica(at: str, title: str, source: str) -> None:
    if COMUNICA is None:
        pytest.skip("Comunica is not installed: npm install @comunica/query-sparql, or name it in CABLERDF_COMUNICA")
    query = SELECT.replace("{ ", "{ GRAPH ?g { ") + " }" if source.endswith(".nq") else SELECT
    done = subprocess.run([COMUNICA, source.format(at=at), query], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert title in {row["title"].strip('"') for row in json.loads(done.stdout)}


def test_reconciler(at: str) -> None:
    """A column of names of a table of pandas: one who is known, one misspelt, one whom nobody knows."""
    if RECONCILER is None:
        pytest.skip(
            "reconciler is not installed: pip install reconciler 'pandas<3' 'numpy<2' into an environment of its own,"
            " whose Python CABLERDF_RECONCILER names"
        )
    names = ["Kathleen O'Dea", "Kathleen O'Daa", "Zzyzx Qwrtp"]
    command = [RECONCILER, "-c", RECONCILED, f"{at}/reconcile", *names]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    free, narrowed = (json.loads(line) for line in done.stdout.splitlines())
    best = {name: next(row for row in free if row["input_value"] == name) for name in names}
    known, misspelt, nobody = (best[name] for name in names)
    assert (known["id"], known["match"], known["type_id"]) == ("person/kathleen-odea", True, "Person")
    assert (misspelt["id"], misspelt["match"]) == ("person/kathleen-odea", False) and 50 < misspelt["score"] < 95
    assert nobody["id"] is None and nobody["match"] is False
    elsewhere = next(row for row in narrowed if row["input_value"] == names[0])
    assert elsewhere["match"] is False and elsewhere["score"] < known["score"]


def test_yasgui(at: str, title: str) -> None:
    """What the editor of many endpoints sends, from a page of another site."""
    origin = {"origin": "https://yasgui.org"}
    preflight = {**origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    asked = httpx.options(f"{at}/sparql", headers=preflight)
    assert asked.status_code == 204 and asked.headers["access-control-allow-origin"] == "*"
    assert "POST" in asked.headers["access-control-allow-methods"]
    assert "content-type" in asked.headers["access-control-allow-headers"].lower()
    accept = {**origin, "accept": "application/sparql-results+json,*/*;q=0.9"}
    rows = httpx.post(f"{at}/sparql", data={"query": SELECT}, headers=accept)
    assert rows.headers["access-control-allow-origin"] == "*"
    assert rows.json()["results"]["bindings"][0]["title"]["value"] == title
    accept = {**origin, "accept": "text/turtle,*/*;q=0.9"}
    assert title in httpx.post(f"{at}/sparql", data={"query": TRIPLES}, headers=accept).text


@pytest.mark.parametrize("name", ["format", "output", "results"])
@pytest.mark.parametrize(
    ("asked", "query", "kind"),
    [
        ("xml", SELECT, "application/sparql-results+xml"),
        ("xml", TRIPLES, "application/rdf+xml"),
        ("application/sparql-results+xml", SELECT, "application/sparql-results+xml"),
        ("rdf+xml", SELECT, "application/sparql-results+json"),  # fits no rows: as Accept has it
        ("nonsense", SELECT, "application/sparql-results+json"),
        ("nt", TRIPLES, "application/n-triples"),
    ],
)
def test_names_of_formats(at: str, name: str, asked: str, query: str, kind: str) -> None:
    answer = httpx.get(f"{at}/sparql", params={"query": query, name: asked}, headers={"accept": "*/*"})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)


def test_data_may_be_read_from_other_sites_and_pages_not(at: str) -> None:
    thing = httpx.get(f"{at}/meeting/09HALIFAX44-1", headers={"accept": "text/turtle"})
    assert thing.status_code == 303 and thing.headers["access-control-allow-origin"] == "*"
    assert httpx.get(f"{at}/meeting/09HALIFAX44-1.ttl").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in httpx.get(f"{at}/cable/09HALIFAX44.html").headers


def test_none_of_it_where_the_owner_says_so(store_folder: Any) -> None:
    closed = open_site(Settings(location=str(store_folder), cors=False))
    try:
        with running(create_app(closed)) as address:
            answer = httpx.get(f"{address}/cable/09HALIFAX44.ttl")
        assert answer.status_code == 200 and "access-control-allow-origin" not in answer.headers
    finally:
        closed.close()


@pytest.mark.parametrize(("ending", "kind"), [("nq", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)])
def test_graphs(at: str, ending: str, kind: ox.RdfFormat) -> None:
    base = "https://w3id.org/cablerdf/id/"
    quads = list(ox.parse(httpx.get(f"{at}/cable/09HALIFAX44.{ending}").content, format=kind))
    assert {quad.graph_name.value for quad in quads} == {f"{base}graph/09HALIFAX44{end}" for end in ("", "/mentions")}
    assert len(quads) > 200
    person = list(ox.parse(httpx.get(f"{at}/person/09HALIFAX44-kathleen-odea.{ending}").content, format=kind))
    graphs = {f"{base}graph/{name}" for name in ("09HALIFAX44", "09HALIFAX44/mentions", "people")}
    assert {quad.graph_name.value for quad in person} == graphs
    apart = list(ox.parse(httpx.get(f"{at}/graph/09HALIFAX44/mentions.{ending}").content, format=kind))
    assert set(apart) == {quad for quad in quads if quad.graph_name.value.endswith("/mentions")} != set()
    by_header = httpx.get(f"{at}/cable/09HALIFAX44", headers={"accept": kind.media_type})
    assert by_header.headers["content-type"] == kind.media_type


def test_words_for_programs_that_know_no_other_property(at: str) -> None:
    query = "SELECT ?l { ?x <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?l"
    answer = httpx.get(f"{at}/sparql", params={"query": query}, headers={"accept": "application/json"}).json()
    labels = {row["l"]["value"] for row in answer["results"]["bindings"]}
    meeting = "Ambassador Margaret Hartley with Natural Resources Minister Kathleen O'Dea and 3 others, 15 June 2009"
    assert {meeting, "Kathleen O'Dea said"} <= labels
    assert "Kathleen O'Dea, Natural Resources Minister" in labels
