"""The labelled header cut into runs: one for each E.O., TAGS, SUBJECT, REF, Classified By.

Labels as the table has them are looked for first; for a field without one a misprint is looked for where a label may
stand: at a line's start, or before a colon. Each field's own module gets the short run of text behind its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.draft import Run
from cablerdf.parse.header.labels.label import (
    BARE,
    FOLLOWS,
    REF_LETTER,
    SHOWS,
    Label,
    bare_labels,
    field_of,
    label_at,
)
from cablerdf.parse.header.labels.misprints import misprinted_labels
from cablerdf.vocab.tables import mapping

TORN = re.compile(r"[ \t][A-Za-z]{1,6}(?=[ \t]*:)")
REACH = 2_500  # no labelled header is longer


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
