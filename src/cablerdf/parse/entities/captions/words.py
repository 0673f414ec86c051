"""What a capitalised word of the header may be: an office, a known name, a plain word, an initial with a name."""

from __future__ import annotations

import re

from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.nationality import figures

_VOWELS = frozenset("AEIOUY")
# "HOLBECK", "SZANDOR": what can be spoken, as letters of an office as a rule cannot
_CLUSTER = re.compile(r"[^AEIOUY'’-]{4}")
# "USCINCSO", "USDOE": bodies of the United States
_OF_THE_US = re.compile(r"US[^AEIOUYH]")


def is_office(word: str) -> bool:
    """Whether a word is an office or post that caption lines name, or a body of the United States."""
    return word.lower() in lexicon.words_of("office") or _OF_THE_US.match(word) is not None


def is_known(word: str) -> bool:
    """Whether tables know a word as somebody's name."""
    low = word.lower()
    return low in lexicon.family() or low in lexicon.given() or (len(low) > 3 and low in lexicon.surname_first())


def is_plain(low: str) -> bool:
    """Whether a word, or each part of it, has a meaning of its own."""
    if low in lexicon.phrases():
        return True
    return all(part in lexicon.common() and part not in lexicon.family() for part in low.split("-"))


def is_unofficial(low: str) -> bool:
    """Whether a common word has nothing to do with offices and messages, so that it may be a family name."""
    barred = ("org_word", "org_head", "title_word", "not_org_head", "place_head", "caption_word")
    return low not in lexicon.phrases() and not any(low in lexicon.words_of(name) for name in barred)


def is_spoken(word: str) -> bool:
    """Whether capitals can be spoken as a name: they open as names do, and no four consonants follow each other.

    >>> is_spoken("HOLBECK"), is_spoken("SZANDOR"), is_spoken("DSECC"), is_spoken("APDNSA")
    (True, True, False, False)
    """
    word = word.upper()
    if not _VOWELS & set(word) or _CLUSTER.search(word.replace("SCH", "S").replace("TCH", "T").replace("CHR", "C")):
        return False
    if word[0] in _VOWELS or word[1] in _VOWELS or word[1] in "'’":
        return True
    return word[:2].lower() in lexicon.words_of("onset") and bool(_VOWELS & set(word[2:4]))


def is_run_together(name: str, together: bool) -> bool:
    """Whether a word is an initial and a family name without a blank: `CDALTON`.

    One of four letters is where other names of the caption are (`together`).
    """
    rest = name[1:].lower()
    if rest in lexicon.family() or (len(name) > 5 and rest in figures()):
        return True
    if len(name) < 5 and not (together and is_spoken(name[1:])):
        return False
    return name[0] not in _VOWELS and name[1] not in _VOWELS and name[:2].lower() not in lexicon.words_of("onset")
