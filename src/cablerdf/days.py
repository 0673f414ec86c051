"""Days in words."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# 2005-03-04T09:30:00Z, 2005-03-04, 2005-03, 2005
MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def date(text: str) -> str:
    """A date as people read it; what is no date comes back as it is.

    >>> date("2005-03-04T09:30:00Z"), date("2005-03"), date("2005")
    ('4 March 2005', 'March 2005', '2005')
    """
    match = MOMENT.fullmatch(text)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return text
    year, month, day = match[1], match[2], match[3]
    return " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)
