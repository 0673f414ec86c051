"""The lines of one side of a list, joined or cut into single participants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cablerdf.model import Span
from cablerdf.parse.lexicon.offices import is_principal
from cablerdf.parse.meetings.lists.blocks import Line
from cablerdf.parse.meetings.lists.roster import Entry, roster
from cablerdf.parse.meetings.lists.runs import Style
from cablerdf.parse.meetings.words.functions import function_of, is_officer
from cablerdf.parse.meetings.words.tokens import Token, tokens

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
    if _one_sentence(text, lines, shouted):
        return roster(text, whole, "sentence", shouted)
    style: Style = "run" if _crowded(text, lines, shouted) else "line"
    if style == "run":
        return roster(text, whole, "run", shouted)
    return [entry for piece in _joined(text, lines, shouted, stacked) for entry in roster(text, piece, "line", shouted)]


def _one_sentence(text: str, lines: list[Line], shouted: bool) -> bool:
    """Whether commas part people, each with his title before him or in parentheses: no "Ann Poe, Desk Officer"."""
    found = tokens(text, lines[0].span.start, lines[-1].span.end, shouted)
    parts: list[list[Token]] = [[]]
    for token in found:
        if token.text == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    titled = any(token.kind in ("role", "aside") for token in parts[0])  # else the title of the first stands behind him
    if len(parts) < 3 or not titled or not all(map(_has_somebody, parts)):
        return False
    return not any(_titled_behind(tokens(text, *line.span, shouted)) for line in lines)


def _titled_behind(found: list[Token]) -> bool:
    """Whether a line begins with a name and, behind a comma or dash, his office: "Ann Poe, Desk Officer"."""
    edges = [at for at, token in enumerate(found) if token.kind == "comma"]
    if not edges or not edges[0] or found[edges[0] - 1].kind not in ("name", "aside"):
        return False
    behind = found[edges[0] + 1 : edges[1] if len(edges) > 1 else None]
    return bool(behind) and not any(token.kind == "name" for token in behind)


def _has_somebody(part: list[Token]) -> bool:
    """Whether between two commas stands one name, a function alone ("Notetaker"), or, at the end, nothing."""
    words = " ".join(token.text for token in part)
    alone = not words or function_of(words) is not None or is_officer(words) or is_principal(words)
    return alone or _people(part) == 1


def _bulleted(text: str, lines: list[Line], shouted: bool) -> list[Span]:
    """Items that begin with a bullet, at a line's head or within it; a line without one goes on with the item above."""
    pieces: list[tuple[str, Span]] = []
    for line in lines:
        bullet = _BULLET.match(text, *line.span)
        if bullet is None and pieces:
            mark, piece = pieces[-1]
            pieces[-1] = (mark, Span(piece.start, line.span.end))
        else:
            start = bullet.end() if bullet else line.span.start
            pieces.append((bullet.group() if bullet else "", Span(start, line.span.end)))
    found = [part for mark, piece in pieces for part in _parted(text, mark, piece, shouted)]
    return [piece for piece in found if piece.of(text).strip(" -\n")]


def _parted(text: str, mark: str, piece: Span, shouted: bool) -> Iterator[Span]:
    """An item, cut where one more begins within it: "Ann Poe -- Lee Roe", not "Ann Poe -- Desk Officer"."""
    cuts = list(_INLINE.finditer(text, *piece)) if "-" in mark else []
    start = piece.start
    for n, cut in enumerate(cuts):
        stop = cuts[n + 1].start() if n + 1 < len(cuts) else piece.end
        if _people(tokens(text, cut.end(), stop, shouted)):
            yield Span(start, cut.start())
            start = cut.end()
    yield Span(start, piece.end)


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
