"""The fuller of two names of one person."""

from __future__ import annotations


def fuller(listed: str, known: str) -> str:
    """The fuller of a listed name and the one that the cable knows the person by.

    A known name that goes on beyond the listed family name is not trusted.

    >>> fuller("Ann Poe", "Ann B. Poe"), fuller("Ann Poe", "Ann Poe Lee Roe"), fuller("Poe", "Ann Poe")
    ('Ann B. Poe', 'Ann Poe', 'Ann Poe')
    """
    have, want = known.split(), listed.split()
    if len(want) == 1 and len(have) > 1 and want[0].lower() in (have[0].lower(), have[-1].lower()):
        return known
    return known if len(have) >= len(want) and have[-1].lower() == want[-1].lower() else listed
