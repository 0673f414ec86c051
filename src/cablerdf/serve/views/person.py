"""A person: names, titles with dates, meetings, whom they met, what they said, who they are elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cablerdf.serve.parts.forms import SHOWN as FORMS_SHOWN
from cablerdf.serve.parts.forms import forms_of, rows_apart, rows_together
from cablerdf.serve.parts.said import said_in
from cablerdf.serve.parts.sightings import Sightings, sightings_of, values_named
from cablerdf.serve.parts.titles import EVIDENCE, SHOWN, Then, Title, find_in_text, latest, title_on, titles_of
from cablerdf.serve.parts.why import reasons_of_person
from cablerdf.serve.pictures.bars import by_year
from cablerdf.serve.pictures.ego import ego
from cablerdf.serve.pictures.life import life
from cablerdf.serve.site import Site
from cablerdf.serve.views.identity import identity_of
from cablerdf.serve.views.meeting import WITH_WHOM, meetings_by_iri
from cablerdf.store.base import value
from cablerdf.store.search.find import Wanted
from cablerdf.store.search.listed import count, listed, values_of
from cablerdf.store.search.network import met_by

ABOUT = """SELECT ?p ?o WHERE { $thing ?p ?o
  FILTER (?p IN (foaf:name, skos:altLabel, cab:country, skos:exactMatch, owl:sameAs, schema:sameAs)) }"""
DATED = """SELECT DISTINCT ?meeting ?date WHERE { $parts
  ?meeting cab:participation ?part ; schema:startDate ?date } ORDER BY ?date ?meeting"""
ROLES = {"classifiedBy": "classified", "signedBy": "signed"}
CABLES, TOLD, MET, DRAWN = 20, 25, 30, 18  # so many cables, meetings and statements, people met, people drawn
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
KEY = re.compile(r"[\w.~%-]{1,200}")


def person_view(site: Site, iri: str, given: Mapping[str, str]) -> dict[str, Any] | None:
    """The values of a person's page; of the address's fields `on` is a day, `apart` and `same` another person."""
    about = site.properties(ABOUT, iri)
    if "name" not in about:
        return None
    names = sorted(about["name"], key=lambda name: (-len(name), name))
    on = given.get("on", "") if DAY.fullmatch(given.get("on", "")) else ""
    seen = sightings_of(site, iri)
    titles, then = titles_shown(site, seen, on)
    spans = [(title.title, title.dates[0], title.dates[-1]) for title in titles if title.dates]
    wanted = Wanted(facets=(("person", iri),), order="newest")
    years = site.index.years(wanted)
    return {
        "template": "person.html",
        "iri": iri,
        "title": names[0],
        "also": sorted(set(about.get("altLabel", [])) | set(names[1:])),
        "countries": [(country, site.label(country)) for country in about.get("country", [])],
        "titles": titles,
        "latest": latest(titles),
        "evidence": EVIDENCE,
        "life": life(spans, dated_meetings(site, seen)),
        "on": on,
        "then": then,
        **latest_of(site, iri),
        **met_with(site, iri),
        "roles": roles_of(site, seen),
        "cables": site.index.cables(wanted, limit=CABLES),
        "total": site.index.count(wanted),
        "years": by_year(years),
        "by_year": year_by_year(site, iri, years, titles),
        "identity": identity_of(site, iri, seen, {*about.get("exactMatch", []), *about.get("sameAs", [])}),
        **judged(site, iri, seen, given),
        "reasons": reasons_of_person(site, seen),
        "namesakes": namesakes_of(site, iri, names[0]),
    }


def titles_shown(site: Site, seen: Sightings, on: str) -> tuple[list[Title], Then | None]:
    """The titles once each, and those of a day; what the page shows of them with the paragraphs that say so."""
    titles = titles_of(site, seen)
    then = title_on(titles, on) if on else None
    shown = [entry for title in titles[:SHOWN] for entry in title.evidence[:EVIDENCE]]
    find_in_text(site, seen, [*shown, *([e for e in (then.before, then.after) if e] if then else [])])
    return titles, then


def dated_meetings(site: Site, seen: Sightings) -> list[tuple[str, str]]:
    """The meetings that have a date, with it, oldest first."""
    parts = seen.by.get("participant")
    rows = site.select(DATED, parts=values_named("part", parts)) if parts else []
    return [(value(row, "meeting"), value(row, "date")) for row in rows]


def latest_of(site: Site, iri: str) -> dict[str, Any]:
    """The latest meetings and statements of a person, and how many there are of each."""
    chosen = (("person", iri),)
    return {
        "meetings": meetings_by_iri(site, listed(site.index, "meeting", chosen, limit=TOLD), WITH_WHOM),
        "meetings_total": count(site.index, "meeting", chosen),
        "statements": said_in(site, listed(site.index, "statement", chosen, limit=TOLD)),
        "statements_total": count(site.index, "statement", chosen),
    }


def met_with(site: Site, iri: str) -> dict[str, Any]:
    """Who was at the same meetings on another side, most often first, the picture of them, and the colleagues there."""
    everybody, pairs = met_by(site.index, iri)
    met = [other for other in everybody if other.across]
    labels = site.labels({other.side for other in met[:MET] if other.side})
    return {
        "met": [(other, labels.get(other.side, "")) for other in met[:MET]],
        "met_rest": met[MET:],
        "met_total": len(met),
        "colleagues": [other for other in everybody if not other.across],
        "picture": ego([(other.iri, other.label, other.meetings) for other in met[:DRAWN]], pairs),
    }


def year_by_year(
    site: Site, iri: str, cables: dict[str, int], titles: list[Title]
) -> list[tuple[str, list[int], list[str]]]:
    """For each year how many cables, meetings and statements there are, and the titles that its cables give."""
    chosen = (("person", iri),)
    counted: list[dict[str, int]] = [cables]
    for table in ("meeting", "statement"):
        counted.append({c.value: c.cables for c in values_of(site.index, table, chosen, "year", 1_000)})
    given: dict[str, list[str]] = {}
    for title in titles:
        for year in sorted({date[:4] for date in title.dates}):
            given.setdefault(year, []).append(title.title)
    years = sorted({*given, *(year for of_years in counted for year in of_years)})
    return [(year, [of_years.get(year, 0) for of_years in counted], given.get(year, [])) for year in years]


def roles_of(site: Site, seen: Sightings) -> dict[str, list[Any]]:
    """Cables that the person classified or signed."""
    found = {role: seen.by[name] for name, role in ROLES.items() if name in seen.by}
    return {role: list(site.index.cards(cables).values()) for role, cables in found.items()}


def judged(site: Site, iri: str, seen: Sightings, given: Mapping[str, str]) -> dict[str, Any]:
    """The forms of the name, and the rows for a curator that the address asks for."""
    forms = forms_of(site, iri, seen)
    apart, same = (key if KEY.fullmatch(key := given.get(name, "")) else "" for name in ("apart", "same"))
    row = rows_apart(site, forms, apart) if apart else rows_together(site, iri, same) if same else ""
    return {"forms": forms, "forms_shown": FORMS_SHOWN, "apart": apart, "row": row}


def namesakes_of(site: Site, iri: str, name: str) -> list[Any]:
    """Other people of the same name."""
    found = site.index.entities(f'"{name}"', kind="person", limit=12)
    return [entity for entity in found if entity.iri != iri and entity.label.casefold() == name.casefold()]
