"""Who somebody is elsewhere: the Wikidata item, why, which rivals there are; and by which names of which cables."""

from __future__ import annotations

import re
from typing import Any

from cablerdf.rdf.terms import WIKIDATA
from cablerdf.serve.parts.sightings import Sightings, values_named
from cablerdf.serve.site import Site
from cablerdf.store.base import value

LINKS = """SELECT ?object ?label ?confidence ?justification ?comment ?cable WHERE { $links
  ?link sssom:object_id ?object .
  OPTIONAL { ?link sssom:object_label ?label } OPTIONAL { ?link sssom:confidence ?confidence }
  OPTIONAL { ?link sssom:mapping_justification ?justification } OPTIONAL { ?link rdfs:comment ?comment }
  OPTIONAL { ?link prov:wasDerivedFrom ?cable } } ORDER BY DESC(?confidence) ?object ?cable"""
ALSO = """SELECT DISTINCT ?other WHERE { VALUES ?item { $items }
  ?other owl:sameAs|schema:sameAs|skos:exactMatch ?item . FILTER (?other != $thing)
  FILTER NOT EXISTS { ?other cab:person ?one } } ORDER BY ?other LIMIT 200"""
IN_ONE_CABLE = re.compile(r"/person/(\d\d[A-Z]+\d+[A-Z]?)-")
# From which confidence on it is said how.
WORDS = ((0.98, "Almost certainly"), (0.9, "Very likely"), (0.7, "Likely"), (0.0, "Perhaps"))


def identity_of(site: Site, iri: str, seen: Sightings, same: set[str]) -> dict[str, Any]:
    """What a page says of identity; `same` are the things that the data says are the same."""
    links = links_of(site, seen.by.get("subject_id", []))
    accepted = sorted(item for item in same if item.startswith(WIKIDATA))
    best = {link["object"]: link for link in links}
    matches = [
        best.get(item) or {"object": item, "label": "", "confidence": "", "why": "", "cables": []} for item in accepted
    ]
    return {
        "matches": [{**match, "words": in_words(match["confidence"])} for match in matches],
        "rivals": [link for link in links if link["object"] not in same],
        "also": named(site, others_of(site, iri, accepted)),
    }


def links_of(site: Site, links: list[str]) -> list[dict[str, Any]]:
    """Candidates in Wikidata, each once with its best evidence and the cables it was found in, the likeliest first."""
    found: dict[str, dict[str, Any]] = {}
    for row in site.select(LINKS, links=values_named("link", links)) if links else []:
        why = value(row, "comment") or value(row, "justification").rpartition("/")[2]
        entry = {"object": row["object"].value, "label": value(row, "label"), "confidence": value(row, "confidence")}
        kept = found.setdefault(row["object"].value, {**entry, "why": why, "cables": []})
        cable = value(row, "cable")
        if cable and cable not in kept["cables"]:
            kept["cables"].append(cable)
    return list(found.values())


def in_words(confidence: str) -> str:
    """How sure a link is.

    >>> in_words("0.93"), in_words("")
    ('Very likely', 'Linked to')
    """
    try:
        number = float(confidence)
    except ValueError:
        return "Linked to"
    return next(words for least, words in WORDS if number >= least)


def others_of(site: Site, iri: str, items: list[str]) -> list[str]:
    """Others that are linked to the same items."""
    if not items:
        return []
    names = " ".join(f"<{item}>" for item in items)
    return [row["other"].value for row in site.select(ALSO, iri, items=names)]


def named(site: Site, iris: list[str]) -> list[tuple[str, str, str]]:
    """IRI, name, and the cable where somebody is known from one only; those known from several first."""
    labels = site.labels(iris)
    found = [(iri, labels[iri], match[1] if (match := IN_ONE_CABLE.search(iri)) else "") for iri in iris]
    return sorted(found, key=lambda entry: (bool(entry[2]), entry[1], entry[2]))
