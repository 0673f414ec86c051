"""Posts, places, organisations and TAGS subjects: what each is, and its cables by year, post, topic and people."""

from __future__ import annotations

from typing import Any

from cablerdf.rdf.terms import VOCAB, WIKIDATA
from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.site import Site, tail
from cablerdf.serve.views.text import anchor, cable_of
from cablerdf.store import vocabulary
from cablerdf.store.base import value
from cablerdf.store.search.find import Wanted

ABOUT = """SELECT ?p ?o WHERE { VALUES ?p { skos:prefLabel skos:altLabel skos:notation skos:definition cab:country
  cab:hostCountry skos:exactMatch owl:sameAs schema:sameAs skos:broader skos:related dcterms:type skos:inScheme
  skos:scopeNote } $thing ?p ?o }"""
PEOPLE_OF = """SELECT DISTINCT ?person WHERE { ?person cab:country $thing ; a cab:Person .
  FILTER NOT EXISTS { ?person cab:person ?one } } LIMIT 400"""
# What was said of a thing: looked for in the graphs of its latest cables, else anywhere.
SAID = "SELECT ?s ?par ?name ?speaker ?verb ?said WHERE { $where } LIMIT 30"
ABOUT_IT = """{ ?s schema:about $thing ; cab:verb ?verb ; prov:wasDerivedFrom ?par .
  OPTIONAL { ?s cab:speakerName ?name } OPTIONAL { ?s cab:speaker ?speaker } OPTIONAL { ?s cab:said ?said } }"""
LATEST = 20
# kind of thing → facet of the search, what the page calls it, facets that its page breaks down
KINDS = {
    "post": ("post", "Post", ("tag", "person", "classification")),
    "place": ("place", "Place", ("post", "tag", "person")),
    "organization": ("organization", "Organisation", ("post", "tag", "person")),
    "tag": ("tag", "TAGS subject", ("post", "person", "place")),
    "classification": ("classification", "Classification", ("post", "tag")),
}
HEADINGS = {
    "post": "Posts", "tag": "Topics", "person": "People", "place": "Places", "classification": "Classifications",
}  # fmt: skip


def thing_view(site: Site, iri: str) -> dict[str, Any] | None:
    """The values of the page of a post, place, organisation or concept; None where it is not known."""
    facet, called, breakdowns = KINDS[site.kind(iri)]
    about = shipped_about(iri) | site.properties(ABOUT, iri)
    wanted = Wanted(facets=((facet, iri),), order="newest")
    total = site.index.count(wanted)
    if not about and not total:
        return None
    name = site.label(iri)
    country = [*about.get("country", []), *about.get("hostCountry", [])]
    people = [row["person"].value for row in site.select(PEOPLE_OF, iri)] if facet == "place" else []
    same = {*about.get("exactMatch", []), *about.get("sameAs", [])}
    cables = site.index.cables(wanted, limit=LATEST)
    said = said_of(site, iri, [hit.iri for hit in cables])
    return {
        "template": "thing.html",
        "iri": iri,
        "title": name,
        "called": called,
        "facet": facet,
        "meaning": next((v for v in about.get("prefLabel", []) if v != name), ""),
        "definition": next(iter(about.get("definition", [])), ""),
        "also": sorted(set(about.get("altLabel", [])) - {name}),
        "countries": [(c, site.label(c)) for c in country],
        "total": total,
        "years": by_year(site.index.years(wanted)),
        "breakdowns": [(HEADINGS[kind], kind, site.index.facet(wanted, kind, 12)) for kind in breakdowns],
        "cables": cables,
        "people": sorted(site.labels(people).items(), key=lambda item: item[1].casefold()),
        "said": said,
        "matches": sorted(item for item in same if item.startswith(WIKIDATA)),
    }


def shipped_about(iri: str) -> dict[str, list[str]]:
    """What the shipped vocabularies say of a concept, for stores that hold none; nothing of other things."""
    if not iri.startswith(VOCAB):
        return {}
    found: dict[str, list[str]] = {}
    for row in vocabulary.select(ABOUT.replace("$thing", f"<{iri}>")):
        found.setdefault(tail(row["p"].value), []).append(row["o"].value)
    return found


def said_of(site: Site, iri: str, cables: list[str]) -> list[dict[str, str]]:
    """Statements about a thing, those of the latest cables first."""
    recent = " UNION ".join(f"{{ GRAPH <{site.graph(cable)}> {ABOUT_IT} }}" for cable in cables)  # each is soon found
    rows = (cables and site.select(SAID.replace("$where", recent), iri)) or site.select(
        SAID.replace("$where", ABOUT_IT), iri
    )
    place = {cable.rpartition("/")[2]: number for number, cable in enumerate(cables)}
    found = [
        {
            **{name: value(row, name) for name in ("name", "speaker", "verb", "said")},
            "cable": cable_of(site, row["par"].value),
            "paragraph": anchor(row["par"].value),
            "anchor": anchor(row["s"].value),
        }
        for row in rows
    ]
    return sorted(found, key=lambda s: place.get(s["cable"].rpartition("/")[2], len(place)))
