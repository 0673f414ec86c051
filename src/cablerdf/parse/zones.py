"""Where the parts of a telegram lie: routing, caption, labelled header, body."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.draft import Draft, Run, Zones
from cablerdf.parse.header.classification import ClassLine, class_line
from cablerdf.parse.header.dates import DATE_LINE
from cablerdf.parse.header.labels import content_end, label_runs

# a line that only a routing block has: "VZCZCXRO1111", "O 101200Z APR 09", "FM AMEMBASSY LISBON", "TO RUEHC/SECSTATE"
ROUTING = re.compile(
    r"^[ \t]*(?:VZCZC|ZNY |ZNR |DE [A-Z]{4,8} #|FM [A-Z]{2}|TO [A-Z]{3}|INFO[ \t]+[A-Z]{2})"
    r"|(?<!\S)(?:[OPRZYM] ){1,2}\d{6}Z [A-Z]{3} \d\d\b",
    re.M,
)
# what follows a routing block when the classification line is lost
CAPTION = re.compile(
    r"^[ \t]*(?:<<(?=\d)|TAGS|SUBJ(?:ECT)?|SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS"
    r"|(?:STATE|DEPT|DEPARTMENT|NSC)[ \t]+(?:FOR|PASS))\b",
    re.M,
)
# "¶1. (C)", "1. (U)", "1.(C)", "11. (C)" (a pilcrow read as 1), "18, (SBU)"; "¶B." is a reference's label
PARAGRAPH = re.compile(r"^[ \t]*(?:¶[ \t]?\d|\(?\d{1,2}[ \t]?[.,)][ \t]*\([A-Z]|[1I][ \t]?[.,)][ \t]*(?!\d)\S)", re.M)
# the same within a line, of a text whose lines were run together
INLINE_PARAGRAPH = re.compile(r"(?<=[ \t])(?:¶[ \t]?1\b|1[ \t]?[.,][ \t]?\((?:U|C|S|SBU|LOU|[CS]//?[A-Z]{2,4})\))")
REACH = 12_000  # no header is longer; a search for labels goes no further


def cut_zones(draft: Draft) -> None:
    """Set `draft.zones` and `draft.runs`; the body begins at the first text behind the labelled header."""
    text = draft.clean
    start, first = heading_line(draft)
    head = start if first is None else first.head
    stop = paragraph_start(text, head)
    runs = label_runs(text, head, min(stop, head + REACH))
    line = first if first is None or not runs else later_line(text, first, runs[0].span.start)
    if first is not None and not {"tags", "subject"} <= {run.field for run in runs}:
        runs = labels_before(text, start, first, runs) + runs
    draft.runs = tuple(trimmed(text, run) for run in runs)
    labels = Span(runs[0].span.start, max(run.span.end for run in draft.runs)) if runs else None
    before = min(zone.start for zone in (line, labels, Span(stop, stop)) if zone is not None)
    routing = routing_zone(text, min(first.start, before)) if first is not None and not start else None
    routing = routing or routing_zone(text, min(before, start) if start else before)
    caption = None
    if line is not None:
        ends = labels is not None and labels.start > line.start
        caption = Span(line.start, labels.start if labels is not None and ends else caption_end(text, line.end, stop))
    elif labels is not None:
        caption = stripped(text, max(start, routing.end if routing is not None else 0), labels.start)
    last = max((zone.end for zone in (labels, caption or routing) if zone is not None), default=0)
    draft.zones = Zones(routing=routing, caption=caption, labels=labels, body=stripped(text, last))
    for run in draft.runs:
        if run.repaired:
            printed = text[run.span.start : run.content.start].strip()
            draft.report("label-repaired", "info", f"{printed!r} read as the label of {run.field}", run.span)


def heading_line(draft: Draft) -> tuple[int, ClassLine | None]:
    """Where the telegram begins in its document, and its classification line."""
    text = draft.clean
    parts = draft.document.parts
    start = parts[1].start if len(parts) > 1 else 0
    line = class_line(text, start, start + REACH)
    if line is None and start:
        line = class_line(text, 0, start)
        start = 0 if line is not None else start
    if line is not None and not heads(text, start, line):
        line = None
    return start, line


def heads(text: str, start: int, line: ClassLine) -> bool:
    """Whether a classification line heads a telegram: the last line of a page, or a bare level in it, closes it."""
    bare = line.number is None and line.section is None
    last = not text[line.end :].strip()
    if paragraph_start(text, start) < line.start and (bare or last):
        return False
    return not (bare and last) or not text[start : line.start].strip() or bool(label_runs(text, start, line.start))


def labels_before(text: str, start: int, line: ClassLine, runs: list[Run]) -> list[Run]:
    """The labels that stand before the classification line, of fields that have none behind it."""
    seen = {run.field for run in runs}
    return [run for run in label_runs(text, start, line.start) if run.field not in seen]


def later_line(text: str, line: ClassLine, stop: int) -> ClassLine:
    """The same classification line once more: an edition's own heading repeats it before the telegram's routing."""
    again = class_line(text, line.end, stop)
    return again if again is not None and again.number == line.number and again.number is not None else line


def paragraph_start(text: str, start: int) -> int:
    """Where the first numbered paragraph begins, or the end of the text."""
    found = PARAGRAPH.search(text, start)
    inline = INLINE_PARAGRAPH.search(text, start, found.start() if found else len(text))
    first = inline or found
    return first.start() if first is not None else len(text)


def trimmed(text: str, run: Run) -> Run:
    """The run without what follows its field: an unnumbered summary, a caption line."""
    end = content_end(run.field, text, run.content.start, run.content.end)
    return Run(run.field, Span(run.span.start, end), Span(run.content.start, end), run.repaired)


def routing_zone(text: str, stop: int) -> Span | None:
    """The block before the classification line, when it holds the lines of a routing block."""
    first = ROUTING.search(text, 0, stop)
    if first is None:
        return None
    for pattern in (DATE_LINE, CAPTION):
        after = pattern.search(text, first.end(), stop)
        stop = after.start() if after is not None else stop
    return stripped(text, 0, stop)


def caption_end(text: str, start: int, stop: int) -> int:
    """The end of the caption of a telegram without labels: capital lines only."""
    end = start
    for line in re.finditer(r"[^\n]*\n?", text[start:stop]):
        if any(letter.islower() for letter in line[0]) or len(line[0]) > 90:
            break
        end = start + line.end()
    return end


def stripped(text: str, start: int, stop: int | None = None) -> Span | None:
    """The span without the blanks at its ends; None where nothing is left."""
    stop = len(text) if stop is None else stop
    part = text[start:stop]
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip())
    return Span(start + left, start + right) if left < right else None
