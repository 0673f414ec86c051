"""The country that what is said behind a name gives: `X, the head of the Iraqi MFA`, `X is a Moroccan national`."""

from __future__ import annotations

import re

from cablerdf.parse.lexicon.forms import known_body, titles, words_of
from cablerdf.parse.lexicon.nationality import city_country, country_in, demonym_in, is_us_title

_NAMED = r"((?:[A-Z][\w.'’-]*+[ \n]?+){1,3}+)"
# "X, the Iranian businessman", "X and Y, two French citizens"
_AFTER = re.compile(rf"\s*+,\s*+(?:the|an?|two|three|four|five|six|both|all)\s++{_NAMED}[a-z]")
_OF = re.compile(rf"\s++of\s++(?:the\s++)?{_NAMED}")  # Prince Albert of Monaco
_FROM = re.compile(rf"\s++(?:from|with|at)\s++(?:the\s++)?{_NAMED}")  # X from the DPRK Embassy
_COMMA_FROM = re.compile(rf"\s*+,\s++(?:from|of|with)\s++(?:the\s++)?{_NAMED}")  # X, from DFID's team
_BODY = re.compile(
    r"(?:Embassy|Mission|Ministry|MFA|MOD|Army|Navy|Air Force|Government|Consulate|Parliament|Treasury)\b"
)
# "X is a Moroccan national"
_IS = re.compile(
    rf"\s++(?:is|was)\s++(?:also\s++)?(?:an?|the)\s++{_NAMED}(?:national|citizen|native|diplomat|cleric|businessman|official)"
)
# "X, a Kabul-based financier"
_BASED = re.compile(r"\s*+,\s++(?:an?|the|his|another)\s++([A-Z][a-z]+(?: [A-Z][a-z]+)?)-based\b")
_OUR = re.compile(r"\s*+,\s++our\s++((?:[a-z-]++ ){0,4}+[a-z-]++)")  # "X, our lead analyst"
# "X -- the president of North Korea", "X, foreign minister of Gabon"
_ROLE = re.compile(
    r"\s*+(?:,|--?|\()\s*+(?:(?:the|an?|former|current|then|late)\s++)*(?:[a-z]++\s++)?"
    r"(?:president|premier|minister|king|emir|ruler|leader|chancellor|dictator|ambassador|native|citizen|national)\s++of\s++"
    rf"(?:the\s++)?{_NAMED}"
)
# "X, the head of the Iraqi MFA's division", "X - Chief for Fire Programs for the US Forest Service"
_OFFICE = re.compile(
    r"\s*+(?:,|--?|\()\s*+(?:the\s++|an?\s++)?(?:[A-Za-z]++\s++){0,3}?([A-Za-z]++)\s++(?:of|at|in|with|for)\s++"
    rf"(?:[A-Z][a-z]++\s++(?:[A-Z][a-z]++\s++){{0,2}}(?:of|at|in|with|for)\s++)?(?:the\s++)?{_NAMED}"
)


def country_after(clean: str, end: int) -> str | None:
    """The country that the words behind a name give, None where they give none.

    >>> country_after("met Ana Doe, head of the Iranian MFA's legal division, twice.", 11)
    'Iran'
    """
    following = clean[end : end + 6].lstrip()
    if following[:1] in (",", "-", "("):
        return _appositive(clean, end)
    if following.startswith("of"):
        of = _OF.match(clean, end, end + 60)
        return country_in(of[1]) if of is not None else None
    if following.startswith(("is", "was")):
        stated = _IS.match(clean, end, end + 60)
        return demonym_in(stated[1]) if stated is not None else None
    if following.startswith(("from", "with", "at ")):
        found = _FROM.match(clean, end, end + 60)
        return _serving(found[1]) if found is not None else None
    return None


def _appositive(clean: str, end: int) -> str | None:
    ours = _OUR.match(clean, end, end + 70)
    if ours is not None and any(word in titles("lower") for word in ours[1].split()):
        return "US"
    role = _ROLE.match(clean, end, end + 80)
    if role is not None:
        return country_in(role[1])
    based = _BASED.match(clean, end, end + 60)
    if based is not None:
        return city_country(based[1])
    after = _AFTER.match(clean, end, end + 80)
    country = demonym_in(after[1]) if after is not None else None
    if country is not None:
        return country
    office = _OFFICE.match(clean, end, end + 120)
    if office is not None and office[1].lower() in titles("lower"):
        return _serving(office[2])
    serving = _COMMA_FROM.match(clean, end, end + 60)
    return _serving(serving[1]) if serving is not None else None


def _serving(words: str) -> str | None:
    """The country of a body that somebody serves: `U.S. Army Europe`, `Iraqi MFA`, `FCO`, but no `Iranian Studies`."""
    parts = words.split()
    body = known_body(parts[0]) if parts[0].isupper() else None
    if body is not None and body.country and len(parts[0]) > 2:
        return body.country
    if any(part.lower().rstrip(".,") in words_of("subject_noun") for part in parts[1:]):
        return None
    if parts[0].startswith(("U.S", "US")) and (is_us_title(parts[0]) or country_in(parts[0]) == "US"):
        return "US"
    country = demonym_in(parts[0]) or demonym_in(" ".join(parts[:2]))
    if country is None and len(parts) > 1 and _BODY.match(" ".join(parts[1:])):
        country = country_in(parts[0])
    return country
