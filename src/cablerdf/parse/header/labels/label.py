"""A label of the header, and what is known of labels: the rows of `header_labels.csv`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cablerdf.parse.header.scanned import FIGURE
from cablerdf.vocab.tables import mapping

SIGN = r"[ \t]*(?:[:;.,]|-(?=\s))"
# what must stand behind a label
FOLLOWS = {
    "executive_order": re.compile(rf"\s*+(?:{SIGN}:?\s*+)?[1IlL]{FIGURE}[\s,.]?{FIGURE}{{3}}\b|\s*+:\s*+(?:N/?A|\d)"),
    "tags": re.compile(rf"{SIGN}|[ \t]+\(?[A-Z]{{2,5}}(?:\b|[A-Z]+$)", re.M),
    "subject": re.compile(rf"{SIGN}|[ \t]+\S"),
    "references": re.compile(rf"{SIGN}|[ \t]+(?:\(?[A-Z]\)|[A-Z][.:]|[A-Z][ \t]|\d|[A-Z]{{3}})"),
    "classified_by": re.compile(rf"{SIGN}|\s+\S"),
    "declassify_on": re.compile(r"[ \t]*:"),
}
# what stands behind a misprinted label, so that it is one: a code, a post and its number
SHOWS = {
    "executive_order": FOLLOWS["executive_order"],
    "tags": re.compile(rf"(?:{SIGN})?\s*\(?(?P<code>[A-Za-z]{{2,5}})\b(?=[\s,;/(]|$)"),
    "subject": re.compile(rf"{SIGN}\s*\S"),
    "references": re.compile(
        rf"{SIGN}\s*(?:\(?[A-Z][.):]|(?:\d\d(?:\d\d)?[ \t]+)?[A-Z][A-Za-z .'-]{{2,25}}[ \t]\d|NONE\b)"
    ),
    "classified_by": re.compile(rf"(?:{SIGN})?\s*[A-Z]"),
}
PUNCTUATION = re.compile(r"[ \t]*+(?:[:;.,]++(?!\d)|-(?=\s))[\s:]*+|\s*+")
BEFORE = re.compile(r"[ \t]*[¶*>-]{1,3}[ \t]*")
REF_LETTER = re.compile(r"\(?[A-Z][.)][ \t]*$")
BARE = re.compile(r"[^A-Z]+")


class Label(NamedTuple):
    """A label found: its field, where it stands, where its content begins; `repaired` if it is misprinted."""

    field: str
    start: int
    content: int
    repaired: bool = False


def label_at(text: str, start: int, end: int, field: str, *, repaired: bool = False) -> Label:
    """The label between two offsets, the signs before it included."""
    content = PUNCTUATION.match(text, end)
    line = text.rfind("\n", 0, start) + 1
    letter = REF_LETTER.search(text, line, start) if field == "references" else None
    if letter is not None:  # "A. REF LISBON 12"
        return Label(field, letter.start(), letter.start())
    before = BEFORE.fullmatch(text, line, start)
    return Label(field, start if before is None else line, content.end() if content else end, repaired)


@lru_cache(maxsize=512)
def field_of(printed: str) -> str:
    """The field that a label of the table, as printed, introduces."""
    return mapping("header_labels", "label", "field")[" ".join(printed.upper().split())]


@cache
def bare_labels() -> dict[str, str]:
    """Labels without their points and blanks to their fields."""
    labels = mapping("header_labels", "label", "field")
    return {BARE.sub("", label): field for label, field in labels.items() if field in SHOWS}
