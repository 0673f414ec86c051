"""Documents to RDF: read, parse, map, check, serialise, in that order."""

from __future__ import annotations

from dataclasses import dataclass

from cablerdf.model import SourceDocument
from cablerdf.parse import parse
from cablerdf.pipeline.made import Made, failed, rows_of
from cablerdf.pipeline.manifest import key
from cablerdf.pipeline.run import Shape
from cablerdf.pipeline.task import Answer
from cablerdf.rdf.formats import BY_NAME
from cablerdf.rdf.iris import cable_key
from cablerdf.rdf.mapping.whole import to_quads
from cablerdf.read.documents import open_unit
from cablerdf.read.units import Unit


@dataclass(frozen=True)
class ConvertRecipe:
    """How cables become RDF."""

    format: str
    base: str
    check: bool = True
    input_format: str | None = None
    known: frozenset[int] = frozenset()  # documents that an earlier run made
    module = "cablerdf.pipeline.converting"

    def __call__(self) -> ConvertMaker:
        return ConvertMaker(self)


class ConvertMaker:
    """Parses, maps and writes; checks what was mapped in batches."""

    def __init__(self, recipe: ConvertRecipe) -> None:
        self.recipe = recipe
        self.writer = BY_NAME[recipe.format].writer(recipe.base)

    def open(self, unit: Unit) -> list[Made]:
        return [
            self.make(item) if isinstance(item, SourceDocument) else failed(item)
            for item in open_unit(unit, self.recipe.input_format)
        ]

    def make(self, document: SourceDocument) -> Made:
        if self.recipe.known and key(document.name, document.sha256) in self.recipe.known:
            return Made(document.name, None, document.sha256, b"", kept=True)
        cable = parse(document)
        data = self.writer.body(to_quads(cable, self.recipe.base))
        return Made(document.name, cable_key(cable), document.sha256, data, rows=rows_of(cable))

    def close(self, made: Answer) -> Answer:
        return made


def shape_of(name: str, base: str) -> Shape:
    """What stands around the cables in a format."""
    writer = BY_NAME[name].writer(base)
    return Shape(writer.header(), b"", writer.footer())
