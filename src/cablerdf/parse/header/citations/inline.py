"""Cables that the running text cites: "as reported in 08 STATE 65088", "(MADRID 2077)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablerdf.model import Reference, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.citations.items import find_items
from cablerdf.parse.header.citations.line import Item
from cablerdf.vocab.posts import id_of, same_id

# it begins with a figure, which is rarer than a capital: the engine looks for it fast
NUMBER = re.compile(r"(?P<number>[0-9](?<=[A-Z][ \t].)[0-9]{1,5})(?![0-9])")
# what leads to a citation: "(", "(see ", "reported in ", "reftel", "copy of "
WORDS = "see|in|per|cables?|reftels?|refs?|septel|reported|and|telegrams?|also|by|references|replaces|corrects|copy of"
LEAD = re.compile(rf"(?:\((?:[^()]{{0,60}}[ ,;])?|\b(?:{WORDS})[ \t:]+)$", re.I)
CLOSE = re.compile(r"[ \t]*(?:[),;:]|[.](?!\d)|$|\n|\(NOTAL|and\b|--)", re.I)
NAME = re.compile(
    r"(?:(?:^|(?<=[\s(]))(?:(?:19|20)?\d\d)[ \t]++)?[A-Z][A-Z.'’-]{1,39}+(?:[ \t]++[A-Z][A-Z.'’-]{1,39}+){0,3}[ \t]++$"
)


def read_inline_references(draft: Draft) -> None:
    """Set `inline_references`: each cable that the body names, once, where its REF line does not."""
    body = draft.zones.body
    if body is None or draft.issued is None:
        return
    year = int(draft.issued[:4])
    seen = {reference.id for reference in draft.references} | {draft.id}
    found: list[Reference] = []
    for item in body_items(draft.clean, body.start, body.end):
        name = id_of(item.year if item.year is not None else year, item.code, item.number)
        if name in seen:
            continue
        seen.add(name)
        span = Span(item.start, item.end)
        printed = " ".join(span.of(draft.clean).split())
        found.append(Reference(label=None, text=printed, id=name, inline=True, same_as=same_id(name), span=span))
    draft.inline_references = tuple(found)


def body_items(text: str, start: int, stop: int) -> Iterator[Item]:
    """The citations in a running text.

    A post in capitals with a number is one when a year of two digits stands before it, when
    the number is padded with noughts, or when it stands within brackets or behind a word
    that cites; nothing that could be counted may follow.
    """
    for number in NUMBER.finditer(text, start, stop):
        at = number.start("number")
        digits = number["number"]
        name = NAME.search(text, max(start, at - 40), at)
        padded = digits.startswith("0") and len(digits) >= 5
        if name is None or not (padded or CLOSE.match(text, number.end())):
            continue
        items = [item for item in find_items(text, name.start(), number.end()) if not (item.respelt or item.doubtful)]
        if not items or items[-1].end != number.end():
            continue
        item = items[-1]
        dated = item.year is not None and len(text[item.start : item.start + 2].strip()) == 2
        if padded or dated or (led(text, start, item.start) and not year_like(digits)):
            yield item


def led(text: str, start: int, at: int) -> bool:
    """Whether a word that cites, or an open bracket, stands before; a text all in capitals is not trusted."""
    return LEAD.search(text, max(start, at - 70), at) is not None and not text[max(start, at - 120) : at].isupper()


def year_like(number: str) -> bool:
    """Whether a number may be a year: "BEIJING 2008"."""
    return len(number) == 4 and number.startswith(("19", "20"))
