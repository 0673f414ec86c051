"""Posts, places, organisations and TAGS subjects: what each is, and its cables by year, post, topic and people."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.site import Site
from cablerdf.serve.views.cable import value
from cablerdf.store.search.find import Wanted

ABOUT = """SELECT ?p ?o WHERE { VALUES ?p { skos:prefLabel skos:altLabel skos:notation skos:definition cab:country
  cab:hostCountry skos:exactMatch owl:sameAs skos:broader skos:related dcterms:type skos:inScheme skos:scopeNote }
  $thing ?p ?o }"""
PEOPLE_OF = """SELECT DISTINCT ?person WHERE { ?person cab:country $thing ; a cab:Person } LIMIT 400"""
SAID = """SELECT ?par ?name ?speaker ?verb ?said ?cable WHERE {
  ?s schema:about $thing ; cab:verb ?verb ; prov:wasDerivedFrom ?par . ?cable dcterms:hasPart ?par .
  OPTIONAL { ?s cab:speakerName ?name } OPTIONAL { ?s cab:speaker ?speaker } OPTIONAL { ?s cab:said ?said } }
  ORDER BY DESC(?cable) ?par LIMIT 30"""
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
    about: dict[str, list[str]] = {}
    for row in site.select(ABOUT, thing=f"<{iri}>"):
        about.setdefault(row["p"].value.replace("#", "/").rpartition("/")[2], []).append(row["o"].value)
    wanted = Wanted(facets=((facet, iri),), order="newest")
    total = site.index.count(wanted)
    if not about and not total:
        return None
    years = {count.value: count.cables for count in site.index.facet(wanted, "year", 60)}
    name = site.label(iri)
    country = [*about.get("country", []), *about.get("hostCountry", [])]
    people = [row["person"].value for row in site.select(PEOPLE_OF, thing=f"<{iri}>")] if facet == "place" else []
    said = [
        {n: value(r, n) for n in ("par", "name", "speaker", "verb", "said", "cable")}
        for r in site.select(SAID, thing=f"<{iri}>")
    ]
    return {
        "template": "thing.html",
        "iri": iri,
        "title": name,
        "called": called,
        "facet": facet,
        "about": about,
        "meaning": next((v for v in about.get("prefLabel", []) if v != name), ""),
        "definition": next(iter(about.get("definition", [])), ""),
        "also": sorted(set(about.get("altLabel", [])) - {name}),
        "countries": [(c, site.label(c)) for c in country],
        "total": total,
        "years": by_year(years),
        "breakdowns": [(HEADINGS[kind], kind, site.index.facet(wanted, kind, 12)) for kind in breakdowns],
        "cables": site.index.cables(wanted, limit=20),
        "people": sorted(site.labels(people).items(), key=lambda item: item[1].casefold()),
        "said": said,
        "cards": site.index.cards(s["cable"] for s in said),
        "matches": sorted({*about.get("exactMatch", []), *about.get("sameAs", [])}),
    }
