"""The Classified By line: who classified the telegram, in what office, for which reasons (E.O. 13526)."""

from __future__ import annotations

import re

from cablerdf.model import ClassifiedBy, Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.classifier.lead import lead_start
from cablerdf.parse.header.classifier.names import name_and_title, natural_name, title_of
from cablerdf.parse.header.classifier.tokens import Token, cut_tokens
from cablerdf.parse.header.labels.ends import BLANK_LINE

# "Classified By:" once more, "CLASSIFIED CONFIDENTIAL BY", "Derived from"
AGAIN = re.compile(
    r"\s*(?:\([UCS]\)\s*)?(?:THIS\s+(?:CABLE|MESSAGE|TELEGRAM)\s+(?:IS|WAS)\s+)?"
    r"(?:CLASSIF?IED|DERIVED|CLASS)\b(?:\s+(?:CONFIDENTIAL|SECRET))?\s+(?:BY|FROM)\b[\s:]*|\s*\([UCS]\)\s*",
    re.I,
)
# at the start of a line or paragraph, or behind "CONFIDENTIAL - ENTIRE TEXT."
LATE = re.compile(
    r"(?:^[ \t]*+(?:¶?[ \t]?\d{1,2}[.,)][ \t]*+)?(?:\([A-Z/]{1,6}\)[ \t]*+)?|(?<=TEXT)[.,;:-]?\s++)"
    r"(?:THIS (?:CABLE|MESSAGE) (?:IS|WAS) )?CLASSIFIED BY[ \t]*+(?::[ \t]*+)?(?=[A-Z])",
    re.I | re.M,
)
SECTION = re.compile(
    r"\b(?:1|[Il](?=[.,]\d))\s{0,3}(?:[.,/]\s{0,16}(?P<number>[3-7])(?!\d)|(?P<bare>[3-7])(?=\s{0,3}\([a-h]))", re.I
)
# a word that ends the list; letters within one pair of brackets ("(bcd)") are no word
WORD = re.compile(r"(?<!\()\b(?!and\b)[A-Za-z]{3,}", re.I)
LETTERS = re.compile(r"(?:AND|OR|[A-H]|[,/&;.():\-])*")
RANGE = re.compile(r"([A-H])\)?-\(?([A-H])")


def read_classified_by(draft: Draft) -> None:
    """Set `classified_by` and, where several are named, `co_classified_by`."""
    found: list[ClassifiedBy] = []
    for run in draft.runs:
        if run.field == "classified_by":
            derived = draft.clean[run.span.start : run.content.start].upper().startswith(("DER", "DRV"))
            found += read_line(draft, run.content, derived)
    if not found:
        late = late_line(draft)
        found = read_line(draft, late, False) if late is not None else []
    if found:
        draft.classified_by, draft.co_classified_by = found[0], tuple(found[1:])
        if found[0].name is None and not found[0].derived:
            draft.report("classifier-unnamed", "info", "the Classified By line names nobody", found[0].span)


def late_line(draft: Draft) -> Span | None:
    """A Classified By line that stands within the body: numbered like a paragraph, or at its end."""
    body = draft.zones.body
    if body is None:
        return None
    text = draft.clean
    if not any(
        text.find(words, body.start, body.end) >= 0 for words in ("lassified by", "lassified By", "LASSIFIED BY")
    ):
        return None
    for match in LATE.finditer(text, body.start, body.end):
        blank = BLANK_LINE.search(text, match.end(), body.end)
        stop = min(blank.start() if blank is not None else body.end, match.end() + 400)
        if SECTION.search(text, match.end(), stop) is not None:
            return Span(match.end(), stop)
    return None


def read_line(draft: Draft, span: Span, derived: bool) -> list[ClassifiedBy]:
    """The classifiers that one line names; each has the reasons of the line."""
    text = span.of(draft.clean)
    offset = 0
    while (again := AGAIN.match(text, offset)) is not None and again.end() > offset:
        derived = derived or again[0].strip().upper().startswith("DER")
        offset = again.end()
    first = SECTION.search(text, offset)
    reasons = read_reasons(text[first.start() :]) if first is not None else ()
    head = text[: first.start()] if first is not None else text
    tokens = cut_tokens(head[: lead_start(head, offset)], offset)
    for token in tokens:
        if text[token.start : token.end] != token.text:
            where = Span(span.start + token.start, span.start + token.end)
            draft.report("classifier-repaired", "info", f"{where.of(draft.clean)!r} read as {token.text!r}", where)
    parts = split_two(tokens)
    found: list[ClassifiedBy] = []
    for part in parts:
        name_tokens, title_tokens = name_and_title(part)
        name_span = shifted(name_tokens, span.start) if name_tokens else None
        name = natural_name([token.text for token in name_tokens]) if name_tokens else None
        title = title_of(title_tokens)
        if derived and "SOURCE" in head.upper():
            name, name_span, title = None, None, None
        whole = Span(span.start, span.end) if len(parts) == 1 else (shifted(part, span.start) or span)
        found.append(
            ClassifiedBy(name=name, title=title, reasons=reasons, derived=derived, name_span=name_span, span=whole)
        )
    return found


def shifted(tokens: list[Token], by: int) -> Span | None:
    """Where the tokens stand, which may be in another order: `SOTO, ANA` is Ana Soto."""
    return Span(min(t.start for t in tokens) + by, max(t.end for t in tokens) + by) if tokens else None


def split_two(tokens: list[Token]) -> list[list[Token]]:
    """The parts before and after AND, or a semicolon, where each names somebody in an office."""
    for at, token in enumerate(tokens):
        joins = token.text.upper() in ("AND", "&")
        if not (joins or token.divides) or not 0 < at + token.divides < len(tokens) - joins:
            continue
        parts = [tokens[: at + token.divides], tokens[at + 1 :]]
        if all(all(name_and_title(part)) for part in parts):
            return parts
    return [tokens]


def read_reasons(printed: str) -> tuple[str, ...]:
    """The reasons in printed order, each once.

    >>> read_reasons("1.4 (b/d)"), read_reasons("1.5 B AND D"), read_reasons("REASON: 1.4(B), (D)")
    (('1.4(b)', '1.4(d)'), ('1.5(b)', '1.5(d)'), ('1.4(b)', '1.4(d)'))
    """
    found: list[str] = []
    sections = list(SECTION.finditer(printed))
    for at, section in enumerate(sections):
        stop = sections[at + 1].start() if at + 1 < len(sections) else len(printed)
        rest = printed[section.end() : stop].partition("--")[0]
        word = WORD.search(rest)
        squeezed = "".join(rest[: word.start() if word is not None else None].upper().split())
        listed = LETTERS.match(squeezed)
        letters = listed[0].replace("AND", ",").replace("OR", ",") if listed is not None else ""
        letters = RANGE.sub(lambda span: ",".join(map(chr, range(ord(span[1]), ord(span[2]) + 1))), letters)
        for letter in re.findall(r"[A-H]", letters):
            reason = f"1.{section['number'] or section['bare']}({letter.lower()})"
            if reason not in found:
                found.append(reason)
    return tuple(found)
