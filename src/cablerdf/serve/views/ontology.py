"""The ontology and the controlled vocabularies, as pages."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.site import ONTOLOGY, Site
from cablerdf.store.prefixes import prefixes
from cablerdf.store.vocabulary import vocabulary

TERMS = """SELECT ?term ?kind ?label ?definition ?domain ?range WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
  ?term a ?kind . FILTER (STRSTARTS(STR(?term), STR(cab:)))
  OPTIONAL { ?term rdfs:label ?label } OPTIONAL { ?term skos:definition ?definition }
  OPTIONAL { ?term rdfs:domain ?domain } OPTIONAL { ?term rdfs:range ?range } } ORDER BY ?term"""
SCHEME = """SELECT ?concept ?notation ?label ?definition WHERE {
  ?concept skos:inScheme <$scheme> . OPTIONAL { ?concept skos:notation ?notation }
  OPTIONAL { ?concept skos:prefLabel ?label } OPTIONAL { ?concept skos:definition ?definition } }
  ORDER BY ?notation ?concept"""
ABOUT = """SELECT ?label ?definition WHERE { <$scheme> skos:prefLabel ?label .
  OPTIONAL { <$scheme> skos:definition ?definition } }"""


def rows(query: str) -> list[dict[str, str]]:
    """Rows about the shipped vocabularies, as texts; "" for what is unbound."""
    answer: Any = vocabulary().query(query, prefixes=prefixes())
    return [{name.value: "" if row[name] is None else row[name].value for name in answer.variables} for row in answer]


def ontology_view(site: Site) -> dict[str, Any] | None:
    """Classes and properties with their definitions."""
    seen: dict[str, dict[str, str]] = {}
    for row in rows(TERMS):
        seen.setdefault(row["term"], row)
    groups = [
        ("Classes", [r for r in seen.values() if r["kind"].endswith("#Class")]),
        ("Properties", [r for r in seen.values() if not r["kind"].endswith("#Class")]),
    ]
    schemes = rows(
        "SELECT ?scheme ?label WHERE { ?scheme a skos:ConceptScheme ; skos:prefLabel ?label } ORDER BY ?label"
    )
    return {
        "template": "ontology.html",
        "iri": ONTOLOGY,
        "title": "Ontology",
        "groups": groups,
        "schemes": schemes,
    }


def scheme_view(site: Site, iri: str) -> dict[str, Any] | None:
    """The concepts of a vocabulary."""
    about = rows(ABOUT.replace("$scheme", iri))
    found = rows(SCHEME.replace("$scheme", iri))
    if not about and not found:
        return None
    return {
        "template": "scheme.html",
        "iri": iri,
        "title": about[0]["label"] if about else iri.rpartition("/")[2],
        "definition": about[0]["definition"] if about else "",
        "concepts": found,
    }
