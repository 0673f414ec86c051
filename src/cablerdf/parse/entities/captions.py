"""People in the lines above the E.O. line: `NSC FOR SENIOR DIRECTOR RESTREPO`, `USAID FOR JSMITH AND R. DOE`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.parse.entities import lexicon
from cablerdf.parse.entities.names import NameFound, find_names
from cablerdf.parse.entities.nationality import figures

# what introduces those for whose eyes a cable is meant, and what ends one such list
_INTRODUCED = re.compile(
    r"\b(?:F[Oo][Rr]|for|ATTN|ATTENTION|FROM|PASS TO)\b:?|(?<=[A-Z]) ?: ?(?=[A-Z])|(?<=[A-Z]) - (?=[A-Z])|\("
)
_ENDED = re.compile(r"[;)]\s|(?<!\b[A-Z])\.\s|\n[ \t]*\n|\b(?:F[Oo][Rr]|for|PASS|FROM|ALSO|OF)\b|:|$")
_ITEM = re.compile(r"[^,/&\n(]+")
_AND = re.compile(r"(?:(?<!\s)\s++)?\b(?:AND|and)\b\s*+")
_WORD = re.compile(r"[^\s]+")
_SURNAME = r"(?:[A-Z]['’]?[A-Z]{2,}(?:-[A-Z]{2,})?|(?:Mc)?[A-Z]['’]?[a-z]+(?:-[A-Z][a-z]+)?)"
_NAME = re.compile(rf"(?:(?P<initial>[A-Z])(?:\. ?| |(?=[A-Z][a-z])))?(?P<name>{_SURNAME})")
_GIVEN = re.compile(rf"(?P<given>[A-Z][A-Za-z]{{2,}}) (?:[A-Z]\. ?)?(?P<family>{_SURNAME})")
_VOWELS = frozenset("AEIOUY")
# "KEATING", "SZUBIN": what can be spoken, as letters of an office as a rule cannot
_CLUSTER = re.compile(r"[^AEIOUY'’-]{4}")
# "USCINCSO", "USDOE": bodies of the United States
_OF_THE_US = re.compile(r"US[^AEIOUYH]")
_AGENCY = re.compile(r"\b([A-Z]{1,20}) F[Oo][Rr] $")
# "KAHL", but no "NISD": how a name of four letters ends
_CLOSING = re.compile(
    r"(?:[AEIOUY]|[AEIOUY][^AEIOU]|[AEIOU](?:CK|FF|GH|H[LMN]|L[DLMTZ]|N[DGKNTZ]|R[DGKMNRST]|S[HST]|T[HTZ]|WN))$"
)
_POSTS = frozenset(("AMCONSUL", "AMEMBASSY", "CONSULATE", "EMBASSIES", "EMBASSY", "USOFFICE"))


class _Place(NamedTuple):
    """Where an item of a list stands: after a name of the same list, and in a caption of run-together names."""

    listed: bool
    together: bool


def caption_names(clean: str, zone: Span) -> list[NameFound]:
    """The people to whom the caption lines direct a cable, or from whom it comes, in order.

    >>> text = "NSC FOR CBARTON, OSD FOR ASD VERSHBOW\\nSTATE FOR EUR/WE (HALE), NEA/FO\\nDHS FOR OIA: JANE SMITH\\n"
    >>> [" ".join(f.tokens) for f in caption_names(text, Span(0, len(text)))]
    ['C. BARTON', 'VERSHBOW', 'HALE', 'JANE SMITH']
    """
    first = _INTRODUCED.search(clean, zone.start, zone.end)
    if first is None:
        return []
    zone = Span(first.start(), zone.end)
    titled = [_trimmed(f) for f in find_names(clean, zone, capitals=True) if f.strength == "title" and _is_name(f)]
    found = _listed(clean, zone, titled, False)
    if any(_is_split(f) for f in found):
        found = _listed(clean, zone, titled, True)
    return sorted(found)


def _listed(clean: str, zone: Span, titled: list[NameFound], together: bool) -> list[NameFound]:
    """The names with a title and those that stand in lists."""
    found = list(titled)
    for opening in _INTRODUCED.finditer(clean, zone.start, zone.end):
        ending = _ENDED.search(clean, opening.end(), zone.end)
        end = ending.start() if ending is not None else zone.end
        labelled = ending is not None and ending.group() == ":"  # the last item is the office of those who follow
        members: list[NameFound] = []
        listed = False
        for item in _items(clean, opening.end(), end):
            if any(f.span.start < item.end and item.start < f.span.end for f in found):
                listed = True
                continue
            name = _name_of(clean, item, _Place(listed, together))
            if name is not None and labelled and name.span.end == end:
                continue
            if name is not None:
                members.append(name)
            listed = listed or name is not None
        found += _alike(members)
    return found


def _alike(members: list[NameFound]) -> list[NameFound]:
    """The names of one list, all cut into initial and family name where some must be and none is a known one."""
    if not any(_is_split(f) for f in members) or any(len(f.tokens) == 1 and _known(f.tokens[0]) for f in members):
        return members
    return [
        f._replace(tokens=(f"{f.tokens[0][0]}.", f.tokens[0][1:]), strength="full")
        if len(f.tokens) == 1 and len(f.tokens[0]) > 5 and _spoken(f.tokens[0][1:])
        else f
        for f in members
    ]


def _is_split(found: NameFound) -> bool:
    """Whether an initial and a family name stood without a blank."""
    return len(found.tokens) == 2 and len("".join(found.tokens)) == found.span.end - found.span.start + 1


def _is_name(found: NameFound) -> bool:
    offices = _offices()
    return len(found.tokens[-1]) > 2 and not any(t.lower() in offices for t in found.tokens[:1])


def _trimmed(found: NameFound) -> NameFound:
    """A name without the office at its end, which sends the next line: `DAS NANCY LEE | USCINCSO`."""
    kept = next((at for at, t in enumerate(found.tokens) if at and _is_office(t)), len(found.tokens))
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


def _name_of(clean: str, item: Span, place: _Place) -> NameFound | None:
    """The person that one part of a list names, None for an office, post or title."""
    item = _without_office(clean, item)
    text = item.of(clean)
    match = _NAME.fullmatch(text)
    if match is not None and (match["initial"] is None or clean[item.start - 1 : item.start] != "/"):
        if match["initial"]:
            initial, name = match["initial"], match["name"]
            if text[1:2] == " " and _run_together(name, False):  # D JSMITH: for the Deputy Secretary's office
                initial, name = name[0], name[1:]
            return NameFound(item, (f"{initial}.", name), "full")
        return _lone(clean, item, match["name"], place)
    whole = _GIVEN.fullmatch(text)
    if whole is None:
        return None
    if not _may_open(whole["given"], whole["family"]) or not _may_follow(whole["given"], whole["family"], place.listed):
        return None
    return NameFound(item, tuple(text.replace(".", ". ").split()), "full")


def _may_open(word: str, family: str) -> bool:
    """Whether a word may be a given name: a known one, or one that is spoken and means nothing."""
    low = word.lower()
    if low in lexicon.given():
        return _known(family) or not (low in lexicon.common() and _plain(family.lower()))  # Marine Safety
    return len(word) > 3 and _spoken(word) and not _plain(low)


def _may_follow(given: str, family: str, listed: bool) -> bool:
    """Whether a word may be the family name after a given one."""
    low = family.lower()
    if _is_office(family) or low in lexicon.words_of("org_head") or low in lexicon.words_of("org_word"):
        return False
    return given.lower() in lexicon.given() or _known(family) or not _plain(low) or (listed and _unofficial(low))


def _lone(clean: str, item: Span, name: str, place: _Place) -> NameFound | None:
    """Somebody named by one word, which may be an initial and a family name without a blank."""
    low = name.lower()
    if _is_office(name) or low in lexicon.words_of("function"):
        return None
    bare = NameFound(item, (name,), "bare")
    known = low in lexicon.family()
    slash = clean[item.start - 1 : item.start] == "/"  # NEA/ARP
    if len(low) < 4:
        sure = known or low in lexicon.surname_first() or (place.listed and not _plain(low))
        return bare if sure and not slash else None
    if not known and _plain(low) and not (low in figures() and len(low) > 4):
        directed = _AGENCY.search(clean, max(0, item.start - 30), item.start)
        at_once = directed is not None and _is_office(directed[1])
        return bare if len(low) > 4 and (at_once or place.listed) and _unofficial(low) else None
    if not _known(name) and _run_together(name.upper(), place.together):
        return NameFound(item, (f"{name[0]}.", name[1:]), "full")
    if len(low) == 4:
        spoken = _spoken(name) and _CLOSING.search(name.upper()) is not None
        return bare if (_known(name) and not slash) or (place.listed and spoken) else None
    return bare


def _known(word: str) -> bool:
    """Whether tables know a word as somebody's name."""
    low = word.lower()
    return low in lexicon.family() or low in lexicon.given() or (len(low) > 3 and low in lexicon.surname_first())


def _plain(low: str) -> bool:
    """Whether a word, or each part of it, has a meaning of its own."""
    if low in lexicon.phrases():
        return True
    return all(part in lexicon.common() and part not in lexicon.family() for part in low.split("-"))


def _unofficial(low: str) -> bool:
    """Whether a common word has nothing to do with offices and messages, so that it may be a family name."""
    barred = ("org_word", "org_head", "title_word", "not_org_head", "place_head", "caption_word")
    return low not in lexicon.phrases() and not any(low in lexicon.words_of(name) for name in barred)


def _without_office(clean: str, item: Span) -> Span:
    """The part of an item between offices: `OTI | RPORTER`, `CM- | BRAUNOHLER`, `| MCFAUL | WHITE HOUSE`."""
    slash = clean[item.start - 1 : item.start] == "/"
    head, hyphen, _rest = item.of(clean).partition("-")
    if hyphen and (_is_office(head) or (slash and len(head) < 5)):
        item, slash = Span(item.start + len(head) + 1, item.end), False
    words = list(_WORD.finditer(clean, item.start, item.end))
    if not words or words[0].group() in _POSTS:
        return Span(item.start, item.start)
    while len(words) > 1 and (words[0].group() == "-" or _before_name(words[0].group(), words[1].group(), slash)):
        words, slash = words[1:], False
    tail = next((at for at, word in enumerate(words) if at and _sender(words, at, word.group())), len(words))
    return Span(words[0].start(), words[tail - 1].end())


def _sender(words: list[re.Match[str]], at: int, word: str) -> bool:
    """Whether the office begins that sends the next line: `WRIGHT | NSC`."""
    if word == "WHITE":
        return at + 1 < len(words) and words[at + 1].group() == "HOUSE"
    return _is_office(word) and word.lower() not in lexicon.family()


def _before_name(word: str, following: str, slash: bool) -> bool:
    """Whether a word is the office of somebody whose name follows."""
    if _is_office(word.removesuffix("'S").removesuffix("’S")):
        return True
    low = word.lower()
    if following[:1] == "-" or word == "ST" or _is_office(following):
        return False
    if len(word) == 1 or not word.isalpha() or not word.isupper():
        return slash and len(word) < 6 and "." not in word
    if low in lexicon.given() or low in lexicon.family() or low in lexicon.surname_first():
        return slash and len(word) < 4
    return len(word) < 4 or (len(word) < 8 and not _spoken(word)) or (slash and len(word) < 6)


def _spoken(word: str) -> bool:
    """Whether capitals can be spoken as a name: they open as names do, and no four consonants follow each other.

    >>> _spoken("KEATING"), _spoken("SZUBIN"), _spoken("DSECC"), _spoken("APDNSA")
    (True, True, False, False)
    """
    word = word.upper()
    if not _VOWELS & set(word) or _CLUSTER.search(word.replace("SCH", "S").replace("TCH", "T").replace("CHR", "C")):
        return False
    if word[0] in _VOWELS or word[1] in _VOWELS or word[1] in "'’":
        return True
    return word[:2].lower() in lexicon.words_of("onset") and bool(_VOWELS & set(word[2:4]))


def _run_together(name: str, together: bool) -> bool:
    """Whether a word is an initial and a family name without a blank: `CBARTON`.

    One of four letters is where other names of the caption are (`together`).
    """
    rest = name[1:].lower()
    if rest in lexicon.family() or (len(name) > 5 and rest in figures()):
        return True
    if len(name) < 5 and not (together and _spoken(name[1:])):
        return False
    return name[0] not in _VOWELS and name[1] not in _VOWELS and name[:2].lower() not in lexicon.words_of("onset")


def _is_office(word: str) -> bool:
    return word.lower() in _offices() or _OF_THE_US.match(word) is not None


def _offices() -> frozenset[str]:
    return lexicon.words_of("office")


# "KHAN-MORIMOTO E-MAIL (12/10/2008)", "HANKINS JUNE 18 E-MAIL"
_MAIL = re.compile(r"\b(?P<names>[A-Z'’]{3,}(?:[-/][A-Z'’]{3,}){0,5})\s(?:[A-Z]{3,9} \d{1,2} )?E-?MAILS?\b")
_WRITER = re.compile(r"[A-Z'’]{3,}")


def mail_names(clean: str, zone: Span) -> list[NameFound]:
    """The people whose e-mails a cable refers to, in order.

    >>> text = "A. STATE 125 B. KELLER-MORIMOTO E-MAIL (12/10/2008) C. MADRID E-MAIL"
    >>> [" ".join(f.tokens) for f in mail_names(text, Span(0, len(text)))]
    ['KELLER', 'MORIMOTO']
    """
    return [
        NameFound(Span(word.start(), word.end()), (word.group(),), "bare")
        for mail in _MAIL.finditer(clean, zone.start, zone.end)
        for word in _WRITER.finditer(clean, mail.start("names"), mail.end("names"))
        if not _is_office(word.group()) and (_known(word.group()) or not _plain(word.group().lower()))
    ]
