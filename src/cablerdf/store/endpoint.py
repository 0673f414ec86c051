"""A store behind HTTP: any server of the SPARQL 1.1 Protocol that takes Graph Store or Update requests."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pyoxigraph as ox

from cablerdf.errors import QueryError, StoreError
from cablerdf.rdf.terms import XSD
from cablerdf.store.access import Access
from cablerdf.store.base import Answer, Dataset, Loaded, LoadOptions, Store, Term, refuse_update
from cablerdf.store.bulk import stage
from cablerdf.store.client import Client
from cablerdf.store.layouts import BY_NAME, Layout, Services, recognise, services
from cablerdf.store.oxigraph import data_block
from cablerdf.store.prefixes import with_prefixes
from cablerdf.store.staging import find_files, graphs_to_drop, other_base, refuse_empty

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad

RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5"
BOOLEAN = XSD + "boolean"
ANY_ROW = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"
ORPHANS = (
    "DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }}"
    " FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER (?other != {graph}) }} }}"
)


class EndpointStore(Store):
    """The store at an `http(s)://` URL: the server's root, or its query service."""

    def __init__(self, url: str, access: Access) -> None:
        self.location = url
        self.access = access
        self.client = Client(access)
        self._services: Services | None = None

    def close(self) -> None:
        self.client.close()

    @property
    def services(self) -> Services:
        """Where the server's services are, found out once."""
        if self._services is None:
            self._services = self._find()
        return self._services

    def _find(self) -> Services:
        if self.access.layout is not None:
            layout = BY_NAME.get(self.access.layout)
            if layout is None:
                raise StoreError(f"no layout {self.access.layout!r}: choose from {', '.join(BY_NAME)}")
            return services(self.location, layout)
        tried: list[str] = []
        for layout in self._candidates():
            found = services(self.location, layout)
            try:
                answer = self._ask(found.query, ANY_ROW, None)
            except StoreError as error:
                tried.append(f"{found.query}: {error}")
                continue
            if isinstance(answer, ox.QuerySolutions):
                return found
            tried.append(f"{found.query} answered a SELECT with something else")
        raise StoreError("no SPARQL service found. " + tried[-1])

    def _candidates(self) -> list[Layout]:
        """Layouts worth trying: the one the server names itself, then each other place once."""
        known = recognise(self.location, self.client.server(self.location))
        rest = [BY_NAME[name] for name in ("plain", "oxigraph", "virtuoso")]
        return [known, *(layout for layout in rest if layout != known)] if known else rest

    def check_target(self) -> None:
        self._ask(self.services.query, ANY_ROW, None)
        if not self.by_update:
            self._graph_url(None)

    def query(self, text: str, *, timeout: float | None = None, dataset: Dataset | None = None) -> Answer:
        refuse_update(text)
        return self._ask(self.services.query, with_prefixes(text, self.access.base), timeout, dataset or Dataset())

    def _ask(self, url: str, text: str, timeout: float | None, dataset: Dataset = Dataset()) -> Answer:  # noqa: B008
        accept = TRIPLES if asks_for_triples(text) else RESULTS
        headers = {"accept": accept, "content-type": "application/x-www-form-urlencoded"}
        graphs = {"default-graph-uri": dataset.default, "named-graph-uri": dataset.named}
        body = urlencode({"query": text, **graphs}, doseq=True).encode()
        response = self.client.send("POST", url, headers=headers, body=body, timeout=timeout)
        kind = response.headers.get("content-type", "").partition(";")[0].strip()
        try:
            if kind in {"application/n-triples", "text/turtle", "text/plain"}:
                form = ox.RdfFormat.TURTLE if kind == "text/turtle" else ox.RdfFormat.N_TRIPLES
                return triples(ox.parse(response.content, form))
            if kind in {"application/sparql-results+json", "application/json"}:
                return ox.parse_query_results(response.content, ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{url} answered with results that cannot be read: {error}") from error
        raise StoreError(f"{url} is no SPARQL query service: it answered with {kind or 'no content type'}")

    def count(self) -> int:
        rows = self.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")
        return int(rows[0]["n"].value)

    def version(self) -> str:
        return str(self.count())

    def load(self, sources: Iterable[Path], options: LoadOptions = LoadOptions()) -> Loaded:  # noqa: B008
        files = find_files(sources)
        refuse_empty(files, options)
        with TemporaryDirectory(prefix="cablerdf-") as folder:
            counts = stage(Path(folder), files, options, merge=False)
            drop = graphs_to_drop(counts, options)
            staged = ox.Store.read_only(folder)
            graphs = list(counts)
            changed = added = removed = 0
            for at in range(0, len(graphs), self.access.batch):
                part = {graph: set(in_graph(staged, graph)) for graph in graphs[at : at + self.access.batch]}
                old = self._fetch(part)
                new = {graph: quads for graph, quads in part.items() if old.get(graph) != quads}
                if new:
                    self._replace(new, old.keys() & new.keys())
                changed += len(new)
                added += sum(len(quads - old.get(graph, set())) for graph, quads in new.items())
                removed += sum(len(old[graph] - quads) for graph, quads in new.items() if graph in old)
                if options.progress is not None:
                    options.progress(at + len(part), len(graphs))
            dropped, gone = self._drop(drop)
            stored = sum(self._sizes([*graphs, *drop]).values())
        return Loaded(
            files=len(files),
            graphs=len(graphs),
            changed=changed,
            statements=sum(counts.values()),
            stored=stored,
            added=added,
            removed=removed + gone,
            dropped=dropped,
            other_base=other_base(graphs, self.access.base),
        )

    def _drop(self, graphs: list[NamedNode]) -> tuple[int, int]:
        """How many of these graphs the server had, and how many statements in them; they are there no more."""
        sizes = self._sizes(graphs)
        there = sorted(sizes, key=str)
        for at in range(0, len(there), self.access.batch):
            part = there[at : at + self.access.batch]
            if self.by_update:
                self.update(" ;\n".join(self._steps_to_drop(part)))
                continue
            self._drop_orphans(part)
            for graph in part:
                self.client.send("DELETE", self._graph_url(graph), headers={})
        return len(sizes), sum(sizes.values())

    def _fetch(self, graphs: Iterable[NamedNode]) -> dict[NamedNode, set[Quad]]:
        """What the server has in these graphs now."""
        names = " ".join(str(graph) for graph in graphs)
        text = f"SELECT ?g ?s ?p ?o WHERE {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }}"
        found: dict[NamedNode, set[Quad]] = {}
        for row in self.select(text):
            found.setdefault(row["g"], set()).add(ox.Quad(row["s"], row["p"], as_written(row["o"]), row["g"]))
        return found

    def _sizes(self, graphs: list[NamedNode]) -> dict[NamedNode, int]:
        """The number of statements that the server counts in each of these graphs that it has."""
        found: dict[NamedNode, int] = {}
        for at in range(0, len(graphs), 200):
            names = " ".join(str(graph) for graph in graphs[at : at + 200])
            text = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
            found |= {row["g"]: int(row["n"].value) for row in self.select(text) if "g" in row}
        return found

    @property
    def merges(self) -> bool:
        """Whether `load` keeps the default graph as the merge of the named ones."""
        return not self.services.union if self.access.merge is None else self.access.merge

    @property
    def by_update(self) -> bool:
        """Whether the server is written to by SPARQL Update, not by the Graph Store Protocol."""
        if self.access.method == "auto":
            return self.services.graphs is None or self.merges
        return self.access.method == "update"

    def _graph_url(self, graph: NamedNode | None) -> str:
        """Where the Graph Store service has a graph, the default graph where it is None."""
        url = self.services.graphs
        if url is None:
            raise StoreError(f"{self.services.product} has no Graph Store service: use the method 'update'")
        return f"{url}?default" if graph is None else f"{url}?graph={quote(graph.value, safe='')}"

    def _replace(self, quads: dict[NamedNode, set[Quad]], old: set[NamedNode]) -> None:
        """Makes each graph on the server the staged one, a batch in one go where the server can."""
        if self.by_update:
            self._update(quads, old)
            return
        self._drop_orphans(old)
        headers = {"content-type": "application/n-triples"}
        for graph, statements in quads.items():
            self.client.send("PUT", self._graph_url(graph), headers=headers, body=triples_of(statements))
        if self.merges:
            everything = [quad for statements in quads.values() for quad in statements]
            self.client.send("POST", self._graph_url(None), headers=headers, body=triples_of(everything))

    def _drop_orphans(self, graphs: Collection[NamedNode]) -> None:
        """Takes out of the default graph what no other graph says."""
        if self.merges and graphs:
            self.update(" ;\n".join(ORPHANS.format(graph=graph) for graph in sorted(graphs, key=str)))

    def _steps_to_drop(self, graphs: Iterable[NamedNode]) -> list[str]:
        """The steps of an update that drops graphs, with what the default graph has of them alone."""
        steps: list[str] = []
        for graph in sorted(graphs, key=str):
            if self.merges:
                steps.append(ORPHANS.format(graph=graph))
            steps.append(f"DROP SILENT GRAPH {graph}")
        return steps

    def _update(self, quads: dict[NamedNode, set[Quad]], old: set[NamedNode]) -> None:
        steps = self._steps_to_drop(old)
        statements = [quad for found in quads.values() for quad in found]
        block = data_block(statements)
        if self.merges:
            block += " " + " ".join(sorted({f"{q.subject} {q.predicate} {q.object} ." for q in statements}))
        steps.append(f"INSERT DATA {{ {block} }}")
        self.update(" ;\n".join(steps))

    def update(self, text: str) -> None:
        """Runs a SPARQL 1.1 Update request."""
        headers = {"content-type": "application/sparql-update"}
        try:
            self.client.send("POST", self.services.update, headers=headers, body=text.encode())
        except QueryError as error:
            raise StoreError(f"the server does not take the update: {error}") from error


def triples(quads: Iterable[Quad]) -> Answer:
    """A CONSTRUCT answer that came over the wire, as a local one."""
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store.query("CONSTRUCT WHERE { ?s ?p ?o }")


def triples_of(quads: Iterable[Quad]) -> bytes:
    """N-Triples of the quads, each statement once, sorted."""
    return "\n".join(sorted({f"{q.subject} {q.predicate} {q.object} ." for q in quads})).encode() + b"\n"


def in_graph(store: ox.Store, graph: NamedNode) -> Iterator[Quad]:
    """The statements of one named graph."""
    return store.quads_for_pattern(None, None, None, graph)


def as_written(term: Term) -> Term:
    """A truth value as `convert` writes it: Virtuoso gives `1` and `0` back."""
    if isinstance(term, ox.Literal) and term.datatype.value == BOOLEAN and term.value in {"0", "1"}:
        return ox.Literal("true" if term.value == "1" else "false", datatype=ox.NamedNode(BOOLEAN))
    return term


def asks_for_triples(query: str) -> bool:
    """Whether a query is a CONSTRUCT or DESCRIBE.

    >>> asks_for_triples("PREFIX a: <http://select/> # SELECT\\nDESCRIBE a:construct")
    True
    """
    bare = re.sub(r"<[^<>]*>|#[^\n]*", " ", query)
    form = re.search(r"(?<![\w:?$-])(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w:-])", bare, re.IGNORECASE)
    return form is not None and form[1].upper() in {"CONSTRUCT", "DESCRIBE"}
