"""Whether a pronoun of one person fits a speaker, by noun, title and given name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablerdf.vocab.tables import rows


def _words(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("statement_words") if row["set"] == name)


_FEMALE = _words("female")
_MALE = _words("male")
_WOMEN = _words("female name")
_MEN = _words("male name")
_TOGETHER = _words("collective")
_HANGING = re.compile(r" (?:at|for|from|in|of|on|to) ")


def gender_of(name: str, titles: Sequence[str], person: bool) -> str | None:
    """ "he" or "she" for a name or function, None where neither noun nor title nor given name tells.

    A name of one word is taken for a family name.

    >>> gender_of("Emily Lindqvist", (), True), gender_of("the chairman", (), False), gender_of("Lee", (), True)
    ('she', 'he', None)
    """
    parts = set(name.lower().split())
    parts.update(" ".join(titles).lower().split())
    known = "she" if parts & _FEMALE else "he" if parts & _MALE else None
    first, *family = name.lower().split()
    if known is None and person and family:
        known = "she" if first in _WOMEN else "he" if first in _MEN else None
    return known


def is_group(name: str) -> bool:
    """Whether the head of a printed phrase is a noun for a group.

    >>> is_group("the foreign policy elite"), is_group("the head of the council")
    (True, False)
    """
    return _HANGING.split(name)[0].split()[-1].lower() in _TOGETHER
