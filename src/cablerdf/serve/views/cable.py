"""A cable: its header, its text with what is named in it, who met, who said what, what it refers to."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from cablerdf.serve.segments import Mark, Segment, cut, occurrences
from cablerdf.serve.site import Site, tail
from cablerdf.serve.views.meeting import Meeting, meetings_of
from cablerdf.store.base import Row

HEADER = """SELECT ?p ?o WHERE {
  VALUES ?p { dcterms:title dcterms:issued dcterms:creator dcterms:identifier cab:dateTimeGroup cab:messageNumber
    cab:classification cab:caveat cab:caption cab:executiveOrder cab:declassifyOn cab:classifiedBy cab:classifierTitle
    cab:classificationReason cab:signedBy cab:signature cab:partial cab:correctedCopy cab:subjectMarking cab:precedence
    cab:postName dcterms:subject cab:personalTag cab:sectionNumber cab:sectionCount prov:wasDerivedFrom }
  $cable ?p ?o }"""
PARAGRAPHS = """SELECT ?par ?position ?number ?marking ?kind ?heading ?text WHERE {
  $cable dcterms:hasPart ?par . ?par a cab:Paragraph ; nif:isString ?text .
  OPTIONAL { ?par cab:position ?position } OPTIONAL { ?par cab:paragraphNumber ?number }
  OPTIONAL { ?par cab:portionMarking ?marking } OPTIONAL { ?par cab:kind ?kind }
  OPTIONAL { ?par cab:underHeading/cab:printedText ?heading }
} ORDER BY ?position ?number ?par"""
MENTIONS = """SELECT ?m ?par ?b ?e ?thing WHERE {
  $cable dcterms:hasPart ?par . ?m nif:referenceContext ?par ; nif:beginIndex ?b ; nif:endIndex ?e .
  ?m itsrdf:taIdentRef ?thing }"""
PASSAGES = """SELECT ?par ?b ?e WHERE {
  $cable dcterms:hasPart ?par . ?m nif:referenceContext ?par ; a cab:Passage ; nif:beginIndex ?b ; nif:endIndex ?e }"""
PEOPLE = """SELECT ?thing ?name ?title WHERE {
  $cable schema:mentions ?thing . ?thing a cab:Person ; foaf:name ?name .
  OPTIONAL { GRAPH $graph { ?thing schema:jobTitle ?title } } } ORDER BY ?name ?title"""
SIDES = """SELECT ?thing ?side ?title ?function WHERE {
  $cable cab:reports/cab:participation ?part . ?part cab:participant ?thing .
  OPTIONAL { ?part cab:delegation ?side } OPTIONAL { ?part cab:roleTitle ?title }
  OPTIONAL { ?part cab:function ?function } }"""
REFERENCES = """SELECT ?ref ?label ?text ?kind ?cites ?inline WHERE {
  $cable cab:reference ?ref . OPTIONAL { ?ref cab:label ?label } OPTIONAL { ?ref cab:printedText ?text }
  OPTIONAL { ?ref cab:referenceKind ?kind } OPTIONAL { ?ref cab:cites ?cites } OPTIONAL { ?ref cab:inline ?inline }
} ORDER BY ?label ?ref"""
PLAIN_REFERENCES = "SELECT ?cites WHERE { $cable dcterms:references ?cites } ORDER BY ?cites"
CITED_BY = "SELECT DISTINCT ?cable WHERE { ?cable dcterms:references $cable } ORDER BY ?cable"
ADDRESSEES = """SELECT ?a ?name ?action ?post ?level WHERE {
  $cable cab:addressee ?a . ?a cab:addresseeName ?name . OPTIONAL { ?a cab:forAction ?action }
  OPTIONAL { ?a cab:recipient ?post } OPTIONAL { ?a cab:precedence ?level } } ORDER BY ?a"""
STATEMENTS = """SELECT ?s ?par ?speaker ?name ?verb ?said ?quoted WHERE {
  $cable dcterms:hasPart ?par . ?s prov:wasDerivedFrom ?par ; a cab:Statement ; cab:verb ?verb .
  OPTIONAL { ?s cab:speaker ?speaker } OPTIONAL { ?s cab:speakerName ?name } OPTIONAL { ?s cab:said ?said }
  OPTIONAL { ?s cab:quoted ?quoted } }"""
PROBLEMS = """SELECT ?problem ?code ?text ?line WHERE {
  $cable cab:problem ?problem . ?problem cab:code ?code .
  OPTIONAL { ?problem dcterms:description ?text } OPTIONAL { ?problem cab:line ?line } } ORDER BY ?problem"""
SOURCE = "SELECT ?p ?o WHERE { $cable prov:wasDerivedFrom ?source . ?source ?p ?o }"


def cable_view(site: Site, iri: str, words: list[str]) -> dict[str, Any] | None:
    """The values of a cable's page; None where the store has no such cable."""
    cable = f"<{iri}>"
    header = header_of(site, cable)
    cited_by = [row["cable"].value for row in site.select(CITED_BY, cable=cable)]
    if not header and not cited_by:
        return None
    if not header:
        return missing_view(site, iri, cited_by)
    key = iri.rpartition("/")[2]
    paragraphs, mentioned = paragraphs_of(site, cable, words)
    people = people_of(site, cable, f"<{site.base}graph/{key}>", mentioned)
    references = references_of(site, cable)
    cards = site.index.cards([*cited_by, *(r["cites"] for r in references if r["cites"])])
    concepts = [v for p in ("classification", "caveat", "subject", "classificationReason") for v in header.get(p, [])]
    people_named = [*header.get("classifiedBy", []), *header.get("signedBy", []), *header.get("creator", [])]
    return {
        "template": "cable.html",
        "iri": iri,
        "id": first(header, "identifier") or key,
        "title": first(header, "title"),
        "header": header,
        "addressees": addressees_of(site, cable),
        "paragraphs": paragraphs,
        "people": people,
        "others": others_of(site, mentioned),
        "meetings": cable_meetings(site, cable),
        "statements": statements_of(site, cable),
        "references": references,
        "cited_by": [(other, cards.get(other)) for other in cited_by],
        "cards": cards,
        "problems": problems_of(site, cable),
        "source": {tail(r["p"].value): r["o"].value for r in site.select(SOURCE, cable=cable)},
        "labels": site.labels([*concepts, *people_named]),
        "words": words,
    }


def first(header: dict[str, list[str]], name: str) -> str:
    return next(iter(header.get(name, [])), "")


def header_of(site: Site, cable: str) -> dict[str, list[str]]:
    """Values by the last part of their property's name."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in site.select(HEADER, cable=cable):
        found[tail(row["p"].value)].append(row["o"].value)
    return {name: sorted(values) for name, values in found.items()}


def missing_view(site: Site, iri: str, cited_by: list[str]) -> dict[str, Any]:
    """A cable that others cite and the collection does not have."""
    return {
        "template": "missing.html",
        "iri": iri,
        "id": tail(iri),
        "title": "",
        "cited_by": list(site.index.cards(cited_by).values()),
    }


def paragraphs_of(site: Site, cable: str, words: list[str]) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The paragraphs in order, and every thing mentioned with the anchors of its mentions' paragraphs."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for row in site.select(MENTIONS, cable=cable):
        thing = row["thing"].value
        mark = Mark(int(row["b"].value), int(row["e"].value), site.kind(thing), thing, anchor(row["m"].value))
        marks[row["par"].value].append(mark)
    passages: dict[str, list[Mark]] = defaultdict(list)
    for row in site.select(PASSAGES, cable=cable):
        passages[row["par"].value].append(Mark(int(row["b"].value), int(row["e"].value), "comment"))
    found: list[dict[str, Any]] = []
    mentioned: dict[str, list[str]] = defaultdict(list)
    rows = site.select(PARAGRAPHS, cable=cable)
    markings = site.labels({value(row, "marking") for row in rows} - {""})
    for row in rows:
        iri, text = row["par"].value, row["text"].value
        if found and found[-1]["iri"] == iri:
            continue
        heading = value(row, "heading")
        shown = heading if not found or heading != found[-1]["heading"] else ""
        paragraph = {
            "iri": iri,
            "anchor": anchor(iri),
            "number": value(row, "number"),
            "marking": markings.get(value(row, "marking"), ""),
            "kind": tail(value(row, "kind")) if value(row, "kind") else "body",
            "heading": heading,
            "new_heading": shown,
            "segments": cut(text, marks[iri], passages[iri], occurrences(text, words)),
        }
        found.append(paragraph)
        for thing in dict.fromkeys(mark.iri for mark in sorted(marks[iri])):
            mentioned[thing].append(paragraph["anchor"])
    return found, mentioned


def anchor(iri: str) -> str:
    """The fragment of a part of a cable: `paragraph/05TOKYO1349-12` is `p12`, `statement/...-7` is `s7`.

    >>> anchor("https://w3id.org/cablerdf/id/paragraph/05TOKYO1349-12")
    'p12'
    """
    kind, _, name = iri.rpartition("/")
    letter = {"paragraph": "p", "statement": "s", "mention": "m", "problem": "x", "reference": "r", "heading": "h"}
    return letter.get(kind.rpartition("/")[2], "z") + name.partition("-")[2]


def value(row: Row, name: str) -> str:
    term = row.get(name)
    return "" if term is None else str(term.value)


def people_of(site: Site, cable: str, graph: str, mentioned: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Everybody named, with side and titles, those who met first, then in order of appearance."""
    people: dict[str, dict[str, Any]] = {}
    for row in site.select(PEOPLE, cable=cable, graph=graph):
        iri = row["thing"].value
        entry = people.setdefault(
            iri, {"iri": iri, "name": row["name"].value, "titles": [], "sides": [], "functions": [], "met": False}
        )
        add(entry["titles"], value(row, "title"))
    for row in site.select(SIDES, cable=cable):
        entry = people.get(row["thing"].value)  # type: ignore[assignment]
        if entry is not None:
            entry["met"] = True
            add(entry["titles"], value(row, "title"))
            add(entry["sides"], value(row, "side"))
            add(entry["functions"], value(row, "function"))
    notes = site.index.notes(people)
    labels = site.labels([v for p in people.values() for v in (*p["sides"], *p["functions"])])
    order = {iri: n for n, iri in enumerate(mentioned)}
    for iri, entry in people.items():
        entry["sides"] = [labels[side] for side in entry["sides"]] or ([notes[iri]] if notes.get(iri) else [])
        entry["functions"] = [labels[f] for f in entry["functions"]]
        entry["anchors"] = mentioned.get(iri, [])
    return sorted(people.values(), key=lambda p: (not p["met"], order.get(p["iri"], len(order)), p["name"]))


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


def cable_meetings(site: Site, cable: str) -> list[Meeting]:
    return meetings_of(site, f"{cable} cab:reports ?meeting .")


def references_of(site: Site, cable: str) -> list[dict[str, str]]:
    """REF entries as printed, then cables that are only cited."""
    found = [
        {name: value(row, name) for name in ("ref", "label", "text", "kind", "cites", "inline")}
        for row in site.select(REFERENCES, cable=cable)
    ]
    printed = {entry["cites"] for entry in found}
    for row in site.select(PLAIN_REFERENCES, cable=cable):
        if row["cites"].value not in printed:
            cites = row["cites"].value
            found.append({"ref": "", "label": "", "text": tail(cites), "kind": "", "cites": cites, "inline": ""})
    return found


def addressees_of(site: Site, cable: str) -> dict[str, list[dict[str, str]]]:
    """Addressees by `to` and `info`."""
    found: dict[str, list[dict[str, str]]] = {"to": [], "info": []}
    for row in sorted(site.select(ADDRESSEES, cable=cable), key=lambda r: number_of(r["a"].value)):
        kind = "info" if value(row, "action") in {"false", "0"} else "to"
        level = tail(value(row, "level")) if value(row, "level") else ""
        found[kind].append({"name": row["name"].value, "iri": value(row, "post"), "level": level})
    return found


def number_of(iri: str) -> tuple[int, str]:
    """The number at the end of an IRI, for sorting."""
    end = iri.rpartition("-")[2]
    return (int(end), iri) if end.isdigit() else (0, iri)


def problems_of(site: Site, cable: str) -> list[dict[str, str]]:
    """What was odd about the document, in order."""
    rows = sorted(site.select(PROBLEMS, cable=cable), key=lambda r: number_of(r["problem"].value))
    return [{name: value(row, name) for name in ("code", "text", "line")} for row in rows]


def statements_of(site: Site, cable: str) -> list[dict[str, str]]:
    """Who is reported to have said what, in order."""
    rows = sorted(site.select(STATEMENTS, cable=cable), key=lambda r: number_of(r["s"].value))
    return [
        {
            "anchor": anchor(row["s"].value),
            "paragraph": anchor(row["par"].value),
            "speaker": value(row, "speaker"),
            "name": value(row, "name") or (site.label(row["speaker"].value) if "speaker" in row else ""),
            "verb": row["verb"].value,
            "said": " ".join(value(row, "said").split()),
            "quoted": value(row, "quoted"),
        }
        for row in rows
    ]


__all__ = ["Segment", "cable_view"]
