"""The words of a Classified By line, each judged to be of a title or of a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from cablerdf.parse.header.classifier.words import given_names, is_title, modifiers

TOKEN = re.compile(r"[^\s,;]+|[,;]")
PARTICLES = frozenset("de da del della di du la le van von der den bin al el y dos do".split())  # noqa: SIM905


class Token(NamedTuple):
    """A word of the line, where it stands, and whether it belongs to a title."""

    text: str
    start: int
    end: int
    title: bool
    comma: bool


def cut_tokens(head: str, offset: int) -> list[Token]:
    """The words of a line, each judged by the tables to be of a title or of a name."""
    found: list[Token] = []
    for match in TOKEN.finditer(head, offset):
        if match[0] in ",;":
            if found:
                found[-1] = found[-1]._replace(comma=True)
            continue
        word = match[0]
        # "E.JONES": initial and name run together
        if (joined := re.fullmatch(r"((?:[A-Z]\.)+)([A-Z][A-Za-z'’-]{2,}\.?)", word)) is not None:
            found.append(Token(joined[1], match.start(), match.start() + len(joined[1]), False, False))
            found.append(Token(joined[2], match.start() + len(joined[1]), match.end(), is_title(joined[2]), False))
            continue
        if found and not found[-1].comma and torn(head[found[-1].end : match.end()], word):
            whole = found[-1].text + word
            found[-1] = Token(whole, found[-1].start, match.end(), is_title(whole), False)
            continue
        found.append(Token(word, *match.span(), is_title(word), False))
    if len(found) > 2 and not found[0].title and is_symbol(found):
        found[0] = found[0]._replace(title=True)
    return [unmasked(found, at) for at in range(len(found))]


def is_symbol(tokens: list[Token]) -> bool:
    """Whether the first word is an office symbol: capitals before a name that is not ("SCA Jane A. Roe")."""
    first = tokens[0].text
    return first.isupper() and first.isalpha() and 2 <= len(first) <= 5 and any(map(str.islower, tokens[1].text))


def torn(between: str, word: str) -> bool:
    """Whether a word is the rest of one that the end of a line tore: "Michae\\nl"."""
    return (
        len(word) <= 3
        and word.islower()
        and "\n" in between
        and word not in PARTICLES | {"of", "for", "and", "to", "at", "by"}
    )


def unmasked(tokens: list[Token], at: int) -> Token:
    """The token; a family name that is also a word of titles ("Jane Mines") is a name."""
    token = tokens[at]
    last = at == len(tokens) - 1 or token.comma
    if not last or not token.title or at == 0 or tokens[at - 1].title or tokens[at - 1].comma:
        return token
    before = tokens[at - 1].text.strip(".").upper()
    if token.text.strip(".,").upper() in modifiers() and (before in given_names() or len(before) == 1):
        return token._replace(title=False)
    return token


def split_two(tokens: list[Token]) -> list[list[Token]]:
    """The parts before and after AND where each names somebody in an office."""
    for at, token in enumerate(tokens):
        if token.text.upper() not in ("AND", "&") or not 0 < at < len(tokens) - 1:
            continue
        before, after = tokens[:at], tokens[at + 1 :]
        if all(part[0].title and not part[-1].title for part in (before, after)):
            return [before, after]
    return [tokens]
