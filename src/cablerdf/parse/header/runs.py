"""The labelled header cut into runs: one for each E.O., TAGS, SUBJECT, REF, Classified By.

The labels are rows of `header_labels.csv`. Labels as the table has them are looked for first; for a field without one
a misprint is looked for where a label may stand: at a line's start, or before a colon. Each field's own module gets
the short run of text behind its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from cablerdf.model import Span
from cablerdf.parse.draft import Run
from cablerdf.parse.header.scanned import FIGURE, letters
from cablerdf.parse.header.tags import tag_kinds
from cablerdf.vocab.tables import mapping, rows

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
BEFORE = re.compile(r"[ \t]*[¶*>-]{1,3}[ \t]*")
TORN = re.compile(r"[ \t][A-Za-z]{1,6}(?=[ \t]*:)")
REF_LETTER = re.compile(r"\(?[A-Z][.)][ \t]*$")
REACH = 2_500  # no labelled header is longer
BARE = re.compile(r"[^A-Z]+")


Candidate = tuple[int, int, str | None]  # start, end, the field that it may be the label of


class Label(NamedTuple):
    """A label found: its field, where it stands, where its content begins; `repaired` if it is misprinted."""

    field: str
    start: int
    content: int
    repaired: bool = False


@cache
def label_pattern() -> re.Pattern[str]:
    """Any label of the table, at the start of a line or behind a blank.

    It begins with the set of first letters, which the engine looks for fast.
    """
    tails: dict[str, list[str]] = {}
    for label in sorted(mapping("header_labels", "label", "field"), key=lambda label: (-len(label), label)):
        tails.setdefault(label[0], []).append(re.escape(label[1:]).replace(r"\ ", r"[ \t]{1,3}"))
    words = "|".join(f"(?<={first})(?:{'|'.join(rest)})" for first, rest in tails.items())
    firsts = "".join(tails) + "".join(tails).lower()
    return re.compile(rf"(?P<label>[{firsts}](?<![^\s¶].)(?i:{words}))(?![A-Za-z])")


def label_runs(text: str, start: int, stop: int) -> list[Run]:
    """The runs of the labelled header between two offsets, in printed order.

    A label within a line counts only in capitals and with its colon, or with what must
    follow it, so that the words of a subject are not taken for labels.
    """
    found = list(printed_labels(text, start, stop))
    missing = set(SHOWS) - {label.field for label in found}
    if missing:
        reach = min(stop, max(start, *(label.content for label in found), start) + REACH)
        found = sorted([*found, *misprinted_labels(text, start, reach, missing)], key=lambda label: label.start)
    ends = [*(label.start for label in found[1:]), stop] if found else []
    return [
        Run(label.field, Span(label.start, end), Span(label.content, max(label.content, end)), label.repaired)
        for label, end in zip(found, ends, strict=True)
    ]


def printed_labels(text: str, start: int, stop: int) -> Iterator[Label]:
    """The labels that stand as the table has them."""
    seen: list[str] = []
    for match in label_pattern().finditer(text, start, stop):
        field = field_of(match["label"])
        if accepts(text, match, field, seen):
            seen.append(field)
            torn = TORN.match(text, match.end())  # "SUBJ ECT:"
            whole = (
                torn is not None and bare_labels().get(BARE.sub("", text[match.start() : torn.end()].upper())) == field
            )
            yield label_at(text, match.start(), torn.end() if torn is not None and whole else match.end(), field)


@lru_cache(maxsize=512)
def field_of(printed: str) -> str:
    """The field that a label of the table, as printed, introduces."""
    return mapping("header_labels", "label", "field")[" ".join(printed.upper().split())]


def label_at(text: str, start: int, end: int, field: str, *, repaired: bool = False) -> Label:
    """The label between two offsets, the signs before it included."""
    content = PUNCTUATION.match(text, end)
    line = text.rfind("\n", 0, start) + 1
    letter = REF_LETTER.search(text, line, start) if field == "references" else None
    if letter is not None:  # "A. REF LISBON 12"
        return Label(field, letter.start(), letter.start())
    before = BEFORE.fullmatch(text, line, start)
    return Label(field, start if before is None else line, content.end() if content else end, repaired)


def accepts(text: str, match: re.Match[str], field: str, seen: list[str]) -> bool:
    """Whether a label's words are a label here."""
    if FOLLOWS[field].match(text, match.end()) is None:
        return False
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" \t¶->*")
    begins_line = not before or (field == "references" and REF_LETTER.fullmatch(before) is not None)
    colon = text[match.end() : match.end() + 3].lstrip()[:1] in (":", ";")
    last = seen[-1] if seen else None
    if field == last and field != "executive_order":
        # "Classified By: Classified By:", "REF: A. REFTEL": no new run
        return begins_line and colon and field not in ("classified_by", "references")
    if begins_line:
        return colon or field not in seen
    if field == "declassify_on":
        return False
    if field == "executive_order":  # "Classified By: DCM Jane Roe, E.O. 12958, reasons"
        return field not in seen and last != "classified_by"
    if field == "tags":
        return field not in seen and (match["label"].isupper() or (colon and match["label"].istitle()))
    if field == "classified_by":
        return colon or (last in ("references", "subject") and text[match.start()].isupper() and field not in seen)
    return colon and field not in seen and (match["label"].isupper() or match["label"].istitle())


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
def bare_labels() -> dict[str, str]:
    """Labels without their points and blanks to their fields."""
    labels = mapping("header_labels", "label", "field")
    return {BARE.sub("", label): field for label, field in labels.items() if field in SHOWS}


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
