"""Documents to RDF: read, parse, map, check, serialise, in that order."""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from cablerdf.check import Finding, seen
from cablerdf.model import SourceDocument
from cablerdf.parse import parse
from cablerdf.pipeline.people.rolls import roll_of
from cablerdf.pipeline.recipes import ConvertRecipe, writer_of
from cablerdf.pipeline.runs.manifest import key
from cablerdf.pipeline.work.checking import findings_of, row_of_finding
from cablerdf.pipeline.work.counting import Counts, short_hash
from cablerdf.pipeline.work.linking import open_linker, quads_of
from cablerdf.pipeline.work.made import Made, Row, Shared, failed, rows_of, rows_of_corrections
from cablerdf.pipeline.work.task import Answer
from cablerdf.rdf.iris import cable_key
from cablerdf.rdf.links import GRAPH as LINKS
from cablerdf.rdf.mapping.whole import mark_nonconforming, to_quads, without_mentions
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.writers.lines import LineWriter, ended
from cablerdf.read.documents import open_unit
from cablerdf.read.units import Unit


class Unchecked(NamedTuple):
    """A cable that waits for the check."""

    made: Made
    quads: list[Quad]
    lines: str  # what is checked of them


class ConvertMaker:
    """Parses, maps and writes; checks what was mapped in batches."""

    def __init__(self, recipe: ConvertRecipe) -> None:
        self.recipe = recipe
        self.writer = writer_of(recipe.format, recipe.base, recipe.linking is not None)
        self.lines = self.writer if isinstance(self.writer, LineWriter) else LineWriter(False)
        self.linker = open_linker(recipe.linking) if recipe.linking is not None else None
        self.source = recipe.linking.source if recipe.linking is not None else None
        self.unchecked: dict[int, Unchecked] = {}  # by the identity of what was made

    def open(self, unit: Unit) -> list[Made]:
        return [
            self.make(item) if isinstance(item, SourceDocument) else failed(item)
            for item in open_unit(unit, self.recipe.input_format)
        ]

    def make(self, document: SourceDocument) -> Made:
        if self.recipe.known and key(document.name, document.sha256) in self.recipe.known:
            return Made(document.name, None, document.sha256, b"", kept=True)
        cable = parse(document)
        quads = to_quads(cable, self.recipe.base)
        name = cable_key(cable)
        shared: tuple[Shared, ...] = ()
        if self.linker is not None:
            own, links = quads_of(self.linker.link(cable), self.recipe.base, self.source)
            quads += own
            shared = tuple(map(self.link, links))
        rows = rows_of(cable)
        if self.recipe.corrections is not None:
            corrected = self.recipe.corrections.apply(quads, name)
            quads = corrected.quads
            rows += rows_of_corrections(corrected, document.name, name, self.recipe.base)
        people = roll_of(quads, name).to_json() if self.recipe.people else b""
        quads = quads if self.recipe.mentions else without_mentions(quads)
        data, looked_at = self.written(quads)
        counts = self.counts(quads, name)
        made = Made(document.name, name, document.sha256, data, rows=rows, counts=counts, people=people, shared=shared)
        if self.recipe.check:
            self.unchecked[id(made)] = Unchecked(made, quads, looked_at)
        return made

    def link(self, quads: list[Quad]) -> Shared:
        """A link that any cable may have, written once for all of them."""
        iri, *_ = quads[-1]
        if self.recipe.corrections is not None:
            quads = self.recipe.corrections.apply(quads).quads
        return Shared(short_hash(iri), self.writer.body(quads), self.counts(quads, LINKS))

    def counts(self, quads: list[Quad], name: str) -> Counts | None:
        """What the quads of a cable hold, where that is to be told."""
        return Counts.of(quads, name) if self.recipe.count else None

    def written(self, quads: list[Quad]) -> tuple[bytes, str]:
        """The quads in the format of the output, and what is checked of them; lines are written once for both."""
        if not self.recipe.check:
            return self.writer.body(quads), ""
        looked_at = seen(quads, mentions=self.recipe.corrections is not None)
        if self.lines is not self.writer:
            return self.writer.body(quads), ended(self.lines.triples(compress(quads, looked_at)).lines)
        triples = self.lines.triples(quads)
        return self.lines.joined(triples), ended(compress(triples.lines, looked_at))

    def close(self, made: Answer) -> Answer:
        """Check what was made: all at once, but never two documents of one id, whose statements would mix."""
        if not self.recipe.check:
            return made
        checked = [self.unchecked[id(one)] for unit in made for one in unit if id(one) in self.unchecked]
        first = {one.made.id: one for one in reversed(checked)}
        outcome = self.check([one for one in checked if first[one.made.id] is one])
        for one in checked:
            if first[one.made.id] is not one:
                outcome |= self.check([one])
        self.unchecked.clear()
        return [[outcome.get(id(one), one) for one in unit] for unit in made]

    def check(self, cables: list[Unchecked]) -> dict[int, Made]:
        findings = findings_of([one.quads for one in cables], [one.lines for one in cables])
        return {id(one.made): self.judged(one, found) for one, found in zip(cables, findings, strict=True)}

    def judged(self, one: Unchecked, findings: tuple[Finding, ...] | str) -> Made:
        """The cable with what was found in it; one that does not conform says so in the data."""
        made = one.made
        if isinstance(findings, str):
            return made._replace(rows=(*made.rows, Row(made.source, made.id, "check-failed", "error", findings)))
        rows = tuple(row_of_finding(finding, made.source, made.id, self.recipe.base) for finding in findings)
        conforms = all(finding.severity != "Violation" for finding in findings)
        made = made._replace(conforms=conforms, rows=made.rows + rows)
        if conforms or made.id is None:
            return made
        quads = mark_nonconforming(one.quads)
        return made._replace(data=self.writer.body(quads), counts=self.counts(quads, made.id))
