"""The cables that a piece of a reference line names: "08 STATE 65088, 65090 AND RABAT 12".

    item      := [year] post [filler] number [year] (separator number [year])* | number post
    year      := "08" | "2008" | "(08)" | "'08";  behind the number also "-08", "/08", "OF 2008"
    filler    := ":" | "#" | "-" | "," | "(C)" | the post's country | CABLE, TEL, NO ... of `reference_kinds.csv`

A year is one that is not after the citing cable's. What could be read in two ways is doubtful: it gets no id.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cablerdf.parse.header.citations.tokens import Token, post_words, tokens_of
from cablerdf.parse.header.dtg import century
from cablerdf.vocab.posts import country_code, initials, near_code, post_codes
from cablerdf.vocab.tables import rows

SEPARATORS = frozenset((",", "AND", "&", ";", "/", "+", "OR", "-"))
# what may stand, bracketed or not, between a number and the next
NOTES = frozenset(("NOTAL", "PREVIOUS", "EXDIS", "NODIS", "LIMDIS", "NOFORN"))
BRACKETS = {"(": ")", "[": "]"}
SIGNS = frozenset((":", "#", "-", ",", ".", "/"))
THROUGH = frozenset(("-", "THROUGH", "THRU"))
MARKINGS = frozenset(("U", "C", "S", "SBU", "LOU"))
EARLIEST, LATEST = 1960, 2015  # telegrams of this form
RECENT, LATELY = 25, 10  # years: a bare tail is hardly older; one that may also end a range is later still
LONGEST = 5  # words of a post's name
WIDEST = 20  # cables in a range
NEAR = 9  # a range as narrow as this may be meant where a year is possible too


class Item(NamedTuple):
    """One cable: its post's code, number, year as printed (None: that of the citing cable)."""

    code: str
    number: str
    year: int | None
    start: int
    end: int
    respelt: bool = False
    doubtful: bool = False


class Citing(NamedTuple):
    """The cable that cites: its year and post, as far as they are known; the item before, whose post goes on."""

    year: int | None = None
    post: str | None = None
    before: Item | None = None


class Post(NamedTuple):
    code: str
    behind: int  # index of the token behind the name
    respelt: bool


class Year(NamedTuple):
    """A year behind a number; `doubtful` where it might be another number."""

    year: int
    behind: int
    doubtful: bool = False


def find_items(text: str, start: int, stop: int, citing: Citing | None = None) -> list[Item]:
    """The cables named between two offsets. Only for a reference line is `citing` given: it may be damaged."""
    line = _Line(tokens_of(text, start, stop), citing or Citing(), citing is not None)
    found = line.bare_numbers() if line.mend else []
    at = len(line.tokens) if found else 0
    while at < len(line.tokens):
        items, at = line.items_at(at)
        found += items
    return found


@cache
def kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("reference_kinds")}


class _Line:
    """The tokens of a piece, read from left to right."""

    def __init__(self, tokens: list[Token], citing: Citing, mend: bool) -> None:
        self.tokens = tokens
        self.citing = citing
        self.mend = mend

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].glued

    def is_number(self, at: int) -> bool:
        """Whether a number of a cable stands there: no part of a date, and no letters stick to it."""
        digits = self.text(at)
        if not digits.isdecimal() or not int(digits) or len(digits) > 7:
            return False
        if self.glued(at + 1) and self.tokens[at + 1].word:
            return len(self.text(at + 1)) == 1 and self.text(at + 2) in (".", ")")
        dated = self.text(at + 1) in ("/", "-") and self.text(at + 2).isdecimal() and self.glued(at + 3)
        return not (dated and self.text(at + 3) == self.text(at + 1))

    def possible(self, digits: str, within: int = 50) -> int | None:
        """The year that digits stand for, if a citing cable may name it; the last `within` years are looked at."""
        if not (digits.isdecimal() and len(digits) in (2, 4)):
            return None
        year = century(digits)
        latest = self.citing.year or LATEST
        return year if max(EARLIEST, latest - within) <= year <= latest else None

    def bare_numbers(self) -> list[Item]:
        """Numbers without a post: of the post before, else of the citing post."""
        first = next((at for at, token in enumerate(self.tokens) if token.number), -1)
        post = self.citing.before.code if self.citing.before is not None else self.citing.post
        others = {token.text for token in self.tokens if token.word} - SEPARATORS - NOTES
        if first < 0 or post is None or others or any(token.text in ("/", "-") for token in self.tokens):
            return []
        year = self.possible(self.text(first))
        number = first if year is None else first + 1
        if not self.is_number(number) or len(self.text(number)) < 2:
            return []
        if year is None and self.citing.before is not None:
            year = self.citing.before.year
        return self.numbers_from(number, Post(post, number, False), year, first)[0]

    def items_at(self, at: int) -> tuple[list[Item], int]:
        """The items that begin at a token, and the index behind them."""
        year, name = self.year_before(at)
        post = self.post_at(name)
        if post is None or self.is_agency(name - 1):
            return self.number_first(at)
        number = self.number_behind(post)
        if number is None:
            return self.number_first(at)
        return self.numbers_from(number, post, year, at)

    def is_agency(self, at: int) -> bool:
        """Whether the post belongs to another agency: USDAO PARIS."""
        return kinds().get(self.text(at)) in ("other", "report")

    def year_before(self, at: int) -> tuple[int | None, int]:
        """The year that begins at a token, and the index of the post's name behind it."""
        first, name = self.text(at), at + 1
        if first in BRACKETS and self.text(at + 2) == BRACKETS[first]:
            first, name = self.text(at + 1), at + 3
        elif first in ("'", "’"):
            first, name = self.text(at + 1), at + 2
        elif at and self.text(at - 1) in ("/", "-") and self.glued(at):
            return None, at  # the end of a date
        if not first.isdecimal() or len(first) not in (2, 4) or (len(first) == 4 and first[:2] not in ("19", "20")):
            return None, at
        if self.text(name) in ("-", "/", "."):
            name += 1
        return century(first), name

    def post_at(self, at: int) -> Post | None:
        """The post whose name begins at a token: the longest that the table has, else one much like it."""
        words: list[str] = []
        best: Post | None = None
        respelt, index = False, at
        while index < len(self.tokens) and len(words) < LONGEST:
            token = self.tokens[index]
            if token.text == "-" and token.glued and self.glued(index + 1) and words:
                index += 1
                continue
            if not token.word:
                break
            words.append(token.text)
            respelt = respelt or token.respelt
            code = post_codes().get(" ".join(words)) or post_codes().get("-".join(words))
            index += 1
            if code is not None:
                best = Post(code, index, respelt)
        if not words or not self.mend or (best is not None and self.number_behind(best) is not None):
            return best
        return self.like_a_post(words, index) or best

    def like_a_post(self, words: list[str], behind: int) -> Post | None:
        """The post that words before a number may be a misprint of, or the initials of."""
        while words and kinds().get(words[-1]) == "cable":
            words = words[:-1]
        if any(
            word in kinds() or (len(word) < 3 and word not in post_words())
            for word in words[:-1] + words[-1:] * (len(words) > 1)
        ):
            return None
        if not self.is_number(behind + (self.text(behind) == "#")) or len(words) > 4:
            return None
        if len(words) == 1 and self.citing.post is not None and words[0] == initials(self.citing.post):
            return Post(self.citing.post, behind, True)
        code = near_code(" ".join(words))
        return Post(code, behind, True) if code is not None else None

    def number_behind(self, post: Post) -> int | None:
        """The index of the number behind a post's name."""
        at = post.behind
        if self.text(at) == country_code(post.code) and self.text(at + 1).isdecimal():
            at += 1  # "MADRID SP 0307"
        while kinds().get(self.text(at)) == "cable":
            at += 1
        if self.text(at) in SIGNS:
            at += 1
        if self.text(at) == "(" and self.text(at + 2) == ")" and self.text(at + 1) in MARKINGS:
            at += 3
        elif self.text(at) == "(" and self.text(at + 2) == ")" and len(self.text(at + 1)) > 2:
            at += 1  # "LISBON (401)"
        elif self.text(at) == "(" and self.text(at + 2) == ")" and self.is_number(at + 3):
            return at + 3 if self.possible(self.text(at + 1)) is not None else None  # "LISBON (08) 401"
        return at if self.is_number(at) else None

    def number_first(self, at: int) -> tuple[list[Item], int]:
        """ "65088 STATE": the number before the post, where none stands behind it."""
        digits, name = self.text(at), at + 1
        if not self.mend or not self.is_number(at) or len(digits) < 2 or self.possible(digits) is not None:
            return [], at + 1
        name += self.text(name) == "/"
        post = self.post_at(name)
        if post is None or self.number_behind(post) is not None or self.text(post.behind).isdecimal():
            return [], at + 1
        begin, end = self.tokens[at].start, self.tokens[post.behind - 1].end
        return [Item(post.code, digits, None, begin, end, post.respelt)], post.behind

    def numbers_from(self, at: int, post: Post, year: int | None, first: int) -> tuple[list[Item], int]:
        """All items of one post whose first number stands at `at`."""
        found: list[Item] = []
        begin = self.tokens[first].start
        if self.text(at - 1) == ")" and year is None:
            year = self.possible(self.text(at - 2))
        elif year is None and re.fullmatch(r"(?:19|20)\d\d|0\d", self.text(at)):
            behind = at + 1 + (self.text(at + 1) == "-")
            if self.is_number(behind) and (behind == at + 1 or len(self.text(behind)) > 2):
                year, at = century(self.text(at)), behind  # "LISBON 2008 401", "LISBON 2008-401"
        impossible = year is not None and year > (self.citing.year or LATEST)
        number: int | None = at
        while number is not None:
            token = self.tokens[number]
            respelt = post.respelt or token.respelt
            found.append(Item(post.code, token.text, year, begin, token.end, respelt, impossible))
            at = number + 1
            suffix = self.year_behind(number) if year is None else None
            if suffix is not None:
                end, at = self.tokens[suffix.behind - 1].end, suffix.behind
                found = [one if one.year else one._replace(year=suffix.year) for one in found]
                found[-1] = found[-1]._replace(end=end, doubtful=suffix.doubtful)
            elif (upto := self.range_behind(number, found[-1])) is not None:
                found, at = [*found, *upto], at + 2
            number = self.next_number(at)
            begin = self.tokens[number].start if number is not None else begin
        return found, at

    def year_behind(self, at: int) -> Year | None:
        """The year behind the number at `at`: "(08)", "-08", "/08", "OF 2008", "99"."""
        sign, digits = self.text(at + 1), self.text(at + 2)
        if sign in BRACKETS and self.text(at + 3) == BRACKETS[sign]:
            year = self.possible(digits)
            next_post = self.post_at(at + 4)
            closed = self.text(len(self.tokens) - 1) == BRACKETS[sign]
            theirs = next_post is not None and self.number_behind(next_post) is not None and not closed
            return Year(year, at + 4) if year is not None and not theirs else None
        if sign.isdecimal() and len(sign) == 2 and not self.glued(at + 1) and self.post_at(at + 2) is None:
            year = self.possible(sign, RECENT)
            return Year(year, at + 2) if year is not None else None
        year = self.possible(digits, RECENT)
        if year is None:
            return None
        if sign == "OF" and len(digits) == 4:
            return Year(year, at + 3)
        if sign == "," and len(digits) == 4 and abs(int(digits) - int(self.text(at))) > 300:
            theirs = self.post_at(at + 3) is not None
            return None if theirs else Year(year, at + 3, year != self.citing.year)
        if sign in ("-", "/") and self.glued(at + 1) and self.glued(at + 2) and self.is_number(at + 2):
            last = int(self.text(at)[: -len(digits)] + digits) if len(digits) < len(self.text(at)) else int(digits)
            near = sign == "-" and int(self.text(at)) < last <= int(self.text(at)) + NEAR
            if near and self.possible(digits, LATELY) is None:
                return None  # a range
            return Year(year, at + 3, near and year != self.citing.year)
        return None

    def range_behind(self, at: int, first: Item) -> list[Item] | None:
        """The rest of a range: "142-145", "12345-47", "12 THROUGH 15"."""
        if self.text(at + 1) not in THROUGH or not self.is_number(at + 2):
            return None
        following = self.post_at(at + 3)
        if following is not None and self.number_behind(following) is not None:
            return None  # a year before the next post
        token = self.tokens[at + 2]
        kept = len(first.number) - len(token.text)
        last = int(first.number[: max(0, kept)] + token.text)
        if not int(first.number) < last <= int(first.number) + WIDEST:
            return None
        numbers = range(int(first.number) + 1, last + 1)
        return [first._replace(number=str(number), start=token.start, end=token.end) for number in numbers]

    def next_number(self, at: int) -> int | None:
        """The index of a further number of the same post, behind a comma or AND."""
        index = at
        while self.text(index) in SEPARATORS or self.is_note(index):
            index += 3 if self.text(index) == "(" else 1
        signs = [token.text for token in self.tokens[at:index]]
        if not SEPARATORS & set(signs) or "-" in signs or not self.is_number(index) or len(self.text(index)) < 2:
            return None
        if "/" in signs and len(self.text(index)) != len(self.text(at - 1)):
            return None
        following = self.post_at(index + 1)
        if following is None:
            return index
        # a year before the next post's name is no number, nor is one that is printed before its own post
        theirs = self.possible(self.text(index)) is not None or self.number_behind(following) is None
        return None if theirs else index

    def is_note(self, at: int) -> bool:
        return self.text(at) in NOTES or (
            self.text(at) == "(" and self.text(at + 1) in NOTES and self.text(at + 2) == ")"
        )
