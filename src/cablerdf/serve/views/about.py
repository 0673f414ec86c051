"""The page about the collection: what it is, how well it was read, where it comes from, what cannot be known."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.site import Site
from cablerdf.store.search.find import Wanted
from cablerdf.vocab.tables import rows

TOLD = """SELECT DISTINCT ?p ?o {
  ?dataset a dcat:Dataset .
  { VALUES ?p { dcterms:title dcterms:description dcterms:publisher dcterms:issued dcterms:license dcterms:source }
    ?dataset ?p ?o }
  UNION { ?dataset dcat:distribution/dcterms:title ?o BIND (dcat:distribution AS ?p) }
  UNION { ?dataset prov:wasAttributedTo/foaf:name ?o BIND (prov:wasAttributedTo AS ?p) }
} ORDER BY ?p ?o"""
NAMES = {
    "title": "Title", "description": "Description", "source": "Source", "publisher": "Publisher", "issued": "Issued",
    "distribution": "Data loaded from", "wasAttributedTo": "Made by", "license": "Licence",
}  # fmt: skip


def about_view(site: Site) -> dict[str, Any]:
    """The values of the page about the collection: its size, its description of itself, the measured accuracy."""
    told = site.properties(TOLD, "")
    years = sorted(site.index.years(Wanted()))
    return {
        "template": "about.html",
        "title": "About this collection",
        "statements": site.counts["triple"],
        "counts": site.counts,
        "years": (years[0], years[-1]) if years else None,
        "described": {name: told[key] for key, name in NAMES.items() if key in told},
        "accuracy": rows("accuracy"),
    }
