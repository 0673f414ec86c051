"""Which words the offices that a text tells are made of: their nouns, what stands before those, what ends them."""

from __future__ import annotations

from functools import cache, lru_cache

from cablerdf.parse.lexicon import forms as lexicon


@cache
def heads() -> frozenset[str]:
    """The nouns that an office may have, in lower case."""
    nouns = {noun for noun in lexicon.titles("lower") | lexicon.titles("office") if " " not in noun}
    nouns -= {noun for noun in nouns if noun.endswith("men") or (noun.endswith("s") and noun[:-1] in nouns)}
    return frozenset(nouns - lexicon.titles("standing") - lexicon.titles("kin"))


@cache
def never() -> frozenset[str]:
    """Words that no office has within."""
    return (lexicon.words_of("function") | lexicon.words_of("said")) - heads() - {"post", "second", "first", "key"}


@cache
def bodies() -> frozenset[str]:
    """Words that end what an office is of, in lower case."""
    of_bodies = {word for word in lexicon.words_of("org_head") if not word.endswith("'s")}
    return frozenset(of_bodies | {"intelligence", "commerce", "affairs", "deputies", "representatives", "parliament"})


@lru_cache(maxsize=1 << 13)
def within(word: str) -> bool:
    """Whether a word may stand in an office before its noun."""
    low = word.lower()
    if low in never() or word[0].isdigit():
        return False
    return not (low.endswith(("ing", "ed")) and word[0].islower()) or low in lexicon.words_of("title_word")


@lru_cache(maxsize=1 << 13)
def is_head(word: str) -> bool:
    """Whether a word is the noun of an office: `president`, `vice-president`, `Governor-elect`."""
    low = word.lower().removesuffix("-elect").removesuffix("-designate")
    return low in heads() or low.rpartition("-")[2] in heads()
