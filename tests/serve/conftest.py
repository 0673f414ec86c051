"""A store to serve: the example cables as `convert` writes them, an invented collection, and a hostile cable."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

for package in ("pyoxigraph", "starlette", "jinja2", "httpx", "uvicorn"):
    pytest.importorskip(package, reason="the extra 'serve' is not installed")

import httpx  # noqa: E402
import uvicorn  # noqa: E402

from cablerdf.serve.app import create_app  # noqa: E402
from cablerdf.serve.run import configured  # noqa: E402
from cablerdf.serve.settings import Settings  # noqa: E402
from cablerdf.serve.site import Site, open_site  # noqa: E402
from cablerdf.store.oxigraph import OxigraphStore  # noqa: E402

TOP = Path(__file__).parents[2]
BASE = "https://w3id.org/cablerdf/id/"
INVENTED = 120
SCRIPT = "<script>alert('subject')</script>"
TEXT = 'See "><img src=x onerror=alert(1)> & \u202ereversed\u202c text by Ana Reis,\nof the <b>Ministry</b>. '
HOSTILE = f"""\
@prefix cab: <https://w3id.org/cablerdf/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<{BASE}graph/06EVIL1> {{
<{BASE}cable/06EVIL1> a cab:Cable ; dcterms:identifier "06EVIL1" ; dcterms:title "{SCRIPT}" ;
  dcterms:issued "2006-05-04T10:00:00Z"^^xsd:dateTime ; dcterms:creator <{BASE}post/EVIL> ;
  dcterms:references <{BASE}cable/05GONE7>, <{BASE}cable/04GONE8>, <{BASE}cable/05GONE8> ;
  cab:signature "=cmd|' /C calc'!A0" ; cab:personalTag "REIS, ANA <u>" ;
  cab:problem <{BASE}problem/06EVIL1-1> ;
  dcterms:hasPart <{BASE}paragraph/06EVIL1-1> ; schema:mentions <{BASE}person/06EVIL1-ana-reis> .
<{BASE}problem/06EVIL1-1> a cab:Problem ; cab:code "nothing-known-of-it" .
<{BASE}cable/06EVIL1> cab:reports <{BASE}meeting/06EVIL1-1> .
<{BASE}meeting/06EVIL1-1> a cab:Meeting ; schema:startDate "2006-05-03"^^xsd:date ;
  prov:wasDerivedFrom <{BASE}paragraph/06EVIL1-1> ; cab:participation <{BASE}participation/06EVIL1-1-1>,
    <{BASE}participation/06EVIL1-1-2>, <{BASE}participation/06EVIL1-1-3> .
<{BASE}participation/06EVIL1-1-1> a cab:Participation ; cab:participantName "<u>One</u>" ;
  cab:participant <{BASE}person/06EVIL1-ana-reis> ; cab:delegation <{BASE}place/side-a> .
<{BASE}participation/06EVIL1-1-2> a cab:Participation ; cab:participantName "Two" ;
  cab:delegation <{BASE}place/side-b> .
<{BASE}participation/06EVIL1-1-3> a cab:Participation ; cab:redacted true ; cab:roleTitle "Third <u>Minister</u>" ;
  cab:certainty 0.5 ; cab:delegation <{BASE}place/side-c> .
<{BASE}place/side-a> a cab:Place ; skos:prefLabel "Side <u>A</u>" .
<{BASE}place/side-b> a cab:Place ; skos:prefLabel "Side B" .
<{BASE}place/side-c> a cab:Place ; skos:prefLabel "Side C" .
<{BASE}post/EVIL> a cab:Post ; skos:prefLabel "Post <i>Evil</i>" .
<{BASE}paragraph/06EVIL1-1> a cab:Paragraph ; cab:paragraphNumber 1 ; cab:position 1 ;
  dcterms:isPartOf <{BASE}cable/06EVIL1> ; nif:isString {TEXT!r} .
<{BASE}person/06EVIL1-ana-reis> a cab:Person ; foaf:name "Ana Reis" ; schema:jobTitle "Minister" .
}}
<{BASE}graph/links> {{
<{BASE}link/Q4242-1> a sssom:Mapping ; sssom:subject_id <{BASE}person/06EVIL1-ana-reis> ; sssom:confidence 0.93 ;
  sssom:object_id <http://www.wikidata.org/entity/Q4242> ; sssom:object_label "Ana Maria Reis" ;
  rdfs:comment "title and date agree" ; prov:wasDerivedFrom <{BASE}cable/06EVIL1> .
<{BASE}link/Q77-1> a sssom:Mapping ; sssom:subject_id <{BASE}person/ana-reis> ; sssom:confidence 0.2 ;
  sssom:object_id <http://www.wikidata.org/entity/Q77> ; sssom:object_label "A. Reis, singer" .
}}
<{BASE}graph/06EVIL1/mentions> {{
<{BASE}mention/06EVIL1-1> a cab:Mention ; nif:referenceContext <{BASE}paragraph/06EVIL1-1> ;
  nif:beginIndex {TEXT.index("Ana")} ; nif:endIndex {TEXT.index("Ana") + 8} ; nif:anchorOf "Ana Reis" ;
  itsrdf:taIdentRef <{BASE}person/06EVIL1-ana-reis> .
<{BASE}mention/06EVIL1-2> a cab:Mention ; nif:referenceContext <{BASE}paragraph/06EVIL1-1> ;
  nif:beginIndex {TEXT.index("Reis")} ; nif:endIndex {TEXT.index("Reis") + 4} ; nif:anchorOf "Reis" ;
  itsrdf:taIdentRef <{BASE}person/06EVIL1-ana-reis> .
}}
<{BASE}graph/people> {{
<{BASE}person/ana-reis> a cab:Person ; foaf:name "Ana Reis" ; schema:jobTitle "Minister" ;
  skos:exactMatch <http://www.wikidata.org/entity/Q4242> .
<{BASE}person/06EVIL1-ana-reis> cab:person <{BASE}person/ana-reis> .
<{BASE}person/reis> a cab:Person ; foaf:name "Reis" ; schema:sameAs <http://www.wikidata.org/entity/Q4242> .
<{BASE}person/06EVIL1-reis> cab:person <{BASE}person/reis> .
<{BASE}person/anna-reis> owl:deprecated true ; dcterms:isReplacedBy <{BASE}person/ana-reis> .
<{BASE}person/nobody-reis> owl:deprecated true .
}}
"""


def turtle_string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def invented(count: int) -> str:
    """The N-Quads of the benchmark's invented collection."""
    where = TOP / "benchmarks" / "collection.py"
    spec = importlib.util.spec_from_file_location("collection", where)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return "".join(module.lines(count))


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A loaded store."""
    folder = tmp_path_factory.mktemp("serve")
    command = [
        sys.executable,
        "-c",
        "from cablerdf.cli import main; main()",
        "convert",
        str(TOP / "examples" / "cables"),
    ]
    subprocess.run([*command, "-q", "-o", str(folder / "examples.nq")], check=True, capture_output=True)
    (folder / "evil.trig").write_text(HOSTILE.replace(repr(TEXT), turtle_string(TEXT)), encoding="utf-8")
    (folder / "invented.nq").write_text(invented(INVENTED), encoding="utf-8")
    with OxigraphStore(folder / "store", read_only=False) as store:
        store.load([folder / "examples.nq", folder / "evil.trig", folder / "invented.nq"])
    return folder / "store"


@pytest.fixture(scope="session")
def site(store_folder: Path) -> Iterator[Site]:
    """The opened site, with small limits."""
    found = open_site(Settings(location=str(store_folder), query_seconds=9.0, query_rows=1_000, body_bytes=20_000))
    yield found
    found.close()


@contextmanager
def running(app: Any, root_path: str = "") -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    config = configured(app)
    config.port, config.root_path = 0, root_path
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    socket.close()


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """The address of the running server."""
    with running(create_app(site)) as at:
        yield at


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A client of the running server that does not follow redirects."""
    with httpx.Client(base_url=address, follow_redirects=False, timeout=300) as found:
        yield found


@pytest.fixture(scope="session")
def script() -> str:
    """The subject of the hostile cable 06EVIL1."""
    return SCRIPT


@pytest.fixture(scope="session")
def hostile_text() -> str:
    """The text of its only paragraph."""
    return TEXT
