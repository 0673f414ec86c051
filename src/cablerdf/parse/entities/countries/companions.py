"""People who are of the country of those with whom they are named: lists, companions, helpers, delegations."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.american import LEGISLATORS, envoy
from cablerdf.parse.entities.names.someone import Someone
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon.forms import titles, words_of
from cablerdf.parse.lexicon.nationality import country_in, demonym_in, is_us_title
from cablerdf.parse.lexicon.styles import is_rank
from cablerdf.parse.lexicon.tongues import is_foreign_name

# "X, accompanied by Adviser Y", "X and his Foreign Minister Y", "X's spokesman Y": companions
_COMPANION = re.compile(
    r",?\s+(?:(?:and|who)\s+)?(?:was\s+|were\s+)?(?:accompanied|joined|flanked|assisted)\s+by\s+(?:his\s+|her\s+|the\s+)?"
    r"(?:(?P<kind>[a-z-]+)\s+)?"
    r"|,?\s+(?:and|with|along with|together with)\s+(?:his|her)\s+|['’]s?\s+"
    r"|(?:,?\s+(?:and|with)\s+(?:his|her)|['’]s?)\s+(?:[a-z-]{1,20}\s+){0,2}(?P<role>[a-z-]+),?\s+"
)
# "X and Y", "X, Y": those without a title of their own are of the same side
_LISTED = re.compile(r"\s*+(?:,\s*+and|and|,)\s++", re.IGNORECASE)
_BETWEEN = ("between ", "between\n")
_SENT = re.compile(r"\b(?:Amb|Ambassador|Charge|Embassy|DCM|Consul)\b")
# titles that tell of no country
_SIDELESS = LEGISLATORS | {"gov", "dr", "staff member"}
_HEAD = r"\b((?:[A-Z][\w./'’-]{0,30} ){1,2}?)"
_COMPOSED = (
    r"(?:consisting of|composed of|comprising|included|includes|consisted of|comprised|was composed of"
    r"|(?:was|were) represented(?: [^.,;()]{1,40})? by)"
)
# "The French were represented at the talks by X", "the Turkish delegation consisted of X"
_COMPRISES = re.compile(
    _HEAD
    + r"(?:(?:delegation|team|side|party|attendees|participants|representatives|representation) (?:that |which )?)?"
    + _COMPOSED
    + r":?\s"
)
# "accompanied by the Ambassador, X and Y": the people of the post
_WITH_US = re.compile(
    r"((?:accompanied|joined) by )(?:the )?(?:U\.S\. )?"
    r"(?:Ambassador|Charge|DCM|Emboffs?|Poloffs?|PolCouns|EconCouns),?\s"
)
# "the Turkish delegation, led by X": one alone
_LED = re.compile(_HEAD + r"(?:delegation|team|side),? (?:was |which was |is )?(?:led|headed|chaired) by\s")
_OVER = re.compile(
    r"[.?!]\s|;\s(?!(?:and )?[A-Z])|\n\s*\n"
    r"|\b(?:whom?|met|told|discussed|called|traveled|arrived|visited|held|briefed|asked|raised|where)\b"
)
# a word that tells of a list, the whole of what opens it, and how many characters it may have
_CUES = (
    *((cue, _COMPRISES, 400) for cue in ("consist", "compos", "compris", " includ", " represented")),
    *((cue, _LED, 60) for cue in (" led by ", "headed by ", "chaired by ")),
    *((cue, _WITH_US, 250) for cue in ("accompanied by ", "joined by ")),
)
_REACH = 60  # characters around a cue


def listed_for(draft: Draft, people: Register, countries: list[str | None]) -> None:
    """Gives those whom the text lists as people of one country that country."""
    body = Span(draft.paragraphs[0].span.start, draft.paragraphs[-1].span.end) if draft.paragraphs else draft.zones.body
    if body is None:
        return
    for stretch, country in delegations(people.clean, body):
        for at, someone in enumerate(people.people):
            if countries[at] is None and any(stretch.start <= m.start < stretch.end for m in someone.mentions):
                countries[at] = country


class Pair(NamedTuple):
    """Two people, one named next after the other; `gap` is what stands between, `joint` that where it makes a list."""

    left: int
    right: int
    gap: Span
    joint: str | None
    close: bool


def pairs(people: Register) -> list[Pair]:
    """Who is named next after whom, in the order of the text."""
    titles = [t for p in people.people for t in p.title_spans]
    titled = {t.end + gap: t.start for gap in (3, 2, 1, 0) for t in titles}
    by_position = sorted([(m.start, m.end, at) for at, p in enumerate(people.people) for m in p.mentions])
    found: list[Pair] = []
    for (first, end, left), (start, _end, right) in itertools.pairwise(by_position):
        begin = _title_start(titled, start)
        joint = _LISTED.fullmatch(people.clean, end, begin) if begin - end < 9 else None
        if joint and people.clean.endswith(_BETWEEN, 0, _title_start(titled, first)):
            joint = None  # the two sides of a meeting
        found.append(Pair(left, right, Span(end, begin), joint.group() if joint else None, start - end <= 120))
    return found


def spread(people: Register, named: list[Pair], countries: list[str | None], host: str | None = None) -> None:
    """Gives somebody's country to those without one whom the text lists with, or calls companions of, him or her.

    Nobody whose name its people have not is of the country of the post (`host`) for that.
    """
    companions: set[int] = set()
    row = 0  # how many of one foreign country the list has named up to here
    for left, right, gap, joint, close in named:
        if joint is None:
            row = 0
        elif countries[right] == countries[left] not in (None, "US"):
            row = (row or 1) + 1
        if not close or countries[right] is not None or countries[left] is None:
            continue
        if countries[left] == host and is_foreign_name(people.people[right].tokens, host):
            continue
        if (joint and _same_side(people, countries[left], left, right, row, joint)) or (
            (joint and left in companions) or (gap.end > gap.start and _accompanies(people.clean, gap))
        ):
            countries[right] = countries[left]
            companions.add(right)
            row += bool(row)


def _same_side(people: Register, country: str | None, left: int, right: int, row: int, joint: str) -> bool:
    """Whether somebody is of the country of whom he or she is listed after.

    So are those without a title of their own, whoever ends a row of two or more of one foreign country, and a
    colleague: `Iraqi President X and Defense Minister Y`.
    """
    before, someone, clean = people.people[left], people.people[right], people.clean
    if _unsided(someone) or _called_alike(before, someone, clean):
        return True
    if country == "US" or envoy(someone) or any(is_us_title(title) for title in someone.titles):
        return False
    colleague = "and" in joint and any(country_in(title) == country for title in before.titles) and not _envoyed(before)
    return row > 1 or colleague


def _called_alike(before: Someone, someone: Someone, clean: str) -> bool:
    """Whether one noun in small letters calls both what they are: `the opposition leaders X and Y`."""
    return any(title.of(clean).islower() for title in before.title_spans if title in someone.title_spans)


def _accompanies(clean: str, gap: Span) -> bool:
    """Whether what stands between two people makes the second a companion or helper of the first."""
    companion = _COMPANION.fullmatch(clean, *gap)
    if companion is None:
        return False
    role = companion["kind"] or companion["role"]
    return role is None or role.removesuffix("s") in titles("lower")


def _envoyed(someone: Someone) -> bool:
    """Whether somebody is an ambassador, who is named with those of the country that he or she is sent to."""
    return any(_SENT.search(title) for title in someone.titles)


def _title_start(titled: dict[int, int], start: int) -> int:
    """Where the titles before a name begin; `titled` has the start of a title by where a name may follow it."""
    while (before := titled.get(start, start)) < start:
        start = before
    return start


def _unsided(someone: Someone) -> bool:
    """Whether no title of somebody tells of a country of his or her own."""
    return all(title in _SIDELESS or is_rank(title) for title in someone.plain_titles)


def delegations(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """The stretches of text that list people of one country, and the country.

    >>> text = "The French were represented at the talks by Ana Doe, an envoy, and Bo Roe, who met us."
    >>> [(span.of(text), country) for span, country in delegations(text, Span(0, len(text)))]
    [('Ana Doe, an envoy, and Bo Roe, ', 'France')]
    """
    yield from _opened(clean, whole)
    yield from _bracketed(clean, whole)
    yield from _for_example(clean, whole)


def _opened(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """Those whom a verb opens: `The Turkish delegation consisted of |`."""
    for cue, pattern, longest in _CUES:
        for at in _places(clean, cue, whole):
            opening = pattern.search(clean, max(whole.start, at - _REACH), min(whole.end, at + _REACH))
            country = _country(opening[1]) if opening is not None and opening.end() > at else None
            if opening is not None and country is not None:
                end = min(whole.end, opening.end() + longest)
                over = _OVER.search(clean, opening.end(), end)
                yield Span(opening.end(), over.start() if over else min(end, opening.end() + _REACH)), country


def _bracketed(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """Those in parentheses: `Turkish officials (|)`."""
    for at in _places(clean, "s (", whole):
        before = clean[max(whole.start, at - _REACH) : at + 1].split()
        closing = clean.find(")", at, at + 500)
        if closing > 0 and _names_people(before):
            country = _country(" ".join(before[-3:-1]) if before[:-2] and before[-3][0].isupper() else before[-2])
            if country is not None:
                yield Span(at + 3, closing), country


def _for_example(clean: str, whole: Span) -> Iterator[tuple[Span, str]]:
    """Some of many: `Turkish officials, including |`."""
    for cue in ("including ", "such as "):
        for at in _places(clean, cue, whole):
            before = clean[max(whole.start, at - _REACH) : at].rstrip(" \n,").split()
            country = demonym_in(before[-2]) if _names_people(before) else None
            if country is not None:
                end = min(whole.end, at + 250)
                over = _OVER.search(clean, at + len(cue), end)
                yield Span(at + len(cue), over.start() if over is not None else end), country


def _names_people(words: list[str]) -> bool:
    """Whether words end with people whom a list may name, something capitalised before them: `Turkish officials`."""
    return len(words) > 1 and words[-1] in words_of("listed_people") and words[-2][0].isupper()


def _places(clean: str, cue: str, whole: Span) -> Iterator[int]:
    """Where a cue stands in a stretch of text."""
    at = clean.find(cue, whole.start, whole.end)
    while at >= 0:
        yield at
        at = clean.find(cue, at + len(cue), whole.end)


def _country(words: str) -> str | None:
    """The country of the last demonym, government or body of the United States among the words, ours after `by`."""
    if words.endswith(" by "):
        return "US"
    last = words.split()[-1].removesuffix("'s").removesuffix("’s")
    if is_us_title(last):
        return "US"
    return demonym_in(words) or country_in(last)
