"""Functions at a meeting (notetaker, interpreter) and officers known by their function alone (Poloff)."""

from __future__ import annotations

from functools import cache

from cablerdf.parse.lexicon.offices import officer_forms, without_article
from cablerdf.vocab.tables import rows


@cache
def _functions() -> dict[str, str]:
    return {row["form"]: row["function"] for row in rows("functions")}


def function_of(text: str) -> str | None:
    """The function that a word or short phrase names.

    >>> function_of("Note taker"), function_of("Embassy Notetaker"), function_of("DCM")
    ('notetaker', 'notetaker', None)
    """
    key = without_article(text)
    known = _functions()
    found = known.get(key)
    if found is None and key:
        found = known.get(key.split()[-1])
    return found


def is_officer(text: str) -> bool:
    """Whether a phrase is the function of an officer, nothing more: "the DCM", "Emboffs".

    >>> is_officer("the DCM"), is_officer("Director for Iraq")
    (True, False)
    """
    return without_article(text) in officer_forms()
