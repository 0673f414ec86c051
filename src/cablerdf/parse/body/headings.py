"""Section headings: framed by dashes, underlined, or alone between blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import whitespace
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.body.labels import heading_kind
from cablerdf.parse.body.lines import Line
from cablerdf.parse.body.markings import marking_at

# dashes around a heading on its own line: "------- COMMENT -------", "ECONOMY ----"
_DASHES_BEFORE = re.compile(r"\s*+(?:[-=_*]{3}|//)[-=_*/\s]*+")
_DASHES_AFTER = re.compile(r"(?<!\s)(?:\s*+(?:[-=_*]{3}|//|[—–]{2})|\s++-(?:-|\s-))")
_STOPS = '.?!:)"”]*'
_LIST_ITEM = re.compile(r"(?:[-*•·>]|\(?[a-z0-9ivx]{1,3}[.)]\s|¶)")
_COUNTED = re.compile(r"\d+/\d+\s|(?:19|20)\d\d\b|\d+(?:st|nd|rd|th)\b")  # "9/11 theories", "2009 elections"
_EDGES = "-=_*/—–"
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SLASHES = re.compile(r"(?<=\s)//\s*+")
_MARKER = re.compile(r"\W*(?:begin|end|unquote|quote|start|(?:sensitive but )?unclassified|not for internet)\b", re.I)
_ADDRESS = re.compile(r"@|www\.|https?:|\d{3}-\d{3,4}|\d{5,}|\bemail\b", re.I)
_REDACTED = re.compile(r"[Xx\s,.]+")
_LINK_WORDS = frozenset(
    ("a", "an", "the", "of", "and", "or", "for", "in", "on", "to", "at", "by", "with", "from", "as")
) | {
    *("is", "are", "not", "no", "vs", "via", "its", "it"),
}
_SENTENCES = re.compile(r"[a-z]{2}[.?]\s++[A-Z]")
_SHORTEST_WRAPPED = 35  # characters: a shorter line was not wrapped, its block is a list
_LONGEST = 170
_MOST = 4  # headings one above the other


class Found(NamedTuple):
    """A heading: its text on one line, where it stands, the index of its first line."""

    text: str
    span: Span
    line: int
    framed: bool


def headings_above(clean: str, lines: Sequence[Line], low: int, high: int, strict: bool = False) -> list[Found]:
    """The headings at the end of `lines[low:high]`, in order; what follows them is a paragraph.

    With `strict`, as after a list of names, only the last block may be one, and only if it is framed or labelled.

    >>> from cablerdf.parse.body.lines import cut
    >>> text = "He left.\\n\\n-----\\nIRAN\\n-----"
    >>> [found.text for found in headings_above(text, cut(text, Span(0, len(text))), 0, 4)]
    ['IRAN']
    """
    found: list[Found] = []
    end = high
    while end > low and len(found) < _MOST:
        under = False
        while end > low and lines[end - 1].rule:
            under, end = True, end - 1
        if end == low:
            break
        first = _block_start(clean, lines, low, end, under)
        block = _block(clean, lines, low, first, end, under)
        if block is None and first > low and _REDACTED.fullmatch(clean, lines[first].start, lines[end - 1].end):
            end = first  # a paragraph redacted with its number
            continue
        if block is None:
            break
        if strict and not block.framed and heading_kind(block.text) is None:
            before = lines[block.line - 1]
            if block.line <= low or clean[before.end - 1] not in ".?!":
                break
        found.append(block)
        end = block.line
        if strict:
            break
    return _joined(clean, found[::-1])


def _joined(clean: str, found: list[Found]) -> list[Found]:
    """The headings, those made one that were wrapped and underlined line by line."""
    joined: list[Found] = []
    for block in found:
        above = joined[-1] if joined else None
        between = "" if above is None else clean[above.span.end : block.span.start]
        underlined = "-" in between and "\n" not in between.strip().strip("- ")
        if above is not None and underlined and _BLANK_LINE.search(between) is None:
            text = f"{above.text} {block.text}"
            joined[-1] = Found(text, Span(above.span.start, block.span.end), above.line, True)
            continue
        joined.append(block)
    return joined


def _block_start(clean: str, lines: Sequence[Line], low: int, end: int, under: bool) -> int:
    """The index of the first line of the block of text that ends before `end`."""
    first = end - 1
    after_stop = first > 0 and not lines[first].gap and _last_sign(clean, lines[first - 1]) in _STOPS
    if after_stop and heading_kind(lines[first].of(clean)) is not None:
        return first  # "... attention.\nComment\n"
    while first > low and not lines[first].gap and not lines[first - 1].rule and end - first < 5:
        if under and clean[lines[first - 1].end - 1] in ".?!":
            break
        first -= 1
    return first


def _without_dashes(printed: str) -> str:
    """A heading without the rules before and behind it."""
    before = _DASHES_BEFORE.match(printed)
    if before is not None:
        printed = printed[before.end() :]
    after = _DASHES_AFTER.search(printed, len(printed.rstrip(_EDGES + whitespace)))  # all from there are marks
    return printed if after is None else printed[: after.start()]


def _block(clean: str, lines: Sequence[Line], low: int, first: int, end: int, under: bool) -> Found | None:
    """The heading that the lines from `first` make, if they make one."""
    start, stop = lines[first].start, lines[end - 1].end
    if stop - start > _LONGEST + 80 or end - first > 3:
        return None
    printed = clean[start:stop]
    over = first > 0 and lines[first - 1].rule
    core = printed
    if printed[0] in _EDGES or printed[-1] in _EDGES:
        core = _without_dashes(_without_dashes(printed))
        if core[:1] == "-" and len(core) < len(printed):  # "-- Cuba --", "- - - Trade - - -"
            core = core.lstrip("- ")
    framed = under or len(core) < len(printed) or (over and core.isupper())
    slashes = list(_SLASHES.finditer(core))
    if slashes:
        core = core[slashes[-1].end() :]
    marking = marking_at(clean, start + printed.index(core)) if core else None
    offset = printed.index(core)
    if marking is not None:
        core = clean[marking[1].end : start + offset + len(core)].lstrip(" .:")
    text = " ".join(core.split()).removesuffix("--").rstrip(" -")
    before = _last_sign(clean, lines[first - 1]) if first else ""
    labelled = heading_kind(text) is not None
    if labelled and first and lines[first - 1].of(clean).upper().endswith("END"):  # "... END\n\nSUMMARY."
        return None
    if not (lines[first].gap or over or first == 0 or ((framed or labelled) and before in _STOPS)):
        return None
    if not framed and end - first > 1 and lines[first].end - start < _SHORTEST_WRAPPED:
        return None
    if not reads_as_heading(text, framed, end - first, before):
        return None
    span = Span(start + offset, start + offset + len(printed[offset:].rstrip("-=_* \t\n")))
    top = first - 1 if over and first > low else first
    return Found(text, span, top, framed)


def _last_sign(clean: str, line: Line) -> str:
    """The last character of a line; `*` for a redaction or a rule."""
    if line.rule or clean[line.start : line.end].lower().endswith("xxxx"):
        return "*"
    return clean[line.end - 1]


def reads_as_heading(text: str, framed: bool, count: int, before: str) -> bool:
    """Whether a block of text with these surroundings reads as a heading."""
    if not 1 < len(text) <= _LONGEST or not any(c.isalpha() for c in text):
        return False
    if _REDACTED.fullmatch(text) or _MARKER.match(text) or _ADDRESS.search(text) or text.startswith("Visit "):
        return False
    if heading_kind(text) is not None and len(text) < 100 and (text[-1] != "." or len(text.split()) < 5):
        return True
    if (not framed and _LIST_ITEM.match(text)) or (not framed and text[0].isdigit() and not _COUNTED.match(text)):
        return False
    bare = text.rstrip("\"”'’) ")
    stopped = bare[-1:] == "." and not bare.endswith(("..", "U.S.", "u.s."))
    if text[-1] in ",;" or (stopped and not (framed and len(text) < 80)):
        return False
    if framed:
        return text[0] not in "-¶" and not (text[-1] == "." and _SENTENCES.search(text))
    if len(text) < 3:
        return False
    if before and before not in _STOPS:
        return False
    if text[-1] == ":" and (before != "*" or len(text.split()) > 4):
        return False
    if text[0].islower() or len(text) > (100 if count == 1 else 150):
        return False
    if text.isupper():
        return True
    return ("," not in text[-12:] and is_titled(text)) or len(text.split()) <= 9


def is_titled(text: str, strictly: bool = False) -> bool:
    """Whether most words of weight begin with a capital, or all of them."""
    words = [
        word for word in re.split(r"[\s/]+", text) if word and word[0].isalpha() and word.lower() not in _LINK_WORDS
    ]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and (capitals == len(words) if strictly else capitals * 3 >= 2 * len(words))
