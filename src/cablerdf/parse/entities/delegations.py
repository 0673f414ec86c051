"""Lists of people of whom the text tells beforehand for whom they came: `The French were represented by X, Y and Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Span
from cablerdf.parse.entities.nationality import country_in, demonym_in, is_us_title

_HEAD = r"\b((?:[A-Z][\w./'’-]*+ ){1,2}?)"
_MANY = (
    r"(?:delegates|engineers|experts|investigators|legislators|members|negotiators|observers|officers|officials|participants"
    r"|parliamentarians|representatives|scientists|senators|specialists|staffers|students|journalists|lawyers)"
)
_COMPOSED = (
    r"(?:consisting of|composed of|comprising|included|includes|consisted of|comprised|was composed of"
    r"|(?:was|were) represented(?: [^.,;()]{1,40})? by)"
)
# "The French were represented at the talks by X", "the Turkish delegation consisted of X"
_LISTED = re.compile(
    _HEAD + r"(?:(?:delegation|team|side|party|attendees|participants|representatives) )?" + _COMPOSED + r":?\s"
)
# "three USFS experts (X - Forest Supervisor; Y - Chief)"
_IN_BRACKETS = re.compile(_HEAD + _MANY + r"[ \n]\(")
# "accompanied by the Ambassador, X and Y": the people of the post
_WITH_US = re.compile(
    r"(?:accompanied|joined) by (?:the )?(?:U\.S\. )?(?:Ambassador|Charge|DCM|Emboffs?|Poloffs?|PolCouns|EconCouns),?\s"
)
# "the Turkish delegation, led by X": one alone
_LED = re.compile(_HEAD + r"(?:delegation|team|side),? (?:was |which was |is )?(?:led|headed|chaired) by\s")
_OVER = re.compile(
    r"[.?!]\s|;\s(?!(?:and )?[A-Z])|\n\s*\n"
    r"|\b(?:who|met|told|discussed|called|traveled|arrived|visited|held|briefed|asked|raised|where)\b"
)
_BODIES_OF_THE_US = frozenset(("USFS", "USDA", "USAID", "USG", "USTR", "DHS", "DOD", "DOE", "DOJ", "FBI", "DEA", "TSA"))


def delegations(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """The stretches of text that list people of one country, and the country.

    >>> text = "The French were represented at the talks by Ana Doe, an envoy, and Bo Roe, who met us."
    >>> [(span.of(text), country) for span, country in delegations(text, Span(0, len(text)))]
    [('Ana Doe, an envoy, and Bo Roe, ', 'France')]
    """
    for pattern in (_LISTED, _LED):
        for opening in pattern.finditer(clean, whole.start, whole.end):
            country = _country(opening[1])
            if country is not None:
                over = _OVER.search(
                    clean, opening.end(), min(whole.end, opening.end() + (400 if pattern is _LISTED else 60))
                )
                yield Span(opening.end(), over.start() if over is not None else opening.end() + 60), country
    for opening in _WITH_US.finditer(clean, whole.start, whole.end):
        over = _OVER.search(clean, opening.end(), min(whole.end, opening.end() + 250))
        yield Span(opening.end(), over.start() if over is not None else opening.end()), "US"
    for opening in _IN_BRACKETS.finditer(clean, whole.start, whole.end):
        country = _country(opening[1])
        closing = clean.find(")", opening.end(), opening.end() + 500)
        if country is not None and closing > 0:
            yield Span(opening.end(), closing), country


def _country(words: str) -> str | None:
    """The country of the last demonym, government or body of the United States among the words."""
    last = words.split()[-1].removesuffix("'s").removesuffix("’s")
    if last in _BODIES_OF_THE_US or last in ("U.S.", "US") or is_us_title(last):
        return "US"
    return demonym_in(words) or country_in(last)
