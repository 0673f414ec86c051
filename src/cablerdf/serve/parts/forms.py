"""The forms of a person's name with the cables that have them, and what to tell where one of them is another person."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from cablerdf.serve.parts.behind import term
from cablerdf.serve.parts.sightings import Sightings
from cablerdf.serve.parts.text import cable_of
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Hit

SHOWN = 100  # cables of a form; the query behind it has them all
HEAD = ("fact", "verdict", "why", "value", "curator")


class Form(NamedTuple):
    """A form of the name: the people of cables who are called so, each with its cable."""

    name: str
    locals: list[tuple[str, Hit]]


def forms_of(site: Site, iri: str, seen: Sightings) -> list[Form]:
    """The forms of a name, that of most cables first; none of a person who is of one cable only."""
    found: dict[str, list[str]] = {}
    for local in seen.forms:
        if local != iri:
            for name in seen.all(local, "name"):
                found.setdefault(name, []).append(local)
    cards = seen.cards
    forms = [
        Form(name, [(local, cards.get(cable) or bare(cable)) for local in locals if (cable := cable_of(site, local))])
        for name, locals in found.items()
    ]
    return sorted(forms, key=lambda form: (-len(form.locals), form.name))


def bare(cable: str) -> Hit:
    """A cable of which nothing but its id is known."""
    return Hit(cable, cable.rpartition("/")[2], "", "", "", "")


def rows_apart(site: Site, forms: list[Form], key: str) -> str:
    """The rows that take one person of a cable out of those who are one; "" where he is none of them, or the only one.

    He is told to be different from the first other of every form: any of these might else join him again.
    """
    local = f"{site.base}person/{key}"
    if not any(local == other for form in forms for other, _ in form.locals):
        return ""
    others = [next((other for other, _ in form.locals if other != local), "") for form in forms]
    return rows(site, [(local, "different", other) for other in others if other])


def rows_together(site: Site, iri: str, key: str) -> str:
    """The row that makes one of two people of the collection; "" where the other is none."""
    other = f"{site.base}person/{key}"
    ours, theirs = (site.index.forms(person)[0] for person in (iri, other))
    return rows(site, [(ours, "same", theirs)]) if theirs != other and theirs != ours else ""


def rows(site: Site, told: list[tuple[str, str, str]]) -> str:
    """Judgements as `convert --curated` reads them, with empty cells for the reason and the name of who says so."""
    text = io.StringIO()
    written = csv.writer(text, lineterminator="\n")
    written.writerow(HEAD)
    written.writerows([term(site, one), verdict, "", term(site, other), ""] for one, verdict, other in told)
    return text.getvalue() if told else ""
