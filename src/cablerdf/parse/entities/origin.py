"""The country of each person of a cable, as far as it is known."""

from __future__ import annotations

import itertools
import re
from functools import cache

from cablerdf.parse.draft import Draft
from cablerdf.parse.entities import who
from cablerdf.parse.entities.bearings import Bearings
from cablerdf.parse.entities.evidence import known
from cablerdf.parse.entities.lexicon import plain_country
from cablerdf.parse.entities.nationality import country_in, figures, is_us_title
from cablerdf.parse.entities.people import RULERS, People, Someone
from cablerdf.parse.entities.surroundings import country_around
from cablerdf.vocab.tables import rows

# "X, accompanied by Adviser Y", "X and his Foreign Minister Y", "X's spokesman Y": companions
_COMPANION = re.compile(
    r",?\s+(?:(?:and|who)\s+)?(?:was\s+|were\s+)?(?:accompanied|joined|flanked|assisted)\s+by\s+(?:his\s+|her\s+|the\s+)?"
    r"|,?\s+(?:and|with|along with|together with)\s+(?:his|her)\s+|['’]s?\s+"
)
# "X and Y", "X, Y": those without a title of their own are of the same side
_LISTED = re.compile(r"\s*+(?:,\s*+and|and|,)\s++", re.IGNORECASE)


@cache
def post_countries() -> dict[str, str]:
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
            country = post_countries().get(form.upper())
            if country is not None:
                return None if country == "US" else country
    return None


def settle_countries(draft: Draft, people: People) -> None:
    """Sets the country of everybody for whom there is evidence."""
    post = host_country(draft)
    host = post or _other_side(draft)
    countries = [p.country or _stated(people.clean, p, host) for p in people.people]
    _spread(people, countries)
    bearings = Bearings(draft, host, post is not None, [m for p in people.people for m in p.mentions])
    for at, someone in enumerate(people.people):
        if countries[at] is None:
            countries[at] = _placed(someone, bearings)
    _spread(people, countries)
    for someone, country in zip(people.people, countries, strict=True):
        someone.country = country


def _placed(someone: Someone, bearings: Bearings) -> str | None:
    """The country of somebody of whom nothing is said: that of an ambassador, that of the sentence or the host's."""
    if _envoy(someone):
        lone = len(someone.tokens) == 1 and someone.tokens[0].lower() not in figures()
        return "US" if lone else None
    if bearings.host is None and not someone.titles:
        return None
    abroad = bearings.abroad(someone.mentions)
    if abroad is not None:
        return abroad
    if _crowned_elsewhere(someone, bearings.host) or _rules_elsewhere(someone, bearings.host):
        return None
    return bearings.host if bearings.at_home(someone.mentions, someone.titles) else None


def _spread(people: People, countries: list[str | None]) -> None:
    """Gives somebody's country to those without one whom the text lists with, or calls companions of, him or her."""
    titled = {t.end: t.start for p in people.people for t in p.title_spans}
    by_position = sorted((m.start, m.end, at) for at, p in enumerate(people.people) for m in p.mentions)
    companions: set[int] = set()
    for (_start, end, left), (start, _end, right) in itertools.pairwise(by_position):
        if countries[right] is not None or countries[left] is None or start - end > 120:
            continue
        begin = _title_start(titled, start)
        listed = begin - end < 9 and _LISTED.fullmatch(people.clean, end, begin)
        joined = begin > end and _COMPANION.fullmatch(people.clean, end, begin)
        same = _unsided(people.people[right]) or left in companions or _american(countries[left], people.people[right])
        if (listed and same) or joined:
            countries[right] = countries[left]
            companions.add(right)


def _american(country: str | None, someone: Someone) -> bool:
    """Whether somebody named after an American has a title that Americans have: `National Security Advisor X`."""
    titles_borne = {title.lower().rstrip(".") for title in someone.titles}
    return country == "US" and bool(titles_borne) and titles_borne <= _US_LIKE


_US_LIKE = frozenset(
    ("adm", "admiral", "attorney general", "deputy secretary", "director", "gen", "general",
     "national security adviser", "national security advisor", "under secretary", "assistant secretary")
)  # fmt: skip


def _title_start(titled: dict[int, int], start: int) -> int:
    """Where the titles before a name begin; `titled` has the start of each title by its end."""
    while True:
        before = next((titled[at] for at in range(start, start - 4, -1) if at in titled), start)
        if before >= start:
            return start
        start = before


def _other_side(draft: Draft) -> str | None:
    """The one foreign country whose people take part in the meetings of a cable from Washington."""
    sides = {p.side for m in draft.meetings for p in m.participants if p.side and p.side != "US"}
    return sides.pop() if len(sides) == 1 else None


def _stated(clean: str, someone: Someone, host: str | None) -> str | None:
    """The country that titles, fame or the words around a name give, in this order."""
    country = known(someone.tokens) if len(someone.tokens) > 1 else None
    if country is not None:
        return country
    if any(_POST_BEFORE.search(clean, max(0, t.start - 12), t.start) for t in someone.title_spans[:3]):
        return "US"
    for title in someone.titles:
        country = country_in(title)
        if country is not None and (country != _PALESTINE or "alestin" in clean):
            return country
    royal = any(title.lower() in _BY_GIVEN_NAME for title in someone.titles)
    rules = [title.lower() for title in someone.titles if title.lower().endswith(RULERS) or _SECURITY.search(title)]
    president = any(title.endswith("president") or not title.endswith(RULERS) for title in rules)
    if someone.titles and all(title.lower() in _AMERICAN_ONLY for title in someone.titles):
        return "US"
    country = known(someone.tokens, bool(rules), president or not rules) if president or not royal else None
    if country is not None:
        return country
    foreign = _envoy(someone) or any(_OF_A_MINISTRY.search(title) for title in someone.titles)
    if (
        (not foreign and any(is_us_title(title) and not _under_secretary(title, host) for title in someone.titles))
        or _secretary(someone, host)
        or _visiting(clean, someone)
        or (host not in _WITH_CONGRESS and any(title.lower().rstrip(".") in _OF_CONGRESS for title in someone.titles))
    ):
        return "US"
    if any(_OF_THE_COMMISSION.search(title) for title in someone.titles):
        return "EU"
    if any(title.lower() == "pope" for title in someone.titles):
        return "Vatican"
    return country_around(clean, sorted(someone.mentions))


_SECURITY = re.compile(r"\b(?:NSA|National Security Advis[eo]r)\b")  # as well known as those who rule
# "MFA Assistant Secretary", "Ambassador to the U.S."; the United States has departments
_OF_A_MINISTRY = re.compile(
    r"\b(?:Ministry|MFA|MEA|MOD|MOFA|Minister(?![- ]Co)|to the U(?:\.S\.|nited States))", re.IGNORECASE
)
# "Embassy Singapore Treasury Attache": posts without a demonym are American
_POST_BEFORE = re.compile(r"\b(?:(?:Am)?Embassy|Consulate|Con[Gg]en)\s+$")
_AMERICAN_ONLY = frozenset(("a/s", "u/s", "das", "pdas", "a/dcm"))  # whoever else bears the name
_PALESTINE = "Palestinian Authority"  # or, as PA, some Presidential Administration
_BY_GIVEN_NAME = frozenset(("imam", "king", "prince", "queen", "sheikh", "shaykh", "sultan", "haji", "don", "dona"))
_LEGISLATORS = frozenset(("senator", "representative", "congressman", "congresswoman", "rep", "sen"))
_OF_CONGRESS = frozenset(("congressman", "congresswoman", "rep"))
_WITH_CONGRESS = frozenset(
    ("Argentina", "Bolivia", "Brazil", "Chile", "Colombia", "Costa Rica", "Dominican Republic", "Ecuador",
     "El Salvador", "Guatemala", "Honduras", "India", "Mexico", "Nicaragua", "Panama", "Paraguay", "Peru",
     "Philippines", "Uruguay", "Venezuela")
)  # fmt: skip
_SIDELESS = _LEGISLATORS | {"gov", "colonel", "general", "col", "gen", "lt", "captain", "dr", "staff member"}


def _unsided(someone: Someone) -> bool:
    """Whether no title binds a person to a country of his or her own."""
    return all(title.lower().rstrip(".") in _SIDELESS for title in someone.titles)


def _envoy(someone: Someone) -> bool:
    """`Ambassador Hartley`, no more: whose ambassador is not said, least of all the host country's."""
    return bool(someone.titles) and all(title.lower().rstrip(".") in ("ambassador", "amb") for title in someone.titles)


# members of cabinets that have secretaries, not ministers; "Secretary of State" is a junior minister elsewhere
_CABINET = re.compile(
    r"(?:\b(?:Treasury|Defense|Agriculture|Commerce|Energy|Labor|Transportation|Education|Homeland Security|HHS|DHS)"
    r" Secretary|^(?:U\.S\. |(?:Acting )?(?:Deputy|Under|Assistant) )?Secretary of (?:the )?"
    r"(?:Treasury|Defense|Agriculture|Commerce|Energy|Labor|Transportation|Education|Homeland Security"
    r"|Health and Human Services))$",
    re.IGNORECASE,
)
_WITH_SECRETARIES = frozenset(
    ("Mexico", "Philippines", "United Kingdom", "India", "Pakistan", "Bangladesh", "Sri Lanka", "Kenya", "Honduras",
     "Guatemala", "Hong Kong", "Argentina", "Dominican Republic", "Switzerland")
)  # fmt: skip
_ALL_SECRETARIES = frozenset(("Mexico", "Philippines", "Honduras", "Guatemala", "Dominican Republic"))
# "Trade Commissioner", "External Relations Commissioner": the portfolios of the European Commission
_OF_THE_COMMISSION = re.compile(
    r"\b(?:External Relations|RELEX|Trade|Enlargement|Competition|Development|Justice|Transport|Agriculture|Environment"
    r"|Energy|Internal Market|Taxation|Monetary Affairs|Home Affairs) Commissioner$|^Commission President$",
    re.IGNORECASE,
)


def _secretary(someone: Someone, host: str | None) -> bool:
    """`Secretary Chao`: a secretary of nothing in particular is a member of the United States cabinet.

    So is `Treasury Secretary Chao`. Neither is one in a country whose own cabinet has secretaries.
    """
    if any(_CABINET.search(title) for title in someone.titles) and host not in _WITH_SECRETARIES:
        return True
    if host in _ALL_SECRETARIES:
        return False
    return bool(someone.titles) and all(title.lower() == "secretary" for title in someone.titles)


_KINGDOMS = frozenset(
    ("Bahrain", "Belgium", "Bhutan", "Cambodia", "Denmark", "Jordan", "Lesotho", "Malaysia", "Morocco", "Nepal",
     "Netherlands", "Norway", "Saudi Arabia", "Spain", "Swaziland", "Sweden", "Thailand", "Tonga",
     "United Arab Emirates", "Kuwait", "Qatar", "Brunei", "Japan", "Luxembourg", "Greece", "Afghanistan", "Laos",
     "Ethiopia", "Libya")
)  # fmt: skip


def _crowned_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is a king or queen, and the host country has none, or one whose name is well known."""
    crowned = any(title.lower() in ("king", "queen", "crown prince") for title in someone.titles)
    return crowned and host not in _KINGDOMS


def _rules_elsewhere(someone: Someone, host: str | None) -> bool:
    """Whether somebody is called a ruler by a name that well-known people bear, none of the host country."""
    crowned = any(title.lower() == "king" for title in someone.titles)  # many kings have one given name
    if len(someone.tokens) > 1 or crowned or not any(title.lower() in RULERS for title in someone.titles):
        return False
    name = someone.tokens[0].lower()
    bearers = {country for words, country in figures().get(name, ()) if who.short_forms(words)[0] == who.folded(name)}
    return bool(bearers) and host not in bearers


_WITH_UNDER_SECRETARIES = frozenset(("Argentina", "Brazil", "Chile", "Mexico", "Philippines", "Poland", "Italy"))


def _under_secretary(title: str, host: str | None) -> bool:
    """Whether a title is that of officials of the host country's ministries too: `Under Secretary for Asia`."""
    own = re.match(r"(?:Under ?secretary|Assistant Secretary)(?! of)\b", title, re.IGNORECASE)
    return own is not None and host in _WITH_UNDER_SECRETARIES


def _visiting(clean: str, someone: Someone) -> bool:
    """Whether a legislator is named where a congressional delegation (CODEL) is reported."""
    titles_borne = {title.lower().rstrip(".") for title in someone.titles}
    return bool(titles_borne & _LEGISLATORS) and ("CODEL" in clean or "Codel" in clean)
