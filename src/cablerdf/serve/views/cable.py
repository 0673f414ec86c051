"""A cable: its header, its text with what is named in it, who met, who said what, what it refers to."""

from __future__ import annotations

from typing import Any

from cablerdf.serve.parts.facts import Facts, facts_of
from cablerdf.serve.parts.text import anchor, paragraphs_of
from cablerdf.serve.programs.citation import citation_tags, source_of
from cablerdf.serve.site import Site, tail
from cablerdf.serve.views.meeting import meetings_in

CITED_BY = "SELECT DISTINCT ?cable WHERE { ?cable dcterms:references $thing } ORDER BY ?cable"


def cable_view(site: Site, iri: str, words: list[str]) -> dict[str, Any] | None:
    """The values of a cable's page; None where the store has no such cable."""
    cited_by = [row["cable"].value for row in site.select(CITED_BY, iri)]
    facts = facts_of(site, iri)
    if iri not in facts.said:
        return missing_view(site, iri, cited_by) if cited_by else None
    header = facts.of(iri)
    paragraphs, mentioned = paragraphs_of(site, facts, words)
    meetings = meetings_in(site, facts, facts.all(iri, "reports"))
    references = references_of(facts, iri)
    cards = site.index.cards([*cited_by, *(r["cites"] for r in references if r["cites"])])
    labelled = ("classification", "caveat", "subject", "classificationReason", "classifiedBy", "signedBy", "creator")
    sources = facts.all(iri, "wasDerivedFrom")
    labels = site.labels([value for name in labelled for value in header.get(name, [])])
    cited = source_of(site, iri)
    return {
        "template": "cable.html",
        "iri": iri,
        "id": facts.one(iri, "identifier") or tail(iri),
        "title": facts.one(iri, "title"),
        "header": header,
        "addressees": addressees_of(facts, iri),
        "paragraphs": paragraphs,
        "people": people_of(site, facts, iri, mentioned),
        "others": others_of(site, mentioned),
        "meetings": meetings,
        "statements": statements_of(site, facts),
        "references": references,
        "cited_by": [(other, cards.get(other)) for other in cited_by],
        "cards": cards,
        "problems": problems_of(facts, iri),
        "source": facts.one(sources[0], "title") if sources else "",
        "labels": labels,
        "citation_tags": citation_tags(cited, [labels[tag] for tag in header.get("subject", [])]) if cited else [],
        "words": words,
    }


def missing_view(site: Site, iri: str, cited_by: list[str]) -> dict[str, Any]:
    """A cable that others cite and the collection does not have."""
    return {
        "template": "missing.html",
        "iri": iri,
        "id": tail(iri),
        "title": "",
        "cited_by": list(site.index.cards(cited_by).values()),
    }


def people_of(site: Site, facts: Facts, cable: str, mentioned: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Everybody named, with side and titles, those who met first, then in order of appearance."""
    people: dict[str, dict[str, Any]] = {}
    for iri in [*mentioned, *facts.said]:
        if site.kind(iri) == "person" and iri not in people and (name := facts.one(iri, "name")):
            entry = {"iri": iri, "name": name, "titles": facts.all(iri, "jobTitle"), "sides": [], "functions": []}
            people[iri] = {**entry, "met": False, "anchors": mentioned.get(iri, [])}
    for meeting in facts.all(cable, "reports"):
        for part in facts.numbered(meeting, "participation"):
            found = people.get(facts.one(part, "participant"))
            if found is not None:
                found["met"] = True
                add(found["titles"], facts.one(part, "roleTitle"))
                add(found["sides"], facts.one(part, "delegation"))
                add(found["functions"], facts.one(part, "function"))
    notes = site.index.notes(people)
    labels = site.labels([v for p in people.values() for v in (*p["sides"], *p["functions"])])
    for iri, entry in people.items():
        entry["sides"] = [labels[side] for side in entry["sides"]] or ([notes[iri]] if notes.get(iri) else [])
        entry["functions"] = [labels[f] for f in entry["functions"]]
    place = {iri: number for number, iri in enumerate(mentioned)}
    return sorted(people.values(), key=lambda p: (not p["met"], place.get(p["iri"], len(place)), p["name"]))


def add(values: list[str], new: str) -> None:
    """Puts a value at the end, once."""
    if new and new not in values:
        values.append(new)


def others_of(site: Site, mentioned: dict[str, list[str]]) -> dict[str, list[tuple[str, str, list[str]]]]:
    """Organisations and places named: IRI, name and anchors, by name."""
    found: dict[str, list[tuple[str, str, list[str]]]] = {"organization": [], "place": []}
    labels = site.labels([iri for iri in mentioned if site.kind(iri) in found])
    for iri, name in sorted(labels.items(), key=lambda item: item[1].casefold()):
        found[site.kind(iri)].append((iri, name, mentioned[iri]))
    return found


def references_of(facts: Facts, cable: str) -> list[dict[str, str]]:
    """REF entries as printed, by label, then cables that are only cited."""
    names = {"label": "label", "text": "printedText", "cites": "cites", "inline": "inline"}
    found = [{name: facts.one(iri, said) for name, said in names.items()} for iri in facts.numbered(cable, "reference")]
    printed = {entry["cites"] for entry in found}
    for cites in facts.all(cable, "references"):
        if cites not in printed:
            found.append({"label": "", "text": tail(cites), "cites": cites, "inline": ""})
    return sorted(found, key=lambda entry: entry["label"])


def addressees_of(facts: Facts, cable: str) -> dict[str, list[dict[str, str]]]:
    """Addressees by `to` and `info`."""
    found: dict[str, list[dict[str, str]]] = {"to": [], "info": []}
    for iri in facts.numbered(cable, "addressee"):
        kind = "info" if facts.one(iri, "forAction") in {"false", "0"} else "to"
        level = facts.one(iri, "precedence")
        entry = {"name": facts.one(iri, "addresseeName"), "iri": facts.one(iri, "recipient")}
        found[kind].append({**entry, "level": tail(level) if level else ""})
    return found


def problems_of(facts: Facts, cable: str) -> list[dict[str, str]]:
    """What was odd about the document, in order."""
    return [
        {"code": facts.one(iri, "code"), "text": facts.one(iri, "description"), "line": facts.one(iri, "line")}
        for iri in facts.numbered(cable, "problem")
    ]


def statements_of(site: Site, facts: Facts) -> list[dict[str, str]]:
    """Who is reported to have said what, in order."""
    found = [iri for iri in facts.of_kind("statement") if facts.one(iri, "verb")]
    people = {facts.one(iri, name): "" for iri in found for name in ("speaker", "spokenTo")}
    labels = site.labels(iri for iri in people if iri)
    return [
        {
            "anchor": anchor(iri),
            "paragraph": anchor(facts.one(iri, "wasDerivedFrom")),
            "located": facts.one(iri, "beginIndex"),
            "speaker": (speaker := facts.one(iri, "speaker")),
            "name": facts.one(iri, "speakerName") or labels.get(speaker, ""),
            "to": (hearer := facts.one(iri, "spokenTo")),
            "to_name": labels.get(hearer, "") or facts.one(iri, "spokenToName"),
            "verb": facts.one(iri, "verb"),
            "said": " ".join(facts.one(iri, "said").split()),
        }
        for iri in found
    ]
