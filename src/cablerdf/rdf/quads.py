"""Quads: what a cable says, ready to be checked and written.

A quad is a plain tuple `(subject, predicate, object, graph)`: a cable has two thousand of
them, and a tuple is the smallest thing that Python has. IRIs are `str`, literals are `Literal`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from cablerdf.rdf.terms import XSD

XSD_STRING = XSD + "string"
XSD_INTEGER = XSD + "integer"
XSD_INDEX = XSD + "nonNegativeInteger"
XSD_DECIMAL = XSD + "decimal"
XSD_BOOLEAN = XSD + "boolean"
XSD_DATE = XSD + "date"
XSD_DATETIME = XSD + "dateTime"
XSD_GYEAR = XSD + "gYear"


class Literal(NamedTuple):
    """A literal in its lexical form. No datatype and no language means `xsd:string`."""

    lexical: str
    datatype: str | None = None
    lang: str | None = None


Object: TypeAlias = str | Literal
Quad: TypeAlias = tuple[str, str, Object, str]

TRUE = Literal("true", XSD_BOOLEAN)
FALSE = Literal("false", XSD_BOOLEAN)


def plain(text: str, new: Callable[..., Literal] = tuple.__new__) -> Literal:
    """A text without datatype or language; a cable has hundreds, and Literal(text) costs twice as much."""
    return new(Literal, (text, None, None))


@lru_cache(maxsize=16_384)
def index(number: int) -> Literal:
    """A character offset, typed as NIF wants it."""
    return Literal(str(number), XSD_INDEX)


@lru_cache(maxsize=1024)
def integer(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), XSD_INTEGER)


@lru_cache(maxsize=1024)
def decimal(number: float) -> Literal:
    """A number of at most three decimals.

    >>> decimal(0.9).lexical, decimal(1).lexical
    ('0.9', '1.0')
    """
    text = f"{number:.3f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, XSD_DECIMAL)
