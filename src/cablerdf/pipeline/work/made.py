"""What one document becomes on its way to the output: its bytes and what was found about it."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.model import Cable, Problem, SourceDocument
from cablerdf.pipeline.work.counting import Counts
from cablerdf.rdf.corrections import Corrected
from cablerdf.rdf.terms import prefixes, shortened
from cablerdf.read import Failure
from cablerdf.vocab.curated import Judgement

BY_HAND = {"wrong": "is withdrawn by hand", "right": "is right, told by hand", "instead": "is replaced by hand"}


class Row(NamedTuple):
    """One line of the report: a problem of one document, by where it was read."""

    source: str
    id: str | None
    code: str
    severity: str
    message: str
    line: int | None = None


class Shared(NamedTuple):
    """What is written once for all documents of a run that say it: a link that rests on a name alone."""

    key: int
    data: bytes
    counts: Counts | None = None


class Made(NamedTuple):
    """One document done: `data` are its bytes for the output, None where it could not be read or mapped.

    `conforms` is False where a check found a violation; `rows` are its lines of the report.
    """

    source: str
    id: str | None = None
    sha256: str = ""
    data: bytes | None = None
    conforms: bool = True
    rows: tuple[Row, ...] = ()
    kept: bool = False  # nothing was made, since an earlier run made the same
    counts: Counts | None = None  # what it holds, where that is to be told
    people: bytes = b""  # whom it names, where the people of a collection are to be told
    shared: tuple[Shared, ...] = ()  # what stands behind its bytes, unless an earlier document said it

    @property
    def failed(self) -> bool:
        """Whether the document could not be read or mapped."""
        return self.data is None


def failed(failure: Failure) -> Made:
    """The place of a document that could not be read."""
    row = Row(failure.source, None, failure.code, "error", failure.message, failure.line)
    return Made(failure.source, rows=(row,))


def rows_of(cable: Cable) -> tuple[Row, ...]:
    """The report's lines on what was odd about a cable, in order."""
    return tuple(row_of(problem, cable) for problem in cable.problems)


def rows_of_corrections(corrected: Corrected, source: str, name: str, base: str) -> tuple[Row, ...]:
    """The report's lines on what a curator corrected, and on what is told of facts that are not there."""
    done = [
        Row(source, name, "corrected", "info", f"{named(one, base)} {BY_HAND[one.verdict]}") for one in corrected.done
    ]
    return *done, *(
        Row(source, name, "correction-idle", "warning", f"{named(one, base)} is judged by hand and not there")
        for one in corrected.idle
    )


def named(one: Judgement, base: str) -> str:
    """What a judgement is about, as its CSV has it."""
    return " ".join(shortened(iri, prefixes(base)) for iri in one[:2] if iri is not None)


def row_of(problem: Problem, cable: Cable) -> Row:
    line = line_of(problem, cable.document)
    return Row(cable.document.name, cable.id, problem.code, problem.severity, problem.message, line)


def line_of(problem: Problem, document: SourceDocument) -> int | None:
    """The line of the text on which a problem stands, where it has a place."""
    if problem.line is not None or problem.span is None:
        return problem.line
    return document.text.count("\n", 0, problem.span.start) + 1
