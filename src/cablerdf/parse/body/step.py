"""The step that reads the body: paragraphs, headings, signature."""

from __future__ import annotations

import re

from cablerdf.model import Heading, Paragraph, Span
from cablerdf.parse.body.kinds import kinds
from cablerdf.parse.body.lines import Line, cut
from cablerdf.parse.body.numbering import Numbering, Start, number_paragraphs
from cablerdf.parse.body.pieces import Pieces, divide
from cablerdf.parse.body.readable import readable
from cablerdf.parse.body.signature import closing
from cablerdf.parse.draft import Draft

_REDACTION = re.compile(r"[Xx]{5,}")


def parse_body(draft: Draft) -> None:
    """Set `paragraphs`, `headings`, `signer` and the zones of signature and tail."""
    clean = draft.clean
    body = draft.zones.body
    if body is None:
        return
    printed = cut(clean, body)
    end = closing(clean, printed)
    draft.signer, draft.zones.signature, draft.zones.tail = end.signer, end.signature, end.tail
    if end.signature is not None:
        draft.spans["signer"] = (end.signature,)
    lines = _until(printed, end.text_end)
    numbering = number_paragraphs(
        clean, lines, Span(body.start, max(body.start, end.text_end)), draft.zones.labels is not None
    )
    pieces = divide(clean, lines, numbering.starts)
    draft.headings = tuple(Heading(text=found.text, span=found.span) for found in pieces.headings)
    draft.paragraphs = _paragraphs(draft, pieces)
    _report(draft, numbering, body)


def _until(lines: list[Line], end: int) -> list[Line]:
    """The lines before `end`, the last of them cut there."""
    count = len(lines)
    while count and lines[count - 1].start >= end:
        count -= 1
    kept = lines[:count]
    if kept and kept[-1].end > end:
        kept[-1] = kept[-1]._replace(end=end)
    return kept


def _paragraphs(draft: Draft, pieces: Pieces) -> tuple[Paragraph, ...]:
    judged = kinds(draft.clean, pieces.paragraphs, pieces.headings)
    found = []
    for piece, judgement in zip(pieces.paragraphs, judged, strict=True):
        content = Span(min(piece.content, piece.end), piece.end)
        found.append(
            Paragraph(
                number=piece.number,
                marking=piece.marking,
                kind=judgement.kind,
                text=readable(draft.legible(content)),
                heading=piece.heading,
                comment=judgement.comment,
                span=Span(piece.start, piece.end),
                content=content,
            )
        )
    return tuple(found)


def _report(draft: Draft, numbering: Numbering, body: Span) -> None:
    """Note what is odd about the numbers, and redactions."""
    before: Start | None = None
    for start in numbering.starts:
        here = Span(start.at, start.content)
        if start.number != start.printed:
            message = f"paragraph number {start.printed} read as {start.number}: a pilcrow printed as 1"
            draft.report("paragraph-number-repaired", "info", message, here)
        if before is not None and start.number == before.number:
            message = f"paragraph number {start.number} is printed twice; kept as printed"
            draft.report("paragraph-number-repeated", "warning", message, here)
        elif before is not None and start.number < before.number:
            message = f"paragraph number {start.number} follows {before.number}; kept as printed"
            draft.report("paragraph-number-restarts", "warning", message, here)
        elif before is not None and start.number > before.number + 1:
            message = f"paragraph number {start.number} follows {before.number}: what is between is not in the text"
            draft.report("paragraph-number-missing", "warning", message, here)
        before = start
    for start in numbering.false:
        message = f"a pilcrow before {start.printed} begins no paragraph"
        draft.report("pilcrow-false", "info", message, Span(start.at, start.content))
    if "xxxxx" in draft.clean or "XXXXX" in draft.clean:
        redactions = [Span(*match.span()) for match in _REDACTION.finditer(draft.clean, body.start, body.end)]
        if not redactions:
            return
        message = "1 redaction in the body" if len(redactions) == 1 else f"{len(redactions)} redactions in the body"
        draft.report("redaction", "info", message, redactions[0])
