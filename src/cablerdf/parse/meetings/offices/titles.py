"""The office of a participant as text."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.lexicon.offices import is_person_noun
from cablerdf.parse.lexicon.styles import is_style, styles
from cablerdf.parse.meetings.words.functions import function_of, is_officer
from cablerdf.parse.meetings.words.tokens import Token, tokens

# "his Secretary General", "the Ambassador", "and Poloff", "visiting EUR A/S"
_LEAD = re.compile(
    r"(?:(?:his|her|their|its|our|and|as well as|also|both|then|a|an|visiting|newly[- ]appointed"
    r"|the(?! secretary$))\s+)+",
    re.IGNORECASE,
)
_STYLE = re.compile(r"^(?:mr|mrs|ms|miss)\b\.?,?\s*", re.IGNORECASE)
AROUND = 110
STOP = re.compile(
    r"(?:(?<=[a-z0-9)\"”])|(?<=[A-Z]{2}))[.!?][\"”]?\s+(?=[A-Z])"
    r"(?<!Lt\.\s)(?<!Col\.\s)(?<!Gen\.\s)(?<!Maj\.\s)(?<!Amb\.\s)(?<!Adm\.\s)(?<!Brig\.\s)(?<!Dr\.\s)"
    r"(?<!Mr\.\s)(?<!Ms\.\s)(?<!Mrs\.\s)(?<!Sen\.\s)(?<!Rep\.\s)(?<!Gov\.\s)(?<!Hon\.\s)"
    r"(?<!Rev\.\s)(?<!Sgt\.\s)(?<!Capt\.\s)(?<!Cdr\.\s)(?<!Cmdr\.\s)(?<!Prof\.\s)"
    r"|\n\s*\n|¶|[:;]"
)
_LABELS = frozenset(("note", "comment", "end", "bio", "summary"))
QUALIFIERS = frozenset(("former", "acting", "current", "incoming", "outgoing", "visiting", "retired", "senior"))
_NO_OFFICE = frozenset(("in", "on", "at", "from", "by", "with", "first", "second", "third"))
FULL_STOP = re.compile(r"(?<=[a-z]{5})\.$")  # no abbreviation is that long
_ASIDE = re.compile(r"^\((.*)\)$", re.DOTALL)
_IN_PARENTHESES = re.compile(r"\s?\([^()]*\)")


def title_of(text: str, parts: tuple[Span, ...]) -> str | None:
    """The parts of a title as one text: articles and plain styles taken off, "Amb." written out.

    >>> title_of("Amb. Poe, Desk Officer", (Span(0, 4), Span(10, 22)))
    'Ambassador, Desk Officer'
    """
    words: list[str] = []
    for part in parts:
        piece = " ".join(part.of(text).split()).strip(" ,;:-–—")
        piece = _LEAD.sub("", piece, count=1) if _LEAD.match(piece) else piece
        piece = _STYLE.sub("", piece)
        aside = _ASIDE.match(piece)
        if aside:
            piece = aside[1].strip()
        if piece.endswith(("'s", "’s")):
            piece = piece[:-2]
        piece = piece.removesuffix(" and")
        piece = FULL_STOP.sub("", _balanced(re.sub(r"\bA(?:mb|MB)\b\.?", "Ambassador", piece)))
        if piece:
            words.append(piece)
    return ", ".join(words) or None


def _balanced(piece: str) -> str:
    """A part of a title without a stray parenthesis, and without the form of address at its end.

    >>> _balanced("PML-N) leader"), _balanced("UK Ambassador Sir")
    ('PML-N leader', 'UK Ambassador')
    """
    if piece.count("(") != piece.count(")"):
        piece = piece.replace("(", "").replace(")", "")
    words = piece.split(" ")
    while len(words) > 1 and words[-1].lower().strip(".") in styles() and words[-1][:1].isupper():
        words.pop()
    return " ".join(words).rstrip(" ,")


def printed_title(text: str, name: Span, limit: Span) -> str | None:
    """The office printed right before or right after a name within `limit`.

    >>> text = "The meeting with CSIS Director Jim Poe, a history professor, went well"
    >>> printed_title(text, Span(31, 38), Span(0, len(text)))
    'CSIS Director'
    """
    begin = max(limit.start, name.start - AROUND)
    stops = [stop.end() for stop in STOP.finditer(text, begin, name.start + 1) if stop.end() <= name.start]
    before = tokens(text, stops[-1] if stops else begin, name.start)
    first = _beginning(before)
    while first < len(before) and (before[first].kind == "aside" or loose(before[first]) or _label(before[first])):
        first += 1
    if first < len(before) and before[first].text == "s" and text.startswith(",", before[first].start - 1):
        first += 1  # "Brazil,s Air Force commander", a damaged apostrophe
    for n in range(len(before) - 1, first, -1):
        if before[n].text.lower() in ("and", "&") and _of_another(before[:n]):
            first = n + 1  # "Ambassador Li of China and EU Ambassador Poe"
            break
        if before[n].text.lower() in ("and", "&") and is_officer(" ".join(t.text for t in before[first:n])):
            first = n + 1  # "the Ambassador and visiting DAS Poe"
            break
    if first < len(before) and any(t.kind in ("role", "prefix") and not loose(t) for t in before[first:]):
        return title_of(text, (Span(before[first].start, before[-1].end),))
    return None


def _beginning(before: list[Token]) -> int:
    """Where the title at the end of some words begins: "U/S for Trade, Crafts and Tourism" goes on over a comma."""
    first = _walked(before, len(before))
    bare = first < len(before) and not any(_is_noun(token) for token in before[first:])
    if not first or not bare or before[first - 1].text != ",":
        return first
    further = first
    while further and before[further - 1].text == ",":
        further -= 1
        if further > 1 and before[further - 1].kind == "name" and before[further - 2].text in ("of", "for"):
            further -= 1  # a field that no table has
        further = _walked(before, further)
    office = before[further:first]
    fields = any(token.text in ("of", "for") for token in office)
    return further if fields and any(_is_noun(token) for token in office) else first


def _walked(before: list[Token], first: int) -> int:
    """The index of the first of the words of an office that end at an index."""
    while first and (_of_title(before[first - 1]) or within_office(before, first - 1)):
        first -= 1
    return first


def _is_noun(token: Token) -> bool:
    return is_person_noun(token.text) or "/" in token.text


def once_held(title: str) -> str:
    """The office that somebody has or had, in lower case.

    >>> once_held("former President"), once_held("ex-President"), once_held("President")
    ('president', 'president', 'president')
    """
    return title.lower().removeprefix("former ").removeprefix("ex-")


def is_one(title: str) -> bool:
    """Whether a title ends in the noun of an office, of one person: not "advisors", "host", "Shaykh".

    >>> is_one("head of the program"), is_one("program"), is_one("host")
    (True, False, False)
    """
    last = _IN_PARENTHESES.sub("", title).partition(" of ")[0].partition(" for ")[0].split()[-1]
    named = (is_person_noun(last) and last.lower() not in QUALIFIERS) or "/" in last
    return named and function_of(last) is None and not is_style(title)


def _of_another(before: list[Token]) -> bool:
    """Whether words end in a name with its country: "Ambassador Li of China"."""
    words = [t for t in before[-4:] if t.text.lower() != "the"]
    return len(words) > 2 and words[-2].text.lower() in ("of", "from") and words[-3].kind == "name"


def _label(token: Token) -> bool:
    """Whether a word closes an aside: "End Note." """
    return token.text.lower().strip(".:") in _LABELS


def _of_title(token: Token) -> bool:
    """Whether a word may stand in an office before a name."""
    if token.kind in ("prefix", "aside"):
        return True
    if token.kind == "link":
        return loose(token) or (
            token.text.endswith("s") and is_person_noun(token.text[:-1])
        )  # "senior MOI officials Poe and Roe"
    return token.kind == "role" and not token.text[0].isdigit() and token.text.lower() not in _NO_OFFICE


def within_office(found: list[Token], at: int) -> bool:
    """Whether a word that is none of an office's stands inside of one: "Director for Western Affairs"."""
    if not 0 < at < len(found) - 1 or found[at].kind != "name":
        return False
    article = at > 1 and found[at - 1].text.lower() == "the"
    return found[at + 1].kind == "role" and found[at - (2 if article else 1)].text.lower() in ("of", "for")


def loose(token: Token) -> bool:
    return token.text.lower() in ("the", "a", "an", "of", "for", "to", "and", "&", "or")
