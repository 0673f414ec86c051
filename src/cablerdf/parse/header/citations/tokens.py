"""Words, numbers and signs of a piece of a reference line; what a scanner misread in them is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cablerdf.parse.header.scanned import FIGURES, LETTERS
from cablerdf.vocab.posts import post_codes

CHUNK = re.compile(r"[A-ZÀ-Þ\d][A-ZÀ-Þ\d.'’]*|\S")
GROUPED = re.compile(rf"(?<![\w,])[1-9]\d{{0,2}},\d{{3}}(?![\w,])|{CHUNK.pattern}")  # "12,345" too
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


def tokens_of(text: str, start: int, stop: int, *, grouped: bool = False) -> list[Token]:
    """The tokens between two offsets; a number may be `grouped`, a comma before its last three figures.

    Two numbers of three figures that are near each other ("112,115") are as likely to be two.
    """
    upper = text[start:stop].upper()
    if len(upper) != stop - start:
        upper = text[start:stop]
    found: list[Token] = []
    last_end = -1
    for match in (GROUPED if grouped else CHUNK).finditer(upper):
        chunk, at = match[0], start + match.start()
        if len(chunk) > 1 and "," in chunk:
            first, last = chunk.split(",")
            near = len(first) == 3 and 0 < int(last) - int(first) < NEAR
            found.append(Token(first + last, at, at + len(chunk), at == last_end, True, near))
            last_end = at + len(chunk)
            continue
        if chunk.isalnum() and (chunk.isalpha() or chunk.isdecimal()):
            found.append(Token(chunk, at, at + len(chunk), at == last_end))
            last_end = at + len(chunk)
            continue
        if chunk[0].isdecimal() and text.startswith("l", at + len(chunk) - 1):  # "102l"
            chunk = chunk[:-1] + "1"
        for printed, offset, whole, respelt in cut_chunk(chunk):
            found.append(Token(whole, at + offset, at + offset + len(printed), at + offset == last_end, respelt))
            last_end = at + offset + len(printed)
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
