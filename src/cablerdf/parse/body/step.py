"""The step that reads the body: paragraphs, headings, signature."""

from __future__ import annotations

import re

from cablerdf.model import Heading, Paragraph, Span
from cablerdf.parse.body.kinds import kinds
from cablerdf.parse.body.lines import Line, cut
from cablerdf.parse.body.numbering import Numbering, Start, number_paragraphs
from cablerdf.parse.body.pieces import Pieces, divide
from cablerdf.parse.body.signature import closing
from cablerdf.parse.draft import Draft

_REDACTION = re.compile(r"[Xx]{5,}")
# a line that begins an item: "-- rice", "* oil", "(a) coal", "1) gas"
_ITEM_START = re.compile(r"(?:--?|[*•])\s|\(?[a-zA-Z0-9]{1,2}[.)]\s")
_RULE_MARKS = "-=_*"
_RULE = re.compile(r"[-=_* ]{4,}")
_SHORT = 48  # characters: a block of lines all shorter than this is a list
# what may begin a block, an item or a rule; a text of long lines without it is one block
_APART = re.compile(r"\n[^\S\n]*+(?:\n|[-=_*•]|\(?[a-zA-Z0-9]{1,2}[.)])")


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


def readable(clean: str) -> str:
    """A clean text with wrapped lines joined; blocks and list items stay apart.

    Without its blanks it is the same as the printed text without its blanks.

    >>> readable("He wants\\nrice:\\n\\n-- brown\\n-- white")
    'He wants rice:\\n\\n-- brown\\n-- white'
    """
    text = clean.strip()
    if text[:1] not in _RULE_MARKS and _APART.search(text) is None:
        joined = " ".join(text.split())
        breaks = text.count("\n")
        if breaks < 2 or len(joined) >= _SHORT * (breaks + 1):  # so one of the lines at least is no item of a list
            return joined
    blocks: list[str] = []
    lines: list[str] = []
    for printed in (*text.split("\n"), ""):
        words = printed.split()
        if words:
            lines.append(" ".join(words))
        elif lines:
            body = _join(lines)
            if blocks and body[0].islower() and blocks[-1][-1] not in ".:;?!":
                blocks[-1] += " " + body
            else:
                blocks.append(body)
            lines = []
    return "\n\n".join(blocks)


def _join(lines: list[str]) -> str:
    """The lines of one block on one line, unless they are a list."""
    if len(lines) == 1:
        return lines[0]
    if len(lines) > 2 and max(map(len, lines)) < _SHORT and not any(map(_ITEM_START.match, lines)):
        return "\n".join(lines)
    pieces = [lines[0]]
    after_rule = _RULE.fullmatch(lines[0]) is not None
    for line in lines[1:]:
        rule = line[0] in _RULE_MARKS and _RULE.fullmatch(line) is not None
        pieces += ["\n" if rule or after_rule or _ITEM_START.match(line) else " ", line]
        after_rule = rule
    return "".join(pieces)
