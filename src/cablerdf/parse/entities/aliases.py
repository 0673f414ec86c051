"""Second names that a text tells of somebody: `Juan Ruiz (aka Tomas Soto)`, `Yusuf Omar Said "Abu Lion,"`."""

from __future__ import annotations

import re
from itertools import pairwise

from cablerdf.parse.entities.names import NameFound

# what stands between a name and a second one of the same person
_QUOTED = re.compile(r"\s+\(?[\"“]")
_CALLED = re.compile(r",?\s+\(?(?:aka|AKA|a\.k\.a\.|alias|also known as|better known as|known as|nicknamed)\s+[\"“]?")
_CLOSED = re.compile(r"[.,]?[\"”]")
_LONGEST = 24  # characters between the two


def aliases(clean: str, names: list[NameFound]) -> list[tuple[NameFound, NameFound]]:
    """(name, second name of the same person) as the text tells them, in order."""
    found = []
    for name, second in pairwise(sorted(names, key=lambda n: n.span.start)):
        start, end = name.span.end, second.span.start
        if (second.plain and len(second.tokens) == 1) or second.titles or not 0 < end - start < _LONGEST:
            continue
        quoted = _QUOTED.fullmatch(clean, start, end) and _CLOSED.match(clean, second.span.end)
        if (quoted and len(name.tokens) > 1) or _CALLED.fullmatch(clean, start, end):
            found.append((name, second))
    return found
