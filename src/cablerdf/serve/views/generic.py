"""Everything else that has an IRI of ours: its properties both ways, labelled."""

from __future__ import annotations

from typing import Any

from cablerdf.rdf.terms import shortened
from cablerdf.serve.site import Site

OUT = "SELECT ?p ?o WHERE { $thing ?p ?o } ORDER BY ?p ?o LIMIT 1000"
IN = "SELECT ?s ?p WHERE { ?s ?p $thing } ORDER BY ?p ?s LIMIT 200"


def generic_view(site: Site, iri: str) -> dict[str, Any] | None:
    """The values of a plain page; None where the store says nothing of it."""
    out = [(row["p"].value, row["o"]) for row in site.select(OUT, iri)]
    back = [(row["p"].value, row["s"].value) for row in site.select(IN, iri)]
    if not out and not back:
        return None
    labels = site.labels([o.value for _, o in out if type(o).__name__ == "NamedNode"] + [s for _, s in back])
    return {
        "template": "generic.html",
        "iri": iri,
        "title": site.label(iri),
        "kind": site.kind(iri) or "thing",
        "out": [(shortened(p, site.prefixes), cell(o, labels)) for p, o in out],
        "back": [(shortened(p, site.prefixes), (s, labels[s])) for p, s in back],
    }


def cell(term: Any, labels: dict[str, str]) -> tuple[str, str]:
    """IRI and label of a node; "" and text of a literal."""
    return (term.value, labels.get(term.value, term.value)) if type(term).__name__ == "NamedNode" else ("", term.value)
