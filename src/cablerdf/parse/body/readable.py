"""A paragraph's text as a person reads it."""

from __future__ import annotations

import re

# a line that begins an item: "-- rice", "* oil", "(a) coal", "1) gas"
_ITEM_START = re.compile(r"(?:--?|[*•])\s|\(?[a-zA-Z0-9]{1,2}[.)]\s")
_RULE_MARKS = "-=_*"
_RULE = re.compile(r"[-=_* ]{4,}")
_SHORT = 48  # characters: a block of lines all shorter than this is a list
# what may begin a block, an item or a rule; a text of long lines without it is one block
_APART = re.compile(r"\n[^\S\n]*+(?:\n|[-=_*•]|\(?[a-zA-Z0-9]{1,2}[.)])")


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
