"""A statement: who is reported to have said what to whom, the sentence that says so, and by which rule it was read."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.parts.said import said_in
from cablerdf.serve.parts.why import Reason, in_words, quote
from cablerdf.serve.site import Site, tail
from cablerdf.store.base import value

EVIDENCE = """SELECT ?par ?text ?begin ?end ?rule ?to ?toName WHERE { $thing prov:wasDerivedFrom ?par .
  ?par nif:isString ?text . OPTIONAL { $thing nif:beginIndex ?begin ; nif:endIndex ?end }
  OPTIONAL { $thing cab:rule ?rule } OPTIONAL { $thing cab:spokenTo ?to } OPTIONAL { $thing cab:spokenToName ?toName }
} ORDER BY ?par LIMIT 1"""
ABOUT = "SELECT DISTINCT ?topic WHERE { $thing schema:about ?topic } ORDER BY ?topic"


def statement_view(site: Site, iri: str) -> dict[str, Any] | None:
    """The values of a statement's page; None where it says nothing."""
    said = said_in(site, [iri])
    rows = site.select(EVIDENCE, iri)
    if not said or not rows:
        return None
    row = rows[0]
    text, begin, end = row["text"].value, value(row, "begin"), value(row, "end")
    shown = quote(row["par"].value, text, int(begin) if begin else 0, int(end) if end else 0)
    to = value(row, "to")
    topics = [topic["topic"].value for topic in site.select(ABOUT, iri)]
    return {
        "template": "statement.html",
        "iri": iri,
        "title": f"{said[0].name} {said[0].verb}",
        "said": said[0],
        "to": site.index.people([to]).get(to, to) if to else "",
        "to_name": value(row, "toName"),
        "topics": sorted(site.labels(topics).items(), key=lambda topic: topic[1]),
        "cable": site.index.cards([said[0].cable]).get(said[0].cable),
        "cable_id": tail(said[0].cable),
        "reasons": [Reason("the statement", in_words(value(row, "rule")), said[0].certainty, 0, shown)],
    }
