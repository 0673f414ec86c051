"""The classification line with its caveats and the lines under it: NOFORN, SIPDIS, STATE FOR EUR/WE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.classification import ClassLine, class_line
from cablerdf.parse.header.dates import DATE_LINE
from cablerdf.vocab.tables import rows

# "C O R R E C T E D   C O P Y", "CORRECTED COPY//SUBJECT LINE", "C O R R E C T COPY - ADDRESSEES ADDED"
CORRECTED = re.compile(r"(?<![A-Z])C\s?O\s?R\s?R\s?E\s?C\s?T\s?(?:E\s?D\s{0,3})?\s?C\s?O\s?P\s?Y(?![A-Z])", re.I)
# what opens a caption line; a line without it goes on with the one before
CAPTION_OPENS = re.compile(
    r"\b(?:FOR|PASS|FROM|EYES|ONLY|ALSO|PLEASE|DEPT|DEPARTMENT|STATE|NSC|TERREP|CODEL|TREASURY|NEA|EUR|EAP|WHA|AF)\b",
    re.I,
)


def read_caption(draft: Draft) -> None:
    """Set classification, section, post, number, caveats and captions."""
    zone = draft.zones.caption
    if zone is None:
        return
    text = draft.clean
    line = class_line(text, zone.start, zone.end)
    if line is not None and line.start <= zone.start + 200:
        read_line(draft, line)
    caveats = sorted(find_caveats(text, zone.start, zone.end, line))
    first: dict[str, Span] = {}
    for start, end, caveat in caveats:
        first.setdefault(caveat, Span(start, end))
    if first:
        draft.caveats, draft.spans["caveats"] = tuple(first), tuple(first.values())
    corrected = CORRECTED.search(text, zone.start, zone.end)
    draft.corrected_copy = corrected is not None
    captions = list(find_captions(text, line.end if line is not None else zone.start, zone.end))
    if captions:
        draft.captions = tuple(" ".join(span.of(text).split()) for span in captions)
        draft.spans["captions"] = tuple(captions)


def read_line(draft: Draft, line: ClassLine) -> None:
    draft.classification = line.level
    draft.spans["classification"] = (line.level_span,)
    if line.damaged:
        draft.report("classification-damaged", "warning", f"classification read as {line.level}", line.level_span)
    if line.section is not None and line.section_span is not None:
        draft.section, draft.spans["section"] = line.section, (line.section_span,)
    if line.post is not None and line.post_span is not None:
        draft.post, draft.spans["post"] = line.post, (line.post_span,)
    if line.number is not None and line.number_span is not None:
        draft.message_number, draft.spans["message_number"] = line.number, (line.number_span,)
        if line.misread:
            printed = line.number_span.of(draft.clean)
            draft.report("number-misread", "warning", f"{printed!r} read as number {line.number}", line.number_span)


@cache
def caveat_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Patterns of caveats that count anywhere and of those that fill a line, and what they stand for."""
    table = {row["printed"]: row["caveat"] for row in rows("caveats")}
    groups = {"anywhere": [], "line": [], "class line": []}  # type: dict[str, list[str]]
    for row in rows("caveats"):
        groups[row["where"]].append(re.escape(row["printed"]).replace(r"\ ", r"[ \t]{1,3}"))
    anywhere = "|".join(sorted(groups["anywhere"], key=lambda word: -len(word)))
    filling = "|".join(sorted(groups["line"] + groups["class line"], key=lambda word: -len(word)))
    return (
        re.compile(rf"(?<![A-Z])(?:{anywhere})(?![A-Z]|[ \t]+CAPTION)", re.I),
        re.compile(
            rf"(?:(?<=\n)|(?<=[/,;])|(?<=  ))[ \t]*(?P<word>{filling})(?=[ \t]*(?:$|[/,;]|  |SIPDIS|NOFORN))",
            re.I | re.M,
        ),
        table,
    )


def find_caveats(text: str, start: int, stop: int, line: ClassLine | None) -> Iterator[tuple[int, int, str]]:
    """(start, end, caveat) of each caveat printed in the classification line or under it."""
    anywhere, filling, table = caveat_patterns()
    for match in anywhere.finditer(text, start, stop):
        yield *match.span(), table[" ".join(match[0].upper().split())]
    for match in filling.finditer(text, start, stop):
        yield *match.span("word"), table[" ".join(match["word"].upper().split())]
    if line is not None:
        for match in re.finditer(r"E F T O|FOR OFFICIAL USE ONLY|FOUO|SENSITIVE", text[line.level_span.end : line.end]):
            at = line.level_span.end + match.start()
            yield at, at + len(match[0]), table[match[0]]


def find_captions(text: str, start: int, stop: int) -> Iterator[Span]:
    """The lines under the classification line that direct the telegram, wrapped lines joined."""
    anywhere, filling, _table = caveat_patterns()
    held: Span | None = None
    for match in re.finditer(r"[^\n]+", text[start:stop]):
        line = match[0].strip()
        at = start + match.start() + len(match[0]) - len(match[0].lstrip())
        rest = anywhere.sub("", line).strip(" ,;/-")
        if not rest or filling.match("\n" + line, 1) or CORRECTED.match(line) or DATE_LINE.match(line):
            continue
        if class_line(line, 0, len(line)) is not None:
            continue
        if held is not None and "\n\n" not in text[held.end : at].replace(" ", "") and continues(held.of(text), line):
            held = Span(held.start, at + len(line))
            continue
        if held is not None:
            yield held
        held = Span(at, at + len(line))
    if held is not None:
        yield held


def continues(before: str, line: str) -> bool:
    """Whether a caption line is the rest of the one before it."""
    return before.rstrip().endswith((",", "/", " AND", "-", " FOR")) or CAPTION_OPENS.search(line) is None
