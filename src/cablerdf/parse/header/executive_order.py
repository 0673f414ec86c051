"""The E.O. line: "E.O. 12958: DECL: 04/03/2019" (5 FAH-2)."""

from __future__ import annotations

import re

from cablerdf.model import Span
from cablerdf.parse.draft import Draft
from cablerdf.parse.header.dates import find_date
from cablerdf.parse.header.scanned import FIGURE, FIGURES
from cablerdf.vocab.tables import rows

NUMBER = re.compile(rf"\s*+(?::\s*+)?(?P<number>(?=[IlL]?\d){FIGURE}{{2}}[ ,.]?{FIGURE}{{3}})\b")
# "DECL:", "DECLl:", "DNG: CO", "DECLASSIFY ON", "DECL ON"
DECL = re.compile(
    r"^[\s:;,.-]*+(?:DECL(?:L|AS|ASS|ASSIFY|ASSIFICATION|ARE)?\b(?:[ \t]++ON\b)?[\s:;.-]*+"
    r"|DNG[\s:]*+(?:CO\b[\s:]*+)?)?",
    re.I,
)
NOTHING = re.compile(r"(?:N\s?/?\s?A|NA|NOT APPLICABLE|UNCLASSIFIED|X{3,}|\(U\)|NONE)?[\s.]*", re.I)
# figures and strokes that make no date: no event either
UNREADABLE = re.compile(r"\w{1,4}[/.-]\w{1,3}[/.-]\w{2,4}\b(?<=[\dOIl])", re.I)
AMENDED = re.compile(r"^[\s,;:]*AS AMENDED\b[\s,;:]*", re.I)


def read_executive_order(draft: Draft) -> None:
    """Set `executive_order` and `declassify_on`."""
    text = draft.clean
    run = next((run for run in draft.runs if run.field == "executive_order"), None)
    if run is not None:
        number = NUMBER.match(text, run.content.start, run.content.end)
        start = run.content.start
        if number is not None:
            set_order(draft, re.sub(r"\W", "", number["number"]), Span(*number.span("number")))
            start = number.end()
        read_event(draft, start, run.content.end, labelled=False)
    for other in draft.runs:
        if other.field == "declassify_on" and draft.declassify_on is None:
            read_event(draft, other.content.start, other.content.end, labelled=True)


def set_order(draft: Draft, printed: str, span: Span) -> None:
    """The order's number; digits in a wrong order are put right where only one order has them."""
    known = [row["order"] for row in rows("executive_orders")]
    order = printed.translate(FIGURES)
    if order not in known:
        alike = [number for number in known if sorted(number) == sorted(order)]
        if len(alike) == 1:
            order = alike[0]
        else:
            draft.report("executive-order-unknown", "warning", f"no E.O. {printed} is known", span)
    if order != printed:
        draft.report("executive-order-repaired", "info", f"E.O. {printed} read as {order}", span)
    draft.executive_order, draft.spans["executive_order"] = order, (span,)


def read_event(draft: Draft, start: int, stop: int, *, labelled: bool) -> None:
    """A date in ISO form, else the event as printed; None for N/A."""
    text = draft.clean[start:stop]
    label = DECL.match(text)
    offset = label.end() if label is not None else 0
    rest = text[offset:]
    if not labelled and (amended := AMENDED.match(rest)) is not None:
        offset += amended.end()
        rest = text[offset:]
        if not rest.upper().startswith("DECL:"):
            return
    if NOTHING.fullmatch(rest.strip(" :;,.\n\t")):
        return
    nearby = int((draft.issued or draft.dtg or "2000")[:4])
    found = find_date(rest, nearby)
    if found is not None and not rest.strip().upper().startswith("DECLASSIFIED"):
        span = Span(start + offset + found.start, start + offset + found.end)
        draft.declassify_on, draft.spans["declassify_on"] = found.iso, (span,)
        if found.swapped:
            draft.report("date-order", "warning", f"day and month exchanged: read as {found.iso}", span)
        if found.misread:
            draft.report("date-misread", "warning", f"{span.of(draft.clean)!r} read as {found.iso}", span)
        return
    words = rest.strip()
    left = start + offset + len(rest) - len(rest.lstrip())
    event = " ".join(words.split()).rstrip(" .;,")
    where = Span(left, left + len(words))
    if UNREADABLE.match(event):
        draft.report("date-unreadable", "warning", f"no date is read in {event!r}", where)
    elif event and len(event) < 160:
        draft.declassify_on, draft.spans["declassify_on"] = event, (where,)
