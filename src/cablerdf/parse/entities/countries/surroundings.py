"""What the words around a name say of the country of who bears it."""

from __future__ import annotations

import re
from itertools import pairwise

from cablerdf.model import Span
from cablerdf.parse.entities.countries.american import CONGRESS_STAFF
from cablerdf.parse.entities.countries.apposition import country_after
from cablerdf.parse.lexicon.forms import is_bureau, known_body, titles, words_of
from cablerdf.parse.lexicon.nationality import country_in, country_named, demonym_in, is_us_title
from cablerdf.vocab.tables import mapping

# points of contact in Washington or at the post: "POC is X", "X (NEA/IR)", "X, 202-647-..."
_CONTACT = re.compile(r"\b(?:POCs?|points? of contact|contact|questions? (?:or|to|may)|e-?mail)\b", re.IGNORECASE)
_OF_THE_DEPARTMENT = re.compile(r"\b(?:is|are)\s+the\s+(?:Department|Washington)(?:['’,]s)?\s+(?:POC|point)s?\b")
_REACHED = re.compile(r"\s*+(?:[,(]\s*+)?(?:\(?(?:[A-Z]{1,4}/[A-Z]|\d{3}[-)])|[\w.]++@|(?:e-?mail|phone|tel)\b)")
# "X (D-OH)": a member of the United States Congress, with party and state
_OF_CONGRESS = re.compile(r",?+\s*+(?:\(\s*+)?(?:R|D|I|Rep|Dem)\.?\s?[-,/]\s?[A-Z][A-Za-z]\b")
# "X (OSD)", "X (PM/WRA)": whose office in Washington is told behind the name
_OFFICE_BEHIND = re.compile(r"\s\(([A-Z]{1,5}/[A-Z/]{1,8}|OSD|DoD|DOD|JCS|OVP|USAID|CENTCOM|EUCOM|AFRICOM)\b")
# "ISN/MTR X", "S/P's X", "Embassy Paris Attache X": offices of the Department and its posts
_OFFICE = re.compile(r"(?<![\w/])([A-Z]{1,5}/[A-Z/]{1,8}|[A-Z]{3,9})(?:['’]s)?\s+$")
_STAFF = re.compile(rf"\b{CONGRESS_STAFF}(?: [Mm]embers?| [Aa]ides?)?\s+(?:Dr\. )?$")
# "Under Secretary for Economic, Energy, and Agricultural Affairs X": offices whose name has commas
_UNDER = re.compile(r"(?:Under ?[Ss]ecretary|Assistant Secretary) (?:of State )?for [A-Z][a-z]+,[A-Za-z, ]{3,60}\s$")
# "an Algerian citizen, X", "Venezuela's new finance minister, X"
_CITIZEN = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]{1,24} )?"
    r"(?P<people>(?:[A-Z][\w-]{1,24}\s){1,2})|\b(?P<owner>[A-Z]\w{1,24}['’]s)\s)"
    r"(?:[a-z]{1,24}\s){0,2}(?P<noun>[a-z]{1,24}),\s$"
)
# "One of the Americans, X", "the third American, X"
_ONE = re.compile(
    r"\b(?:[Oo]ne\sof\sthe\s|(?:[Aa]n?|[Tt]he|[Aa]nother)\s(?:[a-z]{1,12}\s)?(?!\w{1,24}s,))([A-Z]\w{2,24}),\s$"
)
_REACH = 70  # characters before a name


def country_around(clean: str, mentions: list[Span], offices: list[Span]) -> str | None:
    """The country that the words next to the first mentions of somebody, or before his or her offices, give.

    >>> text = "met Iranian businessman Ana Doe."
    >>> country_around(text, [Span(24, 31)], [])
    'Iran'
    """
    for start in [office.start for office in offices[:3]] or [span.start for span in mentions[:2]]:
        country = _of_office(clean, start) if offices else None
        if country is None and offices and clean[start - 2 : start - 1].islower():
            country = _before(clean, start)
        country = country or _called(clean, start)
        if country is not None:
            return country
    for span in mentions[:4]:
        if _american(clean, span):
            return "US"
        country = (
            _before(clean, span.start)
            or _citizen(clean, span.start)
            or country_after(clean, span.end)
            or _in_brackets(clean, span.end)
            or _of_told_office(clean, span)
        )
        if country is not None:
            return country
        if _REACHED.match(clean, span.end, span.end + 20) and _is_contact(clean, span):
            return "US"
    return None


def _is_contact(clean: str, span: Span) -> bool:
    """Whether points of contact are told just before a name, or that they are those of the Department behind it."""
    if _CONTACT.search(clean, max(0, span.start - 120), span.start):
        return True
    return _OF_THE_DEPARTMENT.search(clean, span.end, span.end + 170) is not None


def _american(clean: str, span: Span) -> bool:
    """Whether an office, delegation, staff or party of the United States stands next to a name."""
    left = clean[max(0, span.start - 30) : span.start].rstrip()
    owned = left[-1:].isupper() or left.endswith(("'s", "’s"))
    office = _OFFICE.search(clean, max(0, span.start - 16), span.start) if owned else None
    if office is not None and _is_office(office[1].lower()):
        return True
    if left.rpartition(" ")[2].lower() in words_of("delegation"):
        return True
    if "taff" in left and _STAFF.search(clean, max(0, span.start - 30), span.start):
        return True
    if _OF_CONGRESS.match(clean, span.end, span.end + 14):
        return True
    if clean[span.end + 1 : span.end + 2] == "(":
        behind = _OFFICE_BEHIND.match(clean, span.end, span.end + 18)
        if behind is not None and ("/" not in behind[1] or is_us_title(behind[1])):
            return True
    return left.endswith("Affairs") and _UNDER.search(clean, max(0, span.start - 110), span.start) is not None


def _is_office(symbol: str) -> bool:
    """Whether a symbol in lower case is that of an office of the United States: `ef/gh`, but not a foreign `d/chod`."""
    if is_bureau(symbol) or symbol in mapping("us_offices", "form", "office"):
        return True
    return symbol in ("s/p", "d/ustr") or ("/" in symbol[2:] and is_us_title(symbol))


def _before(clean: str, start: int) -> str | None:
    """`British Conservative party leader |`, `Israel's Prime Minster |`, `Hamas official |`."""
    words = clean[max(0, start - _REACH) : start].split()
    lower = len(words)
    while lower and len(words) - lower < 5 and words[lower - 1].islower() and words[lower - 1].isalpha():
        lower -= 1
    upper = lower
    while upper and lower - upper < 3 and words[upper - 1][0].isupper() and _plain(words[upper - 1]):
        upper -= 1
    if upper == lower:
        return None
    capitals, described = " ".join(words[upper:lower]), words[lower:]
    if any(
        after.lower() in words_of("subject_noun") and demonym_in(word) for word, after in pairwise(words[upper:lower])
    ):
        return None  # American Affairs Counselor
    if described and described[0] == "desk":
        return None  # Syria desk officer
    if described and described[-1] not in titles("lower") and described[-1] not in words_of("member_noun"):
        return None
    country = demonym_in(capitals)
    if country is None and described and described[-1] in words_of("member_noun") and "Guantanamo" not in capitals:
        country = country_in(capitals)
    return country


def _citizen(clean: str, start: int) -> str | None:
    """`an Algerian citizen, |`, `Venezuela's new finance minister, |`, `one of the Americans, |`."""
    if clean[start - 2 : start - 1] != ",":
        return None
    one = _ONE.search(clean, max(0, start - 50), start)
    if one is not None:
        return demonym_in(one[1]) or demonym_in(one[1].removesuffix("s"))
    found = _CITIZEN.search(clean, max(0, start - 70), start)
    if found is None or (found["noun"] not in words_of("member_noun") and found["noun"] not in titles("lower")):
        return None
    return demonym_in(found["people"] or found["owner"])


# "Qatar's Chief of Staff, X,": small words within an office told before a name, and what it is
_SMALL = frozenset(("of", "and", "for", "the"))
_OFFICE_HEAD = re.compile(
    r"\b(?:Minister|Director|Ambassador|Advis[eo]r|Chief|Head|President|Secretary|Spokesman|Spokeswoman|Chairman"
    r"|Commissioner|Counselor|Attache|Governor|Commander|Representative|Coordinator|Envoy|Speaker)\b"
)
# "X (EPP-ED, Poland)", "X (France)"
_IN_BRACKETS = re.compile(r"\s\((?:[A-Z][^()]{0,70}, )?([A-Z][A-Za-z. ]{1,30})\)")


def _in_brackets(clean: str, end: int) -> str | None:
    """The country, or that of the body, last in parentheses behind a name: `| (EPP-ED, Poland)`, `| (Head, FCO)`."""
    inside = _IN_BRACKETS.match(clean, end, end + 110) if clean[end + 1 : end + 2] == "(" else None
    if inside is None:
        return None
    body = known_body(inside[1]) if inside[1].isupper() and len(inside[1]) > 2 else None
    if body is not None and body.detail != "international" and body.country:
        return body.country
    return country_named(inside[1])


def _of_told_office(clean: str, span: Span) -> str | None:
    """The country of the office that is told before a name, up to a comma: `Qatar's Chief of Staff, |,`."""
    before, comma, rank = clean[max(0, span.start - 110) : span.start].rpartition(",")
    if not comma or len(rank.split()) > 1 or clean[span.end : span.end + 1] not in (",", "."):
        return None
    words = before.split()
    first = len(words)
    while first and (words[first - 1][0].isupper() or words[first - 1] in _SMALL) and _plain(words[first - 1]):
        first -= 1
    office = " ".join(words[first:])
    return demonym_in(" ".join(words[first : first + 3])) if _OFFICE_HEAD.search(office) else None


# "Mongolian Ministry of Foreign Affairs and Trade (MFAT) |": words and letters between a demonym and a title
_WITHIN = re.compile(r"\([A-Z][A-Za-z/]{1,7}\)|[A-Z0-9][\w'’/-]*|U\.S\.|of|and|for|the")
_HOUSE = re.compile(r"\b(?:Ministry|Department|Office|Bureau|Committee|Commission|Secretariat|Agency)\b")
# "a Lebanese cleric he identified as |", "a Cuban counselor named |"
_CALLED = re.compile(
    r"\b((?:[A-Z][\w.-]{0,24} ){1,2})(?:[a-z-]{1,24} ){1,3}?(?:he |she |they )?"
    r"(?:identified as|named|called|by the name of) $"
)


def _of_office(clean: str, start: int) -> str | None:
    """The country before the body whose office somebody has: `Nigerian Junior |`, `Serbian Ministry for Kosovo |`."""
    words = clean[max(0, start - 90) : start].split()[1:]
    first = len(words)
    while first and _WITHIN.fullmatch(words[first - 1]):
        first -= 1
    inside = words[first:]
    if "and" in inside and not _HOUSE.search(" ".join(inside[: inside.index("and")])):
        inside = inside[len(inside) - inside[::-1].index("and") :]
    while inside and inside[0] in _SMALL:
        inside = inside[1:]
    return demonym_in(" ".join(inside[:2])) if inside else None


def _called(clean: str, start: int) -> str | None:
    """The country of somebody who is said to be called so: `a Cuban counselor named |`."""
    before = clean[max(0, start - 90) : start].rstrip()
    if not before.endswith(("identified as", "named", "called", "by the name of")):
        return None
    named = _CALLED.search(clean, max(0, start - 90), start)
    return demonym_in(named[1]) if named is not None else None


def _plain(word: str) -> bool:
    """Whether no stop or comma ends a word, so that the next one goes on with it."""
    return word[-1].isalnum() or word.endswith(("'", "’")) or word.count(".") > 1
