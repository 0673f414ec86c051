"""The date-time group: "O 032217Z APR 09" (ACP 121)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.vocab.tables import mapping


class DateTimeGroup(NamedTuple):
    """Moment and precedence as printed: `moment` is "2009-04-03T22:17Z"."""

    moment: str
    span: Span
    precedence: str | None
    precedence_span: Span | None
    damaged: bool


# "O 032217Z APR 09", "O P 131528Z MAY 08", "R 250930Z FEB 72", "032217Z APR 2009", "P 1212Z05 ..." is not one
DTG = re.compile(
    r"(?:(?<![^\s])(?P<precedence>[OPRZYM0])(?:[ \t]+[OPRZ0])?[ \t]+)?"
    r"(?<!\d)(?P<day>[0-3OI][\dOI])(?P<hour>[0-2O][\dOI])(?P<minute>[0-5O][\dOI])[ \t]?(?P<zone>Z|ZULU|L|X|2)?[ \t,]*"
    r"(?P<month>[A-Z]{3,9})\.?[ \t,]+(?P<year>(?:19|20)?\d\d)\b",
    re.I,
)


def century(year: str | int) -> int:
    """A year of two digits or four, in full; telegrams of this form begin in the 1960s.

    >>> century("09"), century("66"), century("2010")
    (2009, 1966, 2010)
    """
    number = int(year)
    if number >= 100:
        return number
    return 1900 + number if number >= 60 else 2000 + number


def find_dtg(text: str, start: int, stop: int) -> DateTimeGroup | None:
    """The first date-time group between two offsets whose date exists, or None."""
    months = mapping("months", "printed", "month")
    for match in DTG.finditer(text, start, stop):
        month = months.get(match["month"].upper())
        digits = {key: match[key].upper().replace("O", "0").replace("I", "1") for key in ("day", "hour", "minute")}
        if month is None:
            continue
        try:
            day, hour, minute = (int(digits[key]) for key in ("day", "hour", "minute"))
            moment = datetime(century(match["year"]), int(month), day, hour, minute)
        except ValueError:
            continue
        letter = (match["precedence"] or "").upper().replace("0", "O")
        return DateTimeGroup(
            f"{moment:%Y-%m-%dT%H:%M}Z",
            Span(match.start("day"), match.end()),
            mapping("precedences", "printed", "precedence").get(letter),
            Span(*match.span("precedence")) if letter else None,
            match["zone"] not in ("Z", "z") or letter != (match["precedence"] or "").upper(),
        )
    return None
