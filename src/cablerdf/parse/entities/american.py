"""Whether titles and offices make somebody an American."""

from __future__ import annotations

import re

from cablerdf.parse.entities.lexicon import family, words_of
from cablerdf.parse.entities.nationality import concerned_with, country_named, demonym_in, is_us_title
from cablerdf.parse.entities.people import Someone

# "MFA Assistant Secretary", "Ambassador to the U.S."; the United States has departments
_OF_A_MINISTRY = re.compile(
    r"\b(?:Ministry|MFA|MEA|MOD|MOFA|Minister(?![- ]Co)|to the U(?:\.S\.|nited States))", re.IGNORECASE
)
# "Embassy Singapore Treasury Attache": posts without a demonym are American
_POST_BEFORE = re.compile(r"(?:([\w.]{1,20})\s)?\b(?:(?:Am)?Embassy|Consulate|Con[Gg]en)\s$")
_AMERICAN_ONLY = frozenset(("a/s", "u/s", "das", "pdas", "a/dcm"))  # whoever else bears the name
LEGISLATORS = frozenset(("senator", "representative", "congressman", "congresswoman", "rep", "sen"))
_OF_CONGRESS = frozenset(("congressman", "congresswoman", "rep"))
_WITH_CONGRESS = frozenset(
    ("Argentina", "Bolivia", "Brazil", "Chile", "Colombia", "Costa Rica", "Dominican Republic", "Ecuador",
     "El Salvador", "Guatemala", "Honduras", "India", "Mexico", "Nicaragua", "Panama", "Paraguay", "Peru",
     "Philippines", "Uruguay", "Venezuela")
)  # fmt: skip
# members of cabinets that have secretaries, not ministers; "Secretary of State" is a junior minister elsewhere
_CABINET = re.compile(
    r"(?:\b(?:Treasury|Defense|Agriculture|Commerce|Energy|Labor|Transportation|Education|Homeland Security|HHS|DHS)"
    r" Secretary|^(?:U\.S\. |(?:Acting )?(?:Deputy|Under|Assistant) )?Secretary of (?:the )?"
    r"(?:Treasury|Defense|Agriculture|Commerce|Energy|Labor|Transportation|Education|Homeland Security"
    r"|Health and Human Services|Air Force|Army|Navy)|Undersecretary of the (?:Air Force|Army|Navy))$",
    re.IGNORECASE,
)
_WITH_SECRETARIES = frozenset(
    ("Mexico", "Philippines", "United Kingdom", "India", "Pakistan", "Bangladesh", "Sri Lanka", "Kenya", "Honduras",
     "Guatemala", "Hong Kong", "Argentina", "Dominican Republic", "Switzerland")
)  # fmt: skip
_ALL_SECRETARIES = frozenset(("Mexico", "Philippines", "Honduras", "Guatemala", "Dominican Republic"))
_WITH_UNDER_SECRETARIES = frozenset(("Argentina", "Brazil", "Chile", "Mexico", "Philippines", "Poland", "Italy"))
# letters that mean bodies of other countries as well
_FOREIGN = re.compile(
    r"\bDAS (?:Director|agent|detective|chief)|\bNSC Secretary"
    r"|\bTreasury (?:Attorney|Minister|Solicitor|Chief Secretary)",
    re.IGNORECASE,
)
_DESK = re.compile(r"\b(?:desk|office|team)\b", re.IGNORECASE)  # of a ministry of the host country as well
_ENGLISH = re.compile(r"(?:Mc|Fitz|O['’])[A-Z]?[a-z]+|[A-Z][a-z]{2,}(?:ton|ley|well|ford|field|worth|land|wood)")
_SPEAKING_ENGLISH = frozenset(
    ("Australia", "Bahamas", "Barbados", "Canada", "Ghana", "Guyana", "Ireland", "Jamaica", "Kenya", "Liberia",
     "New Zealand", "Nigeria", "Philippines", "Sierra Leone", "South Africa", "Trinidad and Tobago", "Uganda",
     "United Kingdom", "Zambia", "Zimbabwe", "Namibia", "Botswana", "Belize")
)  # fmt: skip


def at_a_post(clean: str, someone: Someone) -> str | None:
    """The country of the embassy or consulate that the first titles of somebody follow: the United States, or named.

    `Embassy Commercial Counselor X`, `UK Embassy Econoff X`.
    """
    for title in someone.title_spans[:3]:
        post = _POST_BEFORE.search(clean, max(0, title.start - 30), title.start)
        if post is not None:
            word = post[1] or ""
            return (country_named(word) or demonym_in(word) or "US") if word[:1].isupper() else "US"
    return None


def american_only(someone: Someone) -> bool:
    """Whether all titles of somebody are those of the Department, whoever else bears the name."""
    return bool(someone.titles) and all(title.lower() in _AMERICAN_ONLY for title in someone.titles)


def american_by_title(clean: str, someone: Someone, host: str | None) -> bool:
    """Whether a title is one that only Americans have, where the cable is from the host country."""
    foreign = envoy(someone) or any(_OF_A_MINISTRY.search(title) for title in someone.titles)
    if not foreign and any(concerned_with(t) and (host is None or not _DESK.search(t)) for t in someone.titles):
        return True
    ours = (title for title in someone.titles if not _FOREIGN.search(title) and not _under_secretary(title, host))
    return (
        (not foreign and any(is_us_title(title) for title in ours))
        or _secretary(someone, host)
        or _visiting(clean, someone, host)
        or (host not in _WITH_CONGRESS and any(title.lower().rstrip(".") in _OF_CONGRESS for title in someone.titles))
    )


def american_officer(someone: Someone, host: str | None) -> bool:
    """Whether somebody has a rank of the forces alone and an English family name, where the host's people have none."""
    name, ranks = someone.tokens[-1], words_of("military_rank")
    if host in _SPEAKING_ENGLISH or not any(title.lower().rstrip(".") in ranks for title in someone.titles):
        return False
    return name.lower() in words_of("english_family") or (
        name.lower() in family() and _ENGLISH.fullmatch(name) is not None
    )


def is_foreign(title: str, country: str) -> bool:
    """Whether a title names a body of its country that another country's body or desk is meant by.

    So do `NSC Secretary` and, in a ministry, `MFA UN Director`.
    """
    if country in ("US", "Cuba"):
        return _FOREIGN.search(title) is not None or "Guantanamo" in title
    return country in ("UN", "EU", "NATO") and re.search(r"\b(?:MFA|MOD|Ministry)\b", title) is not None


def envoy(someone: Someone) -> bool:
    """`Ambassador Hartley`, no more: whose ambassador is not said, least of all the host country's."""
    return bool(someone.titles) and all(title.lower().rstrip(".") in _ENVOYS for title in someone.titles)


_ENVOYS = frozenset(("ambassador", "amb", "charge", "charge d'affaires", "envoy", "personal envoy", "special envoy"))


def _secretary(someone: Someone, host: str | None) -> bool:
    """`Secretary Chao`: a secretary of nothing in particular is a member of the United States cabinet.

    So is `Treasury Secretary Chao`. Neither is one in a country whose own cabinet has secretaries.
    """
    if any(_CABINET.search(title) for title in someone.titles) and host not in _WITH_SECRETARIES:
        return True
    if host in _ALL_SECRETARIES:
        return False
    return bool(someone.titles) and all(title.lower() == "secretary" for title in someone.titles)


def _under_secretary(title: str, host: str | None) -> bool:
    """Whether a title is that of officials of the host country's ministries too: `Under Secretary for Asia`."""
    own = re.match(r"(?:Under ?secretary|Assistant Secretary)(?! of)\b", title, re.IGNORECASE)
    return own is not None and host in _WITH_UNDER_SECRETARIES


def _visiting(clean: str, someone: Someone, host: str | None) -> bool:
    """Whether a legislator is named where a congressional delegation is reported, or a senator where none are."""
    titles_borne = {title.lower().rstrip(".") for title in someone.titles}
    if host in _WITHOUT_SENATE and titles_borne & {"senator", "sen"}:
        return True
    return bool(titles_borne & LEGISLATORS) and ("CODEL" in clean or "Codel" in clean)


_WITHOUT_SENATE = frozenset(
    ("Bahrain", "China", "Denmark", "Finland", "Georgia", "Greece", "Hungary", "Iceland", "Indonesia", "Iran", "Iraq",
     "Israel", "Kuwait", "Lebanon", "Libya", "Norway", "Oman", "Portugal", "Qatar", "Saudi Arabia", "Serbia",
     "South Korea", "Sweden", "Syria", "Turkey", "Ukraine", "United Arab Emirates", "United Kingdom", "Vietnam",
     "Yemen")
)  # fmt: skip
