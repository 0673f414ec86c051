"""The country that a cable is written from, or about whose people one from Washington tells."""

from __future__ import annotations

from functools import cache

from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.forms import plain_country
from cablerdf.vocab.tables import rows


@cache
def _post_countries() -> dict[str, str]:
    """Post, as it is printed or by its code → the country that it is in."""
    found: dict[str, str] = {}
    for row in rows("posts"):
        if row["country"] and row["kind"] != "mission":
            for form in (row["code"], row["printed"], row["name"].upper()):
                found.setdefault(form, plain_country(row["country"]))
    return found


def host_country(draft: Draft) -> str | None:
    """The country of the post, None for Washington and the missions to international bodies."""
    for form in (draft.origin, draft.post):
        if form:
            country = _post_countries().get(form.upper())
            if country is not None:
                return None if country == "US" else country
    return None


def other_side(draft: Draft) -> str | None:
    """The one foreign country whose people take part in the meetings of a cable from Washington."""
    sides = {p.side for m in draft.meetings for p in m.participants if p.side and p.side != "US"}
    return sides.pop() if len(sides) == 1 else None
