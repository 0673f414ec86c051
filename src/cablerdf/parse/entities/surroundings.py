"""What the words around a name say of the country of who bears it."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.entities.lexicon import is_bureau, titles, words_of
from cablerdf.parse.entities.nationality import country_in, country_named, demonym_in
from cablerdf.vocab.tables import mapping

_AFTER = re.compile(r"\s*+,\s*+(?:the|a|an)\s++((?:[A-Z][\w.'’-]*+\s++){1,3})[a-z]")  # X, the Iranian businessman
_OF = re.compile(r"\s++of\s++(?:the\s++)?((?:[A-Z][\w.-]*+[ \n]?+){1,3}+)")  # Prince Albert of Monaco
# points of contact in Washington or at the post: "POC is X", "X (NEA/IR)", "X, 202-647-..."
_CONTACT = re.compile(r"\b(?:POCs?|points? of contact|contact|questions? (?:or|to|may)|e-?mail)\b", re.IGNORECASE)
_REACHED = re.compile(r"\s*+(?:[,(]\s*+)?(?:\(?(?:[A-Z]{1,4}/[A-Z]|\d{3}[-)])|[\w.]++@|(?:e-?mail|phone|tel)\b)")
_MEMBERS = frozenset(
    (
        "staff",
        "staffer",
        "staffers",
        "official",
        "officials",
        "leader",
        "leaders",
        "aide",
        "aides",
        "officer",
        "officers",
        "national",
        "nationals",
        "citizen",
        "citizens",
        "convert",
        "resident",
        "hostage",
        "singer",
        "writer",
        "professor",
        "cleric",
        "lawmaker",
        "dissident",
        "diplomat",
        "financier",
        "billionaire",
    )
)
# "X (D-OH)": a member of the United States Congress, with party and state
_OF_CONGRESS = re.compile(r",?+\s*+(?:\(\s*+)?(?:R|D|I|Rep|Dem)\.?\s?[-,]\s?[A-Z][A-Za-z]\b")
# "X -- the president of North Korea", "X, foreign minister of Gabon"
_ROLE = re.compile(
    r"\s*+(?:,|--?|\()\s*+(?:(?:the|an?|former|current|then|late)\s++)*(?:[a-z]++\s++)?"
    r"(?:president|premier|minister|king|emir|ruler|leader|chancellor|dictator|ambassador|native|citizen|national)\s++of\s++"
    r"(?:the\s++)?((?:[A-Z][\w.-]*+[ \n]?+){1,3}+)"
)
# "ISN/MTR X", "Embassy Paris Attache X": offices of the Department and its posts
_OFFICE = re.compile(r"(?<![\w/])([A-Z]{1,5}/[A-Z/]{1,8}|[A-Z]{3,9})\s+$")
_STAFF = re.compile(r"\b(?:Senate|House|[Cc]ongressional) [Ss]taff(?:ers?|dels?)?\s+$")
_REACH = 70  # characters before a name


def country_around(clean: str, mentions: list[Span]) -> str | None:
    """The country that the words next to the first mentions of somebody give.

    >>> text = "met Iranian businessman Ana Doe."
    >>> country_around(text, [Span(24, 31)])
    'Iran'
    """
    for span in mentions[:4]:
        left = clean[max(0, span.start - 30) : span.start].rstrip()
        office = _OFFICE.search(clean, max(0, span.start - 16), span.start) if left[-1:].isupper() else None
        if office and _american(office[1].lower()):
            return "US"
        if left.rpartition(" ")[2].lower() in words_of("delegation"):
            return "US"
        if ("taff" in left and _STAFF.search(clean, max(0, span.start - 30), span.start)) or _OF_CONGRESS.match(
            clean, span.end, span.end + 14
        ):
            return "US"
        country = _before(clean, span.start) or _after(clean, span.end) or _across(clean, span)
        if country is not None:
            return country
        if _REACHED.match(clean, span.end, span.end + 20) and _CONTACT.search(
            clean, max(0, span.start - 120), span.start
        ):
            return "US"
    return None


def _american(office: str) -> bool:
    """Whether a symbol in lower case is that of an office of the United States."""
    return is_bureau(office) or office in mapping("us_offices", "form", "office")


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
    if described and described[0] == "desk":
        return None  # Syria desk officer
    if described and described[-1] not in titles("lower") and described[-1] not in _MEMBERS:
        return None
    country = demonym_in(capitals)
    if country is None and described and described[-1] in _MEMBERS:
        country = country_in(capitals)
    return country


# "Qatar's Chief of Staff, X,": small words within an office told before a name, and what it is
_SMALL = frozenset(("of", "and", "for", "the"))
_OFFICE_HEAD = re.compile(
    r"\b(?:Minister|Director|Ambassador|Advis[eo]r|Chief|Head|President|Secretary|Spokesman|Spokeswoman|Chairman"
    r"|Commissioner|Counselor|Attache|Governor|Commander|Representative|Coordinator|Envoy|Speaker)\b"
)
# "X (EPP-ED, Poland)", "X (France)"
_IN_BRACKETS = re.compile(r"\s+\((?:[A-Z][\w/&-]*,\s)?([A-Z][A-Za-z. ]{1,30})\)")


def _across(clean: str, span: Span) -> str | None:
    """`Qatar's Chief of Staff, |`, `| (EPP-ED, Poland)`: an office before a comma, a country in parentheses."""
    if clean[span.end + 1 : span.end + 2] == "(":
        inside = _IN_BRACKETS.match(clean, span.end, span.end + 60)
        if inside is not None:
            return country_named(inside[1])
    before, comma, rank = clean[max(0, span.start - 110) : span.start].rpartition(",")
    if not comma or len(rank.split()) > 1 or clean[span.end : span.end + 1] not in (",", "."):
        return None
    words = before.split()
    first = len(words)
    while first and (words[first - 1][0].isupper() or words[first - 1] in _SMALL) and _plain(words[first - 1]):
        first -= 1
    office = " ".join(words[first:])
    return demonym_in(" ".join(words[first : first + 3])) if _OFFICE_HEAD.search(office) else None


def _plain(word: str) -> bool:
    """Whether no stop or comma ends a word, so that the next one goes on with it."""
    return word[-1].isalnum() or word.endswith(("'", "’")) or word.count(".") > 1


def _after(clean: str, end: int) -> str | None:
    following = clean[end : end + 5].lstrip()
    if following[:1] in (",", "-", "("):
        role = _ROLE.match(clean, end, end + 80)
        if role is not None:
            return country_in(role[1])
    if following.startswith(","):
        after = _AFTER.match(clean, end, end + 60)
        return demonym_in(after[1]) if after is not None else None
    if following.startswith("of"):
        of = _OF.match(clean, end, end + 40)
        return country_in(of[1]) if of is not None else None
    return None
