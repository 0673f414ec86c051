"""Places: countries, cities and regions of the tables, and names that their surroundings show to be places."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities.words.run import Run
from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import Entry

_HEAD_AFTER = re.compile(
    r"\s+(province|state|region|department|district|governorate|oblast|county|prefecture|river|valley|desert|village|city|town"
    r"|islands?|peninsula|border|municipality|neighborhood|suburb|mountains|airbase|area|favela)\b"
)
_IN = re.compile(
    r"(?:\b(?:in|near|outside|throughout|southern|northern|eastern|western"
    r"|(?:city|town|village|province|state|region|port|island|district|governor|mayor|suburb|coast|capital) of"
    r"|(?:city|town|village|place|district|suburb) (?:called|named))\s+)$"
)
_IN_ENDS = ("in", "near", "outside", "throughout", "ern", "of", "called", "named")  # how what `_IN` finds ends
# "Korva | Air Base", "the Korva | Marsh"
_FIELD = re.compile(r"\s{1,2}(?:Air\s?[Bb]ase|Airfield|Airport|Marsh(?:es)?)\b")
# "Korva |, a village near"
_APPOSED = re.compile(
    r",\s{1,2}an?\s{1,2}(?:(?!of\s)[a-z-]{2,14}\s{1,2}){0,3}(?:city|hamlet|neighborhood|province|suburb|town|village)"
    r"(?:[,.;)]|\s{1,2}(?:about|i[ns]|near|north|o[fnr]|outside|south|east|that|to|west|where|which|with|\d))"
)
# words before the name of a ship or a landing zone: HMS | Cornwall
_SHIPS = frozenset(("hms", "uss", "usns", "ins", "lz"))
_DIRECTIONS = lexicon.words_of("direction")
_PARTS = frozenset(("upper", "lower", "middle", "camp"))  # Upper Palatinate
PLACED = frozenset("CP")  # labels of words that are places
_OPEN = frozenset("UN")  # and of those that may be
# heads that do not make a place of the word before them
_NO_HEADS = frozenset(("agency", "department", "state", "airport", "port", "bay"))
CONTINENTS = frozenset(("africa", "america", "asia", "europe"))
_PART_BEFORE = re.compile(r"\b(?:sub-Saharan|[a-z]{4,12})\s{1,2}$")  # southeast | Asia
_PART = re.compile(r"[^-/–]+")  # of a compound
# "linked to | Khaf, | Iran"
_IN_COUNTRY = re.compile(r",\s[A-Z]")
_TO = re.compile(r"\b(?:in|to|from|at|near|of|departed|leaving|via)\s+$")
_WORDS = re.compile(r",\s((?:[A-Z][\w.-]*+ ?+){1,2}+)")


class PlaceFound(NamedTuple):
    """A printed form of a place; `entry` is None where only its surroundings show it."""

    span: Span
    name: str
    entry: Entry | None


def read_places(clean: str, run: Run) -> list[PlaceFound]:
    """The places of one run, in order."""
    tokens, segments, labels, lows, compound, _capitals = run
    found: list[PlaceFound] = []
    last = labels[-1] == "U" and len(labels) > 1 and _ends_in_place(clean, run)
    if not (last or _may_hold(run)):
        return found
    for at, label in enumerate(labels):
        if label in PLACED:
            found += _known(clean, run, at)
        elif compound and label in "UNAWX" and ("-" in lows[at] or "/" in lows[at]):
            parts = _parts(clean, tokens[segments[at].first], label == "N")
            found += parts or (_shown(clean, run, at) if not at and label in _OPEN and _is_one(lows[at]) else [])
        elif at and label == "U" and lows[at - 1] in _PARTS:
            found.append(_printed(clean, tokens[segments[at - 1].first].start, tokens[segments[at].first].end))
        elif label in _OPEN and (not at or tokens[segments[at].first - 1].possessive):
            found += _shown(clean, run, at)
        elif last and at + 1 == len(labels):
            found.append(_printed(clean, tokens[segments[at].first].start, tokens[segments[at].first].end))
    return found


def _may_hold(run: Run) -> bool:
    """Whether a word of a run may be a place: a known one, an unknown one that opens it, `Upper`, a compound."""
    if run.compound or run.labels[0] in _OPEN:
        return True
    return not (PLACED.isdisjoint(run.labels) and _PARTS.isdisjoint(run.lows))


def _known(clean: str, run: Run, at: int) -> list[PlaceFound]:
    """The country or place of the tables that a segment is, but not where it names a ship or an office."""
    tokens, segments, before = run.tokens, run.segments, run.lows[at - 1] if at else ""
    label, first, last, entry = segments[at]
    start, end = tokens[first].start, tokens[last - 1].end
    if before in _SHIPS:
        return []
    if before == "new" and label == "P":  # New | England is none of the Old World, whether the tables have it or not
        return [_printed(clean, tokens[segments[at - 1].first].start, end)]
    if label == "C":
        if before in _DIRECTIONS:
            return [_printed(clean, tokens[segments[at - 1].first].start, end)]  # Northeast | China
    elif entry is not None and entry.detail == "region" and _in_name(run, at):
        return []
    if run.lows[at] in CONTINENTS and last - first == 1:
        return [part_of(clean, PlaceFound(Span(start, end), tokens[first].text, entry))]
    return [_printed(clean, start, end, entry)]


def part_of(clean: str, place: PlaceFound) -> PlaceFound:
    """The known part of a continent that a word in lower case before its name makes of it, else the continent.

    >>> text = "in southeast Asia and booming Asia"
    >>> [part_of(text, PlaceFound(Span(at, at + 4), "Asia", None)).name for at in (13, 30)]
    ['Southeast Asia', 'Asia']
    """
    before = _PART_BEFORE.search(clean, max(0, place.span.start - 14), place.span.start)
    if before is None:
        return place
    words = (before[0].strip().lower(), place.name.lower())
    for known, entry in lexicon.longer_phrases().get(words, ()):
        if known == words and entry.kind == "place":
            return PlaceFound(Span(before.start(), place.span.end), entry.name, entry)
    return place


def _printed(clean: str, start: int, end: int, entry: Entry | None = None) -> PlaceFound:
    """The place whose name is printed between two positions."""
    return PlaceFound(Span(start, end), " ".join(clean[start:end].split()).replace("d,", "d'"), entry)


@cache
def _place_heads() -> frozenset[str]:
    """Words that make a place of the unknown word before them: `Province`."""
    return lexicon.words_of("place_head") - _NO_HEADS


def _shown(clean: str, run: Run, at: int) -> list[PlaceFound]:
    """An unknown word that its surroundings show to be a place: `X Province`, `X village`, `in X`."""
    segments, token = run.segments, run.tokens[run.segments[at].first]
    if run.labels[at + 1 : at + 2] == "W" and run.lows[at + 1] in _place_heads():
        return [_printed(clean, token.start, run.tokens[segments[at + 1].first].end)]
    field = _FIELD.match(clean, token.end, token.end + 12)
    if field is not None:
        return [_printed(clean, token.start, field.end())]
    if run.capitals or token.possessive:
        return []
    if _IN_COUNTRY.match(clean, token.end, token.end + 4) and _TO.search(clean[max(0, token.start - 12) : token.start]):
        found = _of_country(clean, token)
        if found:
            return found
    before = clean[max(0, token.start - 16) : token.start]
    alone = len(segments) == at + 1 and before.rstrip().endswith(_IN_ENDS) and _IN.search(before)
    if alone or _HEAD_AFTER.match(clean, token.end) or (not at and _APPOSED.match(clean, token.end, token.end + 70)):
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


@cache
def _things() -> frozenset[str]:
    """Words that head names of bodies, offices, plans and events."""
    return lexicon.words_of("not_org_head") | lexicon.words_of("org_head")


def _in_name(run: Run, at: int) -> bool:
    """Whether a region is part of the name of an office or event: `North America Desk`, `Summit of the Americas`."""
    labels, lows = run.labels, run.lows
    after = labels[at + 1] if at + 1 < len(labels) else ""
    if after and after in "WUXF" and lows[at + 1] in _things():
        entry = run.segments[at].entry
        return entry is None or not entry.country or lows[at + 1] not in lexicon.words_of("place_head")
    before = at - 1
    if after and after in "TWA" and before >= 0 and labels[before] == "O":
        return True  # MFA Americas Director
    while before > 0 and labels[before] == "j":
        before -= 1
    return 0 <= before < at - 1 and labels[before] in "WX" and lows[before] in ("area", "organization", "summit")


def _ends_in_place(clean: str, run: Run) -> bool:
    """Whether the unknown word that ends a run is a place: `Summit in | Korva`, `Residents of | Korva, a village`."""
    token = run.tokens[run.segments[-1].first]
    if run.lows[-2] == "in":
        return not (run.capitals or token.possessive)
    return clean.startswith(",", token.end) and _APPOSED.match(clean, token.end, token.end + 70) is not None


def _is_one(low: str) -> bool:
    """Whether a compound may be the name of one place: `saint-remy`; no part of it is short, a country or people."""
    return all(len(part) > 3 and not lexicon.is_known(part, "country", "demonym") for part in low.split("-"))


def _parts(clean: str, token: Token, given: bool) -> list[PlaceFound]:
    """The places of a compound: `U.S.-Japan`, `Cairo-based`; `Sino-Indian` and what looks `given` have none."""
    found: list[PlaceFound] = []
    first = token.low.partition("-")[0]
    given = given and len(first) > 3 and first in lexicon.given() and not lexicon.is_known(first, "country")
    if given or token.low.endswith("-educated"):
        return found  # Marie-France
    phrases = lexicon.phrases()
    for match in _PART.finditer(clean[token.start : token.end]):
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
