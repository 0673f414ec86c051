"""An outcome in the media type that a client wants."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from cablerdf.rdf import formats
from cablerdf.rdf.formats import XML
from cablerdf.serve.negotiate import ranges
from cablerdf.serve.sparql.evaluate import Outcome
from cablerdf.store.answers import sheet, used


class ResultForm(NamedTuple):
    """A way to write results: its short name, its name for readers, its media type, and what it holds.

    `also` are media types that mean the same, `names` what clients call it in a field `format` or `output`.
    """

    name: str
    label: str
    media_type: str
    holds: str  # rows (and a boolean) or triples
    also: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def extension(self) -> str:
        """What a file of it is called behind the dot."""
        return formats.BY_NAME[self.name].extensions[0][1:] if self.name in TRIPLES else self.name

    def is_called(self, name: str) -> bool:
        """Whether a client means this form, by a name or by a media type."""
        return name in (self.name, self.media_type, *self.names, *self.also)


SCRIPTS = ("text/javascript", "application/javascript")  # what SPARQLWrapper calls JSON
TRIPLES = {  # what clients call a format of triples in a field
    "turtle": ("ttl", "n3"),
    "ntriples": ("nt", "n-triples"),
    "jsonld": ("json-ld", "json"),
    "rdfxml": ("rdf+xml", "rdf", "xml"),
}
FORMS = (
    ResultForm("json", "JSON", "application/sparql-results+json", "rows", ("application/json", *SCRIPTS)),
    ResultForm("csv", "CSV", "text/csv", "rows"),
    ResultForm("tsv", "TSV", "text/tab-separated-values", "rows"),
    ResultForm("xml", "XML", "application/sparql-results+xml", "rows", XML, ("sparql", "srx")),
    *(
        ResultForm(name, row.label, row.media_types[0], "triples", row.media_types[1:], names)
        for name, names in TRIPLES.items()
        for row in [formats.BY_NAME[name]]
    ),
)
BY_NAME = {form.name: form for form in FORMS}


def choose_form(kind: str, accept: str, name: str = "") -> ResultForm | None:
    """The form for an outcome: the one named, else the best that is accepted; None where there is none.

    A name that means nothing here, or nothing that fits the outcome, is passed over: clients send them unasked.
    """
    holds = "triples" if kind == "triples" else "rows"
    fitting = [form for form in FORMS if form.holds == holds]
    called = next((form for form in fitting if form.is_called(name.lower())), None)
    if called is not None:
        return called
    for media_type, quality in sorted(ranges(accept or "*/*"), key=lambda r: -r[1]):
        for form in fitting:
            kind_only = media_type == f"{form.media_type.partition('/')[0]}/*"
            if quality > 0 and (media_type in (form.media_type, *form.also, "*/*") or kind_only):
                return form
    return None


def write(outcome: Outcome, form: ResultForm, prefixes: Mapping[str, str]) -> bytes:
    """The bytes of an outcome."""
    import pyoxigraph as ox

    if outcome.kind == "triples":
        kind = ox.RdfFormat.from_media_type(form.media_type)
        triples = [quad.triple for quad in ox.parse(outcome.text, ox.RdfFormat.N_TRIPLES)]
        return ox.serialize(triples, format=kind, prefixes=used(triples, prefixes)) or b""
    if form.name == "json":
        return outcome.text.encode()
    if form.name == "csv" and outcome.kind == "rows":
        return as_sheet(json.loads(outcome.text)).encode()
    if outcome.kind == "boolean" and form.name in {"csv", "tsv"}:
        return f"{json.loads(outcome.text)['boolean']}\n".lower().encode()
    answer: Any = ox.parse_query_results(outcome.text, ox.QueryResultsFormat.JSON)
    return answer.serialize(format=ox.QueryResultsFormat.from_media_type(form.media_type)) or b""


def as_sheet(results: dict[str, Any]) -> str:
    """Rows as CSV, lines as the format has them."""
    names = results["head"]["vars"]
    rows = ([as_text(row.get(name)) for name in names] for row in results["results"]["bindings"])
    return sheet(names, rows, "\r\n")


def as_text(cell: dict[str, Any] | None) -> str:
    """A term as CSV has it: its text without its kind."""
    if cell is None:
        return ""
    return f"_:{cell['value']}" if cell["type"] == "bnode" else str(cell["value"])
