"""What ships with the program, for a reader: the meaning of problem codes, ontology, vocabularies, shapes, context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablerdf.check.shapes import DEEP
from cablerdf.errors import OptionError
from cablerdf.plain import wrapped
from cablerdf.vocab.problems import explain, explanations
from cablerdf.vocab.tables import asset

SHIPPED = {
    "ontology": ("ontology/cablerdf.ttl",),
    "vocabularies": ("ontology/vocabularies.ttl",),
    "shapes": tuple(f"shapes/{name}.ttl" for name in DEEP),
    "context": ("ontology/context.jsonld",),
}


def explained(codes: Iterable[str]) -> list[str]:
    """The explanation of each code, of all codes where none is asked for, in lines of 80 characters.

    Raises:
        OptionError: there is no such code.
    """
    asked = [explain(code) for code in codes] or explanations()
    return ["\n".join(map(wrapped, one.text().splitlines())) for one in asked]


def shipped(name: str) -> Iterator[bytes]:
    """The bytes of what ships under a name: Turtle, JSON for the context.

    Raises:
        OptionError: nothing does.
    """
    if name not in SHIPPED:
        raise OptionError(f"nothing ships under {name!r}: there are {', '.join(SHIPPED)}")
    for path in SHIPPED[name]:
        yield asset(path).read_bytes()
