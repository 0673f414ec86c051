"""The text of a cable: its paragraphs, each cut where something is named, said, commented or searched for."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from cablerdf.serve.parts.facts import Facts, order
from cablerdf.serve.parts.segments import Mark, cut, occurrences
from cablerdf.serve.site import Site, tail

LETTERS = {
    "paragraph": "p", "statement": "s", "mention": "m", "problem": "x", "reference": "r", "heading": "h",
    "meeting": "t",
}  # fmt: skip
Paragraphs = list[dict[str, Any]]


def anchor(iri: str) -> str:
    """The fragment of a part of a cable: `paragraph/05TOKYO1349-12` is `p12`, `statement/...-7` is `s7`.

    >>> anchor("https://w3id.org/cablerdf/id/paragraph/05TOKYO1349-12")
    'p12'
    """
    kind, _, name = iri.rpartition("/")
    return LETTERS.get(kind.rpartition("/")[2], "z") + name.partition("-")[2]


def cable_of(site: Site, part: str) -> str:
    """The cable of one of its parts: of `paragraph/05TOKYO1349-12` it is `cable/05TOKYO1349`."""
    return f"{site.base}cable/{part.rpartition('/')[2].partition('-')[0]}"


def marks_of(site: Site, facts: Facts) -> dict[str, dict[str, list[Mark]]]:
    """Paragraph → `mention`, `passage`, `statement` and `meeting` → where they stand in it."""
    found: dict[str, dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for iri in facts.said:
        kind = site.kind(iri)
        thing = facts.one(iri, "taIdentRef")
        if kind not in {"mention", "passage", "statement", "meeting"} or (kind == "mention" and not thing):
            continue
        begin, end = facts.one(iri, "beginIndex"), facts.one(iri, "endIndex")
        if begin and end:
            called = site.kind(thing) if thing else kind
            mark = Mark(int(begin), int(end), called, thing, anchor(iri))
            paragraph = facts.one(iri, "referenceContext") or facts.one(iri, "wasDerivedFrom")
            found[paragraph][kind].append(mark)
    return found


def place_in_text(facts: Facts, iri: str) -> tuple[int, tuple[tuple[int, ...], str]]:
    """What paragraphs are sorted by: the position said, else the number in the IRI."""
    said = facts.one(iri, "position")
    return int(said) if said.isdigit() else 0, order(iri)


def paragraphs_of(site: Site, facts: Facts, words: list[str]) -> tuple[Paragraphs, dict[str, list[str]]]:
    """The paragraphs in order, and every thing mentioned with the anchors of its mentions' paragraphs."""
    marks = marks_of(site, facts)
    iris = [iri for iri in facts.of_kind("paragraph") if facts.one(iri, "isString")]
    markings = site.labels({facts.one(iri, "portionMarking") for iri in iris} - {""})
    found: Paragraphs = []
    mentioned: dict[str, list[str]] = defaultdict(list)
    above = ""
    for iri in sorted(iris, key=lambda iri: place_in_text(facts, iri)):
        text, here = facts.one(iri, "isString"), marks[iri]
        said = [*here["statement"], *here["meeting"]]
        heading = facts.one(facts.one(iri, "underHeading"), "printedText")
        kind = facts.one(iri, "kind")
        found.append(
            {
                "iri": iri,
                "anchor": anchor(iri),
                "number": facts.one(iri, "paragraphNumber"),
                "marking": markings.get(facts.one(iri, "portionMarking"), ""),
                "kind": tail(kind) if kind else "body",
                "new_heading": heading if heading != above else "",
                "segments": cut(text, here["mention"], here["passage"], occurrences(text, words), said),
            }
        )
        above = heading
        for thing in dict.fromkeys(mark.iri for mark in sorted(here["mention"])):
            mentioned[thing].append(found[-1]["anchor"])
    return found, mentioned
