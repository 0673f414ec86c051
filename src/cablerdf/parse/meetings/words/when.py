"""Dates and times of day as telegrams print them, the year inferred from the cable's own date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from cablerdf.model import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
# "on 10/7", "March 28, 2009", "March 13-14", "28 March 2009", "2 and 3 March", "the 5th of May"; a page that takes
# the number at a line's beginning for that of a paragraph has "March\n¶28."
DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s+¶?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
    rf"(?P<until>\s?(?:-|–|to|and|&)\s?\d{{1,2}}\b(?!:))?"
    rf"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?P<until2>\s?(?:-|–|to|and|&)\s?\d{{1,2}})?\s+(?:of\s+)?(?P<month2>{_MONTH})\b"
    rf"(?:,?\s+(?P<year2>(?:19|20)\d\d)\b)?"
    rf"|(?<=\bon )(?P<month3>1[0-2]|0?[1-9])/(?P<day3>[0-3]?\d)\b(?![/\d]))",
    re.IGNORECASE,
)
# "8:30 am", "12:30p.m.", "4 p.m.", "1600 hours"
TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|\b(?P<hour2>[01]\d|2[0-3]):?(?P<minute2>[0-5]\d)\s?(?:hours|hrs|h)\b"
    r"|\b(?P<hour3>[01]?\d|2[0-3]):(?P<minute3>[0-5]\d)\b",
    re.IGNORECASE,
)
_MOVEMENT = re.compile(r"\s{1,3}(?:leader|coalition|majority|politician|bloc|movement|alliance|forces|camp|MP)")
_SLACK = timedelta(days=2)  # a cable is dated in Zulu time, a meeting in local time
_OLDEST = timedelta(days=300)  # a date without a year further back than this is rather a coming one


class Dated(NamedTuple):
    """An ISO date and where it is printed; `year` tells whether the year is printed too."""

    date: str
    span: Span
    year: bool


def one_day(match: re.Match[str] | None, issued: str | None) -> Dated | None:
    """The date of a match of `DATE`; None where it names several days, of which no meeting has the first.

    >>> one_day(DATE.search("on March 13-14"), "2009-04-01T12:00Z")
    """
    return None if match is None or match["until"] or match["until2"] else read_date(match, issued)


def names_movement(text: str, match: re.Match[str]) -> bool:
    """Whether a day is the name of a movement in the telegram: "March 14 leader Poe"."""
    if match["year"] or match["month"] is None:
        return False
    day = match.group()
    at = text.find(day)
    while at >= 0:
        if _MOVEMENT.match(text, at + len(day)):
            return True
        at = text.find(day, at + len(day))
    return False


def read_date(match: re.Match[str], issued: str | None) -> Dated | None:
    """The date of a match of `DATE`; None where it is none, or its year cannot be told.

    Without a printed year it is the latest such day that is not after the cable's own date.

    >>> found = DATE.search("on December 30")
    >>> read_date(found, "2010-01-04T12:00Z").date
    '2009-12-30'
    """
    name = (match["month"] or match["month2"] or "").lower()[:3]
    day = int(match["day"] or match["day2"] or match["day3"])
    printed = match["year"] or match["year2"]
    month = MONTHS.index(name) + 1 if name else int(match["month3"])
    span = Span(match.start(), match.end())
    limit = _issued(issued)
    if printed:
        found = _day(int(printed), month, day)
        if found is not None and limit is not None:
            found = _new_year(found, limit)
        return None if found is None else Dated(found.isoformat(), span, True)
    if limit is None:
        return None
    for year in (limit.year, limit.year - 1):
        found = _day(year, month, day)
        if found is not None and found <= limit + _SLACK:
            near = limit - found <= _OLDEST or len(issued or "") < 10  # of a cable's year alone any day may be meant
            return Dated(found.isoformat(), span, False) if near else None
    return None


def _new_year(found: date, limit: date) -> date:
    """The day with the cable's own year where, in January, the old one was printed by habit."""
    if limit.month == 1 and found.month == 1 and found.year == limit.year - 1 and found.day <= limit.day:
        return found.replace(year=limit.year)
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _issued(issued: str | None) -> date | None:
    """The cable's day; the last of the year or month where no more is known."""
    if issued is None:
        return None
    parts = [int(p) for p in issued[:10].split("-")]
    if len(parts) == 3:
        return _day(*parts)
    if len(parts) == 2:
        return date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - timedelta(days=1)
    return date(parts[0], 12, 31)


def dates(text: str, span: Span, issued: str | None) -> list[Dated]:
    """Every date printed in `span` of `text`, in order."""
    found = (read_date(match, issued) for match in DATE.finditer(text, *span))
    return [dated for dated in found if dated is not None]


def read_time(text: str, span: Span) -> str | None:
    """The first time of day in `span` of `text` as HH:MM.

    >>> read_time("March 20, 2009, 12:30p.m., Washington", Span(0, 37))
    '12:30'
    """
    match = TIME.search(text, *span)
    if match is None:
        return None
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = int(match["minute"] or match["minute2"] or match["minute3"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
