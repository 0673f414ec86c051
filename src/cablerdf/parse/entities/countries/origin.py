"""The country of each person of a cable, as far as it is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from cablerdf.parse.draft import Draft
from cablerdf.parse.entities.countries.american import (
    american_by_title,
    american_officer,
    american_only,
    envoy,
    foreign_envoy,
    is_foreign,
)
from cablerdf.parse.entities.countries.companions import listed_for, pairs, spread
from cablerdf.parse.entities.countries.host import host_country, other_side
from cablerdf.parse.entities.countries.surroundings import country_around
from cablerdf.parse.entities.countries.vicinity import FORCES, Vicinity
from cablerdf.parse.entities.names.someone import RULERS, Someone
from cablerdf.parse.entities.register.register import Register
from cablerdf.parse.lexicon import same_name
from cablerdf.parse.lexicon.fame import known
from cablerdf.parse.lexicon.forms import country_forms, known_body, plain_country, words_of
from cablerdf.parse.lexicon.nationality import countries_with, country_in, figures
from cablerdf.parse.lexicon.tongues import is_foreign_name
from cablerdf.vocab.tables import rows

_ROYAL = frozenset(("king", "queen", "prince", "princess", "duke", "duchess"))


class Case(NamedTuple):
    """Somebody whose country is asked for, and the country of the post where the cable has one."""

    clean: str
    someone: Someone
    host: str | None


Rule = Callable[[Case], str | None]
Found = tuple[str | None, str]  # a country, and the rule that told it
NOTHING: Found = (None, "")


def settle_countries(draft: Draft, people: Register) -> list[int]:
    """Sets the country of everybody for whom there is evidence; who they are of whom nothing is said comes back."""
    post = host_country(draft)
    host = post or other_side(draft)
    settled = [_given(p) or _first(STATED, Case(people.clean, p, host)) for p in people.people]
    countries = [country for country, _rule in settled]
    _settle_by(settled, countries, "listed with people of one country", listed_for, draft, people)
    named = pairs(people)
    _settle_by(settled, countries, "named with people of one country", spread, people, named)
    vicinity = Vicinity(draft, host, post is not None, [m for p in people.people for m in p.mentions])
    assumed = [at for at, country in enumerate(countries) if country is None]
    for at in assumed:
        settled[at] = _placed(people.people[at], vicinity)
        countries[at] = settled[at][0]
    _settle_by(settled, countries, "named with people of one country", spread, people, named, host=host)
    for someone, (country, rule) in zip(people.people, settled, strict=True):
        someone.country, someone.country_rule = country, rule
    return assumed


def _settle_by(
    settled: list[Found], countries: list[str | None], rule: str, step: Callable[..., None], *asked: Any, **more: Any
) -> None:
    """Has a step fill in countries, and notes the rule for those that it has filled in."""
    step(*asked, countries, **more)
    for at, country in enumerate(countries):
        if country is not None and settled[at][0] is None:
            settled[at] = (country, rule)


def _given(someone: Someone) -> Found | None:
    return None if someone.country is None else (someone.country, someone.country_rule or "given with the name")


def _first(rules: tuple[tuple[str, Rule], ...], case: Case) -> Found:
    """What the first rule that says something says."""
    for name, rule in rules:
        country = rule(case)
        if country is not None:
            return country, name
    return NOTHING


def _placed(someone: Someone, vicinity: Vicinity) -> Found:
    """The country of somebody of whom nothing is said: that of an ambassador, that of the sentence or the host's."""
    if envoy(someone):
        posted = not any(title.lower().endswith("envoy") for title in someone.titles)
        charge = any(title.lower().startswith("charge") for title in someone.titles)
        lone = posted and (charge or (len(someone.tokens) == 1 and someone.tokens[0].lower() not in figures()))
        foreign = foreign_envoy(vicinity.clean, someone) if lone else ""
        if foreign is None:
            return "US", "an ambassador of no other country"
        return (foreign, "an ambassador of that country") if foreign else NOTHING
    if not someone.titles and (vicinity.host is None or _better_known(someone, vicinity.host)):
        return NOTHING
    bearers = bearers_of(someone)
    ruled = vicinity.ruled(sorted(someone.mentions), bearers) if bearers else None
    if ruled is not None:
        return ruled, "bears the office where the sentence is"
    if any(FORCES.search(title) or of_foreign_firm(title, vicinity.host) for title in someone.titles):
        return NOTHING
    if is_foreign_name(someone.tokens, vicinity.host) and not any(_OF_GOVERNMENT.search(t) for t in someone.titles):
        return NOTHING
    abroad = vicinity.abroad(someone.mentions)
    if abroad is not None:
        return abroad, "the sentence is about one other country"
    if crowned_elsewhere(someone, vicinity.host) or rules_elsewhere(someone, vicinity.host):
        return NOTHING
    at_home = vicinity.at_home(someone.mentions, someone.titles)
    return (vicinity.host, "the sentence is about the host country") if at_home else NOTHING


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


def _famous(case: Case) -> str | None:
    return known(case.someone.tokens) if len(case.someone.tokens) > 1 else None


def _famous_family(case: Case) -> str | None:
    lone = not case.someone.titles and len(case.someone.tokens) == 1
    return known(case.someone.tokens) if lone else None


def _of_its_government(case: Case) -> str | None:
    """The host, whosever government has these letters too: `GOI Sherpa`."""
    ours = country_forms(case.host, "governments") if case.host is not None else frozenset()
    return case.host if any(title.partition(" ")[0] in ours for title in case.someone.titles) else None


def _of_its_body(case: Case) -> str | None:
    """The host, where its body has the letters in parentheses, whosever name it has: `Investigative Agency (ABC)`."""
    for title in case.someone.titles if case.host is not None else ():
        letters = _LETTERS.search(title)
        body = known_body(letters[1]) if letters is not None else None
        if body is not None and body.country == case.host:
            return case.host
    return None


def _in_the_title(case: Case) -> str | None:
    for title in case.someone.titles:
        country = country_in(_LETTERS.sub("", title) if "(" in title else title)
        if country is None or (country == _PALESTINE and "alestin" not in case.clean):
            continue
        if not is_foreign(title, country):
            return country
    return None


def _only_american(case: Case) -> str | None:
    return "US" if american_only(case.someone) else None


def _famous_in_office(case: Case) -> str | None:
    someone = case.someone
    royal = any(title.lower() in _BY_GIVEN_NAME for title in someone.titles)
    rules = [title.lower() for title in someone.titles if _is_ruler(title.lower()) or _SECURITY.search(title)]
    president = any(title.endswith("president") or not title.endswith(RULERS) for title in rules)
    if not someone.titles or (royal and not president):
        return None
    american = (president or not rules) and not any(_MINISTER.search(title) for title in someone.titles)
    return known(someone.tokens, bool(rules), american)


def _american_by_title(case: Case) -> str | None:
    titled = bool(case.someone.titles)
    return "US" if titled and american_by_title(case.clean, case.someone, case.host) else None


def _of_the_commission(case: Case) -> str | None:
    return "EU" if any(_OF_THE_COMMISSION.search(title) for title in case.someone.titles) else None


def _pope(case: Case) -> str | None:
    return "Vatican" if any(title.lower() == "pope" for title in case.someone.titles) else None


def _around(case: Case) -> str | None:
    someone = case.someone
    country = country_around(case.clean, sorted(someone.mentions), sorted(someone.title_spans))
    return None if country is None or leads_kindred(someone, country, case.host) else country


def _american_officer(case: Case) -> str | None:
    return "US" if american_officer(case.someone, case.host) else None


# What titles, fame and the words around a name tell of somebody's country: the first that tells decides.
STATED: tuple[tuple[str, Rule], ...] = (
    ("a well-known full name", _famous),
    ("a title with the letters of the host's government", _of_its_government),
    ("a title with a body of the host", _of_its_body),
    ("a title that names the country", _in_the_title),
    ("a title that Americans alone bear", _only_american),
    ("a well-known bearer of the office", _famous_in_office),
    ("an American by title", _american_by_title),
    ("a commissioner of the EU", _of_the_commission),
    ("the pope", _pope),
    ("a well-known family name", _famous_family),
    ("the words around the name", _around),
    ("an American officer", _american_officer),
)


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


def crowned_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is a king, a queen or of their house, and the host country has none."""
    if host in countries_with("monarchy"):
        return False
    return any(title.rpartition(" ")[2] in _ROYAL for title in someone.plain_titles)


def rules_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is called a ruler by a name that well-known people bear, none of the host country."""
    bearers = bearers_of(someone)
    return bool(bearers) and not _is_king(someone) and host not in bearers  # many kings have one given name


def bearers_of(someone: Someone) -> set[str]:
    """The countries of the well-known people whose name somebody who is called a ruler bears."""
    if len(someone.tokens) > 1 or not someone.plain_titles.intersection(RULERS):
        return set()
    name = same_name.folded(someone.tokens[0])
    named = figures().get(someone.tokens[0].lower(), ())
    if _is_king(someone):
        return {country for words, country in named if same_name.folded(words[0]) == name} & countries_with("monarchy")
    return {country for words, country in named if same_name.short_forms(words)[0] == name}


def _is_king(someone: Someone) -> bool:
    return "king" in someone.plain_titles
