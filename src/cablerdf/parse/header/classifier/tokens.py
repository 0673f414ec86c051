"""The words of a Classified By line: what is glued is cut, what is torn is joined, noughts are letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cablerdf.parse.header.classifier.words import PARTICLES, other_titles, title_words, weigh
from cablerdf.parse.header.people_words import is_name
from cablerdf.parse.header.scanned import LETTERS, SMALL_LETTERS

TOKEN = re.compile(r"[^\s,;]+|[,;]")
JOINED = re.compile(r"((?:[A-Z]\.)+)([A-Z][A-Za-z'’-]{2,}\.?)")  # "E.JONES"
MISREAD = re.compile(r"[A-Za-z'’.0158/-]+")
INITIAL = re.compile(r"[A-Z]\.")
GLUE = re.compile(r"[:/(-](?=[A-Z(])|(?<=[a-z])(?=[A-Z])")
ADDRESS = frozenset(("MR", "MRS", "MS", "DR"))  # what stands before a name and is no part of it
FUNCTIONS = frozenset(("of", "for", "and", "to", "at", "by", "the", "in", "on"))
TAILS = FUNCTIONS | PARTICLES | {"ad"}  # words that no line ends with: the rest of a torn name
LITTLE = PARTICLES | FUNCTIONS | {"a.i", "acting", "ad", "interim"}


class Token(NamedTuple):
    """A word of the line as it is read, where it stands, and whether a comma or a semicolon follows it."""

    text: str
    start: int
    end: int
    comma: bool = False
    divides: bool = False  # a semicolon follows

    @property
    def bare(self) -> str:
        return bare_of(self.text)


@lru_cache(maxsize=8192)
def bare_of(printed: str) -> str:
    """A word in capitals without the signs about it."""
    return printed.strip(".,:;()").upper()


def cut_tokens(head: str, offset: int) -> list[Token]:
    """The words of a line."""
    found: list[Token] = []
    for match in TOKEN.finditer(head, offset):
        if match[0] in ",;":
            if found:
                found[-1] = found[-1]._replace(comma=True, divides=match[0] == ";")
            continue
        for token in pieces(match[0], match.start(), found[-1].text if found and not found[-1].comma else ""):
            if token.bare in ADDRESS and token.text[:2].istitle():
                continue
            if found and not found[-1].comma and token.start > found[-1].end and torn(head, found[-1], token):
                found[-1] = Token(found[-1].text + token.text, found[-1].start, token.end, token.comma)
            else:
                found.append(token)
    if len(found) > 1 and found[-1].text.rstrip(".") in TAILS and not head[found[-1].end :].strip(" .,:;-"):
        before = found[-2]
        if not before.comma and head[before.end : found[-1].start].strip(" ") == "\n":
            found[-2:] = [Token(before.text + found[-1].text, before.start, found[-1].end)]
    return found


def pieces(printed: str, start: int, before: str) -> Iterator[Token]:
    """The word, or its parts where an office and a name, or an initial and a name, stick together."""
    if printed.isalpha() and (printed.isupper() or printed[1:].islower()):
        yield Token(printed, start, start + len(printed))
        return
    word = mended(printed)
    joined = JOINED.fullmatch(word)
    cut = joined.end(1) if joined is not None else glue(word, before)
    if not cut:
        yield Token(word, start, start + len(word), word.endswith(":"))
        return
    behind = cut + (word[cut] in ":/-")
    yield Token(word[:cut], start, start + cut, word[cut] in ":/-")
    yield Token(word[behind:], start + behind, start + len(word))


def mended(printed: str) -> str:
    """A word with the letters that a scanner read as digits: "R0E", "0F"."""
    if not any(map(str.isdigit, printed)) or MISREAD.fullmatch(printed.strip(",:;()")) is None:
        return printed
    small = any(map(str.islower, printed)) and printed[0].isalpha()
    whole = printed.translate(SMALL_LETTERS if small else LETTERS)
    return whole if sum(map(str.isalpha, printed)) > 1 or whole in title_words() else printed


def glue(word: str, before: str) -> int:
    """Where an office ends that a name sticks to: "Counselor:Roe", "AmbassadorJane"; 0 where none does."""
    for found in GLUE.finditer(word):
        office, sign, after = word[: found.start()], found[0], word[found.end() :].strip(",")
        if len(office) < 3 or (not sign and weigh(word).title >= 1.5):
            continue  # PolCouns
        symbol = sign in ("/", "-") and office.isupper() and after.isupper() and len(after) < 5  # ASD/ISA
        if INITIAL.fullmatch(after) is not None:
            named = bool(sign) and (not symbol or office in title_words())
        else:
            named = not symbol and is_name(after.strip(".").upper())
            named = named or (bool(sign) and after[1:2].islower() and weigh(after).name > weigh(after).title)
        weight = weigh(office)
        led = before.lower() in FUNCTIONS or weigh(before or "X").place
        if named and (weight.title >= 1.5 or (led and weight.place)):
            return found.start()
    return 0


def torn(head: str, before: Token, token: Token) -> bool:
    """Whether a word is the rest of one that the end of a line, or a blank, tore: "Michae\\nl", "Politi cal"."""
    whole = (before.text + token.text).strip(".,:;()").upper()
    known = whole in title_words() or whole in other_titles() or is_name(whole)
    broken = "\n" in head[before.end : token.start]
    little = token.text.strip(".,:;()")
    rest = little in FUNCTIONS or len(little) < 2  # "Rol\nand", "ARIA\nS"
    if broken and rest and len(before.bare) > 2 and is_name(whole) and not before.text.endswith("."):
        return not is_name(before.bare) or len(little) < 2
    if before.text[-1].isalpha() and little[:1].islower() and little not in FUNCTIONS:
        return (known and broken) or (
            (known or broken)
            and not {little, before.text} & LITTLE
            and (len(little) < 2 or token.bare not in title_words())
        )
    opens = len(before.bare) > 1 and (is_name(before.bare) or before.bare in title_words())
    apart = opens or is_name(token.bare) or token.bare in title_words()
    return broken and known and not apart and token.text.isupper()
