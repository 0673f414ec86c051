"""What each stage makes of one document, as text to look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from cablerdf.errors import InputError
from cablerdf.model import Problem, SourceDocument, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.steps import STEPS
from cablerdf.pipeline.work.made import line_of
from cablerdf.read.documents import Paths, items

SHOWN = 60  # characters of a span that are quoted


def choose(paths: Paths, input_format: str | None, wanted: str | None) -> SourceDocument:
    """The first document, or the one whose declared id is `wanted` or whose name ends in it.

    Raises:
        InputError: there is none, or it cannot be read.
    """
    for item in items(paths, input_format):
        if not isinstance(item, SourceDocument):
            if wanted is None:
                raise item.error()
            continue
        stem = item.name.rpartition("/")[2].partition(".")[0]
        if wanted is None or wanted in (item.declared.id, item.name, stem) or item.name.endswith("/" + wanted):
            return item
    raise InputError(f"no document {wanted!r} in the input" if wanted else "no document in the input")


def draft_of(document: SourceDocument) -> Draft:
    """The document with every step of parsing done, zones and clean text included."""
    draft = Draft(document, document.text, partial=document.partial)
    for _name, step in STEPS:
        step(draft)
    return draft


def place(span: Span, text: str) -> str:
    """Where a span is, in words: line and offsets.

    >>> place(Span(5, 9), "TAGS\\nPREL")
    'line 2, 5-9'
    """
    return f"line {text.count(chr(10), 0, span.start) + 1}, {span.start}-{span.end}"


def quoted(text: str) -> str:
    line = " ".join(text.split())
    return json.dumps(line if len(line) <= SHOWN else line[: SHOWN - 4] + " ...", ensure_ascii=False)


def source(document: SourceDocument) -> str:
    """The document as read: where from, what its container says, and its text with line numbers."""
    facts: dict[str, Any] = {
        "name": document.name,
        "format": document.format,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "partial": document.partial,
    }
    facts |= {f"declared {name}": value for name, value in asdict(document.declared).items() if value}
    facts |= {f"part {i}": place(span, document.text) for i, span in enumerate(document.parts, 1)}
    lines = [f"{name:24} {value}" for name, value in facts.items()]
    numbered = [f"{n:5}  {line}" for n, line in enumerate(document.text.split("\n"), 1)]
    return "\n".join([*lines, *problem_lines(document.problems, document), "", *numbered]) + "\n"


def zones(document: SourceDocument) -> str:
    """The parts of the telegram, and each value of the header with the place where it is printed."""
    draft, text = draft_of(document), document.text
    lines = []
    for zone in fields(draft.zones):
        span = getattr(draft.zones, zone.name)
        shown = "-" if span is None else f"{place(span, text):24} {quoted(span.of(text))}"
        lines.append(f"{zone.name:16} {shown}")
    lines.append("")
    for name, spans in sorted(draft.spans.items(), key=lambda item: item[1][:1]):
        lines += [f"{name:16} {place(span, text):24} {quoted(span.of(text))}" for span in spans]
    for paragraph in draft.paragraphs:
        label = f"paragraph {paragraph.number or '-'}"
        kind = f"{paragraph.kind} ({paragraph.marking})" if paragraph.marking else paragraph.kind
        lines.append(f"{label:16} {place(paragraph.span, text):24} {kind:16} {quoted(paragraph.text)}")
    return "\n".join(lines) + "\n"


def cable(document: SourceDocument) -> str:
    """The cable as JSON."""
    return json.dumps(draft_of(document).finish().to_dict(), ensure_ascii=False, indent=2) + "\n"


def graph(document: SourceDocument) -> str:
    """The cable as Turtle."""
    from cablerdf.pipeline.graphs import turtle

    return turtle(draft_of(document).finish())


def problem_lines(problems: tuple[Problem, ...], document: SourceDocument) -> list[str]:
    lines = []
    for problem in problems:
        number = line_of(problem, document)
        at = f"line {number}: " if number else ""
        evidence = f"  {quoted(problem.span.of(document.text))}" if problem.span else ""
        lines.append(f"{problem.severity:9} {problem.code}: {at}{problem.message}{evidence}")
    return lines


def report(document: SourceDocument) -> str:
    """What was odd, with line numbers, and what the SHACL check says."""
    from cablerdf.pipeline.graphs import check_text

    parsed = draft_of(document).finish()
    found = problem_lines(parsed.problems, document) or ["no problems"]
    return "\n".join([*found, "", check_text(parsed)])


def why(document: SourceDocument, about: str | None = None) -> str:
    """The reasons of each fact, or of those about somebody: rule, sureness, evidence, what was considered and lost."""
    notes, text = draft_of(document).notes, document.text
    wanted, lines = (about or "").casefold(), []
    for note in notes:
        if wanted not in note.about.casefold() and wanted not in note.value.casefold():
            continue
        lines.append(f"{note.kind:12} {note.about}: {note.value}" if note.about else f"{note.kind:12} {note.value}")
        evidence = f"{place(note.span, text)} {quoted(note.span.of(text))}"
        sure = "" if note.sureness is None else f", sure {note.sureness:.2f}"
        lines.append(f"{'':12} by {note.rule}{sure}; {evidence}")
        lines += [f"{'':14} {reason}" for reason in note.because]
        lines += [f"{'':14} instead of {other}" for other in note.instead]
    return "\n".join(lines or ["nothing was noted" + (f" about {about!r}" if about else "")]) + "\n"


STAGES: dict[str, Callable[[SourceDocument], str]] = {
    "source": source,
    "zones": zones,
    "cable": cable,
    "graph": graph,
    "report": report,
    "why": why,
}
