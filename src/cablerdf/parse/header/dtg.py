"""The date-time group: "O 032217Z APR 09" (ACP 121)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.header.scanned import FIGURE, FIGURES
from cablerdf.vocab.tables import mapping

LEAST = 3  # figures of the six that are printed as figures


class DateTimeGroup(NamedTuple):
    """Moment and precedence as printed: `moment` is "2009-04-03T22:17Z"."""

    moment: str
    span: Span
    precedence: str | None
    precedence_span: Span | None
    damaged: bool


# "O 032217Z APR 09", "R 250930Z FEB 72", "032217Z APR 2009", "03 2217ZAPR09", "O32217Z-APR-09"
DTG = re.compile(
    rf"(?<![\dA-Za-z])(?P<day>[0-3OoIlL]{FIGURE})[ \t]?(?P<hour>[0-2OoIlL]{FIGURE})(?P<minute>[0-5OoIlL]{FIGURE})"
    r"[ \t]?(?P<zone>[Zz](?:ULU)?|[LlXx2])?[ \t,/-]*(?P<month>[A-Za-z0]{2}[A-Za-z]{1,7})\.?[ \t,/-]*"
    rf"(?P<year>(?:(?:[1Il]9|2[0Oo]){FIGURE}{FIGURE}|{FIGURE}{FIGURE}))(?![\dA-Za-z])"
)
# what stands before it: "O ", "O P ", "RR "
PRECEDENCE = re.compile(r"(?<!\S)(?P<letter>[OPRZYM0])\1?(?:[ \t]+[OPRZ0])?(?:[ \t]+|[ \t]*\n[ \t]*)$", re.I)


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
        month = months.get(match["month"].upper().replace("0", "O"))
        digits = {key: match[key].translate(FIGURES) for key in ("day", "hour", "minute", "year")}
        if month is None or sum(map(str.isdecimal, match["day"] + match["hour"] + match["minute"])) < LEAST:
            continue
        try:
            day, hour, minute = (int(digits[key]) for key in ("day", "hour", "minute"))
            moment = datetime(century(digits["year"]), int(month), day, hour, minute)
        except ValueError:
            continue
        before = PRECEDENCE.search(text, max(start, match.start() - 8), match.start())
        printed = before["letter"].upper() if before is not None else ""
        letter = printed.replace("0", "O")
        misread = any(digits[key] != match[key] for key in digits) or "0" in match["month"]
        return DateTimeGroup(
            f"{moment:%Y-%m-%dT%H:%M}Z",
            Span(match.start("day"), match.end()),
            mapping("precedences", "printed", "precedence").get(letter),
            Span(*before.span("letter")) if before is not None else None,
            misread or match["zone"] not in ("Z", "z") or letter != printed,
        )
    return None
