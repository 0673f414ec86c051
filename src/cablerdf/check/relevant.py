"""What of a cable the shapes look at: the rest need not be read by an engine, which spends most of its time reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cablerdf.check.shapes import ALWAYS, SUBCLASSES, shapes_text
from cablerdf.rdf.iris import MENTIONS
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import RDF_TYPE

# @prefix cab: <https://w3id.org/cablerdf/ontology#> .
PREFIX = re.compile(r"^@prefix ([\w-]*): <([^<>\s]*)> \.", re.M)
# cab:Cable, in the shapes themselves and in the SPARQL within them
PREFIXED = re.compile(r"(?<![\w:/#<-])([A-Za-z][\w-]*):([A-Za-z_][\w-]*)")
# <https://schema.org/startDate>
WHOLE = re.compile(r"<([^<>\s]+)>")


@cache
def named_terms(names: tuple[str, ...] = ALWAYS) -> frozenset[str]:
    """Every IRI that the text of the shapes names, `rdf:type` too, which Turtle writes `a`.

    It is taken from the text, so that a new shape is never blind to what it asks for.

    >>> "http://purl.org/dc/terms/issued" in named_terms(), "https://schema.org/text" in named_terms()
    (True, False)
    """
    text = f"{shapes_text(names)}\n{SUBCLASSES}"
    spaces = dict(PREFIX.findall(text))
    prefixed = {spaces[prefix] + name for prefix, name in PREFIXED.findall(text) if prefix in spaces}
    return frozenset(prefixed | set(WHOLE.findall(text)) | {RDF_TYPE})


def seen(quads: Iterable[Quad], *, mentions: bool = True) -> list[bool]:
    """For each quad whether any shape can find fault with it: its predicate is one, its class is one, that they name.

    Args:
        quads: of one cable or of several.
        mentions: whether the graphs of mentions are looked at. They are half of a cable, and the mapping writes the
            six statements of a mention at once and only for an entity that it describes, so that no text can break
            their shape (`tests/rdf/test_mentions.py`); where somebody corrects facts, he can.
    """
    named = named_terms()
    return [
        (value in named if predicate == RDF_TYPE else predicate in named) and (mentions or not graph.endswith(MENTIONS))
        for _s, predicate, value, graph in quads
    ]
