"""The country of each person of a cable, as far as it is known."""

from __future__ import annotations

import re
from functools import cache

from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.american import (
    american_by_title,
    american_officer,
    american_only,
    at_a_post,
    envoy,
    foreign_envoy,
    is_foreign,
)
from cablerdf.parse.entities.countries.bearings import FORCES, Bearings
from cablerdf.parse.entities.countries.company import listed_for, pairs, spread
from cablerdf.parse.entities.countries.fame import known
from cablerdf.parse.entities.countries.host import host_country, other_side
from cablerdf.parse.entities.countries.nationality import countries_with, country_in, figures
from cablerdf.parse.entities.countries.rulers import bearers_of, crowned_elsewhere, rules_elsewhere
from cablerdf.parse.entities.countries.surroundings import country_around
from cablerdf.parse.entities.countries.tongues import is_foreign_name
from cablerdf.parse.entities.people.register import People
from cablerdf.parse.entities.people.someone import RULERS, Someone
from cablerdf.parse.lexicon.forms import country_forms, known_body, plain_country, words_of
from cablerdf.vocab.tables import rows


def settle_countries(draft: Draft, people: People) -> list[int]:
    """Sets the country of everybody for whom there is evidence; who they are of whom nothing is said comes back."""
    post = host_country(draft)
    host = post or other_side(draft)
    given = [p.country for p in people.people]
    countries = [p.country or _stated(people.clean, p, host) for p in people.people]
    listed_for(draft, people, countries)
    named = pairs(people)
    spread(people, named, countries)
    told = list(countries)
    bearings = Bearings(draft, host, post is not None, [m for p in people.people for m in p.mentions])
    assumed = [at for at, country in enumerate(countries) if country is None]
    for at in assumed:
        countries[at] = _placed(people.people[at], bearings)
    spread(people, named, countries, host)
    for at, (someone, country) in enumerate(zip(people.people, countries, strict=True)):
        someone.country = country
        if country is not None:
            rule = "given with the name" if given[at] else "told by title, fame or company" if told[at] else "assumed"
            draft.note("country", " ".join(someone.tokens), country, rule, someone.span)
    return assumed


def _placed(someone: Someone, bearings: Bearings) -> str | None:
    """The country of somebody of whom nothing is said: that of an ambassador, that of the sentence or the host's."""
    if envoy(someone):
        posted = not any(title.lower().endswith("envoy") for title in someone.titles)
        charge = any(title.lower().startswith("charge") for title in someone.titles)
        lone = posted and (charge or (len(someone.tokens) == 1 and someone.tokens[0].lower() not in figures()))
        foreign = foreign_envoy(bearings.clean, someone) if lone else ""
        return "US" if foreign is None else foreign or None
    if not someone.titles and (bearings.host is None or _better_known(someone, bearings.host)):
        return None
    bearers = bearers_of(someone)
    if bearers:
        ruled = bearings.ruled(sorted(someone.mentions), bearers)
        if ruled is not None:
            return ruled
    if any(FORCES.search(title) or of_foreign_firm(title, bearings.host) for title in someone.titles):
        return None
    if is_foreign_name(someone.tokens, bearings.host) and not any(_OF_GOVERNMENT.search(t) for t in someone.titles):
        return None
    abroad = bearings.abroad(someone.mentions)
    if abroad is not None:
        return abroad
    if crowned_elsewhere(someone, bearings.host) or rules_elsewhere(someone, bearings.host):
        return None
    return bearings.host if bearings.at_home(someone.mentions, someone.titles) else None


def _better_known(someone: Someone, host: str | None) -> bool:
    """Whether a family name alone is that of well-known people of several countries, of whom none is the host's."""
    low = someone.tokens[0].lower()
    countries = {country for words, country in figures().get(low, ()) if words[-1].lower() == low}
    return len(someone.tokens) == 1 and len(countries) > 1 and host not in countries


def leads_kindred(someone: Someone, country: str, host: str | None) -> bool:
    """Whether somebody leads those of the host's people who have the name of a neighbour's: `Tajik leader`."""
    nouns = {title.rpartition(" ")[2] for title in someone.plain_titles}
    return set() < nouns <= words_of("kindred_leader") and host in countries_with(f"people of {country}")


@cache
def _firms() -> dict[str, str]:
    """Well-known firms of one word → their country, "" for those at home in many."""
    found: dict[str, str] = {}
    for row in rows("organizations"):
        if row["kind"] == "company":
            names = (row["name"], *row["aliases"].split(";"))
            found |= {name: plain_country(row["country"]) for name in names if name and " " not in name}
    return found


def of_foreign_firm(title: str, host: str | None) -> bool:
    """Whether a title is that of somebody at a firm of another country, whose people may be from anywhere."""
    return any(_firms().get(word.removesuffix("'s"), host) != host for word in _WORD.findall(title))


def _stated(clean: str, someone: Someone, host: str | None) -> str | None:
    """The country that titles, fame or the words around a name give, in this order."""
    country = known(someone.tokens) if len(someone.tokens) > 1 else None
    if country is not None:
        return country
    country = at_a_post(clean, someone) if someone.title_spans else None
    if country is not None:
        return country
    if someone.titles:
        country = _titled(clean, someone, host)
    elif len(someone.tokens) == 1:
        country = known(someone.tokens)
    if country is not None:
        return country
    country = country_around(clean, sorted(someone.mentions), sorted(someone.title_spans))
    if country is not None and leads_kindred(someone, country, host):
        return None
    return "US" if country is None and american_officer(someone, host) else country


def _titled(clean: str, someone: Someone, host: str | None) -> str | None:
    """The country that the titles of somebody give, or his or her fame as who bears them."""
    ours = country_forms(host, "governments") if host is not None else frozenset()
    if any(title.partition(" ")[0] in ours for title in someone.titles):
        return host  # "GOI Sherpa", whosever government has these letters too
    for title in someone.titles:
        letters = _LETTERS.search(title) if host is not None and "(" in title else None
        body = known_body(letters[1]) if letters is not None else None
        if body is not None and body.country == host:
            return host  # "Investigative Agency (ABC)": the host's body of these letters, whosever name it has
        country = country_in(_LETTERS.sub("", title) if "(" in title else title)
        if country is not None and (country != _PALESTINE or "alestin" in clean) and not is_foreign(title, country):
            return country
    royal = any(title.lower() in _BY_GIVEN_NAME for title in someone.titles)
    rules = [title.lower() for title in someone.titles if _is_ruler(title.lower()) or _SECURITY.search(title)]
    president = any(title.endswith("president") or not title.endswith(RULERS) for title in rules)
    if american_only(someone):
        return "US"
    american = (president or not rules) and not any(_MINISTER.search(title) for title in someone.titles)
    country = known(someone.tokens, bool(rules), american) if president or not royal else None
    if country is not None:
        return country
    if american_by_title(clean, someone, host):
        return "US"
    if any(_OF_THE_COMMISSION.search(title) for title in someone.titles):
        return "EU"
    if any(title.lower() == "pope" for title in someone.titles):
        return "Vatican"
    return None


def _is_ruler(title: str) -> bool:
    """Whether a title in lower case is that of somebody who rules: `former president`, not `shell president`."""
    if not title.endswith(RULERS):
        return False
    words = title.split()
    office = 2 if words[-1] == "minister" else 1
    return all(word in words_of("tenure") for word in words[:-office])


_LETTERS = re.compile(r"\(([^()]*)\)")  # of a body named in full before them
_WORD = re.compile(r"[^\s,/()]+")
_MINISTER = re.compile(r"\b(?:FM|Minister)\b(?![- ]Co)")  # no American is one
_OF_GOVERNMENT = re.compile(r"\b(?:Minister|Ministry|MFA|MOD|Mayor|Governor)\b", re.IGNORECASE)
_SECURITY = re.compile(r"\b(?:NSA|National Security Advis[eo]r)\b")  # as well known as those who rule
_PALESTINE = "Palestinian Authority"  # or, as PA, some Presidential Administration
_BY_GIVEN_NAME = frozenset(("imam", "king", "prince", "queen", "sheikh", "shaykh", "sultan", "haji", "don", "dona"))
# "Trade Commissioner", "External Relations Commissioner": the portfolios of the European Commission
_OF_THE_COMMISSION = re.compile(
    r"\b(?:External Relations|RELEX|Trade|Enlargement|Competition|Development|Justice|Transport|Agriculture|Environment"
    r"|Energy|Internal Market|Taxation|Monetary Affairs|Home Affairs|JHA|JLS|Regional Policy|Information Society)"
    r" Commissioner$|^Commission President$",
    re.IGNORECASE,
)
