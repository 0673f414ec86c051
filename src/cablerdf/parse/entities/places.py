"""Places: countries, cities and regions of the tables, and names that their surroundings show to be places."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.lexicon import Entry
from cablerdf.parse.entities.reader import Run
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
# words before the name of a ship: HMS | Cornwall
_SHIPS = frozenset(("hms", "uss", "usns", "ins"))
_DIRECTIONS = frozenset(
    ("northern", "southern", "eastern", "western", "central", "northeast", "northeastern", "northwest", "northwestern",
     "southeast", "southeastern", "southwest", "southwestern")
)  # fmt: skip
_PARTS = frozenset(("upper", "lower", "middle"))  # Upper Palatinate
_OPEN, _PLACED = frozenset("UN"), frozenset("CP")  # labels of words that may be places, and of those that are
# heads that do not make a place of the word before them
_NO_HEADS = frozenset(("agency", "department", "state", "airport", "port", "bay"))
# "linked to | Khaf, | Iran"
_IN_COUNTRY = re.compile(r", [A-Z]")
_TO = re.compile(r"\b(?:in|to|from|at|near|of)\s+$")
_WORDS = re.compile(r", ((?:[A-Z][\w.-]*+ ?+){1,2}+)")


class PlaceFound(NamedTuple):
    """A printed form of a place; `entry` is None where only its surroundings show it."""

    span: Span
    name: str
    entry: Entry | None


def read_places(clean: str, run: Run) -> list[PlaceFound]:
    """The places of one run, in order."""
    tokens, segments, labels, lows, compound, capitals = run
    found: list[PlaceFound] = []
    if not compound and labels[0] not in _OPEN and _PLACED.isdisjoint(labels) and _PARTS.isdisjoint(lows):
        return found
    for at, segment in enumerate(segments):
        label, first = segment.label, tokens[segment.first]
        before = tokens[segments[at - 1].first] if at and first.glue else None
        if label in "CP":
            end = tokens[segment.last - 1].end
            region = segment.entry is not None and segment.entry.detail == "region"
            if before is not None and before.low in _SHIPS:
                continue
            if label == "C" and before is not None and before.low in _DIRECTIONS:
                found.append(_printed(clean, before.start, end))  # Northeast | China
            elif label == "C" or not region or not _in_name(tokens, segments, at):
                found.append(_printed(clean, first.start, end, segment.entry))
        elif label in "UNAWX" and ("-" in first.text or "/" in first.text):
            found += _parts(clean, first)
        elif label == "U" and before is not None and before.low in _PARTS:
            found.append(_printed(clean, before.start, first.end))
        elif label in "UN" and before is None:
            found += _shown(clean, tokens, segments[at : at + 2], capitals)
    return found


def _printed(clean: str, start: int, end: int, entry: Entry | None = None) -> PlaceFound:
    """The place whose name is printed between two positions."""
    return PlaceFound(Span(start, end), " ".join(clean[start:end].split()), entry)


@cache
def _place_heads() -> frozenset[str]:
    """Words that make a place of the unknown word before them: `Province`."""
    return lexicon.words_of("place_head") - _NO_HEADS


def _shown(clean: str, tokens: list[Token], segments: list[Segment], capitals: bool) -> list[PlaceFound]:
    """An unknown word that its surroundings show to be a place: `X Province`, `X village`, `in X`."""
    token = tokens[segments[0].first]
    following = tokens[segments[1].first] if len(segments) > 1 and segments[1].label == "W" else None
    if following is not None and following.glue and following.low in _place_heads():
        return [_printed(clean, token.start, following.end)]
    if capitals or token.possessive:
        return []
    if _IN_COUNTRY.match(clean, token.end, token.end + 4) and _TO.search(clean[max(0, token.start - 8) : token.start]):
        return _of_country(clean, token)
    alone = len(segments) == 1 and _IN.search(clean[max(0, token.start - 16) : token.start])
    if alone or _HEAD_AFTER.match(clean, token.end):
        return [PlaceFound(Span(token.start, token.end), token.text, None)]
    return []


def _of_country(clean: str, token: Token) -> list[PlaceFound]:
    """An unknown word before a comma and a country."""
    match = _WORDS.match(clean, token.end, token.end + 40)
    words = lexicon.split_words(match[1]) if match is not None else ()
    for size in (2, 1):
        for known, _exact, entry in lexicon.phrases().get(words[0], ()) if words else ():
            if known == words[:size] and entry.kind == "country":
                return [PlaceFound(Span(token.start, token.end), token.text, None)]
    return []


def _in_name(tokens: list[Token], segments: list[Segment], at: int) -> bool:
    """Whether a region is part of the name of an office or event: `North America Desk`, `Summit of the Americas`."""
    things = lexicon.words_of("not_org_head") | lexicon.words_of("org_head")
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after is not None and after.label in "WUXF" and tokens[after.first].glue and tokens[after.first].low in things:
        entry = segments[at].entry
        return entry is None or not entry.country or tokens[after.first].low not in lexicon.words_of("place_head")
    before = at - 1
    titled = after is not None and tokens[after.first].glue and after.label in "TWA"
    if titled and before >= 0 and segments[before].label == "O" and tokens[segments[at].first].glue:
        return True  # MFA Americas Director
    while before > 0 and segments[before].label == "j":
        before -= 1
    return (
        0 <= before < at - 1
        and segments[before].label in "WX"
        and tokens[segments[before].first].low in ("area", "organization", "summit")
    )


def _parts(clean: str, token: Token) -> list[PlaceFound]:
    """The places of a compound: `U.S.-Japan`, `Cairo-based`; `Sino-Indian` has none."""
    found = []
    phrases = lexicon.phrases()
    for match in re.finditer(r"[^-/–]+", clean[token.start : token.end]):
        words = lexicon.split_words(match.group())
        for known, _exact, entry in phrases.get(words[0], ()) if words else ():
            if known == words:
                based = token.low.endswith("-based") and entry.kind == "place"
                region = entry.detail == "region" and entry.country and match.group()[1:].islower()
                region = region and words[0] not in lexicon.words_of("function")
                if entry.kind == "country" or entry.detail in ("city", "capital") or region or based:
                    start = token.start + match.start()
                    found.append(PlaceFound(Span(start, start + len(match.group())), match.group(), entry))
                break
    return found
