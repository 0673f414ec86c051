"""How a fact is known: the rule that made it, how often that rule is right, and the words that it rests on."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.serve.parts.segments import Mark, Segment, cut
from cablerdf.serve.site import Site
from cablerdf.store.base import value

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
RULES = """SELECT ?rule ?country (COUNT(?form) AS ?n) (MIN(STR(?form)) AS ?sample) (MIN(?sure) AS ?certainty)
WHERE { $forms ?form cab:rule ?rule . OPTIONAL { ?form cab:countryRule ?country } OPTIONAL { ?form cab:certainty ?sure }
} GROUP BY ?rule ?country ORDER BY DESC(?n) ?rule ?country"""
NAMED = """SELECT ?form ?m ?par ?text ?begin ?end WHERE { VALUES ?form { $samples }
  ?m itsrdf:taIdentRef ?form ; nif:referenceContext ?par ; nif:beginIndex ?begin ; nif:endIndex ?end .
  ?par nif:isString ?text } ORDER BY ?form ?m"""


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


def reasons_of_person(site: Site, iri: str) -> list[Reason]:
    """By which rules the cables' people were found who are this one, each with an example."""
    rows = site.select(RULES, forms=site.forms(iri))
    quotes = first_mentions(site, [value(row, "sample") for row in rows])
    found = []
    for row in rows:
        country = value(row, "country")
        told = f"; the country: {country}" if country else ""
        rule = f"{in_words(row['rule'].value)}{told}"
        found.append(
            Reason("named", rule, value(row, "certainty"), int(row["n"].value), quotes.get(value(row, "sample")))
        )
    return found


def first_mentions(site: Site, forms: list[str]) -> dict[str, Quote]:
    """For each person of a cable the first words that name him, where the store has mentions."""
    rows = site.select(NAMED, samples=" ".join(f"<{form}>" for form in forms)) if forms else []
    found: dict[str, Quote] = {}
    for row in rows:
        offsets = int(row["begin"].value), int(row["end"].value)
        found.setdefault(row["form"].value, quote(row["par"].value, row["text"].value, *offsets))
    return found
