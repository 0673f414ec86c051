"""Words of a participant list, each told apart: part of a name, of a title, a separator."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cablerdf.model import Span
from cablerdf.parse.lexicon.forms import common, family, given, particles
from cablerdf.parse.lexicon.offices import bare, is_person_noun, officer_forms
from cablerdf.parse.meetings.words.sides import sides_in
from cablerdf.vocab.tables import mapping, rows

Kind = Literal["name", "prefix", "role", "link", "comma", "stop", "aside", "redacted"]

# "(notetaker)", "POL/ECON", "D(S)", "Al'aa", "U.S.", "--", ";"
_TOKEN = re.compile(
    r"\([^()\n]{0,90}(?:\n[^()\n]{0,60})?\)"
    r"|[^\W\d_](?:[\w.'’&/]|-(?!-)|\(\w\))*"
    r"|\d[\w./-]*|[,;:]|--+|—|–|-(?=\s)|&"
)
_INITIAL = re.compile(r"(?:[A-Z]\.)+$|[A-Z][a-z]?\.$|[A-Z]$")
_REDACTED = re.compile(r"[xX]{4,}$")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_POSTS_BEFORE = frozenset(
    ("embassy", "amembassy", "consulate", "amconsul", "mission", "congen", "of", "in", "at", "from")
)


class Token(NamedTuple):
    """One word or mark, its kind and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


@cache
def _words() -> dict[str, str]:
    single = {form: "role" for form in officer_forms() if " " not in form}
    return single | dict(mapping("roster_words", "word", "kind"))


@cache
def _post_words() -> frozenset[str]:
    names = {row["name"] for row in rows("posts")} | {row["printed"] for row in rows("posts")}
    return frozenset(word.casefold() for name in names for word in name.split())


def names_office(word: str) -> bool:
    """Whether a word is a noun for somebody or is written before a name: "Director", "Governor"."""
    return is_person_noun(word) or _words().get(bare(word)) == "prefix"


def names_somebody(line: str) -> bool:
    """Whether a line has a name, or an office with the article before it.

    >>> names_somebody("Governor Poe"), names_somebody("The Secretary"), names_somebody("had left by then")
    (True, True, False)
    """
    found = tokens(line, 0, len(line))
    article = bool(found) and found[0].text == "The" and len(found) > 1 and names_office(found[1].text)
    return article or any(token.kind in ("name", "redacted") for token in found)


def kind_of(word: str, shouted: bool) -> Kind:
    """The kind of a single word, without its neighbours; `shouted` text is in capitals throughout."""
    known = _words().get(bare(word))
    if known is not None and not (known == "office" and _INITIAL.match(word)):
        if word[0].islower() and bare(word) in particles():
            return "link"
        return "prefix" if known == "prefix" else "role"
    if _REDACTED.match(word):
        return "redacted"
    if word[0].isdigit() or "/" in word or "&" in word or "(" in word:
        return "role"
    if word[0].islower():
        parts = re.split("[-'’]", word)
        return "name" if len(parts) > 1 and parts[0] in particles() and parts[1][:1].isupper() else "link"
    if _INITIAL.match(word):
        return "name"
    letters = word.replace(".", "").replace("-", "")
    if not shouted and letters.isupper() and (len(letters) <= 8):
        return "role"
    parts = word.split("-")
    if len(parts) > 1 and all(bare(p) in _words() or p.islower() or (len(p) > 1 and p.isupper()) for p in parts):
        return "role"
    return "name"


def is_plain(word: str) -> bool:
    """Whether a word is of the language and nobody's name: "Naval", "RELATIONS"."""
    low = word.lower()
    return low in common() and low not in given() and low not in family()


def tokens(text: str, start: int, end: int, shouted: bool | None = None) -> list[Token]:
    """The tokens of `text[start:end]`; countries and demonyms count as words of titles.

    >>> [(t.kind, t.text) for t in tokens("DCM Ann Poe (notetaker)", 0, 23)]
    [('role', 'DCM'), ('name', 'Ann'), ('name', 'Poe'), ('aside', '(notetaker)')]
    """
    piece = text[start:end]
    if shouted is None:
        shouted = piece.upper() == piece
    national = [Span(a + start, b + start) for a, b, _ in sides_in(piece)][::-1]
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word, at, stop = match.group(), match.start(), match.end()
        if word[-1] == "." and not _INITIAL.match(word) and bare(word) not in _words() and "." not in word[:-1]:
            word, stop = word[:-1], stop - 1
            if bare(word) in _SUFFIXES:
                word, stop = word + ".", stop + 1
        while national and national[-1].end + 2 < stop:
            national.pop()
        country = bool(national) and national[-1].start <= at
        found.append(Token(_kind(word, country, shouted), word, at, stop))
    return _mend(found)


@lru_cache(maxsize=1 << 13)
def _kind(word: str, country: bool, shouted: bool) -> Kind:
    if word[0] == "(":
        return "aside"
    if word in (",", ":"):
        return "comma"
    if word == ";" or word[0] in "-—–":
        return "stop" if word == ";" else "comma"
    if country:
        return "role"
    if bare(word) == "and" or word == "&":
        return "link"
    return kind_of(word, shouted)


def _mend(found: list[Token]) -> list[Token]:
    """Kinds put right by what stands next to a word, particles from the right end first."""
    for i in range(len(found) - 2, -1, -1):
        token = found[i]
        if found[i + 1].kind == "name" and bare(token.text) in particles() and _binds(found, i):
            found[i] = token._replace(kind="name")
    for i, token in enumerate(found):
        before = found[i - 1] if i else None
        if bare(token.text) in _SUFFIXES and before is not None and i > 1:
            if before.kind == "comma" and found[i - 2].kind == "name":
                found[i - 1] = before._replace(kind="name")
            if found[i - 1].kind == "name":
                found[i] = token._replace(kind="name")
        elif token.kind == "name" and _is_role(found, i):
            found[i] = token._replace(kind="role")
        elif (token.kind == "prefix" and _ends(found, i)) or (token.kind == "role" and _is_capital_surname(found, i)):
            found[i] = token._replace(kind="name")
    return found


def _binds(found: list[Token], i: int) -> bool:
    """Whether a particle before a name belongs to the name: "bin Zayed", "Al Nahyan", "El Baradei"."""
    word = found[i].text
    if word[0].isupper():
        return bare(word) not in ("la", "y", "e", "do", "a") and not word.isupper()
    if bare(word) in ("al", "el", "bin", "ben", "van", "von"):
        return True
    before = i - 1
    while before > 0 and bare(found[before].text) in particles():
        before -= 1
    return before >= 0 and found[before].kind == "name"


def _ends(found: list[Token], i: int) -> bool:
    """Whether nothing of a name or title follows: "Sughra Hussain Imam," names, "Ann Poe Gen. Roe" does not."""
    if i == 0 or found[i - 1].kind != "name":
        return False
    return found[i].text.istitle() and (i + 1 == len(found) or found[i + 1].kind in ("comma", "stop", "aside"))


def _is_role(found: list[Token], i: int) -> bool:
    """Whether what looks like a name is a letter of an office ("D Staff") or the city of a post."""
    token, word = found[i], bare(found[i].text)
    before = found[i - 1] if i else None
    after = found[i + 1] if i + 1 < len(found) else None
    if _INITIAL.match(token.text):
        named = (before is not None and before.kind == "name", after is not None and after.kind == "name")
        return not (all(named) if len(token.text) == 1 else any(named))
    if before is None or word not in _post_words():
        return False
    if bare(before.text) in _POSTS_BEFORE:
        return True
    return before.kind == "role" and i > 1 and bare(found[i - 2].text) in _POSTS_BEFORE


def _is_capital_surname(found: list[Token], i: int) -> bool:
    """Whether a word in capitals is the family name after one given name: "Jaime LOPEZ"."""
    word = found[i].text
    if len(word) < 4 or not word.isalpha() or bare(word) in _words() or i == 0:
        return False
    return found[i - 1].kind == "name" and not (i > 1 and found[i - 2].kind == "name")
