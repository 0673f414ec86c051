"""Labels that are misprinted, torn or glued: by edit distance, where what follows is what their field holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

from cablerdf.parse.header.labels.label import BARE, SHOWS, SIGN, Label, bare_labels, label_at
from cablerdf.parse.header.scanned import letters
from cablerdf.parse.header.tags import tag_kinds
from cablerdf.vocab.tables import mapping, rows

LINE = r"^[ \t]*(?:[¶*>-]{1,3}[ \t]*|\([A-Z]{1,3}\)[ \t]*)?"
# where a misprinted label may stand: before a sign at a line's start; without one before what its field holds
AT_LINE = re.compile(rf"{LINE}(?P<words>[\w.()][\w.() ]{{1,22}}?)(?=[ \t]*(?:[:;,]|-\s)|\.\s)", re.M)
UNSIGNED = {
    "tags": re.compile(rf"{LINE}(?P<words>\w{{1,5}}(?:[ \t]\w{{1,3}})?)(?=[ \t]+\(?[A-Z]{{2,5}}[\s,])", re.M),
    "classified_by": re.compile(rf"{LINE}(?P<words>\w{{3,12}}[ \t]?\w{{1,10}}(?:[ \t]\w\w?)?)(?=[ \t]+[A-Z])", re.M),
    "executive_order": re.compile(
        rf"{LINE}(?P<words>[\w.]{{1,4}})(?=\s*+(?:{SIGN}\s*+)?(?P<order>1[1-3]\d{{3}})\b)", re.M
    ),
}
# the words before a colon within a line
INNER = re.compile(r"(?:(?<=[\s.)])|^)[A-Za-z0158][\w.()]{1,9}(?:[ \t]+(?:BY|By|by|8Y|FROM|From))?[ \t]*$")
GLUED = re.compile(r"(?<=\S\S)(?:(?<!DE)CLASSIFIED BY|(?<!De)Classified [Bb]y|(?<=\d)TAGS)\b")

Candidate = tuple[int, int, str | None]  # start, end, the field that it may be the label of


def misprinted_labels(text: str, start: int, stop: int, missing: set[str]) -> Iterator[Label]:
    """The labels of fields that have none: glued to the word before, misprinted, torn."""
    for begin, end, field in chain(
        glued(text, start, stop), at_lines(text, start, stop, missing), inner(text, start, stop)
    ):
        if field in missing and shows(text, end, field):
            missing.discard(field)
            yield label_at(text, begin, end, field, repaired=True)


def glued(text: str, start: int, stop: int) -> Iterator[Candidate]:
    """Labels that stick to the word before them."""
    for colon in colons(text, start, stop):
        words = text[max(start, colon - 16) : colon]
        if words.endswith(glued_forms()):
            label = next(label for label in glued_labels() if words.endswith(label))
            if len("".join(words[: -len(label)][-2:].split())) == 2:
                yield colon - len(label), colon, glued_labels()[label]
    for found in GLUED.finditer(text, start, stop):
        yield *found.span(), "tags" if found[0] == "TAGS" else "classified_by"


def inner(text: str, start: int, stop: int) -> Iterator[Candidate]:
    """Words before a colon within a line."""
    for colon in colons(text, start, stop):
        found = INNER.search(text, max(start, colon - 16), colon)
        if found is not None:
            yield *found.span(), misprint_of(found[0])


def colons(text: str, start: int, stop: int) -> Iterator[int]:
    colon = text.find(":", start, stop)
    while colon >= 0:
        yield colon
        colon = text.find(":", colon + 1, stop)


def at_lines(text: str, start: int, stop: int, missing: set[str]) -> Iterator[Candidate]:
    """(start, end, field) of what may be a label at a line's start."""
    for match in AT_LINE.finditer(text, start, stop):
        if not match["words"][0].islower() or text.startswith((":", " :"), match.end()):
            yield *match.span("words"), misprint_of(match["words"])
    for field, pattern in UNSIGNED.items():
        if field not in missing:
            continue
        for match in pattern.finditer(text, start, stop):
            found = misprint_of(match["words"]) if field != "executive_order" else order_of(match)
            yield *match.span("words"), found


def order_of(match: re.Match[str]) -> str | None:
    """The field E.O., where a letter or two before the number of an order are what is left of it."""
    known = match["order"] in {row["order"] for row in rows("executive_orders")}
    left = BARE.sub("", letters(match["words"]))
    return "executive_order" if known and OSA.distance(left, "EO") < 2 else None


def shows(text: str, at: int, field: str) -> bool:
    """Whether what stands behind a misprinted label is what its field holds."""
    found = SHOWS[field].match(text, at)
    return found is not None and (field != "tags" or found["code"].upper() in tag_kinds())


@cache
def glued_labels() -> dict[str, str]:
    """Labels as they may stick to a word, capitals or titled, the longest first, to their fields."""
    labels = mapping("header_labels", "label", "field")
    longest = sorted((label for label in labels if len(label) > 2), key=lambda label: (-len(label), label))
    return {form: labels[label] for label in longest for form in (label, label.title()) if labels[label] in SHOWS}


@cache
def glued_forms() -> tuple[str, ...]:
    return tuple(glued_labels())


@lru_cache(maxsize=4096)
def misprint_of(printed: str) -> str | None:
    """The field whose label a word may be a misprint of: one sign wrong, or two of a long label.

    >>> misprint_of("SUBEJCT"), misprint_of("TAG5"), misprint_of("CIASSIFIED 8Y"), misprint_of("SUMMARY")
    ('subject', 'tags', 'classified_by', None)
    """
    word = BARE.sub("", letters(printed))
    if not 2 <= len(word) <= 18:
        return None
    for read in (word, word.replace("RN", "M")) if "RN" in word else (word,):
        near = [
            (distance, field)
            for label, field in bare_labels().items()
            if -3 < len(label) - len(read) < 3
            and (distance := OSA.distance(read, label, score_cutoff=2)) <= (2 if len(label) > 5 else 1)
            and (len(label) > 2 or distance == 0)
        ]
        if near:
            return min(near)[1]
    return None
