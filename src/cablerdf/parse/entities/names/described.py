"""What small letters before a name tell of its bearer: `opposition leader X`, `Popular Party (PP) spokesman X`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from cablerdf.model import Span
from cablerdf.parse.entities.names.reader import NameFound
from cablerdf.parse.lexicon import forms as lexicon
from cablerdf.parse.lexicon.nationality import country_in
from cablerdf.parse.lexicon.offices import is_head, is_plural
from cablerdf.parse.lexicon.styles import stands_before_names

_REACH = 90  # characters that a description may take
_PART = re.compile(r"\([A-Z][\w/&-]{1,9}\)|[\"“][^\"“”\n]{2,20}[\"”]|[^\s,;:.()\"“”]+")
_JOINTS = frozenset(("of", "for", "and", "the", "on", "de", "del", "a", "to"))
_LAST = re.compile(r"\b([a-z-]+)\s$")
# "Industry, Tourism, and | Trade Minister"
_FIELDS = re.compile(r"(?<!\bof )(?<!\bfor )(?<![\w.])[A-Z]\w+,?\s(?:[A-Z]\w+,?\s){0,2}and\s$")
_FORMER = re.compile(r"\b(?:(?:former|deputy|candidate\s+for)\s+|[Ee]x-)$")
_FIELD = re.compile(r"[A-Z]\w+")
_GAP = re.compile(r"\s?(?:\([^()]{1,40}\))?(?P<joint>,\s+and\s+|,\s+|\s+and\s+)")
_LONGEST = 56  # characters between two names of a list


def described(clean: str, found: NameFound) -> NameFound:
    """The candidate with what is told of it before: a description, the function of a rank, the head of a cut title."""
    if found.titles:
        return _fuller(clean, found)
    start = found.span.start
    if clean.endswith(") ", 0, start):  # "(Torvel militant leader) Ana Soto"
        title = Span(_begin(clean, start - 2), start - 2)
        whole = clean[title.start - 1] == "(" and is_head(title.of(clean).rpartition(" ")[2])
        return found._replace(titles=(title,)) if whole else found
    if found.before.lower() not in functions() or found.before == "General":
        return found
    begin = _begin(clean, start)
    title = Span(begin, begin + len(clean[begin:start].rstrip()))
    return found._replace(titles=(title,)) if begin < start else found


def _fuller(clean: str, found: NameFound) -> NameFound:
    """The candidate with more of its titles: `Investigations Division (CID) | Chief`, `guard commander | Captain`."""
    title = found.titles[0]
    left = clean[title.start - 2 : title.start - 1]
    if left in ("r", "y", "x", " ") and (former := _FORMER.search(clean, max(0, title.start - 20), title.start)):
        return found._replace(titles=(Span(former.start(), title.end), *found.titles[1:]))
    if left == ")" or clean.startswith("and ", title.start - 4):
        begin = title.start
        if not stands_before_names(title.of(clean)):
            begin = _body(clean, begin) if left == ")" else _fields(clean, title)
        return found._replace(titles=(Span(begin, title.end), *found.titles[1:])) if begin < title.start else found
    if left.islower() and stands_before_names(title.of(clean)):
        word = _LAST.search(clean, max(0, title.start - 24), title.start)
        if word is not None and word[1] in functions():
            begin = _begin(clean, title.start)
            if begin < title.start:
                return found._replace(titles=(Span(begin, title.start - 1), *found.titles))
    return found


def _parts(clean: str, end: int) -> list[re.Match[str]]:
    """The words before an index, letters in parentheses and quoted words whole, the last first."""
    return list(_PART.finditer(clean, max(0, end - _REACH), end))[::-1]


def _begin(clean: str, end: int) -> int:
    """Where the description that ends before an index begins."""
    capitals = clean[max(0, end - 12) : end].isupper()
    start = last = end  # `last` goes before `start` over `of`, which must have the head of a body before it
    for part in _parts(clean, end):
        text = part.group()
        low = text.lower()
        if part.start() >= last:
            continue
        if clean[part.end() : last].strip():
            break
        if text[0] == "(" and start < end:
            body = _body(clean, start)
            if body == start:
                break
            start = last = body
        elif low == "of" and clean[start].isupper():
            last = part.start()
        elif _heads_body(text) if last < start else _fits(text, start < end and not capitals):
            start = last = part.start()
        elif not (low == "de" and clean.startswith("facto", start)) and not (low == "al" and clean[start].isupper()):
            break
        else:
            start = last = part.start()
    return start


def _heads_body(text: str) -> bool:
    """Whether a word before `of` is the head of the name of a body: `Chamber | of Deputies member`."""
    return text[0].isupper() and text.lower() in lexicon.words_of("org_head")


def _fits(text: str, inner: bool) -> bool:
    """Whether a word may stand in a description, where it is `inner` before other words of it."""
    low = text.lower()
    if low in _allowed():
        return True
    barred = low in _barred() and not any(letter.isupper() for letter in text[1:])  # LeT
    barred = barred or low.startswith("xxxx")
    if not inner or barred or (text.endswith(("'s", "’s")) and country_in(text) is None):
        return False  # "Soto's brother-in-law X"
    return text[0].isupper() or (text[0] in '"“' and text[-2].isalpha())


def _body(clean: str, end: int) -> int:
    """Where the name of a body with its letters in parentheses begins, which ends before an index."""
    parts = _parts(clean, end)
    if not parts or parts[0].group()[0] != "(" or clean[parts[0].end() : end].strip():
        return end
    letters = [letter for letter in parts[0].group() if letter.isupper()]
    start, last, words = end, parts[0].start(), 0
    for part, before in pairwise([*parts[1:], None]):
        assert part is not None
        text = part.group()
        if clean[part.end() : last].strip() or (text.endswith(("'s", "’s")) and words + 1 >= len(letters)):
            break
        if text[0].isupper() and (words or text.lower() not in _barred()):
            start, words = part.start(), words + 1
            if text[0] == letters[0] and words >= max(2, len(letters) - 1):
                break
        elif not (text in _JOINTS and words) or (
            text == "and" and (before is None or before.group()[0] not in letters)
        ):
            break
        last = part.start()
    return start


def _fields(clean: str, title: Span) -> int:
    """Where the title of somebody who has several fields begins: `Industry, Tourism, and | Trade Minister`."""
    found = _FIELDS.search(clean, max(0, title.start - 60), title.start)
    if found is None or " " not in title.of(clean):
        return title.start
    known = _field_words()
    words = _FIELD.findall(found.group() + title.of(clean))[:-1]
    return found.start() if all(word.lower() in known for word in words) else title.start


@cache
def functions() -> frozenset[str]:
    """What somebody may be called in small letters, no kinship and no standing to others among it, in lower case."""
    return lexicon.titles("lower") - lexicon.titles("standing") - lexicon.titles("kin")


@cache
def _allowed() -> frozenset[str]:
    return (lexicon.words_of("title_word") | functions()) - lexicon.words_of("no_title")


@cache
def _barred() -> frozenset[str]:
    """Words that begin no description, in lower case."""
    words = lexicon.words_of("function") | lexicon.words_of("no_title")
    return words - {"action", "post", "key", "background", "first", "mission", "embassy"}


@cache
def _field_words() -> frozenset[str]:
    """Words for what ministries deal with, in lower case."""
    return (lexicon.words_of("org_word") | lexicon.titles("modifier")) - lexicon.titles("office")


def with_shared(clean: str, names: list[NameFound]) -> list[NameFound]:
    """The names in their order, those that a list goes on with under the title of its first."""
    plurals = _plurals()
    found: list[NameFound] = []
    shared: Span | None = None  # the title of those who are listed
    for name in names:
        joint, own = None, name.titles[1:] if name.titles[:1] == (shared,) else name.titles
        if shared:
            start = min([name.span.start, *(title.start for title in own)])
            joint = _GAP.fullmatch(clean, found[-1].span.end, start) if start - found[-1].span.end < _LONGEST else None
        if shared and joint and all(stands_before_names(title.of(clean)) for title in own):
            name = name._replace(titles=(shared, *own))
            shared = None if "and" in joint["joint"] else shared
        elif name.titles:
            shared = name.titles[0] if is_plural(name.titles[0].of(clean)) else None
        elif name.before in plurals:
            name = described(clean, name)
            shared = name.titles[0] if name.titles else None
        else:
            shared = None
        found.append(name)
    return found


@cache
def _plurals() -> frozenset[str]:
    """What several are called in small letters."""
    words = functions()
    return frozenset(word for word in words if word.endswith("s") and word[:-1] in words)
