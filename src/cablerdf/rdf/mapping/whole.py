"""A whole cable, in the order in which a person reads it."""

from __future__ import annotations

from cablerdf.model import Cable
from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.mapping import body, events, evidence, header, people
from cablerdf.rdf.mapping.scope import Scope
from cablerdf.rdf.quads import FALSE, Quad
from cablerdf.rdf.terms import CAB, DEFAULT_BASE


def to_quads(cable: Cable, base: str = DEFAULT_BASE) -> list[Quad]:
    """Everything that the cable says, in its own named graph, then its mentions, in theirs.

    No blank nodes, the same order every time.

    Args:
        cable: a parsed cable; without an id it is named after its document's hash.
        base: where the instances' IRIs begin, as `iris.check_base` wants it.
    """
    scope = Scope(cable, base)
    mentions = body.mention_quads(scope)
    header.cable_quads(scope)
    evidence.source_quads(scope)
    header.addressing_quads(scope)
    header.reference_quads(scope)
    body.heading_quads(scope)
    body.paragraph_quads(scope)
    events.meeting_quads(scope)
    events.statement_quads(scope)
    people.person_quads(scope)
    people.organization_quads(scope)
    people.post_quads(scope)
    people.place_quads(scope)
    evidence.problem_quads(scope)
    evidence.unknown_term_quads(scope)
    return scope.quads + mentions


def without_mentions(quads: list[Quad]) -> list[Quad]:
    """The quads of one cable, short of its mentions."""
    return [quad for quad in quads if not quad[3].endswith(MENTIONS)]


def mark_nonconforming(quads: list[Quad]) -> list[Quad]:
    """The quads of one cable, with the statement that they do not conform to the shapes."""
    cable, _predicate, _value, graph = quads[0]
    return [quads[0], (cable, CAB + "conforms", FALSE, graph), *quads[1:]]
