"""Misspelt names: what was typed enters, the people, bodies, places and posts that were meant leave.

The index keeps the words of all names under keys that a misspelt word shares with the right one: the word itself,
the word less any one letter, and its sound. So a look costs some twenty keys, however many names there are.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from cablerdf.latin import ascii_letters, without_marks
from cablerdf.sound import sound
from cablerdf.store.search.find import MOST_CABLES, Entity, Index
from cablerdf.store.search.words import terms

SHORTEST, LONGEST = 4, 30  # letters of a word that is kept, and put right
LONG = 7  # from so many letters on two may be wrong, else one
FEW = 3  # a word that more cables have is none that was misspelt
ALIKE, LOOKED_AT = 6, 40  # words that one may stand for, entities that are ranked
WORD = re.compile(r"[^\W\d_]+")


def fill_spellings(connection: sqlite3.Connection) -> None:
    """The words of all names, each under its keys."""
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, entity_text, 'row')")
    words = [term for (term,) in connection.execute("SELECT term FROM temp.vocabulary") if is_word(term)]
    rows = ((key, word) for word in words for key in keys(word))
    connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?)", rows)


def is_word(term: str) -> bool:
    """Whether a word is one whose spelling is looked after."""
    return SHORTEST <= len(term) <= LONGEST and term.isalpha()


def keys(word: str) -> Iterator[str]:
    """A word, the word less any one of its letters, and its sound.

    >>> sorted(set(keys("merkel")) & set(keys("merkl"))), sorted(set(keys("sarkozi")) & set(keys("sarkosy")))
    (['merkl', '~mrkl'], ['~srks'])
    """
    yield word
    yield from (word[:n] + word[n + 1 :] for n in range(len(word)))
    yield f"~{sound(ascii_letters(word))}"


def meant(index: Index, typed: str, *, kind: str = "", limit: int = 3) -> list[Entity]:
    """Those whose names are most like what was typed, the likeliest first; nobody where no word seems misspelt.

    Their names have all the words, put right; where nobody's has, all that were put right, or one of them.
    """
    words = [word for term in terms(typed)[0] if not term.without for word in WORD.findall(without_marks(term.words))]
    instead = {word: alike(index, word) for word in dict.fromkeys(words) if is_word(word) and is_rare(index, word)}
    mended = {word: others for word, others in instead.items() if others}
    if not mended:
        return []
    whole = {word: mended.get(word, [word]) for word in words}
    found = entities_of(index, whole, kind) or entities_of(index, mended, kind)
    found = found or [one for word in mended for one in entities_of(index, {word: mended[word]}, kind)]
    return sorted(found, key=lambda entity: (wrong(entity.label, list(mended)), -entity.cables))[:limit]


def is_rare(index: Index, word: str) -> bool:
    """Whether no name has a word, and hardly a cable."""
    if index.rows("SELECT 1 FROM spelling WHERE key = ? AND word = ?", word, word):
        return False
    sql = "SELECT 1 FROM cable_text WHERE cable_text MATCH ? LIMIT ?"
    return len(index.rows(sql, f'"{word}"', FEW + 1)) <= FEW


def alike(index: Index, word: str) -> list[str]:
    """The words of names that one may stand for, those with the fewest letters wrong first."""
    rows = index.rows_among("SELECT word FROM spelling WHERE key IN", keys(word))
    near = {other: OSA.distance(word, other) for (other,) in rows}
    allowed = 2 if len(word) >= LONG else 1
    found = [other for other in near if near[other] <= allowed]
    return sorted(found, key=lambda other: (near[other], other))[:ALIKE]


def entities_of(index: Index, words: dict[str, list[str]], kind: str) -> list[Entity]:
    """The entities whose names have, for each word, one of those that it may stand for; in most cables first."""
    query = " AND ".join("({})".format(" OR ".join(f'"{other}"' for other in others)) for others in words.values())
    sql = (
        "SELECT e.iri, e.kind, e.label, e.note, e.cables, e.meetings FROM entity_text"
        " JOIN entity e ON e.number = entity_text.rowid"
        f" WHERE entity_text MATCH ? AND (? = '' OR e.kind = ?) ORDER BY {MOST_CABLES} LIMIT ?"  # nosec B608
    )
    return [Entity(*row) for row in index.rows(sql, query, kind, kind, LOOKED_AT)]


def wrong(label: str, words: list[str]) -> int:
    """How many letters of some words are other than in the words of a name."""
    own = WORD.findall(ascii_letters(label))
    return sum(min((OSA.distance(word, other) for other in own), default=len(word)) for word in words)
