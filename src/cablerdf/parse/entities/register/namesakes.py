"""Two people with one family name: a ruler and his kin, the signer and somebody of the host country."""

from __future__ import annotations

import re

from cablerdf.parse.entities.names.someone import RULERS, Someone
from cablerdf.parse.lexicon import forms as lexicon

_KIN = f"(?:{'|'.join(sorted(map(re.escape, lexicon.titles('kin')), key=len, reverse=True))})"
_KIN_BEFORE = re.compile(rf"\b(?:{_KIN}|First Lady|Mrs\.?|Madame),?\s$")
# "[the ailing President's wife]", ", his son,", " (brother of"
_KIN_BEHIND = re.compile(rf"\s?[,(\[]\s?(?:[\w'’-]+\s){{0,4}}{_KIN}(?=\s(?:of|to|and)\b|[\])),.;]|$)")
# what somebody of a post or of the Department is called
_OF_A_POST = re.compile(
    r"\b(?:amb|ambassador|charge|cda|dcm|consul|cg|counselor|officer|attache|secretary|a/s|u/s|das|director|chief"
    r"|coordinator|representative|envoy|minister[- ]counselor|mr|mrs|ms|dr)\b",
    re.IGNORECASE,
)


def rules(titles: list[str]) -> bool:
    """Whether one of some titles is that of a ruler."""
    return any(title.lower().endswith(RULERS) for title in titles)


def is_called_kin(clean: str, start: int, end: int) -> bool:
    """Whether the name at a stretch of text is told to be that of somebody's kin.

    >>> is_called_kin("the President's son Ali Soto, who", 20, 28), is_called_kin("Ali Soto, his brother", 0, 8)
    (True, True)
    """
    if _KIN_BEFORE.search(clean, max(0, start - 20), start) is not None:
        return True
    return clean[end : end + 2].strip()[:1] in (",", "(", "[") and _KIN_BEHIND.match(clean, end, end + 60) is not None


def is_kin(clean: str, someone: Someone) -> bool:
    """Whether the text tells of somebody who rules nothing that he or she is the kin of another."""
    if rules(someone.titles):
        return False
    return not someone.plain_titles.isdisjoint(_kin_titles()) or any(is_called_kin(clean, *m) for m in someone.mentions)


def _kin_titles() -> frozenset[str]:
    return lexicon.titles("kin") | {"first lady", "presidential son"}


def is_signer(someone: Someone, titles: list[str]) -> bool:
    """Whether somebody is known by the signature alone, and titles are none of a post: `Regional President`."""
    if someone.rule not in ("header", "signature") or len(someone.tokens) > 1 or someone.titles or not titles:
        return False
    return not any(_OF_A_POST.search(title) for title in titles)
