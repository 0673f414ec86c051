"""What pages, mail and scanners put about a telegram's lines, blanked out: entities, quotation, bold type, dust.

Everything keeps its place: what is left out becomes as many blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from cablerdf.model import Span
from cablerdf.vocab.tables import rows

HEAD = 8_000  # characters: dust is looked for before labels alone
QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M)
MOST = 0.8  # of the lines that are not empty are quoted in mail that is quoted
BLANK = "&nbsp;"
# signs of bold type about a word or a label: "**SUBJECT:**", "<b>TAGS</b>:"
BOLD = re.compile(
    r"(?P<open>[*_<](?<![^\s*_<].)(?:(?<=\*)\*?|(?<=_)_|(?<=<)[bB]>))(?P<words>[A-Z][A-Za-z.() ]{1,24}:?)"
    r"(?P<close>\*{1,2}|__|</[bB]>)"
)
CLOSES = {"*": "*", "**": "**", "__": "__", "<b>": "</b>"}
SPECKS = "|'~.`_\\\\·•"


def quotation(text: str) -> Iterator[Span]:
    """The signs before the lines of mail that was answered, where nearly all lines have them."""
    if not text.lstrip().startswith(">"):
        return
    found = [Span(*sign.span()) for sign in QUOTED.finditer(text)]
    if len(found) >= MOST * sum(1 for line in text.split("\n") if line.strip()):
        yield from found


def entities(text: str) -> Iterator[Span]:
    at = text.find(BLANK)
    while at >= 0:
        yield Span(at, at + len(BLANK))
        at = text.find(BLANK, at + len(BLANK))


def bold(text: str) -> Iterator[Span]:
    if "*" not in text and "__" not in text and "<b>" not in text and "<B>" not in text:
        return
    for found in BOLD.finditer(text):
        if CLOSES.get(found["open"].lower()) == found["close"].lower():
            yield Span(*found.span("open"))
            yield Span(*found.span("close"))


@cache
def dust_pattern() -> re.Pattern[str]:
    """One or two specks at a line's start before a label of the header."""
    labels = "|".join(
        re.escape(row["label"]).replace(r"\ ", r"[ \t]") for row in rows("header_labels") if len(row["label"]) > 1
    )
    return re.compile(rf"\n[ \t]*(?P<speck>[{SPECKS}]{{1,2}})(?=[ \t]?(?i:{labels})(?![A-Za-z]))")


def dust(text: str) -> Iterator[Span]:
    for found in dust_pattern().finditer(text, 0, HEAD):
        yield Span(*found.span("speck"))


class Mark(NamedTuple):
    """A kind of thing that is left out: the code and message of its problem, what finds where it stands."""

    code: str
    message: str
    find: Callable[[str], Iterator[Span]]


# in order: quoted mail may hold bold type
MARKS = (
    Mark("mail-quoted", "the signs of quoted mail before {} lines are left out", quotation),
    Mark("page-blanks", "{} entities of a page are read as blanks", entities),
    Mark("bold-type", "{} signs of bold type are left out", bold),
    Mark("specks", "{} specks before labels are left out", dust),
)
