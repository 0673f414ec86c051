"""The numbers of one post: lists, ranges, and the years that stand behind them."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.parse.header.citations.line import BRACKETS, LATEST, NOTES, SEPARATORS, Item, Line
from cablerdf.parse.header.citations.posts import Post, number_behind, post_at
from cablerdf.parse.header.dtg import century

THROUGH = frozenset(("-", "THROUGH", "THRU"))
RECENT, LATELY = 25, 10  # years: a bare tail is hardly older; one that may also end a range is later still
WIDEST = 20  # cables in a range
NEAR = 9  # a range as narrow as this may be meant where a year is possible too


class Year(NamedTuple):
    """A year behind a number; `doubtful` where it might be another number."""

    year: int
    behind: int
    doubtful: bool = False


def numbers_from(line: Line, at: int, post: Post, year: int | None, first: int) -> tuple[list[Item], int]:
    """All items of one post whose first number stands at `at`."""
    found: list[Item] = []
    begin = line.tokens[first].start
    if line.text(at - 1) == ")" and year is None:
        year = line.possible(line.text(at - 2))
    elif year is None and re.fullmatch(r"(?:19|20)\d\d|0\d", line.text(at)):
        behind = at + 1 + (line.text(at + 1) == "-")
        own = line.possible(line.text(at)) is None and in_range(line.text(at), line.text(behind))  # "LISBON 2092-2094"
        if line.is_number(behind) and (behind == at + 1 or len(line.text(behind)) > 2) and not own:
            year, at = century(line.text(at)), behind  # "LISBON 2008 401", "LISBON 2008-401"
    impossible = year is not None and year > (line.citing.year or LATEST)
    number: int | None = at
    while number is not None:
        token = line.tokens[number]
        respelt = post.respelt or token.respelt
        doubtful = impossible or post.doubtful or token.doubtful
        found.append(Item(post.code, token.text, year, begin, token.end, respelt, doubtful))
        at = number + 1
        suffix = year_behind(line, number) if year is None else None
        if suffix is not None:
            end, at = line.tokens[suffix.behind - 1].end, suffix.behind
            found = [one if one.year else one._replace(year=suffix.year) for one in found]
            found[-1] = found[-1]._replace(end=end, doubtful=suffix.doubtful or found[-1].doubtful)
        elif (upto := range_behind(line, number, found[-1])) is not None:
            found, at = [*found, *upto], at + 2
        number = next_number(line, at)
        begin = line.tokens[number].start if number is not None else begin
    return found, at


def year_behind(line: Line, at: int) -> Year | None:
    """The year behind the number at `at`: "(08)", "-08", "/08", "OF 2008", "99"."""
    sign, digits = line.text(at + 1), line.text(at + 2)
    if sign in BRACKETS and line.text(at + 3) == BRACKETS[sign]:
        year = line.possible(digits)
        next_post = post_at(line, at + 4)
        closed = line.text(len(line.tokens) - 1) == BRACKETS[sign]
        theirs = next_post is not None and number_behind(line, next_post) is not None and not closed
        return Year(year, at + 4) if year is not None and not theirs else None
    if sign.isdecimal() and len(sign) == 2 and not line.glued(at + 1) and post_at(line, at + 2) is None:
        year = line.possible(sign, RECENT)
        return Year(year, at + 2) if year is not None else None
    year = line.possible(digits, RECENT)
    if year is None:
        return None
    if sign == "OF" and len(digits) == 4:
        return Year(year, at + 3)
    if sign == "," and len(digits) == 4 and abs(int(digits) - int(line.text(at))) > 300:
        theirs = post_at(line, at + 3) is not None
        return None if theirs else Year(year, at + 3, year != line.citing.year)
    if sign in ("-", "/") and line.glued(at + 1) and line.glued(at + 2) and line.is_number(at + 2):
        last = int(line.text(at)[: -len(digits)] + digits) if len(digits) < len(line.text(at)) else int(digits)
        near = sign == "-" and int(line.text(at)) < last <= int(line.text(at)) + NEAR
        if near and line.possible(digits, LATELY) is None:
            return None  # a range
        return Year(year, at + 3, near and year != line.citing.year)
    return None


def range_behind(line: Line, at: int, first: Item) -> list[Item] | None:
    """The rest of a range: "142-145", "12345-47", "12 THROUGH 15"."""
    if line.text(at + 1) not in THROUGH or not line.is_number(at + 2):
        return None
    following = post_at(line, at + 3)
    if following is not None and number_behind(line, following) is not None:
        return None  # a year before the next post
    token = line.tokens[at + 2]
    kept = len(first.number) - len(token.text)
    last = int(first.number[: max(0, kept)] + token.text)
    if not in_range(first.number, str(last)):
        return None
    numbers = range(int(first.number) + 1, last + 1)
    return [first._replace(number=str(number), start=token.start, end=token.end) for number in numbers]


def in_range(first: str, last: str) -> bool:
    """Whether two numbers may begin and end a range."""
    return last.isdecimal() and int(first) < int(last) <= int(first) + WIDEST


def next_number(line: Line, at: int) -> int | None:
    """The index of a further number of the same post, behind a comma or AND."""
    index = at
    while line.text(index) in SEPARATORS or is_note(line, index):
        index += 3 if line.text(index) == "(" else 1
    signs = [token.text for token in line.tokens[at:index]]
    if not SEPARATORS & set(signs) or "-" in signs or not line.is_number(index) or len(line.text(index)) < 2:
        return None
    if "/" in signs and len(line.text(index)) != len(line.text(at - 1)):
        return None
    following = post_at(line, index + 1)
    if following is None:
        return index
    # a year before the next post's name is no number, nor is one that is printed before its own post
    theirs = line.possible(line.text(index)) is not None or number_behind(line, following) is None
    return None if theirs else index


def is_note(line: Line, at: int) -> bool:
    return line.text(at) in NOTES or (line.text(at) == "(" and line.text(at + 1) in NOTES and line.text(at + 2) == ")")
