"""The office of a participant as text."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.meetings.functions import is_officer
from cablerdf.parse.meetings.tokens import Token, is_head, tokens

# "his Secretary General", "the Ambassador", "and Poloff", "visiting EUR A/S"
_LEAD = re.compile(
    r"(?:(?:his|her|their|its|our|and|as well as|also|both|then|a|an|visiting|newly[- ]appointed"
    r"|the(?! secretary$))\s+)+",
    re.IGNORECASE,
)
_STYLE = re.compile(r"^(?:mr|mrs|ms|miss)\b\.?,?\s*", re.IGNORECASE)
_AROUND = 110
_STOP = re.compile(
    r"(?:(?<=[a-z0-9)\"”])|(?<=[A-Z]{2}))[.!?][\"”]?\s+(?=[A-Z])"
    r"(?<!Lt\.\s)(?<!Col\.\s)(?<!Gen\.\s)(?<!Maj\.\s)(?<!Amb\.\s)(?<!Adm\.\s)(?<!Brig\.\s)(?<!Dr\.\s)"
    r"(?<!Mr\.\s)(?<!Ms\.\s)(?<!Mrs\.\s)(?<!Sen\.\s)(?<!Rep\.\s)(?<!Gov\.\s)(?<!Hon\.\s)"
    r"(?<!Rev\.\s)(?<!Sgt\.\s)(?<!Capt\.\s)(?<!Cdr\.\s)(?<!Cmdr\.\s)(?<!Prof\.\s)"
    r"|\n\s*\n|¶|[:;]"
)
# "Poe, terrorism investigating judge, said"
_DESCRIBED = re.compile(r",\s+(?:the\s|an?\s)?(?P<office>(?:[^\W\d_][\w-]*\s+){0,4}[a-z]+)\s*(?=[,;(]|\.\s)")
_CLAUSE = frozenset(
    (
        "who",
        "which",
        "whose",
        "with",
        "and",
        "when",
        "while",
        "as",
        "was",
        "is",
        "were",
        "said",
        "told",
        "noted",
        "however",
    )
)
_LABELS = frozenset(("note", "comment", "end", "bio", "summary"))
_STYLES = frozenset(
    word
    for words in (
        "dr mr mrs ms miss madame sir lord rev reverend father his her excellency the engineer eng",
        "shaykh shaikh sheikh sheik sheikha sayyid sayed haji hajji mullah maulana",
    )
    for word in words.split()
)
_NO_OFFICE = frozenset(("in", "on", "at", "from", "by", "with", "first", "second", "third"))
_IN_COMMAS = re.compile(r"\s*(?:\([^()]{0,60}\)\s?)?(?:,|was\b)")
_FULL_STOP = re.compile(r"(?<=[a-z]{6})\.$")  # no abbreviation is that long
_ASIDE = re.compile(r"^\((.*)\)$", re.DOTALL)


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
        piece = _FULL_STOP.sub("", _balanced(re.sub(r"\bA(?:mb|MB)\b\.?", "Ambassador", piece)))
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
    while len(words) > 1 and words[-1].lower().strip(".") in _STYLES and words[-1][:1].isupper():
        words.pop()
    return " ".join(words).rstrip(" ,")


def printed_title(text: str, name: Span, limit: Span) -> str | None:
    """The office printed right before or right after a name within `limit`.

    >>> text = "The meeting with CSIS Director Jim Poe, a history professor, went well"
    >>> printed_title(text, Span(31, 38), Span(0, len(text)))
    'CSIS Director'
    """
    begin = max(limit.start, name.start - _AROUND)
    stops = [stop.end() for stop in _STOP.finditer(text, begin, name.start + 1) if stop.end() <= name.start]
    before = tokens(text, stops[-1] if stops else begin, name.start)
    first = len(before)
    while first and (_of_title(before[first - 1]) or _within_office(before, first - 1)):
        first -= 1
    while first < len(before) and (before[first].kind == "aside" or _loose(before[first]) or _label(before[first])):
        first += 1
    for n in range(len(before) - 1, first, -1):
        if before[n].text.lower() in ("and", "&") and _of_another(before[:n]):
            first = n + 1  # "Ambassador Li of China and EU Ambassador Poe"
            break
        if before[n].text.lower() in ("and", "&") and is_officer(" ".join(t.text for t in before[first:n])):
            first = n + 1  # "the Ambassador and visiting DAS Poe"
            break
    if first < len(before) and any(t.kind in ("role", "prefix") and not _loose(t) for t in before[first:]):
        return title_of(text, (Span(before[first].start, before[-1].end),))
    return None


def is_style(title: str) -> bool:
    """Whether a title is a form of address alone, no office.

    >>> is_style("Shaykh Dr."), is_style("Dr. Minister")
    (True, False)
    """
    return all(word.lower().strip(".") in _STYLES for word in title.split())


def office_before_style(text: str, name: Span, limit: Span) -> str | None:
    """The office printed before the comma before a name and its styles.

    >>> text = "met with the MFA Director, Shaykh Dr. Ali Poe"
    >>> office_before_style(text, Span(38, 45), Span(0, len(text)))
    'MFA Director'
    """
    words = text[limit.start : name.start].split(" ")
    at = name.start
    while words and (not words[-1] or words[-1].lower().strip(".\n") in _STYLES):
        at -= len(words.pop()) + 1
    head = text[limit.start : max(at, limit.start)].rstrip(" \n")
    if not head.endswith(","):
        return None
    stop = limit.start + len(head) - 1
    return printed_title(text, Span(stop, stop), limit)


def office_before_comma(text: str, name: Span, limit: Span) -> str | None:
    """The office with its article that a name in commas explains.

    >>> text = "The Director of the Gas Board, Jim Poe, was there"
    >>> office_before_comma(text, Span(31, 38), Span(0, len(text)))
    'Director of the Gas Board'
    """
    head = text[limit.start : name.start].rstrip(" \n")
    if not head.endswith(",") or not _IN_COMMAS.match(text, name.end):
        return None
    stop = limit.start + len(head) - 1
    office = printed_title(text, Span(stop, stop), limit)
    if office is None:
        return None
    before = " ".join(text[limit.start : stop].split())
    at = before.rfind(office)
    return office if at > 0 and before[:at].lower().endswith(("the ", "its ", "his ", "our ", "their ")) else None


def apposition(text: str, name: Span, limit: Span) -> str | None:
    """The office printed right after a name.

    >>> text = "Jim Poe, a history professor and pilot, went"
    >>> apposition(text, Span(0, 7), Span(0, len(text)))
    'history professor and pilot'
    """
    if text[name.end : name.end + 1] != ",":
        return None
    end = min(limit.end, name.end + _AROUND)
    stop = _STOP.search(text, name.end, end)
    found = tokens(text, name.end, stop.start() if stop else end)
    last = 1
    while (
        last < len(found)
        and (found[last].kind in ("role", "link", "prefix") or _within_office(found, last))
        and (_loose(found[last]) or _known(found[last]) or _within_office(found, last))
    ):
        last += 1
    words = found[1:last]
    while words and _loose(words[-1]):
        words.pop()
    while words and _loose(words[0]):
        words.pop(0)
    cut = last == len(found) and stop is None and end < limit.end
    if (
        not words
        or cut
        or (last < len(found) and found[last].kind == "name")
        or not any(is_head(t.text) for t in words)
    ):
        return None
    return " ".join(text[words[0].start : words[-1].end].split())


def described(text: str, name: Span) -> str | None:
    """The calling printed in small letters right after a name.

    >>> described("Jim Poe, terrorism investigating judge, said", Span(0, 7))
    'terrorism investigating judge'
    """
    match = _DESCRIBED.match(text, name.end)
    if match is None:
        return None
    words = match["office"].split()
    if not is_head(words[-1]) or any(word in _CLAUSE or word.endswith("ed") for word in words):
        return None
    return " ".join(words)


def _of_another(before: list[Token]) -> bool:
    """Whether words end in a name with its country: "Ambassador Li of China"."""
    words = [t for t in before[-4:] if t.text.lower() != "the"]
    return len(words) > 2 and words[-2].text.lower() in ("of", "from") and words[-3].kind == "name"


def _label(token: Token) -> bool:
    """Whether a word closes an aside: "End Note." """
    return token.text.lower().strip(".:") in _LABELS


def _known(token: Token) -> bool:
    return token.kind == "role" or is_head(token.text)


def _of_title(token: Token) -> bool:
    """Whether a word may stand in an office before a name."""
    if token.kind in ("prefix", "aside"):
        return True
    if token.kind == "link":
        return _loose(token) or (
            token.text.endswith("s") and is_head(token.text[:-1])
        )  # "senior MOI officials Poe and Roe"
    return token.kind == "role" and not token.text[0].isdigit() and token.text.lower() not in _NO_OFFICE


def _within_office(found: list[Token], at: int) -> bool:
    """Whether a word that is none of an office's stands inside of one: "Director for Western Affairs"."""
    if not 0 < at < len(found) - 1 or found[at].kind != "name":
        return False
    return found[at + 1].kind == "role" and found[at - 1].text.lower() in ("of", "for")


def _loose(token: Token) -> bool:
    return token.text.lower() in ("the", "a", "an", "of", "for", "to", "and", "&", "or")


def singular(title: str) -> str:
    """The office of one of several: "advisor" of "presidential advisors Poe and Roe".

    >>> singular("Senators"), singular("Chief of Operations"), singular("Charge d'Affaires")
    ('Senator', 'Chief of Operations', "Charge d'Affaires")
    """
    head, mark, rest = title.partition(" of ")
    words = head.split()
    if len(words) > 1 and words[0].islower() and words[0].endswith("s") and is_head(words[0][:-1]):
        words = words[1:]  # "advisors Ambassador Poe and ..."
        head = " ".join(words)
        title = head + mark + rest
    if words and len(words[-1]) > 4 and words[-1].endswith("s") and is_head(words[-1][:-1]):
        words[-1] = words[-1][:-1]
        return " ".join(words) + mark + rest
    if words and words[0].lower() in ("senators", "representatives", "congressmen"):
        words[0] = words[0][:-1] if words[0].endswith("s") else "Congressman"
        return " ".join(words) + mark + rest
    return title
