"""Where the content of a labelled run really ends, when something else follows it unlabelled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from cablerdf.parse.header.dates import DATE_LINE
from cablerdf.parse.header.tags import tag_kinds
from cablerdf.vocab.tables import rows

BLANK_LINE = re.compile(r"\n[ \t]*\n")
# a line of TAGS goes on while it holds codes alone
TAG_LINE = re.compile(r"[ \t]*+(?:[A-Z][A-Z0-9,;/.()' -]*+)?[ \t]*+(?:\n|$)")
CODE_WORD = re.compile(r"[A-Z][A-Z0-9-]*")
LOWER_TAG_LINE = re.compile(TAG_LINE.pattern, re.I)
LINE = re.compile(r"[^\n]+")
RULED = re.compile(r"[ \t]*[-=_*]{4}")
# a sentence behind a subject in capitals: "... ON FISH The minister told us"
SENTENCE = re.compile(r"(?<=[A-Z\d)\"'.?!])\s+(?=(?:[A-Z][a-z'’]*|I)(?:\s+[A-Za-z'’-]+){0,2}(?:\s+[a-z][a-z'’-]+){3})")
# a line that goes on with a list of references: "¶B. 09 STATE 1", "(C) LIMA 123", "AND SANAA 1547"
REF_LINE = re.compile(
    r"[ \t]*(?:-{1,2}[ \t]*)?(?:¶[ \t]?\(?[A-Z]\b|\(?[A-Z][.)]|\(?\d{1,2}\)|(?:AND|&)\b"
    r"|(?:[12]\d)?\d\d[ \t]+[A-Z]{3}|[A-Z][A-Z .']{2,24}[ \t]\d{1,6}\b)"
)
# what an entry that a blank line broke goes on with
ENTRY = re.compile(
    r"\(?(?:[A-Z][.)]|(?:[12]\d)?\d\d[ \t]+[A-Z]{2}|[A-Z][A-Za-z .'-]{2,24}[ \t]\d{1,6}\b|\d{2,6}[ \t]*(?:$|[\n,;)]))",
    re.M,
)
# what is no whole entry yet: a label, a separator, a post without its number
UNFINISHED_REF = re.compile(r"(?:^|[\s(])(?:[A-Z][.)]|AND|&)\s*$|[,;]\s*$|(?:^|[A-Z.)]\s)[A-Z][A-Z .'-]{2,24}\s*$")
# a paragraph without a number: "(SBU) Poloff delivered ..."; "(C) LIMA 123" is a reference
UNNUMBERED = re.compile(r"\n[ \t]*(?:\((?:U|C|S|SBU|[CS]//?NF)\)[ \t]+|-{4,})")
CITED = re.compile(r"(?:(?:19|20)?\d\d[ \t]+)?[A-Z][A-Za-z .'-]{2,24}[ \t]\d{1,6}\b")
# the first reason: "1.4 (b) and (d).", "1.5 d", "1.\n4 (b/d)"
REASON = re.compile(r"\b1[ \t]?[.,]\s{0,16}[3-7]\b|\breasons?\b", re.I)
SECTION_NUMBER = re.compile(r"\b1[ \t]?[.,][ \t]?[3-7]")
# what else a list of reasons holds, blanks taken out
REASONS_REST = re.compile(r"(?:or|[a-hn,/&;.():\d])*+", re.I)  # "and" is made of such letters


def content_end(field: str, text: str, start: int, stop: int) -> int:
    """The offset behind the last character of a field that starts at `start` and ends by `stop`."""
    end = ENDS[field](text, start, stop)
    return start + len(text[start:end].rstrip())


def one_line(text: str, start: int, stop: int) -> int:
    """The E.O. line, with one wrapped line when nothing but it is left before the next label."""
    blank = BLANK_LINE.search(text, start, stop)
    return blank.start() if blank is not None else stop


def tags_end(text: str, start: int, stop: int) -> int:
    """The last line of codes; behind a blank line a line goes on with them that holds known codes alone."""
    end = text.find("\n", start, stop)
    if end < 0:
        return stop
    begun = bool(text[start:end].strip())
    capitals = any(letter.isupper() for letter in text[start:end])
    at = end
    while at < stop:
        line = TAG_LINE.match(text, at + 1, stop) if capitals else LOWER_TAG_LINE.match(text, at + 1, stop)
        if line is None or line.end() <= at + 1:
            break
        if line[0].strip():
            words = CODE_WORD.findall(line[0].upper())
            if begun and end < at and 3 * sum(word in tag_kinds() for word in words) < 2 * len(words):
                break
            begun, end = True, line.end() - line[0].endswith("\n")
        at = line.end() - line[0].endswith("\n")
    return min(end, stop)


def subject_end(text: str, start: int, stop: int) -> int:
    """To the text, or the first blank line, unless all that follows it is a short rest before the next label."""
    again = DATE_LINE.search(text, start, stop)
    stop = again.start() if again is not None else stop
    begun = text_begins(text, start, stop)
    blank = BLANK_LINE.search(text, start, begun)
    if blank is None or begun < stop:
        return begun if blank is None else blank.start()
    rest = text[blank.end() : stop].strip()
    before = text[start : blank.start()].rstrip()
    wrapped = (
        rest and "\n" not in rest and len(rest) < 75 and not rest.startswith(("-", "(", "¶")) and "---" not in rest
    )
    sentence = rest.endswith(".") and before.isupper() and not rest.isupper()  # "This cable has been cleared by ..."
    ended = before.endswith((".", "!", "?", ")")) or sentence
    if wrapped and not ended and not is_heading(before, rest, text[stop : stop + 6]):
        return stop
    return blank.start()


def text_begins(text: str, start: int, stop: int) -> int:
    """Where the text begins that stands right behind a subject: a ruled line, a summary, a sentence behind capitals."""
    for line in LINE.finditer(text, text.find("\n", start, stop) % (stop + 1), stop):
        label = line[0].partition(":")[0] if ":" in line[0][:24] else line[0]
        if RULED.match(line[0]) or label.upper().strip(" .-") in section_names():
            return line.start()
    sentence = SENTENCE.search(text, start, stop) if not text[start:stop].isupper() else None
    if sentence is not None and text[start : sentence.start()].isupper():
        return sentence.start()
    return stop


@cache
def section_names() -> frozenset[str]:
    return frozenset(row["label"].upper() for row in rows("section_labels"))


def is_heading(before: str, rest: str, following: str) -> bool:
    """Whether a line behind a subject and a blank line opens the body and is no part of the subject."""
    if rest.upper().strip(" .:-") in section_names():
        return True
    # before another label of the header it can be no heading; before a paragraph the subject's line must be a full one
    return not following.lstrip()[:1].isalpha() and len(before.rpartition("\n")[2]) < 36


def references_end(text: str, start: int, stop: int) -> int:
    """To the first blank line that no further reference follows, or to a marked paragraph or a ruled line."""
    for marked in UNNUMBERED.finditer(text, start, stop):
        if CITED.match(text, marked.end(), stop) is None:
            stop = marked.start()
            break
    at = start
    while True:
        blank = BLANK_LINE.search(text, at, stop)
        if blank is None:
            return stop
        following = blank.end() + len(text[blank.end() : stop]) - len(text[blank.end() : stop].lstrip())
        before = text[start : blank.start()].rstrip()
        line = before.rpartition("\n")[2].upper()
        unfinished = not before or (
            UNFINISHED_REF.search(line) is not None and ENTRY.match(text, following) is not None
        )
        if not unfinished and REF_LINE.match(text, text.rfind("\n", 0, following) + 1, stop) is None:
            return blank.start()
        at = following


def classified_by_end(text: str, start: int, stop: int) -> int:
    """To the first blank line, unless the reasons stand behind it or end on a line before it."""
    blank = BLANK_LINE.search(text, start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop)
    end = min(blank.start() if blank is not None else stop, start + 700)
    reason = REASON.search(text, start, stop)
    if reason is None:
        return end
    section = SECTION_NUMBER.search(text, reason.start(), min(stop, end + 80))
    if (
        reason.start() < end
        and section is not None
        and section.start() > end
        and not text[end : section.start()].strip()
    ):
        line_end = text.find("\n", section.end(), stop)
        return line_end if line_end >= 0 else stop
    if reason.start() > end:
        following = BLANK_LINE.search(text, reason.start(), stop)
        later = following.start() if following is not None else stop
        return later if reason.start() - end < 80 and later - end < 160 else end
    at = text.find("\n", reason.start(), end)
    while 0 <= at < end:
        newline = text.find("\n", at + 1, end)
        line = text[at : newline if newline >= 0 else end]
        before = text[reason.start() : at]
        if not before.rstrip().endswith(("on", "ons", "reason")) and not goes_on(line) and re.search(r"\d", before):
            return at
        at = newline
    return end


def goes_on(line: str) -> bool:
    """Whether a line goes on with a list of reasons: letters, brackets, AND, or a derivation."""
    squeezed = "".join(line.split())
    return (
        REASONS_REST.fullmatch(squeezed) is not None
        or re.match(r"\s*(?:reasons?|derived|1\.[3-7]|and \(?[a-h]\b)", line, re.I) is not None
    )


ENDS: dict[str, Callable[[str, int, int], int]] = {
    "executive_order": one_line,
    "declassify_on": one_line,
    "tags": tags_end,
    "subject": subject_end,
    "references": references_end,
    "classified_by": classified_by_end,
}
