"""What a user typed into the box, as an FTS5 query: nothing typed can break it."""

from __future__ import annotations

import re

PART = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
LETTERS = re.compile(r"\w+", re.UNICODE)


def match_query(typed: str) -> str:
    """The FTS5 query for words (all must occur), "phrases", `-without` and `begin*`; "" for no word at all.

    >>> match_query('fish "quota talks" -tuna libr*')
    '"fish" AND "quota talks" AND "libr" * NOT "tuna"'
    >>> match_query('a") OR (b')
    '"a" AND "or b"'
    """
    wanted: list[str] = []
    without: list[str] = []
    for part in PART.finditer(typed[:500]):
        words = LETTERS.findall((part["phrase"] if part["phrase"] is not None else part["word"]).lower())
        if not words:
            continue
        phrase = '"' + " ".join(words) + '"'
        if part["phrase"] is None and part["word"].endswith("*"):
            phrase += " *"
        (without if part["no"] else wanted).append(phrase)
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {phrase}" for phrase in without)


def words_to_mark(typed: str) -> list[str]:
    """The words and phrases of a query that a found text shows, longest first.

    >>> words_to_mark('fish "quota talks" -tuna')
    ['quota talks', 'fish']
    """
    found: list[str] = []
    for part in PART.finditer(typed[:500]):
        if not part["no"]:
            words = LETTERS.findall((part["phrase"] if part["phrase"] is not None else part["word"]).lower())
            if words:
                found.append(" ".join(words))
    return sorted(set(found), key=lambda words: (-len(words), words))
