"""Words, numbers and signs of a piece of a reference line; what a scanner misread in them is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cablerdf.parse.header.scanned import FIGURES, LETTERS
from cablerdf.vocab.posts import post_codes

CHUNK = re.compile(r"[A-ZÀ-Þ\d][A-ZÀ-Þ\d.'’]*|\S")
PIECE = re.compile(r"\d+|[^\d]+")
NEAR = 100  # numbers that are listed together
MISREAD_NUMBER = re.compile(r"\d[\dOIL]*[\dO]|[OIL]\d+")


class Token(NamedTuple):
    """A word, a number or a sign; `glued` to what is before it, `respelt` where it is printed otherwise."""

    text: str
    start: int
    end: int
    glued: bool
    respelt: bool = False
    doubtful: bool = False  # two numbers as well as one

    @property
    def number(self) -> bool:
        return self.text.isdecimal()

    @property
    def word(self) -> bool:
        return self.text[0].isalpha()


def tokens_of(text: str, start: int, stop: int) -> list[Token]:
    upper = text[start:stop].upper()
    if len(upper) != stop - start:
        upper = text[start:stop]
    found: list[Token] = []
    last = -1
    for match in CHUNK.finditer(upper):
        chunk, at = match[0], start + match.start()
        if chunk.isalnum() and (chunk.isalpha() or chunk.isdecimal()):
            found.append(Token(chunk, at, at + len(chunk), at == last))
            last = at + len(chunk)
            continue
        if chunk[0].isdecimal() and text.startswith("l", at + len(chunk) - 1):  # "102l"
            chunk = chunk[:-1] + "1"
        for printed, offset, whole, respelt in cut_chunk(chunk):
            found.append(Token(whole, at + offset, at + offset + len(printed), at + offset == last, respelt))
            last = at + offset + len(printed)
    return found


def thousands(tokens: list[Token]) -> list[Token]:
    """The tokens, those of a number that has a comma before its last three figures put together: "12,345".

    Two numbers of three figures that are near each other are as likely to be two.
    """
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before = found[-2:]
        whole = (
            token.glued
            and len(token.text) == 3
            and token.number
            and [one.text for one in before[1:]] == [","]
            and before[1].glued
            and before[0].number
            and len(before[0].text) <= 3
            and before[0].text[0] != "0"
            and (len(found) < 3 or found[-3].text != ",")
            and not (at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].text not in (".", ")", ";"))
        )
        if not whole:
            found.append(token)
            continue
        near = len(before[0].text) == 3 and 0 < int(token.text) - int(before[0].text) < NEAR
        found[-2:] = [Token(before[0].text + token.text, before[0].start, token.end, before[0].glued, True, near)]
    return found


def cut_chunk(chunk: str) -> Iterator[tuple[str, int, str, bool]]:
    """(as printed, where, as read, whether it is read otherwise) of each word and number that are printed as one."""
    if not any(map(str.isdecimal, chunk)):
        yield chunk, 0, chunk.rstrip(".").replace("’", "'") if len(chunk) > 1 else chunk, False
        return
    bare = chunk.rstrip(".")
    letters = bare.translate(LETTERS)
    if letters in post_words() and bare not in post_words():
        yield bare, 0, letters, True
    elif MISREAD_NUMBER.fullmatch(bare) and not bare.isdecimal():
        yield bare, 0, bare.translate(FIGURES), True
    else:
        for piece in PIECE.finditer(bare):
            yield piece[0], piece.start(), piece[0].strip(".") or piece[0], False


@cache
def post_words() -> frozenset[str]:
    """Every word of the names of posts."""
    return frozenset(word for name in post_codes() for word in (*name.split(), *name.split("-")))
