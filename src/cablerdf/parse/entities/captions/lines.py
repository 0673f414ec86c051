"""People in the lines above the E.O. line: `NSC FOR SENIOR DIRECTOR RESTREPO`, `USAID FOR JSMITH AND R. DOE`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities.captions.words import (
    is_known,
    is_office,
    is_plain,
    is_run_together,
    is_spoken,
    is_unofficial,
)
from cablerdf.parse.entities.names.reader import NameFound, find_names
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.nationality import figures

# what introduces those for whose eyes a cable is meant, and what ends one such list
_INTRODUCED = re.compile(
    r"\b(?:F[Oo][Rr]|for|ATTN|ATTENTION|FROM|PASS TO)\b:?|(?<=[A-Z]) ?: ?(?=[A-Z])|(?<=[A-Z]) - (?=[A-Z])|;\s|\("
)
_ENDED = re.compile(r"[;)]\s|(?<!\b[A-Z])\.\s|\n[ \t]*\n|\b(?:F[Oo][Rr]|for|PASS|FROM|ALSO|OF)\b|:|$")
_ITEM = re.compile(r"(?:[^,/&\n(]|(?<=[AU])/(?=S ))+")
_AND = re.compile(r"(?:(?<!\s)\s++)?\b(?:AND|and)\b\s*+")
_WORD = re.compile(r"[^\s]+")
_SURNAME = r"(?:[A-Z]['’]?[A-Z]{2,}(?:-[A-Z]{2,})?|(?:Mc)?[A-Z]['’]?[a-z]+(?:-[A-Z][a-z]+)?)"
_NAME = re.compile(rf"(?:(?P<initial>[A-Z])(?:\. ?| |(?=[A-Z][a-z])))?(?P<name>{_SURNAME})")
_GIVEN = re.compile(rf"(?P<given>[A-Z][A-Za-z]{{2,}}) (?:[A-Z]\. {{0,2}})?(?P<family>{_SURNAME})")
_BELOW = re.compile(rf" ?\n({_SURNAME})(?=[,)\n]| OF\b)")
_AGENCY = re.compile(r"\b([A-Z]{1,20}) F[Oo][Rr] $")
# "KAHL", but no "NISD": how a name of four letters ends
_CLOSING = re.compile(
    r"(?:[AEIOUY]|[AEIOUY][^AEIOU]|[AEIOU](?:CK|FF|GH|H[LMN]|L[DLMTZ]|N[DGKNTZ]|R[DGKMNRST]|S[HST]|T[HTZ]|WN))$"
)
# "U/S ROOD": titles before a name that may be a word or a town
_TITLES = frozenset(("A/S", "AA/S", "AMB", "ASD", "CDA", "DAS", "DASD", "PDAS", "U/S", "USDP"))
_POSTS = frozenset(("AMCONSUL", "AMEMBASSY", "CONSULATE", "EMBASSIES", "EMBASSY", "USOFFICE"))


class _Setting(NamedTuple):
    """Where an item of a list stands.

    After a name of the same list, in a caption of run-together names, in parentheses, after a title.
    """

    listed: bool
    together: bool
    bracketed: bool = False
    titled: bool = False


def caption_names(clean: str, zone: Span) -> list[NameFound]:
    """The people to whom the caption lines direct a cable, or from whom it comes, in order.

    >>> text = "NSC FOR CDALTON, OSD FOR ASD LINDHOLM\\nSTATE FOR EUR/WE (MOSS), NEA/FO\\nDHS FOR OIA: JANE SMITH\\n"
    >>> [" ".join(f.tokens) for f in caption_names(text, Span(0, len(text)))]
    ['C. DALTON', 'LINDHOLM', 'MOSS', 'JANE SMITH']
    """
    first = _INTRODUCED.search(clean, zone.start, zone.end)
    if first is None:
        return []
    zone = Span(first.start(), zone.end)
    clean = _in_capitals(clean, zone)
    titled = [
        _trimmed(clean, f) for f in find_names(clean, zone, capitals=True) if f.strength == "title" and _is_name(f)
    ]
    found = _listed(clean, zone, titled, False)
    if any(_is_split(f) for f in found):
        found = _listed(clean, zone, titled, True)
    return sorted(_named_don(clean, f) for f in found)


def _listed(clean: str, zone: Span, titled: list[NameFound], together: bool) -> list[NameFound]:
    """The names with a title and those that stand in lists."""
    found = list(titled)
    for opening in _INTRODUCED.finditer(clean, zone.start, zone.end):
        ending = _ENDED.search(clean, opening.end(), zone.end)
        end = ending.start() if ending is not None else zone.end
        members: list[NameFound] = []
        listed, bracketed = False, opening.group() == "("
        for item in _items(clean, opening.end(), end):
            if any(f.span.start < item.end and item.start < f.span.end for f in (*found, *members[-1:])):
                listed = True
                continue
            name = _name_of(clean, item, _Setting(listed, together, bracketed))
            if name is not None:
                members.append(name)
            listed = listed or name is not None
        found += _alike(members)
    return found


def _alike(members: list[NameFound]) -> list[NameFound]:
    """The names of one list, all cut into initial and family name where some must be and none is a known one."""
    if not any(_is_split(f) for f in members) or any(len(f.tokens) == 1 and is_known(f.tokens[0]) for f in members):
        return members
    return [
        f._replace(tokens=(f"{f.tokens[0][0]}.", f.tokens[0][1:]), strength="full")
        if len(f.tokens) == 1 and len(f.tokens[0]) > 5 and is_spoken(f.tokens[0][1:])
        else f
        for f in members
    ]


def _is_split(found: NameFound) -> bool:
    """Whether an initial and a family name stood without a blank."""
    return len(found.tokens) == 2 and len("".join(found.tokens)) == found.span.end - found.span.start + 1


def _is_name(found: NameFound) -> bool:
    """Whether a name opens with no office and ends with more than letters."""
    return len(found.tokens[-1]) > 2 and found.tokens[0].lower() not in lexicon.words_of("office")


def _named_don(clean: str, found: NameFound) -> NameFound:
    """A name with the given name that was taken for a Spanish style: `DON CALVERT`."""
    if len(found.titles) != 1 or found.titles[0].of(clean) != "DON":
        return found
    whole = Span(found.titles[0].start, found.span.end)
    return found._replace(tokens=("DON", *found.tokens), titles=(), span=whole, strength="full")


def _in_capitals(clean: str, zone: Span) -> str:
    """The text with the caption in capitals, where it is printed in small letters: `nsc for jane roe`."""
    if clean.find("for ", zone.start, zone.end) < 0:
        return clean
    text = zone.of(clean)
    small = sum(map(str.islower, text)) > 9 * sum(map(str.isupper, text))
    capitals = text.upper()
    return clean[: zone.start] + capitals + clean[zone.end :] if small and len(capitals) == len(text) else clean


def _trimmed(clean: str, found: NameFound) -> NameFound:
    """A name without the office or post at its end, which sends the next line: `DAS NANCY LEE | USCINCSO`."""
    kept = next((at for at, t in enumerate(found.tokens) if at and is_office(t)), len(found.tokens))
    if 1 < kept == len(found.tokens) and "\n" in found.span.of(clean) and clean.startswith(" FOR ", found.span.end):
        kept -= 1
    if kept == len(found.tokens):
        return found
    start = found.span.start
    return found._replace(tokens=found.tokens[:kept], span=Span(start, start + len(" ".join(found.tokens[:kept]))))


def _items(clean: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a list `A, B/C AND D`."""
    for match in _ITEM.finditer(clean, start, end):
        at = match.start()
        for joint in (*_AND.finditer(clean, match.start(), match.end()), None):
            stop = joint.start() if joint is not None else match.end()
            text = clean[at:stop]
            lead = len(text) - len(text.lstrip(" :-"))
            yield Span(at + lead, max(at + lead, at + len(text.rstrip(" \t.-)"))))
            at = joint.end() if joint is not None else stop


def _name_of(clean: str, item: Span, setting: _Setting) -> NameFound | None:
    """The person that one part of a list names, None for an office, post or title."""
    start, item = item.start, _without_office(clean, item)
    if clean[start : item.start].rstrip().rpartition(" ")[2] in _TITLES:
        setting = setting._replace(titled=True)
    text = item.of(clean)
    match = _NAME.fullmatch(text)
    if match is not None and (match["initial"] is None or clean[item.start - 1 : item.start] != "/"):
        if match["initial"]:
            initial, name = match["initial"], match["name"]
            if text[1:2] == " " and is_run_together(name, False):  # D JSMITH: for the Deputy Secretary's office
                initial, name = name[0], name[1:]
            return NameFound(item, (f"{initial}.", name), "full")
        return _over_line(clean, item, match["name"]) or _lone(clean, item, match["name"], setting)
    whole = _GIVEN.fullmatch(text)
    if whole is None:
        return None
    given, family = whole["given"], whole["family"]
    if not _may_open(given, family) or not _may_follow(given, family, setting.listed):
        return None
    return NameFound(item, tuple(text.replace(".", ". ").split()), "full")


def _over_line(clean: str, item: Span, given: str) -> NameFound | None:
    """A given name with the family name that alone begins the next line: `NEA/PPD (WALTER | DOUGLAS)`."""
    below = _BELOW.match(clean, item.end) if given.lower() in lexicon.given() else None
    if below is None or is_office(given) or is_office(below[1]):
        return None
    return NameFound(Span(item.start, below.end()), (given, below[1]), "full")


def _may_open(word: str, family: str) -> bool:
    """Whether a word may be a given name: a known one, or one that is spoken and means nothing."""
    low = word.lower()
    if low in lexicon.given():
        return is_known(family) or not (low in lexicon.common() and is_plain(family.lower()))  # Marine Safety
    return len(word) > 3 and is_spoken(word) and not is_plain(low)


def _may_follow(given: str, family: str, listed: bool) -> bool:
    """Whether a word may be the family name after a given one."""
    low = family.lower()
    if is_office(family) or low in lexicon.words_of("org_head") or low in lexicon.words_of("org_word"):
        return False
    return given.lower() in lexicon.given() or is_known(family) or not is_plain(low) or (listed and is_unofficial(low))


def _lone(clean: str, item: Span, name: str, setting: _Setting) -> NameFound | None:
    """Somebody named by one word, which may be an initial and a family name without a blank."""
    low = name.lower()
    if is_office(name) or low in lexicon.words_of("function"):
        return None
    bare = NameFound(item, (name,), "bare")
    if setting.titled and len(low) > 2:
        return bare
    known = low in lexicon.family()
    slash = clean[item.start - 1 : item.start] == "/"  # NEA/ARP
    if len(low) < 4:
        sure = known or low in lexicon.surname_first() or (setting.listed and not is_plain(low))
        sure = sure or (is_spoken(name) and not is_plain(low) and clean.endswith("NSC FOR ", 0, item.start))
        return bare if sure and not slash else None
    if not known and is_plain(low) and not (low in figures() and len(low) > 4):
        directed = _AGENCY.search(clean, max(0, item.start - 30), item.start)
        at_once = directed is not None and is_office(directed[1])
        return bare if len(low) > 4 and (at_once or setting.listed) and is_unofficial(low) else None
    if not is_known(name) and is_run_together(name.upper(), setting.together):
        return NameFound(item, (f"{name[0]}.", name[1:]), "full")
    if len(low) == 4:
        spoken = is_spoken(name) and _CLOSING.search(name.upper()) is not None
        return bare if (is_known(name) and not slash) or ((setting.listed or setting.bracketed) and spoken) else None
    return bare


def _without_office(clean: str, item: Span) -> Span:
    """The part of an item between offices: `OTI | RPORTER`, `CM- | LINDHOLM`, `| MCHOLM | WHITE HOUSE`."""
    slash = clean[item.start - 1 : item.start] == "/"
    head, hyphen, _rest = item.of(clean).partition("-")
    if hyphen and (is_office(head) or (slash and len(head) < 5)):
        item, slash = Span(item.start + len(head) + 1, item.end), False
    words = list(_WORD.finditer(clean, item.start, item.end))
    if not words or words[0].group() in _POSTS:
        return Span(item.start, item.start)
    while len(words) > 1 and (words[0].group() == "-" or _before_name(words[0].group(), words[1].group(), slash)):
        words, slash = words[1:], False
    tail = next((at for at, word in enumerate(words) if at and _sender(words, at, word.group())), len(words))
    if 1 < tail == len(words) and clean[item.end : item.end + 1] == "/" and is_office(words[-1].group()):
        tail -= 1  # DOE/NNSA, whatever else its letters are
    return Span(words[0].start(), words[tail - 1].end())


def _sender(words: list[re.Match[str]], at: int, word: str) -> bool:
    """Whether the office begins that sends the next line: `WRIGHT | NSC`."""
    if word == "WHITE":
        return at + 1 < len(words) and words[at + 1].group() == "HOUSE"
    return is_office(word) and word.lower() not in lexicon.family()


def _before_name(word: str, following: str, slash: bool) -> bool:
    """Whether a word is the office of somebody whose name follows."""
    if is_office(word.removesuffix("'S").removesuffix("’S")):
        return True
    if word in _TITLES:
        return True
    low = word.lower()
    if following[:1] == "-" or word == "ST" or is_office(following):
        return False
    if len(word) == 1 or not word.isalpha() or not word.isupper():
        return slash and len(word) < 6 and "." not in word
    if low in lexicon.given() or low in lexicon.family() or low in lexicon.surname_first():
        return slash and len(word) < 4
    return len(word) < 4 or (len(word) < 8 and not is_spoken(word)) or (slash and len(word) < 6)
