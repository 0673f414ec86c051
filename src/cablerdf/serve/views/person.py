"""A person: names, titles with dates, meetings, whom they met, what they said, who they are elsewhere."""

from __future__ import annotations

from collections import Counter
from typing import Any

from cablerdf.serve.parts.facts import order
from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.pictures.ego import ego
from cablerdf.serve.pictures.life import life
from cablerdf.serve.site import Site
from cablerdf.serve.views.identity import identity_of
from cablerdf.serve.views.meeting import meetings_of
from cablerdf.serve.views.text import cable_of
from cablerdf.store.base import value
from cablerdf.store.search.find import Wanted

ABOUT = """SELECT ?p ?o WHERE {
  VALUES ?p { foaf:name skos:altLabel cab:country skos:exactMatch owl:sameAs schema:sameAs } $thing ?p ?o }"""
TITLES = """SELECT DISTINCT ?title ?cable ?issued WHERE { $forms
  { ?part cab:participant ?form ; cab:roleTitle ?title . ?meeting cab:participation ?part .
    ?cable cab:reports ?meeting }
  UNION { GRAPH ?g { ?form schema:jobTitle ?title . ?cable schema:mentions ?form } }
  UNION { ?cable cab:classifiedBy ?form ; cab:classifierTitle ?title }
  OPTIONAL { ?cable dcterms:issued ?issued } } ORDER BY ?issued ?cable ?title"""
STATEMENTS = """SELECT ?s ?par ?verb ?said ?quoted ?located WHERE { $forms
  ?s cab:speaker ?form ; cab:verb ?verb ; prov:wasDerivedFrom ?par .
  OPTIONAL { ?s cab:said ?said } OPTIONAL { ?s cab:quoted ?quoted } OPTIONAL { ?s nif:beginIndex ?located } }
  LIMIT 500"""
ROLES = """SELECT ?role ?cable WHERE { $forms
  { ?cable cab:classifiedBy ?form BIND ("classified" AS ?role) }
  UNION { ?cable cab:signedBy ?form BIND ("signed" AS ?role) } } ORDER BY ?role ?cable"""
NAMED_IN = "{ $forms ?m itsrdf:taIdentRef ?form ; nif:referenceContext ?par . ?par nif:isString ?text }"
TITLES_SHOWN = 40  # with their paragraphs
EVIDENCE = 5  # cables shown for each title
SHOWN = 20  # cables


def person_view(site: Site, iri: str, on: str = "") -> dict[str, Any] | None:
    """The values of a person's page; `on` is a date for which the title is wanted."""
    about = site.properties(ABOUT, iri)
    if "name" not in about:
        return None
    names = sorted(about["name"], key=lambda name: (-len(name), name))
    titles, then = told_titles(site, iri, on)
    meetings = meetings_of(site, f"{site.forms(iri)} ?own cab:participant ?form . ?meeting cab:participation ?own .")
    wanted = Wanted(facets=(("person", iri),), order="oldest")
    met = met_by(iri, meetings)
    spans = [(title["title"], title["dates"][0], title["dates"][-1]) for title in titles if title["dates"]]
    return {
        "template": "person.html",
        "iri": iri,
        "title": names[0],
        "also": sorted(set(about.get("altLabel", [])) | set(names[1:])),
        "countries": [(country, site.label(country)) for country in about.get("country", [])],
        "titles": titles,
        "evidence": EVIDENCE,
        "life": life(spans, [(m.iri, m.date) for m in meetings if m.date]),
        "on": on,
        "then": then,
        "meetings": meetings,
        "met": met,
        "picture": ego([(m["iri"], m["name"], m["times"]) for m in met[:18]], pairs_among(meetings, iri)),
        "statements": statements_of(site, iri),
        "roles": roles_of(site, iri),
        "cables": site.index.cables(wanted, limit=SHOWN),
        "total": site.index.count(wanted),
        "years": by_year(site.index.years(wanted)),
        "identity": identity_of(site, iri, {*about.get("exactMatch", []), *about.get("sameAs", [])}),
        "namesakes": namesakes_of(site, iri, names[0]),
    }


def told_titles(site: Site, iri: str, on: str) -> tuple[list[dict[str, Any]], dict[str, str] | None]:
    """The titles once each, and the one on a date; those that the page shows with the paragraphs that say so."""
    titles = titles_of(site, iri)
    groups, then = grouped(titles), title_on(titles, on)
    shown = [entry for group in groups[:TITLES_SHOWN] for entry in group["evidence"][:EVIDENCE]]
    find_in_text(site, iri, [*shown, *([then] if then else [])])
    return groups, then


def titles_of(site: Site, iri: str) -> list[dict[str, str]]:
    """Every title with the cable that gives it, oldest first."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in site.select(TITLES, forms=site.forms(iri)):
        entry = {name: value(row, name) for name in ("title", "cable", "issued")}
        found.setdefault((entry["title"].casefold(), entry["cable"]), {**entry, "par": ""})
    return sorted(found.values(), key=lambda t: (t["issued"], t["cable"], t["title"]))


def find_in_text(site: Site, iri: str, titles: list[dict[str, str]]) -> None:
    """Notes for each title the paragraph of its cable that names the person and has the title in its text."""
    cables = {title["cable"].rpartition("/")[2] for title in titles}
    if not cables:
        return
    parts = " UNION ".join(f"{{ GRAPH <{site.graph(key)}> {NAMED_IN} }}" for key in sorted(cables))
    rows = site.select(f"SELECT DISTINCT ?par ?text WHERE {{ {parts} }}", forms=site.forms(iri))
    texts = {row["par"].value: squeezed(row["text"].value) for row in rows}
    for title in titles:
        start = f"/{title['cable'].rpartition('/')[2]}-"
        having = (par for par, text in texts.items() if start in par and squeezed(title["title"]) in text)
        title["par"] = min(having, key=order, default="")


def squeezed(text: str) -> str:
    """A text for comparison: blanks and case aside."""
    return " ".join(text.split()).casefold()


def grouped(titles: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Titles once each, with first and last date and their evidence."""
    found: dict[str, dict[str, Any]] = {}
    for entry in titles:
        group = found.setdefault(entry["title"].casefold(), {"title": entry["title"], "evidence": [], "dates": []})
        group["evidence"].append(entry)
        if entry["issued"]:
            group["dates"].append(entry["issued"])
    return list(found.values())


def title_on(titles: list[dict[str, str]], on: str) -> dict[str, str] | None:
    """The title last given on or before a date."""
    before = [entry for entry in titles if entry["issued"] and entry["issued"][: len(on)] <= on] if on else []
    return before[-1] if before else None


def met_by(iri: str, meetings: list[Any]) -> list[dict[str, Any]]:
    """Who was at the same meetings, most often first."""
    times: Counter[str] = Counter()
    names: dict[str, str] = {}
    sides: dict[str, str] = {}
    where: dict[str, list[str]] = {}
    for meeting in meetings:
        for other in {p.iri: p for p in meeting.participants if p.iri and p.iri != iri}.values():
            times[other.iri] += 1
            names[other.iri] = other.name
            sides[other.iri] = sides.get(other.iri) or other.side
            where.setdefault(other.iri, []).append(meeting.iri)
    ranked = sorted(times, key=lambda p: (-times[p], names[p], p))
    return [{"iri": p, "name": names[p], "side": sides[p], "times": times[p], "meetings": where[p]} for p in ranked]


def pairs_among(meetings: list[Any], iri: str) -> set[tuple[str, str]]:
    """Pairs of other people who were at one of these meetings together."""
    found: set[tuple[str, str]] = set()
    for meeting in meetings:
        people = sorted({p.iri for p in meeting.participants if p.iri and p.iri != iri})
        if len(people) <= 24:
            found |= {(a, b) for n, a in enumerate(people) for b in people[n + 1 :]}
    return found


def statements_of(site: Site, iri: str) -> list[dict[str, str]]:
    """What the person is reported to have said, by cable and place in it."""
    rows = sorted(
        site.select(STATEMENTS, forms=site.forms(iri)),
        key=lambda r: (cable_of(site, r["s"].value), order(r["s"].value)),
    )
    return [
        {
            "iri": row["s"].value,
            "verb": row["verb"].value,
            "said": " ".join(value(row, "said").split()),
            "quoted": value(row, "quoted"),
            "cable": cable_of(site, row["par"].value),
            "paragraph": row["par"].value,
            "located": value(row, "located"),
        }
        for row in rows
    ]


def roles_of(site: Site, iri: str) -> dict[str, list[Any]]:
    """Cables that the person classified or signed."""
    found: dict[str, list[str]] = {}
    for row in site.select(ROLES, forms=site.forms(iri)):
        found.setdefault(row["role"].value, []).append(row["cable"].value)
    return {role: list(site.index.cards(cables).values()) for role, cables in found.items()}


def namesakes_of(site: Site, iri: str, name: str) -> list[Any]:
    """Other people of the same name."""
    found = site.index.entities(f'"{name}"', kind="person", limit=12)
    return [entity for entity in found if entity.iri != iri and entity.label.casefold() == name.casefold()]
