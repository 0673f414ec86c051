"""Sentences of running text as telegrams print it: wrapped, abbreviated, often all in capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from cablerdf.model import Span
from cablerdf.vocab.tables import mapping, rows

_KINDS = mapping("abbreviations", "abbreviation", "kind")
_OPENERS = frozenset(row["word"] for row in rows("sentence_openers"))

# "agreed.  He", "why?" He", "(C) yes.)", "bona fides.8  In" (a closing quote damaged to 8);
# a blank line; a list item on a line of its own: "-- ", "(a) ", "b) ", "* "
_BREAK = re.compile(
    r"[.!?\n](?:(?<!\n)[.!?\"')\]”’»8]*+"  # a stop only where a blank follows; taken whole, that a row is read once
    r"|(?<=\n)(?:[ \t]*+\n|(?=[ \t]*+(?:--?[ \t]|[*•o][ \t]|\(?[a-z0-9]{1,2}\)[ \t]))))"
)
# begins a sentence in spite of a small letter: "b. Oil", "c) Rice", "o Rice", a redacted name
_ITEM = re.compile(r"[a-z][.)]\s+[A-Z]|o\s+[A-Z]|x{4}")
_NICKNAME = re.compile(r"\(?[\"“'][A-Z][\w -]{1,20}[\"”']\)?\s[A-Z]")  # "William E. ("Kip") Poe"
_WORD = re.compile(r"[^\W\d_]+")
_AFFIX = re.compile(r"(?<![A-Za-z]{2})'|[-(\"\[“‘/]")  # "('A.", not "Sana'a."
_LABEL = re.compile(r"[\s\"'(\[¶-]*+(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]++\s*+(?:\([A-Z/]{1,8}\)\s*+)?$")
_NATIONS = frozenset(("U.S", "U.N", "U.K", "E.U"))  # adjectives as often as nouns: "the U.S.  Embassy"
# "the U.S. Lee said", "the U.S. Ambassador Lee said"
_SUBJECT = re.compile(r"([A-Z][a-z]+\s+)?([A-Z][\w'’-]*)\s+(?:said|told|wants|has|[a-z]++(?<=[a-z]ed))\s")
_TELLING = frozenset(("show", "shows", "showed", "tell", "tells", "told", "assure", "assured", "warn", "warned"))
_AFTER = frozenset(("against", "by", "for", "from", "in", "of", "to", "with"))
_NOUNS = mapping("functional_speakers", "word", "kind")  # "the U.S. Senate voted"
_TITLES = frozenset(("mission", "office", "person"))
_SIPDIS = frozenset((6, 7))  # lengths of the line "SIPDIS" once it is blanked
_LONGEST_ASIDE = 240  # a parenthesis longer than this holds sentences of its own


@lru_cache(maxsize=512)  # several steps ask for the same paragraphs of one cable
def sentences(clean: str, span: Span) -> tuple[Span, ...]:
    """The sentences within `span` of `clean`, in order, without the blanks around them.

    A blank line ends a sentence too, unless it is what a page-break line left behind in
    the middle of one; a list item begins one.

    >>> text = "The U.S. side agreed.  Amb. Smith asked why.  END SUMMARY."
    >>> [s.of(text) for s in sentences(text, Span(0, len(text)))]
    ['The U.S. side agreed.', 'Amb. Smith asked why.', 'END SUMMARY.']
    """
    begin, end = span
    found: list[Span] = []
    start = judged = _skip(clean, begin, end)
    for match in _BREAK.finditer(clean, begin, end):
        at, stop = match.span()
        if at < judged:
            continue
        if clean[at] == "\n":
            judged = following = _skip(clean, stop, end)
            if _ends_at_line(clean, start, at, stop, following, end):
                found.append(Span(start, len(clean[start:at].rstrip()) + start))
                start = following
        elif stop < end and clean[stop].isspace():
            following = _skip(clean, stop, end)
            if following == end or _ends_at_stop(clean, start, at, stop, following):
                found.append(Span(start, stop))
                start = judged = following
    if start < end:
        found.append(Span(start, len(clean[start:end].rstrip()) + start))
    return tuple(found)


def _skip(clean: str, at: int, end: int) -> int:
    while at < end and clean[at].isspace():
        at += 1
    return at


def _ends_at_line(clean: str, start: int, at: int, stop: int, following: int, end: int) -> bool:
    """Whether a line end that is followed by a blank line or a list item ends a sentence."""
    if following >= end:
        return True
    before = clean[start:at].rstrip()
    if not before:
        return False
    ended = before[-1] in ".:;?!"
    if stop - at > 1 or "\n" in clean[stop:following]:
        lengths = [len(line) for line in clean[at:following].split("\n")[1:-1]]
        if max(lengths) > 15 or (not ended and not _SIPDIS.isdisjoint(lengths)):  # a page-break line
            return False
        return ended or not clean[following].islower()
    return ended


def _ends_at_stop(clean: str, start: int, at: int, stop: int, following: int) -> bool:
    """Whether a period, question or exclamation mark ends a sentence."""
    if clean[following].islower() and not _ITEM.match(clean, following):
        return clean.find("\n\n", stop, following) >= 0
    before = clean[at - 1] if at > start else " "
    if before.isspace():  # an ellipsis that stands alone: "who ... They"; but "in the port . They"
        lone = stop - at == 1 and clean[at] == "." and clean[start:at].rstrip()[-1:] not in ("", ".")
        return lone and clean[following].isalpha()
    if before.isdigit():
        if clean[at + 1] == "8" or _LABEL.match(clean, start, stop):
            return False
    elif stop - at == 1 and clean[at] == "." and not _ends_after_word(clean, start, at, stop, following):
        return False
    return clean.find(")", at, stop) >= 0 or not _within_aside(clean, start, at)


def _ends_after_word(clean: str, start: int, at: int, stop: int, following: int) -> bool:
    """Whether the period after a word is more than the mark of its abbreviation."""
    word = clean[max(start, at - 12) : at].split()[-1]
    kind = _KINDS.get(word.lower())
    if kind is None and not word.isalpha():
        word = _AFFIX.split(word.rstrip('"'))[-1]
        kind = _KINDS.get(word.lower())
    if kind is None and len(word) > 1 and not _initials(word):
        return not (len(word) < 5 and _LABEL.match(clean, start, stop))
    if kind == "title" or kind == "inner":
        return False
    if kind == "number":
        return not clean[following].isdigit()
    if _LABEL.match(clean, start, stop):
        return False
    opener = _WORD.match(clean, following)
    if opener is None:
        opened = clean[following] in '"“([' and not clean[following + 1 : following + 2].islower()
        return opened and not (len(word) == 1 and _NICKNAME.match(clean, following))
    if opener.group().lower() in _OPENERS:
        return opener.end() - following > 1 or len(word) > 1
    if word in _NATIONS:
        before = clean[max(start, at - 24) : at].split()[-3:-1]
        return before[-1:] == ["the"] and before[0] not in _TELLING and _is_subject(clean, following, before[0])
    return kind == "final" and following - stop > 1 and clean[stop] == " "


def _is_subject(clean: str, following: int, before: str) -> bool:
    """Whether a name and its verb begin a sentence after a nation's initials: "... with the U.S. Lee asserted"."""
    subject = _SUBJECT.match(clean, following)
    if subject is None:
        return False
    title, name = subject.groups()
    if title is not None and (_NOUNS.get(title.strip().lower()) not in _TITLES or before not in _AFTER):
        return False  # "the U.S. Mario Guzman expressed", "so that the U.S. Ambassador Lee said"
    return name.lower() not in _NOUNS and not (name.endswith("s") and subject.group().rstrip().endswith("ed"))


def _initials(word: str) -> bool:
    """Whether the word is initials with their periods, the last one left out: `J.R`, `U.S`."""
    return "." in word and len(word) > 2 and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _within_aside(clean: str, start: int, at: int) -> bool:
    """Whether a short parenthesis is open that began in the middle of the sentence."""
    opened = clean.rfind("(", start + 1, at)
    if opened < 0 or clean.find(")", opened, at) >= 0:
        return False
    if not clean[start:opened].strip() or _LABEL.match(clean, start, opened):
        return False
    closed = clean.find(")", at, opened + _LONGEST_ASIDE)
    return closed >= 0 and clean.find("(", at, closed) < 0
