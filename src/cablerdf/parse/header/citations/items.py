"""The cables that a piece of a reference line names: "08 STATE 65088, 65090 AND RABAT 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.parse.header.dtg import century
from cablerdf.parse.header.posts import near_code, post_codes

TOKEN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|\d+|[^\s]")
SEPARATORS = {",", "AND", "&", ";", "/", "+", "OR"}
# what may stand before a further number: "(NOTAL), 65090"
BETWEEN = SEPARATORS | {"-", "NOTAL"}
# before a post's name these make it another agency's telegram
AGENCIES = {"USDAO", "DAO", "IIR", "TD", "TDX", "FBIS", "CIA", "DIA", "SECDEF", "JCS", "OSC", "TACON"}
LONGEST = 5


class Item(NamedTuple):
    """One cable: its post's code, number, year as printed (None: that of the citing cable)."""

    code: str
    number: str
    year: int | None
    start: int
    end: int
    respelt: bool = False


class Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        return self.text.isdigit()


def tokens_of(text: str, start: int, stop: int) -> list[Token]:
    upper = text[start:stop].upper()
    if len(upper) != stop - start:
        upper = text[start:stop]
    return [Token(match[0], start + match.start(), start + match.end()) for match in TOKEN.finditer(upper)]


def find_items(text: str, start: int, stop: int, carried: Item | None = None) -> list[Item]:
    """The cables named between two offsets; a bare number is of `carried`'s post."""
    tokens = tokens_of(text, start, stop)
    found: list[Item] = []
    at = 0
    if carried is not None and tokens and tokens[0].number and len(tokens[0].text) >= 2:
        alone = all(token.number or token.text in SEPARATORS or not token.text[0].isalnum() for token in tokens)
        if alone and (item := more(tokens, 0, carried)) is not None:
            found, at = [item], 1
    while at < len(tokens):
        item, after = item_at(tokens, at)
        if item is None:
            at += 1
            continue
        found.append(item)
        at = after
        while (number := next_number(tokens, at)) is not None:
            found += list(numbers(tokens, number, found[-1]))
            at = number + 1
    return found


def item_at(tokens: list[Token], at: int) -> tuple[Item | None, int]:
    """The item that begins at a token, and the index behind it."""
    first = tokens[at]
    year = None
    name = at
    if first.text == "(" and enclosed_year(tokens, at) is not None:
        year, name = enclosed_year(tokens, at), at + 3
    elif first.number and len(first.text) in (2, 4) and at + 1 < len(tokens) and not tokens[at + 1].number:
        if len(first.text) == 4 and not first.text.startswith(("19", "20")):
            return None, at
        year, name = century(first.text), at + 1
        # an apostrophe or dash may stand between: "08-STATE-123"
        if tokens[name].text in ("-", "/", ".") and name + 1 < len(tokens):
            name += 1
    if at and tokens[at - 1].text in AGENCIES:
        return None, at
    code, behind, respelt = post_at(tokens, name)
    if code is None or behind >= len(tokens):
        return None, at
    if not tokens[behind].number and len(tokens[behind].text) <= 3 and behind + 1 < len(tokens):
        behind += 1  # "MADRID SP 0307", "STATE: 12", "PARIS #12"
    if not tokens[behind].number or len(tokens[behind].text) > 7:
        return None, at
    number = tokens[behind]
    following = tokens[behind + 1] if behind + 1 < len(tokens) else None
    if year is None and (suffix := enclosed_year(tokens, behind + 1)) is not None:
        if post_at(tokens, behind + 4)[0] is None:
            return Item(code, number.text, suffix, first.start, tokens[behind + 3].end, respelt), behind + 4
    elif (
        year is None and following is not None and following.number and re.fullmatch(r"(?:19|20)\d\d|0\d", number.text)
    ):
        year, number, behind = century(number.text), following, behind + 1
    return Item(code, number.text, year, first.start, number.end, respelt), behind + 1


def enclosed_year(tokens: list[Token], at: int) -> int | None:
    """The year in "(08)", or None."""
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return None
    digits = tokens[at + 1].text
    return century(digits) if re.fullmatch(r"[09]\d|1[0-5]|(?:19|20)\d\d", digits) else None


def post_at(tokens: list[Token], at: int) -> tuple[str | None, int, bool]:
    """The code of the longest name of a post that begins at a token, and the index behind it."""
    words: list[str] = []
    best: tuple[str | None, int, bool] = (None, at, False)
    for index in range(at, min(at + LONGEST, len(tokens))):
        if tokens[index].number or not tokens[index].text[0].isalpha():
            break
        words.append(tokens[index].text.rstrip(".").replace("’", "'"))
        code = post_codes().get(" ".join(words))
        if code is not None:
            best = (code, index + 1, False)
    if best[0] is None and len(words) == 1 and at + 1 < len(tokens) and tokens[at + 1].number:
        code = near_code(words[0])
        if code is not None:
            return code, at + 1, True
    return best


def next_number(tokens: list[Token], at: int) -> int | None:
    """The index of a further number of the same post, behind a comma or AND."""
    index = at
    while index < len(tokens) and tokens[index].text in BETWEEN:
        index += 1
    dashes = [token.text for token in tokens[at:index]].count("-")
    if dashes and (index != at + 1 or (index + 1 < len(tokens) and tokens[index + 1].text in ("/", "-"))):
        return None
    if index == at or index >= len(tokens) or not tokens[index].number or len(tokens[index].text) < 2:
        return None
    # a year before the next post's name is no number
    if index + 1 < len(tokens) and post_at(tokens, index + 1)[0] is not None and len(tokens[index].text) in (2, 4):
        return None
    return index


def more(tokens: list[Token], at: int, like: Item) -> Item | None:
    return Item(like.code, tokens[at].text, like.year, tokens[at].start, tokens[at].end)


def numbers(tokens: list[Token], at: int, before: Item) -> Iterator[Item]:
    """The further number, or all those of a range: "142-145", "12345-47"."""
    token = tokens[at]
    if tokens[at - 1].text == "-":
        first, digits = int(before.number), token.text
        last = int(before.number[: max(0, len(before.number) - len(digits))] + digits)
        if not first < last <= first + 20:
            return
        for number in range(first + 1, last + 1):
            yield Item(before.code, str(number), before.year, token.start, token.end)
        return
    yield Item(before.code, token.text, before.year, token.start, token.end)
