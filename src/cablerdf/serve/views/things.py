"""Posts, places, organisations and TAGS subjects: what each is, and its cables by year, post, topic and people."""

from __future__ import annotations

from typing import Any

from cablerdf.rdf.terms import VOCAB, WIKIDATA
from cablerdf.serve.parts.said import said_in
from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.site import Site, tail
from cablerdf.serve.views.meeting import NAMED, meetings_by_iri
from cablerdf.serve.views.search import State, shortened
from cablerdf.store import vocabulary
from cablerdf.store.search.find import Count, Wanted
from cablerdf.store.search.listed import LISTS, count, listed

ABOUT = """SELECT ?p ?o WHERE { $thing ?p ?o FILTER (?p IN (skos:prefLabel, skos:altLabel, skos:notation,
  skos:definition, cab:country, cab:hostCountry, skos:exactMatch, owl:sameAs, schema:sameAs, skos:broader, skos:related,
  dcterms:type, skos:inScheme, skos:scopeNote)) }"""
LATEST, MET_SHOWN, SAID_SHOWN, PEOPLE_SHOWN, BROKEN_DOWN = 20, 10, 12, 40, 12
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
    same = {*about.get("exactMatch", []), *about.get("sameAs", [])}
    chosen = ((facet, iri),)
    said = listed(site.index, "statement", chosen, limit=SAID_SHOWN) if facet in LISTS["statement"] else []
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
        "breakdowns": breakdowns_of(site, wanted, breakdowns),
        "cables": site.index.cables(wanted, limit=LATEST),
        "people": site.index.entities("", kind="person", country=iri, limit=PEOPLE_SHOWN),
        "people_total": site.index.count_entities("", kind="person", country=iri),
        "said": said_in(site, said),
        "said_total": count(site.index, "statement", chosen) if said else 0,
        **meetings_of_thing(site, "country" if facet == "place" else facet, iri),
        "matches": sorted(item for item in same if item.startswith(WIKIDATA)),
    }


def meetings_of_thing(site: Site, field: str, iri: str) -> dict[str, Any]:
    """The latest meetings of a list narrowed to a thing, and how many there are; none where no list is."""
    chosen = ((field, iri),)
    known = field in LISTS["meeting"]
    found = listed(site.index, "meeting", chosen, limit=MET_SHOWN) if known else []
    total = count(site.index, "meeting", chosen) if found else 0
    return {"meetings": meetings_by_iri(site, found, NAMED), "meetings_total": total, "meetings_field": field}


def breakdowns_of(site: Site, wanted: Wanted, kinds: tuple[str, ...]) -> list[tuple[str, str, list[tuple[Count, str]]]]:
    """For each kind its heading, and the most frequent values with the search that has as many cables."""
    state = State.of(wanted.facets)
    found = []
    for kind in kinds:
        counts = [c for c in site.index.facet(wanted, kind, BROKEN_DOWN) if (kind, c.value) not in wanted.facets]
        rows = [(c, shortened(site, State.of([*state.pairs, (kind, c.value)])).query()) for c in counts]
        found += [(HEADINGS[kind], kind, rows)] if rows else []
    return found


def shipped_about(iri: str) -> dict[str, list[str]]:
    """What the shipped vocabularies say of a concept, for stores that hold none; nothing of other things."""
    if not iri.startswith(VOCAB):
        return {}
    found: dict[str, list[str]] = {}
    for row in vocabulary.select(ABOUT.replace("$thing", f"<{iri}>")):
        found.setdefault(tail(row["p"].value), []).append(row["o"].value)
    return found
