"""The cables that a piece of a reference line names: "08 STATE 65088, 65090 AND RABAT 12".

    item      := [year] post [filler] number [year] (separator number [year])* | number post
    year      := "08" | "2008" | "(08)" | "'08";  behind the number also "-08", "/08", "OF 2008"
    filler    := ":" | "#" | "-" | "," | "(C)" | the post's country | CABLE, TEL, NO ... of `reference_kinds.csv`

A year is one that is not after the citing cable's. What could be read in two ways is doubtful: it gets no id.
"""

from __future__ import annotations

from cablerdf.parse.header.citations.line import BRACKETS, NOTES, SEPARATORS, Citing, Item, Line
from cablerdf.parse.header.citations.numbers import numbers_from
from cablerdf.parse.header.citations.posts import Post, is_agency, number_behind, post_at
from cablerdf.parse.header.citations.tokens import tokens_of
from cablerdf.parse.header.dtg import century


def find_items(text: str, start: int, stop: int, citing: Citing | None = None) -> list[Item]:
    """The cables named between two offsets. Only for a reference line is `citing` given: it may be damaged."""
    mend = citing is not None
    line = Line(tokens_of(text, start, stop, grouped=mend), citing or Citing(), mend)
    found = bare_numbers(line) if line.mend else []
    at = len(line.tokens) if found else 0
    while at < len(line.tokens):
        items, at = items_at(line, at)
        found += items
    return found


def bare_numbers(line: Line) -> list[Item]:
    """Numbers without a post: of the post before, else of the citing post."""
    first = next((at for at, token in enumerate(line.tokens) if token.number), -1)
    post = line.citing.before.code if line.citing.before is not None else line.citing.post
    others = {token.text for token in line.tokens if token.word} - SEPARATORS - NOTES
    if first < 0 or post is None or others or any(token.text in ("/", "-") for token in line.tokens):
        return []
    year = line.possible(line.text(first))
    number = first if year is None else first + 1
    if not line.is_number(number) or len(line.text(number)) < 2:
        return []
    if year is None and line.citing.before is not None:
        year = line.citing.before.year
    return numbers_from(line, number, Post(post, number, False), year, first)[0]


def items_at(line: Line, at: int) -> tuple[list[Item], int]:
    """The items that begin at a token, and the index behind them."""
    year, name = year_before(line, at)
    post = post_at(line, name)
    if post is not None and is_agency(line, name - 1):
        return [], post.behind
    if post is None:
        return number_first(line, at)
    number = number_behind(line, post)
    if number is None:
        return number_first(line, at)
    return numbers_from(line, number, post, year, at)


def number_first(line: Line, at: int) -> tuple[list[Item], int]:
    """ "65088 STATE": the number before the post, where none stands behind it."""
    digits, name = line.text(at), at + 1
    if not line.mend or not line.is_number(at) or len(digits) < 2 or line.possible(digits) is not None:
        return [], at + 1
    name += line.text(name) == "/"
    post = post_at(line, name)
    if post is None or number_behind(line, post) is not None or line.text(post.behind).isdecimal():
        return [], at + 1
    begin, end = line.tokens[at].start, line.tokens[post.behind - 1].end
    return [Item(post.code, digits, None, begin, end, post.respelt)], post.behind


def year_before(line: Line, at: int) -> tuple[int | None, int]:
    """The year that begins at a token, and the index of the post's name behind it."""
    first, name = line.text(at), at + 1
    if first in BRACKETS and line.text(at + 2) == BRACKETS[first]:
        first, name = line.text(at + 1), at + 3
    elif first in ("'", "’"):
        first, name = line.text(at + 1), at + 2
    elif at and line.text(at - 1) in ("/", "-") and line.glued(at):
        return None, at  # the end of a date
    if not first.isdecimal() or len(first) not in (2, 4) or (len(first) == 4 and first[:2] not in ("19", "20")):
        return None, at
    if line.text(name) in ("-", "/", "."):
        name += 1
    return century(first), name
