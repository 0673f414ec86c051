"""Dates that a container declares: those that the calendar has."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime

# as much of "1961-05-03T15:30:00" as there is
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?(?![0-9])")


def real_date(text: str) -> str | None:
    """The date with which a text begins, to the minute at most; None where there is none such.

    >>> real_date("1961-05-03T15:30:00"), real_date("1961-05"), real_date("1961-02-30"), real_date("May 3")
    ('1961-05-03T15:30', '1961-05', None, None)
    """
    match = ISO.match(text)
    if match is not None:
        year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
        with suppress(ValueError):
            datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0)
            return match[0]
    return None
