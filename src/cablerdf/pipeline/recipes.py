"""What is to be made of documents, said in few words; each worker makes it with code that it loads itself.

The process that hands out the work reads recipes and shapes alone: it never loads the parser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cablerdf.pipeline.runs.run import Shape
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import NEVER_IN_CABLES, ONLY_IN_LINKS
from cablerdf.rdf.writers.base import Writer
from cablerdf.rdf.writers.turtle import TurtleWriter

if TYPE_CHECKING:
    from cablerdf.pipeline.work.converting import ConvertMaker
    from cablerdf.pipeline.work.linking import Linking
    from cablerdf.pipeline.work.parsing import ParseMaker
    from cablerdf.rdf.corrections import Corrections


@dataclass(frozen=True)
class ParseRecipe:
    """How cables become JSON lines."""

    input_format: str | None = None
    lines: bool = True
    linking: Linking | None = None
    module = "cablerdf.pipeline.work.parsing"

    def __call__(self) -> ParseMaker:
        from cablerdf.pipeline.work.parsing import ParseMaker

        return ParseMaker(self)


@dataclass(frozen=True)
class ConvertRecipe:
    """How cables become RDF."""

    format: str
    base: str
    check: bool = True
    input_format: str | None = None
    known: frozenset[int] = frozenset()  # documents that an earlier run made
    linking: Linking | None = None
    count: bool = False  # what the cables hold, for the description of the dataset
    corrections: Corrections | None = None  # of facts, by hand
    people: bool = True  # whom they name, for the people of the collection
    mentions: bool = True
    module = "cablerdf.pipeline.work.converting"

    def __call__(self) -> ConvertMaker:
        from cablerdf.pipeline.work.converting import ConvertMaker

        return ConvertMaker(self)


def writer_of(name: str, base: str, linked: bool) -> Writer:
    """What writes cables in a format; Turtle without the prefixes that they cannot need."""
    writer = BY_NAME[name].writer(base)
    if isinstance(writer, TurtleWriter):
        graphs = () if BY_NAME[name].graphs else ("graph",)
        writer.leave_out({*NEVER_IN_CABLES, *graphs, *(() if linked else ONLY_IN_LINKS)})
    return writer


def shape_of(name: str, base: str, linked: bool = False, first: Iterable[Quad] = ()) -> Shape:
    """What stands around the cables in a format, links among them or not; some quads may come before the first."""
    writer = writer_of(name, base, linked)
    return Shape(writer.header() + writer.body(first), b"", writer.footer())
