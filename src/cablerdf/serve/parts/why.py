"""How a fact is known: the rule that made it, how often that rule is right, and the words that it rests on."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from cablerdf.serve.parts.segments import Mark, Segment, cut
from cablerdf.serve.parts.sightings import Sightings, values_named
from cablerdf.serve.site import Site
from cablerdf.store.base import Row

# The rules that find people go by one word; those of other facts are sentences.
FOUND_BY = {
    "list": "the name stands in a list of participants",
    "header": "the header names who classified the cable, or the TAGS line the person",
    "signature": "the name signs the cable, or stands in its caption",
    "title": "a title stands before the name in the text",
    "full": "a given name and a family name stand together in the text",
    "known": "the name is that of somebody well known",
    "bare": "a family name alone, which says or is told something",
    "maybe": "two words that look like a name",
}
AROUND = 90  # characters before and behind what is quoted
NAMED = """SELECT ?form ?m ?par ?begin ?end WHERE { $samples
  ?m itsrdf:taIdentRef ?form ; nif:referenceContext ?par ; nif:beginIndex ?begin ; nif:endIndex ?end }"""
TEXTS = "SELECT ?par ?text WHERE { $pars ?par nif:isString ?text }"


class Quote(NamedTuple):
    """Words of a paragraph, with what states the fact marked in them."""

    paragraph: str
    pieces: list[Segment]


class Reason(NamedTuple):
    """Why the collection says something: what, by which rule, how sure, in how many cables, the words it rests on."""

    what: str
    rule: str
    certainty: str
    cables: int = 0
    quote: Quote | None = None


def in_words(rule: str) -> str:
    """A rule in words.

    >>> in_words("title"), in_words("a sentence says who met whom")
    ('a title stands before the name in the text', 'a sentence says who met whom')
    """
    return FOUND_BY.get(rule, rule)


def in_hundred(certainty: str) -> str:
    """How sure a fact is, as a share; "" where nothing is said.

    >>> in_hundred("0.96"), in_hundred("1.0"), in_hundred("")
    ('96 in 100 such are right', 'hardly ever wrong', '')
    """
    try:
        share = round(100 * float(certainty))
    except ValueError:
        return ""
    return "hardly ever wrong" if share >= 100 else f"{share} in 100 such are right"


def quote(paragraph: str, text: str, begin: int, end: int) -> Quote:
    """What is printed from `begin` to `end`, marked, with a little of what stands around it."""
    start = max(0, begin - AROUND)
    stop = min(len(text), end + AROUND)
    pieces = cut(text[start:stop], [], found=[Mark(begin - start, end - start, "found")])
    before, after = [Segment("… ")] if start else [], [Segment(" …")] if stop < len(text) else []
    return Quote(paragraph, [*before, *pieces, *after])


def reasons_of_person(site: Site, seen: Sightings) -> list[Reason]:
    """By which rules the cables' people were found who are this one, the most frequent first, each with an example."""
    groups: dict[tuple[str, str], list[str]] = {}
    for form in seen.forms:
        for rule in seen.all(form, "rule"):
            for country in seen.all(form, "countryRule") or [""]:
                groups.setdefault((rule, country), []).append(form)
    quotes = first_mentions(site, [forms[0] for forms in groups.values()])
    found = []
    for (rule, country), forms in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        told = f"; the country: {country}" if country else ""
        sure = min((sure for form in forms for sure in seen.all(form, "certainty")), key=number, default="")
        found.append(Reason("named", f"{in_words(rule)}{told}", sure, len(forms), quotes.get(forms[0])))
    return found


def number(certainty: str) -> float:
    """A certainty to compare; what is no number is above all.

    >>> number("0.9"), number("high")
    (0.9, inf)
    """
    try:
        return float(certainty)
    except ValueError:
        return inf


def first_mentions(site: Site, forms: list[str]) -> dict[str, Quote]:
    """For each person of a cable the first words that name him, where the store has mentions."""
    rows = site.select(NAMED, samples=values_named("form", forms)) if forms else []
    first: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row["m"].value):
        first.setdefault(row["form"].value, row)
    pars = dict.fromkeys(row["par"].value for row in first.values())
    told = site.select(TEXTS, pars=values_named("par", pars)) if pars else []
    texts = {row["par"].value: row["text"].value for row in told}
    return {
        form: quote(par, texts[par], int(row["begin"].value), int(row["end"].value))
        for form, row in first.items()
        if (par := row["par"].value) in texts
    }
