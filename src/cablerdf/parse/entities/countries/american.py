"""Whether titles and offices make somebody an American."""

from __future__ import annotations

import re

from cablerdf.parse.entities.names.someone import Someone
from cablerdf.parse.lexicon.nationality import (
    concerned_with,
    countries_with,
    demonym_in,
    is_us_title,
)
from cablerdf.parse.lexicon.styles import is_rank
from cablerdf.parse.lexicon.tongues import english_family

# "MFA Assistant Secretary", "Ambassador to the U.S."; the United States has departments
_OF_A_MINISTRY = re.compile(
    r"\b(?:Ministry|MFA|MEA|MOD|MOFA|Minister(?![- ]Co)|to the U(?:\.S\.|nited States))", re.IGNORECASE
)
# "Embassy Singapore Treasury Attache": posts without a demonym are American
_AMERICAN_ONLY = frozenset(("a/s", "u/s", "das", "pdas", "a/dcm"))  # whoever else bears the name
_ENVOYS = frozenset(("ambassador", "amb", "charge", "charge d'affaires", "envoy", "personal envoy", "special envoy"))
LEGISLATORS = frozenset(("senator", "representative", "congressman", "congresswoman", "rep", "sen"))
_OF_CONGRESS = frozenset(("congressman", "congresswoman", "rep"))
# members of cabinets that have secretaries, not ministers; "Secretary of State" is a junior minister elsewhere
_CABINET = re.compile(
    r"(?:\b(?:Treasury|Defense|Agriculture|Commerce|Energy|Labor|Transportation|Education|Homeland Security|HHS|DHS)"
    r" Secretary|^(?:U\.S\. |(?:Acting )?(?:Deputy|Under|Assistant) )?Secretary of (?:the )?"
    r"(?:Treasury|Defense|Agriculture|Commerce|Energy|Labor|Transportation|Education|Homeland Security"
    r"|Health and Human Services|Air Force|Army|Navy)|Undersecretary of the (?:Air Force|Army|Navy))$",
    re.IGNORECASE,
)
# letters that mean bodies of other countries as well
_FOREIGN = re.compile(
    r"\bDAS (?:Director|agent|detective|chief)|\bNSC Secretary"
    r"|\bDefence\b|\bTreasury (?:Attorney|Minister|Solicitor|Chief Secretary)",
    re.IGNORECASE,
)
_FOREIGN_ENVOY = re.compile(r"\b([A-Z][a-z]{2,20})\s(?:[Aa]mbassador|[Ee]mbassy)\b")
_NEARBY = 250  # characters before a name
# of states, whose Security Councils have secretaries; that of the United Nations has presidents
_OF_A_STATE = re.compile(r"\b(?:MFA|MOD|Ministry)\b|Secretary of the Security Council|^Security Council .*Secretary")
# of the United States Congress and its committees
CONGRESS_STAFF = (
    r"(?:Senate|House|[Cc]ongressional|SFRC|HFAC|HIRC|HASC|SASC|HPSCI|SSCI|HAC|SAC) [Ss]taff(?:ers?|dels?)?\b"
)
_STAFF = re.compile(CONGRESS_STAFF)
_DESK = re.compile(r"\b(?:desk|office|team)\b", re.IGNORECASE)  # of a ministry of the host country as well
_UNDER_SECRETARY = re.compile(r"(?:Under ?secretary|Assistant Secretary)(?! of)\b", re.IGNORECASE)


def american_only(someone: Someone) -> bool:
    """Whether all titles of somebody are those of the Department, whoever else bears the name."""
    return set() < someone.plain_titles <= _AMERICAN_ONLY


def american_by_title(clean: str, someone: Someone, host: str | None) -> bool:
    """Whether a title is one that only Americans have, where the cable is from the host country."""
    foreign = envoy(someone) or any(_OF_A_MINISTRY.search(title) for title in someone.titles)
    if not foreign and any(concerned_with(t) and (host is None or not _DESK.search(t)) for t in someone.titles):
        return True
    ours = (title for title in someone.titles if not _FOREIGN.search(title) and not _under_secretary(title, host))
    return (
        (not foreign and any(is_us_title(title) for title in ours))
        or any(_STAFF.match(title) for title in someone.titles)
        or _secretary(someone, host)
        or _visiting(clean, someone, host)
        or (host not in countries_with("congressmen") and bool(someone.plain_titles & _OF_CONGRESS))
    )


def american_officer(someone: Someone, host: str | None) -> bool:
    """Whether somebody has a rank of the forces and an English family name, as the host's people have none."""
    if host in countries_with("english names") or not any(map(is_rank, someone.plain_titles)):
        return False
    return english_family(someone.tokens[-1])


def is_foreign(title: str, country: str) -> bool:
    """Whether the country that a title seems to name is not its bearer's.

    `NSC Secretary` is said of other countries too, `MFA UN Director` of those with whom a ministry deals,
    `Deputy Secretary of the Security Council` of Russians.
    """
    if country in ("US", "Cuba"):
        return _FOREIGN.search(title) is not None or "Guantanamo" in title
    return country in ("UN", "EU", "NATO") and _OF_A_STATE.search(title) is not None


def envoy(someone: Someone) -> bool:
    """Whether somebody is an envoy, no more is said: `Ambassador Hartley` is least of all the host country's."""
    return set() < {title.removeprefix("former ") for title in someone.plain_titles} <= _ENVOYS


def foreign_envoy(clean: str, someone: Someone) -> str | None:
    """The country whose ambassador an envoy named by one name may be, None where the text names no other's.

    "" where one is named just before him or her, who may be either.
    """
    for mention in someone.mentions[:3]:
        if _sent_by(clean, max(0, mention.start - _NEARBY), mention.start):
            return ""
    sent = _sent_by(clean, 0, len(clean)) if len(someone.mentions) > 2 else []
    return sent[0] if len(sent) > 1 and len(set(sent)) == 1 else None


def _sent_by(clean: str, start: int, end: int) -> list[str]:
    """The countries other than ours whose ambassadors or embassies a stretch of text names."""
    named = (demonym_in(found[1]) for found in _FOREIGN_ENVOY.finditer(clean, start, end))
    return [country for country in named if country not in (None, "US")]


def _secretary(someone: Someone, host: str | None) -> bool:
    """Whether somebody is a member of the United States cabinet.

    So are `Secretary Doe`, of nothing in particular, and `Treasury Secretary Doe`; neither is one in a country whose
    own cabinet has secretaries.
    """
    if any(_CABINET.search(title) for title in someone.titles) and host not in countries_with("secretaries"):
        return True
    if host in countries_with("cabinet of secretaries"):
        return False
    return someone.plain_titles == {"secretary"}


def _under_secretary(title: str, host: str | None) -> bool:
    """Whether a title is that of officials of the host country's ministries too: `Under Secretary for Asia`."""
    return host in countries_with("under secretaries") and _UNDER_SECRETARY.match(title) is not None


def _visiting(clean: str, someone: Someone, host: str | None) -> bool:
    """Whether a legislator is named where a congressional delegation is reported, or a senator where none are."""
    if host in countries_with("no senate") and someone.plain_titles & {"senator", "sen"}:
        return True
    return bool(someone.plain_titles & LEGISLATORS) and ("CODEL" in clean or "Codel" in clean)
