"""Words that are names of people, and words that are nobody's: lists that several fields look into."""

from __future__ import annotations

from functools import cache

from cablerdf.parse.lexicon.forms import family
from cablerdf.vocab.tables import rows, words


# Not `lexicon.forms.given`, which leaves out months and small words: in a header April and Will are names.
@cache
def given_names() -> frozenset[str]:
    """Given names, in capitals."""
    return frozenset(row["name"].upper() for row in rows("given_names"))


@cache
def common_words() -> frozenset[str]:
    """Words of the language, in small letters."""
    return frozenset(words("common_words"))


def is_name(bare: str) -> bool:
    """Whether a word in capitals is a name of people."""
    return bare in given_names() or bare.lower() in family()
