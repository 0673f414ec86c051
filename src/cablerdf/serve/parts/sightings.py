"""What the store says of the people of cables who are one person: asked once for all parts of the person's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cablerdf.serve.parts.text import cable_of
from cablerdf.serve.site import Site, tail
from cablerdf.store.search.find import Hit

# Two VALUES in one pattern are joined before anything is looked up; a filter is not.
OF_FORMS = """SELECT ?form ?p ?o WHERE { $forms ?form ?p ?o
  FILTER (?p IN (foaf:name, schema:jobTitle, cab:rule, cab:countryRule, cab:certainty)) }"""
POINTING = """SELECT ?form ?p ?by WHERE { $forms ?by ?p ?form
  FILTER (?p IN (cab:participant, cab:classifiedBy, cab:signedBy, sssom:subject_id)) }"""


class Sightings(NamedTuple):
    """The people of cables, sorted: what is said of each, what points to them, and their cables by IRI.

    `said` has values by form and the last part of the property's name, `by` has what points to any of them by that.
    """

    forms: list[str]
    said: dict[str, dict[str, list[str]]]
    by: dict[str, list[str]]
    cards: dict[str, Hit]

    def all(self, form: str, name: str) -> list[str]:
        """The values of a property of one of them, sorted."""
        return sorted(self.said.get(form, {}).get(name, ()))


def sightings_of(site: Site, iri: str) -> Sightings:
    """The people of cables who are somebody of the collection; he himself where there are none."""
    forms = site.index.forms(iri)
    known = set(forms)
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in site.select(OF_FORMS, forms=values_named("form", forms)):
        said[row["form"].value][tail(row["p"].value)].append(row["o"].value)
    by: dict[str, list[str]] = defaultdict(list)
    for row in site.select(POINTING, forms=values_named("form", dict.fromkeys([*forms, iri]))):
        name = tail(row["p"].value)
        if name == "subject_id" or row["form"].value in known:  # links are of the person of the collection too
            by[name].append(row["by"].value)
    cards = site.index.cards(cable_of(site, form) for form in forms)
    return Sightings(forms, said, {name: sorted(set(found)) for name, found in by.items()}, cards)


def values_named(name: str, iris: Iterable[str]) -> str:
    """The IRIs that a variable of a query may be."""
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in iris)} }}"
