"""Names of posts: the code that ids use for each printed form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from cablerdf.vocab.tables import mapping, rows

KIND = re.compile(r"^(?:AM ?EMB(?:ASSY)?|AMCONSUL(?:ATE)?|US ?MISSION|USINT|USLO|USDEL|EMBASSY|CONSULATE)\s+")


@cache
def post_codes() -> Mapping[str, str]:
    """Every printed name of a post (upper case, single blanks) to its code, "PORT OF SPAIN" to "PORTOFSPAIN"."""
    found = {row["code"]: row["code"] for row in rows("posts")}
    found |= mapping("posts", "printed", "code")
    found |= mapping("post_spellings", "printed", "code")
    return MappingProxyType(found)


def post_code(printed: str) -> str | None:
    """The code of a printed name; None for a name that is in no table.

    >>> post_code("SECSTATE WASHDC"), post_code("Tel Aviv"), post_code("AMEMBASSY SANAA")
    ('STATE', 'TELAVIV', 'SANAA')
    """
    name = " ".join(printed.upper().replace("’", "'").split()).strip(" .,")
    codes = post_codes()
    if name in codes:
        return codes[name]
    bare = KIND.sub("", name)
    if bare in codes:
        return codes[bare]
    return codes.get(bare.replace("-", " "))


def id_of(year: int | str, code: str, number: str) -> str:
    """The canonical id of a cable.

    >>> id_of(2009, "LISBON", "000418")
    '09LISBON418'
    """
    return f"{int(year) % 100:02d}{code}{number.lstrip('0') or '0'}"


def guessed_code(printed: str) -> str:
    """The code that a name would have by the rule of the ids: no blanks, no punctuation."""
    return re.sub(r"[^A-Z]", "", KIND.sub("", printed.upper()))


@lru_cache(maxsize=4096)
def near_code(printed: str) -> str | None:
    """The code of a post whose name differs from `printed` by one letter, where only one does.

    >>> near_code("ISLAMABD"), near_code("LIMB")
    ('ISLAMABAD', None)
    """
    if len(printed) < 6:
        return None
    names = ((name, code) for name, code in post_codes().items() if abs(len(name) - len(printed)) <= 1)
    found = {code for name, code in names if one_apart(name, printed)}
    return found.pop() if len(found) == 1 else None


def one_apart(one: str, other: str) -> bool:
    """Whether one letter added, lost, changed, or two exchanged make the words equal."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, letter in enumerate(one) if letter != other[i]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    exchanged = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return exchanged or one[at + 1 :] == other[at + 1 :]
