"""The body cut into paragraphs and the headings between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cablerdf.parse.body.glued import glued_heading, run_in_heading
from cablerdf.parse.body.headings import Found, headings_above
from cablerdf.parse.body.labels import heading_kind, inline_kind
from cablerdf.parse.body.lines import Line
from cablerdf.parse.body.markings import marking_at
from cablerdf.parse.body.numbering import Start

_SHORTEST_UNNUMBERED = 60  # characters: less before paragraph 1 is no paragraph
_SHORTEST_MARKED = 150  # characters: less within a paragraph is an item of it


@dataclass(slots=True)
class Piece:
    """A paragraph in the making: where it lies, its number and marking, its heading's index."""

    start: int
    content: int
    end: int
    number: int | None
    marking: str | None
    heading: int | None


@dataclass(slots=True)
class Pieces:
    """What the body consists of, in printed order."""

    paragraphs: list[Piece]
    headings: list[Found]

    @property
    def current(self) -> int | None:
        """The index of the heading that the next paragraph stands under."""
        return len(self.headings) - 1 if self.headings else None


def cut_at_starts(lines: Sequence[Line], starts: Sequence[Start]) -> tuple[list[Line], list[int]]:
    """The lines, cut where a paragraph begins within one, and the index of each start's line."""
    found: list[Line] = []
    indices: list[int] = []
    waiting = list(starts)[::-1]
    for line in lines:
        while waiting and line.start <= waiting[-1].at < line.end:
            at = waiting.pop().at
            if at > line.start:
                found.append(Line(line.start, at, line.gap, False))
                line = Line(at, line.end, 0, False)
            indices.append(len(found))
        found.append(line)
    return found, indices


def divide(clean: str, lines: Sequence[Line], starts: Sequence[Start]) -> Pieces:
    """Paragraphs and headings of the body that consists of `lines`."""
    cut, indices = cut_at_starts(lines, starts)
    pieces = Pieces([], [])
    _unnumbered(clean, cut, 0, indices[0] if indices else len(cut), pieces)
    for position, index in enumerate(indices):
        start = starts[position]
        stop = indices[position + 1] if position + 1 < len(indices) else len(cut)
        listed = _lists_names(clean, start.content, cut[stop - 1].end, pieces)
        above = headings_above(clean, cut, index + 1, stop, listed) if stop < len(cut) else []
        end = above[0].line if above else stop
        last = _end(clean, cut, index, end)
        run_in = None if listed or end < index + 3 else run_in_heading(clean, cut, index, start.content)
        if run_in is not None:
            pieces.headings.append(run_in[0])
            start = start._replace(content=cut[run_in[1]].start)
        piece = Piece(start.at, min(start.content, last), last, start.number, start.marking, pieces.current)
        pieces.paragraphs.append(piece)
        if not above and not listed and stop < len(cut):
            glued = glued_heading(clean, piece.content, cut[end - 1])
            if glued is not None and glued.span.start > piece.content:
                piece.end = piece.content + len(clean[piece.content : glued.span.start].rstrip("- \n"))
                above = [glued]
        _split_off(clean, cut, index if run_in is None else run_in[1], end, pieces)
        pieces.headings += above
    return pieces


def _lists_names(clean: str, content: int, end: int, pieces: Pieces) -> bool:
    """Whether the paragraph whose text begins at `content` is a list of participants."""
    label = inline_kind(clean, content, end)
    if label is not None:
        return label[0] == "participants"
    if pieces.current is None or (pieces.paragraphs and pieces.paragraphs[-1].heading == pieces.current):
        return False
    return heading_kind(pieces.headings[pieces.current].text) == "participants"


def _end(clean: str, lines: Sequence[Line], index: int, end: int) -> int:
    """The end of the paragraph whose lines are `lines[index:end]`, dashes after it left out."""
    while end > index + 1 and lines[end - 1].rule:
        end -= 1
    last = lines[end - 1]
    if clean.endswith("----", last.start, last.end):
        return last.start + len(last.of(clean).rstrip("-— "))
    return last.end


def _split_off(clean: str, lines: Sequence[Line], index: int, end: int, pieces: Pieces) -> None:
    """Cut off the paragraphs that have a marking or a labelled heading but no number."""
    last = index
    for at in range(index + 1, end):
        line = lines[at]
        if line.rule or not (line.gap or lines[at - 1].rule):
            continue
        marking = marking_at(clean, line.start) if clean[line.start] == "(" else None
        labelled = marking is None and lines[at - 1].rule and _under_label(clean, lines, last, at)
        if not labelled and (marking is None or _block_length(lines, at, end) < _SHORTEST_MARKED):
            continue
        whole = pieces.paragraphs[-1]
        above = headings_above(clean, lines, last + 1, at)
        pieces.headings += above
        before = _end(clean, lines, last, above[0].line if above else at)
        content = line.start if marking is None else _skip(clean, marking[1].end, line.end)
        text = None if marking is None else marking[0]
        pieces.paragraphs.append(Piece(line.start, content, whole.end, None, text, pieces.current))
        whole.end = max(before, whole.content)
        last = at


def _under_label(clean: str, lines: Sequence[Line], low: int, at: int) -> bool:
    """Whether the line stands under a heading such as COMMENT."""
    above = headings_above(clean, lines, low + 1, at)
    return bool(above) and above[-1].framed and heading_kind(above[-1].text) is not None


def _block_length(lines: Sequence[Line], at: int, end: int) -> int:
    """How many characters there are to the next blank line."""
    stop = at + 1
    while stop < end and not lines[stop].gap and not lines[stop].rule:
        stop += 1
    return lines[stop - 1].end - lines[at].start


def _skip(clean: str, at: int, end: int) -> int:
    while at < end and clean[at] in " \t.:":
        at += 1
    return at


def _unnumbered(clean: str, lines: Sequence[Line], low: int, high: int, pieces: Pieces) -> None:
    """Paragraphs of `lines[low:high]`, which have no numbers: one for each block between blank lines."""
    numbered = high < len(lines)
    at = low
    while at < high:
        if lines[at].rule:
            at += 1
            continue
        stop = at + 1
        while stop < high and not lines[stop].gap and not lines[stop].rule:
            stop += 1
        below = stop
        while below < high and lines[below].rule:
            below += 1
        above = (
            headings_above(clean, lines, at, below) if below > stop else _plain_heading(clean, lines, at, stop, high)
        )
        if above and (below < high or numbered):
            pieces.headings += above
        else:
            _add_block(clean, lines, at, stop, pieces, numbered)
        at = below


def _plain_heading(clean: str, lines: Sequence[Line], at: int, stop: int, high: int) -> list[Found]:
    """The block as a heading, if it reads as one and text follows it."""
    low = max(0, at - 1)
    found = headings_above(clean, lines, low, stop) if stop <= high else []
    return [heading for heading in found if heading.line >= low and heading.span.start >= lines[at].start]


def _add_block(clean: str, lines: Sequence[Line], at: int, stop: int, pieces: Pieces, numbered: bool) -> None:
    """A block of unnumbered text: a paragraph, or more of the one before."""
    start, end = lines[at].start, lines[stop - 1].end
    last = pieces.paragraphs[-1] if pieces.paragraphs else None
    if last is not None and (clean[start].islower() or clean[start] in "-*•" or clean[last.end - 1] not in '.?!:)"”'):
        last.end = end
        return
    if numbered and end - start < _SHORTEST_UNNUMBERED and inline_kind(clean, start, end) is None:
        return
    marking = marking_at(clean, start) if clean[start] == "(" else None
    content = start if marking is None else _skip(clean, marking[1].end, end)
    text = None if marking is None else marking[0]
    pieces.paragraphs.append(Piece(start, content, end, None, text, pieces.current))
