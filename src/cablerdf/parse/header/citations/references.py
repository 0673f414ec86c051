"""The REF line: other cables, and what is no cable: e-mails, telephone calls, reports (5 FAH-2)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from cablerdf.model import Reference, Span
from cablerdf.model.cable import ReferenceKind
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.citations.items import find_items
from cablerdf.parse.header.citations.line import Citing, Item
from cablerdf.parse.header.dtg import century
from cablerdf.vocab.posts import id_of, same_id
from cablerdf.vocab.tables import mapping

# "A. ", "(B) ", "C) ", "¶D. ", "REF E "
LABEL = re.compile(
    r"(?<![^\s;,.:¶)])(?:¶[ \t]?)?(?:REF(?:TEL)?[ \t]+(?P<named>[A-Z])\b[.:)]?|\([ \t]?(?P<paired>[A-Z])[ \t]?\)"
    r"|(?P<open>[A-Z])[ \t]?(?:\)|[.:](?=[\s\dA-Z(]))|(?P<bare>[A-Z])(?=[ \t]+(?:\d\d[ \t]+)?[A-Z]{3}))[ \t]*"
)
# one year for several: "(BOTH 2007)", ", ALL FROM 07"
COMMON_YEAR = re.compile(r"\b(?P<how>BOTH|ALL)[ \t]+(?:(?:FROM|OF|IN)[ \t]+)?'?(?P<year>(?:19|20)\d\d|\d\d)\b", re.I)
ITEM_START = re.compile(r"(?:\d\d[ \t]+)?[A-Z .'-]{3,24}[ \t]\d{1,6}\b")
# a label printed twice: "¶B. (B) HAVANA 12"
INNER_LABEL = re.compile(r"\(?(?P<label>[A-Z])\)[ \t]+")
NOTHING = re.compile(r"(?:NONE|N/?A|X{3,}|(?:19|20)\d\d(?: AND PREVIOUS)?)", re.I)
NOTAL = re.compile(r"(?:(?<![\s,;])[\s,;]++)?\(?\bNOTAL\b\)?[\s,;]*+", re.I)
PUNCTUATION = " \t\n,;.:-¶"
KIND_WORD = re.compile(r"[A-Z][A-Z-]*")


class Entry(NamedTuple):
    """One entry of the list: its label and where its content stands."""

    label: str | None
    start: int
    end: int


Cited = tuple[Entry, list[Item]]  # an entry and the cables that it names


def read_references(draft: Draft) -> None:
    """Set `references`: one for each cable of an entry, one for an entry that names none."""
    year = cable_year(draft)
    found: list[Reference] = []
    carried: Item | None = None
    for run in draft.runs:
        if run.field != "references":
            continue
        read: list[Cited] = []
        for entry in cut_entries(draft.clean, run.content.start, run.content.end):
            items = find_items(draft.clean, entry.start, entry.end, Citing(year, draft.origin, carried))
            carried = items[-1] if items else carried
            read.append((entry, items))
        if (common := COMMON_YEAR.search(draft.clean, run.content.start, run.content.end)) is not None:
            read = dated(read, common, year)
        for entry, items in read:
            found += references_of(draft, entry, items, year)
    draft.references = tuple(found)


def dated(read: list[Cited], common: re.Match[str], year: int | None) -> list[Cited]:
    """The entries, their cables given the year that is printed once for BOTH or ALL before it."""
    theirs = century(common["year"])
    undated = [item for _, items in read for item in items if item.end <= common.start() and item.year is None]
    told = set(undated[-2:] if common["how"].upper() == "BOTH" else undated)
    later = year is not None and theirs > year

    def with_year(item: Item) -> Item:
        return item._replace(year=theirs, doubtful=later or item.doubtful) if item in told else item

    return [(entry, list(map(with_year, items))) for entry, items in read]


def cable_year(draft: Draft) -> int | None:
    """The year of the citing cable, that of a reference without one."""
    if draft.issued is not None:
        return int(draft.issued[:4])
    return None


def cut_entries(text: str, start: int, stop: int) -> list[Entry]:
    """The list cut at its labels, which go up from A."""
    upper = text[start:stop].upper()
    upper = upper if len(upper) == stop - start else text[start:stop]
    marks: list[tuple[str, int, int]] = []
    for match in LABEL.finditer(upper):
        letter = match["named"] or match["paired"] or match["open"] or match["bare"]
        expected = chr(ord(marks[-1][0]) + 1) if marks else "A"
        if match["bare"] and not bare_label(upper, match, letter == expected):
            continue
        if letter == expected or (marks and letter == chr(ord(expected) + 1) and match["open"] is None):
            marks.append((letter, match.start(), match.end()))
    entries: list[Entry] = []
    entries += divided(text, None, start, start + marks[0][1] if marks else stop)
    ends = [*(begin for _, begin, _ in marks[1:]), len(upper)]
    for (letter, _, content), end in zip(marks, ends, strict=False):
        inner = INNER_LABEL.match(upper, content, end)
        begin = start + (inner.end() if inner is not None else content)
        entries += divided(text, inner["label"] if inner is not None else letter, begin, start + end)
    return entries


def divided(text: str, label: str | None, start: int, stop: int) -> list[Entry]:
    """One entry, or one for each piece between semicolons."""
    cuts = [start, *(start + at + 1 for at, letter in enumerate(text[start:stop]) if letter == ";"), stop]
    spans = [trim(text, begin, end) for begin, end in pairwise(cuts)]
    return [Entry(label, *span) for span in spans if span is not None]


def bare_label(upper: str, match: re.Match[str], expected: bool) -> bool:
    """Whether a letter without its point is a label: "B KUALA LUMPUR 739", or A where REF B follows."""
    if not expected:
        return False
    if match["bare"] == "A":
        return match.start() == 0 and re.search(r"\bREF[ \t]+B\b", upper) is not None
    return ITEM_START.match(upper, match.end()) is not None and bool(
        find_items(upper, match.end(), match.end() + 40, Citing())
    )


def trim(text: str, start: int, stop: int) -> Span | None:
    while start < stop and text[start] in PUNCTUATION:
        start += 1
    while start < stop and text[stop - 1] in PUNCTUATION:
        stop -= 1
    return Span(start, stop) if start < stop else None


def references_of(draft: Draft, entry: Entry, items: list[Item], year: int | None) -> list[Reference]:
    text = draft.clean
    if not items:
        printed = " ".join(NOTAL.sub(" ", text[entry.start : entry.end]).split())
        if not re.search(r"[A-Za-z]{3}|\d{3}", printed) or NOTHING.fullmatch(printed):
            return []
        notal = NOTAL.search(text, entry.start, entry.end) is not None
        kind = kind_of(printed)
        span = Span(entry.start, entry.end)
        if kind == "other" and re.search(r"[A-Za-z]{2,}.{0,9}\d{2}", printed):
            draft.report("reference-unresolved", "info", f"no cable is read in {printed!r}", span)
        return [Reference(label=entry.label, text=printed, id=None, kind=kind, notal=notal, span=span)]
    found: list[Reference] = []
    for at, item in enumerate(items):
        stop = items[at + 1].start if at + 1 < len(items) else entry.end
        span = Span(item.start, item.end)
        known = item.year if item.year is not None else year
        if item.respelt:
            draft.report("post-respelt", "info", f"read as {item.code} {item.number}", span)
        if item.doubtful:
            draft.report("reference-doubtful", "warning", f"{span.of(text)!r} can be read in two ways", span)
        name = id_of(known, item.code, item.number) if known is not None and not item.doubtful else None
        found.append(
            Reference(
                label=entry.label,
                text=" ".join(span.of(text).split()),
                id=name,
                same_as=same_id(name),
                notal=NOTAL.search(text, item.end, stop) is not None,
                span=span,
            )
        )
    return found


def kind_of(printed: str) -> ReferenceKind:
    """What an entry that names no cable is."""
    kinds = mapping("reference_kinds", "word", "kind")
    for word in KIND_WORD.findall(printed.upper()):
        kind = kinds.get(word.strip("-"))
        if kind in ("email", "telcon", "report", "memo", "septel"):
            return kind  # type: ignore[return-value]
    return "other"
