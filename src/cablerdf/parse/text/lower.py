"""The text of a cable in small letters, made once for every step that looks for words whatever their case."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4)  # several steps ask for that of one cable
def lowered(text: str) -> str:
    """The text in lower case, of the same length.

    >>> lowered("The TALKS in İzmir")
    'the talks in İzmir'
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
