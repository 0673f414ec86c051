"""The cable itself: its header, and links to all of its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from cablerdf.model import Addressee, ClassifiedBy, Reference
from cablerdf.rdf import gazetteer
from cablerdf.rdf.mapping.people import find_person
from cablerdf.rdf.mapping.scope import Scope
from cablerdf.rdf.properties import PLAIN, Property
from cablerdf.rdf.quads import (
    FALSE,
    TRUE,
    XSD_DATE,
    XSD_DATETIME,
    XSD_GYEAR,
    Literal,
    Object,
    integer,
)
from cablerdf.rdf.terms import CAB, DCTERMS, OWL, PROV, SCHEMA

DATE = re.compile(r"[0-9]{4}-[0-9][0-9]-[0-9][0-9]")
MINUTE = re.compile(r"([0-9]{4}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9])(:[0-9][0-9])?(Z?)")
YEAR = re.compile(r"[0-9]{4}")


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, `2009-04-03`."""
    if not DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def date_or_text(text: str) -> Literal:
    """An xsd:date where the text is one, else plain text."""
    return Literal(text, XSD_DATE) if is_date(text) else Literal(text)


def instant(text: str) -> Literal:
    """As much of a moment as the text has: xsd:dateTime, xsd:date or xsd:gYear, else plain text.

    >>> instant("2009-04-03T22:17Z").lexical, instant("2009").datatype
    ('2009-04-03T22:17:00Z', 'http://www.w3.org/2001/XMLSchema#gYear')
    """
    minute = MINUTE.fullmatch(text)
    if minute is not None and is_date(text[:10]) and minute[1][11:13] < "24" and minute[1][14:] < "60":
        return Literal(f"{minute[1]}{minute[2] or ':00'}{minute[3]}", XSD_DATETIME)
    return Literal(text, XSD_GYEAR) if YEAR.fullmatch(text) else date_or_text(text)


MAKE: Mapping[str, Callable[[str], Literal]] = {"text": Literal, "date": date_or_text, "instant": instant}


def values_of(scope: Scope, row: Property) -> list[Object]:
    """The objects that an attribute of the cable becomes, by its row of PROPERTIES."""
    value = getattr(scope.cable, row.field)
    if value is None or value is False:
        return []
    if row.kind == "flag":
        return [TRUE]
    items = value if isinstance(value, tuple) else (value,)
    if row.kind == "concept":
        return [scope.term(row.scheme, item) for item in items]
    return [MAKE[row.kind](item) for item in items]


def cable_quads(scope: Scope) -> None:
    """The cable: every plain attribute, then the links to its parts."""
    cable, iri = scope.cable, scope.iris.cable
    scope.add_type(iri, CAB + "Cable")
    for row in PLAIN:
        scope.add_all(iri, row.predicate, values_of(scope, row))
    if cable.same_as is not None:
        scope.add(iri, OWL + "sameAs", scope.iris.other_cable(cable.same_as))
    _moment_and_place(scope)
    _classification(scope)
    _tags(scope)
    others = [scope.iris.other_cable(r.id) for r in scope.references if r.id is not None]
    scope.add_all(iri, DCTERMS + "references", [other for other in others if other != iri])
    parts = scope.iris.part
    scope.add_all(iri, CAB + "reference", [parts("reference", n + 1) for n in range(len(scope.references))])
    scope.add_all(iri, CAB + "addressee", [parts("addressing", n + 1) for n in range(len(cable.addressees))])
    scope.add_all(iri, DCTERMS + "hasPart", [context.iri for context in scope.contexts])
    scope.add_all(iri, DCTERMS + "hasPart", [parts("heading", n + 1) for n in range(len(cable.headings))])
    scope.add_all(iri, CAB + "reports", [parts("meeting", n + 1) for n in range(len(cable.meetings))])
    scope.add_all(iri, SCHEMA + "mentions", [*scope.persons, *scope.orgs, *scope.places])
    scope.add_all(iri, CAB + "problem", [parts("problem", n + 1) for n in range(len(cable.problems))])
    scope.add(iri, PROV + "wasDerivedFrom", scope.iris.source)


def _moment_and_place(scope: Scope) -> None:
    cable, iri = scope.cable, scope.iris.cable
    if cable.dtg is not None:
        spans = cable.spans.get("dtg", ())
        printed = " ".join(" ".join(span.of(scope.text) for span in spans).split())
        scope.add_text(iri, CAB + "dateTimeGroup", printed or cable.dtg)
    code = cable.origin or (gazetteer.post_code(cable.post) if cable.post is not None else None)
    if code is not None:
        scope.add(iri, DCTERMS + "creator", scope.post(code))
    if cable.section is not None:
        number, count = cable.section
        scope.add(iri, CAB + "sectionNumber", integer(number))
        scope.add(iri, CAB + "sectionCount", integer(count))


def _classification(scope: Scope) -> None:
    cable, iri = scope.cable, scope.iris.cable
    found: list[ClassifiedBy] = [*((cable.classified_by,) if cable.classified_by else ()), *cable.co_classified_by]
    people = [find_person(scope, by.name, by.name_span) for by in found if by.name is not None]
    scope.add_all(iri, CAB + "classifiedBy", [person for person in people if person is not None])
    scope.add_all(iri, CAB + "classifierTitle", [Literal(by.title) for by in found if by.title is not None])
    reasons = [scope.term("reason", reason) for by in found for reason in by.reasons]
    scope.add_all(iri, CAB + "classificationReason", reasons)
    if any(by.derived for by in found):
        scope.add(iri, CAB + "derivativelyClassified", TRUE)
    if cable.signer is not None:
        span = next(iter(cable.spans.get("signer", ())), None)
        person = find_person(scope, cable.signer, span)
        if person is not None:
            scope.add(iri, CAB + "signedBy", person)


def _tags(scope: Scope) -> None:
    """TAGS codes are concepts; personal TAGS (`BIDEN, JOSEPH`) are people."""
    iri = scope.iris.cable
    spans = scope.cable.spans.get("tags", ())
    subjects: list[Object] = []
    for n, tag in enumerate(scope.cable.tags):
        if "," not in tag:
            subjects.append(scope.term("tag", tag))
            continue
        scope.add_text(iri, CAB + "personalTag", tag)
        family, _, given = tag.partition(",")
        name = " ".join(f"{given} {family}".split())
        person = find_person(scope, name.title(), spans[n] if n < len(spans) else None)
        if person is not None:
            subjects.append(person)
    scope.add_all(iri, DCTERMS + "subject", subjects)


def reference_quads(scope: Scope) -> None:
    """Every REF entry and every cable named in the running text; which cables go by the other name of their post."""
    for n, reference in enumerate(scope.references, 1):
        _reference(scope, scope.iris.part("reference", n), reference)
    other = scope.iris.other_cable
    named = {one.id: one.same_as for one in scope.references if one.id is not None and one.same_as is not None}
    for id, same in named.items():
        if other(id) != scope.iris.cable:
            scope.add(other(id), OWL + "sameAs", other(same))


def _reference(scope: Scope, iri: str, reference: Reference) -> None:
    scope.add_type(iri, CAB + "Reference")
    scope.add_text(iri, CAB + "label", reference.label)
    scope.add_text(iri, CAB + "printedText", reference.text)
    scope.add(iri, CAB + "referenceKind", scope.term("reference-kind", reference.kind))
    if reference.id is not None:
        scope.add(iri, CAB + "cites", scope.iris.other_cable(reference.id))
    if reference.inline:
        scope.add(iri, CAB + "inline", TRUE)
        paragraph = scope.paragraph_of(reference.span)
        if paragraph is not None:
            scope.add(iri, PROV + "wasDerivedFrom", paragraph)
    if reference.notal:
        scope.add(iri, CAB + "notal", TRUE)


def addressing_quads(scope: Scope) -> None:
    """Every TO and INFO entry."""
    for n, addressee in enumerate(scope.cable.addressees, 1):
        _addressing(scope, scope.iris.part("addressing", n), addressee)


def _addressing(scope: Scope, iri: str, addressee: Addressee) -> None:
    scope.add_type(iri, CAB + "Addressing")
    scope.add(iri, CAB + "forAction", TRUE if addressee.action else FALSE)
    scope.add_text(iri, CAB + "addresseeName", addressee.name)
    code = gazetteer.post_code(addressee.name)
    if code is not None:
        scope.add(iri, CAB + "recipient", scope.post(code))
    elif not addressee.collective and not gazetteer.is_post(addressee.name):
        scope.add(iri, CAB + "recipient", scope.office(addressee.name))
    scope.add_text(iri, CAB + "routingIndicator", addressee.routing)
    if addressee.precedence is not None:
        scope.add(iri, CAB + "precedence", scope.term("precedence", addressee.precedence))
    scope.add_text(iri, CAB + "continuityNumber", addressee.number)
    if addressee.collective:
        scope.add(iri, CAB + "collective", TRUE)
    scope.add_all(iri, CAB + "excludes", [Literal(name) for name in addressee.excluded])
