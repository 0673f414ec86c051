"""The people of a run, out of the rolls of its cables, once all of them are made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from cablerdf.pipeline.recipes import writer_of
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.packing import PACKINGS
from cablerdf.rdf.people import PEOPLE, PeopleMapping

if TYPE_CHECKING:
    from cablerdf.link.identity.joining import Told

PART = 2000  # people that are written at a time


@dataclass(frozen=True)
class PeopleRecipe:
    """How the people of a collection become RDF."""

    format: str
    base: str
    linked: bool = False
    packing: str = ""
    told: Told | None = None  # by hand

    def rests_on(self, rolls: str) -> str:
        """A digest of all that the people rest on: the rolls, by theirs, and what is told by hand."""
        return hashlib.sha256(f"{rolls}{self.told}".encode()).hexdigest() if self.told else rolls

    def written(self, rolls: Iterable[bytes], counts: Counts) -> Iterator[bytes]:
        """The people of these rolls in the format, part by part; what they hold is added to the counts."""
        from cablerdf.link.identity.joining import NOTHING
        from cablerdf.link.identity.people import people_of
        from cablerdf.link.identity.roll import Roll

        writer, pack = writer_of(self.format, self.base, self.linked), PACKINGS[self.packing]()
        mapping, people = PeopleMapping(self.base), people_of(map(Roll.from_json, rolls), self.told or NOTHING)
        while part := list(islice(people, PART)):
            quads = mapping.quads(part)
            counts.merge(Counts.of(quads, PEOPLE))
            yield pack(writer.body(quads))
