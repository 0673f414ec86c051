"""The labelled header cut into runs: one for each E.O., TAGS, SUBJECT, REF, Classified By.

The labels and their misspellings are rows of `header_labels.csv`; each field's own module
gets the short run of text behind its label.
"""

from __future__ import annotations

import re
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.draft import Run
from cablerdf.vocab.tables import mapping

# what must stand behind a label that has no colon
FOLLOWS = {
    "executive_order": re.compile(r"\s*+(?::\s*+)?1\d\s?\d{3}\b|\s*+:\s*+(?:N/?A|\d)"),
    "tags": re.compile(r"[ \t]*[:;.]|[ \t]+\(?[A-Z]{2,5}\b"),
    "subject": re.compile(r"[ \t]*[:;.]|[ \t]+\S"),
    "references": re.compile(r"[ \t]*[:;.]|[ \t]+(?:\(?[A-Z]\)|[A-Z]\.|[A-Z][ \t]|\d|[A-Z]{3})"),
    "classified_by": re.compile(r"[ \t]*[:;.,]|\s+\S"),
    "declassify_on": re.compile(r"[ \t]*:"),
}
PUNCTUATION = re.compile(r"[ \t]*[:;.](?!\d)[ \t]*|[ \t]*")


@cache
def label_pattern() -> re.Pattern[str]:
    """Any label of the table, at the start of a line or behind a blank."""
    labels = sorted(mapping("header_labels", "label", "field"), key=lambda label: (-len(label), label))
    words = "|".join(re.escape(label).replace(r"\ ", r"[ \t]{1,3}") for label in labels)
    firsts = "".join(sorted({label[0] for label in labels}))  # one look at a word's first letter spares most of them
    return re.compile(rf"(?<![^\s¶])(?=[{firsts}])(?P<label>{words})(?![A-Za-z])", re.I)


def label_runs(text: str, start: int, stop: int) -> list[Run]:
    """The runs of the labelled header between two offsets, in printed order.

    A label within a line counts only in capitals and with its colon, or with what must
    follow it, so that the words of a subject are not taken for labels.
    """
    fields = mapping("header_labels", "label", "field")
    found: list[tuple[str, int, int]] = []
    for match in label_pattern().finditer(text, start, stop):
        label = " ".join(match["label"].upper().split())
        field = fields[label]
        if accepts(text, match, field, [name for name, _, _ in found]):
            content = PUNCTUATION.match(text, match.end(), stop)
            found.append((field, match.start(), content.end() if content else match.end()))
    ends = [*(begin for _, begin, _ in found[1:]), stop] if found else []
    return [
        Run(field, Span(begin, end), Span(content, max(content, end)))
        for (field, begin, content), end in zip(found, ends, strict=True)
    ]


def accepts(text: str, match: re.Match[str], field: str, seen: list[str]) -> bool:
    """Whether a label's words are a label here."""
    if FOLLOWS[field].match(text, match.end()) is None:
        return False
    begins_line = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" \t¶")
    colon = text[match.end() : match.end() + 3].lstrip()[:1] in (":", ";")
    last = seen[-1] if seen else None
    if field == last and field != "executive_order":
        # "Classified By: Classified By:", "REF: A. REFTEL": no new run
        return begins_line and colon and field not in ("classified_by", "references")
    if begins_line:
        return colon or field not in seen
    if field == "declassify_on":
        return False
    if field == "executive_order":
        return field not in seen
    if field == "tags":
        return field not in seen and (match["label"].isupper() or (colon and match["label"].istitle()))
    if field == "classified_by":
        return colon or (last in ("references", "subject") and text[match.start()].isupper() and field not in seen)
    return colon and field not in seen and (match["label"].isupper() or match["label"].istitle())
