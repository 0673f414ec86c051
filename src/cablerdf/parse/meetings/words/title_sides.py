"""The side that the office of a participant tells."""

from __future__ import annotations

import re
from functools import lru_cache

from cablerdf.parse.draft import Draft
from cablerdf.parse.lexicon.forms import plain_country, titles
from cablerdf.parse.lexicon.nationality import demonym_before
from cablerdf.parse.lexicon.offices import is_head
from cablerdf.parse.meetings.words.sides import sides_in
from cablerdf.vocab.tables import mapping

_PREPOSITION = re.compile(
    r"\b(?:to|for|of|in|at|on|with|from)\s+(?:the\s+)?(?:[^\W\d_][\w.]*\s*(?:,|and|&)\s*)*$", re.IGNORECASE
)
_SENT_BY = re.compile(r"\b(?:Ambassador|Embassy|Government) of (?:the )?$")
# "MFA Guinea desk officer": who follows a country at home
_FIELD = re.compile(r"\s(?:of|for|to|in|at|and)\s")
_DESK = re.compile(r"\s+(?:desk|affairs|analyst|watcher|specialist|expert|team|division|section)\b", re.IGNORECASE)
# words of offices that only a government gives
_OF_STATE = re.compile(
    r"\b(?:MFA|MOFA|MOD|MOI|MOJ|MOF|FCO|MND|[Mm]inist(?:er|ry|ers)|[Gg]overnors?|[Pp]rosecutors?|[Jj]udges?|[Pp]olice|[Cc]ourt"
    r"|[Cc]ustoms|[Pp]arliament(?:arians)?|[Gg]overnment)\b"
)
# "Shell Vice President", "CEO of BMW": offices of a firm or of a body abroad, which they speak for
_OF_FIRM = re.compile(
    r"\b(?:CEO|CFO|COO|EVP|SVP|MD|[Vv]ice [Pp]resident|VP|[Mm]anaging [Dd]irector|[Cc]ountry [Dd]irector|[Ll]obbyist"
    r"|[Mm]anager|[Cc]hief [Ee]xecutive)\b"
)
_NO_FIRM = re.compile(r"\b(?:Ministry|Party|Parliament|Senate|Committee|Council|Commission|Department|Cent?ral Bank)\b")
# "Tribal Areas official", "ABC officials": of an office with a name, where no table says whose it is
_OFFICE_STAFF = re.compile(r"^[A-Z][\w-]*(?:\s[A-Z][\w-]*)*\sofficials?$")
# "Poe's Private Secretary", "Ann Poe's staff", "Poe insider"
_OWNER = re.compile(
    r"(?:[A-Z][\w-]*\s){0,2}(?P<family>[A-Z][\w-]+)(?:['’]s\s|\s(?=insider|advis|aide|ally|allies|supporter))"
)
_EMBASSY = re.compile(r"(?:Embassy|AmEmbassy|AMEMBASSY|Amembassy|Consulate General|USUN|USNATO|USEU)\s+[A-Z]")


def side_in_title(title: str, host: str | None = None) -> str | None:
    """The side that an office names before its head: "French DCM"; not "Ambassador to France".

    >>> side_in_title("Syrian Ambassador to the U.S."), side_in_title("Director for Iraq")
    ('Syria', None)
    >>> side_in_title("Minister, Embassy of Israel")
    'Israel'
    """
    found = sides_in(title, host)
    followed = watched(title) if found else None
    for start, _, side in found:
        if side != followed and (not _PREPOSITION.search(title[:start]) or _SENT_BY.search(title[:start])):
            return side
    return us_side(title)


def without_side(title: str, side: str) -> str:
    """A title without the country of him who bears it before the noun of the office.

    >>> without_side("Kenyan Prime Minister", "Kenya"), without_side("Kenyan Ambassador to Chad", "Kenya")
    ('Prime Minister', 'Ambassador to Chad')
    >>> without_side("Kenyan Army Chief", "Kenya"), without_side("Polish Ambassador", "Kenya")
    ('Kenyan Army Chief', 'Polish Ambassador')
    """
    named = sides_in(title)
    if not named or named[0][0] != 0 or named[0][2] != side or side in ("EU", "UN"):  # bodies, not where he is from
        return title
    rest = title[named[0][1] :].removeprefix("'s").removeprefix("’s").lstrip()
    office = _FIELD.split(rest.lower())[0]
    return rest if office in titles("office") | titles("abbr") or is_head(office) else title


def watched(title: str) -> str | None:
    """The country that an office at home follows.

    >>> watched("MFA Guinea desk officer"), watched("French desk officer")
    ('Guinea', None)
    """
    for start, end, side in sides_in(title):
        if _DESK.match(title, end) and demonym_before(title[start:end]) is None:
            return side
    return None


def embassy_side(title: str) -> str | None:
    """US for an office at an embassy named by its city alone: another nation's embassy says whose it is.

    >>> embassy_side("Embassy Singapore Treasury Attache"), embassy_side("French Embassy Attache")
    ('US', None)
    """
    return "US" if _EMBASSY.match(title) else None


@lru_cache(maxsize=1 << 12)
def us_side(title: str) -> str | None:
    """US for an office that only the United States government has: "NEA A/S", "USAID Director"."""
    words = re.findall(r"[\w/()&.'’-]+", title)
    table = mapping("us_offices", "form", "office")
    return "US" if any(word.casefold().strip(".") in table for word in words) else None


def firm_side(draft: Draft, title: str) -> str | None:
    """The firm or body abroad whose office a title is, if the cable names it: "Shell" for "Shell Vice President"."""
    office = _OF_FIRM.search(title)
    if office is None or _NO_FIRM.search(title):
        return None
    short = title[: office.start()].strip()  # "Red Cross" of "International Committee of the Red Cross"
    forms = (form for body in draft.orgs for form in (body.name.partition(" (")[0], *body.aliases))
    named = (form for form in forms if form in title or (short and form.endswith(f" {short}")))
    return max(named, key=len, default=None)


def nameless_side(draft: Draft, title: str, host: str | None) -> str | None:
    """The side of somebody without a name: what his office names, that of whose man he is, an official's host."""
    told = demonym_before(title) or embassy_side(title)
    if told is not None:
        return told
    owner = _OWNER.match(title)
    for person in draft.persons if owner else ():
        if owner and person.country and person.name.split()[-1] == owner["family"]:
            return plain_country(person.country)
    official = _OF_STATE.search(title) or _OFFICE_STAFF.search(title)
    return side_in_title(title, host) or (host if official else None)
