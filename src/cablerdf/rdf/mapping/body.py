"""Paragraphs, headings, the parts of paragraphs that are comment, and the mentions in them."""

from __future__ import annotations

from cablerdf.model import Span
from cablerdf.rdf.mapping.scope import Scope
from cablerdf.rdf.quads import Literal, Quad, index, integer
from cablerdf.rdf.terms import CAB, ITSRDF, NIF, RDF_TYPE, SCHEMA

MENTION = CAB + "Mention"
CONTEXT, BEGIN, END, ANCHOR = NIF + "referenceContext", NIF + "beginIndex", NIF + "endIndex", NIF + "anchorOf"
IDENTITY = ITSRDF + "taIdentRef"
new = tuple.__new__  # a cable has hundreds of texts, and Literal(...) costs twice as much


def heading_quads(scope: Scope) -> None:
    """Every section heading."""
    for n, heading in enumerate(scope.cable.headings, 1):
        iri = scope.iris.part("heading", n)
        scope.add_type(iri, CAB + "Heading")
        scope.add_text(iri, CAB + "printedText", heading.text)
        scope.add(iri, CAB + "position", integer(n))


def paragraph_quads(scope: Scope) -> None:
    """Every paragraph, each followed by its comment passages.

    `nif:isString` is what is printed after number and marking; all offsets count from its start. `schema:text` is the
    same without the lines of page breaks, where there are any: blanks alone make no second text.
    """
    passage = 0
    for position, paragraph in enumerate(scope.cable.paragraphs, 1):
        iri, start, end = scope.contexts[position - 1]
        scope.add_type(iri, CAB + "Paragraph")
        if paragraph.number is not None:
            scope.add(iri, CAB + "paragraphNumber", integer(paragraph.number))
        scope.add(iri, CAB + "position", integer(position))
        if paragraph.marking is not None:
            scope.add(iri, CAB + "portionMarking", scope.term("portion-marking", paragraph.marking))
        scope.add(iri, CAB + "kind", scope.term("paragraph-kind", paragraph.kind))
        if paragraph.heading is not None:
            scope.add(iri, CAB + "underHeading", scope.iris.part("heading", paragraph.heading + 1))
        printed = scope.text[start:end]
        scope.add_text(iri, NIF + "isString", printed)
        if printed.split() != paragraph.text.split():
            scope.add_text(iri, SCHEMA + "text", paragraph.text)
        for span in paragraph.comment:
            offsets = scope.within(span, position - 1)
            if offsets is not None:
                passage += 1
                _passage(scope, scope.iris.part("passage", passage), iri, (span, offsets))


def _passage(scope: Scope, iri: str, paragraph: str, where: tuple[Span, tuple[int, int]]) -> None:
    span, (begin, end) = where
    scope.add_type(iri, CAB + "Passage")
    scope.add(iri, CAB + "kind", scope.term("paragraph-kind", "comment"))
    scope.add(iri, CONTEXT, paragraph)
    scope.add(iri, BEGIN, index(begin))
    scope.add(iri, END, index(end))
    scope.add_text(iri, ANCHOR, span.of(scope.text))


def mention_quads(scope: Scope) -> list[Quad]:
    """Every printed form of an entity in the body, in a graph of its own; the forms are noted in the scope on the way.

    A mention in the header has no paragraph to count from and gets no node.
    """
    graph, text, contexts = scope.iris.mentions, scope.text, scope.contexts
    entities = {"person": scope.persons, "organization": scope.orgs, "place": scope.places}
    forms: dict[str, dict[str, None]] = scope.forms
    stem = scope.iris.part("mention", "")
    found: list[Quad] = []
    for n, (kind, entity, (start, end), paragraph) in enumerate(scope.cable.mentions, 1):
        printed = text[start:end]
        identity = entities[kind][entity]
        if identity in forms:
            forms[identity][printed] = None
        else:
            forms[identity] = {printed: None}
        if paragraph is None:
            continue
        context, first, last = contexts[paragraph]
        if not first <= start < end <= last:
            continue
        iri = f"{stem}{n}"
        found += (
            (iri, RDF_TYPE, MENTION, graph),
            (iri, CONTEXT, context, graph),
            (iri, BEGIN, index(start - first), graph),
            (iri, END, index(end - first), graph),
            (iri, ANCHOR, new(Literal, (printed, None, None)), graph),
            (iri, IDENTITY, identity, graph),
        )
    return found
