"""The lines of one side of a list, joined or cut into single participants."""

from __future__ import annotations

import re
from itertools import pairwise

from cablerdf.model import Span
from cablerdf.parse.meetings.lists.blocks import Line
from cablerdf.parse.meetings.lists.roster import Entry, roster
from cablerdf.parse.meetings.lists.runs import Style
from cablerdf.parse.meetings.lists.tokens import Token, tokens
from cablerdf.parse.meetings.offices.functions import is_principal

# "-- Ann Poe", "- Ann Poe", "-Ann Poe", "* Ann", "(1) Ann", "a. Ann"
_BULLET = re.compile(r"[ \t]*(?:--?|—|–|\*+|•|o(?=\s)|\(?\d{1,2}[.)])[ \t]*(?=\S)")
# " -Ann Poe -Lee Roe", " -- Ann Poe -- Lee Roe" within a line
_INLINE = re.compile(r"(?:(?<=\s)|^)(?:-(?=[^\s-])|--\s)")
_OPEN_END = re.compile(r"(?:\b(?:of|the|for|to|and|in|at|on|&|a)|[,/-])$", re.IGNORECASE)
_OFFICE_BETWEEN = re.compile("nr+n")
_LETTERS = {"name": "n", "role": "r", "prefix": "r"}
_WIDE = 40  # a line shorter than this is not wrapped
_WRAPPED = 50  # a line longer than this is as wide as a telegram's lines


def entries(text: str, lines: list[Line], shouted: bool, stacked: bool = False) -> list[Entry]:
    """The participants of one side, in order; `stacked` lists may print the name below the office."""
    if not lines:
        return []
    whole = Span(lines[0].span.start, lines[-1].span.end)
    if any(_BULLET.match(text, *line.span) for line in lines):
        pieces = _bulleted(text, lines, shouted)
        return [entry for piece in pieces for entry in roster(text, piece, "line", shouted)]
    inner = whole.of(text)
    if inner.count(";") >= 1 and inner.count(";") >= len(lines) // 2:
        return roster(text, whole, "sentence", shouted)
    style: Style = "run" if _crowded(text, lines, shouted) else "line"
    if style == "run":
        return roster(text, whole, "run", shouted)
    return [entry for piece in _joined(text, lines, shouted, stacked) for entry in roster(text, piece, "line", shouted)]


def _bulleted(text: str, lines: list[Line], shouted: bool) -> list[Span]:
    """Items that begin with a bullet; a line without one goes on with the item before it."""
    pieces: list[Span] = []
    for line in lines:
        bullet = _BULLET.match(text, *line.span)
        start = bullet.end() if bullet else line.span.start
        if bullet is None and pieces:
            pieces[-1] = Span(pieces[-1].start, line.span.end)
            continue
        cuts = list(_INLINE.finditer(text, start, line.span.end)) if bullet and "-" in bullet.group() else []
        for n, cut in enumerate(cuts):
            stop = cuts[n + 1].start() if n + 1 < len(cuts) else line.span.end
            if not _people(tokens(text, cut.end(), stop, shouted)):
                continue  # "-- Ann Poe -- Desk Officer"
            pieces.append(Span(start, cut.start()))
            start = cut.end()
        pieces.append(Span(start, line.span.end))
    return [piece for piece in pieces if piece.of(text).strip()]


def _people(found: list[Token]) -> int:
    """How many runs of names a line holds."""
    count, inside = 0, False
    for token in found:
        named = token.kind in ("name", "redacted")
        count += named and not inside
        inside = named
    return count


def _crowded(text: str, lines: list[Line], shouted: bool) -> bool:
    """Whether participants follow one another within the lines rather than one a line."""
    words = [tokens(text, *line.span, shouted) for line in lines]
    counts = [_people(found) for found in words]
    if len(lines) == 1:
        return counts[0] > 1 or len(lines[0].span.of(text)) > 60
    wrapped = [a.span.end - a.span.start >= _WRAPPED and not b.blank for a, b in pairwise(lines)]
    if max(counts) > 1 and any(w and _within_name(*pair) for w, pair in zip(wrapped, pairwise(words), strict=True)):
        return True
    return sum(counts) > 1.4 * len(lines) and (max(counts) > 2 or any(map(_neighbours, words)))


def _neighbours(found: list[Token]) -> bool:
    """Whether the office of one person follows the name of another: `Ann Poe DCM Lee Roe`."""
    kinds = "".join(_LETTERS.get(token.kind, "-") for token in found)
    return _OFFICE_BETWEEN.search(kinds) is not None


def _within_name(ending: list[Token], going: list[Token]) -> bool:
    """Whether a line breaks off within a name that a comma or "and" ends on the next."""
    if not ending or ending[-1].kind != "name" or len(going) < 2 or going[0].kind != "name":
        return False
    return going[1].kind in ("comma", "stop", "link")


def _joined(text: str, lines: list[Line], shouted: bool, stacked: bool) -> list[Span]:
    """Wrapped lines put together, one span a participant."""
    widest = max(line.span.end - line.span.start for line in lines)
    pieces: list[Span] = []
    for i, line in enumerate(lines):
        above = lines[i - 1].span if i else line.span
        below = stacked and bool(pieces) and _stacks(text, pieces[-1], line.span, shouted)
        if i and not line.blank and (below or _goes_on(text, above, line.span, widest, shouted, line.deeper)):
            pieces[-1] = Span(pieces[-1].start, line.span.end)
        else:
            pieces.append(line.span)
    return pieces


def _goes_on(text: str, above: Span, here: Span, widest: int, shouted: bool, deeper: bool) -> bool:
    """Whether a line continues the one above it."""
    before, after = above.of(text), here.of(text)
    if deeper or _OPEN_END.search(before) or after[0].islower() or after[0] in "(&,":
        return True
    if before.count("(") > before.count(")"):
        return True
    if _holder(after):
        return False
    wide = above.end - above.start
    if wide < _WIDE and wide < widest - 14:
        return False
    found = tokens(text, *here, shouted)
    names = [t for t in found if t.kind in ("name", "redacted")]
    if not names:
        return wide >= _WIDE
    if len(names) == len(found):  # nothing but names: the rest of a name that was begun above
        ending = tokens(text, *above, shouted)
        begun = 0
        while begun < len(ending) and ending[-1 - begun].kind == "name":
            begun += 1
        return begun > 0 and (len(names) == 1 or begun == 1) and begun + len(names) <= 4 and wide >= _WIDE
    return False


def _holder(line: str) -> bool:
    """Whether a line is an office that the article alone singles out: `The Secretary`."""
    return line.startswith("The ") and is_principal(line)


def _stacks(text: str, piece: Span, here: Span, shouted: bool) -> bool:
    """Whether a line of names alone ends an entry that has an office only, or half a name."""
    if any(t.kind != "name" for t in tokens(text, *here, shouted)):
        return False
    found = tokens(text, *piece, shouted)
    names = [t for t in found if t.kind == "name"]
    under = any(t.text == "to" for t in found) and found[-1].kind == "name"
    return not names or under or (len(here.of(text).split()) == 1 and found[-1].kind == "name")
