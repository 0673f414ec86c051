"""People, organisations, places and posts, as one cable names them."""

from __future__ import annotations

from collections.abc import Iterable

from cablerdf.model import Person, Place, Span
from cablerdf.rdf import gazetteer
from cablerdf.rdf.mapping.scope import Scope
from cablerdf.rdf.quads import decimal, plain
from cablerdf.rdf.terms import CAB, FOAF, SCHEMA, SKOS

PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"


def find_person(scope: Scope, name: str, span: Span | None) -> str | None:
    """The IRI of the person whom a header field names; None where several may be meant.

    The same name, the same place in the text, or the only one with that family name; where
    the cable's list has nobody like it, a person of this name in this cable.
    """
    people = scope.cable.persons
    wanted = name.casefold()
    for found in (
        [n for n, person in enumerate(people) if person.name.casefold() == wanted],
        [n for n, person in enumerate(people) if span is not None and _overlap(person, span)],
        [n for n, person in enumerate(people) if _family(person.name) == _family(name) and _may_be(person.name, name)],
    ):
        if len(found) == 1:
            return scope.persons[found[0]]
        if found:
            return None
    if name not in scope.extra_persons:
        scope.extra_persons[name] = scope.iris.person(name)
    return scope.extra_persons[name]


def _overlap(person: Person, span: Span) -> bool:
    return person.span.start < span.end and span.start < person.span.end


def _family(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""


def _may_be(full: str, name: str) -> bool:
    """Whether a short or initialled form may stand for the full name."""
    given, other = full.casefold().split()[:-1], name.casefold().split()[:-1]
    return not given or not other or given[0][0] == other[0][0]


def person_quads(scope: Scope) -> None:
    """Every person that the cable names, then those that only a header field names."""
    for iri, person in zip(scope.persons, scope.cable.persons, strict=True):
        scope.add_type(iri, CAB + "Person")
        scope.add_text(iri, FOAF + "name", person.name)
        scope.add_all(iri, SCHEMA + "jobTitle", [plain(title) for title in person.titles])
        if person.country is not None:
            scope.add(iri, CAB + "country", scope.country(person.country))
            scope.add_text(iri, CAB + "countryRule", person.country_rule or None)
        scope.add_text(iri, CAB + "rule", person.rule or None)
        scope.add(iri, CAB + "certainty", decimal(person.confidence))
        _alternatives(scope, iri, person.name, scope.forms.get(iri, ()))
    for name, iri in scope.extra_persons.items():
        scope.add_type(iri, CAB + "Person")
        scope.add_text(iri, FOAF + "name", name)


def organization_quads(scope: Scope) -> None:
    """Every body that the cable names, each once, whatever it is called."""
    forms: dict[str, list[str]] = {}
    for iri, org in zip(scope.orgs, scope.cable.orgs, strict=True):
        forms.setdefault(iri, []).extend((org.name, *((org.abbreviation,) if org.abbreviation else ()), *org.aliases))
    countries = {iri: org for iri, org in zip(scope.orgs, scope.cable.orgs, strict=True) if org.country is not None}
    for iri, printed in forms.items():
        whose = countries.get(iri)
        label = gazetteer.body_label(printed[0], whose.country if whose is not None else None)
        scope.add_type(iri, CAB + "Organization")
        scope.add_text(iri, PREF_LABEL, label)
        if whose is not None and whose.country is not None:
            scope.add(iri, CAB + "country", scope.country(whose.country))
            scope.add_text(iri, CAB + "countryRule", whose.country_rule or None)
        _alternatives(scope, iri, label, (*printed, *scope.forms.get(iri, ())))
    for iri, name in scope.bodies.items():
        if iri not in forms:
            scope.add_type(iri, CAB + "Organization")
            scope.add_text(iri, PREF_LABEL, name)


def place_quads(scope: Scope) -> None:
    """Every place that the cable names, each once, then the countries that it only implies."""
    forms: dict[str, list[str]] = {}
    first: dict[str, Place] = {}
    for iri, place in zip(scope.places, scope.cable.places, strict=True):
        first.setdefault(iri, place)
        forms.setdefault(iri, []).extend((place.name, *place.aliases))
    for iri, place in first.items():
        is_country = gazetteer.country(place.name) is not None
        label = gazetteer.place_label(place.name)
        scope.add_type(iri, CAB + "Place")
        scope.add_text(iri, PREF_LABEL, label)
        scope.add(iri, CAB + "placeKind", scope.term("place-kind", "country" if is_country else place.kind))
        if place.country is not None and not is_country:
            scope.add(iri, CAB + "country", scope.country(place.country))
        _alternatives(scope, iri, label, (*forms[iri], *scope.forms.get(iri, ())))
    country = scope.term("place-kind", "country")
    for name, iri in scope.countries.items():
        if iri not in first:
            scope.add_type(iri, CAB + "Place")
            scope.add_text(iri, PREF_LABEL, name)
            scope.add(iri, CAB + "placeKind", country)


def post_quads(scope: Scope) -> None:
    """Every post that the cable comes from or goes to."""
    for code, iri in scope.posts.items():
        post = gazetteer.post(code)
        scope.add_type(iri, CAB + "Post")
        scope.add_text(iri, PREF_LABEL, post.label)
        scope.add_text(iri, SKOS + "notation", post.code)
        if post.country is not None:
            scope.add(iri, CAB + "hostCountry", scope.country(post.country))


def _alternatives(scope: Scope, iri: str, name: str, forms: Iterable[str]) -> None:
    """Other printed forms; capitals alone make no other form."""
    seen = {name.casefold()}
    for printed in forms:
        form = " ".join(printed.split())
        folded = form.casefold()
        if folded not in seen:
            seen.add(folded)
            scope.add(iri, ALT_LABEL, plain(form))
