"""The post of a reference: the name as the table has it, a misprint of it, its initials; and its number behind it."""

from __future__ import annotations

from typing import NamedTuple

from cablerdf.parse.header.citations.line import SEPARATORS, Line, kinds
from cablerdf.vocab.posts import country_code, initials, near_code, post_codes

SIGNS = frozenset((":", "#", "-", ",", ".", "/"))
MARKINGS = frozenset(("U", "C", "S", "SBU", "LOU"))
# words before a post that are no part of its name
LEADING = SEPARATORS | {"SEE", "ALSO", "IN", "OF", "FROM", "AT", "AS", "PER", "REF", "REFS", "REFTEL"}
LONGEST = 5  # words of a post's name


class Post(NamedTuple):
    """A post's code; `doubtful` where the words may be no misprint of it."""

    code: str
    behind: int  # index of the token behind the name
    respelt: bool
    doubtful: bool = False


def post_at(line: Line, at: int) -> Post | None:
    """The post whose name begins at a token: the longest that the table has, else one much like it."""
    words: list[str] = []
    best: Post | None = None
    respelt, index = False, at
    while index < len(line.tokens) and len(words) < LONGEST:
        token = line.tokens[index]
        if token.text == "-" and token.glued and line.glued(index + 1) and words:
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
    if not words or not line.mend or (best is not None and number_behind(line, best) is not None):
        return best
    return like_a_post(line, words, index) or best


def like_a_post(line: Line, words: list[str], behind: int) -> Post | None:
    """The post that words before a number may be a misprint of, or the initials of."""
    while words and kinds().get(words[-1]) == "cable":
        words = words[:-1]
    if any(word in kinds() for word in words[:-1] + words[-1:] * (len(words) > 1)):
        return None
    known = " ".join(words[1:]) in post_codes()  # "UK ROME" may be ROME
    if not words or words[0] in LEADING or len(words[-1]) < 2 or (known and len(words[0]) < 2):
        return None
    if not line.is_number(behind + (line.text(behind) == "#")) or len(words) > 4:
        return None
    if len(words) == 1 and line.citing.post is not None and words[0] == initials(line.citing.post):
        return Post(line.citing.post, behind, True)
    code = near_code(" ".join(words))
    return Post(code, behind, True, known) if code is not None else None


def number_behind(line: Line, post: Post) -> int | None:
    """The index of the number behind a post's name."""
    at = post.behind
    if line.text(at) == country_code(post.code) and line.text(at + 1).isdecimal():
        at += 1  # "MADRID SP 0307"
    while kinds().get(line.text(at)) == "cable":
        at += 1
    if line.text(at) in SIGNS:
        at += 1
    if line.text(at) == "(" and line.text(at + 2) == ")" and line.text(at + 1) in MARKINGS:
        at += 3
    elif line.text(at) == "(" and line.text(at + 2) == ")" and len(line.text(at + 1)) > 2:
        at += 1  # "LISBON (401)"
    elif line.text(at) == "(" and line.text(at + 2) == ")" and line.is_number(at + 3):
        return at + 3 if line.possible(line.text(at + 1)) is not None else None  # "LISBON (08) 401"
    return at if line.is_number(at) else None


def is_agency(line: Line, at: int) -> bool:
    """Whether the post belongs to another agency: USDAO PARIS."""
    return kinds().get(line.text(at)) in ("other", "report")
