"""No query makes the server call another one: every layer by itself, and a real server with a real listener."""

from __future__ import annotations

import platform
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

import pyoxigraph as ox
import pytest
from httpx import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablerdf.errors import QueryError
from cablerdf.serve.making.confined import MACHINES
from cablerdf.serve.sparql import parsed
from cablerdf.serve.sparql.guard import plain

SEALED = """
import sys
import pyoxigraph as ox
from cablerdf.serve.making.confined import without_network
sealed = without_network()
try:
    bool(ox.Store().query(sys.argv[1]))
except OSError:
    pass
raise SystemExit(0 if sealed else 7)
"""


class Listener:
    """A server that nobody may call; it counts who does."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}/"
        self.calls = 0
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.socket.close()


# What may stand before a hidden call: each opens or closes, for some reader, what it does not for another.
BEFORE = st.sampled_from(
    [
        "", "# a\r", "# a\n", "#\\u000A", "#\\u000D", "BIND(p:\\' AS ?x)", "BIND(p:a\\' AS ?x)", "BIND(p:\\# AS ?x)",
        "VALUES ?x { p:\\' }", "VALUES ?x { p:a\\#b '' \"\" }", "VALUES ?x { ''''a''' '' \"\"\"\"b\"\"\" }",
        "VALUES ?x { '' '\\'' \"\\\"\" }", "VALUES ?x { '\\u0027' \"\\u0022\" }", "VALUES ?x { \"\"\"\"a\"\"\" }",
        "?a ?b ?c .", "?a ?b 1", "?a ?b true", "?a ?b p:c.", "?a p:b ?c;", "?a ?b 'x'@en-", "?a ?b 'x'^^p:y",
        "FILTER(1<2)", "FILTER(?a<?b)", "FILTER(1<?b#>\n)", "FILTER(1<2)#>\n", "FILTER(?a<<?b#>'''\n)", "OPTIONAL {",
        "{} UNION {", "MINUS {", "GRAPH ?g {", "FILTER EXISTS {", "FILTER NOT EXISTS {", "BIND(EXISTS {",
        "{ SELECT * {", "FILTER(?a = <a:\\u0022>)", "BIND('''\\'''' AS ?x)", "BIND(\"\\\\\" AS ?x)", "BIND('\\\\'AS?x)",
        "BIND(<p:'> AS ?x)", "BIND(<#> AS ?x)", "?x <p>/<q>?", "\ufeff", "\x00", "\x0b", "\u2028", "LATERAL {",
        "?a ?b _:c.", "?a ?b ?c,", "[] ?b (1 2)", "VALUES (?x) { (UNDEF) }", "?a ?b -1.e5", "<< ?a ?b ?c >> ?d ?e .",
    ]
)  # fmt: skip
WORD = st.sampled_from(
    [
        "SERVICE",
        "service",
        "SeRvIcE",
        "SERVICE SILENT",
        "SERVICESILENT",
        "\\u0053ERVICE",
        "SERV\\U00000049CE",
        "SERVICE#\n",
    ]
)
TARGET = st.sampled_from(
    [
        "<{at}>",
        " <{at}>",
        "p:x",
        " p:x",
        ":x",
        " ?u",
        "<x>",
        "<{at}>#>\n",
        "p:#>\n",
        " p:\\'",
        "#\r<{at}>",
        "<{at}\\u0023>",
    ]
)
SPACE = st.sampled_from([" ", "", "\t", "#x\n", "."])
AFTER = st.sampled_from(["", "}", "} AS ?y)", "}}", "#", "'", '"', "'''", '"""', "#\n'''", ")", ".", "\\'", "#>"])
FORM = st.sampled_from(["SELECT *", "ASK", "CONSTRUCT { ?s ?p ?o } WHERE", "DESCRIBE ?s", "SELECT (COUNT(*) AS ?n)"])


@st.composite
def disguises(draw: st.DrawFn, at: str) -> str:
    """A query with a call in it, well formed or not."""
    head = f"PREFIX p: <{at}> PREFIX : <{at}> " + draw(st.sampled_from(["", f"BASE <{at}> ", "# p\r", "#'\n"]))
    call = f"{draw(WORD)}{draw(TARGET).format(at=at)}{draw(SPACE)}{{ ?s ?p ?o }}"
    before = draw(st.lists(BEFORE, max_size=3))
    around = f"{' '.join(before)}{draw(SPACE)}{call}{draw(AFTER)}"
    closing = "".join("}" for part in before if part.endswith("{"))
    values = draw(st.sampled_from(["", f"VALUES ?u {{ <{at}> }} "]))
    return f"{head}{draw(FORM)} {{ {values}{around} {closing} }}"


def asked_of(engine: ox.Store, query: str) -> None:
    """The engine evaluates a query, where it is one, to the end."""
    with suppress(SyntaxError, ValueError, OSError, RuntimeError):
        answer = engine.query(query)
        if not isinstance(answer, ox.QueryBoolean):
            for _ in answer:
                pass


@pytest.fixture(scope="module")
def engine() -> ox.Store:
    """An engine in this process, free to call out."""
    found = ox.Store()
    found.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal(1)))
    found.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal(1), ox.NamedNode("a:g")))
    return found


def test_the_listener_hears_the_engine_and_the_disguises_are_real(listener: Listener, engine: ox.Store) -> None:
    before = listener.calls
    for query in (
        f"ASK {{ SERVICE <{listener.address}> {{ ?s ?p ?o }} }}",
        f"PREFIX p: <{listener.address}> ASK {{ BIND(p:\\' AS ?x) SERVICEp:x {{ ?s ?p ?o }} # '\n }}",
        f"PREFIX p: <{listener.address}> ASK {{ FILTER(1<2)SERVICEp:#>\n {{ ?s ?p ?o }} }}",
    ):
        asked_of(engine, query)
    assert listener.calls == before + 3
    listener.calls = 0


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_disguise_gets_a_call_out_of_the_server(client: Client, listener: Listener, data: st.DataObject) -> None:
    response = client.post("/sparql", data={"query": data.draw(disguises(listener.address))})
    assert listener.calls == 0
    assert response.status_code in {200, 400, 503}, response.text


@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_the_words_let_pass_calls_nobody(engine: ox.Store, listener: Listener, data: st.DataObject) -> None:
    try:
        query = plain(data.draw(disguises(listener.address)))
    except QueryError:
        return
    asked_of(engine, query)
    assert listener.calls == 0


@pytest.mark.parametrize(
    "where",
    [
        "{call}", "{{ {call} }}", "OPTIONAL {{ {call} }}", "{{}} UNION {{ {call} }}", "MINUS {{ {call} }}",
        "GRAPH ?g {{ {call} }}", "FILTER EXISTS {{ {call} }}", "FILTER NOT EXISTS {{ {call} }}",
        "BIND(!EXISTS {{ {call} }} AS ?y)", "{{ SELECT * {{ {call} }} }}", "?s ?p ?o OPTIONAL {{ ?s ?p ?o . {call} }}",
        "FILTER(1 + IF(EXISTS {{ {call} }}, 1, 2) > 2)", "{{ SELECT (EXISTS {{ {call} }} AS ?y) {{}} }}",
        "{{ SELECT ?s {{}} GROUP BY ?s HAVING(EXISTS {{ {call} }}) }}",
        "{{ SELECT ?s {{}} ORDER BY (EXISTS {{ {call} }}) }}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("call", ["SERVICE <a:b> { ?s ?p ?o }", "service silent ?u {}"])
def test_the_parsed_query_shows_every_call(where: str, call: str) -> None:
    parsed.check(f"SELECT * {{ {where.format(call='')} }}")
    with pytest.raises(QueryError, match="SERVICE"):
        parsed.check(f"SELECT * {{ {where.format(call=call)} }}")


def test_a_process_that_answers_queries_has_no_network(listener: Listener) -> None:
    query = f"ASK {{ SERVICE <{listener.address}> {{ ?s ?p ?o }} }}"
    status = subprocess.run([sys.executable, "-c", SEALED, query], check=False).returncode
    if sys.platform != "linux" or platform.machine() not in MACHINES:
        pytest.skip("nothing here keeps a process from the network: the parsed query decides alone")
    assert (status, listener.calls) == (0, 0)
