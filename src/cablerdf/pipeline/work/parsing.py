"""Documents to the JSON of their cables."""

from __future__ import annotations

import orjson

from cablerdf.model import SourceDocument
from cablerdf.parse import parse
from cablerdf.pipeline.recipes import ParseRecipe
from cablerdf.pipeline.work.linking import open_linker
from cablerdf.pipeline.work.made import Made, failed, rows_of
from cablerdf.pipeline.work.task import Answer
from cablerdf.read.documents import open_unit
from cablerdf.read.units import Unit


class ParseMaker:
    """Parses; one JSON object and a newline a cable."""

    def __init__(self, recipe: ParseRecipe) -> None:
        self.recipe = recipe
        self.linker = open_linker(recipe.linking) if recipe.linking is not None else None

    def open(self, unit: Unit) -> list[Made]:
        return [
            self.make(item) if isinstance(item, SourceDocument) else failed(item)
            for item in open_unit(unit, self.recipe.input_format)
        ]

    def make(self, document: SourceDocument) -> Made:
        cable = parse(document)
        if self.linker is not None:
            cable = self.linker.link(cable).cable
        data = orjson.dumps(cable.to_dict(), option=orjson.OPT_APPEND_NEWLINE if self.recipe.lines else 0)
        return Made(document.name, cable.id, document.sha256, data, rows=rows_of(cable))

    def close(self, made: Answer) -> Answer:
        return made
