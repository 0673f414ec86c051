"""One title that several bear: `Torvel leaders | A and B`, `Senators A (R-OH), | B, and C`."""

from __future__ import annotations

import re
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.entities.names.described import described, functions
from cablerdf.parse.entities.names.reader import NameFound
from cablerdf.parse.lexicon.offices import is_plural
from cablerdf.parse.lexicon.styles import stands_before_names

_GAP = re.compile(r"\s?(?:\([^()]{1,40}\))?(?P<joint>,\s+and\s+|,\s+|\s+and\s+)")
_LONGEST = 56  # characters between two names of a list


def with_shared(clean: str, names: list[NameFound]) -> list[NameFound]:
    """The names in their order, those that a list goes on with under the title of its first."""
    plurals = _plurals()
    found: list[NameFound] = []
    shared: Span | None = None  # the title of those who are listed
    for name in names:
        joint, own = None, name.titles[1:] if name.titles[:1] == (shared,) else name.titles
        if shared:
            start = min([name.span.start, *(title.start for title in own)])
            joint = _GAP.fullmatch(clean, found[-1].span.end, start) if start - found[-1].span.end < _LONGEST else None
        if shared and joint and all(stands_before_names(title.of(clean)) for title in own):
            name = name._replace(titles=(shared, *own))
            shared = None if "and" in joint["joint"] else shared
        elif name.titles:
            shared = name.titles[0] if is_plural(name.titles[0].of(clean)) else None
        elif name.before in plurals:
            name = described(clean, name)
            shared = name.titles[0] if name.titles else None
        else:
            shared = None
        found.append(name)
    return found


@cache
def _plurals() -> frozenset[str]:
    """What several are called in small letters."""
    words = functions()
    return frozenset(word for word in words if word.endswith("s") and word[:-1] in words)
