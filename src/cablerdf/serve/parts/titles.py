"""The titles of a person: each with its first and last date and its evidence; which one was held on a day."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablerdf.rdf.iris import MENTIONS
from cablerdf.serve.parts.facts import order
from cablerdf.serve.parts.sightings import Sightings, values_named
from cablerdf.serve.parts.text import cable_of
from cablerdf.serve.site import Site

AT_MEETINGS = """SELECT ?title ?cable WHERE { $parts
  ?part cab:roleTitle ?title . ?meeting cab:participation ?part . ?cable cab:reports ?meeting }"""
AS_CLASSIFIER = "SELECT ?title ?cable WHERE { $cables ?cable cab:classifierTitle ?title }"
MENTIONED = (
    "SELECT ?title ?cable WHERE { $forms GRAPH ?g { ?form schema:jobTitle ?title . ?cable schema:mentions ?form } }"
)
NAMED_IN = """SELECT ?par ?text WHERE {
  { SELECT DISTINCT ?par WHERE { VALUES (?form ?mentions) { $pairs }
    GRAPH ?mentions { ?m itsrdf:taIdentRef ?form ; nif:referenceContext ?par } } }
  ?par nif:isString ?text }"""
SHOWN = 40  # titles with their paragraphs
EVIDENCE = 5  # cables shown for each title


@dataclass(slots=True)
class Given:
    """A cable that gives a title; `par` is the paragraph that has it, "" where none is known."""

    title: str
    cable: str
    issued: str
    par: str = ""


@dataclass(slots=True)
class Title:
    """A title with the cables that give it, oldest first."""

    title: str
    evidence: list[Given] = field(default_factory=list)

    @property
    def dates(self) -> list[str]:
        """The dates of its cables, as far as they are known, oldest first."""
        return [entry.issued for entry in self.evidence if entry.issued]


@dataclass(slots=True)
class Then:
    """What a person was on a day: the title whose span covers it, else those given last before and first after."""

    held: Title | None
    before: Given | None
    after: Given | None


def titles_of(site: Site, seen: Sightings) -> list[Title]:
    """Every title once, those first given first."""
    told = told_of(site, seen)
    cards = seen.cards | site.index.cards({cable for _, cable in told} - set(seen.cards))
    dated = {cable: card.issued for cable, card in cards.items()}
    entries = sorted((dated.get(cable, ""), cable, title) for title, cable in told)
    titles: dict[str, Title] = {}
    for issued, cable, words in entries:
        title = titles.setdefault(words.casefold(), Title(words))
        if not title.evidence or title.evidence[-1].cable != cable:
            title.evidence.append(Given(words, cable, issued))
    return list(titles.values())


def told_of(site: Site, seen: Sightings) -> set[tuple[str, str]]:
    """Every title with a cable that gives it: that names the person so, reports a meeting, or is classified by him."""
    found, elsewhere = set(), []
    for form in seen.forms:
        cable, titles = cable_of(site, form), seen.all(form, "jobTitle")
        if cable in seen.cards:
            found |= {(title, cable) for title in titles}
        elif titles:
            elsewhere.append(form)
    rows = site.select(MENTIONED, forms=values_named("form", elsewhere)) if elsewhere else []
    if parts := seen.by.get("participant"):
        rows += site.select(AT_MEETINGS, parts=values_named("part", parts))
    if classified := seen.by.get("classifiedBy"):
        rows += site.select(AS_CLASSIFIER, cables=values_named("cable", classified))
    return found | {(row["title"].value, row["cable"].value) for row in rows}


def latest(titles: list[Title]) -> Given | None:
    """The title that the latest dated cable gives, with that cable; of several the one given most often."""
    dated = [title for title in titles if title.dates] or titles
    best = max(dated, key=lambda title: (title.evidence[-1].issued, len(title.evidence)), default=None)
    return best.evidence[-1] if best else None


def title_on(titles: list[Title], on: str) -> Then:
    """What the titles say of a day; of several that cover it the one given nearest to it."""
    entries = sorted((entry for title in titles for entry in title.evidence if entry.issued), key=lambda e: e.issued)
    before = [entry for entry in entries if entry.issued[: len(on)] <= on]
    after = [entry for entry in entries if entry.issued[: len(on)] >= on]
    covering = {id(title): title for title in titles if title.dates and spans(title, on)}
    held = next((t for entry in reversed(before) for t in covering.values() if entry in t.evidence), None)
    if held is not None:
        before, after = ([entry for entry in some if entry in held.evidence] for some in (before, after))
    return Then(held, before[-1] if before else None, after[0] if after else None)


def spans(title: Title, on: str) -> bool:
    """Whether a day is not before the first and not after the last cable that gives a title."""
    return title.dates[0][: len(on)] <= on <= title.dates[-1][: len(on)]


def find_in_text(site: Site, seen: Sightings, titles: list[Given]) -> None:
    """Notes for each title the paragraph of its cable that names the person and has the title in its text."""
    cables = {title.cable.rpartition("/")[2] for title in titles}
    if not cables:
        return
    of_cable: dict[str, list[str]] = {}
    for form in seen.forms:
        of_cable.setdefault(key_of(form), []).append(form)
    pairs = [
        f"(<{form}> <{site.graph(key)}{MENTIONS}>)"
        for key in sorted(cables)
        for form in of_cable.get(key) or seen.forms  # who is of no cable may be named in any
    ]
    texts: dict[str, list[tuple[str, str]]] = {}
    for row in site.select(NAMED_IN, pairs=" ".join(pairs)):
        texts.setdefault(key_of(row["par"].value), []).append((row["par"].value, squeezed(row["text"].value)))
    for title in titles:
        words = squeezed(title.title)
        having = (par for par, text in texts.get(title.cable.rpartition("/")[2], ()) if words in text)
        title.par = min(having, key=order, default="")


def key_of(part: str) -> str:
    """The name of the cable in the IRI of one of its parts: `05TOKYO1349` in `paragraph/05TOKYO1349-12`."""
    return part.rpartition("/")[2].partition("-")[0]


def squeezed(text: str) -> str:
    """A text for comparison: blanks and case aside."""
    return " ".join(text.split()).casefold()
