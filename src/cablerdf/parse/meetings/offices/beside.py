"""The office of a participant that stands beside his name: before the comma before it, or behind it."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.lexicon.offices import is_person_noun
from cablerdf.parse.lexicon.styles import ranks, styles
from cablerdf.parse.meetings.offices.titles import (
    AROUND,
    FULL_STOP,
    STOP,
    is_one,
    loose,
    printed_title,
    within_office,
)
from cablerdf.parse.meetings.words.tokens import Token, tokens

# "Poe, terrorism investigating judge, said"
_DESCRIBED = re.compile(r",\s+(?:the\s|an?\s)?(?P<office>(?:[^\W\d_][\w-]*\s+){0,4}[a-z]+)\s*(?=[,;(]|\.\s|\s[a-z])")
_GOES_ON = frozenset(("for", "at", "in", "of", "with", "since"))  # "..., judge at the court"
# "Ann Poe of the NSC staff", "Lee Roe of S/P"
_OF_BODY = re.compile(
    r"\s{1,3}(?:of|from)\s{1,3}(?:the\s)?(?P<body>(?:[A-Z][\w/'’&.-]{0,20}\s{1,3}){0,4}[A-Z][\w/'’&-]{0,20})"
    r"(?P<unit>\s{1,3}(?:staff|team|office|section|department|bureau|directorate))?(?=[\s,.;)])"
)
_BUREAU = re.compile(
    r"\b(?:[A-Z]{2,5}|[A-Z]{1,5}/[A-Z/]{1,8})(?:['’]s)?$"
    r"|\b(?:Staff|Team|Office|Section|Department|Bureau|Directorate|Division)$"
)
_CLAUSE = frozenset(("who", "which", "whose", "with", "and", "when", "while", "as", "however"))
_CLAUSE |= frozenset(("was", "is", "were", "said", "told", "noted"))
_IN_COMMAS = re.compile(r"\s*(?:\([^()]{0,60}\)\s?)?(?:[,;]|was\b)")
# "Poe (protect), told", "Poe, also said": what goes before in commas is his
_TOLD = re.compile(
    r"\s?(?:\([^()]{0,60}\)\s?)?,\s+(?:[a-z]+ly\s+|also\s+)?"
    r"(?!(?:accompanied|joined|followed|named|called|known|based|appointed|elected|led|headed|aged)\b)"
    r"(?:[a-z]{3,}ed|told|said|met|was|is|has|had|saw|gave|spoke|made|thought|felt|took|began|went|left|held)\b"
)
# a comma behind a name in commas that goes on with one more who is listed
_GOES_ON_LIST = re.compile(r",\s+(?:and\b|[A-Z])")
_OWNERS = ("his ", "her ", "its ", "our ", "their ")
# "Vice President for Exports", where no table knows the field
_FIELD = re.compile(r"\s(?:of|for)\s(?:the\s)?[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){0,4}$")
_LONGEST_FIELD = 60
_BEHIND = re.compile(r"\s?(?:\([^()]{1,60}\))?,|\s?\([^()]{1,60}\)(?=\s[A-Z])")


def office_before_style(text: str, name: Span, limit: Span) -> str | None:
    """The office printed before the comma before a name and its styles.

    >>> text = "met with the MFA Director, Shaykh Dr. Ali Poe"
    >>> office_before_style(text, Span(38, 45), Span(0, len(text)))
    'MFA Director'
    """
    stop = _comma_before(text, name, limit, styles())
    return None if stop is None else printed_title(text, Span(stop, stop), limit)


def office_before_rank(text: str, name: Span, limit: Span) -> str | None:
    """The office of somebody, printed before the comma before his rank.

    >>> text = "his Chief of Staff, Lt. Gen. Ali Poe, and his aide"
    >>> office_before_rank(text, Span(29, 36), Span(0, len(text)))
    'Chief of Staff'
    """
    stop = _comma_before(text, name, limit, ranks())
    if stop is None or not text[stop + 1 : name.start].strip():
        return None
    found = printed_title(text, Span(stop, stop), limit)
    last = text[limit.start : stop].split()[-1]
    if found is None or not is_one(found) or (last.endswith("s") and is_person_noun(last[:-1])):
        return None  # "his advisors, Gen. Poe and I"
    return found if _TOLD.match(text, name.end) or _led(text[limit.start : stop], found, _OWNERS) else None


def _comma_before(text: str, name: Span, limit: Span, forms: frozenset[str]) -> int | None:
    """Where the comma before a name stands, with nothing but some forms between; None where there is none."""
    words = text[limit.start : name.start].split(" ")
    at = name.start
    while words and (not words[-1] or words[-1].lower().strip(".\n") in forms):
        at -= len(words.pop()) + 1
    head = text[limit.start : max(at, limit.start)].rstrip(" \n")
    return limit.start + len(head) - 1 if head.endswith(",") else None


def office_before_comma(text: str, name: Span, limit: Span) -> str | None:
    """The office with its article that a name in commas explains, or any before such a name with its verb.

    >>> text = "The Director of the Gas Board, Jim Poe, was there"
    >>> office_before_comma(text, Span(31, 38), Span(0, len(text)))
    'Director of the Gas Board'
    >>> text = "met with the Mayor; Director for Gas, Jim Poe; and others"
    >>> office_before_comma(text, Span(38, 45), Span(0, len(text)))
    'Director for Gas'
    """
    head = text[limit.start : name.start].rstrip(" \n")
    if not head.endswith(",") or not _IN_COMMAS.match(text, name.end):
        return None
    stop = limit.start + len(head) - 1
    office = _ending(text, stop, limit)
    if office is None or _TOLD.match(text, name.end) or _an_entry(text, limit, stop, office, name.end):
        return office
    explained = text[stop - 1] == ")" and not _GOES_ON_LIST.match(text, name.end)
    return office if explained or _led(text[limit.start : stop], office, (*_OWNERS, "the ")) else None


def _an_entry(text: str, limit: Span, stop: int, office: str, end: int) -> bool:
    """Whether an office and the name behind its comma are an entry between semicolons: "; Director for Gas, Poe;"."""
    before = " ".join(text[limit.start : stop].split())
    led = before[: before.rfind(office)].rstrip()
    return text[end : end + 1] == ";" or led.endswith(";")


def _ending(text: str, stop: int, limit: Span) -> str | None:
    """The office that ends at an index, with a field that no table knows: "Vice President for Exports"."""
    field = _FIELD.search(text, max(limit.start, stop - _LONGEST_FIELD), stop)
    at = field.start() if field else stop
    office = printed_title(text, Span(at, at), limit)
    return f"{office} {' '.join(field.group().split())}" if office and field else office


def _led(before: str, office: str, leads: tuple[str, ...]) -> bool:
    """Whether an office at the end of a text has one of some words before it, or an owner of its own."""
    words = " ".join(before.split())
    at = words.rfind(office)
    return at > 0 and (words[:at].lower().endswith(leads) or "'s " in office or "’s " in office)


def apposition(text: str, name: Span, limit: Span) -> str | None:
    """The office printed right after a name.

    >>> text = "Jim Poe, a history professor and pilot, went"
    >>> apposition(text, Span(0, 7), Span(0, len(text)))
    'history professor and pilot'
    >>> apposition("Jim Poe, CIA Director, Plans and Policy; and Lee", Span(0, 7), Span(0, 48))
    'CIA Director, Plans and Policy'
    """
    behind = _BEHIND.match(text, name.end)
    if behind is None:
        return None
    end = min(limit.end, behind.end() + AROUND)
    stop = STOP.search(text, behind.end(), end)
    found = tokens(text, behind.end(), stop.start() if stop else end)
    last = 0
    while last < len(found) and _of_office(found, last):
        last += 1
    listed = stop is not None and stop.group() == ";" and all(_of_list(token) for token in found)
    words = found if listed else found[:last]
    while words and loose(words[-1]):
        words.pop()
    while words and loose(words[0]):
        words.pop(0)
    cut = last == len(found) and stop is None and end < limit.end
    if (
        not words
        or cut
        or (last < len(found) and found[last].kind == "name" and not listed)
        or not any(is_person_noun(t.text) for t in words)
    ):
        return None
    return FULL_STOP.sub("", " ".join(text[words[0].start : words[-1].end].split()))


def described(text: str, name: Span) -> str | None:
    """The calling printed in small letters right after a name.

    >>> described("Jim Poe, terrorism investigating judge, said", Span(0, 7))
    'terrorism investigating judge'
    """
    match = _DESCRIBED.match(text, name.end)
    words = match["office"].split() if match else []
    words = words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words
    while words and not is_person_noun(words[-1]):
        words.pop()
    if match is None or not words or any(word in _CLAUSE or word.endswith("ed") for word in words):
        return None
    following = text[name.end : match.end()].partition(words[-1])[2].split()
    if following and following[0] not in _GOES_ON:
        return None
    return " ".join(words)


def body_behind(text: str, name: Span) -> str | None:
    """The office or bureau that somebody is told to be of: "Ann Poe of the NSC staff", "Lee Roe of S/P".

    >>> body_behind("Ann Poe of the NSC staff, and", Span(0, 7)), body_behind("Ann Poe of Ohio", Span(0, 7))
    ('NSC staff', None)
    """
    match = _OF_BODY.match(text, name.end)
    if match is None or not (match["unit"] or _BUREAU.search(match["body"])):
        return None
    if match["unit"] is None and match["body"].istitle() and " " not in match["body"]:
        return None  # "from the Office of ..."
    return " ".join(match.group().split()[1:]).removeprefix("the ")


def _of_office(found: list[Token], at: int) -> bool:
    """Whether a word behind a name goes on with the office printed there."""
    token = found[at]
    known = token.kind == "role" or (token.kind in ("link", "prefix") and (loose(token) or is_person_noun(token.text)))
    return known or within_office(found, at)


def _of_list(token: Token) -> bool:
    """Whether a word may stand in an office between semicolons: "Director, Strategy, Policy, and Assessment;"."""
    return token.kind in ("role", "comma", "aside") or loose(token)
