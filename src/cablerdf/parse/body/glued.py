"""Headings that stand on a line with a paragraph's text, or right below it without a blank line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablerdf.model import Span
from cablerdf.parse.body.headings import Found, is_titled, reads_as_heading
from cablerdf.parse.body.lines import Line
from cablerdf.parse.body.markings import marking_at

# "... was over.  The Economy ----------", "... was over. -- The Economy --"
_UNDERLINED = re.compile(r"(?<=[.?!)\"”])\s+(?:--+\s([^.?!\n-]{3,80}?)\s--|([^.?!\n]{3,80}?)\s+[-—–]{5}[-—– ]*)$")
# what follows the last sentence: "... was over.\nThe Economy", "... was over. The Economy"
_AFTER = re.compile(r"(?:(?<=[.?!)\"”])|(?<=[.?!]['’]))(?<!U\.S\.)(\s+)([A-Z(\"“/](?:U\.S\.|[^.?!]){2,100})$")
_FARTHEST = 220
_SHORTEST_WRAPPED = 35  # characters
_FEWEST = 2  # words that a heading on the line of the text itself has


def run_in_heading(clean: str, lines: Sequence[Line], index: int, content: int) -> tuple[Found, int] | None:
    """The framed heading on the line where a paragraph begins, and the index of the line where its text begins.

    "2. (C) THE MINISTER SPEAKS" with dashes below it, or "2. (C) ------- TRADE ------- He spoke".
    """
    line = lines[index]
    framed = line.end <= content and index + 4 < len(lines) and lines[index + 1].rule
    at = index + 2 if framed else index
    if at + 2 >= len(lines) or not lines[at + 1].rule or lines[at + 1].gap or lines[at + 2].rule:
        return None
    if not framed and at + 3 < len(lines) and lines[at + 3].rule:
        return None  # the dashes are those over the next line
    span = Span(lines[at].start if framed else content, lines[at].end)
    text = " ".join(span.of(clean).split())
    if not reads_as_heading(text, True, 1, "*"):
        return None
    return Found(text, span, index, True), at + 2


def glued_heading(clean: str, low: int, line: Line) -> Found | None:
    """The heading at the end of a paragraph whose text begins at `low` and ends with `line`.

    >>> text = "The war was over.  The Economy ----------"
    >>> glued_heading(text, 0, Line(0, len(text), 0, False)).text
    'The Economy'
    """
    colon = clean[line.end - 1] == ":" and not clean[line.end - 3 : line.end].isupper()
    if colon or clean[line.end - 1] in ".?!;," or clean[line.end - 2] in ".?!":
        return None
    start = max(low, line.end - _FARTHEST)
    if clean[line.end - 1] in "-—":
        match = _UNDERLINED.search(clean, start, line.end)
        group = match.lastindex or 0 if match is not None else 0
        if match is not None and reads_as_heading(match[group], True, 1, "."):
            return Found(" ".join(match[group].split()), Span(*match.span(group)), -1, True)
        return None
    match = _AFTER.search(clean, start, line.end)
    if match is None:
        return None
    at = match.start(2)
    if (clean[at] == "(" and clean[line.end - 1] == ")") or _is_list(match[2]):
        return None
    marking = marking_at(clean, at)
    text = " ".join(clean[at if marking is None else marking[1].end : line.end].strip("/ \n").split())
    capitals = text.isupper() and not clean[max(low, at - 60) : at].isupper()
    if not (capitals or _stands_alone(text, "\n" in match[1])) or not reads_as_heading(text, True, 1, "."):
        return None
    return Found(text, Span(at, line.end), -1, True)


def _is_list(printed: str) -> bool:
    """Whether the lines were not broken because they were full."""
    lines = printed.split("\n")
    return len(lines) > 2 or (len(lines) == 2 and len(lines[0]) < _SHORTEST_WRAPPED)


def _stands_alone(text: str, own_line: bool) -> bool:
    """Whether the words after a paragraph's last sentence are a title and no part of a sentence."""
    words = text.split()
    if own_line:
        return len(words) <= 12 and is_titled(text) and text[-1] not in ":,;"
    return _FEWEST <= len(words) <= 12 and is_titled(text, strictly=True) and not any(c.isdigit() for c in text)
