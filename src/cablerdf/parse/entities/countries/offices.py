"""The country of those of whom an office alone tells: `X, president of the Peruvian Guild`, `X, UN Rapporteur`."""

from __future__ import annotations

import re

from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.american import is_foreign
from cablerdf.parse.entities.countries.host import host_country, other_side
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon.nationality import country_in

_PAST = ("former ", "ex-", "late ", "then ")
# bodies that a country has, of the host country where no other is named
_OF_THE_HOST = re.compile(
    r"\b(?:ministry|MFA|MOFA|MOD|MOI|presidential|parliament|cabinet|constitutional|supreme court|prosecutor)\b",
    re.IGNORECASE,
)
# "Prime Minister Soto's adviser on trade"
_OWNER = re.compile(r"([A-Z][^,;()]{2,50}?)(?:['’]s|,s)\s")


def settle_by_office(draft: Draft, people: Register, at: int, known: set[str]) -> None:
    """Sets the country of somebody by the titles not known yet: the one they name, or that of whom he or she serves."""
    someone = people.people[at]
    offices = [title for title in someone.titles if title not in known and not title.lower().startswith(_PAST)]
    for office in offices:
        country = country_in(office)
        if country is not None and not any(is_foreign(title, country) for title in someone.titles):
            someone.country, someone.country_rule = country, "an office that names the country"
            return
        owner = _OWNER.match(office)
        served = people.resolve(owner[1], someone.span.start) if owner is not None else None
        if served is not None and served != at:
            country = people.people[served].country
            if country is not None:
                someone.country, someone.country_rule = country, "the country of whom he or she serves"
            return
    if someone.country is None and any(_OF_THE_HOST.search(office) for office in offices):
        someone.country = host_country(draft) or other_side(draft)
        someone.country_rule = "an office of the host"
