"""The shapes, and what they look up beside the data."""

from __future__ import annotations

from functools import cache

from cablerdf.rdf.terms import CAB, RDF_TYPE, RDFS, SKOS, SKOS_CONCEPT
from cablerdf.rdf.vocabularies import vocabulary_quads
from cablerdf.vocab.tables import asset

ALWAYS = ("cable", "header", "body", "events", "entities", "link")
DEEP = (*ALWAYS, "quotation")  # and that every quotation is what its paragraph has there
SUBCLASSES = f"<{CAB}Post> <{RDFS}subClassOf> <{CAB}Organization> ."


@cache
def shapes_text(names: tuple[str, ...] = ALWAYS) -> str:
    """The shapes of these files under `shapes/`, as one Turtle document."""
    return "\n".join(asset(f"shapes/{name}.ttl").read_text(encoding="utf-8") for name in names)


@cache
def background() -> str:
    """What the shapes look up beside the data, as N-Triples: every concept's type, and the one subclass."""
    lines = [SUBCLASSES]
    lines += [
        f"<{subject}> <{RDF_TYPE}> <{SKOS_CONCEPT}> ."
        for subject, predicate, value, _graph in vocabulary_quads()
        if predicate == RDF_TYPE and value == SKOS + "Concept"
    ]
    return "\n".join(sorted(lines)) + "\n"
