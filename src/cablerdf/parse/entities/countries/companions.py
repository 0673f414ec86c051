"""People who are of the country of those with whom they are named: lists, companions, helpers, delegations."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.american import LEGISLATORS, envoy
from cablerdf.parse.entities.countries.delegations import delegations
from cablerdf.parse.entities.names.someone import Someone
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon.forms import titles
from cablerdf.parse.lexicon.nationality import country_in, is_us_title
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
