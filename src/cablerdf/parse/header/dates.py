"""Dates as headers spell them: "04/03/2019", "2019/12/16", "JUNE 21, 2016", "1 JAN 2020", "06/18/17"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from cablerdf.parse.header.scanned import figures
from cablerdf.vocab.tables import mapping


class FoundDate(NamedTuple):
    """A date and where it stands; `swapped` if its day stood before its month, `misread` if letters were figures."""

    iso: str
    start: int
    end: int
    swapped: bool = False
    misread: bool = False


# "Tuesday, 03 November 2009, 15:52": added by a web edition
DATE_LINE = re.compile(
    r"^[ \t]*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?P<day>\d\d?) (?P<month>[A-Z][a-z]+) (?P<year>\d{4}),? "
    r"(?P<hour>\d\d?):(?P<minute>\d\d)\b[ \t]*",
    re.M,
)
SLASH = r"[ \t]?[/.\\-]{1,2}[ \t]?"
ALONE = r"(?<!\d)(?<![^A-Za-z][A-Za-z])"  # not behind a figure, nor behind one letter: that may be a figure misread
YEAR = r"(?P<year>(?:19|20)\d\d(?!\d)|\d\d(?![A-Za-z\d]))"  # "12/31/20x8" is not of 2020
YEAR_FIRST = re.compile(rf"{ALONE}(?P<year>(?:19|20)\d\d){SLASH}(?P<month>\d\d?){SLASH}(?P<day>\d\d?)(?![A-Za-z\d])")
MONTH_FIRST = re.compile(rf"{ALONE}(?P<month>\d\d?){SLASH}(?P<day>\d\d?){SLASH}{YEAR}")
SPELT = re.compile(
    rf"{ALONE}(?:(?P<before>\d\d?)(?:st|nd|rd|th)?[ \t,-]*)?(?P<month>[A-Za-z]{{3,9}})\.?[ \t,-]*"
    rf"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?[ \t,]+)?{YEAR}"
)


def two_digit_year(year: str, nearby: int) -> int:
    """A year of two digits: the one that is nearest to `nearby`, a declassification being later rather than earlier.

    >>> two_digit_year("17", 2007), two_digit_year("85", 1979)
    (2017, 1985)
    """
    number = int(year)
    if number >= 100:
        return number
    base = nearby // 100 * 100 + number
    return base if base >= nearby - 40 else base + 100


def find_date(text: str, nearby: int = 2000) -> FoundDate | None:
    """The first date in a short text, or None; letters that a scanner read for figures are put right.

    >>> find_date("DECL: 2019/12/16").iso, find_date("17OCT13").iso, find_date("09/14/20l8").iso
    ('2019-12-16', '2013-10-17', '2018-09-14')
    """
    mended = figures(text)
    found = date_in(mended, nearby)
    misread = found is not None and mended[found.start : found.end] != text[found.start : found.end]
    return found._replace(misread=True) if found is not None and misread else found


def date_in(text: str, nearby: int) -> FoundDate | None:
    """The first date in a text whose figures are figures."""
    for pattern in (YEAR_FIRST, MONTH_FIRST):
        for match in pattern.finditer(text):
            month, day, year = int(match["month"]), int(match["day"]), two_digit_year(match["year"], nearby)
            swapped = month > 12 >= day
            if swapped:
                month, day = day, month
            if (iso := valid(year, month, day)) is not None:
                return FoundDate(iso, *match.span(), swapped)
    months = mapping("months", "printed", "month")
    for match in SPELT.finditer(text):
        month_number = months.get(match["month"].upper())
        printed = match["day"] or match["before"]
        if month_number is not None and printed is not None:
            iso = valid(two_digit_year(match["year"], nearby), int(month_number), int(printed))
            if iso is not None:
                return FoundDate(iso, *match.span())
    return None


def valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
