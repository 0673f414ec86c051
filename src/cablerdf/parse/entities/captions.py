"""People in the lines above the E.O. line: `NSC FOR SENIOR DIRECTOR RESTREPO`, `USAID FOR JSMITH AND R. DOE`."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.names import NameFound, find_names
from cablerdf.parse.entities.nationality import figures

# what introduces those for whose eyes a cable is meant, and what ends one such list
_INTRODUCED = re.compile(r"\b(?:FOR|ATTN|ATTENTION|FROM|PASS TO)\b:?|(?<=[A-Z]) ?[:-] ?(?=[A-Z])|\(")
_ENDED = re.compile(r"[;)]\s|(?<!\b[A-Z])\.\s|\n[ \t]*\n|\b(?:FOR|PASS|FROM|ALSO|OF)\b|:|$")
_ITEM = re.compile(r"[^,/&\n]+")
_AND = re.compile(r"(?:(?<!\s)\s++)?\bAND\b\s*+")
_NAME = re.compile(r"(?:(?P<initial>[A-Z])\. ?)?(?P<name>[A-Z]['’]?[A-Z]{2,}(?:-[A-Z]{2,})?)")
_GIVEN = re.compile(r"[A-Z]{3,} (?:[A-Z]\. ?)?[A-Z]['’]?[A-Z]{2,}(?:-[A-Z]{2,})?")
# two consonants that open no English, German or Slavic name: CBARTON, RPORTER
_ONSETS = lexicon.words_of("onset")
_VOWELS = frozenset("AEIOUY")


def caption_names(clean: str, zone: Span) -> list[NameFound]:
    """The people to whom the caption lines direct a cable, or from whom it comes, in order.

    >>> text = "NSC FOR CBARTON, OSD FOR ASD VERSHBOW\\nSTATE FOR EUR/WE AND NEA/FO\\nUSAID FOR JANE SMITH\\n"
    >>> [" ".join(f.tokens) for f in caption_names(text, Span(0, len(text)))]
    ['C. BARTON', 'VERSHBOW', 'JANE SMITH']
    """
    first = _INTRODUCED.search(clean, zone.start, zone.end)
    if first is None:
        return []
    zone = Span(first.start(), zone.end)
    found = [f for f in find_names(clean, zone, capitals=True) if f.strength == "title" and _is_name(f)]
    taken = [f.span for f in found]
    for opening in _INTRODUCED.finditer(clean, zone.start, zone.end):
        ending = _ENDED.search(clean, opening.end(), zone.end)
        end = ending.start() if ending is not None else zone.end
        listed = False
        for item in _items(clean, opening.end(), end):
            name = _name_of(clean, item, listed)
            listed = listed or name is not None
            if name is not None and not any(t.start < name.span.end and name.span.start < t.end for t in taken):
                found.append(name)
                taken.append(name.span)
    return sorted(found)


def _is_name(found: NameFound) -> bool:
    offices = _offices()
    return len(found.tokens[-1]) > 2 and not any(t.lower() in offices for t in found.tokens)


def _items(clean: str, start: int, end: int) -> list[Span]:
    """The parts of a list `A, B/C AND D`."""
    found = []
    for match in _ITEM.finditer(clean, start, end):
        at = match.start()
        for joint in (*_AND.finditer(clean, match.start(), match.end()), None):
            stop = joint.start() if joint is not None else match.end()
            text = clean[at:stop]
            lead = len(text) - len(text.lstrip(" :-("))
            found.append(Span(at + lead, at + len(text.rstrip())))
            at = joint.end() if joint is not None else stop
    return found


def _name_of(clean: str, item: Span, listed: bool) -> NameFound | None:
    """The person that one part of the list names, None for an office, post or title.

    A word of three letters is believed where a name stands before it in the list (`listed`).
    """
    item = _without_office(clean, item)
    text = item.of(clean)
    if _GIVEN.fullmatch(text) is not None:
        words = text.replace(".", ". ").split()
        if words[0].lower() in lexicon.given() and words[-1].lower() not in _offices():
            return NameFound(item, tuple(words), "full")
        return None
    match = _NAME.fullmatch(text)
    if match is None:
        return None
    name = match["name"]
    if match["initial"]:
        return NameFound(item, (f"{match['initial']}.", name), "full")
    if name.lower() in _offices() or name.lower() in lexicon.words_of("function"):
        return None
    low = name.lower()
    if len(low) < 5 and clean[item.start - 1 : item.start] == "/":
        return None  # NEA/ARP
    if len(low) < 4:
        plain = low in lexicon.common() or low in lexicon.phrases()
        sure = low in lexicon.family() or low in lexicon.surname_first() or (listed and not plain)
        return NameFound(item, (name,), "bare") if sure else None
    known = low in lexicon.family() or low in lexicon.given()
    plain = low in lexicon.common() or low in lexicon.phrases()
    if low not in lexicon.family() and plain and not (low in figures() and len(low) > 4):
        return None
    if not known and _run_together(name):
        return NameFound(item, (f"{name[0]}.", name[1:]), "full")
    return NameFound(item, (name,), "bare") if known or (len(name) > 4 and low not in lexicon.phrases()) else None


def _without_office(clean: str, item: Span) -> Span:
    """The part of an item after the symbol of an office: `OTI | RPORTER`, `WHA | TOM SHANNON`."""
    first, blank, rest = item.of(clean).partition(" ")
    office = first.lower() in _offices() or (clean[item.start - 1 : item.start] == "/" and len(first) < 6)
    if not blank or not office:
        return item
    return Span(item.end - len(rest.lstrip()), item.end)


def _run_together(name: str) -> bool:
    """Whether a word is an initial and a family name without a blank: `CBARTON`."""
    if len(name) < 5:
        return False
    if name[1:].lower() in lexicon.family():
        return True
    return name[0] not in _VOWELS and name[1] not in _VOWELS and name[:2].lower() not in _ONSETS


def _offices() -> frozenset[str]:
    return lexicon.words_of("office")
