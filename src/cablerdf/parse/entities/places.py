"""Places: countries, cities and regions of the tables, and names that their surroundings show to be places."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.lexicon import Entry
from cablerdf.parse.entities.segments import Segment
from cablerdf.parse.entities.tokens import Token

_HEAD_AFTER = re.compile(
    r"\s+(province|state|region|district|governorate|oblast|county|prefecture|river|valley|desert|village|city|town"
    r"|islands?|peninsula|border|municipality|neighborhood|suburb|mountains|airbase|area)\b"
)
_IN = re.compile(
    r"(?:\b(?:in|near|outside|throughout|southern|northern|eastern|western"
    r"|(?:city|town|village|province|state|region|port|island|district|governor|mayor|suburb|coast|capital) of)\s+)$"
)


class PlaceFound(NamedTuple):
    """A printed form of a place; `entry` is None where only its surroundings show it."""

    span: Span
    name: str
    entry: Entry | None


def read_places(clean: str, tokens: list[Token], segments: list[Segment], capitals: bool) -> list[PlaceFound]:
    """The places of one run, in order."""
    heads = lexicon.words_of("place_head")
    found: list[PlaceFound] = []
    for at, segment in enumerate(segments):
        label = segment.label
        first, last = tokens[segment.first], tokens[segment.last - 1]
        if label in "CP":
            if (
                label == "P"
                and segment.entry is not None
                and segment.entry.detail == "region"
                and _in_name(tokens, segments, at)
            ):
                continue
            found.append(
                PlaceFound(Span(first.start, last.end), " ".join(clean[first.start : last.end].split()), segment.entry)
            )
        elif label in "UN" and segment.last - segment.first == 1:
            if "-" in first.text or "/" in first.text:
                found += _parts(clean, first)
                continue
            following = segments[at + 1] if at + 1 < len(segments) else None
            headed = (
                following is not None
                and following.label == "W"
                and bool(tokens[following.first].glue)
                and tokens[following.first].low in heads
                and tokens[following.first].low not in ("agency", "department", "state", "airport", "port", "bay")
            )
            lonely = at == 0 or not first.glue
            if lonely and (headed or (not capitals and _HEAD_AFTER.match(clean, first.end) and not first.possessive)):
                end = tokens[following.first].end if headed and following is not None else first.end
                found.append(PlaceFound(Span(first.start, end), " ".join(clean[first.start : end].split()), None))
            elif (
                lonely
                and not capitals
                and following is None
                and _IN.search(clean[max(0, first.start - 16) : first.start])
                and not first.possessive
            ):
                found.append(PlaceFound(Span(first.start, last.end), first.text, None))
        elif label in "AWX" and ("-" in first.text or "/" in first.text):
            found += _parts(clean, first)
    return found


def _in_name(tokens: list[Token], segments: list[Segment], at: int) -> bool:
    """Whether a region is part of the name of an office or event: `North America Desk`, `Summit of the Americas`."""
    things = lexicon.words_of("not_org_head") | lexicon.words_of("org_head")
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after is not None and after.label in "WU" and tokens[after.first].glue and tokens[after.first].low in things:
        return True
    before = at - 1
    while before > 0 and segments[before].label == "j":
        before -= 1
    return (
        0 <= before < at - 1
        and segments[before].label == "W"
        and tokens[segments[before].first].low in ("summit", "organization")
    )


def _parts(clean: str, token: Token) -> list[PlaceFound]:
    """The countries of a compound: `U.S.-Japan`, `Sino-Indian` has none."""
    found = []
    phrases = lexicon.phrases()
    for match in re.finditer(r"[^-/–]+", clean[token.start : token.end]):
        words = lexicon.split_words(match.group())
        for known, _exact, entry in phrases.get(words[0], ()) if words else ():
            if known == words:
                if entry.kind == "country" or entry.detail in ("city", "capital"):
                    start = token.start + match.start()
                    found.append(PlaceFound(Span(start, start + len(match.group())), match.group(), entry))
                break
    return found
