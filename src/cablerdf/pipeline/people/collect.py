"""The people of a run, out of the rolls of its cables, once all of them are made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from cablerdf.pipeline.people.tally import Tally
from cablerdf.pipeline.recipes import writer_of
from cablerdf.pipeline.work.counting import Counts
from cablerdf.pipeline.work.made import Row, rows_of_corrections
from cablerdf.pipeline.work.packing import PACKINGS
from cablerdf.rdf.people import PEOPLE, PeopleMapping
from cablerdf.rdf.quads import Quad

if TYPE_CHECKING:
    from cablerdf.link.identity.joining import Joining, Verdicts
    from cablerdf.pipeline.people.register import Register
    from cablerdf.rdf.corrections import Corrections

RUN = 12  # letters of the digest that names a run
SOURCE = "graph/people"  # in the report, for what is no document
PART = 2000  # people that are written at a time


@dataclass(frozen=True)
class PeopleRecipe:
    """How the people of a collection become RDF."""

    format: str
    base: str
    linked: bool = False
    packing: str = ""
    told: Verdicts | None = None  # by hand
    register: Register | None = None  # where IRIs are kept
    check: bool = False
    corrections: Corrections | None = None  # of facts, by hand

    def rests_on(self, rolls: str) -> str:
        """A digest of all that the people rest on: the rolls, by theirs, and what is told by hand."""
        return hashlib.sha256(f"{rolls}{self.told}".encode()).hexdigest() if self.told else rolls

    def written(self, rolls: Iterable[bytes], tally: Tally, run: str = "") -> Iterator[bytes]:
        """The people of these rolls in the format, part by part; what they hold, and what is wrong, goes to the tally.

        Args:
            rolls: of the cables, in any order.
            tally: of what was written.
            run: what `rests_on` says of it all, for the register.
        """
        from cablerdf.link.identity.joining import NOTHING
        from cablerdf.link.identity.people import joined
        from cablerdf.link.identity.roll import Roll

        writer, pack = writer_of(self.format, self.base, self.linked), PACKINGS[self.packing]()
        mapping = PeopleMapping(self.base)
        joining = joined(map(Roll.from_json, rolls), self.told or NOTHING, self.register is not None)
        for quads in self.parts(mapping, joining, run[:RUN]):
            if self.corrections is not None:
                corrected = self.corrections.apply(quads)
                quads = corrected.quads
                tally.rows += rows_of_corrections(corrected, SOURCE, PEOPLE, self.base)
            tally.counts.merge(Counts.of(quads, PEOPLE))
            tally.rows += self.findings(quads, mapping.places()) if self.check else []
            yield pack(writer.body(quads))

    def findings(self, quads: list[Quad], places: list[Quad]) -> list[Row]:
        """What the shapes find in some of the people, whose countries may be described with others."""
        from cablerdf.pipeline.work.checking import findings_of, row_of_finding
        from cablerdf.rdf.writers.lines import LineWriter, ended

        (found,) = findings_of([quads], [ended(LineWriter(False).triples(quads + places).lines)])
        if isinstance(found, str):
            return [Row(SOURCE, PEOPLE, "check-failed", "error", found)]
        return [row_of_finding(finding, SOURCE, PEOPLE, self.base) for finding in found]

    def parts(self, mapping: PeopleMapping, joining: Joining, run: str) -> Iterator[list[Quad]]:
        """The quads of the people, some at a time; last those of IRIs that are nobody's any more."""
        from cablerdf.link.identity.people import people_in

        people, gone = people_in(joining.groups), {}
        if self.register is not None:
            found = self.register.enter(joining, run)
            people, gone = iter(found.people), found.gone
        while part := mapping.quads(islice(people, PART)):
            yield part
        if gone:
            yield [quad for iri, now in gone.items() for quad in mapping.gone(iri, now)]
