"""The words that lead to the reasons: "for reasons", "; REASON:", "based upon section", torn or misprinted."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from cablerdf.parse.header.scanned import letters
from cablerdf.parse.lexicon.forms import family
from cablerdf.vocab.tables import rows

WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
ORDER = re.compile(r"E\.?O|\d{5}")
LETTERS = re.compile(r"[^A-Z]")
MOST_TORN = 3  # pieces of a word
REASONS = ("REASON", "REASONS")
CONNECTIVES = frozenset(("FOR", "PER", "UNDER", "BASED", "DUE", "BY"))
LITTLE = frozenset(("IN", "ON", "OF", "TO", "WITH", "THE"))  # before "for reasons": the rest of a torn name
SHORT = 5  # letters: a shorter word is a misprint only where it is no name


@cache
def lead_words() -> dict[str, int]:
    """Words that lead to reasons to the errors that each may have."""
    return {row["word"]: int(row["errors"]) for row in rows("reason_words")}


def lead_start(text: str, offset: int) -> int:
    r"""The offset behind the last word before those that lead to the reasons.

    >>> line = "DCM Jane Roe, fo\nr resaons "
    >>> line[:lead_start(line, 0)]
    'DCM Jane Roe'
    """
    words = list(WORD.finditer(text, offset))
    printed = [word[0] for word in words]
    at = first_reason(printed)
    joined = False  # once "for" or "per" is found, no misprint of "reason" stands before it: Eason is a name
    while at > 0 and (size := lead_size(printed, at, whole=joined)):
        if joined and size == 1 and letters_of(printed[at - 1 : at]) in LITTLE:
            break
        at -= size
        joined = joined or letters_of(printed[at : at + size]) in CONNECTIVES
    if not at:
        return offset
    last, end = words[at - 1], words[at - 1].end()
    initial = (
        text[end : end + 1] == "." and len(last[0]) < 3 and text[last.start() - 1].isspace()
    )  # "Roe Jr.", "Jane R."
    return end + initial


def first_reason(words: list[str]) -> int:
    """The index of the first word that is "reason", torn or not, or how many words there are."""
    whole = next((at for at, word in enumerate(words) if word[0] in "rR" and letters(word) in REASONS), None)
    if whole is not None:
        return whole
    for at, word in enumerate(words):
        if word[0] not in "rRKPxX":
            continue
        for size in range(1, min(MOST_TORN, len(words) - at) + 1):
            if size > 1 and letters_of(words[at + size - 1 : at + size]) in REASONS:
                break
            if lead_word("".join(words[at : at + size]), size) in REASONS:
                return at
    return len(words)


def lead_size(words: list[str], at: int, *, whole: bool) -> int:
    """How many pieces before an index are one word that leads to reasons, whole rather than misprinted; 0 for none."""
    sizes = range(1, min(MOST_TORN, at) + 1)
    for size in sizes:  # two pieces of two letters are no word: A/S is not AS
        whole_word = letters_of(words[at - size : at])
        if whole_word in lead_words() and (size == 1 or len(whole_word) > 2):
            return size
    if whole:
        return 1 if ORDER.fullmatch(words[at - 1].upper()) else 0
    found = ((size, lead_word("".join(words[at - size : at]), size)) for size in sizes)
    return next((size for size, word in found if word is not None and word not in REASONS), 0)


def letters_of(words: list[str]) -> str:
    return LETTERS.sub("", letters("".join(words)))


@lru_cache(maxsize=8192)
def lead_word(printed: str, pieces: int) -> str | None:
    """The word that leads to reasons which a word torn into pieces is, or a misprint of which it is."""
    if pieces == 1 and ORDER.fullmatch(printed.upper()):
        return printed
    whole = letters_of([printed])
    if whole in lead_words() and (pieces == 1 or len(whole) > 2):
        return whole
    if (
        not 2 <= len(whole) <= 16
        or (len(whole) < SHORT and (pieces > 1 or printed.istitle()))
        or whole.lower() in family()
    ):
        return None
    near = [
        (OSA.distance(whole, word, score_cutoff=errors), errors, word)
        for word, errors in lead_words().items()
        if errors and -3 < len(word) - len(whole) < 3
    ]
    return next(
        (word for distance, errors, word in sorted(near) if distance <= min(errors, 1 if pieces > 1 else 2)), None
    )
