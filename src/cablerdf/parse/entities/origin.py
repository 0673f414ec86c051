"""The country of each person of a cable, as far as it is known."""

from __future__ import annotations

import re
from functools import cache

from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.evidence import known
from cablerdf.parse.entities.lexicon import plain_country
from cablerdf.parse.entities.nationality import country_in, is_us_title
from cablerdf.parse.entities.people import People, Someone
from cablerdf.vocab.tables import rows

# "Iranian businessman ", "British Conservative party leader "
_BEFORE = re.compile(r"((?:[A-Z][\w.'’-]*\s+){1,3})(?:[a-z][\w-]*\s+){1,4}$")
_AFTER = re.compile(r"\s*(?:,|\()\s*(?:the|a|an)?\s*((?:[A-Z][\w.'’-]*\s+){1,3})[a-z]")
_OF = re.compile(r"\s+of\s+((?:[A-Z][\w.'’-]*\s*){1,3})")


@cache
def post_countries() -> dict[str, str]:
    """Post, as it is printed or by its code → the country that it is in."""
    found: dict[str, str] = {}
    for row in rows("posts"):
        if row["country"]:
            for form in (row["code"], row["printed"], row["name"].upper()):
                found.setdefault(form, plain_country(row["country"]))
    return found


def host_country(draft: Draft) -> str | None:
    """The country of the post, None for Washington and the missions to international bodies."""
    for form in (draft.origin, draft.post):
        if form:
            country = post_countries().get(form.upper())
            if country is not None:
                return None if country == "US" else country
    return None


def settle_countries(draft: Draft, people: People) -> None:
    """Sets the country of everybody for whom there is evidence."""
    host = host_country(draft)
    for someone in people.people:
        if someone.country is None:
            someone.country = _stated(people.clean, someone) or known(someone.tokens) or host


def _stated(clean: str, someone: Someone) -> str | None:
    for title in someone.titles:
        country = country_in(title)
        if country is not None:
            return country
    if any(is_us_title(title) for title in someone.titles):
        return "US"
    for span in someone.mentions:
        before = _BEFORE.search(clean, max(0, span.start - 70), span.start)
        if before is not None:
            country = country_in(before[1])
            if country is not None:
                return country
        after = _AFTER.match(clean, span.end, span.end + 60)
        if after is not None:
            country = country_in(after[1])
            if country is not None:
                return country
    return None
