"""The titles of a person: each with its first and last date and its evidence; which one was held on a day."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablerdf.rdf.iris import MENTIONS
from cablerdf.serve.parts.facts import order
from cablerdf.serve.site import Site
from cablerdf.store.base import value

TITLES = """SELECT DISTINCT ?title ?cable ?issued WHERE { $forms
  { ?part cab:participant ?form ; cab:roleTitle ?title . ?meeting cab:participation ?part .
    ?cable cab:reports ?meeting }
  UNION { GRAPH ?g { ?form schema:jobTitle ?title . ?cable schema:mentions ?form } }
  UNION { ?cable cab:classifiedBy ?form ; cab:classifierTitle ?title }
  OPTIONAL { ?cable dcterms:issued ?issued } } ORDER BY ?issued ?cable ?title"""
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


def titles_of(site: Site, iri: str) -> list[Title]:
    """Every title once, those first given first."""
    found: dict[tuple[str, str], Given] = {}
    for row in site.select(TITLES, forms=site.forms(iri)):
        entry = Given(row["title"].value, value(row, "cable"), value(row, "issued"))
        found.setdefault((entry.title.casefold(), entry.cable), entry)
    titles: dict[str, Title] = {}
    for entry in sorted(found.values(), key=lambda t: (t.issued, t.cable, t.title)):
        titles.setdefault(entry.title.casefold(), Title(entry.title)).evidence.append(entry)
    return list(titles.values())


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


def find_in_text(site: Site, iri: str, titles: list[Given]) -> None:
    """Notes for each title the paragraph of its cable that names the person and has the title in its text."""
    cables = {title.cable.rpartition("/")[2] for title in titles}
    if not cables:
        return
    forms = site.index.forms(iri)
    pairs = [
        f"(<{form}> <{site.graph(key)}{MENTIONS}>)"
        for key in sorted(cables)
        for form in [form for form in forms if f"/{key}-" in form] or forms  # who is of no cable may be named in any
    ]
    texts = {row["par"].value: squeezed(row["text"].value) for row in site.select(NAMED_IN, pairs=" ".join(pairs))}
    for title in titles:
        start = f"/{title.cable.rpartition('/')[2]}-"
        having = (par for par, text in texts.items() if start in par and squeezed(title.title) in text)
        title.par = min(having, key=order, default="")


def squeezed(text: str) -> str:
    """A text for comparison: blanks and case aside."""
    return " ".join(text.split()).casefold()
