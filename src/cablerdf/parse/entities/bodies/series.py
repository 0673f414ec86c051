"""Bodies that marks rather than their words show: `the Defense and Foreign Ministries`, `the daily "Zaman"`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.entities.words.tokens import Token
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.forms import Entry

_SHARED = re.compile(r"\b(?:Ministries|Departments)\b")
_HEADS = {"Ministries": "Ministry", "Departments": "Department"}
_OF = re.compile(r"\s{1,4}of\s{1,4}(?:the\s{1,4})?")
# the words of a list: "Treasury", ", ", " and "
_PART = re.compile(r"\s{0,4}(?:(?P<word>[A-Z][a-z]{2,16}(?:['’]s)?)|(?P<mark>,(?: and\b)?|and\b))(?=[\s,.;)])")
_WORD_BEFORE = re.compile(r"(?:\b(?P<word>[A-Z][a-z]{2,16}(?:['’]s)?)|(?P<mark>,(?: and\b)?|\band\b))\s{0,4}$")
_KIND = f"(?:{'|'.join(sorted(lexicon.words_of('body_kind')))}|NGO)"
_NAME = r"(?P<name>[A-Z][^\"“”\n,.;:?!()]{1,38}[^\s\"“”,.;:?!()])"
_QUOTED = re.compile(rf"[\"“]{_NAME}[,.]?[\"”]")
# the daily | "Zaman", an NGO called | "Women for Change"; "Semana" | news magazine
_KIND_BEFORE = re.compile(rf"\b{_KIND},?\s{{1,3}}(?:(?:called|named|dubbed|known as)\s{{1,3}})?$")
_SHOW = re.compile(r"\s{1,3}(?:program|show|column)")
_KIND_AFTER = re.compile(rf"(?<![,.][\"”])\s{{1,3}}(?:[a-z-]{{2,14}}\s{{1,3}})?{_KIND}\b")
# Justice and Development (AK) Party
_LETTERED = re.compile(
    r"\b(?!The\b)(?P<field>(?:[A-Z][a-z]{2,16}\s{1,2}(?:and\s{1,2})?){1,3})\([A-Z]{2,6}\)\s{1,2}Party\b"
)
# "March | 14 leader", "March | 8-led opposition"
_DATED = re.compile(
    r"\s{1,3}\d{1,2}(?:['’]s|-(?:affiliated|aligned|allied|friendly|led|leaning))?\s{1,3}"
    r"(?:alliance|allies|bloc|camp|candidates?|Christians|coalition|figures?|forces|leaders?|leadership|majority"
    r"|members|ministers?|movement|MPs?|parties|party|politicians?|supporters)\b"
)
_DAY = re.compile(r"\s{1,3}\d{1,2}")
# the last words of known bodies that are printed small: "the Haqqani | network"
_SMALL = (
    "space agency|agency|army|assembly|bank|brotherhood|church|club|council|court|front|movement|network|party|police"
    "|union|university"
)
# and numbers: France | 24
_SMALL_HEAD = re.compile(rf"\s{{1,3}}({_SMALL.replace(' ', '[ ]')}|\d{{1,3}}(?![-.,:]\d|\s(?:percent|[bm]illion)))\b")


def shown_bodies(clean: str, span: Span) -> list[BodyFound]:
    """The bodies of a stretch of text that share a head or stand in quotation marks.

    >>> text = 'the Defense and Foreign Ministries; the daily "Torvel Post"'
    >>> [body.name for body in shown_bodies(text, Span(0, len(text)))]
    ['Defense Ministry', 'Foreign Ministry', 'Torvel Post']
    """
    found: list[BodyFound] = []
    text = clean[span.start : span.end]
    if "Ministries" in text or "Departments" in text:
        found += [b for shared in _SHARED.finditer(clean, span.start, span.end) for b in _sharing(clean, span, shared)]
    if '"' in text or "“" in text:
        found += [
            _body(clean, *m.span("name")) for m in _QUOTED.finditer(clean, span.start, span.end) if _kind(clean, m)
        ]
    if ") Party" in text:
        for m in _LETTERED.finditer(clean, span.start, span.end):
            body = _body(clean, *m.span())
            found.append(body._replace(entry=lexicon.known_body(f"{m['field']} Party")))
    return found


def _kind(clean: str, quoted: re.Match[str]) -> bool:
    """Whether the words before or behind a name in quotation marks say what kind of body it is."""
    if _KIND_AFTER.match(clean, quoted.end()):
        return True
    before = _KIND_BEFORE.search(clean, max(0, quoted.start() - 34), quoted.start())
    return before is not None and _SHOW.match(clean, quoted.end()) is None


def dated_body(clean: str, month: Span) -> BodyFound | None:
    """The movement that a month and a day name: `March 14 leader Soto`."""
    if _DATED.match(clean, month.end) is None:
        return None
    day = _DAY.match(clean, month.end)
    return None if day is None else _body(clean, month.start, day.end())


@cache
def marking() -> frozenset[str]:
    """The words behind which a body may be marked: months, and those before the head of a known body."""
    return frozenset(before_small()) | lexicon.words_of("month")


@cache
def before_small() -> dict[str, list[tuple[tuple[str, ...], str, Entry]]]:
    """The word before a small head or number of a known body → those before it, it and the body; long ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = {}
    heads, months = _SMALL.split("|"), lexicon.words_of("month")
    for bucket in lexicon.phrases().values():
        for words, _exact, entry in bucket:
            size = 2 if words[-2:] == ("space", "agency") else 1
            head = " ".join(words[-size:])
            if entry.kind != "org" or len(words) <= size or words[-size - 1] in months:
                continue
            if head in heads or head.isdigit():
                found.setdefault(words[-size - 1], []).append((words[:-size], head, entry))
    for known in found.values():
        known.sort(key=lambda item: -len(item[0]))
    return found


def small_body(clean: str, words: list[Token]) -> BodyFound | None:
    """The known body whose last word a text prints small, or whose number stands, behind words: `Haqqani | network`."""
    following = _SMALL_HEAD.match(clean, words[-1].end)
    if following is None or words[-1].possessive:
        return None
    for known, head, entry in before_small().get(words[-1].low, ()):
        size = len(known)
        if head == " ".join(following[1].split()) and known == tuple(word.low for word in words[-size:]):
            start = words[-size].start
            return BodyFound(Span(start, following.end()), " ".join(clean[start : following.end()].split()), entry)
    return None


def hyphened_body(clean: str, words: list[Token]) -> BodyFound | None:
    """The known body of several words that an adjective is made of: `Amnesty International-hosted`."""
    base, _, ending = words[-1].text.rpartition("-")
    if not ending.islower():
        return None
    lows = [*(word.low for word in words[:-1]), base.lower()]
    end = words[-1].start + len(base)
    for first in range(max(0, len(lows) - 4), len(lows) - 1):
        for known, entry in lexicon.longer_phrases().get((lows[first], lows[first + 1]), ()):
            if entry.kind == "org" and known == tuple(lows[first:]):
                start = words[first].start
                return BodyFound(Span(start, end), " ".join(clean[start:end].split()), entry)
    return None


def _body(clean: str, start: int, end: int, name: str | None = None) -> BodyFound:
    """The body at a place, by a name of its own where it is not printed there in full."""
    name = " ".join((name or clean[start:end]).split())
    return BodyFound(Span(start, end), name, lexicon.known_body(name))


def _sharing(clean: str, span: Span, shared: re.Match[str]) -> Iterator[BodyFound]:
    """The bodies that one plural head is the head of."""
    head = _HEADS[shared[0]]
    behind = _OF.match(clean, shared.end())
    if behind is not None:
        for start, end in _after(clean, behind.end(), span.end):
            yield _body(clean, start, end, f"{head} of {clean[start:end]}")
        return
    fields = _before(clean, span.start, shared.start())
    nations = [clean[start:end] for start, end in fields if lexicon.is_known(clean[start:end], "demonym")]
    last = clean[slice(*fields[-1])].split() if fields else []
    for start, end in fields:
        words = clean[start:end].split()
        if nations and len(words) == 1:  # the German and Swiss Justice Ministries
            words += last[1:]
        elif not nations and lexicon.is_known(words[0], "demonym"):
            start += len(words.pop(0)) + 1
        if not lexicon.is_known(words[-1], "demonym"):
            yield _body(clean, start, end, f"{' '.join(words)} {head}")


def _fields(parts: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Where each field of a list stands, by its words and marks; none where it is no list of common words."""
    fields: list[tuple[int, int]] = []
    opens = True
    for text, start, end in parts:
        if not text[0].isalpha() or text == "and":
            opens = True
        elif text.lower().removesuffix("'s") not in lexicon.common() and not lexicon.is_known(text, "demonym"):
            return []
        else:
            fields.append((start if opens else fields.pop()[0], end))
            opens = False
    return fields if len(fields) > 1 else []


def _after(clean: str, at: int, end: int) -> list[tuple[int, int]]:
    """The fields after `Ministries of`: up to the last one, which `and` opens."""
    parts: list[tuple[str, int, int]] = []
    last = more = False
    while len(parts) < 16 and (part := _PART.match(clean, at, end)) is not None:
        if last and part["mark"]:
            more = part["mark"] == ","
            break
        kind = "word" if part["word"] else "mark"
        last = last or part[0].endswith("and")
        parts.append((part[kind], *part.span(kind)))
        at = part.end()
    fields = _fields(parts) if last else []
    return fields[:-2] if more and len(fields) > 2 else fields  # Planning, Industry and Tourism, Economy


def _before(clean: str, begin: int, at: int) -> list[tuple[int, int]]:
    """The fields before `Ministries`."""
    parts: list[tuple[str, int, int]] = []
    while len(parts) < 16 and (part := _WORD_BEFORE.search(clean, max(begin, at - 24), at)) is not None:
        kind = "word" if part["word"] else "mark"
        if part[kind] != "and" and part[kind].lower() in lexicon.words_of("function"):
            break
        parts.insert(0, (part[kind], *part.span(kind)))
        at = part.start()
    joined = any(text.endswith("and") for text, _start, _end in parts)
    return _fields(parts) if joined else []
