"""The country of each body of which many countries have one: `MFA`, `Supreme Court`, `Socialist Party`."""

from __future__ import annotations

import re

from cablerdf.parse.entities.bodies.keys import fold, national
from cablerdf.parse.entities.bodies.printed import BodyFound
from cablerdf.parse.entities.countries.vicinity import Vicinity
from cablerdf.parse.lexicon.forms import known_body
from cablerdf.parse.lexicon.nationality import countries_with, country_named, demonym_in
from cablerdf.vocab.bodies import is_generic, is_of_host, one_form

NOTHING: tuple[str | None, str] = (None, "")
# "Parliament | of Georgia", "Supreme Court | in the Philippines"
_BEHIND = re.compile(r"\s{1,2}(?:of|in)\s{1,2}(?:the\s{1,2})?([A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,2})")
_BEFORE = re.compile(r"(?:[A-Z][\w.'’-]{1,20}\s){1,2}(?:new\s|own\s)?$")  # Israel's |


def whose(forms: list[BodyFound], vicinity: Vicinity) -> tuple[str | None, str]:
    """The country of a body with these printed forms, and how it is known; nothing of one that has no namesakes.

    `vicinity` looks around names in its cable.
    """
    named = {country for form in forms if (country := in_name(form.name))}
    if named:
        return (named.pop(), "its name tells the country") if len(named) == 1 else NOTHING
    name = forms[0].entry.name if forms[0].entry is not None else forms[0].name
    if not is_generic(name):
        return NOTHING
    beside = {country for form in forms if (country := _beside(vicinity.clean, form))}
    if beside:
        return (beside.pop(), "the country stands beside it") if len(beside) == 1 else NOTHING
    if _is_american(name, vicinity.host):
        return "US", "the United States have one of that name"
    elsewhere = forms[0].entry is not None and forms[0].entry.country not in (None, vicinity.host)
    if vicinity.posted and is_of_host(name) and not elsewhere:
        return vicinity.of_the_state([form.span for form in forms])
    return NOTHING


def in_name(name: str) -> str | None:
    """The country that a name tells, where without it many countries have such a body.

    >>> in_name("Turkish MFA"), in_name("Senate of X"), in_name("Supreme Court of Peru"), in_name("Iraqi Front of X")
    ('Turkey', None, 'Peru', None)
    """
    country, rest = national(fold(name))
    if not country:
        first, _, rest = name.partition(" ")
        country = country_named(first) or "" if rest else ""
    if country and is_generic(rest):
        return country
    head, _, owner = name.rpartition(" of ")
    owner = owner.removeprefix("the ")
    return country_named(owner) if head and owner[:1].isupper() and is_generic(head) else None


def _beside(clean: str, form: BodyFound) -> str | None:
    """The country that stands next to a body: `Israel's |`, `| of Georgia`."""
    behind = _BEHIND.match(clean, form.span.end, form.span.end + 60)
    if behind is not None:
        words = behind[1].split()
        for size in range(len(words), 0, -1):
            country = country_named(" ".join(words[:size]).removesuffix("'s"))
            if country is not None:
                return country
    before = _BEFORE.search(clean, max(0, form.span.start - 45), form.span.start)
    return demonym_in(before[0]) if before is not None else None


def _is_american(name: str, host: str | None) -> bool:
    """Whether the tables have a department or office of that name in the United States, and the host has none."""
    known = known_body(name)
    if known is not None and known.country == "US" and one_form(known.name).startswith(("department ", "office ")):
        return host not in countries_with("departments")
    return fold(name) in ("congress", "senate") and host in countries_with("no senate")
