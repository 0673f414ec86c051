"""One document as it was read, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablerdf.model.problem import Problem
from cablerdf.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a container says of a document beside its text: the HTML page's table, the CSV row.

    All as printed. The text wins where they disagree, and the disagreement is a Problem.
    """

    id: str | None = None
    date: str | None = None  # ISO 8601 to the minute, "2009-11-03T15:03"
    classification: str | None = None
    origin: str | None = None  # "Embassy Pretoria"
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A document's text and where it came from.

    `text` is decoded and otherwise as printed: nothing is cleaned away, so that every
    `Span` of every later stage points at evidence. Where the container holds the text
    in parts (the header and body blocks of a page or CSV row), they are joined with one
    newline each, and `parts` says where each lies.
    """

    name: str  # "cablegate.zip!/cable/2009/11/09PRETORIA2245.html"
    text: str
    format: str  # a name in read.formats.FORMATS
    sha256: str = ""  # of the document's own bytes, hex
    encoding: str = "utf-8"
    declared: Declared = field(default_factory=Declared)
    parts: tuple[Span, ...] = ()  # header block, body block; empty where the text is one piece
    partial: bool = False  # the container notes that the text is a partial extract
    problems: tuple[Problem, ...] = ()
