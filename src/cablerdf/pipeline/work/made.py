"""What one document becomes on its way to the output: its bytes and what was found about it."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.model import Cable, Problem, SourceDocument
from cablerdf.pipeline.work.counting import Counts
from cablerdf.read import Failure


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


def row_of(problem: Problem, cable: Cable) -> Row:
    line = line_of(problem, cable.document)
    return Row(cable.document.name, cable.id, problem.code, problem.severity, problem.message, line)


def line_of(problem: Problem, document: SourceDocument) -> int | None:
    """The line of the text on which a problem stands, where it has a place."""
    if problem.line is not None or problem.span is None:
        return problem.line
    return document.text.count("\n", 0, problem.span.start) + 1
