"""Which words stand before a name and are no office: ranks of the services, forms of address, dignities.

All are rows of `titles.csv`: `rank` (`Maj. Gen.`), `honorific` (`Dr.`, `Shaykh`), `dignity` (`King`, `Sen.`).
"""

from __future__ import annotations

from functools import cache, lru_cache

from cablerdf.parse.lexicon import forms as lexicon

_SERVICES = frozenset(("usaf", "usmc", "usn", "ret", "res", "retired"))  # beside a rank, none by themselves
_OF_EXCELLENCY = frozenset(("his", "her", "the", "excellency"))


@cache
def ranks() -> frozenset[str]:
    """The words of ranks of the services, in lower case without stops: `maj`, `gen`; `usaf`, `retired` with them."""
    alone = {title for title in lexicon.titles("rank") if " " not in title}
    return _SERVICES | {title.rstrip(".") for title in alone} | {"rear", "field"}


@cache
def styles() -> frozenset[str]:
    """The words of forms of address, in lower case without stops: `dr`, `shaykh`, `excellency`."""
    return _OF_EXCELLENCY | {word.rstrip(".") for title in lexicon.titles("honorific") for word in title.split()}


@cache
def before_names() -> frozenset[str]:
    """The words that may stand between an office and a name, or in place of one, in lower case without stops."""
    dignities = {title.rstrip(".") for title in lexicon.titles("dignity") if " " not in title}
    return (ranks() | styles() | dignities) - {"the", "his", "her"}


@lru_cache(maxsize=1 << 12)
def is_rank(title: str) -> bool:
    """Whether a title is a rank of the services alone, no office.

    >>> is_rank("USAF Maj. Gen."), is_rank("Attorney General"), is_rank("Shaykh")
    (True, False, False)
    """
    words = _words(title)
    return ranks().issuperset(words) and not _SERVICES.issuperset(words)


@lru_cache(maxsize=1 << 12)
def is_style(title: str) -> bool:
    """Whether a title is a form of address alone.

    >>> is_style("Shaykh Dr."), is_style("His Excellency"), is_style("Gen.")
    (True, True, False)
    """
    return styles().issuperset(_words(title))


@lru_cache(maxsize=1 << 12)
def stands_before_names(title: str) -> bool:
    """Whether a title is made of ranks, forms of address and dignities alone.

    >>> stands_before_names("Dr."), stands_before_names("King"), stands_before_names("Attorney General")
    (True, True, False)
    """
    return before_names().issuperset(_words(title))


def _words(title: str) -> list[str]:
    return [word.strip(".,()") for word in title.lower().split()]
