"""What a user typed into the box, as an FTS5 query: nothing typed can break it, or keep it busy."""

from __future__ import annotations

import re
from typing import NamedTuple

PART = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
LETTERS = re.compile(r"\w+", re.UNICODE)
LONGEST, MOST, MOST_STARRED = 500, 16, 3  # letters, words (those of phrases too), and terms that are beginnings
TOO_MUCH = f"A search takes at most {MOST} words, {MOST_STARRED} of them with a star: the rest was left out."


class Term(NamedTuple):
    """A word or phrase, whether it is a beginning, and whether it is to be absent."""

    words: str
    starred: bool
    without: bool

    @property
    def phrase(self) -> str:
        """The term as FTS5 has it."""
        return f'"{self.words}"' + (" *" if self.starred else "")


def terms(typed: str) -> tuple[list[Term], bool]:
    """The terms that are searched for, each once, and whether there were more.

    >>> terms('Fish "quota talks" -tuna fish')[0][1:]
    [Term(words='quota talks', starred=False, without=False), Term(words='tuna', starred=False, without=True)]
    """
    found: dict[Term, None] = {}
    more = len(typed) > LONGEST
    for part in PART.finditer(typed[:LONGEST]):
        phrase = part["phrase"]
        words = " ".join(LETTERS.findall((part["word"] if phrase is None else phrase).lower()))
        if not words:
            continue
        term = Term(words, phrase is None and part["word"].endswith("*"), bool(part["no"]))
        taken = sum(other.words.count(" ") + 1 for other in found)
        full = taken + words.count(" ") + 1 > MOST
        full |= term.starred and sum(other.starred for other in found) == MOST_STARRED
        if term in found or not full:
            found[term] = None
        else:
            more = True
    return list(found), more


def match_query(typed: str) -> str:
    """The FTS5 query for words (all must occur), "phrases", `-without` and `begin*`; "" for no word at all.

    >>> match_query('fish "quota talks" -tuna libr*')
    '"fish" AND "quota talks" AND "libr" * NOT "tuna"'
    >>> match_query('a") OR (b')
    '"a" AND "or b"'
    """
    found, _ = terms(typed)
    wanted = " AND ".join(term.phrase for term in found if not term.without)
    return wanted and wanted + "".join(f" NOT {term.phrase}" for term in found if term.without)


def words_to_mark(typed: str) -> list[str]:
    """The words and phrases of a query that a found text shows, longest first.

    >>> words_to_mark('fish "quota talks" -tuna')
    ['quota talks', 'fish']
    """
    found = {term.words for term in terms(typed)[0] if not term.without}
    return sorted(found, key=lambda words: (-len(words), words))
