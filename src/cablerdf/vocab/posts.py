"""Names of posts: the code that ids use for each printed form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from rapidfuzz.distance import OSA

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


@cache
def same_as() -> Mapping[str, str]:
    """Code to the code that ids of the same post have as a rule: KIEV to KYIV, TAIPEI to AITTAIPEI."""
    return MappingProxyType({code: other for code, other in mapping("posts", "code", "same_as").items() if other})


def same_post(one: str, other: str) -> bool:
    """Whether ids with the two codes may be of one post: KIEV and KYIV.

    >>> same_post("KIEV", "KYIV"), same_post("KYIV", "LVIV")
    (True, False)
    """
    return same_as().get(one, one) == same_as().get(other, other)


ID = re.compile(r"(?P<year>\d\d)(?P<code>[A-Z]{3,24}?)0*(?P<number>[1-9]\d{0,6})")


def same_id(printed: str | None) -> str | None:
    """The id of the same cable by the other name of its post; None where the post has one name.

    A mission is not the embassy whose name its ids may have.

    >>> same_id("08TAIPEI12"), same_id("08LISBON418"), same_id("08USEUBRUSSELS12")
    ('08AITTAIPEI12', None, None)
    """
    found = ID.fullmatch(printed or "")
    other = same_as().get(found["code"]) if found is not None else None
    if found is None or other is None or post_kinds()[found["code"]] != post_kinds()[other]:
        return None
    return f"{found['year']}{other}{found['number']}"


@cache
def post_kinds() -> Mapping[str, str]:
    """Code of a post to what it is: embassy, consulate, mission, office."""
    return mapping("posts", "code", "kind")


def guessed_code(printed: str) -> str:
    """The code that a name would have by the rule of the ids: no blanks, no punctuation."""
    return re.sub(r"[^A-Z]", "", KIND.sub("", printed.upper()))


@lru_cache(maxsize=4096)
def near_code(printed: str) -> str | None:
    """The code of a post whose name is `printed` but for a letter, or two of a long name, where only one is.

    >>> near_code("ISLAMABD"), near_code("PORT MORSEBY"), near_code("DUBAI RPO"), near_code("LIMB")
    ('ISLAMABAD', 'PORTMORESBY', 'RPODUBAI', None)
    """
    words = sorted(printed.split())
    for name, code in post_codes().items():
        if len(name) == len(printed) and len(words) > 1 and sorted(name.split()) == words:
            return code
    if len(printed) < 6:
        return None
    for most in (1, 2) if len(printed) >= 10 else (1,):
        found = {code for name, code in post_codes().items() if OSA.distance(name, printed, score_cutoff=most) <= most}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


@cache
def country_code(code: str) -> str | None:
    """The TAGS code of a post's country, which may stand behind its name: "PARIS FR"."""
    countries = {row["label"]: row["code"] for row in rows("tags") if row["kind"] == "country"}
    return next((countries.get(row["country"]) for row in rows("posts") if row["code"] == code), None)


@cache
def initials(code: str) -> str | None:
    """The initials of a post's name of several words: "LP" for LA PAZ."""
    words = next((row["printed"].split() for row in rows("posts") if row["code"] == code), [])
    return "".join(word[0] for word in words) if len(words) > 1 else None
